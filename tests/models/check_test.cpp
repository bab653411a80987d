#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "models/scenario.hpp"
#include "sim/stream.hpp"
#include "tests/support/scenarios.hpp"

namespace {

using namespace std::chrono_literals;
using ficap::models::AssetKind;
using ficap::models::Diagnostic;
using ficap::models::Diagnostics;
using ficap::models::Harm;
using ficap::models::Scenario;
using ficap::models::Setting;
namespace models = ficap::models;
namespace sim = ficap::sim;
namespace test = ficap::test;

constexpr auto error = Diagnostic::Severity::error;
constexpr auto warning = Diagnostic::Severity::warning;

std::string text(const Diagnostic& d) {
  std::string also;
  for (const std::string& pointer : d.also)
    also += " also " + pointer;
  return std::string{d.severity == error ? "error " : "warning "} + d.pointer + ": found " +
         d.found + ", expected " + d.expected + (d.help.empty() ? "" : " (" + d.help + ")") + also;
}

std::vector<std::string> texts(const Diagnostics& problems) {
  std::vector<std::string> all;
  for (const Diagnostic& d : problems)
    all.push_back(text(d));
  return all;
}

// Breaks a rule in both settings. @returns what check says, each problem once
std::vector<std::string> said_of(const std::function<void(Setting&)>& change) {
  Scenario scenario = test::scenario(test::one_desk);
  change(scenario.before);
  change(scenario.planned);
  return texts(models::check(scenario));
}

std::vector<std::string> said_of_planned(const std::function<void(Setting&)>& change) {
  Scenario scenario = test::scenario(test::one_desk);
  change(scenario.planned);
  return texts(models::check(scenario));
}

models::Pathway& pathway(Setting& s) {
  return s.pathways.at("one_stage");
}
models::Stage& stage(Setting& s) {
  return pathway(s).stages.at("open");
}
models::RequestType& help(Setting& s) {
  return s.requests.at("help");
}
models::Team& desk(Setting& s) {
  return s.teams.at("desk");
}

struct Rule {
  std::function<void(Setting&)> breaks;
  Diagnostic expected;
};

void check_rules(const std::vector<Rule>& rules) {
  for (const Rule& rule : rules) {
    const std::string expected = text(rule.expected);
    CAPTURE(expected);
    const std::vector<std::string> said = said_of(rule.breaks);
    REQUIRE(said.size() == 1);
    CHECK(said.front() == expected);
  }
}

}  // namespace

TEST_CASE("a scenario without a problem is told of none") {
  CHECK(said_of([](Setting&) {}).empty());
}

TEST_CASE("numbers that count something are whole") {
  check_rules({
      {[](Setting& s) { s.plan.years = 1.5; },
       {"/plan/years", "a number with a fraction", "a whole number", "", error, {}}},
      {[](Setting& s) { s.plan.replications = 2.5; },
       {"/plan/replications", "a number with a fraction", "a whole number", "", error, {}}},
      {[](Setting& s) { s.plan.seed = 0.5; },
       {"/plan/seed", "a number with a fraction", "a whole number", "", error, {}}},
      {[](Setting& s) { desk(s).establishment.value.value = 1.5; },
       {"/teams/desk/establishment", "a number with a fraction", "a whole number", "", error, {}}},
      {[](Setting& s) {
         desk(s).establishment.value.value = 2;
         desk(s).strength.value.value = 1.25;
       },
       {"/teams/desk/strength", "a number with a fraction", "a whole number", "", error, {}}},
      {[](Setting& s) { desk(s).early_desk.value.value = 0.5; },
       {"/teams/desk/early_desk", "a number with a fraction", "a whole number", "", error, {}}},
  });
}

TEST_CASE("an office has seven days, one of them open, none beyond midnight") {
  check_rules({
      {[](Setting& s) { s.calendars.at("desk").hours_by_weekday.pop_back(); },
       {"/calendars/desk/hours_by_weekday",
        "6 numbers",
        "seven numbers of hours, Monday first",
        "",
        error,
        {}}},
      {[](Setting& s) { s.calendars.at("desk").hours_by_weekday.assign(7, 0.0); },
       {"/calendars/desk/hours_by_weekday",
        "an office that never opens",
        "at least one day with hours",
        "",
        error,
        {}}},
      {[](Setting& s) {
         s.calendars.at("desk").hours_by_weekday.assign(7, 8.0);
         s.calendars.at("desk").opens = models::TimeOfDay{17h};
       },
       {"/calendars/desk/opens",
        "a day that would run past midnight",
        "an earlier opening, or fewer hours",
        "",
        error,
        {"/calendars/desk/hours_by_weekday"}}},
  });
}

