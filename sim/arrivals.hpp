#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/stream.hpp"
#include "sim/time.hpp"

namespace ficap::sim {

/// From this instant on, so many per hour.
struct RateChange {
  Time from;
  double per_hour{};  ///< >= 0
  friend bool operator==(const RateChange&, const RateChange&) = default;
};

/// The expected number of arrivals by each instant, for a rate that is constant between changes.
class CumulativeRate {
 public:
  /// @param changes  in ascending order of time, at least one; before the first the rate is 0
  /// @param until    the end: nothing arrives at it or after it
  /// @pre changes ascend strictly, until is after the last, rates are finite and >= 0
  CumulativeRate(std::vector<RateChange> changes, Time until);

  /// @returns the expected number of arrivals before `t`
  [[nodiscard]] double at(Time t) const;

  /// @returns the instant (nearest millisecond) by which `expected` arrivals are expected; none
  ///          where that is not before the end
  /// @pre expected >= 0
  [[nodiscard]] std::optional<Time> inverse(double expected) const;

  /// @returns the expected number of arrivals altogether
  [[nodiscard]] double total() const noexcept { return before_.back(); }

 private:
  std::vector<RateChange> changes_;
  std::vector<double> before_;  ///< expected before each change; one more for the end
  Time until_;
};

/// One arrival: when, and its place in the order of arrival, from 0.
struct Arrival {
  Time at;
  std::uint32_t ordinal{};
  friend bool operator==(const Arrival&, const Arrival&) = default;
};

/// A Poisson process whose k-th arrival is the k-th unit-rate arrival sent through the inverse of
/// a cumulative rate, so that the k-th arrival is the same one when rates change.
///
/// The gap before arrival k is drawn at the given address with ordinal k.
class PoissonArrivals {
 public:
  /// @param address names the process; its ordinal is replaced by that of the arrival
  explicit PoissonArrivals(const Address& address) : address_{address} {}

  /// @returns the next arrival; none, then and ever after, where it would not be before the end
  [[nodiscard]] std::optional<Arrival> next(const CumulativeRate& rate);

 private:
  Address address_;
  std::uint32_t next_ordinal_{0};
  double partial_sum_{0.0};
};

}  // namespace ficap::sim
