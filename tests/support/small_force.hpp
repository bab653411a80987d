#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "models/scenario.hpp"

/// A scenario that can be worked out by hand, and the pieces to change it with.
namespace ficap::test {

using models::CaseStream;
using models::Drawn;
using models::Effort;
using models::Elapsed;
using models::Harm;
using models::Holidays;
using models::Money;
using models::NeedPoint;
using models::Number;
using models::OfficeHours;
using models::Pathway;
using models::Phase;
using models::Rate;
using models::RequestType;
using models::Setting;
using models::Share;
using models::Sourced;
using models::Stage;
using models::Task;
using models::Team;
using models::TimeOfDay;
using models::WorkClass;

template <class T>
Sourced<Drawn<T>> fixed(double value) {
  Sourced<Drawn<T>> drawn;
  drawn.value.distribution.value = sim::Fixed{.value = value};
  return drawn;
}

template <class T>
Sourced<T> given(double value) {
  Sourced<T> sourced;
  sourced.value = {value};
  return sourced;
}

inline Sourced<Money> pounds(std::int64_t amount) {
  Sourced<Money> sourced;
  sourced.value = {amount * 100};
  return sourced;
}

inline Task a_task(const std::string& skill, double hours, double then_waits_days = 0.0) {
  Task t;
  t.skill.id = skill;
  t.effort = fixed<Effort>(hours);
  if (then_waits_days > 0.0) t.then_waits = fixed<Elapsed>(then_waits_days);
  return t;
}

inline RequestType a_request(WorkClass work_class, std::initializer_list<Task> tasks) {
  RequestType type;
  type.work_class = work_class;
  type.tasks = tasks;
  return type;
}

inline NeedPoint a_need(const std::string& request_id, double probability) {
  NeedPoint point;
  point.request.id = request_id;
  point.probability = given<Share>(probability);
  return point;
}

inline Stage a_stage(Phase phase,
                     double days,
                     std::initializer_list<std::pair<const char*, double>> next) {
  Stage s;
  s.phase = phase;
  s.lasts = fixed<Elapsed>(days);
  for (const auto& [to, p] : next)
    s.next.values.emplace(to, given<Share>(p));
  return s;
}

/// 100 cases a year, a quarter of them of high harm, with a benefit of £0 to £1,000. Half go from
/// covert to overt, where they stay another year. Four people who never rest know tracing; two of
/// them know restraint as well.
[[nodiscard]] inline Setting force() {
  Setting s;
  s.organisations["force"].name = "Force";
  s.threats["drugs"].harm.values = {{Harm::low, given<Number>(3.0)},
                                    {Harm::high, given<Number>(1.0)}};
  auto& benefit = s.asset_profiles["profile"].benefit.value.distribution;
  benefit.value = sim::Uniform{.low = 0.0, .high = 1000.0};
  Pathway& soc = s.pathways["soc"];
  soc.name = "Investigation";
  soc.entry.values.emplace("covert", given<Share>(1.0));
  soc.stages["covert"] = a_stage(Phase::early, 100.0, {{"overt", 0.5}, {"closed", 0.5}});
  soc.stages["overt"] = a_stage(Phase::middle, 365.25, {{"closed", 1.0}});
  CaseStream& stream = s.streams["force-drugs"];
  stream.organisation.id = "force";
  stream.threat.id = "drugs";
  stream.pathway.id = "soc";
  stream.assets.id = "profile";
  stream.rate = given<Rate>(100.0);
  s.skills["restraint"].name = "restraint";
  s.skills["tracing"].name = "tracing";
  s.calendars["always"] = OfficeHours{.hours_by_weekday = std::vector<double>(7, 24.0),
                                      .opens = TimeOfDay{},
                                      .holidays = Holidays::none};
  s.roles["analyst"].skills = {{"tracing"}};
  s.roles["investigator"].skills = {{"tracing"}, {"restraint"}};
  for (const char* role : {"analyst", "investigator"}) {
    Team& team = s.teams[role];
    team.organisation.id = "force";
    team.role.id = role;
    team.strength = given<Number>(2.0);
    team.caseload_cap = given<Number>(10.0);
    team.calendar.id = "always";
  }
  s.requests["profile"] = a_request(WorkClass::discretionary, {a_task("tracing", 30.0)});
  s.requests["order"] = a_request(WorkClass::statutory, {a_task("restraint", 80.0)});
  s.requests["upkeep"] = a_request(WorkClass::statutory, {a_task("restraint", 2.0)});
  return s;
}

inline NeedPoint& add_need(Setting& s,
                           const std::string& at,
                           const std::string& request_id,
                           double p) {
  return s.pathways["soc"].stages[at].needs["need-" + request_id] = a_need(request_id, p);
}

}  // namespace ficap::test
