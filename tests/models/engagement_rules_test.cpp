#include <doctest/doctest.h>

#include "models/scenario.hpp"
#include "tests/models/check_said.hpp"
#include "tests/support/small_force.hpp"

using namespace ficap::test;
namespace models = ficap::models;

// What is said of words that cannot be. The plan of one desk lasts from 1 April 2026 for a year.

namespace {

models::Announcement announcement(ficap::sim::Date on) {
  models::Announcement entry;
  entry.on = on;
  entry.step = given<models::Share>(0.2);
  return entry;
}

}  // namespace

TEST_CASE("an announcement is heard within the plan, once by each, and moves asking") {
  check_rules({
      {[](Setting& s) {
         s.policies.announcements["early"] = announcement({2026, 3, 31});
       },
       {"/policies/announcements/early/on",
        "\"2026-03-31\", before the plan starts",
        "a day from \"2026-04-01\" on",
        "trust is then what the warm-up has left",
        error,
        {"/plan/start"}}},
      {[](Setting& s) {
         s.policies.announcements["late"] = announcement({2027, 4, 1});
       },
       {"/policies/announcements/late/on",
        "\"2027-04-01\", after the plan has ended",
        "a day before \"2027-04-01\"",
        "it changes nothing: the run-on goes on as the plan ends",
        warning,
        {}}},
      {[](Setting& s) {
         s.policies.announcements["a"] = announcement({2026, 5, 1});
         s.policies.announcements["a"].organisations = {{"force"}, {"force"}};
       },
       {"/policies/announcements/a/organisations/1",
        "\"force\" a second time",
        "each organisation once",
        "",
        error,
        {"/policies/announcements/a/organisations/0"}}},
      {[](Setting& s) {
         s.policies.announcements["a"] = announcement({2026, 5, 1});
         s.policies.announcements["a"].work_class = models::WorkClass::directed;
       },
       {"/policies/announcements/a/class",
        "work that is always asked for",
        "\"discretionary\"",
        "",
        warning,
        {}}},
      {[](Setting& s) {
         s.policies.announcements["a"] = announcement({2026, 5, 1});
         s.policies.announcements["a"].organisations = {{"nobody"}};
       },
       {"/policies/announcements/a/organisations/0",
        "\"nobody\"",
        "the id of an organisation: force",
        "",
        error,
        {}}},
  });
}

TEST_CASE("waits are published within the plan, for a time, once to each") {
  const auto publishes = [](Setting& s) -> models::PublishedWaits& {
    s.policies.published_waits.emplace();
    s.policies.published_waits->from = {2026, 5, 1};
    s.policies.published_waits->weight = given<models::Share>(0.2);
    return *s.policies.published_waits;
  };
  check_rules({
      {[&](Setting& s) {
         publishes(s).from = {2026, 3, 31};
       },
       {"/policies/published_waits/from",
        "\"2026-03-31\", before the plan starts",
        "a day from \"2026-04-01\" on",
        "trust is then what the warm-up has left",
        error,
        {"/plan/start"}}},
      {[&](Setting& s) {
         publishes(s).until = ficap::sim::Date{2026, 5, 1};
       },
       {"/policies/published_waits/until",
        "\"2026-05-01\"",
        "a day after `from`, \"2026-05-01\"",
        "it is the first day on which this no longer holds",
        error,
        {"/policies/published_waits/from"}}},
      {[&](Setting& s) {
         publishes(s).organisations = {{"force"}, {"force"}};
       },
       {"/policies/published_waits/organisations/1",
        "\"force\" a second time",
        "each organisation once",
        "",
        error,
        {"/policies/published_waits/organisations/0"}}},
      {[&](Setting& s) { publishes(s).work_class = models::WorkClass::statutory; },
       {"/policies/published_waits/class",
        "work that is always asked for",
        "\"discretionary\"",
        "",
        warning,
        {}}},
  });
}