TEST_CASE("an area has an id of its own") {
  check_rules({
      {[](Setting& s) { s.organisations.at("force").areas["none"].name = "Nowhere"; },
       {"/organisations/force/areas/none",
        "the id \"none\"",
        "another id: \"none\" stands for cases without an area",
        "",
        error,
        {}}},
      {[](Setting& s) {
         s.organisations.at("force").areas["city"].name = "City";
         s.organisations["other"].name = "Other";
         s.organisations.at("other").areas["city"].name = "City";
       },
       {"/organisations/other/areas/city",
        "an area id that another organisation uses",
        "an id of its own",
        "",
        error,
        {"/organisations/force/areas/city"}}},
  });
}

TEST_CASE("weights are not negative and not all nothing") {
  check_rules({
      {[](Setting& s) { s.threats.at("any").harm.values.begin()->second.value.value = 0.0; },
       {"/threats/any/harm",
        "weights that sum to 0",
        "weights of harm bands, at least one of them above 0",
        "",
        error,
        {}}},
      {[](Setting& s) { s.threats.at("any").harm.values[Harm::low].value.value = -0.5; },
       {"/threats/any/harm",
        "a negative weight",
        "weights of harm bands of at least 0",
        "",
        error,
        {}}},
      {[](Setting& s) {
         s.asset_profiles.at("small").kinds.values[AssetKind::accounts].value.value = 0.0;
       },
       {"/asset_profiles/small/kinds",
        "weights that sum to 0",
        "weights of kinds, at least one of them above 0",
        "",
        error,
        {}}},
      {[](Setting& s) {
         s.streams.at("cases").origins.values[models::Origin::reactive].value.value = 0.0;
       },
       {"/streams/cases/origins",
        "weights that sum to 0",
        "weights of origins, at least one of them above 0",
        "",
        error,
        {}}},
      {[](Setting& s) { s.streams.at("cases").monthly_profile.assign(11, 1.0); },
       {"/streams/cases/monthly_profile",
        "11 numbers",
        "twelve weights, January first",
        "",
        error,
        {}}},
      {[](Setting& s) { s.streams.at("cases").monthly_profile.assign(12, 0.0); },
       {"/streams/cases/monthly_profile",
        "weights that are negative or all 0",
        "twelve weights of at least 0",
        "",
        error,
        {}}},
  });
}

TEST_CASE("an upper bound is not below its lower one") {
  check_rules({
      {[](Setting& s) { s.asking.ceiling.value.value = 0.5; },
       {"/asking/ceiling",
        "a ceiling below the floor",
        "at least the floor",
        "",
        error,
        {"/asking/floor"}}},
      {[](Setting& s) { s.assets.collection.highest.value.value = 0.1; },
       {"/assets/collection/highest",
        "a highest share below the lowest",
        "at least the lowest",
        "",
        error,
        {"/assets/collection/lowest"}}},
      {[](Setting& s) {
         stage(s).needs.at("help").benefit_at_least.emplace().value.pence = 500;
         stage(s).needs.at("help").benefit_below.emplace().value.pence = 500;
       },
       {"/pathways/one_stage/stages/open/needs/help/benefit_below",
        "no benefit fits both bounds",
        "more than `benefit_at_least`",
        "",
        error,
        {"/pathways/one_stage/stages/open/needs/help/benefit_at_least"}}},
  });
}

TEST_CASE("a stage asks for what is of use and decides on what is asked for") {
  check_rules({
      {[](Setting& s) {
         stage(s).phase = models::Phase::late;
         help(s).window = models::WindowUntilPhaseEnds{models::Phase::middle};
       },
       {"/pathways/one_stage/stages/open/needs/help/request",
        "\"help\", whose window has closed before this stage",
        "a request that is still of use here",
        "",
        warning,
        {}}},
      {[](Setting& s) {
         s.requests["other"] = help(s);
         models::ConfiscationDecision decision;
         decision.on.id = "other";
         stage(s).decides = decision;
       },
       {"/pathways/one_stage/stages/open/decides/confiscation/on",
        "\"other\", which no stage of this pathway needs",
        "a request that a need of this pathway asks for",
        "without it the order can never be made",
        error,
        {}}},
      {[](Setting& s) {
         s.requests["other"] = help(s);
         models::ForfeitureDecision decision;
         decision.on.id = "other";
         stage(s).decides = decision;
       },
       {"/pathways/one_stage/stages/open/decides/forfeiture/on",
        "\"other\", which no stage of this pathway needs",
        "a request that a need of this pathway asks for",
        "without it the order can never be made",
        error,
        {}}},
      {[](Setting& s) {
         models::Escalation escalation;
         escalation.to.id = "cases";
         stage(s).escalates.values["force"] = escalation;
       },
       {"/pathways/one_stage/stages/open/escalates/force/to",
        "\"cases\", whose cases can lead back here",
        "a stream that does not lead back",
        "",
        error,
        {}}},
  });
}

