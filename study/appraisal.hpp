#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/scenario.hpp"
#include "models/uncertain_numbers.hpp"
#include "study/comparison.hpp"
#include "study/money_flows.hpp"
#include "study/study_document.hpp"

namespace ficap::study {

// The appraisal of options against business as usual, after the Green Book: real prices, time
// preference, optimism bias, net present value first. All money below is in pounds, and a mean over
// the futures; before the mean is taken it is whole pence.

/// Three answers to "is it worth it?", that must not be mixed: what society gains and gives up,
/// where what offenders lose is a transfer and no gain; what all of the public sector pays and
/// gets; what the organisation that pays does.
enum class View : std::uint8_t { society, public_purse, force };
inline constexpr std::size_t views = 3;
inline constexpr std::array<std::string_view, views> view_names{"society", "public_purse", "force"};

/// A mean over futures, and the half-width of its 95 % interval.
struct Mean {
  double value{};
  std::optional<double> half_width{};  ///< needs two futures
};

/// An option less business as usual in one view. Present values, over the years of the plan.
struct ViewOfOption {
  double costs{};             ///< more than business as usual, with optimism bias
  double benefits{};          ///< likewise
  Mean net{};                 ///< benefits less costs
  double net_without_bias{};  ///< before optimism bias
  /// Which way bias goes: whether more is spent than in business as usual, and whether it brings
  /// the view more, present values of the means.
  bool spends_more{true};
  bool brings_more{true};
  /// Benefits over costs, where there are both, and costs beyond next_to_nothing().
  std::optional<double> ratio;
  double chance_positive{};  ///< share of the futures with net > 0: luck alone
  /// The same where prices and shares with a range are drawn as well; absent where none has one.
  std::optional<double> chance_positive_with_ranges{};
  /// Of net, in the same draws: those that 5, 10, ..., 95 % of them lie below; empty likewise.
  std::vector<double> twentieths_with_ranges{};
  /// What all recoveries beyond those of business as usual must be multiplied by for net to be 0;
  /// where it saves and brings less, what it brings less. Absent where no factor does it, and where
  /// costs are next_to_nothing().
  std::optional<double> switching_recoveries{};
  /// The same for all additional costs.
  std::optional<double> switching_costs{};
};

/// One year of one organisation.
struct YearMeans {
  std::array<double, cost_kinds> costs{};
  std::array<double, receipt_kinds> receipts{};

  [[nodiscard]] double cost() const noexcept;
  [[nodiscard]] double recovered() const noexcept;
  [[nodiscard]] double to_force() const noexcept;
};

/// What money of people follows from: one role of one organisation in one year, means.
struct RoleYear {
  double fte{};           ///< in post
  double training_fte{};  ///< of these, not accredited yet
  double joiners{};
  double trainees{};
  double supplements{};  ///< pounds, before on-costs
  double overtime{};     ///< pounds, before on-costs
  double agency{};       ///< pounds
};

/// What receipts follow from: one organisation in one year, mean pounds.
struct ReceiptYear {
  double confiscation{};
  double confiscation_to_victims{};
  double forfeiture{};
  double forfeiture_to_victims{};
  double cover{};
  double other_costs{};  ///< what the study adds
};

/// A role as an organisation pays it.
struct RoleOf {
  std::size_t organisation{};  ///< index among Appraisal::organisations
  std::string role;            ///< id
  double pay{};                ///< pounds a year
  double on_costs{};           ///< for each pound of it
  std::vector<RoleYear> years;
};

/// A scenario's money, all of it: not less business as usual.
struct ScenarioMoney {
  std::vector<std::vector<YearMeans>> organisations;  ///< by organisation, then year
  std::vector<RoleOf> roles;                          ///< what it was made of
  std::vector<std::vector<ReceiptYear>> receipts;     ///< by organisation, then year

