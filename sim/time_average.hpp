#pragma once

#include <cstdint>

#include "sim/expects.hpp"
#include "sim/time.hpp"

namespace ficap::sim {

/// A whole number that changes at instants (how many wait, how many are inside), and its exact
/// integral over a window [from, until).
///
/// Changes before the window set the level it starts with; changes after it no longer count.
class Level {
 public:
  explicit constexpr Level(Time from = Time{}) noexcept : counted_to_{from}, from_{from} {}

  /// @pre now is not before the last change
  void change(Time now, std::int64_t delta) {
    FICAP_EXPECTS(now >= changed_);
    count_to(now);
    changed_ = now;
    value_ += delta;
  }

  [[nodiscard]] std::int64_t value() const noexcept { return value_; }

  /// Ends the window. Once is enough; the level may go on changing.
  /// @pre until is not before the window's start, nor before the last change
  void close(Time until) {
    FICAP_EXPECTS(!closed_ && until >= from_ && until >= changed_);
    count_to(until);
    closed_ = true;
  }

  /// @returns level times milliseconds over the window, exactly; before close(), so far as the
  ///          last change
  [[nodiscard]] std::int64_t integral() const noexcept { return integral_; }

  /// @returns the average level over the window
  /// @pre closed, and the window is not empty
  [[nodiscard]] double average() const {
    FICAP_EXPECTS(closed_ && counted_to_ > from_);
    return static_cast<double>(integral_) / static_cast<double>((counted_to_ - from_).count());
  }

 private:
  void count_to(Time now) noexcept {
    if (closed_ || now <= counted_to_) return;
    integral_ += value_ * (now - counted_to_).count();
    counted_to_ = now;
  }

  Time changed_{Time::min()};
  Time counted_to_;
  Time from_;
  std::int64_t value_{0};
  std::int64_t integral_{0};
  bool closed_{false};
};

}  // namespace ficap::sim
