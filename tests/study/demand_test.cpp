#include "study/demand.hpp"

#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

#include <doctest/doctest.h>

#include "study/demand_against_base.hpp"
#include "tests/support/outcomes.hpp"

using namespace ficap;
using doctest::Approx;
using models::MonthRow;
using models::Outcome;
using study::RecordTells;

namespace {

/// A month in which so many discretionary needs arose and were asked for; of every ten that were
/// asked for nine were served, and all others ended.
MonthRow month_of(std::int64_t needs, std::int64_t asked) {
  const std::int64_t unhelped = asked / 10;
  return {.belief_thousandths = 500,
          .discretionary_needs = needs,
          .discretionary_asked = asked,
          .discretionary_served = asked - unhelped,
          .discretionary_unhelped = unhelped,
          .discretionary_never_asked = needs - asked};
}

/// What a month has in the first and in the last of three years.
struct Years {
  std::int64_t needs_first{100};
  std::int64_t asked_first{50};
  std::int64_t needs_last{100};
  std::int64_t asked_last{60};
};

/// Three years; the one between is like the last. What is added to a month's requests and needs
/// differs between futures by `apart`.
std::vector<Outcome> futures_of(const Years& years, std::int64_t apart = 1) {
  std::vector<Outcome> outcomes(4);
  for (std::size_t r = 0; r < outcomes.size(); ++r) {
    const auto more = static_cast<std::int64_t>(r) * apart;
    for (int month = 0; month < 36; ++month) {
      const bool first = month < 12;
      outcomes[r].months.push_back(month_of((first ? years.needs_first : years.needs_last) + more,
                                            (first ? years.asked_first : years.asked_last) + more));
    }
  }
  return outcomes;
}

study::DemandOverTime over_time(const Years& years) {
  return study::demand_over_time(futures_of(years)).value();
}

RecordTells told_of(const Years& years) {
  return study::what_a_record_tells(over_time(years));
}

}  // namespace

TEST_CASE("a month of discretionary work is a mean over futures, its shares are of summed needs") {
  std::vector<Outcome> outcomes(2);
  outcomes[0].months = {{.needs = 500,
                         .belief_thousandths = 400,
                         .discretionary_needs = 30,
                         .discretionary_asked = 12,
                         .discretionary_served = 5,
                         .discretionary_covered = 1,
                         .discretionary_unhelped = 2,
                         .discretionary_never_asked = 12},
                        {}};
  outcomes[1].months = {{.belief_thousandths = 600,
                         .discretionary_needs = 10,
                         .discretionary_asked = 8,
                         .discretionary_served = 2},
                        {}};
  const auto series = study::demand_by_month({2026, 12, 1}, outcomes);
  REQUIRE(series.size() == 2);
  CHECK(series[0].first_day == sim::Date{2026, 12, 1});
  CHECK(series[0].needs == 20.0);
  CHECK(series[0].asked == 10.0);
  CHECK(series[0].served == 3.5);
  CHECK(series[0].belief == Approx(0.5));
  CHECK(series[0].unmet_share_of_requests == 0.2);      // 2 of 5 + 1 + 2 + 2
  CHECK(series[0].unmet_share_of_need == 14.0 / 22.0);  // with the 12 that nobody asked for
  CHECK(series[1].first_day == sim::Date{2027, 1, 1});
  CHECK_FALSE(series[1].unmet_share_of_requests.has_value());
  CHECK_FALSE(series[1].unmet_share_of_need.has_value());
}

