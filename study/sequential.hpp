#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "study/linearised.hpp"

namespace ficap::study {

/// How precise an estimate is to be: the half-width of its 95 % interval is to be at most this.
struct PrecisionTarget {
  double half_width{};   ///< > 0; in the measure's unit, or in per cent of Quantity::whole
  bool per_cent{false};  ///< whether it is in per cent
  friend bool operator==(const PrecisionTarget&, const PrecisionTarget&) = default;

  /// @returns the half-width that is wanted, in the measure's unit
  [[nodiscard]] double wanted(double whole) const noexcept;
};

/// A quantity that is to be precise.
struct Quantity {
  Linearised estimate;
  /// What a target in per cent is a part of, its sign aside: the estimate itself or, of a
  /// difference, which may be nothing, the value that is changed. Absent where the estimate is.
  std::optional<double> whole{};
};

/// What a look has seen of one quantity.
struct TargetSeen {
  std::optional<double> value{};
  std::optional<double> half_width{};  ///< at the error that the look spends
  std::optional<double> wanted{};
  bool met{false};
  friend bool operator==(const TargetSeen&, const TargetSeen&) = default;
};

/// Decides after how many futures a study is precise enough, so that the interval at the end holds
/// the truth at least 95 times in 100 although the data chose when to end.
///
/// It looks at fixed numbers of futures: 30, 38, 48, 60, ..., each a quarter more than the one
/// before, and last at the most that may be simulated. The 5 % by which an interval may miss are
/// split over the looks that can end the study: the first spends 0.5 %, each later one half of what
/// is left, the last all of it. A look after the first can end the study only where the one before
/// it says that every target will be within reach; otherwise it spends nothing. What a look spends
/// is thus settled before its futures are simulated, and the sum never passes 5 %, for each
/// quantity. A study ends at the first look at which every target is met.
///
/// Costs about 1.6 times the futures that an interval of fixed length would need had the spread
/// been known beforehand; see docs/adr/0014.
/// Source: the union bound over looks as in Law, Simulation Modeling and Analysis, 5th ed. (2015),
/// 9.4 and 9.7; alpha spending after Lan & DeMets, Biometrika 70 (1983).
class SequentialRule {
 public:
  /// @param targets one for each quantity
  /// @param most futures that may be simulated
  /// @param family over how many intervals that must hold together each look's error is divided
  /// @pre targets is not empty, every half_width > 0, most >= 1, family >= 1
  SequentialRule(std::vector<PrecisionTarget> targets, std::uint32_t most, std::size_t family = 1);

  /// @returns of how many futures the next look wants to know; of the last once it is finished
  [[nodiscard]] std::uint32_t replications() const noexcept { return replications_; }
  [[nodiscard]] bool finished() const noexcept { return finished_; }
  /// @returns whether it has finished with every target met
  [[nodiscard]] bool met() const noexcept { return met_; }
  /// @returns the number of the next look, or of the one at which it finished; the first is 1
  [[nodiscard]] std::uint32_t look_number() const noexcept { return number_; }

  /// Looks.
  ///
  /// @param quantities of the first replications() futures, in the order of the targets
  /// @pre not finished()
  void look(std::span<const Quantity> quantities);

  /// Looks where a study was stopped from outside, after any number of futures. What it sees is for
  /// information: it is finished, and not met.
  ///
  /// @pre not finished(); all quantities are of `replications` futures
  void stop(std::span<const Quantity> quantities, std::uint32_t replications);

  /// @returns the error that the last look spent or, where it could not end the study, would have
  ///          spent; 0 before the first
  [[nodiscard]] double error() const noexcept { return error_; }
  /// @returns what the last look saw, one for each target; empty before the first
  [[nodiscard]] const std::vector<TargetSeen>& seen() const noexcept { return seen_; }
  /// @returns about how many futures all targets will take, by the spread of the last look; 0 where
  ///          it cannot say, before the first look or where a quantity is undefined
  [[nodiscard]] std::uint64_t expected() const noexcept { return expected_; }

 private:
  [[nodiscard]] double error_of_next() const noexcept;
  void see(std::span<const Quantity> quantities, double error);
  [[nodiscard]] bool can_end_next(std::span<const Quantity> quantities) const;
  [[nodiscard]] std::uint64_t forecast(std::span<const Quantity> quantities) const;

  std::vector<PrecisionTarget> targets_;
  std::uint32_t most_;
  double family_;
  std::uint32_t replications_;
  std::uint32_t number_{1};
  bool can_end_{true};  // whether the next look can end the study
  bool finished_{false};
  bool met_{false};
  double left_;  // error not yet spent
  double error_{0.0};
  std::vector<TargetSeen> seen_;
  std::uint64_t expected_{0};
};

}  // namespace ficap::study
