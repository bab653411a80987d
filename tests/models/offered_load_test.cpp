#include "models/offered_load.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "models/capacity.hpp"
#include "models/expected_flow.hpp"
#include "tests/support/small_force.hpp"

namespace {

using namespace ficap::models;
using namespace ficap::test;
using doctest::Approx;
namespace sim = ficap::sim;

Approx about(double x) {
  return Approx(x).epsilon(1e-9);
}

/// Benefits are whole pence, so that a bound counts the half-penny below it.
Approx pennies(double x) {
  return Approx(x).epsilon(3e-5);
}

const SkillLoad& skill(const OrganisationLoad& load, const std::string& id) {
  for (const SkillLoad& s : load.skills) {
    if (s.skill == id) return s;
  }
  FAIL("no such skill: " << id);
  return load.skills.front();
}

OrganisationLoad load_of(const Setting& s) {
  const auto loads = offered_load(s);
  REQUIRE(loads.size() == 1);
  return loads.front();
}

constexpr double hours_a_year = 365.25 * 24.0;
constexpr double asks = 0.1 + 0.75 * 0.5;  // floor, ceiling and belief as a scenario begins

}  // namespace

TEST_CASE("hours are cases x visits x chance x effort, for need and for what is asked") {
  Setting s = force();
  add_need(s, "covert", "profile", 0.6);
  add_need(s, "overt", "order", 0.2);
  const auto load = load_of(s);
  CHECK(skill(load, "tracing").hours.full_need == about(100.0 * 0.6 * 30.0));
  CHECK(skill(load, "tracing").hours.asked == about(100.0 * 0.6 * 30.0 * asks));
  CHECK(skill(load, "restraint").hours.full_need == about(50.0 * 0.2 * 80.0));
  CHECK(skill(load, "restraint").hours.asked == about(50.0 * 0.2 * 80.0));
  CHECK(skill(load, "tracing").by_class[static_cast<std::size_t>(WorkClass::discretionary)] ==
        about(1800.0));
  CHECK(skill(load, "restraint").by_class[static_cast<std::size_t>(WorkClass::statutory)] ==
        about(800.0));
  CHECK(skill(load, "tracing").productive_hours == about(4.0 * hours_a_year));
  CHECK(skill(load, "restraint").productive_hours == about(2.0 * hours_a_year));
  CHECK(skill(load, "restraint").people == 2.0);
}

TEST_CASE("belief and the limits of asking move the hours that are asked for, and no others") {
  Setting s = force();
  add_need(s, "covert", "profile", 0.6);
  s.belief.initial = given<Share>(1.0);
  s.asking.ceiling = given<Share>(1.0);
  auto load = load_of(s);
  CHECK(skill(load, "tracing").hours.asked == about(1800.0));
  s.belief.initial = given<Share>(0.0);
  s.asking.floor = given<Share>(0.25);
  load = load_of(s);
  CHECK(skill(load, "tracing").hours.asked == about(450.0));
  CHECK(skill(load, "tracing").hours.full_need == about(1800.0));
}

TEST_CASE("harm factors weigh as many cases as have that harm, and stop at certainty") {
  Setting s = force();
  NeedPoint& point = add_need(s, "covert", "order", 0.6);
  point.by_harm.values = {{Harm::low, given<Number>(0.5)}, {Harm::high, given<Number>(10.0)}};
  CHECK(skill(load_of(s), "restraint").hours.full_need ==
        about(100.0 * 80.0 * (0.75 * 0.3 + 0.25 * 1.0)));
  point.by_threat.values["drugs"] = given<Share>(0.2);
  CHECK(skill(load_of(s), "restraint").hours.full_need ==
        about(100.0 * 80.0 * (0.75 * 0.1 + 0.25 * 1.0)));
}

TEST_CASE("a benefit condition counts the cases whose benefit keeps it, bounds as they are said") {
  Setting s = force();
  NeedPoint& point = add_need(s, "covert", "order", 1.0);
  point.benefit_at_least = pounds(200);
  point.benefit_below = pounds(700);
  CHECK(skill(load_of(s), "restraint").hours.full_need == about(100.0 * 80.0 * 0.5));
  // All cases have exactly £200: at least £200, and not below it.
  s.asset_profiles["profile"].benefit = fixed<Money>(200.0);
  CHECK(skill(load_of(s), "restraint").hours.full_need == about(8000.0));
  point.benefit_at_least.reset();
  point.benefit_below = pounds(200);
  CHECK(load_of(s).skills.front().hours.full_need == 0.0);
}

