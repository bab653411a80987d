#include "report/explain_teams.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <set>
#include <utility>
#include <vector>

#include "models/offered_load.hpp"
#include "report/names.hpp"
#include "report/organisations_shown.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"

namespace ficap::report {
namespace {

using models::Dimension;
using study::ExpectedPeople;
using study::TeamPeople;
using study::TeamYear;

constexpr std::size_t line_width = 100;

/// How many teams stand beside each other, and how wide their names are there.
constexpr std::size_t abreast = 5;
constexpr std::size_t name_width = 12;

/// A team of one organisation, and whose hours its work can go to.
struct Member {
  const TeamPeople* people{};
  std::string name;
  std::size_t today{};  ///< in post before the plan
  std::set<std::string> skills;
  models::Load load;  ///< hours a year of these skills
};

std::set<std::string> skills_of(const models::Setting& setting, const models::Team& team) {
  std::set<std::string> skills;
  for (const auto& skill : setting.roles.find(team.role.id)->second.skills)
    skills.insert(skill.id);
  for (const auto& person : team.people) {
    for (const auto& skill : person.second.skills)
      skills.insert(skill.id);
  }
  return skills;
}

bool share_a_skill(const Member& a, const Member& b) {
  return std::any_of(a.skills.begin(), a.skills.end(), [&](const auto& skill) {
    return b.skills.contains(skill);
  });
}

bool is_ever_there(const TeamPeople& team) {
  return std::any_of(team.years.begin(), team.years.end(), [](const TeamYear& year) {
    return year.posts > 0.0 || year.people > 0.0;
  });
}

/// What all names begin with up to a colon says nothing under the organisation's name.
void shorten(std::vector<Member>& members) {
  const std::string& first = members.front().name;
  const auto colon = first.find(": ");
  if (colon == std::string::npos) return;
  const std::string common = first.substr(0, colon + 2);
  const bool all = std::all_of(members.begin(), members.end(), [&](const Member& member) {
    return member.name.starts_with(common) && member.name.size() > common.size();
  });
  if (!all) return;
  for (Member& member : members)
    member.name.erase(0, common.size());
}

std::vector<Member> members_of(const models::Scenario& scenario,
                               const ExpectedPeople& people,
                               const models::OrganisationLoad& load) {
  const models::Setting& planned = scenario.planned;
  std::vector<Member> members;
  for (const TeamPeople& each : people.teams) {
    const auto team = planned.teams.find(each.team);
    if (team == planned.teams.end() || team->second.organisation.id != load.organisation) continue;
    if (!is_ever_there(each)) continue;
    Member member{.people = &each,
                  .name = Names{planned}.of(Dimension::team, each.team),
                  .today = 0,
                  .skills = skills_of(planned, team->second),
                  .load = {}};
    const auto before = scenario.before.teams.find(each.team);
    if (before != scenario.before.teams.end())
      member.today = static_cast<std::size_t>(before->second.strength.value.value);
    for (const models::SkillLoad& skill : load.skills) {
      if (!member.skills.contains(skill.skill)) continue;
      member.load.full_need += skill.hours.full_need;
      member.load.asked += skill.hours.asked;
    }
    members.push_back(std::move(member));
  }
  if (!members.empty()) shorten(members);
  return members;
}

/// The name in lines, each no wider than need be.
std::string heading_of(const Member& member) {
  std::string name = wrapped(member.name, name_width);
  name.pop_back();
  return name;
}

/// At most five years: the first three, one between, and the last.
std::vector<std::size_t> years_shown(std::size_t years) {
  std::vector<std::size_t> shown;
  for (std::size_t year = 0; year < std::min<std::size_t>(years, 3); ++year)
    shown.push_back(year);
  if (years > 5) shown.push_back((2 + years - 1) / 2);
  if (years == 5) shown.push_back(3);
  if (years > 3) shown.push_back(years - 1);
  return shown;
}

std::string year_name(std::size_t year) {
  return "year " + std::to_string(year + 1);
}

class Table {
 public:
  Table(const ExpectedPeople& people, const std::vector<Member>& all, std::size_t first)
      : people_{people},
        all_{all},
        first_{first},
        end_{std::min(all.size(), first + abreast)},
        years_{years_shown(all.front().people->years.size())},
        table_{headings()} {}

  [[nodiscard]] std::string text() {
    add_people();
    add_hours();
    add_load();
    return table_.text();
  }

 private:
  using Cell = std::function<std::string(const Member&)>;
  using OfYear = std::function<double(const TeamYear&)>;

  [[nodiscard]] std::vector<std::string> headings() const {
    std::vector<std::string> list{"Posts and people"};
    for (std::size_t i = first_; i < end_; ++i)
      list.push_back(heading_of(all_[i]));
    return list;
  }

  void add(std::string label, const Cell& cell) {
    std::vector<std::string> cells{std::move(label)};
    for (std::size_t i = first_; i < end_; ++i)
      cells.push_back(cell(all_[i]));
    table_.add_row(std::move(cells));
  }

  void add_in_year(const std::string& label, std::size_t year, int decimals, const OfYear& of) {
    add(label,
        [&](const Member& member) { return decimal(of(member.people->years[year]), decimals); });
  }

  /// A row for each year, or one where nothing ever changes.
  void add_by_year(const std::string& what, const OfYear& of) {
    const bool constant = std::all_of(all_.begin(), all_.end(), [&](const Member& member) {
      const auto& years = member.people->years;
      return std::all_of(years.begin(), years.end(), [&](const TeamYear& year) {
        return decimal(of(year), 1) == decimal(of(years.front()), 1);
      });
    });
    if (constant) {
      add_in_year(what, 0, 1, of);
      return;
    }
    for (const std::size_t year : years_)
      add_in_year(what + ", " + year_name(year), year, 1, of);
  }