TEST_CASE("a request is some work after some triage") {
  check_rules({
      {[](Setting& s) { help(s).tasks.clear(); },
       {"/requests/help/tasks", "0 tasks", "1 to 16 tasks", "", error, {}}},
      {[](Setting& s) { help(s).tasks.assign(17, help(s).tasks.front()); },
       {"/requests/help/tasks", "17 tasks", "1 to 16 tasks", "", error, {}}},
      {[](Setting& s) {
         help(s).tasks.assign(2, help(s).tasks.front());
         for (auto& task : help(s).tasks)
           task.decisive = true;
       },
       {"/requests/help/tasks", "several decisive tasks", "at most one", "", error, {}}},
      {[](Setting& s) { help(s).tasks.front().triage = true; },
       {"/requests/help/tasks",
        "nothing but triage",
        "at least one task that is not triage, so that work can start",
        "",
        error,
        {}}},
      {[](Setting& s) {
         help(s).tasks.assign(2, help(s).tasks.front());
         help(s).tasks.back().triage = true;
       },
       {"/requests/help/tasks/1/triage",
        "triage after the work has begun",
        "triage first",
        "",
        error,
        {}}},
      {[](Setting& s) { help(s).cover.emplace(); },
       {"/requests/help/cover",
        "cover for a request whose window never closes",
        "a window",
        "nobody will ever need to step in",
        warning,
        {}}},
      {[](Setting& s) { s.requests["mandatory_referral"] = help(s); },
       {"/requests/mandatory_referral",
        "the id \"mandatory_referral\"",
        "another id: this one names the triage of a mandatory referral",
        "",
        error,
        {}}},
      {[](Setting& s) {
         for (int i = 0; i < 63; ++i)
           s.requests["help" + std::to_string(i)] = help(s);
       },
       {"/requests", "64 kinds of request", "at most 63", "", error, {}}},
      {[](Setting& s) {
         for (int i = 0; i < 64; ++i)
           s.skills["skill" + std::to_string(i)].name = "Skill";
       },
       {"/skills", "65 skills", "at most 64", "", error, {}}},
  });
}

TEST_CASE("people are in posts, have time left for requests, and the skills that these need") {
  check_rules({
      {[](Setting& s) {
         s.roles.at("fi").away["leave"].value.value = 0.6;
         s.roles.at("fi").away["other"].value.value = 0.4;
       },
       {"/roles/fi/away",
        "causes that sum to more than 0.99",
        "shares that sum to at most 0.99",
        "nothing would be left for requests",
        error,
        {}}},
      {[](Setting& s) { desk(s).early_desk.value.value = 2; },
       {"/teams/desk/early_desk",
        "more people than are in post",
        "at most `strength`",
        "",
        error,
        {"/teams/desk/strength"}}},
      {[](Setting& s) { desk(s).strength.value.value = 2; },
       {"/teams/desk/strength",
        "more people than posts",
        "at most `establishment`",
        "",
        warning,
        {}}},
      {[](Setting& s) { desk(s).people["2"]; },
       {"/teams/desk/people/2",
        "the post \"2\"",
        "a post number from \"1\" to `strength`",
        "",
        error,
        {"/teams/desk/strength"}}},
      {[](Setting& s) { desk(s).people["01"]; },
       {"/teams/desk/people/01",
        "the post \"01\"",
        "a post number from \"1\" to `strength`",
        "",
        error,
        {"/teams/desk/strength"}}},
      {[](Setting& s) { desk(s).strength.value.value = 0; },
       {"/teams",
        R"(nobody in "force" with the skill "investigation")",
        "somebody who can do the work that its cases need",
        "requests for \"help\" will wait until they expire",
        warning,
        {}}},
  });
}

