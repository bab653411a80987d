#include <optional>
#include <string>

#include "models/check_rules.hpp"
#include "models/plan_end.hpp"

namespace ficap::models {

namespace {

std::string quoted(sim::Date date) {
  return "\"" + sim::to_string(date) + "\"";
}

}  // namespace

void check_day(const std::string& pointer,
               sim::Date day,
               const Plan& plan,
               const std::string& before,
               Findings& findings) {
  const sim::Date end = plan_end(plan);
  if (day < plan.start) {
    findings.error(pointer,
                   quoted(day) + ", before the plan starts",
                   "a day from " + quoted(plan.start) + " on",
                   before,
                   {"/plan/start"});
  } else if (day >= end) {
    findings.warning(pointer,
                     quoted(day) + ", after the plan has ended",
                     "a day before " + quoted(end),
                     "it changes nothing: the run-on goes on as the plan ends");
  }
}

void check_until(const std::string& entry,
                 sim::Date from,
                 std::optional<sim::Date> until,
                 Findings& findings) {
  if (!until || *until > from) return;
  findings.error(entry + "/until",
                 quoted(*until),
                 "a day after `from`, " + quoted(from),
                 "it is the first day on which this no longer holds",
                 {entry + "/from"});
}

}  // namespace ficap::models
