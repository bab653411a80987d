#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "models/scenario.hpp"
#include "tests/models/check_said.hpp"
#include "tests/support/small_force.hpp"

using namespace ficap::test;
namespace models = ficap::models;

// What is said of staffing plans that cannot be. The plan of one desk lasts from 1 April 2026 for a
// year.

namespace {

models::PostsChange posts(ficap::sim::Date from, double change) {
  models::PostsChange entry;
  entry.from = from;
  entry.team.id = "desk";
  entry.change = given<Number>(change);
  return entry;
}

models::HiringFreeze freeze(ficap::sim::Date from, std::optional<ficap::sim::Date> until) {
  models::HiringFreeze entry;
  entry.from = from;
  entry.until = until;
  return entry;
}

}  // namespace

TEST_CASE("a staffing plan changes things within the plan") {
  check_rules({
      {[](Setting& s) {
         s.staffing.posts["early"] = posts({2026, 3, 31}, 1);
       },
       {"/staffing/posts/early/from",
        "\"2026-03-31\", before the plan starts",
        "a day from \"2026-04-01\" on",
        "what holds before then is said by the teams themselves",
        error,
        {"/plan/start"}}},
      {[](Setting& s) {
         s.staffing.posts["late"] = posts({2027, 4, 1}, 1);
       },
       {"/staffing/posts/late/from",
        "\"2027-04-01\", after the plan has ended",
        "a day before \"2027-04-01\"",
        "it changes nothing: the run-on goes on as the plan ends",
        warning,
        {}}},
      {[](Setting& s) {
         s.roles.at("fi").recruitment.emplace();
         s.staffing.hiring_freezes["back"] = freeze({2026, 6, 1}, ficap::sim::Date{2026, 6, 1});
       },
       {"/staffing/hiring_freezes/back/until",
        "\"2026-06-01\"",
        "a day after `from`, \"2026-06-01\"",
        "it is the first day on which this no longer holds",
        error,
        {"/staffing/hiring_freezes/back/from"}}},
  });
}

TEST_CASE("a team is under one freeze, overtime or supplement at a time") {
  check_rules({
      {[](Setting& s) {
         s.roles.at("fi").recruitment.emplace();
         s.staffing.hiring_freezes["a"] = freeze({2026, 5, 1}, std::nullopt);
         s.staffing.hiring_freezes["b"] = freeze({2026, 4, 1}, ficap::sim::Date{2026, 5, 2});
       },
       {"/staffing/hiring_freezes/b",
        "a time in which \"desk\" is under another of these already",
        "times that do not overlap for one team",
        "end one with `until` before the other begins",
        error,
        {"/staffing/hiring_freezes/a"}}},
  });
  CHECK(said_of([](Setting& s) {
          s.roles.at("fi").recruitment.emplace();
          s.staffing.hiring_freezes["a"] = freeze({2026, 5, 1}, std::nullopt);
          s.staffing.hiring_freezes["b"] = freeze({2026, 4, 1}, ficap::sim::Date{2026, 5, 1});
        }).empty());
}

TEST_CASE("a plan cuts no more posts than there are, and lends to others") {
  check_rules({
      {[](Setting& s) {
         s.staffing.posts["cut"] = posts({2026, 5, 1}, -2);
       },
       {"/staffing/posts/cut/change",
        "more posts cut than \"desk\" has then",
        "a change that leaves no fewer than none",
        "",
        error,
        {"/teams/desk/establishment"}}},
      {[](Setting& s) {
         s.staffing.posts["cut"] = posts({2026, 5, 1}, 0.5);
       },
       {"/staffing/posts/cut/change", "a number with a fraction", "a whole number", "", error, {}}},
      {[](Setting& s) {
         models::Loan loan;
         loan.from = {2026, 5, 1};
         loan.team.id = "desk";
         loan.people = given<Number>(1);
         loan.to.id = "force";
         s.staffing.loans["home"] = loan;
       },
       {"/staffing/loans/home/to",
        "\"force\", whose people they are",
        "another organisation",
        "",
        error,
        {"/staffing/loans/home/team"}}},
      {[](Setting& s) {
         models::Loan loan;
         loan.from = {2026, 5, 1};
         loan.team.id = "nobody";
         loan.to.id = "force";
         s.staffing.loans["home"] = loan;
       },
       {"/staffing/loans/home/team", "\"nobody\"", "the id of a team: desk", "", error, {}}},
  });
}

TEST_CASE("what a staffing plan cannot do is said") {
  const auto overtime = [](Setting& s, std::vector<models::Ref<models::Entity::team>> teams) {
    models::Overtime entry;
    entry.from = {2026, 5, 1};
    entry.teams = std::move(teams);
    entry.up_to = given<Share>(0.1);
    s.staffing.overtime["peak"] = entry;
  };
  check_rules({
      {[&](Setting& s) { overtime(s, {}); },
       {"/staffing/overtime/peak/teams", "no team", "the id of at least one team", "", error, {}}},
      {[&](Setting& s) {
         overtime(s, {{"desk"}, {"desk"}});
       },
       {"/staffing/overtime/peak/teams",
        "\"desk\" a second time",
        "each team once",
        "",
        error,
        {}}},
      {[](Setting& s) {
         s.staffing.hiring_freezes["a"] = freeze({2026, 5, 1}, std::nullopt);
       },
       {"/staffing/hiring_freezes/a",
        "a freeze where nobody is recruited",
        "a team whose role says how vacant posts are filled (`recruitment`)",
        "it changes nothing",
        warning,
        {}}},
      {[](Setting& s) {
         models::MarketSupplement entry;
         entry.from = {2026, 5, 1};
         entry.teams = {{"desk"}};
         s.staffing.supplements["stay"] = entry;
       },
       {"/staffing/supplements/stay/teams/0",
        "\"desk\", which nobody leaves",
        "a team whose role says how likely people are to leave (`leaving`)",
        "the supplement is paid and keeps nobody",
        warning,
        {}}},
      {[](Setting& s) {
         s.staffing.posts["more"] = posts({2026, 5, 1}, 1);
         s.staffing.posts["more"].filled = models::Filled::by_recruitment;
       },
       {"/staffing/posts/more/filled",
        "posts to be filled by recruitment where nobody is recruited",
        "a team whose role says how vacant posts are filled (`recruitment`), or \"on_the_day\"",
        "they stay vacant",
        warning,
        {}}},
      {[](Setting& s) {
         s.staffing.posts["cut"] = posts({2026, 5, 1}, -2);
         s.staffing.posts["more"] = posts({2026, 5, 1}, 3);
       },
       {"/staffing/posts/cut/change",
        "more posts cut than \"desk\" has then",
        "a change that leaves no fewer than none",
        "",
        error,
        {"/teams/desk/establishment"}}},
      {[](Setting& s) {
         s.plan.start = {2028, 2, 29};
         s.staffing.posts["late"] = posts({2029, 2, 28}, 1);
       },
       {"/staffing/posts/late/from",
        "\"2029-02-28\", after the plan has ended",
        "a day before \"2029-02-28\"",
        "it changes nothing: the run-on goes on as the plan ends",
        warning,
        {}}},
      {[](Setting& s) {
         s.staffing.posts["cut"] = posts({2026, 4, 1}, -1);
       },
       {"/teams",
        R"(nobody in "force" with the skill "investigation")",
        "somebody who can do the work that its cases need",
        "requests for \"help\" will wait until they expire",
        warning,
        {}}},
  });
  CHECK(said_of([](Setting& s) {
          desk(s).strength.value.value = 0;
          s.staffing.posts["more"] = posts({2026, 9, 1}, 1);
        }).empty());
}
