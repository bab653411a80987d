#pragma once

#include <string>
#include <vector>

#include "report/text_table.hpp"
#include "study/self_test.hpp"

namespace ficap::report {

/// The self-test as a table: what theory gives and from where, the simulated interval and the
/// verdict; what must hold exactly; and, in a sentence or two, what the verdict is worth and what
/// to do where something is wrong.
///
/// @returns lines of at most 100 characters, each ending in "\n"
[[nodiscard]] std::string to_text(const study::SelfTest& test);

/// @returns the two tables alone
[[nodiscard]] std::vector<TextTable> self_test_tables(const study::SelfTest& test);

/// @returns what is wrong, if anything is, then what the test is worth and its verdict
[[nodiscard]] std::vector<std::string> self_test_sentences(const study::SelfTest& test);

/// What must hold exactly, in words for people.
[[nodiscard]] std::string in_words(study::Exact what);

}  // namespace ficap::report
