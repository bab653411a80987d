#pragma once

#include <csignal>

namespace ficap::cli {

/// While it lives, the first Ctrl-C (or SIGTERM) is remembered, and a second ends the program at
/// once. Nothing is on disk then. One at a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;
  Interrupt(Interrupt&&) = delete;
  Interrupt& operator=(Interrupt&&) = delete;

  [[nodiscard]] static bool requested() noexcept;

 private:
  struct sigaction before_interrupt_ {};
  struct sigaction before_termination_ {};
};

/// While it lives, signals that would end the program wait: files are written whole or not at all.
class SignalsWait {
 public:
  SignalsWait();
  ~SignalsWait();
  SignalsWait(const SignalsWait&) = delete;
  SignalsWait& operator=(const SignalsWait&) = delete;
  SignalsWait(SignalsWait&&) = delete;
  SignalsWait& operator=(SignalsWait&&) = delete;

 private:
  sigset_t before_{};
};

}  // namespace ficap::cli
