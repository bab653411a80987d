#pragma once

#include <string>

namespace ficap::test {

/// Runs of blanks are one, for tests that are not about how wide columns are.
inline std::string squeezed(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' || out.empty() || (out.back() != ' ' && out.back() != '\n')) out += c;
  }
  return out;
}

}  // namespace ficap::test
