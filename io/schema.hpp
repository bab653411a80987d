#pragma once

#include <string>

namespace ficap::io {

/// @returns the JSON Schema (2020-12) of a scenario, generated from the same lists of fields that
///          the reader walks. It holds shapes, names, units, bounds of pure numbers and the words
///          of the reference; the rules across fields are left to the reader.
///
/// A scenario that `extends` another, and everything under "from_start", is a patch: every member
/// is optional there, and null takes one away.
[[nodiscard]] std::string schema();

/// @returns the same for a study
[[nodiscard]] std::string study_schema();

}  // namespace ficap::io
