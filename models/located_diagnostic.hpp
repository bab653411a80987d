#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/diagnostics.hpp"

namespace ficap::models {

/// A place in a text, together with the line that it is in.
struct Location {
  std::string file;         ///< the text's name: a file as it was given, or "--set 2"
  std::size_t line{1};      ///< from 1
  std::size_t column{1};    ///< from 1, in characters
  std::size_t width{1};     ///< in characters
  std::string source_line;  ///< as written: it may hold anything
  friend bool operator==(const Location&, const Location&) = default;
};

/// A diagnostic with the place in the texts that it speaks of.
struct LocatedDiagnostic {
  Diagnostic what;
  Location at;
  std::vector<Location> also;  ///< of the other contributors, as many as `what.also`
};

}  // namespace ficap::models