  /// All organisations in one year.
  [[nodiscard]] YearMeans of_year(std::size_t year) const;
};

/// @returns a thousandth of what a scenario costs, undiscounted, in pounds: up to so much more or
/// less
///          is nothing to divide by, since luck alone may make it
[[nodiscard]] double next_to_nothing(const ScenarioMoney& base);

/// Whether whoever pays can afford it in one year, in the money of that year.
struct AffordabilityYear {
  double cost{};      ///< of all its teams
  double receipts{};  ///< its share of what is recovered; not counted on below
  std::optional<double> budget{};
  [[nodiscard]] std::optional<double> left() const {
    return budget ? std::optional{*budget - cost} : std::nullopt;
  }
};

/// What an option brings and takes away over the years of the plan, each party by itself: present
/// values before optimism bias. The transfers among offenders, victims, force and public sector add
/// up to nothing.
struct Parties {
  double offenders{};  ///< at most 0 where more is recovered
  double victims{};
  double force_receipts{};
  double other_forces_receipts{};
  double rest_of_public_sector{};
  double force_costs{};         ///< negative where it pays more
  double other_forces_costs{};  ///< likewise
  double society{};             ///< social value of what is taken from offenders
};

/// An organisation's part in an option, less business as usual.
struct OrganisationChange {
  std::string id;
  double costs{};     ///< present value, before optimism bias
  double receipts{};  ///< present value of its share, likewise
  PairedDifference needs_met{};
  PairedDifference unmet_share{};
};

struct OptionAppraisal {
  std::array<ViewOfOption, views> by_view;
  [[nodiscard]] const ViewOfOption& of(View view) const {
    return by_view[static_cast<std::size_t>(view)];
  }
  ScenarioMoney money;
  /// In the force's view, without discounting; see payback_year().
  std::optional<std::size_t> payback_year{};
  PairedDifference needs_met{};  ///< needs served, over the years of the plan
  PairedDifference recovered{};  ///< pounds paid by offenders, undiscounted
  Mean more_cost{};              ///< of all organisations, undiscounted, before optimism bias
  /// Pounds for each additional need met, and for each additional pound recovered: absent where it
  /// cannot be told whether there are any.
  std::optional<Mean> cost_per_need{};
  std::optional<Mean> cost_per_pound{};
  /// The least social value of a pound recovered with which society's net is 0; absent where
  /// nothing more is recovered or nothing more is spent.
  std::optional<double> switching_value_of_recovery{};
  std::vector<AffordabilityYear> affordability;  ///< by year
  Parties parties;
  std::vector<OrganisationChange> organisations;
  AgainstBest lead{};  ///< in society's net, among options and business as usual
};

/// How one number with a range moves the net of each option, the others as stated.
struct SensitivityRow {
  models::UncertainNumber number;
  struct Nets {
    double at_low{};
    double at_high{};
  };
  /// By view, then option.
  std::array<std::vector<Nets>, views> nets;
  /// The greatest move among all options, of society's and the force's net: rows are in its order.
  [[nodiscard]] double swing() const;
};

/// What must become of recoveries for the second-placed of two options to be as good.
struct SwitchBetween {
  std::size_t ahead{};  ///< index of the option with the higher net
  std::size_t behind{};
  View view{};
  /// What all recoveries beyond business as usual are multiplied by; absent where no factor from 0
  /// to 10 does it.
  std::optional<double> recoveries{};
};

/// Options that are meant to cost the same.
struct EqualCost {
  std::vector<std::size_t> options;
  /// Between the greatest additional cost and the least, pounds; present values of the purse.
  double apart{};
  /// The greatest over the least, less 1; absent where the least is not above 0.
  std::optional<double> spread{};
};

struct Appraisal {
  std::size_t replications{};
  std::vector<std::string> organisations;  ///< ids, of the base
  std::size_t pays{};                      ///< index among them
  std::vector<int> years;                  ///< in which each financial year begins
  std::vector<double> factors;             ///< of discounting
  int price_base{};            ///< in which the year begins in whose prices money stands
  std::vector<double> prices;  ///< of each year's money, those of the price base being 1
  ScenarioMoney base;
  std::vector<AffordabilityYear> affordability;  ///< of the base
  std::vector<OptionAppraisal> options;          ///< in the study's order
  std::vector<SensitivityRow> sensitivity;
  std::size_t draws{};  ///< of prices and shares, for chance_positive_with_ranges
  std::vector<SwitchBetween> switches;
  std::vector<EqualCost> equal_cost;
  Comparison measures;  ///< the measures by which planners decide
};

/// Appraises. The same for any order of the options but for the order of its figures.
///
/// @param scenarios    the base first, then one for each option of the study
/// @param alternatives what became of them, in the same futures
/// @param seed         of the draws
/// @pre check_study() has nothing to say
[[nodiscard]] Appraisal appraise(const StudyDocument& study,
                                 std::span<const models::Scenario> scenarios,
                                 std::span<const Alternative> alternatives,
                                 std::uint64_t seed);

}  // namespace ficap::study
