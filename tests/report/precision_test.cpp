#include "report/precision.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/support/outcomes.hpp"

using namespace ficap;

namespace {

const models::DimensionIds ids = test::small_world();

study::PrecisionGoal goal(const char* measure, double half_width, bool per_cent = false) {
  return {.measure = {models::find_measure(measure), std::nullopt},
          .target = {.half_width = half_width, .per_cent = per_cent}};
}

study::PrecisionReached one_share() {
  return {.goals = {goal("unmet_share_of_need", 0.01)},
          .seen = {{.value = 0.5234, .half_width = 0.00877, .wanted = 0.01, .met = true}},
          .met = true,
          .look = 4,
          .replications = 60,
          .most = 2000,
          .error = 0.0225,
          .expected = 46};
}

}  // namespace

TEST_CASE("a run that is precise enough says after how many futures and by how much") {
  CHECK(report::precision_sentences(one_share(), ids) ==
        "Precise enough after 60 futures: unmet_share_of_need is 0.5234 ± 0.0088 (asked for: ± "
        "0.010). The ± here allows for having looked more than once; those of the tables do not.");
}

TEST_CASE("money is told in its own way, and a share of the estimate in both") {
  study::PrecisionReached reached = one_share();
  reached.look = 1;
  reached.goals.push_back(goal("assets_collected", 2.5, true));
  reached.seen.push_back(
      {.value = 4'600'000, .half_width = 100'000, .wanted = 115'000, .met = true});
  CHECK(report::precision_sentences(reached, ids) ==
        "Precise enough after 60 futures: unmet_share_of_need is 0.5234 ± 0.0088 (asked for: ± "
        "0.010); assets_collected is £4.6m ± 0.1m over the period (asked for: ± 2.5 % of it, which "
        "is ± £115k).");
}

TEST_CASE("a run that is not precise enough says what is missing and what it would take") {
  study::PrecisionReached reached = one_share();
  reached.met = false;
  reached.seen[0] = {.value = 0.5234, .half_width = 0.031, .wanted = 0.01, .met = false};
  reached.expected = 19'300;
  CHECK(report::precision_sentences(reached, ids) ==
        "Not as precise as asked for after 60 futures, the most that were allowed: "
        "unmet_share_of_need is 0.523 ± 0.031 (asked for: ± 0.010; not reached). It would take "
        "about 21,000 futures (--replications 21000).");
  reached.expected = 2'000'000'000;
  CHECK(report::precision_sentences(reached, ids)
            .find("It would take more than a million futures.") != std::string::npos);
}

TEST_CASE("what was stopped claims nothing, and what has no value says so") {
  study::PrecisionReached reached = one_share();
  reached.met = false;
  reached.interrupted = true;
  reached.replications = 47;
  CHECK(report::precision_sentences(reached, ids) ==
        "Stopped after 47 futures before it was known to be precise enough: unmet_share_of_need is "
        "0.5234 ± 0.0088 (asked for: ± 0.010).");
  reached.seen[0] = {};
  CHECK(report::precision_sentences(reached, ids).find("has no value in these futures") !=
        std::string::npos);
  reached.seen[0] = {.value = 0.5, .wanted = 0.1};
  CHECK(report::precision_sentences(reached, ids).find("is known from one future only") !=
        std::string::npos);
  reached.seen[0] = {.value = 0.5, .half_width = 0.0, .wanted = 0.1, .met = true};
  CHECK(report::precision_sentences(reached, ids).find("is the same in all of these futures") !=
        std::string::npos);
}

namespace {

// Three options; the middle one is the least certain.
study::PrecisionReached of_options() {
  study::PrecisionReached reached = one_share();
  reached.goals = study::for_options({goal("assets_collected", 2, true)}, 3);
  const auto seen = [](double half_width) {
    return study::TargetSeen{
        .value = -2e5, .half_width = half_width, .wanted = 184'000, .met = half_width <= 184'000};
  };
  reached.seen = {seen(88'000), seen(150'000), seen(4'000)};
  return reached;
}

const std::vector<std::string> titles{"Base", "Desk", "More", "Fewer"};

}  // namespace

TEST_CASE("of the differences of many options the least certain one is told") {
  study::PrecisionReached reached = of_options();
  CHECK(report::precision_sentences(reached, ids, titles) ==
        "Precise enough after 60 futures: every difference in assets_collected is known to ± £150k "
        "or less over the period (asked for: ± 2 % of its value in the base, which is ± £184k). "
        "These ± hold all at once and allow for having looked more than once; those of the tables "
        "allow for one look.");
  reached.met = false;
  reached.expected = 0;
  reached.seen[1].half_width = 250'000;
  reached.seen[1].met = false;
  CHECK(report::precision_sentences(reached, ids, titles) ==
        "Not as precise as asked for after 60 futures, the most that were allowed: every "
        "difference in assets_collected is known to ± £250k or less over the period (asked for: ± "
        "2 % of its value in the base, which is ± £184k; not reached, “More” being the least "
        "certain).");
  reached.seen[2] = {};
  CHECK(report::precision_sentences(reached, ids, titles)
            .find("assets_collected does not have a value both in the base and with “Fewer”.") !=
        std::string::npos);
}

TEST_CASE("the difference of one option is told plainly, and one that is always the same as well") {
  study::PrecisionReached reached = of_options();
  reached.goals.resize(1);
  reached.seen.resize(1);
  const std::vector<std::string> two{"Base", "Desk"};
  CHECK(report::precision_sentences(reached, ids, two)
            .find("the difference in assets_collected is known to ± £88.0k over the period") !=
        std::string::npos);
  reached.seen[0].half_width = 0.0;
  CHECK(report::precision_sentences(reached, ids, two)
            .find("the difference in assets_collected is the same in all of these futures.") !=
        std::string::npos);
}

TEST_CASE("a share of a base that is nothing cannot be reached, and it is said what to name") {
  study::PrecisionReached reached = of_options();
  reached.met = false;
  for (study::TargetSeen& seen : reached.seen) {
    seen.wanted = 0.0;
    seen.met = false;
  }
  CHECK(report::precision_sentences(reached, ids, titles)
            .find("(asked for: ± 2 % of its value in the base, which is 0: name a width in its "
                  "unit; not reached") != std::string::npos);
}

TEST_CASE("a proposal is a little more than the guess, in two digits") {
  CHECK(report::to_propose(57) == 59);
  CHECK(report::to_propose(100) == 110);
  CHECK(report::to_propose(1'900) == 2'000);
  CHECK(report::to_propose(19'300) == 21'000);
}