TEST_CASE("what triage declines by rule is needed but not worked on") {
  Setting s = force();
  NeedPoint& point = add_need(s, "covert", "order", 1.0);
  s.requests["order"].declines = DeclineRule{pounds(600), std::nullopt, std::nullopt};
  CHECK(skill(load_of(s), "restraint").hours.full_need == about(8000.0));
  CHECK(skill(load_of(s), "restraint").hours.asked == pennies(3200.0));
  s.requests["order"].declines->harm_below = Harm::medium;
  CHECK(skill(load_of(s), "restraint").hours.asked == pennies(800.0));
  point.benefit_at_least = pounds(800);
  CHECK(skill(load_of(s), "restraint").hours.asked == pennies(400.0));
}

TEST_CASE("a need that was not asked for is considered again while its window is open") {
  Setting s = force();
  add_need(s, "covert", "profile", 1.0);
  RequestType& profile = s.requests["profile"];
  profile.reconsidered_at = {{"overt"}};
  // Half of the cases go on to overt, and there the rest is asked with the same chance.
  const double again = asks + (1.0 - asks) * 0.5 * asks;
  CHECK(skill(load_of(s), "tracing").hours.asked == about(3000.0 * again));
  profile.window = WindowUntilPhaseEnds{Phase::middle};
  CHECK(skill(load_of(s), "tracing").hours.asked == about(3000.0 * again));
  profile.window = WindowUntilPhaseEnds{Phase::early};
  CHECK(skill(load_of(s), "tracing").hours.asked == about(3000.0 * asks));
  profile.window = WindowUntilStageEnds{};
  CHECK(skill(load_of(s), "tracing").hours.asked == about(3000.0 * asks));
}

TEST_CASE("mandatory referral makes asking certain for those who comply, and costs its triage") {
  Setting s = force();
  add_need(s, "overt", "profile", 1.0);
  MandatoryReferral policy;
  policy.harms = {Harm::high};
  policy.at.id = "covert";
  policy.compliance = given<Share>(0.8);
  policy.skill.id = "restraint";
  policy.effort = fixed<Effort>(3.0);
  policy.reaches = {{"profile"}};
  s.policies.mandatory_referral = policy;
  const auto load = load_of(s);
  // 50 cases a year reach the need, a quarter of them of high harm.
  CHECK(skill(load, "tracing").hours.asked ==
        about(50.0 * 30.0 * (0.75 * asks + 0.25 * (0.8 + 0.2 * asks))));
  CHECK(skill(load, "restraint").hours.full_need == about(100.0 * 0.25 * 0.8 * 3.0));
  CHECK(skill(load, "restraint").hours.asked == about(60.0));
  // Half of the cases begin overt: of the 75 that come there, 25 have been where cases are
  // referred.
  s.pathways["soc"].entry.values = {{"covert", given<Share>(0.5)}, {"overt", given<Share>(0.5)}};
  CHECK(skill(load_of(s), "tracing").hours.asked ==
        about(75.0 * 30.0 * (asks + 0.25 * (0.8 / 3.0) * (1.0 - asks))));
  s.pathways["soc"].entry.values = {{"covert", given<Share>(1.0)}};
  // A need that arises before the referral is asked for by it if its window is still open.
  s.pathways["soc"].stages["overt"].needs.clear();
  add_need(s, "covert", "profile", 1.0);
  s.policies.mandatory_referral->at.id = "overt";
  CHECK(skill(load_of(s), "tracing").hours.asked ==
        about(100.0 * 30.0 * (asks + 0.25 * (1.0 - asks) * 0.5 * 0.8)));
}

TEST_CASE("work that success reveals is in the hours, as often as the case still lasts") {
  Setting s = force();
  add_need(s, "overt", "order", 1.0).at = {0.2};
  Induced& induced = s.requests["order"].induces["upkeep"];
  induced.request.id = "upkeep";
  induced.probability = given<Share>(0.5);
  // Once: by the end of the order four fifths of the stage less 80 hours are left.
  CHECK(skill(load_of(s), "restraint").hours.full_need == about(50.0 * (80.0 + 0.5 * 2.0)));
  induced.every = given<Elapsed>(30.0);
  const double left = 0.8 * 365.25 - 80.0 / 24.0;
  const double times = 1.0 / (1.0 - std::exp(-30.0 / left));
  CHECK(skill(load_of(s), "restraint").hours.full_need == about(50.0 * (80.0 + 0.5 * 2.0 * times)));
  induced.after = given<Elapsed>(60.0);
  const double first = std::exp(-60.0 / left);
  CHECK(skill(load_of(s), "restraint").hours.full_need ==
        about(50.0 * (80.0 + 0.5 * 2.0 * times * first)));
  // The approximation is close to the truth for a life of about ten intervals.
  CHECK(times == Approx(left / 30.0 + 0.5).epsilon(0.01));
}

