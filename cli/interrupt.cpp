#include "cli/interrupt.hpp"

#include <atomic>
#include <string_view>

#include <unistd.h>

#include "cli/exit_code.hpp"

namespace ficap::cli {

namespace {

static_assert(std::atomic<int>::is_always_lock_free);  // a signal handler may touch nothing else

// A signal handler is handed nothing, so what it sets lives outside.
std::atomic<int>& signals_seen() noexcept {
  static std::atomic<int> seen{0};
  return seen;
}

extern "C" void remember(int /*signal*/) {
  if (signals_seen().fetch_add(1) == 0) return;
  constexpr std::string_view said =
      "ficap: ended at once. What was kept of finished futures is in the file that ends in "
      ".unfinished, if there is one: the same command with --resume goes on from there\n";
  const ssize_t written = write(STDERR_FILENO, said.data(), said.size());
  static_cast<void>(written);  // there is nobody left to tell
  _exit(static_cast<int>(ExitCode::interrupted));
}

}  // namespace

Interrupt::Interrupt() {
  signals_seen() = 0;
  struct sigaction action {};
  action.sa_handler = remember;
  action.sa_flags = SA_RESTART;
  (void)sigemptyset(&action.sa_mask);
  (void)sigaction(SIGINT, &action, &before_interrupt_);
  (void)sigaction(SIGTERM, &action, &before_termination_);
}

Interrupt::~Interrupt() {
  (void)sigaction(SIGINT, &before_interrupt_, nullptr);
  (void)sigaction(SIGTERM, &before_termination_, nullptr);
}

bool Interrupt::requested() noexcept {
  return signals_seen() > 0;
}

SignalsWait::SignalsWait() {
  sigset_t ending{};
  (void)sigemptyset(&ending);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT})
    (void)sigaddset(&ending, signal);
  (void)pthread_sigmask(SIG_BLOCK, &ending, &before_);
}

SignalsWait::~SignalsWait() {
  (void)pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace ficap::cli