  /// The mean over the years of the plan; no row where it is nothing for everybody.
  void add_a_year(const std::string& label, int decimals, const OfYear& of) {
    const auto mean = [&](const Member& member) {
      double sum = 0.0;
      for (const TeamYear& year : member.people->years)
        sum += of(year);
      return sum / static_cast<double>(member.people->years.size());
    };
    const bool none = std::all_of(
        all_.begin(), all_.end(), [&](const Member& member) { return mean(member) == 0.0; });
    if (none) return;
    add(label, [&](const Member& member) { return decimal(mean(member), decimals); });
  }

  void add_people() {
    add_by_year("  posts", [](const TeamYear& year) { return year.posts; });
    add("  people today", [](const Member& member) { return std::to_string(member.today); });
    add_by_year("  people", [](const TeamYear& year) { return year.people; });
    if (people_.futures > 1) {
      add("    in 8 of 10 futures, " + year_name(years_.back()), [](const Member& member) {
        const std::string low = decimal(member.people->people_p10, 1);
        const std::string high = decimal(member.people->people_p90, 1);
        return low == high ? low : low + "–" + high;
      });
    }
    add_by_year("  vacant posts", [](const TeamYear& year) { return year.vacant; });
    add_a_year("  leavers, a year", 1, [](const TeamYear& year) { return year.leavers; });
  }

  void add_hours() {
    table_.add_group("Hours a year");
    add_a_year("  contracted", 0, [](const TeamYear& year) { return year.contracted_hours; });
    add_a_year("    for requests", 0, [](const TeamYear& year) { return year.productive_hours; });
    add_a_year("    learning the job, or teaching", 0, [](const TeamYear& year) {
      return year.training_hours;
    });
    for (std::size_t cause = 0; cause < people_.causes.size(); ++cause) {
      std::string name = people_.causes[cause];
      std::replace(name.begin(), name.end(), '_', ' ');
      add_a_year("    " + name, 0, [&](const TeamYear& year) { return year.away_hours[cause]; });
    }
  }

  void add_load() {
    table_.add_group("Hours of work for each hour there is");
    for (const std::size_t year : {std::size_t{0}, years_.back()}) {
      add("  needed, " + year_name(year),
          [&](const Member& member) { return against(member, member.load.full_need, year); });
      add("  asked for, " + year_name(year),
          [&](const Member& member) { return against(member, member.load.asked, year); });
      if (years_.size() == 1) break;
    }
  }

  [[nodiscard]] std::string against(const Member& member, double load, std::size_t year) const {
    double hours = 0.0;
    for (const Member& other : all_) {
      if (share_a_skill(member, other)) hours += other.people->years[year].productive_hours;
    }
    if (hours > 0.0) return decimal(load / hours, 2);
    return load > 0.0 ? "nobody" : std::string{no_number};
  }

  const ExpectedPeople& people_;
  const std::vector<Member>& all_;
  std::size_t first_;
  std::size_t end_;
  std::vector<std::size_t> years_;
  TextTable table_;
};

/// What the hours leave out, where the plan has it.
std::string left_out(const models::Setting& planned) {
  const models::StaffingPlan& plan = planned.staffing;
  std::string embedded = planned.policies.embedded.empty()
                             ? ""
                             : " Who sits with investigating teams counts with all others here.";
  std::vector<std::string> what;
  if (!plan.overtime.empty()) what.emplace_back("overtime");
  if (!plan.agency.empty()) what.emplace_back("people of agencies");
  if (!plan.loans.empty())
    what.emplace_back(
        "that people on loan work for somebody else (they count where they are employed)");
  if (what.empty()) return embedded;
  return embedded + " Left out of the hours and of the work for each of them, but not of a run: " +
         joined(what) + ".";
}

std::string how_to_read(const ExpectedPeople& people) {
  std::string text =
      people.futures > 1
          ? "Means of " + std::to_string(people.futures) +
                " futures of the same people as a run has, without cases: work changes nothing "
                "about who is there. "
          : std::string{"Nothing about people is left to chance here. "};
  return text +
         "Posts, people and vacancies are averages over a year of the plan; hours are a year's, "
         "averaged over the plan. Hours of work for each hour there is: people share skills, so it "
         "is all that is needed (or asked for, at the trust with which the run starts) of any "
         "skill of the team, at the rates of the first year, against the hours for requests of "
         "all teams of the organisation that have any of these skills. Above 1 there is more work "
         "than hours.";
}

}  // namespace

std::string explain_teams(const models::Scenario& scenario,
                          const ExpectedPeople& people,
                          const std::string& organisation) {
  const OrganisationsShown shown = organisations_shown(scenario.planned, organisation);
  const std::string title = "Who is there, and what for";
  std::string text = title + "\n" + std::string(width_of(title), '=') + "\n\n";
  text += wrapped(how_to_read(people) + left_out(scenario.planned), line_width);
  for (const models::OrganisationLoad& load : models::offered_load(scenario.planned)) {
    if (!shown.contains(load.organisation)) continue;
    const std::vector<Member> members = members_of(scenario, people, load);
    if (members.empty()) continue;
    text += "\n" + Names{scenario.planned}.of(Dimension::organisation, load.organisation) + "\n";
    for (std::size_t first = 0; first < members.size(); first += abreast)
      text += "\n" + Table{people, members, first}.text();
  }
  const std::string others = shown.where_the_others_are();
  return others.empty() ? text : text + "\n" + others;
}

}  // namespace ficap::report
