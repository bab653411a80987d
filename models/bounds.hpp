#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <stdexcept>

namespace ficap::models {

/// What no future of sense comes near: the nation of bench/ has 3 million events in a future, some
/// 500 a day, and 20,000 cases and requests open at once. One that goes beyond grows without end,
/// or would take longer than anybody waits and more memory than there is. It is noticed within
/// 4,096 events, at the same event wherever and whenever the future is simulated.
struct Bounds {
  std::uint64_t events{1'000'000'000};
  std::uint64_t events_of_a_day{5'000'000};
  std::size_t open{4'000'000};      ///< cases, needs and requests at once
  std::size_t planned{15'000'000};  ///< events that lie ahead
};

/// A future that went beyond its bounds; says what grew, where, when, and what would keep it in.
class OutOfBounds : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A future that was ended because nobody waits for it any more. Nothing is to be had of it.
class Stopped : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "stopped"; }
};

}  // namespace ficap::models
