#include "study/comparison.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/outcomes.hpp"
#include "tests/support/small_force.hpp"

using namespace ficap;
using doctest::Approx;
using models::Counter;
using models::Dimension;
using study::Verdict;

namespace {

constexpr std::size_t discretionary = 2;

// Futures made by hand: what each serves, always of 10 needs more than it serves.
struct World {
  models::DimensionIds ids = test::small_world();
  models::Layout layout{ids};
  std::vector<models::Outcome> outcomes;

  explicit World(const std::vector<std::int64_t>& served) {
    for (const std::int64_t count : served) {
      outcomes.push_back(test::nothing(layout));
      for (const auto& [counter, amount] : {std::pair{Counter::served, count},
                                            std::pair{Counter::expired, std::int64_t{10}},
                                            std::pair{Counter::asked, count + 10}}) {
        test::add(outcomes.back(), layout, counter, amount);
        test::add(outcomes.back(), layout, counter, Dimension::work_class, discretionary, amount);
      }
    }
  }
  [[nodiscard]] study::Alternative alternative() const {
    return {.ids = ids, .layout = layout, .outcomes = outcomes};
  }
};

study::MeasureRef ref(const char* name) {
  return {.measure = models::find_measure(name), .cut = std::nullopt};
}

const std::vector<study::MeasureRef> two{ref("served"), ref("asked")};

const World base{{10, 20, 30, 40}};
const World better{{15, 24, 36, 45}};
const World noisy{{22, 8, 42, 36}};

}  // namespace

TEST_CASE("each option has its value, its difference from the base and its place") {
  const std::vector<study::Alternative> all{
      base.alternative(), better.alternative(), noisy.alternative()};
  const auto comparison = study::compare(all, two);
  CHECK(comparison.replications == 4);
  REQUIRE(comparison.measures.size() == 2);
  const auto& served = comparison.measures[0].standings;
  REQUIRE(served.size() == 3);
  CHECK(served[0].value == 25.0);
  CHECK_FALSE(served[0].change);
  CHECK(served[1].value == 30.0);
  CHECK(served[1].change->difference.value == 5.0);
  CHECK(served[1].change->difference.verdict == Verdict::higher);
  CHECK(served[2].change->difference.verdict == Verdict::cannot_tell);
  CHECK(*served[2].change->futures_to_tell > 285);  // of one statement; these are four
  CHECK_FALSE(served[1].change->futures_to_tell);
  CHECK(served[1].lead->may_be_best);
  CHECK(served[1].lead->at_least <= 0.0);
}

TEST_CASE("the more is said at once, the wider each interval") {
  const std::vector<study::Alternative> pair{base.alternative(), better.alternative()};
  const std::vector<study::Alternative> three{
      base.alternative(), better.alternative(), noisy.alternative()};
  const auto half_width = [](const study::Comparison& comparison) {
    return *comparison.measures[0].standings[1].change->difference.half_width;
  };
  const auto one = study::compare(pair, std::vector{ref("served")});
  CHECK(half_width(one) ==
        *study::paired_difference(
             study::linearised(*ref("served").measure, better.layout, better.outcomes),
             study::linearised(*ref("served").measure, base.layout, base.outcomes),
             0.95)
             .half_width);
  CHECK(half_width(study::compare(pair, two)) > half_width(one));
  CHECK(half_width(study::compare(three, two)) > half_width(study::compare(pair, two)));
}

TEST_CASE("what is best of several measures is wider than of one, directions apart") {
  const std::vector<study::Alternative> pair{base.alternative(), better.alternative()};
  const auto lead = [&](const std::vector<study::MeasureRef>& measures) {
    return *study::compare(pair, measures).measures[0].standings[1].lead->at_most;
  };
  const double of_one = lead({ref("served")});
  CHECK(lead({ref("served"), ref("asked")}) == of_one);  // requests have no better direction
  CHECK(lead({ref("served"), ref("never_engaged")}) > of_one);
}

