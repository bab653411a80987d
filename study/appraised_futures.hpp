#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "models/scenario.hpp"
#include "study/appraisal.hpp"
#include "study/comparison.hpp"
#include "study/prices.hpp"

namespace ficap::study {

// What each future of a study is worth, at any prices.

/// What an option adds to business as usual in one future and one view, as pounds of each year.
struct Increment {
  std::vector<double> costs;
  std::vector<double> benefits;
  std::vector<double> recovered;  ///< what benefits follow
};

/// By how much additional costs and benefits are taken to be more or less than they seem: each
/// against the option, whichever way it goes.
struct BiasFactors {
  double costs{1.0};
  double benefits{1.0};
};

/// @param spends_more, brings_more than business as usual
[[nodiscard]] BiasFactors bias_factors(const OptimismBias& bias,
                                       bool spends_more,
                                       bool brings_more);

/// The futures of a study's scenarios, and what turns them into money.
class AppraisedFutures {
 public:
  AppraisedFutures(const StudyDocument& study,
                   std::span<const models::Scenario> scenarios,
                   std::span<const Alternative> alternatives);

  [[nodiscard]] std::size_t replications() const { return alternatives_.front().outcomes.size(); }
  [[nodiscard]] std::size_t scenarios() const noexcept { return rolls_.size(); }
  [[nodiscard]] std::size_t years() const { return rolls_.front().years(); }
  [[nodiscard]] std::size_t organisations() const { return rolls_.front().organisations; }
  [[nodiscard]] std::size_t pays() const noexcept { return pays_; }
  [[nodiscard]] const Prices& stated() const noexcept { return stated_; }
  [[nodiscard]] const PayRoll& roll(std::size_t scenario) const { return rolls_.at(scenario); }
  [[nodiscard]] const Alternative& alternative(std::size_t scenario) const {
    return alternatives_[scenario];
  }
  /// What the study adds to a scenario; nothing to the base.
  [[nodiscard]] std::vector<AddedCost> added(std::size_t scenario, const Prices& prices) const;

  /// @returns the scenario's money in every future, in order
  [[nodiscard]] std::vector<MoneyFlows> flows(std::size_t scenario, const Prices& prices) const;
  /// The same for one future.
  [[nodiscard]] MoneyFlows flows(std::size_t scenario,
                                 std::size_t future,
                                 const Prices& prices) const;

  /// An option's money less that of business as usual in the same future.
  [[nodiscard]] Increment increment(View view,
                                    const MoneyFlows& option,
                                    const MoneyFlows& base,
                                    const Prices& prices) const;

 private:
  std::span<const Alternative> alternatives_;
  std::vector<PayRoll> rolls_;
  Prices stated_;
  std::size_t pays_{};
};

}  // namespace ficap::study
