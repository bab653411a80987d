#include "models/uncertain_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "io/read_scenario.hpp"
#include "io/write_scenario.hpp"
#include "tests/support/for_all.hpp"
#include "tests/support/scenarios.hpp"

using namespace ficap;

namespace {

constexpr const char* region = "scenarios/west-midlands.json";

std::vector<double> own_values(const models::UncertainNumbers& numbers) {
  std::vector<double> values;
  for (const models::UncertainNumber& number : numbers.all())
    values.push_back(number.value);
  return values;
}

std::size_t place_of(const models::UncertainNumbers& numbers, const std::string& pointer) {
  const auto all = numbers.all();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& also = all[i].also;
    if (all[i].pointer == pointer || std::find(also.begin(), also.end(), pointer) != also.end())
      return i;
  }
  FAIL("no uncertain number at " << pointer);
  return 0;
}

/// The scenario with one number at another value and the others at their own.
models::Scenario with(const models::UncertainNumbers& numbers,
                      const std::string& pointer,
                      double value) {
  std::vector<double> values = own_values(numbers);
  values[place_of(numbers, pointer)] = value;
  return numbers.with(values);
}

const models::AskingRules& asking(const models::Scenario& s) {
  return s.planned.asking;
}

}  // namespace

TEST_CASE("a number with a range is told with what the scenario says of it") {
  const models::UncertainNumbers numbers{test::scenario(region)};
  const auto& number = numbers.all()[place_of(numbers, "/belief/memory")];
  CHECK(number.pointer == "/belief/memory");
  CHECK(number.meaning == "time constant of the drift towards the organisation's experience");
  CHECK(number.counts == models::Counts::days);
  CHECK(number.grade == models::Grade::judgement);
  CHECK(number.low == doctest::Approx(91.3125));
  CHECK(number.value == doctest::Approx(182.625));
  CHECK(number.high == doctest::Approx(365.25));
  CHECK_FALSE(number.is_mean);
}

TEST_CASE("every number with a range is found, once or as part of another") {
  const models::UncertainNumbers numbers{test::scenario(region)};
  std::size_t places = 0;
  for (const auto& number : numbers.all())
    places += 1 + number.also.size();
  const auto reading = io::read_scenario(region, test::text_of(region), {}, {});
  const auto ranges = std::count_if(
      reading.evidence.begin(), reading.evidence.end(), [](const io::EvidenceItem& item) {
        return !item.low.empty() && !item.high.empty();
      });
  CHECK(ranges > 400);
  CHECK(places == static_cast<std::size_t>(ranges));
}

TEST_CASE("own values give the scenario back, to the last bit") {
  const models::Scenario scenario = test::scenario(region);
  const models::UncertainNumbers numbers{scenario};
  CHECK(io::scenario_sha256(numbers.with(own_values(numbers))) == io::scenario_sha256(scenario));
}

TEST_CASE("one value changes in both settings, and nothing else does") {
  const models::Scenario scenario = test::scenario(region);
  const models::UncertainNumbers numbers{scenario};
  models::Scenario moved = with(numbers, "/asking/floor", 0.2);
  CHECK(moved.before.asking.floor.value.value == 0.2);
  CHECK(moved.planned.asking.floor.value.value == 0.2);
  for (models::Setting* setting : {&moved.before, &moved.planned})
    setting->asking.floor.value.value = 0.1;
  CHECK(io::scenario_sha256(moved) == io::scenario_sha256(scenario));
}

TEST_CASE("what the plan sets itself does not move with what held before") {
  const auto scenario = test::scenario("scenarios/five-more-investigators.json");
  const models::UncertainNumbers numbers{scenario};
  const auto moved = with(numbers, "/teams/wmp-fi/strength", 8.0);
  CHECK(moved.before.teams.at("wmp-fi").strength.value.value == 8.0);
  CHECK(moved.planned.teams.at("wmp-fi").strength.value.value == 14.0);
}

TEST_CASE("a range that only the plan states is a number of its own") {
  const auto scenario = test::scenario(
      region, {R"(/from_start={"asking": {"ceiling": {"value": 0.9, "low": 0.8, "high": 1}}})"});
  const models::UncertainNumbers numbers{scenario};
  const auto moved = with(numbers, "/from_start/asking/ceiling", 0.95);
  CHECK(moved.before.asking.ceiling.value.value == 0.85);
  CHECK(moved.planned.asking.ceiling.value.value == 0.95);
  const auto before = with(numbers, "/asking/ceiling", 0.75);
  CHECK(before.before.asking.ceiling.value.value == 0.75);
  CHECK(before.planned.asking.ceiling.value.value == 0.9);
}

TEST_CASE("numbers that state the same evidence move together") {
  const models::UncertainNumbers numbers{test::scenario(region)};
  const auto moved = with(numbers, "/roles/fi/away/sickness", 0.05);
  CHECK(moved.planned.roles.at("confiscator").away.at("sickness").value.value == 0.05);
  // The same words about something else are not the same evidence.
  CHECK(moved.planned.roles.at("fi").away.at("training").value.value == 0.02);
}

