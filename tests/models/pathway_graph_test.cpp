#include "models/pathway_graph.hpp"

#include <cmath>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace {

using ficap::models::ByEnum;
using ficap::models::check_pathway;
using ficap::models::Diagnostic;
using ficap::models::Diagnostics;
using ficap::models::Named;
using ficap::models::Number;
using ficap::models::Origin;
using ficap::models::Pathway;
using ficap::models::Share;
using ficap::models::Sourced;
using ficap::models::Stage;
using ficap::models::StageChain;
using Ways = std::initializer_list<std::pair<const char*, double>>;

Named<Sourced<Share>> ways(Ways list) {
  Named<Sourced<Share>> named;
  for (const auto& [to, probability] : list) {
    named.emplace(to, Sourced<Share>{.value = {probability}});
  }
  return named;
}

Stage stage(Ways next) {
  Stage s;
  s.next.values = ways(next);
  return s;
}

Diagnostic error(std::string pointer,
                 std::string found,
                 std::string expected,
                 std::string help = {},
                 std::vector<std::string> also = {}) {
  return {std::move(pointer),
          std::move(found),
          std::move(expected),
          std::move(help),
          Diagnostic::Severity::error,
          std::move(also)};
}

Diagnostics check(const Pathway& pathway) {
  return check_pathway("so/c", pathway);
}

/// develop -> overt -> trial, with attrition from each and a trial that may be held again.
Pathway with_retrial(double again) {
  Pathway p;
  p.entry.values = ways({{"develop", 0.75}, {"overt", 0.25}});
  p.stages = {{"develop", stage({{"overt", 0.8}, {"closed", 0.2}})},
              {"overt", stage({{"trial", 0.5}, {"closed", 0.5}})},
              {"trial", stage({{"trial", again}, {"closed", 1.0 - again}})}};
  return p;
}

/// A gambler with i of n coins wins the next one with probability p until he has none or all.
Pathway gamble(int n, double p, int begins_with) {
  const auto name = [](int i) {
    return "has" + std::string(i < 10 ? "0" : "") + std::to_string(i);
  };
  Pathway game;
  game.entry.values.emplace(name(begins_with), Sourced<Share>{.value = {1.0}});
  for (int i = 1; i < n; ++i) {
    Stage s;
    s.next.values.emplace(i + 1 == n ? "won" : name(i + 1), Sourced<Share>{.value = {p}});
    s.next.values.emplace(i == 1 ? "closed" : name(i - 1), Sourced<Share>{.value = {1.0 - p}});
    game.stages.emplace(name(i), s);
  }
  game.stages.emplace("won", stage({{"closed", 1.0}}));
  return game;
}

}  // namespace

TEST_CASE("a stage that repeats with probability p is visited 1 / (1 - p) times") {
  for (const double again : {0.0, 0.25, 0.5, 0.9}) {
    const StageChain chain{with_retrial(again)};
    CHECK(chain.visits(2, 2) == doctest::Approx(1.0 / (1.0 - again)).epsilon(1e-14));
  }
}

TEST_CASE("a stage that repeats with probability p goes on for more than k visits with p^k") {
  Pathway p;
  p.entry.values = ways({{"trial", 1.0}});
  p.stages.emplace("trial", stage({{"trial", 0.9}, {"closed", 0.1}}));
  const StageChain chain{p};
  CHECK(chain.goes_beyond(0) == doctest::Approx(1.0));
  CHECK(chain.goes_beyond(1) == doctest::Approx(0.9));
  CHECK(chain.goes_beyond(40) == doctest::Approx(std::pow(0.9, 40.0)));
  // The likeliest of the origins counts.
  p.stages.emplace("late", stage({{"closed", 1.0}}));
  p.entry_by_origin.values[Origin::reactive] = {.values = ways({{"late", 1.0}})};
  CHECK(StageChain{p}.goes_beyond(2) == doctest::Approx(0.81));
  p.entry.values = ways({{"late", 1.0}});
  CHECK(StageChain{p}.goes_beyond(2) == 0.0);
}

