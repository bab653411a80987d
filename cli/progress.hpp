#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <mutex>
#include <optional>
#include <string>

namespace ficap::cli {

/// One line that says how far a run is and how long it will take, written over itself at most
/// five times a second. May be told from several threads at once.
class Progress {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;

  /// @param before how many of the replications were finished before this began
  /// @param err outlives this
  Progress(std::ostream& err, std::uint32_t replications, Clock clock, std::uint32_t before = 0);

  /// One of them was known before; it says nothing of the time that the others take.
  void known() noexcept { ++known_; }
  /// @param count those that have finished since this began, with those that were known
  void finished(std::uint32_t count);
  /// @returns how long the rest will take, by those that have finished; nothing before the first
  [[nodiscard]] std::optional<std::chrono::seconds> left();
  /// Says something that stays, on a line of its own.
  void say(const std::string& line);
  /// Takes the line away.
  void clear();

 private:
  [[nodiscard]] std::optional<std::chrono::seconds> left_after(std::uint32_t count) const;

  std::ostream& err_;
  std::uint32_t replications_;
  std::uint32_t before_;
  Clock clock_;
  std::chrono::steady_clock::time_point began_;
  std::chrono::steady_clock::time_point written_;
  std::atomic<std::uint32_t> known_{0};
  std::mutex mutex_;
  std::uint32_t most_{0};
  bool visible_{false};
};

/// @returns "about 40 s", "about 3 min", "about 2 h"
[[nodiscard]] std::string roughly(std::chrono::seconds time);

}  // namespace ficap::cli
