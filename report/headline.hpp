#pragma once

#include <string>
#include <vector>

#include "report/facts.hpp"
#include "study/results.hpp"

namespace ficap::report {

/// The answer in sentences that a commissioner understands: what share of need goes unmet and why,
/// what a record would show (and where it moves and the need does not, what is behind that), how
/// often the unit joined in time, and where the assets went. Sentences without a meaning in a
/// scenario (no assets, no early need) are left out. Parts that a sentence lists add up to its
/// total.
///
/// @returns lines of at most 100 characters, each ending in "\n"
[[nodiscard]] std::string headline(const study::Results& results, const RunFacts& facts);

/// @returns the same, sentence by sentence: first the title with what it rests on, then the answer
[[nodiscard]] std::vector<std::string> headline_sentences(const study::Results& results,
                                                          const RunFacts& facts);

}  // namespace ficap::report