TEST_CASE("requests that rise where need does not would be told as growing need") {
  const auto demand = over_time({});
  CHECK_FALSE(demand.from_year_before);
  // Futures of 50, 51, 52, 53 requests a month in the first year, and of 60 to 63 in the last.
  CHECK(*demand.requests_change.mean == Approx(246.0 / 206.0 - 1.0));
  CHECK(*demand.need_change.mean == 0.0);
  CHECK(*demand.requests_beyond_need.mean == Approx(246.0 / 206.0 - 1.0));
  // Residuals are (over - ratio x under) / mean(under), with 3 degrees of freedom.
  const double ratio = 246.0 / 206.0;
  double squares = 0.0;
  for (int r = 0; r < 4; ++r) {
    const double residual = (60.0 + r - (ratio * (50.0 + r))) / 51.5;
    squares += residual * residual;
  }
  CHECK(*demand.requests_change.half_width == Approx(3.18244630528 * std::sqrt(squares / 12.0)));
  // Of 100 to 103 needs a month 50 were never asked for in the first year, 40 in the last, and a
  // tenth of the others (5 each) was not helped.
  CHECK(*demand.unmet_share_of_need.then.mean == Approx(220.0 / 406.0));
  CHECK(*demand.unmet_share_of_need.now.mean == Approx(184.0 / 406.0));
  CHECK(*demand.unmet_share_of_need.change.mean == Approx(-36.0 / 406.0));
  CHECK(*demand.unmet_share_of_requests.then.mean == Approx(20.0 / 206.0));
  CHECK(study::what_a_record_tells(demand) == RecordTells::growing_need);
}

TEST_CASE("requests that fall where need does not would be told as shrinking need") {
  CHECK(told_of({.asked_first = 60, .asked_last = 50}) == RecordTells::shrinking_need);
}

TEST_CASE("a record that moves with the need tells nothing else") {
  CHECK(told_of({.asked_last = 50}) == RecordTells::nothing_else);
  CHECK(told_of({.needs_last = 120, .asked_last = 60}) == RecordTells::nothing_else);
  // More needs and still more requests: that is more than the need.
  CHECK(told_of({.needs_last = 110, .asked_last = 70}) == RecordTells::growing_need);
  // Fewer needs, as many requests: the record tells of no growth.
  CHECK(told_of({.needs_last = 90, .asked_last = 50}) == RecordTells::nothing_else);
}

TEST_CASE("a change is told three standard errors from none, not two") {
  const auto told_with = [](study::Estimate study::DemandOverTime::*change, double half_widths) {
    study::DemandOverTime demand = over_time({});
    (demand.*change).half_width = std::fabs(*(demand.*change).mean) / half_widths;
    return study::what_a_record_tells(demand);
  };
  for (const auto change :
       {&study::DemandOverTime::requests_change, &study::DemandOverTime::requests_beyond_need}) {
    CHECK(told_with(change, 1.6) == RecordTells::growing_need);
    CHECK(told_with(change, 1.4) == RecordTells::nothing_else);
  }
}

TEST_CASE("what is smaller than a few per cent, or than chance, is not told") {
  CHECK(told_of({.needs_first = 200, .asked_first = 100, .needs_last = 200, .asked_last = 104}) ==
        RecordTells::nothing_else);
  CHECK(told_of({.needs_first = 200, .asked_first = 100, .needs_last = 200, .asked_last = 106}) ==
        RecordTells::growing_need);
  std::vector<Outcome> uncertain = futures_of({});
  for (Outcome& outcome : uncertain) {
    const bool up = &outcome == &uncertain.front() || &outcome == &uncertain.back();
    for (std::size_t month = 24; month < 36; ++month)
      outcome.months[month].discretionary_asked += up ? 30 : -30;
  }
  const auto demand = study::demand_over_time(uncertain).value();
  CHECK(*demand.requests_change.mean > study::least_change_told);
  CHECK(study::what_a_record_tells(demand) == RecordTells::nothing_else);
  std::vector<Outcome> alone = futures_of({});
  alone.resize(1);
  CHECK(study::what_a_record_tells(study::demand_over_time(alone).value()) ==
        RecordTells::nothing_else);
}

TEST_CASE("more requests that bring no more help are not told") {
  std::vector<Outcome> outcomes = futures_of({});
  for (Outcome& outcome : outcomes) {
    for (std::size_t month = 24; month < 36; ++month) {
      MonthRow& row = outcome.months[month];
      row.discretionary_unhelped += 20;
      row.discretionary_served -= 20;
    }
  }
  CHECK(study::what_a_record_tells(study::demand_over_time(outcomes).value()) ==
        RecordTells::nothing_else);
}

