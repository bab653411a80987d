#pragma once

#include <string>
#include <vector>

namespace ficap::test {

/// How a program ended and what it said.
struct Ended {
  int code{-1};  ///< its exit code, or 128 + the signal that ended it
  std::string out;
  std::string err;
};

/// Runs build/ficap; its standard error is no terminal.
[[nodiscard]] Ended ficap(const std::vector<std::string>& arguments, const std::string& input = "");

/// Runs build/ficap with its standard error on a terminal, and sends it a signal once that terminal
/// has shown `sign`.
[[nodiscard]] Ended ficap_interrupted(const std::vector<std::string>& arguments,
                                      const std::string& sign,
                                      int signal);

}  // namespace ficap::test
