#include "models/counters.hpp"

namespace ficap::models {

namespace {

using enum Counter;

constexpr Dimensions no_dimensions{};
constexpr Dimensions by_organisation = only(Dimension::organisation);
constexpr Dimensions of_cases =
    by_organisation | only(Dimension::threat) | only(Dimension::area) | only(Dimension::harm);
constexpr Dimensions of_needs =
    of_cases | only(Dimension::request) | only(Dimension::work_class) | only(Dimension::skill);
constexpr Dimensions of_waits =
    by_organisation | only(Dimension::request) | only(Dimension::work_class);
constexpr Dimensions of_people = by_organisation | only(Dimension::team);
constexpr Dimensions of_work =
    of_people | only(Dimension::request) | only(Dimension::work_class) | only(Dimension::skill);
constexpr Dimensions of_borrowed_work = by_organisation | only(Dimension::request) |
                                        only(Dimension::work_class) | only(Dimension::skill);
constexpr Dimensions of_absence = of_people | only(Dimension::cause);
constexpr Dimensions of_belief =
    by_organisation | only(Dimension::work_class) | only(Dimension::area);

}  // namespace

Dimensions dimensions_of(Counter counter) noexcept {
  switch (counter) {
    case wait_p90_ms:
    case wait_p90_known:
      return of_waits;
    case worked_ms:
    case overtime_ms:
    case agency_ms:
    case lent_ms:
      return of_work;
    case borrowed_ms:
      return of_borrowed_work;
    case away_ms:
      return of_absence;
    case contracted_ms:
    case idle_ms:
    case training_ms:
    case in_post_fte_ms:
    case productive_fte_ms:
    case period_ms:
    case posts_ms:
    case vacant_ms:
    case people_ms:
    case held_ms:
    case agency_fte_ms:
    case lent_fte_ms:
    case overtime_pence:
    case agency_pence:
    case supplement_pence:
    case leavers:
    case recruits_accredited:
    case handovers:
      return of_people;
    case belief_by_time:
    case belief_time:
      return of_belief;
    case queue_level_ms:
    case queue_stay_ms:
    case stage_level_ms:
    case stage_stay_ms:
      return no_dimensions;
    case referrals_covered:
    case referrals_withheld:
    case referrals:
    case referrals_refused:
    case referrals_triaged:
    case referrals_lapsed:
    case referrals_open:
      return of_cases;
    case confiscation_orders:
    case forfeiture_orders:
    case confiscation_pence:
    case forfeiture_pence:
    case conviction_to_order_ms:
    case orders_paid:
    case order_to_payment_ms:
    case default_interest_pence:
    case cash_confiscation:
    case cash_forfeiture:
    case cash_compensation:
      return by_organisation | only(Dimension::threat);
    case first_engaged:
      return of_cases | only(Dimension::stage);
    default:
      return counter < cases ? of_needs : of_cases;
  }
}

}  // namespace ficap::models
