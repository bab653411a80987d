#include "report/demand.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace ficap;
using report::OptionDemand;
using study::Estimate;

namespace {

Estimate about(double mean, double half_width = 0.01) {
  return {.mean = mean, .half_width = half_width, .replications = 40};
}

/// Requests 27 % up, the need where it was, the unmet share down from 51 to 29 in 100.
study::DemandOverTime improved() {
  return {.from_year_before = true,
          .requests_change = about(0.27),
          .need_change = about(0.0, 0.0),
          .requests_beyond_need = about(0.27),
          .unmet_share_of_need = {.then = about(0.51), .now = about(0.29), .change = about(-0.22)},
          .unmet_share_of_requests = {}};
}

study::DemandOverTime worsened() {
  study::DemandOverTime demand = improved();
  demand.requests_change = about(-0.34, 0.02);
  demand.requests_beyond_need = about(-0.34, 0.02);
  demand.unmet_share_of_need = {.then = about(0.48), .now = about(0.69), .change = about(0.21)};
  return demand;
}

OptionDemand asking(double requests, double belief, bool alike = true) {
  return {.demand = study::DemandAgainstBase{.requests_change = about(requests),
                                             .need_change = about(0.0, 0.0),
                                             .requests_beyond_need = about(requests),
                                             .belief_change = about(belief),
                                             .same_need = true},
          .asks_by_belief_alike = alike};
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("requests that rise without need are said to have been there before") {
  CHECK(
      report::demand_sentences(improved()) ==
      "Requests that officers are free to make rose by 27 ± 1 % from the year before the plan to "
      "its last year, while the need stayed the same and the unmet share of it fell from 51 to 29 "
      "in 100. A record would show more demand where there is no more need: it was there before, "
      "and nobody asked.");
}

TEST_CASE("requests that fall without need are said to be there still") {
  study::DemandOverTime demand = worsened();
  demand.from_year_before = false;
  CHECK(
      report::demand_sentences(demand) ==
      "Requests that officers are free to make fell by 34 ± 2 % from the first year of the plan to "
      "its last, while the need stayed the same and the unmet share of it rose from 48 to 69 in "
      "100. A record would show less demand where there is no less need: it is still there, and "
      "nobody asks.");
}

TEST_CASE("a need that moves, too, is said, and what the record shows beyond it") {
  study::DemandOverTime demand = improved();
  demand.need_change = about(-0.007, 0.012);
  CHECK(contains(report::demand_sentences(demand),
                 "while the need changed by no more than chance (-1 ± 1 %) and"));
  demand.need_change = about(0.1);
  CHECK(contains(report::demand_sentences(demand), "while the need rose by 10 ± 1 % and"));
  CHECK(contains(report::demand_sentences(demand),
                 "A record would show demand that grows faster than the need: what is more was "
                 "there before, and nobody asked."));
  demand = worsened();
  demand.need_change = about(-0.1);
  CHECK(contains(report::demand_sentences(demand), "while the need fell by 10 ± 1 % and"));
  CHECK(contains(report::demand_sentences(demand), "what is missing is still there"));
}

TEST_CASE("where a record tells what the need does nothing is said") {
  study::DemandOverTime demand = improved();
  demand.requests_beyond_need = about(0.04);
  CHECK(report::demand_sentences(demand).empty());
  demand = improved();
  demand.unmet_share_of_need.change = about(-0.005);
  CHECK(report::demand_sentences(demand).empty());
}

TEST_CASE("an option says why more or less is asked, as far as that is known") {
  CHECK(report::asked_sentence(asking(0.28, 0.25)) ==
        "More is asked because more is believed: discretionary requests up 28 %, need the same.");
  CHECK(report::asked_sentence(asking(-0.3, -0.2)) ==
        "Less is asked because less is believed: discretionary requests down 30 %, need the same.");
  CHECK(report::asked_sentence(asking(0.052, 0.1)) ==
        "More is asked because more is believed: discretionary requests up 5 %, need the same.");
  // A rule that makes people ask is no trust, though some may come of it.
  CHECK(report::asked_sentence(asking(0.15, -0.06, false)) ==
        "More is asked by rule, not by trust: discretionary requests up 15 %, need the same.");
  CHECK(report::asked_sentence(asking(0.15, 0.06, false)) ==
        "More is asked by rule and because more is believed: discretionary requests up 15 %, need "
        "the same.");
  CHECK(report::asked_sentence(asking(0.15, 0.005)) ==
        "More is asked: discretionary requests up 15 %, need the same.");
}

TEST_CASE("an option that moves the need says by how much") {
  OptionDemand option = asking(0.28, 0.25);
  option.demand->same_need = false;
  option.demand->need_change = about(0.1);
  option.demand->requests_beyond_need = about(0.18);
  CHECK(contains(report::asked_sentence(option), "requests up 28 %, need up 10 %."));
  option.demand->need_change = about(0.0001);
  CHECK(contains(report::asked_sentence(option), "need much the same."));
}

TEST_CASE("requests that differ by little, by chance, or with the need are not worth a word") {
  CHECK(report::asked_sentence(asking(0.02, 0.1)).empty());
  OptionDemand option = asking(0.05, 0.1);
  option.demand->requests_beyond_need = about(0.05, 0.06);
  CHECK(report::asked_sentence(option).empty());
  option = asking(0.28, 0.25);
  option.demand->requests_beyond_need = about(0.0);
  CHECK(report::asked_sentence(option).empty());
  CHECK(report::asked_sentence({}).empty());
}

TEST_CASE("many options are told of together, by reason") {
  CHECK(report::asked_sentences(
            {asking(0.28, 0.25), asking(0.01, 0.0), asking(-0.3, -0.2), asking(0.4, 0.3)},
            {"Base", "A", "B", "C", "D"}) ==
        std::vector<std::string>{
            "More is asked because more is believed: A (discretionary requests up 28 %, need the "
            "same); D (discretionary requests up 40 %, need the same).",
            "Less is asked because less is believed: C (discretionary requests down 30 %, need the "
            "same)."});
}