TEST_CASE("visits, reach and days of a chain worked by hand") {
  // overt: 0.25 at once + 0.75 x 0.8 = 0.85; trial is reached by half of those and lasts 2 visits.
  const StageChain chain{with_retrial(0.5)};
  REQUIRE(chain.ids() == std::vector<std::string>{"develop", "overt", "trial"});
  const auto entry = chain.entry({});
  const auto visits = chain.expected_visits(entry);
  CHECK(visits[0] == doctest::Approx(0.75));
  CHECK(visits[1] == doctest::Approx(0.85));
  CHECK(visits[2] == doctest::Approx(0.85));
  const auto reached = chain.reached(entry);
  CHECK(reached[0] == doctest::Approx(0.75));
  CHECK(reached[1] == doctest::Approx(0.85));
  CHECK(reached[2] == doctest::Approx(0.425));
  // 100 days of develop, 10 of overt, 30 of each trial.
  const auto remaining = chain.expected_total({100.0, 10.0, 30.0});
  CHECK(remaining[2] == doctest::Approx(60.0));
  CHECK(remaining[1] == doctest::Approx(10.0 + 0.5 * 60.0));
  CHECK(remaining[0] == doctest::Approx(100.0 + 0.8 * 40.0));
  CHECK(chain.index_of("overt") == 1);
}

TEST_CASE("the chance to pass every later trial unscathed, worked by hand") {
  // Trial is held once more with probability 1/2 and passed with probability 0.6:
  // from within a trial g = 0.5 + 0.5 x 0.6 g, so g = 5/7.
  const StageChain chain{with_retrial(0.5)};
  const auto passed = chain.expected_product({0.0, 1.0, 0.6});
  CHECK(passed[2] == doctest::Approx(5.0 / 7.0));
  CHECK(passed[1] == doctest::Approx(0.5 + 0.5 * 0.6 * 5.0 / 7.0));
  CHECK(passed[0] == doctest::Approx(0.2 + 0.8 * (0.5 + 0.5 * 0.6 * 5.0 / 7.0)));
}

TEST_CASE("a gambler who begins with i of n coins wins as often as theory says") {
  for (const double p : {0.5, 0.4, 0.7}) {
    for (const int begins_with : {1, 4, 9}) {
      const StageChain chain{gamble(10, p, begins_with)};
      const double r = (1.0 - p) / p;
      const double theory = p == 0.5 ? begins_with / 10.0
                                     : (1.0 - std::pow(r, begins_with)) / (1.0 - std::pow(r, 10));
      CHECK(chain.reached(chain.entry({}))[chain.index_of("won")] ==
            doctest::Approx(theory).epsilon(1e-12));
    }
  }
}

TEST_CASE("a fair gambler plays i (n - i) rounds") {
  const StageChain chain{gamble(10, 0.5, 3)};
  std::vector<double> rounds(chain.size(), 1.0);
  rounds[chain.index_of("won")] = 0.0;
  CHECK(chain.expected_total(rounds)[chain.index_of("has03")] ==
        doctest::Approx(21.0).epsilon(1e-12));
}

TEST_CASE("origins that enter elsewhere are mixed by their weights") {
  Pathway p = with_retrial(0.0);
  p.entry_by_origin.values[Origin::reactive].values = ways({{"overt", 1.0}});
  const StageChain chain{p};
  ByEnum<Origin, Sourced<Number>> origins;
  origins.values[Origin::reactive].value = {3.0};
  origins.values[Origin::intelligence].value = {1.0};
  CHECK(chain.entry(origins)[0] == doctest::Approx(0.75 / 4.0));
  CHECK(chain.entry(origins)[1] == doctest::Approx((3.0 + 0.25) / 4.0));
  // A stream that names no origins has reactive cases only.
  CHECK(chain.entry({}) == std::vector<double>{0.0, 1.0, 0.0});
}

TEST_CASE("a stage lasts as long as its threat says, or as long as it says itself") {
  Stage s;
  s.lasts.value.distribution.value = ficap::sim::Fixed{.value = 30.0};
  s.lasts_by_threat.values["fraud"].value.distribution.value =
      ficap::sim::Uniform{.low = 100.0, .high = 300.0};
  CHECK(ficap::models::mean_stay(s, "drugs").days == 30.0);
  CHECK(ficap::models::mean_stay(s, "fraud").days == 200.0);
}

TEST_CASE("a pathway that can be walked gives no diagnostics") {
  CHECK(check(with_retrial(0.5)).empty());
  CHECK(check(gamble(10, 0.4, 3)).empty());
}

