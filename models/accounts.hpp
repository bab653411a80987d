#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "models/counters.hpp"

namespace ficap::models {

// What a year of the plan came to for whoever pays, and whoever is paid: by team what its people
// were, by organisation what its cases brought. Whole milliseconds, whole pence.

/// The people of one team in one year. Those of an agency count in what they cost and nowhere else.
struct TeamYear {
  std::int64_t in_post_fte_ms{};   ///< thousandths of FTE x milliseconds of the calendar
  std::int64_t training_fte_ms{};  ///< of these, of recruits who are not accredited yet
  std::int64_t joiners{};          ///< first days of people who were not there before
  std::int64_t trainees{};         ///< trainings begun
  std::int64_t leavers{};
  std::int64_t overtime_pence{};
  std::int64_t agency_pence{};
  std::int64_t supplement_pence{};
  friend bool operator==(const TeamYear&, const TeamYear&) = default;
};

/// One organisation in one year: receipts from its cases on the day of payment.
struct OrganisationYear {
  std::int64_t confiscation_pence{};             ///< paid under confiscation orders
  std::int64_t confiscation_to_victims_pence{};  ///< of these
  std::int64_t forfeiture_pence{};
  std::int64_t forfeiture_to_victims_pence{};
  std::int64_t cover_pence{};  ///< for officers or lawyers who stood in at hearings
  friend bool operator==(const OrganisationYear&, const OrganisationYear&) = default;
};

/// A member of a row, by the name that it has in results. Where a counter of the same by team, or
/// by organisation, exists, the years add up to it.
template <class Row>
struct AccountColumn {
  static constexpr Counter none = static_cast<Counter>(counter_count);
  std::string_view name;
  std::int64_t Row::*member;
  Counter counter{none};
};

/// All columns: one for each member.
[[nodiscard]] std::span<const AccountColumn<TeamYear>> team_columns() noexcept;
[[nodiscard]] std::span<const AccountColumn<OrganisationYear>> organisation_columns() noexcept;

/// Every year of the plan.
struct Accounts {
  std::vector<TeamYear> teams;  ///< years x teams: all teams of the first year, then of the next
  std::vector<OrganisationYear> organisations;  ///< years x organisations, likewise
  friend bool operator==(const Accounts&, const Accounts&) = default;
};

}  // namespace ficap::models