TEST_CASE("cases that cases give rise to are offered as well") {
  Setting s = force();
  add_need(s, "overt", "order", 1.0);
  CaseStream second = s.streams["force-drugs"];
  second.rate = given<Rate>(10.0);
  s.streams["second"] = second;
  Escalation escalation;
  escalation.to.id = "second";
  escalation.probability = given<Share>(0.3);
  s.pathways["soc"].stages["covert"].escalates.values["force"] = escalation;
  // 0.3 children each, themselves of the second stream: 100 x 0.3 / 0.7 + 10 / 0.7.
  const auto flows = stream_flows(s);
  CHECK(flows[0].rate.per_year == about(100.0));
  CHECK(flows[1].rate.per_year == about(40.0 / 0.7));
  CHECK(skill(load_of(s), "restraint").hours.full_need == about((100.0 + 40.0 / 0.7) * 0.5 * 80.0));
}

TEST_CASE("slots hold a request from its first to its last task, waiting ones weighted") {
  Setting s = force();
  s.requests["profile"] = a_request(
      WorkClass::statutory,
      {a_task("tracing", 24.0, 10.0), a_task("restraint", 48.0), a_task("tracing", 24.0, 5.0)});
  add_need(s, "covert", "profile", 1.0);
  const auto load = load_of(s);
  // A tracer works two days, and waits 0.2 x (10 days of the bank and 2 of the restrainer); the
  // last wait is nobody's.
  CHECK(skill(load, "tracing").slots.full_need == about(100.0 * (2.0 + 0.2 * 12.0) / 365.25));
  CHECK(skill(load, "restraint").slots.full_need == about(100.0 * 2.0 / 365.25));
  CHECK(skill(load, "tracing").caseload == 40.0);
  CHECK(load.slots_full.skills == std::vector<std::string>{"restraint", "tracing"});
  CHECK(load.slots_full.ratio() == about(100.0 * 6.4 / 365.25 / 40.0));
}

TEST_CASE("the bottleneck is the set of skills that has least to spare") {
  Setting s = force();
  add_need(s, "covert", "profile", 1.0);
  add_need(s, "covert", "order", 1.0);
  // 3,000 h of tracing and 8,000 h of restraint: the two who know restraint are worst off.
  auto load = load_of(s);
  CHECK(load.hours_full.skills == std::vector<std::string>{"restraint"});
  CHECK(load.hours_full.ratio() == about(8000.0 / (2.0 * hours_a_year)));
  // With much more tracing the four are: neither skill alone shows it.
  s.requests["profile"].tasks = {a_task("tracing", 240.0)};
  load = load_of(s);
  CHECK(load.hours_full.skills == std::vector<std::string>{"restraint", "tracing"});
  CHECK(load.hours_full.load == about(32000.0));
  CHECK(load.hours_full.capacity == about(4.0 * hours_a_year));
  CHECK(load.hours_asked.ratio() == about((24000.0 * asks + 8000.0) / (4.0 * hours_a_year)));
}

TEST_CASE("a skill that nobody has is shown, and does not hide who else has too much to do") {
  Setting s = force();
  CHECK(load_of(s).hours_full.skills.empty());
  CHECK(load_of(s).hours_full.ratio() == 0.0);
  add_need(s, "covert", "profile", 1.0);
  add_need(s, "covert", "order", 1.0);
  s.teams.erase("investigator");
  const auto load = load_of(s);
  CHECK(skill(load, "restraint").people == 0.0);
  CHECK(skill(load, "restraint").hours.full_need == about(8000.0));
  CHECK(load.hours_full.skills == std::vector<std::string>{"tracing"});
  CHECK(load.hours_full.ratio() == about(3000.0 / (2.0 * hours_a_year)));
}

TEST_CASE("people who are always away have a load without end") {
  Setting s = force();
  add_need(s, "covert", "order", 1.0);
  s.roles["investigator"].away = {{"elsewhere", given<Share>(1.0)}};
  CHECK(load_of(s).hours_full.ratio() == std::numeric_limits<double>::infinity());
}

TEST_CASE("an office year of 2026/27 has 251 days, ten bank holidays left out") {
  Plan plan;
  plan.start = {2026, 4, 1};
  plan.years = 1;
  CHECK(open_hours_a_year({}, plan) == about(251.0 * 7.4 * 365.25 / 365.0));
}