TEST_CASE("the order of the options changes none of their figures") {
  const std::vector<study::Alternative> forth{
      base.alternative(), better.alternative(), noisy.alternative()};
  const std::vector<study::Alternative> back{
      base.alternative(), noisy.alternative(), better.alternative()};
  const auto a = study::compare(forth, two);
  const auto b = study::compare(back, two);
  for (std::size_t m = 0; m < two.size(); ++m) {
    for (const auto& [i, j] : {std::pair{0, 0}, std::pair{1, 2}, std::pair{2, 1}}) {
      const auto& x = a.measures[m].standings[static_cast<std::size_t>(i)];
      const auto& y = b.measures[m].standings[static_cast<std::size_t>(j)];
      CHECK(x.value == y.value);
      CHECK(x.change.has_value() == y.change.has_value());
      if (x.change) {
        CHECK(x.change->difference.half_width == y.change->difference.half_width);
        CHECK(x.change->futures_to_tell == y.change->futures_to_tell);
      }
      CHECK(x.lead.has_value() == y.lead.has_value());
      if (x.lead) {
        CHECK(x.lead->at_least == y.lead->at_least);
        CHECK(x.lead->at_most == y.lead->at_most);
      }
    }
  }
}

TEST_CASE("a scenario against itself is the same in every measure") {
  const std::vector<study::Alternative> twins{noisy.alternative(), noisy.alternative()};
  std::vector<study::MeasureRef> every;
  for (const models::Measure& measure : models::measures())
    every.push_back({.measure = &measure, .cut = std::nullopt});
  const auto comparison = study::compare(twins, every);
  for (const auto& compared : comparison.measures) {
    CAPTURE(compared.measure.measure->name);
    const auto& standing = compared.standings[1];
    CHECK(standing.change->difference.verdict ==
          (standing.value ? Verdict::same : Verdict::undefined));
  }
  CHECK(study::variance_reductions(comparison).empty());
}

TEST_CASE("a cut goes by its id, wherever that stands in each scenario") {
  World moved{{15, 24, 36, 45}};
  auto& classes = moved.ids[static_cast<std::size_t>(Dimension::work_class)];
  std::swap(classes[discretionary], classes[0]);  // its counts stand in place 2, now another class
  const study::MeasureRef cut{
      .measure = models::find_measure("served"),
      .cut = study::Cut{.dimension = Dimension::work_class, .id = discretionary}};
  auto standing =
      study::compare(std::vector{base.alternative(), moved.alternative()}, std::vector{cut})
          .measures[0]
          .standings[1];
  CHECK(standing.value == 0.0);
  classes[0] = "another";
  standing = study::compare(std::vector{base.alternative(), moved.alternative()}, std::vector{cut})
                 .measures[0]
                 .standings[1];
  CHECK_FALSE(standing.value);
  CHECK(standing.change->difference.verdict == Verdict::undefined);
}

TEST_CASE("any number of the first futures can be compared, with any confidence") {
  const auto first_two = [](const World& world) {
    return study::Alternative{
        .ids = world.ids, .layout = world.layout, .outcomes = std::span{world.outcomes}.first(2)};
  };
  const auto comparison = study::compare(std::vector{first_two(base), first_two(better)}, two, 0.8);
  CHECK(comparison.replications == 2);
  CHECK(comparison.confidence == 0.8);
  CHECK(comparison.measures[0].standings[1].change->difference.value == 4.5);
}

TEST_CASE("what pairing saved is listed from the least to the most") {
  const std::vector<study::Alternative> all{
      base.alternative(), noisy.alternative(), better.alternative()};
  const auto saved = study::variance_reductions(study::compare(all, std::vector{ref("served")}));
  REQUIRE(saved.size() == 2);
  CHECK(saved[0] == Approx((500.0 + 692.0) / 432.0));
  CHECK(saved[1] == Approx((500.0 + 522.0) / 2.0));
}

TEST_CASE("a planner decides by discretionary need where officers may hesitate") {
  models::Setting setting = test::force();
  const auto refs = study::decision_measures(setting);
  CHECK(refs.size() == 8);
  const models::DimensionIds ids = test::small_world();
  CHECK(study::to_string(refs.front(), ids) == "unmet_share_of_need[class=discretionary]");
  setting.requests["profile"].work_class = models::WorkClass::directed;
  CHECK(study::to_string(study::decision_measures(setting).front(), ids) == "unmet_share_of_need");
}
