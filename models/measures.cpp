#include "models/measures.hpp"

#include <algorithm>
#include <array>

namespace ficap::models {

namespace {

using enum Counter;

constexpr double ms_per_hour = 3'600'000.0;
constexpr double ms_per_day = 24.0 * ms_per_hour;

// What stands over and under the fraction line of each ratio.
template <Counter... counters>
constexpr std::array<Counter, sizeof...(counters)> sum{counters...};

constexpr auto& unmet = sum<suppressed, declined, expired>;
constexpr auto& need_with_known_end = sum<suppressed, declined, expired, covered, served>;
constexpr auto& unmet_requests = sum<declined, expired>;
constexpr auto& requests_with_known_end = sum<declined, expired, covered, served>;
constexpr auto& unmet_at_most = sum<suppressed, declined, expired, withdrawn, waiting>;

template <Counter counter>
constexpr Measure count(std::string_view name,
                        std::string_view unit,
                        std::string_view doc,
                        double scale = 1.0) {
  return Measure{
      .name = name, .unit = unit, .doc = doc, .over = sum<counter>, .under = {}, .scale = scale};
}
constexpr Measure ratio(std::string_view name,
                        std::string_view unit,
                        std::string_view doc,
                        std::span<const Counter> over,
                        std::span<const Counter> under,
                        double scale = 1.0) {
  return Measure{
      .name = name, .unit = unit, .doc = doc, .over = over, .under = under, .scale = scale};
}
template <Counter counter>
constexpr Measure pounds(std::string_view name, std::string_view doc) {
  return count<counter>(name, "pounds", doc, 0.01);
}

constexpr Measure lower_is_better(Measure measure) {
  measure.better = Better::lower;
  return measure;
}
constexpr Measure higher_is_better(Measure measure) {
  measure.better = Better::higher;
  return measure;
}

constexpr std::array list{
    count<needs>("needs", "needs", "primary needs that arose in the period"),
    count<asked>("asked", "needs", "needs that were asked for"),
    lower_is_better(count<suppressed>("suppressed", "needs", "needs never asked for")),
    count<declined>("declined", "needs", "asked and declined at once"),
    count<expired>("expired", "needs", "asked, not started inside the useful window"),
    count<withdrawn>("withdrawn", "needs", "asked; the case ended before work started"),
    count<covered>("covered", "needs", "statutory hearings met by an officer or lawyer instead"),
    higher_is_better(count<served>("served", "needs", "work started inside the useful window")),
    count<waiting>("waiting", "needs", "asked and still waiting at the end of the period"),
    count<completed>("completed", "needs", "served and finished"),
    count<stopped>("stopped", "needs", "served, but the case ended first"),
    count<in_work>("in_work", "needs", "served and still in work at the end of the period"),
    higher_is_better(count<served_timely>(
        "served_timely",
        "needs",
        "served; the decisive task was finished while it could still change the case")),
    count<deferred>("deferred", "decisions", "decisions not to ask"),
    count<promises>("promises", "needs", "early requests that were promised a start in time"),
    count<promises_kept>("promises_kept", "needs", "started in time, by whoever"),
    count<promises_escalated>(
        "promises_escalated", "needs", "not started in time: another unit may take them first"),
    count<promises_lapsed>(
        "promises_lapsed", "needs", "ended, or the period did, before the time was over"),
    higher_is_better(ratio("promises_kept_share",
                           "share",
                           "started in time, of all requests that were promised it",
                           sum<promises_kept>,
                           sum<promises>)),
    count<referrals>("referrals", "cases", "cases referred under a mandatory policy"),
    count<referrals_refused>(
        "referrals_refused", "cases", "of these, turned away at once, before triage"),
    ratio("referral_compliance",
          "share",
          "cases referred, turned away or not, of those that a mandatory policy covers",
          sum<referrals>,
          sum<referrals_covered>),
    count<induced_requests>(
        "induced_requests", "requests", "work revealed by success, outside the headline"),
    lower_is_better(ratio("unmet_share_of_need",
                          "share",
                          "never asked, declined or expired, of all needs with a known end",
                          unmet,
                          need_with_known_end)),
    ratio("unmet_share_of_requests",
          "share",
          "declined or expired, of all requests with a known end: what a record would show",
          unmet_requests,
          requests_with_known_end),
    lower_is_better(ratio("unmet_share_upper",
                          "share",
                          "the unmet share of need with withdrawn and waiting counted as unmet",
                          unmet_at_most,
                          sum<needs>)),
    higher_is_better(
        ratio("early_engagement_share",
              "share",
              "cohort cases first engaged in an early stage, of those with an early need",
              sum<first_engaged_early>,
              sum<cases_with_early_need>)),
    higher_is_better(count<first_engaged_early>(
        "first_engaged_early", "cases", "cohort cases first engaged in an early stage")),
    count<first_engaged_middle>(
        "first_engaged_middle", "cases", "cohort cases first engaged in a middle stage"),
    count<first_engaged_late>(
        "first_engaged_late", "cases", "cohort cases first engaged in a late stage"),
    lower_is_better(count<never_engaged>(
        "never_engaged", "cases", "cohort cases in which no work ever started")),
    count<first_engaged>(
        "first_engaged", "cases", "cohort cases engaged at any time, by the stage of the first"),
    lower_is_better(ratio("days_to_first_engagement",
                          "days",
                          "from opening to the first engagement, over cohort cases that have one",
                          sum<engagement_ms>,
                          sum<first_engaged>,
                          1.0 / ms_per_day)),
    lower_is_better(ratio("wait_days",
                          "days",
                          "from asking to the start of work, over the served",
                          sum<wait_ms>,
                          sum<served>,
                          1.0 / ms_per_day)),
    lower_is_better(ratio("wait_days_p90",
                          "days",
                          "90th percentile of that within a future, averaged over futures",
                          sum<wait_p90_ms>,
                          sum<wait_p90_known>,
                          1.0 / ms_per_day)),
    higher_is_better(
        ratio("belief",
              "share",
              "how far teams trust that discretionary help will come, averaged over teams and "
              "the period",
              sum<belief_by_time>,
              sum<belief_time>,
              0.001)),
    count<contracted_ms>("hours_contracted",
                         "hours",
                         "hours that people are employed for, bank holidays apart",
                         1.0 / ms_per_hour),
    Measure{.name = "hours_productive",
            .unit = "hours",
            .doc = "hours that could go into requests",
            .over = sum<worked_ms, idle_ms>,
            .under = {},
            .scale = 1.0 / ms_per_hour},
    count<worked_ms>(
        "hours_worked", "hours", "contracted hours that went into requests", 1.0 / ms_per_hour),
    count<away_ms>(
        "hours_away", "hours", "leave, sickness, training and other work", 1.0 / ms_per_hour),
    count<idle_ms>(
        "hours_idle", "hours", "hours that found no request to go into", 1.0 / ms_per_hour),
    count<training_ms>("hours_training",
                       "hours",
                       "hours of recruits, and of their tutors, that go into accreditation",
                       1.0 / ms_per_hour),
    count<overtime_ms>("hours_overtime",
                       "hours",
                       "hours beyond the contract that went into requests",
                       1.0 / ms_per_hour),
    count<agency_ms>("hours_agency",
                     "hours",
                     "hours of people of an agency that went into requests",
                     1.0 / ms_per_hour),
    count<lent_ms>("hours_for_others",
                   "hours",
                   "hours that went into requests of other organisations, by who worked them: on "
                   "loan, or taken over by a rule of overflow; counted in the hours above",
                   1.0 / ms_per_hour),
    count<borrowed_ms>("hours_from_others",
                       "hours",
                       "the same hours, by whose requests they went into",
                       1.0 / ms_per_hour),
    ratio("utilisation",
          "share",
          "worked of productive hours",
          sum<worked_ms>,
          sum<worked_ms, idle_ms>),
    ratio("fte_in_post",
          "FTE",
          "full-time equivalents in post, averaged over the period",
          sum<in_post_fte_ms>,
          sum<period_ms>,
          0.001),
    ratio("fte_productive",
          "FTE",
          "the same, less what recruits cannot do yet and what their tutors do not do for it",
          sum<productive_fte_ms>,
          sum<period_ms>,
          0.001),
    ratio("fte_agency",
          "FTE",
          "full-time equivalents of an agency, averaged over the period; in no post",
          sum<agency_fte_ms>,
          sum<period_ms>,
          0.001),
    ratio("fte_on_loan",
          "FTE",
          "of those in post, who worked for another organisation, averaged over the period",
          sum<lent_fte_ms>,
          sum<period_ms>,
          0.001),
    lower_is_better(ratio("vacancy_share",
                          "share",
                          "posts of the establishment that nobody holds, averaged over the period",
                          sum<vacant_ms>,
                          sum<posts_ms>)),
    count<leavers>("leavers",
                   "people",
                   "people who left; also who failed accreditation, and whose post was cut"),
    count<recruits_accredited>("recruits_accredited", "people", "recruits who became accredited"),
    count<handovers>("handovers",
                     "requests",
                     "requests that went to a colleague because their holder was away or had left"),
    ratio("caseload_per_person",
          "requests",
          "requests held by each person in post, external waits included; agencies apart",
          sum<held_ms>,
          sum<people_ms>),
    Measure{.name = "staffing_cost",
            .unit = "pounds",
            .doc = "overtime, agencies and market supplements in the period; pay is not in it",
            .over = sum<overtime_pence, agency_pence, supplement_pence>,
            .under = {},
            .scale = 0.01},
    pounds<overtime_pence>("overtime_cost", "what overtime cost in the period"),
    pounds<agency_pence>("agency_cost", "what people of an agency cost in the period"),
    pounds<supplement_pence>("supplement_cost",
                             "what market supplements cost in the period, with on-costs"),
    count<cases>("cases", "cases", "cases opened in the period: the cohort"),
    lower_is_better(
        ratio("days_to_first_protection",
              "days",
              "from opening to the first seizure, freeze or restraint, over cohort cases that "
              "have one",
              sum<protection_ms>,
              sum<cases_protected>,
              1.0 / ms_per_day)),
    higher_is_better(count<cases_protected>(
        "cases_protected", "cases", "cohort cases with assets protected at any time")),
    higher_is_better(count<protected_before_overt>(
        "cases_protected_before_overt",
        "cases",
        "cohort cases first protected before the subject knew of the investigation")),
    lower_is_better(ratio("days_from_overt_to_protection",
                          "days",
                          "from the first overt act to the first freeze or restraint, over cohort "
                          "cases first protected after it",
                          sum<overt_to_protection_ms>,
                          sum<protected_after_overt>,
                          1.0 / ms_per_day)),
    lower_is_better(
        pounds<cover_pence>("cost_of_cover", "cost of officers and lawyers who stood in")),
    higher_is_better(count<confiscation_orders>(
        "confiscation_orders", "orders", "confiscation orders made in the period, any case")),
    higher_is_better(count<forfeiture_orders>(
        "forfeiture_orders", "orders", "forfeiture orders made in the period, any case")),
    higher_is_better(Measure{.name = "orders_value",
                             .unit = "pounds",
                             .doc = "value of orders made in the period, any case",
                             .over = sum<confiscation_pence, forfeiture_pence>,
                             .under = {},
                             .scale = 0.01}),
    higher_is_better(pounds<confiscation_pence>(
        "confiscation_value", "value of confiscation orders made in the period, any case")),
    higher_is_better(pounds<forfeiture_pence>(
        "forfeiture_value", "value of forfeiture orders made in the period, any case")),
    lower_is_better(ratio("days_to_confiscation_order",
                          "days",
                          "from conviction (the beginning of the stage that decides) to the order, "
                          "over confiscation orders made in the period",
                          sum<conviction_to_order_ms>,
                          sum<confiscation_orders>,
                          1.0 / ms_per_day)),
    lower_is_better(ratio("days_from_order_to_payment",
                          "days",
                          "from an order to its payment, over orders of the period that are paid, "
                          "in part or in full",
                          sum<order_to_payment_ms>,
                          sum<orders_paid>,
                          1.0 / ms_per_day)),
    pounds<default_interest_pence>(
        "default_interest",
        "interest that confiscation orders of the period owe, up to its end, on what was not paid "
        "in time; in no other figure"),
    higher_is_better(Measure{.name = "cash_received",
                             .unit = "pounds",
                             .doc = "money received in the period, any case",
                             .over = sum<cash_confiscation, cash_forfeiture>,
                             .under = {},
                             .scale = 0.01}),
    higher_is_better(pounds<cash_confiscation>(
        "cash_from_confiscation",
        "money received from confiscation orders in the period, any case")),
    higher_is_better(pounds<cash_forfeiture>(
        "cash_from_forfeiture", "money received from forfeitures in the period, any case")),
    higher_is_better(pounds<cash_compensation>(
        "cash_to_victims",
        "of the money received in the period, what goes to victims before all others")),
    Measure{.name = "criminal_benefit",
            .unit = "pounds",
            .doc = "what the crimes of the cohort earned",
            .over = sum<benefit_gone, assets_realisable>,
            .under = {},
            .scale = 0.01},
    pounds<assets_realisable>("assets_realisable", "realisable assets of the cohort"),
    higher_is_better(pounds<assets_denied>("assets_denied", "assets protected at any time")),
    higher_is_better(pounds<assets_denied_before_overt>(
        "assets_denied_before_overt", "of these, first protected before the subject knew")),
    higher_is_better(ratio("denied_before_overt_share",
                           "share",
                           "the same, of all that was protected at any time",
                           sum<assets_denied_before_overt>,
                           sum<assets_denied>)),
    lower_is_better(pounds<assets_released>(
        "assets_released",
        "protected and let go: the hold ran out, or the case closed without an order")),
    higher_is_better(
        pounds<assets_returned>("assets_returned", "of what was collected, what goes to victims")),
    higher_is_better(pounds<assets_ordered>("assets_ordered", "assets in orders and forfeitures")),
    higher_is_better(ratio("recovered_share",
                           "share",
                           "collected, of modelled realisable assets of the cohort",
                           sum<assets_collected>,
                           sum<assets_realisable>)),
    higher_is_better(pounds<assets_collected>("assets_collected",
                                              "in an order and paid before the end of the run-on")),
    pounds<assets_outstanding>("assets_outstanding", "in an order and due later"),
    pounds<assets_not_collected>("assets_not_collected", "in an order and never paid"),
    pounds<assets_still_open>("assets_still_open",
                              "the case was not closed at the end of the run-on"),
    pounds<assets_no_need_arose>("assets_no_need_arose", "the case never needed help"),
    lower_is_better(
        pounds<assets_never_asked>("assets_never_asked", "help was needed and never asked for")),
    lower_is_better(pounds<assets_asked_but_unserved>("assets_asked_but_unserved",
                                                      "help was asked for and work never started")),
    lower_is_better(pounds<assets_dissipated_before_engagement>(
        "assets_dissipated_before_engagement", "lost before work started")),
    pounds<assets_dissipated_after_engagement>("assets_dissipated_after_engagement",
                                               "lost after work started"),
    pounds<assets_not_identified>("assets_not_identified", "still there, never found"),
    pounds<assets_no_order_made>("assets_no_order_made", "found, and in no order"),
};

}  // namespace

Dimensions Measure::dimensions() const noexcept {
  Dimensions all = dimensions_of(over.front());
  for (const Counter counter : over)
    all = all & dimensions_of(counter);
  for (const Counter counter : under)
    all = all & dimensions_of(counter);
  return all;
}

std::span<const Measure> measures() noexcept {
  return list;
}

const Measure* find_measure(std::string_view name) noexcept {
  const auto* const found =
      std::find_if(list.begin(), list.end(), [&](const Measure& m) { return m.name == name; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace ficap::models