TEST_CASE("the year before the plan is what comes first where there is one") {
  std::vector<Outcome> outcomes = futures_of({});
  for (Outcome& outcome : outcomes)
    outcome.year_before = month_of(1200, 300);
  const auto demand = study::demand_over_time(outcomes).value();
  CHECK(demand.from_year_before);
  CHECK(*demand.requests_change.mean == Approx(12.0 * 246.0 / 1200.0 - 1.0));
  CHECK(*demand.unmet_share_of_need.then.mean == Approx(930.0 / 1200.0));
  for (Outcome& outcome : outcomes)
    outcome.months.resize(12);
  CHECK(study::demand_over_time(outcomes).has_value());
  for (Outcome& outcome : outcomes)
    outcome.year_before.reset();
  CHECK_FALSE(study::demand_over_time(outcomes).has_value());  // one year is no change
}

TEST_CASE("where nobody is free to ask or not there is nothing to tell of") {
  std::vector<Outcome> outcomes(2);
  for (Outcome& outcome : outcomes)
    outcome.months.assign(24, {.needs = 10, .asked = 10, .served = 10});
  CHECK_FALSE(study::demand_over_time(outcomes).has_value());
}

TEST_CASE("an option's requests and belief are held against the base's, future by future") {
  const models::DimensionIds ids = test::small_world();
  const models::Layout layout{ids};
  const std::vector<Outcome> base = futures_of({.asked_last = 50});
  std::vector<Outcome> option = futures_of({.asked_first = 55, .asked_last = 55});
  for (Outcome& outcome : option) {
    for (MonthRow& row : outcome.months)
      row.belief_thousandths = 620;
  }
  std::vector<Outcome> more_need = futures_of({.needs_first = 110, .needs_last = 110});
  const std::vector<study::Alternative> all{
      {ids, layout, base}, {ids, layout, option}, {ids, layout, more_need}};
  const auto compared = study::demand_against_base(all);
  REQUIRE(compared.size() == 2);
  REQUIRE(compared[0].has_value());
  CHECK(*compared[0]->requests_change.mean == Approx(226.0 / 206.0 - 1.0));
  CHECK(*compared[0]->requests_beyond_need.mean == Approx(226.0 / 206.0 - 1.0));
  CHECK(*compared[0]->need_change.mean == 0.0);
  CHECK(compared[0]->same_need);
  CHECK(*compared[0]->belief_change.mean == Approx(0.12));
  // One of four intervals that hold together, with 3 degrees of freedom: t at 1 - 0.05 / 8.
  const double ratio = 226.0 / 206.0;
  double squares = 0.0;
  for (int r = 0; r < 4; ++r) {
    const double residual = (55.0 + r - (ratio * (50.0 + r))) / 51.5;
    squares += residual * residual;
  }
  CHECK(*compared[0]->requests_change.half_width ==
        Approx(5.3919495 * std::sqrt(squares / 12.0)).epsilon(1e-4));
  // Five requests more in each month of the first year and of the others, in every future.
  REQUIRE(compared[0]->requests_more.size() == 36);
  for (const study::Estimate& more : compared[0]->requests_more)
    CHECK(more == study::Estimate{.mean = 5.0, .half_width = 0.0, .replications = 4});
  REQUIRE(compared[1].has_value());
  CHECK_FALSE(compared[1]->same_need);
  CHECK(*compared[1]->need_change.mean == Approx(446.0 / 406.0 - 1.0));
  CHECK(*compared[1]->belief_change.mean == 0.0);
}

TEST_CASE("belief alone decides who asks where the rule is the same and nobody must refer") {
  const models::Setting plain;
  CHECK(study::ask_by_belief_alike(plain, plain));
  models::Setting certain;
  certain.asking.ceiling.value = models::Share{1.0};
  CHECK_FALSE(study::ask_by_belief_alike(plain, certain));
  models::Setting referring;
  referring.policies.mandatory_referral.emplace();
  CHECK_FALSE(study::ask_by_belief_alike(plain, referring));
  CHECK_FALSE(study::ask_by_belief_alike(referring, referring));
}
