#include "report/explain.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "report/explain_loads.hpp"
#include "report/pathway_dot.hpp"
#include "report/pathway_order.hpp"
#include "report/words.hpp"
#include "tests/support/small_force.hpp"

using namespace ficap;

namespace {

/// The force of the support file with names, a profile that most cases need early and an order
/// that some need late.
models::Setting explained() {
  models::Setting s = test::force();
  s.title = "A small force";
  s.plan.start = {2026, 4, 1};
  s.requests["profile"].name = "Financial profile";
  s.requests["order"].name = "Restraint order";
  test::add_need(s, "covert", "profile", 0.6);
  test::add_need(s, "overt", "order", 0.25);
  return s;
}

models::Scenario unchanging(const models::Setting& s) {
  return {.before = s, .planned = s};
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a scenario explains itself") {
  CHECK(report::explain(unchanging(explained())) == R"(A small force
What follows from the scenario's numbers without simulating: averages of the first year, as if
nobody ever waited.
A run starts after 6 years of warm-up.

How cases go, and what they need
================================

Investigation: 100 cases a year, open for 283 days on average

  opens  → covert 100 %
  covert → overt 50 %, closed 50 %
  overt  → closed 100 %

Stages, and what is needed there                 of 100 cases  visits by     days   needs of
                                                     reach it  100 cases  a visit  100 cases
covert                                    early         100.0      100.0      100
  Financial profile               discretionary                                         60.0
overt                                    middle          50.0       50.0      365
  Restraint order                     statutory                                         12.5

What people are asked for, and what they have
=============================================

Hours are effort a year. Needed: if every need were asked for and met. By law: statutory work at
full need; some of it follows only from help that was asked for, so "asked" can be less. Asked: at
the trust with which the run starts. Their hours: what the people with the skill have for requests,
people with several skills counted under each. Busiest group of skills: those whose work is most
against the hours of all who have any of them. Above 1, "/ hours" means more work than hours. A slot
is one request in hand: above 1, "/ slots" means more of them than caseloads allow.

Force

Skill                    needed  by law  asked           their   needed    asked   needed    asked
                          hours   hours  hours  people   hours  / hours  / hours  / slots  / slots
restraint                 1,000   1,000  1,000       2  17,532     0.06     0.06     0.01     0.01
tracing                   1,800       0    855       4  35,064     0.05     0.02     0.01     0.00
busiest group of skills                                            0.08     0.06     0.01     0.01
)");
}

TEST_CASE("what the plan changes stands beside what holds now, and the rest is said once") {
  models::Scenario scenario = unchanging(explained());
  scenario.planned.teams["analyst"].strength.value = {5.0};
  const std::string text = report::explain(scenario);
  const auto loads = text.find("What people are asked for");
  REQUIRE(loads != std::string::npos);
  CHECK(!contains(text.substr(0, loads), "Now:"));
  CHECK(contains(text.substr(loads), "Now:"));
  CHECK(contains(text.substr(loads), "From 1 April 2026:"));
  CHECK(contains(text.substr(loads), "61,362"));
}

TEST_CASE("more work than hours is said in a sentence, and whether it would show today") {
  models::Setting s = explained();
  CHECK(report::load_warnings(s).empty());
  // 12.5 orders a year for two people of 8,766 hours each: 1.3 x 17,532 / 12.5 hours.
  s.requests["order"].tasks[0] = test::a_task("restraint", 1823.328);
  CHECK(report::load_warnings(s) ==
        std::vector<std::string>{
            "The people of Force for \"restraint\" would be asked for 1.30 times the hours they "
            "have at the trust with which the run starts (50 %). It could not all be done; the "
            "tables of a run show what is left undone."});
  for (const double effort : {0.955 * 1402.56, 1.045 * 1402.56}) {
    s.requests["order"].tasks[0] = test::a_task("restraint", effort);
    CHECK(
        report::load_warnings(s) ==
        std::vector<std::string>{
            "The people of Force for \"restraint\" would be asked for about as many hours as they "
            "have at the trust with which the run starts (50 %): little is left for busy weeks, "
            "and requests will wait."});
  }
  s.requests["order"].tasks[0] = test::a_task("restraint", 0.93 * 1402.56);
  CHECK(report::load_warnings(s) ==
        std::vector<std::string>{
            "The people of Force for \"restraint\" would be asked for 93 % of the hours they have "
            "at the trust with which the run starts (50 %): little is left for busy weeks, and "
            "requests will wait."});
  s.requests["order"].work_class = models::WorkClass::discretionary;
  s.requests["order"].tasks[0] = test::a_task("restraint", 1823.328);
  CHECK(report::load_warnings(s) ==
        std::vector<std::string>{
            "The people of Force for \"restraint\" would be asked for 1.30 times the hours they "
            "have if every need were asked for; at the trust with which the run starts (50 %) "
            "those who are busiest are asked for 62 % of theirs. The difference is work that "
            "nobody requests."});
}

TEST_CASE("the organisation with most work against its hours is warned of first") {
  models::Setting s = explained();
  s.requests["order"].tasks[0] = test::a_task("restraint", 1823.328);
  s.organisations["other"] = s.organisations["force"];
  s.organisations["other"].name = "Other";
  s.streams["other-drugs"] = s.streams["force-drugs"];
  s.streams["other-drugs"].organisation.id = "other";
  for (const char* team : {"analyst", "investigator"}) {
    const std::string id = std::string{"other-"} + team;
    s.teams[id] = s.teams[team];
    s.teams[id].organisation.id = "other";
  }
  const auto first_named = [](const models::Setting& setting) {
    const auto warnings = report::load_warnings(setting);
    REQUIRE(warnings.size() == 2);
    return warnings.front().substr(0, 20);
  };
  s.streams["other-drugs"].rate.value = {120.0};
  CHECK(first_named(s) == "The people of Other ");
  s.streams["other-drugs"].rate.value = {90.0};
  CHECK(first_named(s) == "The people of Force ");
}

TEST_CASE("a skill that nobody has and caseloads that are too small are said, too") {
  models::Setting s = explained();
  s.teams["analyst"].strength.value = {0.0};
  s.teams["investigator"].strength.value = {0.0};
  CHECK(report::load_warnings(s) ==
        std::vector<std::string>{
            "Nobody of Force can do \"restraint\"; 1,000 hours of it are needed a year.",
            "Nobody of Force can do \"tracing\"; 1,800 hours of it are needed a year."});
  s = explained();
  s.requests["order"].tasks = {test::a_task("restraint", 1.0, 365.25 * 10.0),
                               test::a_task("restraint", 1.0)};
  CHECK(
      report::load_warnings(s) ==
      std::vector<std::string>{
          "The people of Force for \"restraint\" would have 1.25 times as many requests in hand as "
          "their "
          "caseload allows: requests will wait even while there are hours to work on them."});
}

TEST_CASE("a skill is listed by what stands before the colon of its name") {
  models::Setting s = explained();
  s.skills["restraint"].name = "Restraint: applications, hearings and upkeep";
  const std::string text = report::explain(unchanging(s));
  CHECK(contains(text, "\nRestraint "));
  CHECK(!contains(text, "applications"));
}

TEST_CASE("the busiest pathway comes first") {
  models::Setting s = explained();
  s.pathways["a-short-one"] = s.pathways["soc"];
  s.pathways["a-short-one"].name = "Short";
  s.streams["few"] = s.streams["force-drugs"];
  s.streams["few"].pathway.id = "a-short-one";
  s.streams["few"].rate.value = {2.5};
  const std::string text = report::explain(unchanging(s));
  CHECK(text.find("Investigation: 100 cases") < text.find("Short: 2.5 cases"));
  s.streams["few"].rate.value = {250.0};
  const std::string busier = report::explain(unchanging(s));
  CHECK(busier.find("Short: 250 cases") < busier.find("Investigation: 100 cases"));
}

TEST_CASE("one organisation is explained without the pathways that all have in common") {
  models::Setting s = explained();
  s.organisations["other"] = s.organisations["force"];
  s.organisations["other"].name = "Other";
  s.teams["other-analyst"] = s.teams["analyst"];
  s.teams["other-analyst"].organisation.id = "other";
  const std::string text = report::explain(unchanging(s), "other");
  CHECK(contains(text, "\nOther\n"));
  CHECK(!contains(text, "\nForce\n"));
  CHECK(!contains(text, "How cases go"));
  CHECK(contains(report::explain(unchanging(s)), "\nForce\n"));
}

TEST_CASE("no line is longer than 100 characters") {
  models::Setting s = explained();
  s.skills["restraint"].name = "a skill with a name that nobody would want to print in a table";
  s.pathways["soc"].name =
      "an investigation with a name that is longer than any that was ever given to one";
  for (const char* id : {"a-stage-with-a-long-id", "another-stage-with-a-long-id", "a-third-one"}) {
    s.pathways["soc"].stages[id] = test::a_stage(models::Phase::late, 1.0, {{"closed", 1.0}});
    s.pathways["soc"].stages["overt"].next.values[id].value = {1.0 / 3.0};
  }
  s.pathways["soc"].stages["overt"].next.values["closed"].value = {0.0};
  s.requests["order"].name = "a kind of help with a name that nobody would want to print either";
  const std::string text = report::explain(unchanging(s));
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = text.find('\n', from);
    REQUIRE(end != std::string::npos);
    CHECK(report::width_of(text.substr(from, end - from)) <= 100);
    from = end + 1;
  }
}

