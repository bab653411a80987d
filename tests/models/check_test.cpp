#include <chrono>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "models/scenario.hpp"
#include "tests/models/check_said.hpp"

namespace models = ficap::models;
namespace test = ficap::test;
using namespace ficap::test;
using namespace std::chrono_literals;

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

TEST_CASE("a path that would lead on beyond what a run follows is warned of") {
  const auto with = [](double again) {
    return [again](Setting& s) {
      auto& next = s.pathways.at("one_stage").stages.at("open").next.values;
      next.clear();
      next["open"].value.value = again;
      next["closed"].value.value = 1.0 - again;
    };
  };
  // 0.9 to the power of 251 is 3e-12, 0.95 to the same 2.6e-6.
  CHECK(said_of(with(0.9)).empty());
  check_rules({{with(0.95),
                {"/pathways/one_stage",
                 "stages that lead back to themselves so often that some cases would go through "
                 "more than 251",
                 "a way out sooner",
                 "a case closes after 251 stages, so less is simulated than `ficap explain` "
                 "counts; a longer stage does the work of many short ones",
                 warning,
                 {}}}});
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
        "a post number from \"1\" to \"1\", the most posts that the team has in the plan",
        "",
        error,
        {"/teams/desk/establishment"}}},
      {[](Setting& s) { desk(s).people["01"]; },
       {"/teams/desk/people/01",
        "the post \"01\"",
        "a post number from \"1\" to \"1\", the most posts that the team has in the plan",
        "",
        error,
        {"/teams/desk/establishment"}}},
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
         s.policies.overflow = {overflow};
       },
       {"/policies/overflow/0/from/0",
        "\"force\", which is also `to`",
        "another organisation",
        "",
        error,
        {"/policies/overflow/0/to"}}},
      {[](Setting& s) {
         s.organisations["unit"] = s.organisations["force"];
         models::Overflow overflow;
         overflow.to.id = "unit";
         overflow.from = {{"force"}};
         s.policies.overflow = {overflow, overflow};
       },
       {"/policies/overflow/1/from/0",
        "\"force\" a second time",
        "each organisation once in all of `from` with the same `to`",
        "",
        error,
        {"/policies/overflow/0/from/0"}}},
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
