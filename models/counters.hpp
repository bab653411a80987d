#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ficap::models {

/// How results can be cut. The organisation is the case's owner for cases, needs and assets, and
/// the employer for hours; a need's skill is that of its first task; the team is that of the
/// people, the cause that of their absence; the stage is that in which a case is first engaged.
enum class Dimension : unsigned char {
  organisation,
  threat,
  request,
  work_class,
  skill,
  area,
  harm,
  team,
  cause,
  stage
};
inline constexpr std::size_t dimension_count = 10;

/// Names of the dimensions in results, in the order of the enumeration.
inline constexpr std::array<std::string_view, dimension_count> dimension_names{"organisation",
                                                                               "threat",
                                                                               "request",
                                                                               "class",
                                                                               "skill",
                                                                               "area",
                                                                               "harm",
                                                                               "team",
                                                                               "cause",
                                                                               "stage"};

/// A set of dimensions.
struct Dimensions {
  std::uint16_t bits{};
  [[nodiscard]] constexpr bool contains(Dimension d) const noexcept {
    return ((bits >> static_cast<unsigned>(d)) & 1U) != 0U;
  }
  friend constexpr Dimensions operator|(Dimensions a, Dimensions b) noexcept {
    return {static_cast<std::uint16_t>(a.bits | b.bits)};
  }
  friend constexpr Dimensions operator&(Dimensions a, Dimensions b) noexcept {
    return {static_cast<std::uint16_t>(a.bits & b.bits)};
  }
};
[[nodiscard]] constexpr Dimensions only(Dimension d) noexcept {
  return {static_cast<std::uint16_t>(1U << static_cast<unsigned>(d))};
}

/// Whole numbers that one replication counts: occurrences, pence, milliseconds. Everything
/// reported is a sum or a ratio of sums of these.
enum class Counter : std::uint8_t {
  // Primary needs arising in the measured period; outcome as at its end.
  needs,
  asked,
  suppressed,
  declined,
  expired,
  withdrawn,
  covered,
  served,
  waiting,
  completed,
  stopped,
  in_work,
  served_timely,
  deferred,
  promises,  // early needs asked for under a promise of a start
  promises_kept,
  promises_escalated,
  promises_lapsed,
  wait_ms,         // from asking to start, over the served
  wait_p90_ms,     // 90th percentile of the same within this future
  wait_p90_known,  // 1 where it is defined
  // Other work asked for in the measured period.
  induced_requests,
  cover_pence,
  // Cases that come to where a mandatory policy covers them; what became of it as at the end.
  referrals_covered,
  referrals_withheld,  // not brought
  referrals,           // brought
  referrals_refused,   // turned away at once
  referrals_triaged,
  referrals_lapsed,  // the case ended before triage did
  referrals_open,    // in triage, or waiting for it
  // The cohort of cases opened in the measured period.
  cases,
  cases_with_early_need,
  first_engaged_early,
  first_engaged_middle,
  first_engaged_late,
  never_engaged,
  first_engaged,  // in any stage; kept by stage
  engagement_ms,  // from opening to the first engagement, over the engaged
  cases_protected,
  protection_ms,  // from opening to the first protection, over the protected
  protected_before_overt,
  protected_after_overt,
  overt_to_protection_ms,  // over those first protected after the first overt act
  benefit_gone,            // what the crimes earned, less what was realisable when the case opened
  assets_realisable,
  assets_denied,
  assets_denied_before_overt,
  assets_released,
  assets_returned,
  assets_ordered,
  assets_collected,
  assets_outstanding,
  assets_not_collected,
  assets_still_open,
  assets_no_need_arose,
  assets_never_asked,
  assets_asked_but_unserved,
  assets_dissipated_before_engagement,
  assets_dissipated_after_engagement,
  assets_not_identified,
  assets_no_order_made,
  // Flows within the measured period, any case.
  confiscation_orders,
  forfeiture_orders,
  confiscation_pence,
  forfeiture_pence,
  conviction_to_order_ms,  // over the confiscation orders
  orders_paid,             // in part or in full, by date of order
  order_to_payment_ms,     // over these
  default_interest_pence,
  cash_confiscation,
  cash_forfeiture,
  cash_compensation,  // of these, to victims
  // Time within the measured period.
  contracted_ms,
  worked_ms,
  idle_ms,
  away_ms,
  training_ms,        // of recruits, and of their tutors
  in_post_fte_ms,     // thousandths of FTE x milliseconds of the calendar
  productive_fte_ms,  // the same, less what recruits do not do yet and their tutors do not do
  period_ms,          // the period's length, for each team
  posts_ms,           // posts x milliseconds
  vacant_ms,          // vacant posts x milliseconds
  people_ms,          // people in post x milliseconds
  held_ms,            // requests held x milliseconds
  overtime_ms,        // worked beyond the contract
  agency_ms,          // worked by people of an agency
  agency_fte_ms,      // of the agency: thousandths of FTE x milliseconds of the calendar
  lent_ms,            // worked for other organisations, by employer
  borrowed_ms,        // the same by whose requests they went into
  lent_fte_ms,        // on loan: thousandths of FTE x milliseconds of the calendar
  overtime_pence,
  agency_pence,
  supplement_pence,
  leavers,
  recruits_accredited,
  handovers,
  belief_by_time,  // thousandths of belief x milliseconds
  belief_time,     // milliseconds
  queue_level_ms,  // integral of the number of requests waiting for a start
  queue_stay_ms,   // the same from the stays of the requests
  stage_level_ms,  // integral of the number of open cases
  stage_stay_ms,   // the same from the stays of the cases in their stages
};
inline constexpr std::size_t counter_count = static_cast<std::size_t>(Counter::stage_stay_ms) + 1;

/// The dimensions by which a counter is kept.
[[nodiscard]] Dimensions dimensions_of(Counter counter) noexcept;

}  // namespace ficap::models