TEST_CASE("people count with their hours, absences and own skills") {
  Setting s = force();
  s.roles["investigator"].away = {{"leave", given<Share>(0.15)}, {"court", given<Share>(0.05)}};
  s.teams["investigator"].fte = given<Share>(0.5);
  Individual differs;
  differs.fte = given<Share>(1.0);
  differs.skills = {{"restraint"}};
  s.teams["investigator"].people["2"] = differs;
  s.teams["investigator"].people["3"] = differs;  // not in post
  const auto people = capacities(s, "force");
  const Capacity all = with_any(people, ~SkillSet{0});
  CHECK(all.people == 4.0);
  CHECK(all.productive_hours == about((2.0 + 0.4 + 0.8) * hours_a_year));
  CHECK(with_any(people, 0b01).productive_hours == about(1.2 * hours_a_year));
  CHECK(with_any(people, 0b10).productive_hours == about(2.4 * hours_a_year));
  CHECK(capacities(s, "nobody").empty());
}

TEST_CASE("people are ill a tenth of their time and on leave a quarter of the days") {
  Setting s = force();
  Role& role = s.roles["investigator"];
  role.sickness.emplace();
  role.sickness->spells = given<Rate>(10.0);
  role.sickness->lasts = fixed<Elapsed>(36.525 / 9.0);
  role.leave.emplace();
  role.leave->days = given<Number>(365.25 / 4.0);  // of an office that never closes
  const auto people = capacities(s, "force");
  CHECK(with_any(people, 0b01).productive_hours == about(2.0 * 0.9 * 0.75 * hours_a_year));
}

TEST_CASE("a pathway's flow is the mean over the cases of all its streams") {
  Setting s = force();
  add_need(s, "overt", "order", 0.2);
  CaseStream fraud = s.streams["force-drugs"];
  fraud.threat.id = "fraud";
  fraud.rate = given<Rate>(300.0);
  s.streams["force-fraud"] = fraud;
  s.threats["fraud"].harm.values = {{Harm::low, given<Number>(1.0)}};
  s.pathways["soc"].stages["overt"].lasts_by_threat.values["fraud"] = fixed<Elapsed>(165.25);
  s.pathways["soc"].stages["overt"].needs["need-order"].by_threat.values["fraud"] =
      given<Share>(0.6);
  const auto flows = pathway_flows(s);
  REQUIRE(flows.size() == 1);
  CHECK(flows[0].rate.per_year == about(400.0));
  CHECK(flows[0].stages[1].id == "overt");
  CHECK(flows[0].stages[1].visits == about(0.5));
  CHECK(flows[0].stages[1].reached == about(0.5));
  CHECK(flows[0].stages[1].stay.days == about(0.25 * 365.25 + 0.75 * 165.25));
  CHECK(flows[0].stages[1].needs[0].per_case == about(0.5 * (0.25 * 0.2 + 0.75 * 0.6)));
  CHECK(flows[0].open.days == about(100.0 + 0.5 * (0.25 * 365.25 + 0.75 * 165.25)));
}

TEST_CASE("without cases a pathway has no flow, and nothing is divided by zero") {
  Setting s = force();
  s.streams.clear();
  const auto flows = pathway_flows(s);
  CHECK(flows[0].rate.per_year == 0.0);
  CHECK(flows[0].open.days == 0.0);
  CHECK(flows[0].stages[0].visits == 0.0);
}

TEST_CASE(
    "who sits with investigating teams is asked for their share of the cases, in their skills") {
  Setting s = force();
  add_need(s, "covert", "profile", 1.0);
  add_need(s, "covert", "order", 0.5);
  s.organisations["force"].areas["east"].weight = given<Number>(3.0);
  s.organisations["force"].areas["west"].weight = given<Number>(1.0);
  for (auto& team : s.teams)
    team.second.establishment = team.second.strength;
  auto& embedding = s.policies.embedded["desk"];
  embedding.team.id = "analyst";
  embedding.posts = given<Number>(1.0);
  embedding.with = {"east"};
  const auto theirs = [&] { return load_of(s).embedded.at(0); };
  CHECK(theirs().share_of_cases == about(0.75));
  CHECK(theirs().people == 1.0);
  CHECK(theirs().productive_hours == about(8766.0));
  // An analyst can trace, and no more: three quarters of 100 cases, 30 hours each.
  CHECK(theirs().hours.full_need == about(75.0 * 30.0));
  CHECK(theirs().hours.asked == about(75.0 * 30.0 * asks));
  embedding.team.id = "investigator";
  CHECK(theirs().hours.full_need == about(75.0 * (30.0 + 0.5 * 80.0)));
  embedding.classes = {WorkClass::statutory};
  CHECK(theirs().hours.full_need == about(75.0 * 0.5 * 80.0));
  // Hearings are the unit's.
  s.requests["order"].window = WindowWithin{fixed<Elapsed>(3.0)};
  CHECK(theirs().hours.full_need == 0.0);
  // What the force as a whole is asked for is the same.
  CHECK(skill(load_of(s), "restraint").hours.full_need == about(100.0 * 0.5 * 80.0));
}