TEST_CASE("a policy reaches what it can change") {
  check_rules({
      {[](Setting& s) {
         models::Overflow overflow;
         overflow.to.id = "force";
         overflow.from = {{"force"}};
         s.policies.overflow = overflow;
       },
       {"/policies/overflow/from/0",
        "\"force\", which is also `to`",
        "another organisation",
        "",
        error,
        {"/policies/overflow/to"}}},
      {[](Setting& s) {
         models::MandatoryReferral referral;
         referral.at.id = "open";
         referral.skill.id = "investigation";
         referral.reaches = {{"help"}};
         s.policies.mandatory_referral = referral;
       },
       {"/policies/mandatory_referral/reaches/0",
        "\"help\", which is always asked",
        "a discretionary request",
        "",
        warning,
        {}}},
  });
}

TEST_CASE("two streams whose ids hash alike would share their luck, and are refused") {
  // By the birthday bound some 80,000 ids are enough for two that collide.
  std::map<std::uint32_t, std::string> seen;
  std::string one;
  std::string other;
  for (int i = 0; other.empty(); ++i) {
    const std::string id = "stream-" + std::to_string(i);
    const auto known = seen.emplace(sim::stable_hash(id), id);
    if (!known.second) {
      one = std::min(known.first->second, id);
      other = std::max(known.first->second, id);
    }
  }
  const std::vector<std::string> said = said_of([&](Setting& s) {
    s.streams[one] = s.streams.at("cases");
    s.streams[other] = s.streams.at("cases");
  });
  REQUIRE_FALSE(said.empty());
  const Diagnostic expected{"/streams/" + other,
                            "an id whose hash is that of another",
                            "a different id, so that both draw their own random numbers",
                            "",
                            error,
                            {"/streams/" + one}};
  CHECK(std::find(said.begin(), said.end(), text(expected)) != said.end());
}

TEST_CASE("a rule that only the plan breaks points below from_start") {
  const std::vector<std::string> said =
      said_of_planned([](Setting& s) { s.asking.ceiling.value.value = 0.5; });
  REQUIRE(said.size() == 1);
  CHECK(said.front().starts_with("error /from_start/asking/ceiling: found a ceiling below"));
}

TEST_CASE("a plan may change numbers and people, not what things there are") {
  const auto new_thing = [](const std::string& pointer) {
    return text({"/from_start" + pointer,
                 "something new from the start of the plan",
                 "the same ids before and after the start of the plan",
                 "put it outside \"from_start\", with a rate, probability or strength of 0 for the "
                 "time before",
                 error,
                 {}});
  };
  CHECK(said_of_planned([](Setting& s) { s.streams["more"] = s.streams.at("cases"); }) ==
        std::vector{new_thing("/streams/more")});
  CHECK(said_of_planned([](Setting& s) { s.requests["more"] = help(s); }) ==
        std::vector{new_thing("/requests/more")});
  CHECK(said_of_planned([](Setting& s) {
          s.organisations.at("force").areas["city"].name = "City";
        }) == std::vector{new_thing("/organisations/force/areas/city")});
  CHECK(said_of_planned([](Setting& s) { stage(s).needs["more"] = stage(s).needs.at("help"); }) ==
        std::vector{new_thing("/pathways/one_stage/stages/open/needs/more")});
  const std::vector<std::string> removed =
      said_of_planned([](Setting& s) { stage(s).needs.clear(); });
  REQUIRE(removed.size() == 1);
  CHECK(
      removed.front().starts_with("error /from_start/pathways/one_stage/stages/open/needs/help: "
                                  "found something removed from the start of the plan"));
  Scenario induced = test::scenario(test::one_desk);
  for (Setting* setting : {&induced.before, &induced.planned})
    setting->requests["other"] = help(*setting);
  help(induced.planned).induces["more"].request.id = "other";
  CHECK(texts(models::check(induced)) == std::vector{new_thing("/requests/help/induces/more")});
  CHECK(said_of_planned([](Setting& s) { s.teams["more"] = desk(s); }).empty());
}

TEST_CASE("a plan leaves a workflow as many tasks as it had, because requests are under way") {
  const std::vector<std::string> said =
      said_of_planned([](Setting& s) { help(s).tasks.assign(3, help(s).tasks.front()); });
  const Diagnostic expected{"/from_start/requests/help/tasks",
                            "a workflow of 3 tasks",
                            "as many tasks as before the start of the plan, 1",
                            "requests may be under way; a task without effort takes no time",
                            error,
                            {}};
  CHECK(said == std::vector{text(expected)});
}
