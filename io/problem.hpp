#pragma once

#include <string>
#include <vector>

#include "io/sources.hpp"
#include "models/diagnostics.hpp"
#include "models/located_diagnostic.hpp"

namespace ficap::io {

/// A diagnostic and the place it speaks of, while the texts are still at hand.
struct Problem {
  models::Diagnostic what;
  Place at;
  std::vector<Place> also;  ///< of the other contributors, as many as `what.also`
};

using Problems = std::vector<Problem>;

/// @returns an error at one place, without other contributors
[[nodiscard]] Problem problem_at(const Place& at,
                                 std::string pointer,
                                 std::string found,
                                 std::string expected,
                                 std::string help = {});

/// @returns the place with the name of its text and the line that it is in
[[nodiscard]] models::Location location(const Sources& sources, const Place& place);

/// @returns the problems with the names and lines of their texts, ordered by text (in the order in
///          which they were read), line and column; equal places keep their order
[[nodiscard]] std::vector<models::LocatedDiagnostic> locate(const Sources& sources,
                                                            Problems problems);

}  // namespace ficap::io
