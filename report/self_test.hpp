#pragma once

#include <string>

#include "study/self_test.hpp"

namespace ficap::report {

/// The self-test as a table: what theory gives and from where, the simulated interval and the
/// verdict; what must hold exactly; and, in a sentence or two, what the verdict is worth and what
/// to do where something is wrong.
///
/// @returns lines of at most 100 characters, each ending in "\n"
[[nodiscard]] std::string to_text(const study::SelfTest& test);

/// What must hold exactly, in words for people.
[[nodiscard]] std::string in_words(study::Exact what);

}  // namespace ficap::report
