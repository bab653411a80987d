#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "models/scenario.hpp"
#include "sim/stream.hpp"
#include "tests/models/check_said.hpp"

namespace models = ficap::models;
namespace sim = ficap::sim;
using ficap::models::AssetKind;
using ficap::models::Harm;
using namespace ficap::test;
using namespace std::chrono_literals;

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
