#include "study/experiment.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "models/scenario.hpp"
#include "models/walk_numbers.hpp"
#include "study/nested_draws.hpp"
#include "study/plausible.hpp"
#include "study/ranking.hpp"
#include "tests/support/for_all.hpp"
#include "tests/support/scenarios.hpp"
#include "tests/support/threads.hpp"

using namespace ficap;

namespace {

study::MeasureRef measure(const char* name) {
  return {.measure = models::find_measure(name), .cut = {}};
}

// One desk that gets half a case a day, give or take, each of a day's work: needs in a year are
// Poisson with a mean of 365 times the rate, so both parts of their variance are known. Hours asked
// of the desk move with the effort, which nothing else does. Money that nobody waits for moves
// nothing.
models::Scenario desk() {
  return test::scenario(
      test::one_desk,
      {R"(/streams/cases/rate={"value": "0.5 /d", "low": "0.4 /d", "high": "0.6 /d"})",
       R"(/requests/help/tasks/0/effort={"fixed": {"value": "12 h"}, "low": "6 h", "high": "18 h"})",
       R"(/asset_profiles/small/victims={"value": 0.5, "low": 0, "high": 1})"});
}

study::Experiment desk_experiment() {
  return {desk(), {measure("needs"), measure("hours_worked"), measure("served_timely")}, 3};
}

bool same(const study::NestedDraws& a, const study::NestedDraws& b) {
  if (a.values != b.values || a.seen.size() != b.seen.size()) return false;
  for (std::size_t d = 0; d < a.seen.size(); ++d) {
    for (std::size_t m = 0; m < a.seen[d].size(); ++m) {
      if (a.seen[d][m].singles != b.seen[d][m].singles) return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("the needs of a Poisson stream have the parts of variance that theory gives them") {
  const auto experiment = desk_experiment();
  const auto draws = study::draw_nested(experiment, {.draws = 200, .futures = 4}, study::serial());
  const auto all = study::uncertainty_of(experiment, draws);
  REQUIRE(all.size() == 3);
  REQUIRE(all[0].split);
  const study::VarianceSplit& needs = *all[0].split;
  // 365 days of a rate with a triangular mean of 0.5 and a standard deviation of 0.1 / sqrt 6.
  const double evidence = 365.0 * 365.0 * 0.01 / 6.0;
  const double chance = 365.0 * 0.5;
  CHECK(needs.mean == doctest::Approx(365.0 * 0.5).epsilon(0.01));
  CHECK(needs.evidence == doctest::Approx(evidence).epsilon(0.2));
  CHECK(needs.chance == doctest::Approx(chance).epsilon(0.2));
  CHECK(needs.share_low < evidence / (evidence + chance));
  CHECK(needs.share_high > evidence / (evidence + chance));
  // The tenth of a triangle lies 0.1 sqrt(0.2) above its foot.
  const double p10 = 365.0 * (0.4 + 0.1 * std::sqrt(0.2));
  CHECK(study::percentile(all[0].expected, 10) == doctest::Approx(p10).epsilon(0.02));
  // A single future is more uncertain than what is to be expected.
  CHECK(study::percentile(all[0].single, 10) < study::percentile(all[0].expected, 10));
  CHECK(study::percentile(all[0].single, 90) > study::percentile(all[0].expected, 90));
}

TEST_CASE("every draw has futures of its own") {
  // Without anything uncertain to draw from, equal futures would show as equal results.
  auto scenario = desk();
  scenario.before.streams.at("cases").rate.low.reset();
  scenario.planned.streams.at("cases").rate.low.reset();
  const study::Experiment experiment{scenario, {measure("needs")}, 3};
  const auto draws = study::draw_nested(experiment, {.draws = 6, .futures = 2}, study::serial());
  std::vector<double> singles;
  for (const auto& draw : draws.seen) {
    for (const auto& single : draw[0].singles)
      singles.push_back(*single);
  }
  std::sort(singles.begin(), singles.end());
  const auto first_twin = std::adjacent_find(singles.begin(), singles.end());
  CHECK(first_twin - singles.begin() > 2);  // Poisson counts may meet by chance
  CHECK(study::uncertainty_of(experiment, draws)[0].split->chance > 0.0);
}

TEST_CASE("draws do not depend on who works them out, nor on a stop in the middle") {
  const auto experiment = desk_experiment();
  const study::NestedPlan plan{.draws = 8, .futures = 2};
  const auto all = study::draw_nested(experiment, plan, study::serial());
  CHECK(same(all, study::draw_nested(experiment, plan, test::threads(3))));
  std::atomic<bool> stop{false};
  const study::Watch watch{.should_stop = [&] { return stop.load(); },
                           .on_finished = [&](std::uint32_t count) { stop = count >= 5; }};
  const auto part = study::draw_nested(experiment, plan, study::serial(), watch);
  CHECK(part.interrupted);
  REQUIRE(part.seen.size() == 5);
  for (std::size_t d = 0; d < 5; ++d) {
    CHECK(part.values[d] == all.values[d]);
    CHECK(part.seen[d][0].singles == all.seen[d][0].singles);
  }
}

TEST_CASE("screening finds what moves a measure, in its size, and puts what moves nothing last") {
  const auto experiment = desk_experiment();
  REQUIRE(experiment.numbers().size() == 3);
  const study::RankingPlan plan{.trajectories = 6, .rows = 8, .at_most = 10, .first_future = 100};
  const auto screening = study::screen(experiment, plan, study::serial());
  REQUIRE(screening.effects.size() == 3);
  const auto place = [&](const std::string& pointer) {
    const auto numbers = experiment.numbers();
    return static_cast<std::size_t>(
        std::find_if(
            numbers.begin(), numbers.end(), [&](const auto& n) { return n.pointer == pointer; }) -
        numbers.begin());
  };
  const std::size_t rate = place("/streams/cases/rate");
  const std::size_t effort = place("/requests/help/tasks/0/effort");
  const std::size_t victims = place("/asset_profiles/small/victims");
  // Needs follow the rate alone: from the 1/8 to the 5/8 quantile, or the 3/8 to the 7/8.
  const auto& needs = screening.effects[0];
  const double step = 365.0 * 0.1 * (1.0 - std::sqrt(2.0 * 0.375) + 1.0 - std::sqrt(2.0 * 0.125));
  CHECK(needs[rate].mu == doctest::Approx(2.0 * step).epsilon(0.15));
  CHECK(needs[rate].stands_out);
  CHECK(needs[effort].mu_star == 0.0);
  CHECK(needs[victims].mu_star == 0.0);
  const auto& worked = screening.effects[1];
  CHECK(worked[effort].stands_out);
  CHECK(worked[effort].mu > worked[rate].mu);
  CHECK(worked[victims].mu_star == 0.0);
  CHECK(study::those_that_matter(screening, 10) == std::vector<std::size_t>{rate, effort});
  CHECK(study::those_that_matter(screening, 1) == std::vector<std::size_t>{rate});
}

// Hours worked are needs times hours: 365 times a product of two triangles with coefficients of
// variation of 0.2 / sqrt 6 and 0.5 / sqrt 6, so the parts are as 0.04 and 0.25 and their product.
TEST_CASE("indices of hours worked are those of a product") {
  const auto experiment = desk_experiment();
  const study::RankingPlan plan{.trajectories = 4, .rows = 400, .at_most = 10, .first_future = 100};
  const std::vector<std::size_t> both =
      study::those_that_matter(study::screen(experiment, plan, study::serial()), 10);
  REQUIRE(both.size() == 2);
  const auto indices = study::index(experiment, both, plan, study::serial());
  const auto& worked = indices.of[1];
  REQUIRE(worked.size() == 3);
  const double a = 0.04 / 6.0;
  const double b = 0.25 / 6.0;
  const double whole = a + b + a * b;
  CHECK(std::fabs(worked[0].first.value - a / whole) < 0.1);
  CHECK(std::fabs(worked[1].first.value - b / whole) < 0.1);
  CHECK(std::fabs(worked[1].total.value - (b + a * b) / whole) < 0.1);
  CHECK(worked[2].total.value == 0.0);  // the rest, which moves nothing
}

TEST_CASE("draws far beyond their ranges stay within what fields allow, and keep every rule") {
  models::Scenario scenario = test::scenario("scenarios/west-midlands.json");
  for (models::Setting* setting : {&scenario.before, &scenario.planned}) {
    models::NumberWalk{[](std::string_view, const models::Field&, auto& sourced) {
      sourced.spread = models::Spread::normal;
    }}(*setting);
  }
  const models::UncertainNumbers numbers{scenario};
  std::size_t errors = 0;
  test::for_all(300, [&](sim::Stream& stream) {
    std::vector<double> values;
    for (models::UncertainNumber number : numbers.all()) {
      // Twice as far out as the range, and for a mean that lies at its end a range of its own.
      const double reach = number.high - number.low;
      number.value =
          std::clamp(number.value, number.low + 0.01 * reach, number.high - 0.01 * reach);
      number.low -= reach;
      number.high += reach;
      values.push_back(study::plausible_value(number, stream.uniform()));
    }
    for (const auto& problem : models::check(numbers.with(values))) {
      if (problem.severity != models::Diagnostic::Severity::error) continue;
      INFO(problem.pointer << ": " << problem.found);
      CHECK(++errors == 0);
    }
  });
}