TEST_CASE("probabilities that do not sum to 1 name every contributor") {
  Pathway p = with_retrial(0.5);
  p.stages["develop"] = stage({{"overt", 0.8}, {"closed", 0.1}});
  CHECK(check(p) == Diagnostics{error("/pathways/so~1c/stages/develop/next",
                                      "probabilities that sum to 0.9",
                                      "probabilities that sum to 1",
                                      "0.1 is missing",
                                      {"/pathways/so~1c/stages/develop/next/closed",
                                       "/pathways/so~1c/stages/develop/next/overt"})});
  p = with_retrial(0.5);
  p.entry.values = ways({{"develop", 1.0}, {"overt", 0.25}});
  CHECK(check(p) ==
        Diagnostics{error("/pathways/so~1c/entry",
                          "probabilities that sum to 1.25",
                          "probabilities that sum to 1",
                          "0.25 is too much",
                          {"/pathways/so~1c/entry/develop", "/pathways/so~1c/entry/overt"})});
  p = with_retrial(0.5);
  p.entry_by_origin.values[Origin::social_media].values = {};
  CHECK(check(p) == Diagnostics{error("/pathways/so~1c/entry_by_origin/social_media",
                                      "no stage",
                                      "probabilities that sum to 1")});
}

TEST_CASE("probabilities may miss 1 by what decimals cannot say, and by no more") {
  Pathway p = with_retrial(0.5);
  p.stages["overt"] = stage({{"trial", 0.5 + 5e-10}, {"closed", 0.5}});
  CHECK(check(p).empty());
  p.stages["overt"] = stage({{"trial", 0.5 + 2e-9}, {"closed", 0.5}});
  CHECK(check(p).size() == 1);
}

TEST_CASE("a stage that does not exist is named where it is written, and nothing follows from it") {
  Pathway p = with_retrial(0.5);
  p.stages["overt"] = stage({{"tril", 0.5}, {"closed", 0.5}});
  CHECK(check(p) ==
        Diagnostics{error("/pathways/so~1c/stages/overt/next/tril",
                          "\"tril\"",
                          "the id of a stage of this pathway: develop, overt, trial, closed")});
  p = with_retrial(0.5);
  p.entry.values = ways({{"closed", 1.0}});
  CHECK(check(p) == Diagnostics{error("/pathways/so~1c/entry/closed",
                                      "\"closed\"",
                                      "the id of a stage of this pathway: develop, overt, trial")});
}

TEST_CASE("a stage that no case reaches is an error, and a way of probability 0 is no way") {
  Pathway p = with_retrial(0.5);
  p.entry.values = ways({{"develop", 0.0}, {"overt", 1.0}});
  const Diagnostics lost{error("/pathways/so~1c/stages/develop",
                               "a stage that no case reaches",
                               "a stage that `entry` or another stage's `next` leads to",
                               "give it a probability there, or take the stage out")};
  CHECK(check(p) == lost);
  p.entry.values = ways({{"overt", 1.0}});
  CHECK(check(p) == lost);
  p.entry_by_origin.values[Origin::intelligence].values = ways({{"develop", 1.0}});
  CHECK(check(p).empty());
}

TEST_CASE("stages that only lead to each other are errors, each of them") {
  Pathway p = with_retrial(0.5);
  p.stages["overt"] = stage({{"trial", 1.0}, {"closed", 0.0}});
  p.stages["trial"] = stage({{"overt", 1.0}});
  const auto trap = [](const std::string& id) {
    return error("/pathways/so~1c/stages/" + id + "/next",
                 "a stage from which no case ever closes",
                 "a way to \"closed\", directly or through other stages");
  };
  CHECK(check(p) == Diagnostics{trap("overt"), trap("trial")});
}

TEST_CASE("a pathway without stages, and a stage that takes the name of the end, are errors") {
  CHECK(check({}) ==
        Diagnostics{error("/pathways/so~1c/stages", "no stage", "at least one stage")});
  Pathway p = with_retrial(0.5);
  p.stages["closed"] = stage({{"closed", 1.0}});
  const auto problems = check(p);
  REQUIRE(!problems.empty());
  CHECK(problems[0] == error("/pathways/so~1c/stages/closed",
                             "a stage with the id \"closed\"",
                             "another id",
                             "\"closed\" is how `next` names the end of a case"));
}
