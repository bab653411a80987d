#include "study/one_at_a_time.hpp"

#include <atomic>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "models/scenario.hpp"
#include "tests/support/scenarios.hpp"
#include "tests/support/threads.hpp"

using namespace ficap;
using study::Verdict;

namespace {

study::MeasureRef measure(const char* name) {
  return {.measure = models::find_measure(name), .cut = {}};
}

// One desk that is free most of the time: hours worked are needs times hours, and needs follow the
// rate alone. What victims get moves nothing.
study::Experiment desk() {
  return {test::scenario(
              test::one_desk,
              {R"(/streams/cases/rate={"value": "0.5 /d", "low": "0.4 /d", "high": "0.6 /d"})",
               R"(/requests/help/tasks/0/effort={"fixed": {"value": "4 h"}, "low": "2 h", )"
               R"("high": "8 h"})",
               R"(/asset_profiles/small/victims={"value": 0.5, "low": 0, "high": 1})"}),
          {measure("needs"), measure("hours_worked")},
          3};
}

std::size_t place_of(const study::Experiment& experiment, const std::string& pointer) {
  std::size_t place = 0;
  while (experiment.numbers()[place].pointer != pointer)
    ++place;
  return place;
}

struct Desk {
  study::Experiment experiment = desk();
  std::size_t rate = place_of(experiment, "/streams/cases/rate");
  std::size_t effort = place_of(experiment, "/requests/help/tasks/0/effort");
  std::size_t victims = place_of(experiment, "/asset_profiles/small/victims");
  std::vector<std::size_t> all{0, 1, 2};

  [[nodiscard]] study::OneAtATime moved(std::uint32_t futures = 10) const {
    return study::one_at_a_time(experiment, all, futures, study::serial());
  }
};

bool same(const study::OneAtATime& a, const study::OneAtATime& b) {
  for (std::size_t i = 0; i < a.moved.size(); ++i) {
    for (std::size_t m = 0; m < a.measures.size(); ++m) {
      if (a.moved[i].at_low[m].value != b.moved[i].at_low[m].value ||
          a.moved[i].at_high[m].half_width != b.moved[i].at_high[m].half_width)
        return false;
    }
  }
  return a.moved.size() == b.moved.size() && a.as_stated == b.as_stated;
}

/// A number whose effects on each measure are these; an interval of 1 to either side.
study::MovedNumber moved(std::size_t number, std::vector<double> low, std::vector<double> high) {
  study::MovedNumber made{.number = number, .at_low = {}, .at_high = {}};
  const auto add = [](auto& to, double x) {
    const Verdict verdict = x == 0.0   ? Verdict::same
                            : x > 1.0  ? Verdict::higher
                            : x < -1.0 ? Verdict::lower
                                       : Verdict::cannot_tell;
    to.push_back({.value = x, .half_width = 1.0, .verdict = verdict});
  };
  for (std::size_t m = 0; m < low.size(); ++m) {
    add(made.at_low, low[m]);
    add(made.at_high, high[m]);
  }
  return made;
}

using Places = std::vector<std::size_t>;

}  // namespace

TEST_CASE("what is linear in a number moves by as much as the number does, in every future") {
  const Desk desk;
  const auto study = desk.moved();
  REQUIRE(study.moved.size() == 3);
  const double worked = study.as_stated[1].value();
  const study::PairedDifference& low = study.moved[desk.effort].at_low[1];
  const study::PairedDifference& high = study.moved[desk.effort].at_high[1];
  // From 4 hours to 2, and to 8: half as much, twice as much.
  CHECK(low.value.value() == doctest::Approx(-0.5 * worked).epsilon(0.005));
  CHECK(high.value.value() == doctest::Approx(worked).epsilon(0.005));
  CHECK(low.verdict == Verdict::lower);
  CHECK(high.verdict == Verdict::higher);
  CHECK(study.moved[desk.effort].at_high[0].verdict == Verdict::same);
}

