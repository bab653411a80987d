#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "sim/arrivals.hpp"
#include "sim/calendar.hpp"
#include "sim/distributions.hpp"
#include "sim/run.hpp"
#include "sim/stream.hpp"
#include "sim/time.hpp"
#include "tests/support/statistics.hpp"

using namespace ficap;

namespace {

enum class Phase : std::uint8_t { departure, arrival };

/// Everyone who comes is served at once, for a time of any distribution.
class OpenHouse {
 public:
  struct Arrived {
    std::uint32_t ordinal;
  };
  struct Departed {};

  OpenHouse(const sim::CumulativeRate& rate, sim::Distribution stay, std::uint32_t replication)
      : rate_{rate},
        stay_{std::move(stay)},
        replication_{replication},
        arrivals_{sim::Address{.seed = 2, .replication = replication, .purpose = 1}} {
    schedule_arrival();
  }

  void handle(const Arrived& event) {
    schedule_arrival();
    ++inside_;
    sim::Stream draws{sim::Address{
        .seed = 2, .replication = replication_, .purpose = 2, .ordinal = event.ordinal}};
    calendar_.schedule(
        calendar_.now() + sim::from_hours(sim::sample(stay_, draws)), Phase::departure, Departed{});
  }
  void handle(const Departed&) { --inside_; }

  /// @returns how many are inside just before `t`
  [[nodiscard]] int inside_at(sim::Time t) {
    sim::run(*this, calendar_, t);
    return inside_;
  }

 private:
  void schedule_arrival() {
    if (const auto next = arrivals_.next(rate_)) {
      calendar_.schedule(next->at, Phase::arrival, Arrived{next->ordinal});
    }
  }

  const sim::CumulativeRate& rate_;
  sim::Distribution stay_;
  std::uint32_t replication_;
  sim::PoissonArrivals arrivals_;
  sim::Calendar<std::variant<Arrived, Departed>, Phase> calendar_;
  int inside_{0};
};

/// Mean and variance of the number inside at some instants, over many replications.
std::vector<sim::Tally> numbers_inside(const sim::CumulativeRate& rate,
                                       const sim::Distribution& stay,
                                       const std::vector<sim::Time>& at) {
  std::vector<sim::Tally> numbers(at.size());
  for (std::uint32_t replication = 0; replication < 3000; ++replication) {
    OpenHouse house{rate, stay, replication};
    for (std::size_t i = 0; i < at.size(); ++i)
      numbers[i].add(house.inside_at(at[i]));
  }
  return numbers;
}

constexpr sim::Time hour(int h) {
  return sim::Time{std::chrono::hours{h}};
}

std::vector<sim::Distribution> stays_of_mean_two() {
  sim::Lognormal lognormal;
  lognormal.mean_value = 2.0;
  lognormal.cv = 1.0;
  return {{sim::Exponential{2.0}},
          {sim::Fixed{2.0}},
          {sim::Uniform{0.0, 4.0}},
          {lognormal},
          {sim::Mixture{{1.0, 1.0}, {{sim::Fixed{1.0}}, {sim::Exponential{3.0}}}}}};
}

/// The mean number inside an M_t/G/infinity at t: what arrived at each earlier instant, times the
/// chance that it is still there (Eick, Massey & Whitt, "The physics of the M_t/G/infinity queue",
/// Operations Research 41, 1993, equation 6), by Simpson's rule.
double mean_inside(const std::vector<sim::RateChange>& changes,
                   const sim::Distribution& stay,
                   double t) {
  double sum = 0.0;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const double from = sim::to_hours(changes[i].from - sim::Time{});
    const double until =
        i + 1 < changes.size() ? std::fmin(t, sim::to_hours(changes[i + 1].from - sim::Time{})) : t;
    if (until <= from) continue;
    constexpr int steps = 2000;
    const double width = (until - from) / steps;
    for (int k = 0; k <= steps; ++k) {
      const double weight = k == 0 || k == steps ? 1.0 : (k % 2 == 1 ? 4.0 : 2.0);
      const double still = 1.0 - sim::cdf(stay, t - (from + width * k));
      sum += changes[i].per_hour * weight * still * width / 3.0;
    }
  }
  return sum;
}

}  // namespace

TEST_CASE("how many are inside depends on the stay by its mean alone, and is Poisson") {
  const sim::CumulativeRate rate{{{sim::Time{}, 5.0}}, hour(100)};
  for (const auto& stay : stays_of_mean_two()) {
    CAPTURE(std::string{sim::name(stay)});
    const auto numbers = numbers_inside(rate, stay, {hour(60)});
    CHECK(test::z_score(numbers[0], 10.0) < test::z_limit);
    // A Poisson's variance is its mean; the error of a variance of 3000 is about 2.6 %.
    CHECK(std::fabs(numbers[0].variance() - 10.0) < 4.5 * 0.26);
    // Power: a mean that is 5 % off is seen.
    CHECK(test::z_score(numbers[0], 10.5) > test::z_limit);
  }
}

TEST_CASE("after a surge the number inside follows Eick, Massey and Whitt") {
  const std::vector<sim::RateChange> changes{
      {sim::Time{}, 2.0}, {hour(10), 12.0}, {hour(14), 0.0}, {hour(16), 4.0}};
  const sim::CumulativeRate rate{changes, hour(40)};
  const std::vector<int> hours{3, 10, 12, 14, 15, 17, 18, 24};
  for (const auto& stay : stays_of_mean_two()) {
    CAPTURE(std::string{sim::name(stay)});
    std::vector<sim::Time> at;
    at.reserve(hours.size());
    for (const int h : hours)
      at.push_back(hour(h));
    const auto numbers = numbers_inside(rate, stay, at);
    for (std::size_t i = 0; i < hours.size(); ++i) {
      CAPTURE(hours[i]);
      CHECK(test::z_score(numbers[i], mean_inside(changes, stay, hours[i])) < test::z_limit);
    }
    // Power: an hour after arrivals have stopped, the answer that forgets those still inside.
    CHECK(test::z_score(numbers[4], 0.0) > test::z_limit);
  }
}