TEST_CASE("stages stand after those that lead to them, whatever their ids, and loops do not hang") {
  models::Pathway p;
  p.entry.values.emplace("z-first", test::given<models::Share>(1.0));
  p.stages["z-first"] =
      test::a_stage(models::Phase::early, 1.0, {{"a-last", 0.5}, {"m-middle", 0.5}});
  p.stages["m-middle"] =
      test::a_stage(models::Phase::early, 1.0, {{"a-last", 0.5}, {"z-first", 0.5}});
  p.stages["a-last"] = test::a_stage(models::Phase::late, 1.0, {{"closed", 1.0}});
  CHECK(report::in_order_of_travel(p) == std::vector<std::string>{"z-first", "m-middle", "a-last"});
}

TEST_CASE("a share is printed with the decimals that it needs, at most two") {
  CHECK(report::percent(1.0) == "100 %");
  CHECK(report::percent(0.35) == "35 %");
  CHECK(report::percent(0.025) == "2.5 %");
  CHECK(report::percent(1.0 / 3.0) == "33.33 %");
  CHECK(report::percent(0.0004) == "0.04 %");
}

TEST_CASE("the drawing is one digraph with frames for phases and notes for needs") {
  models::Setting s = explained();
  s.title = "A \"small\" force \\ back";
  CHECK(report::pathways_dot(s) == R"dot(digraph "A \"small\" force \\ back" {
  label="A \"small\" force \\ back"; labelloc=t; fontsize=20;
  graph [fontname="Helvetica", rankdir=LR];
  node [fontname="Helvetica", fontsize=11, shape=box];
  edge [fontname="Helvetica", fontsize=9];
  subgraph "cluster_soc" {
    label="Investigation\n100 cases a year, open for 283 days on average"; fontsize=16; style=rounded; color="#666666";
    subgraph "cluster_soc_early" {
      label="early"; style=filled; color="#f7f7f7";
      "soc/stage covert" [label="covert\n100 days, 100 of 100 cases", style=filled, fillcolor="#d9ead3"];
      "soc/needs covert" [label="needs of 100 cases:\lFinancial profile: 60.0\l", shape=note, fontsize=9, style=filled, fillcolor=white];
      "soc/stage covert" -> "soc/needs covert" [style=dashed, arrowhead=none, color="#999999"];
    }
    subgraph "cluster_soc_middle" {
      label="middle"; style=filled; color="#f7f7f7";
      "soc/stage overt" [label="overt\n365 days, 50 of 100 cases", style=filled, fillcolor="#fff2cc"];
      "soc/needs overt" [label="needs of 100 cases:\lRestraint order: 12.5\l", shape=note, fontsize=9, style=filled, fillcolor=white];
      "soc/stage overt" -> "soc/needs overt" [style=dashed, arrowhead=none, color="#999999"];
    }
    "soc/closed" [label="closed", shape=oval];
    "soc/opens" -> "soc/stage covert" [label="100 %"];
    "soc/opens" [label="opens", shape=oval];
    "soc/stage covert" -> "soc/closed" [label="50 %"];
    "soc/stage covert" -> "soc/stage overt" [label="50 %"];
    "soc/stage overt" -> "soc/closed" [label="100 %"];
  }
}
)dot");
}

