#include "study/warm_up.hpp"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "sim/elementary.hpp"
#include "sim/quantiles.hpp"
#include "sim/stream.hpp"

using namespace ficap;

namespace {

constexpr std::size_t months = 168;

// Futures in which the requests waiting fill up to 200 with this time constant, with seasons and
// noise, and all else is steady.
std::vector<models::Outcome> filling_up(double memory_in_months) {
  std::vector<models::Outcome> outcomes;
  for (std::uint32_t r = 0; r < 20; ++r) {
    sim::Stream stream{sim::Address{.seed = 13, .replication = r}};
    const auto noise = [&] { return sim::normal_quantile(stream.uniform()); };
    models::Outcome outcome;
    for (std::size_t m = 0; m < months; ++m) {
      const double level = 200.0 * (1.0 - sim::exp(-static_cast<double>(m) / memory_in_months));
      const double season = m % 12 < 6 ? 10.0 : -10.0;
      const auto whole = [](double x) { return static_cast<std::int64_t>(std::floor(x + 0.5)); };
      outcome.months.push_back({.needs = whole(300.0 + season + 17.0 * noise()),
                                .asked = whole(150.0 + 12.0 * noise()),
                                .served = whole(140.0 + 12.0 * noise()),
                                .backlog = whole(level + season + 15.0 * noise()),
                                .belief_thousandths = whole(550.0 + 10.0 * noise()),
                                .cash_confiscation = whole(100'000.0 + 20'000.0 * noise())});
    }
    outcomes.push_back(outcome);
  }
  return outcomes;
}

const study::Settling& named(const std::vector<study::Settling>& all, std::string_view name) {
  for (const study::Settling& each : all) {
    if (each.name == name) return each;
  }
  FAIL("no such series");
  return all.front();
}

}  // namespace

TEST_CASE("a series that fills up is cut when it is full, whatever the season") {
  // 200 x exp(-m / 12) is below the noise of the pooled series, 15 / sqrt(20) = 3.4, from month 49.
  const auto all = study::settling(filling_up(12.0));
  const auto& waiting = named(all, "requests waiting");
  REQUIRE(waiting.cut);
  CHECK(*waiting.cut >= 30);
  CHECK(*waiting.cut <= 70);
  CHECK(waiting.before < 180.0);
  CHECK(waiting.after == doctest::Approx(200.0).epsilon(0.02));
  // The seasons are gone: the second half lies within the noise.
  for (std::size_t m = months / 2; m < months; ++m)
    CHECK(std::fabs(waiting.monthly[m] - 200.0) < 20.0);
}

TEST_CASE("a warm-up that is too short is noticed, for the series that still moves") {
  const auto unsettled = study::unsettled_after(12, filling_up(12.0));
  REQUIRE(unsettled.size() == 1);
  CHECK(unsettled[0].name == "requests waiting");
  CHECK(unsettled[0].between < unsettled[0].after);
}

TEST_CASE("a warm-up that is long enough is not called short") {
  CHECK(study::unsettled_after(72, filling_up(12.0)).empty());
  CHECK(study::unsettled_after(1, filling_up(1e-6)).empty());  // empty in its first month only
}

TEST_CASE("a transient longer than half of what was seen is too long to tell, and noticed") {
  const auto outcomes = filling_up(80.0);
  CHECK_FALSE(named(study::settling(outcomes), "requests waiting").cut);
  const auto unsettled = study::unsettled_after(24, outcomes);
  REQUIRE(unsettled.size() == 1);
  CHECK_FALSE(unsettled[0].cut);
}

TEST_CASE("a scenario is watched for twice its warm-up and more, from 12 to 50 years") {
  models::Plan plan;
  plan.warm_up.days = 6 * 365.25;
  CHECK(study::years_to_watch(plan) == 14);
  plan.warm_up.days = 0.0;
  CHECK(study::years_to_watch(plan) == 12);
  plan.warm_up.days = 36525.0;
  CHECK(study::years_to_watch(plan) == 50);
}
