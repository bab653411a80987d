#pragma once

#include <functional>
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

/// Runs build/ficap and sends it a signal as soon as `due` says so, which is asked every
/// millisecond while the program runs. Nothing is sent where it ends before.
[[nodiscard]] Ended ficap_stopped(const std::vector<std::string>& arguments,
                                  int signal,
                                  const std::function<bool()>& due);

}  // namespace ficap::test