TEST_CASE("origins that enter elsewhere have an opening of their own in text and drawing") {
  models::Setting s = explained();
  s.pathways["soc"].entry_by_origin.values[models::Origin::partner_referral].values.emplace(
      "overt", test::given<models::Share>(1.0));
  CHECK(contains(report::explain(unchanging(s)), "  opens, if partner referral → overt 100 %\n"));
  const std::string dot = report::pathways_dot(s);
  CHECK(contains(dot, R"("soc/opens partner referral" -> "soc/stage overt" [label="100 %"];)"));
}

TEST_CASE("a pathway without cases is drawn without numbers of cases") {
  models::Setting s = explained();
  s.streams.clear();
  CHECK(contains(report::explain(unchanging(s)), "Investigation: no cases\n"));
  CHECK(!contains(report::pathways_dot(s), "days"));
}

TEST_CASE("who sits with investigating teams stands below the load, with what they take of it") {
  models::Setting s = explained();
  s.organisations["force"].areas["east"] = {.name = "East",
                                            .weight = test::given<models::Number>(3.0)};
  s.organisations["force"].areas["west"] = {.name = "West",
                                            .weight = test::given<models::Number>(1.0)};
  models::Embedding& embedding = s.policies.embedded["desk"];
  embedding.team.id = "analyst";
  embedding.posts = test::given<models::Number>(1.0);
  embedding.with = {"east"};
  const models::Scenario scenario{.before = explained(), .planned = s};
  // 100 x 0.75 x 0.6 profiles of 30 hours, and 8,766 hours in a year round the clock.
  CHECK(
      contains(report::explain(scenario, ""),
               "1 person of analyst sits with East, who have 75 % of the cases. What they take of "
               "these would come\nto 0.15 hours of work for each hour that they have if every need "
               "were asked for, and 0.07 at the\ntrust with which the run starts.\n"));
}