TEST_CASE("a threshold between two needs stays one threshold") {
  const models::UncertainNumbers numbers{test::scenario(region)};
  const auto moved = with(
      numbers, "/pathways/soc/stages/confiscation/needs/confiscation/benefit_at_least", 20'000.0);
  const auto& needs = moved.planned.pathways.at("soc").stages.at("confiscation").needs;
  CHECK(needs.at("confiscation").benefit_at_least->value == models::Money{2'000'000});
  CHECK(needs.at("nominal_confiscation").benefit_below->value == models::Money{2'000'000});
}

TEST_CASE("a distribution moves to its new mean and keeps its shape") {
  const models::UncertainNumbers numbers{test::scenario(region)};
  const auto pointer = "/requests/advice/tasks/0/effort";
  CHECK(numbers.all()[place_of(numbers, pointer)].is_mean);
  const auto moved = with(numbers, pointer, 5.0);
  const auto& effort = moved.planned.requests.at("advice").tasks[0].effort.value.distribution;
  CHECK(sim::mean(effort) == doctest::Approx(5.0));
}

TEST_CASE("probabilities of what follows still sum to one after one of them is drawn") {
  const models::UncertainNumbers numbers{test::scenario(region)};
  const auto moved = with(numbers, "/pathways/soc/stages/develop/next/covert", 0.97);
  const auto& next = moved.planned.pathways.at("soc").stages.at("develop").next.values;
  CHECK(next.at("covert").value.value == doctest::Approx(0.97 / 1.05));
  CHECK(next.at("closed").value.value == doctest::Approx(0.08 / 1.05));
}

TEST_CASE("people are whole") {
  const models::UncertainNumbers numbers{test::scenario(region)};
  const auto moved = with(numbers, "/teams/wmp-fio/strength", 7.6);
  CHECK(moved.planned.teams.at("wmp-fio").strength.value.value == 8.0);
}

TEST_CASE(
    "posts that sit with investigating teams are whole, and there are posts enough for them") {
  const models::UncertainNumbers numbers{test::scenario(
      "scenarios/embedded-investigators.json",
      {R"(/from_start/policies/embedded/birmingham/posts={"value": 4, "low": 2, "high": 16})"})};
  const std::string posts = "/from_start/policies/embedded/birmingham/posts";
  CHECK(with(numbers, posts, 2.6).planned.policies.embedded.at("birmingham").posts.value.value ==
        3.0);
  const auto many = with(numbers, posts, 15.2);
  CHECK(many.planned.teams.at("wmp-fi").establishment.value.value == 15.0);
  CHECK(models::check(many).empty());
}

TEST_CASE("a ceiling is at least its floor, whatever is drawn") {
  const models::UncertainNumbers numbers{
      test::scenario(region, {R"(/asking/floor={"value": 0.1, "low": 0, "high": 0.9})"})};
  std::vector<double> values = own_values(numbers);
  values[place_of(numbers, "/asking/floor")] = 0.88;
  CHECK(asking(numbers.with(values)).ceiling.value.value == 0.88);
}

TEST_CASE("a thousand draws of the West Midlands, ends of ranges included, keep every rule") {
  const models::UncertainNumbers numbers{test::scenario(region)};
  std::size_t errors = 0;
  test::for_all(1000, [&](sim::Stream& stream) {
    std::vector<double> values;
    for (const auto& number : numbers.all()) {
      const double place = stream.uniform();
      const bool at_an_end = stream.uniform() < 0.2;
      const double end = place < 0.5 ? number.low : number.high;
      values.push_back(
          at_an_end && number.low > 0.0 ? end : number.low + place * (number.high - number.low));
    }
    for (const auto& problem : models::check(numbers.with(values))) {
      if (problem.severity != models::Diagnostic::Severity::error) continue;
      ++errors;
      INFO(problem.pointer << ": " << problem.found);
      CHECK(errors == 0);
    }
  });
  CHECK(errors == 0);
}

TEST_CASE("a number knows its spread and what its field allows") {
  const models::UncertainNumbers numbers{
      test::scenario(region,
                     {R"(/belief/memory={"value": "6 mo", "low": "3 mo", "high": "1 y", )"
                      R"("spread": "lognormal"})"})};
  const auto at = [&](const char* pointer) { return numbers.all()[place_of(numbers, pointer)]; };
  CHECK(at("/belief/memory").spread == models::Spread::lognormal);
  CHECK(at("/belief/memory").at_least == 0.0);
  CHECK(at("/asking/ceiling").spread == models::Spread::beta);
  CHECK(at("/asking/ceiling").at_most == 1.0);
  CHECK(at("/asking/floor").spread == models::Spread::triangular);
  CHECK(at("/assets/collection/per_tenfold").at_least < 0.0);
  CHECK(at("/teams/wmp-fio/strength").at_least == 0.0);
}

TEST_CASE("numbers that say the same but spread otherwise are not the same evidence") {
  const std::string sickness =
      R"(={"value": 0.034, "source": "workforce", "grade": "C", "low": 0.02, "high": 0.06, )"
      R"("spread": "lognormal"})";
  const models::UncertainNumbers numbers{
      test::scenario(region, {"/roles/fi/away/sickness" + sickness})};
  CHECK(numbers.all()[place_of(numbers, "/roles/fi/away/sickness")].also.empty());
  CHECK_FALSE(numbers.all()[place_of(numbers, "/roles/fio/away/sickness")].also.empty());
}
