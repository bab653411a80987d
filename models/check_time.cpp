#include <algorithm>
#include <string>

#include "models/check_rules.hpp"

namespace ficap::models {

void check_time(const Setting& setting, Findings& findings) {
  if (setting.plan.start.year < 1900 || setting.plan.start.year > 2200) {
    findings.error(
        "/plan/start", "\"" + sim::to_string(setting.plan.start) + "\"", "a day from 1900 to 2200");
  }
  findings.whole("/plan/years", setting.plan.years);
  findings.whole("/plan/replications", setting.plan.replications);
  findings.whole("/plan/seed", setting.plan.seed);
  for (const auto& calendar : setting.calendars) {
    const std::string at = "/calendars/" + calendar.first;
    const OfficeHours& office = calendar.second;
    if (office.hours_by_weekday.size() != 7) {
      findings.error(at + "/hours_by_weekday",
                     std::to_string(office.hours_by_weekday.size()) + " numbers",
                     "seven numbers of hours, Monday first");
      continue;
    }
    const double longest =
        *std::max_element(office.hours_by_weekday.begin(), office.hours_by_weekday.end());
    if (longest <= 0.0)
      findings.error(
          at + "/hours_by_weekday", "an office that never opens", "at least one day with hours");
    if (longest < 24.0 && sim::to_hours(office.opens.since_midnight) + longest > 24.0) {
      findings.error(at + "/opens",
                     "a day that would run past midnight",
                     "an earlier opening, or fewer hours",
                     "",
                     {at + "/hours_by_weekday"});
    }
  }
}

}  // namespace ficap::models
