#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/accounts.hpp"
#include "models/outcome.hpp"
#include "models/scenario.hpp"
#include "study/appraisal_terms.hpp"

namespace ficap::study {

// From what people were and cases brought to money: whole pence by organisation and year of the
// plan, in the prices that the terms state.

/// What money is spent on.
enum class CostKind : std::uint8_t {
  pay,
  on_costs,
  supplements,  ///< with on-costs
  overtime,     ///< with what an employer pays on it
  agency,
  overhead,
  recruitment,
  training,
  equipment,
  cover,  ///< officers and lawyers who stand in at hearings
  other   ///< what the study adds
};
inline constexpr std::size_t cost_kinds = 11;
/// Their names in results, in the order of the enumeration.
inline constexpr std::array<std::string_view, cost_kinds> cost_kind_names{"pay",
                                                                          "on_costs",
                                                                          "supplements",
                                                                          "overtime",
                                                                          "agency",
                                                                          "overhead",
                                                                          "recruitment",
                                                                          "training",
                                                                          "equipment",
                                                                          "cover",
                                                                          "other"};

/// Who gets what offenders pay: every penny of it goes to exactly one of these.
enum class ReceiptKind : std::uint8_t {
  force_from_confiscation,
  force_from_forfeiture,
  victims,
  rest_of_public_sector  ///< Home Office, prosecutors, courts, other agencies
};
inline constexpr std::size_t receipt_kinds = 4;
inline constexpr std::array<std::string_view, receipt_kinds> receipt_kind_names{
    "force_from_confiscation", "force_from_forfeiture", "victims", "rest_of_public_sector"};

/// One organisation in one year.
struct YearMoney {
  std::array<std::int64_t, cost_kinds> costs{};        ///< pence
  std::array<std::int64_t, receipt_kinds> receipts{};  ///< pence

  [[nodiscard]] std::int64_t cost() const noexcept;
  /// What offenders paid.
  [[nodiscard]] std::int64_t recovered() const noexcept;
  /// What of it the investigating organisation keeps.
  [[nodiscard]] std::int64_t to_force() const noexcept;
  [[nodiscard]] std::int64_t at(CostKind kind) const noexcept {
    return costs[static_cast<std::size_t>(kind)];
  }
  [[nodiscard]] std::int64_t at(ReceiptKind kind) const noexcept {
    return receipts[static_cast<std::size_t>(kind)];
  }
  YearMoney& operator+=(const YearMoney& other) noexcept;
  friend bool operator==(const YearMoney&, const YearMoney&) = default;
};

/// What of a scenario money follows from beside its futures. Pay and on-costs are the planned
/// setting's.
struct PayRoll {
  struct Team {
    std::size_t organisation{};  ///< index among the ids
    std::string role;            ///< id
    double pay{};                ///< pence a year of one full-time equivalent
    double on_costs{};           ///< what is paid for each pound of it
  };
  std::size_t organisations{};
  std::vector<Team> teams;            ///< in the order of the ids
  std::vector<std::int64_t> year_ms;  ///< length of each year of the plan
  [[nodiscard]] std::size_t years() const noexcept { return year_ms.size(); }
};

[[nodiscard]] PayRoll pay_roll(const models::Scenario& scenario, const models::DimensionIds& ids);

/// Money that a scenario does not know of, in one year.
struct AddedCost {
  std::size_t organisation{};
  std::size_t year{};  ///< from 0
  std::int64_t pence{};
};

/// Money of one future, or a sum over futures.
class MoneyFlows {
 public:
  MoneyFlows(std::size_t organisations, std::size_t years)
      : years_{years}, rows_(organisations * years) {}
  [[nodiscard]] std::size_t organisations() const noexcept { return rows_.size() / years_; }
  [[nodiscard]] std::size_t years() const noexcept { return years_; }
  [[nodiscard]] YearMoney& at(std::size_t organisation, std::size_t year) {
    return rows_.at((organisation * years_) + year);
  }
  [[nodiscard]] const YearMoney& at(std::size_t organisation, std::size_t year) const {
    return rows_.at((organisation * years_) + year);
  }
  /// All organisations in one year.
  [[nodiscard]] YearMoney of_year(std::size_t year) const;
  MoneyFlows& operator+=(const MoneyFlows& other);

 private:
  std::size_t years_;
  std::vector<YearMoney> rows_;
};

/// Each amount is rounded to the penny once, where it arises: for each team and year, kind by kind;
/// for each organisation and year. All sums of them are exact.
///
/// @pre the accounts are of a future of the roll's scenario
[[nodiscard]] MoneyFlows money_flows(const PayRoll& roll,
                                     const models::Accounts& accounts,
                                     const AppraisalTerms& terms,
                                     std::span<const AddedCost> added);

}  // namespace ficap::study