TEST_CASE("a promise escalates to another organisation, and each is named once") {
  const auto promise = [](Setting& s) -> models::ServicePromise& {
    s.policies.service_promise.emplace();
    s.policies.service_promise->time = given<models::Elapsed>(3.0);
    s.policies.service_promise->escalates_to = {"force"};
    return *s.policies.service_promise;
  };
  check_rules({
      {[&](Setting& s) { promise(s).organisations = {{"force"}}; },
       {"/policies/service_promise/organisations/0",
        "\"force\", which is also `escalates_to`",
        "another organisation",
        "",
        error,
        {"/policies/service_promise/escalates_to"}}},
      {[&](Setting& s) {
         s.organisations["unit"].name = "Unit";
         models::ServicePromise& made = promise(s);
         made.escalates_to = {"unit"};
         made.organisations = {{"force"}, {"force"}};
       },
       {"/policies/service_promise/organisations/1",
        "\"force\" a second time",
        "each organisation once",
        "",
        error,
        {"/policies/service_promise/organisations/0"}}},
  });
}

TEST_CASE("what is remembered of referrals is that they are refused") {
  check_rules({
      {[](Setting& s) {
         models::MandatoryReferral& referral = s.policies.mandatory_referral.emplace();
         referral.at.id = "open";
         referral.skill.id = "investigation";
         referral.effort = fixed<Effort>(1.0);
         referral.remembered =
             models::ReferralMemory{.weight = given<Share>(0.3), .memory = given<Elapsed>(90.0)};
       },
       {"/policies/mandatory_referral/remembered",
        "a memory of referrals that are never turned away",
        "`refuses` beside it",
        "it changes nothing",
        warning,
        {}}},
  });
}

TEST_CASE("people sit with areas that there are, each once, on posts that there are") {
  const auto sits = [](Setting& s) -> models::Embedding& {
    s.organisations["force"].areas = {{"east", {}}, {"west", {}}};
    models::Embedding& embedding = s.policies.embedded["a"];
    embedding.team.id = "desk";
    embedding.with = {"east", "west"};
    return embedding;
  };
  check_rules({
      {[&](Setting& s) { sits(s).posts = given<models::Number>(2.0); },
       {"/policies/embedded/a/posts",
        "more posts of \"desk\" than it has, with those of all embeddings together",
        "posts that come to at most `establishment`",
        "",
        error,
        {"/teams/desk/establishment"}}},
      {[&](Setting& s) { sits(s).posts = given<models::Number>(0.5); },
       {"/policies/embedded/a/posts", "a number with a fraction", "a whole number", "", error, {}}},
      {[&](Setting& s) { sits(s).with.clear(); },
       {"/policies/embedded/a/with", "no area", "the id of at least one area", "", error, {}}},
      {[&](Setting& s) { sits(s).with[1] = "north"; },
       {"/policies/embedded/a/with/1",
        "\"north\"",
        "the id of an area of \"force\": east, west",
        "",
        error,
        {"/organisations/force"}}},
      {[&](Setting& s) {
         sits(s).with = {"east", "west", "east"};
       },
       {"/policies/embedded/a/with/2",
        "\"east\" a second time",
        "each area once in all of `embedded`",
        "put the posts together in one of them",
        error,
        {"/policies/embedded/a/with/0"}}},
      {[&](Setting& s) { sits(s).classes = {WorkClass::statutory}; },
       {"/policies/embedded/a",
        "people who have the skills for nothing that they take",
        "a team whose role can do a task of the work of its `classes`",
        "all of it goes to the unit",
        warning,
        {}}},
      {[&](Setting& s) { sits(s).with = {"east"}; },
       {"/policies/embedded/a/posts",
        R"(everybody of "force" with the skill "investigation")",
        "somebody who is left for the other areas",
        "what these ask for will wait until it expires",
        warning,
        {}}},
      {[&](Setting& s) {
         sits(s).with = {"none"};
         s.organisations["force"].areas.clear();
         s.policies.embedded["a"].with.emplace_back("east");
       },
       {"/policies/embedded/a/with/1",
        "\"east\"",
        "the id of an area of \"force\": none",
        "",
        error,
        {"/organisations/force"}}},
  });
}
