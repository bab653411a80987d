#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "models/check_rules.hpp"
#include "models/posts.hpp"
#include "models/resolve.hpp"

namespace ficap::models {

namespace {

void team_rules(const std::string& at, const Team& team, std::size_t most, Findings& findings) {
  findings.whole(at + "/establishment", team.establishment.value.value);
  findings.whole(at + "/strength", team.strength.value.value);
  findings.whole(at + "/early_desk", team.early_desk.value.value);
  if (team.early_desk.value > team.strength.value) {
    findings.error(at + "/early_desk",
                   "more people than are in post",
                   "at most `strength`",
                   "",
                   {at + "/strength"});
  }
  if (team.strength.value > team.establishment.value) {
    findings.warning(at + "/strength", "more people than posts", "at most `establishment`");
  }
  for (const auto& person : team.people) {
    const std::string& key = person.first;
    const bool digits =
        !key.empty() && key.size() <= 6 && key.front() != '0' &&
        std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || std::stod(key) > static_cast<double>(most)) {
      findings.error(at + "/people/" + key,
                     "the post \"" + key + "\"",
                     R"(a post number from "1" to ")" + std::to_string(most) +
                         R"(", the most posts that the team has in the plan)",
                     "",
                     {at + "/establishment"});
    }
  }
}

// Nothing is deducted twice: what comes in spells or days is no share of every day as well.
void not_twice(const std::string& at,
               const Role& role,
               std::string_view cause,
               Findings& findings) {
  if (!role.away.contains(cause)) return;
  findings.error(at + "/away/" + std::string{cause},
                 "a share of every day for what the role has in spells or days",
                 "one of the two",
                 "take it away here, or take away the role's `" + std::string{cause} + "`",
                 {at + "/" + std::string{cause}});
}

void workforce_rules(const std::string& at, const Role& role, Findings& findings) {
  if (role.sickness) not_twice(at, role, sickness_id, findings);
  if (role.leave) {
    not_twice(at, role, leave_id, findings);
    check_monthly_profile(at + "/leave", role.leave->monthly_profile, findings);
  }
  if (role.training && role.training->places)
    findings.whole(at + "/training/places", role.training->places->value.value);
}

// Whether anybody is there from the first day of the plan on, or comes later.
bool ever_has_people(const Setting& setting, const std::string& team) {
  const StaffingPlan& plan = setting.staffing;
  const auto more = [&](const auto& entry) {
    return entry.second.team.id == team && entry.second.change.value.value > 0.0;
  };
  const auto comes = [&](const auto& entry) {
    return entry.second.team.id == team && entry.second.people.value.value > 0.0;
  };
  return people_on_the_first_day(setting, team) >= 1.0 ||
         std::any_of(plan.posts.begin(), plan.posts.end(), more) ||
         std::any_of(plan.agency.begin(), plan.agency.end(), comes);
}

// Work that nobody of the organisation can do waits for ever.
void nobody_has_the_skill(const Setting& setting, Findings& findings) {
  std::map<std::string, std::set<std::string>> skills;  // by organisation
  for (const auto& team : setting.teams) {
    if (!ever_has_people(setting, team.first)) continue;
    for (const auto& skill : setting.roles.find(team.second.role.id)->second.skills) {
      skills[team.second.organisation.id].insert(skill.id);
    }
    for (const auto& person : team.second.people) {
      for (const auto& skill : person.second.skills)
        skills[team.second.organisation.id].insert(skill.id);
    }
    for (const auto& loan : setting.staffing.loans) {
      if (loan.second.team.id != team.first) continue;
      for (const auto& skill : setting.roles.find(team.second.role.id)->second.skills)
        skills[loan.second.to.id].insert(skill.id);
    }
  }
  std::set<std::pair<std::string, std::string>> told;
  for (const auto& stream : setting.streams) {
    for (const auto& stage : setting.pathways.find(stream.second.pathway.id)->second.stages) {
      for (const auto& need : stage.second.needs) {
        const auto request = setting.requests.find(need.second.request.id);
        for (const Task& task : request->second.tasks) {
          const std::string& organisation = stream.second.organisation.id;
          if (skills[organisation].contains(task.skill.id) ||
              !told.emplace(organisation, task.skill.id).second)
            continue;
          findings.warning(
              "/teams",
              "nobody in \"" + organisation + "\" with the skill \"" + task.skill.id + "\"",
              "somebody who can do the work that its cases need",
              "requests for \"" + request->first + "\" will wait until they expire");
        }
      }
    }
  }
}

}  // namespace

void check_people(const Setting& setting, Findings& findings) {
  for (const auto& role : setting.roles) {
    double away = 0.0;
    for (const auto& cause : role.second.away)
      away += cause.second.value.value;
    const std::string at = "/roles/" + role.first;
    workforce_rules(at, role.second, findings);
    if (away > 0.99) {
      findings.error(at + "/away",
                     "causes that sum to more than 0.99",
                     "shares that sum to at most 0.99",
                     "nothing would be left for requests");
    }
  }
  for (const auto& team : setting.teams)
    team_rules("/teams/" + team.first, team.second, most_posts(setting, team.first), findings);
  nobody_has_the_skill(setting, findings);
}

}  // namespace ficap::models