TEST_CASE("an effect with chance in it has an interval around the true one") {
  const Desk desk;
  const auto study = desk.moved(20);
  for (const auto* const ends : {&study.moved[desk.rate].at_low, &study.moved[desk.rate].at_high}) {
    const study::PairedDifference& needs = ends->at(0);
    const double truth = needs.verdict == Verdict::lower ? -36.5 : 36.5;  // 0.1 a day
    CHECK(std::fabs(*needs.value - truth) < 1.5 * *needs.half_width);
    CHECK(*needs.half_width > 0.0);
  }
  CHECK(study.moved[desk.rate].at_low[0].verdict == Verdict::lower);
  CHECK(study.moved[desk.rate].at_high[0].verdict == Verdict::higher);
}

TEST_CASE("a number without influence is told to be nothing, not merely not to be told apart") {
  const Desk desk;
  const auto study = desk.moved(2);
  const auto& victims = study.moved[desk.victims];
  for (std::size_t m = 0; m < 2; ++m) {
    CHECK(victims.at_low[m].verdict == Verdict::same);
    CHECK(victims.at_high[m].verdict == Verdict::same);
    CHECK(study::effect_that_shows(victims, m) == 0.0);
  }
  CHECK(study::ranked_by_all(study).nothing == Places{desk.victims});
}

TEST_CASE("numbers rank by what they move, in one measure and in all") {
  const Desk desk;
  const auto study = desk.moved();
  CHECK(study::ranked_by(study, 0).matter == Places{desk.rate});
  CHECK(study::ranked_by(study, 0).nothing == Places{desk.victims, desk.effort});
  CHECK(study::ranked_by(study, 1).matter == Places{desk.effort, desk.rate});
}

TEST_CASE("an effect that cannot be told apart does not rank, however large it looks") {
  study::OneAtATime study;
  study.measures.resize(2);
  study.moved = {moved(4, {0.9, 0.0}, {-0.5, 0.0}),  // no end of it shows
                 moved(5, {-3.0, 0.0}, {0.4, 2.0}),  // half of the most there, all of it here
                 moved(6, {0.0, 0.0}, {0.0, 0.0}),
                 moved(7, {-2.0, 0.0}, {6.0, -1.5})};
  CHECK(study::effect_that_shows(study.moved[1], 0) == 3.0);
  const auto one = study::ranked_by(study, 0);
  CHECK(one.matter == Places{3, 1});
  CHECK(one.cannot_tell == Places{0});
  CHECK(one.nothing == Places{2});
  const auto all = study::ranked_by_all(study);
  CHECK(all.matter == Places{1, 3});  // both move one measure most
  CHECK(all.nothing == Places{2});
}

TEST_CASE("effects do not depend on who works them out, and a stop leaves none") {
  const Desk desk;
  const auto one = desk.moved(4);
  CHECK(same(one, study::one_at_a_time(desk.experiment, desk.all, 4, test::threads(3))));
  std::atomic<bool> stop{false};
  const study::Watch watch{.should_stop = [&] { return stop.load(); },
                           .on_finished = [&](std::uint32_t count) { stop = count >= 5; }};
  const auto part = study::one_at_a_time(desk.experiment, desk.all, 4, study::serial(), watch);
  CHECK(part.interrupted);
  CHECK(part.moved.empty());
}

TEST_CASE("a mean is put within what its field allows, where its range ends there") {
  const study::Experiment experiment{
      test::scenario(test::one_desk,
                     {R"(/requests/help/tasks/0/effort={"exponential": {"mean": "4 h"}, )"
                      R"("low": "0 h", "high": "8 h"})"}),
      {measure("hours_worked")},
      3};
  const std::vector<std::size_t> all{0};
  const auto study = study::one_at_a_time(experiment, all, 2, study::serial());
  REQUIRE(study.moved.size() == 1);
  CHECK(study.failures.empty());
  const double left = *study.as_stated[0] + *study.moved[0].at_low[0].value;
  CHECK(left == doctest::Approx(0.002 * *study.as_stated[0]).epsilon(0.05));
}
