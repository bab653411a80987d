#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "models/check_rules.hpp"
#include "models/posts.hpp"
#include "models/teams_named.hpp"

namespace ficap::models {

namespace {

class StaffingRules {
 public:
  StaffingRules(const Setting& setting, Findings& findings)
      : setting_{setting}, findings_{findings} {}

  void check() {
    const StaffingPlan& plan = setting_.staffing;
    check_posts(plan.posts);
    for_a_time("hiring_freezes", plan.hiring_freezes);
    for_a_time("overtime", plan.overtime);
    for_a_time("supplements", plan.supplements);
    for (const auto& freeze : plan.hiring_freezes)
      check_freeze(at("hiring_freezes", freeze.first), freeze.second);
    for (const auto& overtime : plan.overtime)
      of_some_team(at("overtime", overtime.first), overtime.second.teams);
    for (const auto& supplement : plan.supplements)
      check_supplement(at("supplements", supplement.first), supplement.second);
    not_twice_at_once("hiring_freezes", plan.hiring_freezes);
    not_twice_at_once("overtime", plan.overtime);
    not_twice_at_once("supplements", plan.supplements);
    for_a_time("agency", plan.agency);
    for (const auto& agency : plan.agency)
      findings_.whole(at("agency", agency.first) + "/people", agency.second.people.value.value);
    for_a_time("loans", plan.loans);
    for (const auto& loan : plan.loans)
      check_loan(at("loans", loan.first), loan.second);
  }

 private:
  static std::string at(const std::string& kind, const std::string& id) {
    return "/staffing/" + kind + "/" + id;
  }

  void within_plan(const std::string& pointer, sim::Date from) {
    check_day(pointer,
              from,
              setting_.plan,
              "what holds before then is said by the teams themselves",
              findings_);
  }

  template <class Entry>
  void for_a_time(const std::string& kind, const Named<Entry>& entries) {
    for (const auto& entry : entries) {
      const std::string pointer = at(kind, entry.first);
      within_plan(pointer + "/from", entry.second.from);
      check_until(pointer, entry.second.from, entry.second.until, findings_);
    }
  }

  [[nodiscard]] const Role& role_of(const std::string& team) const {
    return setting_.roles.find(setting_.teams.find(team)->second.role.id)->second;
  }

  void of_some_team(const std::string& pointer, const std::vector<Ref<Entity::team>>& teams) {
    if (teams.empty())
      findings_.error(pointer + "/teams", "no team", "the id of at least one team");
  }

  // What can do nothing is said, not forbidden: an option may be laid over several baselines.
  void check_freeze(const std::string& pointer, const HiringFreeze& freeze) {
    const std::vector<std::string> teams = teams_named(freeze.teams, setting_);
    const bool recruits = std::any_of(teams.begin(), teams.end(), [&](const std::string& team) {
      return role_of(team).recruitment.has_value();
    });
    if (recruits) return;
    findings_.warning(pointer,
                      "a freeze where nobody is recruited",
                      "a team whose role says how vacant posts are filled (`recruitment`)",
                      "it changes nothing");
  }

  void check_supplement(const std::string& pointer, const MarketSupplement& supplement) {
    of_some_team(pointer, supplement.teams);
    for (std::size_t i = 0; i < supplement.teams.size(); ++i) {
      if (role_of(supplement.teams[i].id).leaving) continue;
      findings_.warning(pointer + "/teams/" + std::to_string(i),
                        "\"" + supplement.teams[i].id + "\", which nobody leaves",
                        "a team whose role says how likely people are to leave (`leaving`)",
                        "the supplement is paid and keeps nobody");
    }
  }

  /// One team is under one of a kind at a time: which of two would hold nobody could say.
  template <class Entry>
  void not_twice_at_once(const std::string& kind, const Named<Entry>& entries) {
    struct Time {
      sim::Date from;
      std::optional<sim::Date> until;
      std::string pointer;
    };
    std::map<std::string, std::vector<Time>> times;  // by team
    for (const auto& entry : entries) {
      const Time time{entry.second.from, entry.second.until, at(kind, entry.first)};
      std::set<std::string> named;
      for (const std::string& team : teams_named(entry.second.teams, setting_)) {
        if (!named.insert(team).second) {
          findings_.error(
              time.pointer + "/teams", "\"" + team + "\" a second time", "each team once");
          continue;
        }
        for (const Time& other : times[team]) {
          const bool before = time.until && *time.until <= other.from;
          const bool after = other.until && *other.until <= time.from;
          if (before || after) continue;
          findings_.error(time.pointer,
                          "a time in which \"" + team + "\" is under another of these already",
                          "times that do not overlap for one team",
                          "end one with `until` before the other begins",
                          {other.pointer});
        }
        times[team].push_back(time);
      }
    }
  }

  void check_posts(const Named<PostsChange>& changes) {
    std::set<std::string> teams;
    for (const auto& change : changes) {
      const std::string pointer = at("posts", change.first);
      const PostsChange& posts = change.second;
      within_plan(pointer + "/from", posts.from);
      findings_.whole(pointer + "/change", posts.change.value.value);
      teams.insert(posts.team.id);
      if (posts.filled != Filled::by_recruitment || role_of(posts.team.id).recruitment) continue;
      findings_.warning(pointer + "/filled",
                        "posts to be filled by recruitment where nobody is recruited",
                        "a team whose role says how vacant posts are filled (`recruitment`), or "
                        "\"on_the_day\"",
                        "they stay vacant");
    }
    for (const std::string& team : teams)
      cuts_of(team, changes);
  }

  /// On one day what is cut goes before what is added comes.
  void cuts_of(const std::string& team, const Named<PostsChange>& changes) {
    if (fewest_posts(setting_, team) >= 0.0) return;
    std::map<sim::Date, std::vector<std::string>> cuts;
    for (const auto& entry : changes) {
      if (entry.second.team.id == team && entry.second.change.value.value < 0.0)
        cuts[entry.second.from].push_back(entry.first);
    }
    double posts = setting_.teams.find(team)->second.establishment.value.value;
    for (const auto& day : cuts) {
      for (const auto& entry : changes) {
        const bool before = entry.second.from < day.first;
        const bool now = entry.second.from == day.first && entry.second.change.value.value < 0.0;
        if (entry.second.team.id == team && (before || now))
          posts += entry.second.change.value.value;
      }
      if (posts < 0.0) {
        for (const std::string& id : day.second)
          findings_.error(at("posts", id) + "/change",
                          "more posts cut than \"" + team + "\" has then",
                          "a change that leaves no fewer than none",
                          "",
                          {"/teams/" + team + "/establishment"});
        return;
      }
      posts = setting_.teams.find(team)->second.establishment.value.value;
    }
  }

  void check_loan(const std::string& pointer, const Loan& loan) {
    findings_.whole(pointer + "/people", loan.people.value.value);
    const std::string& lender = setting_.teams.find(loan.team.id)->second.organisation.id;
    if (lender == loan.to.id) {
      findings_.error(pointer + "/to",
                      "\"" + lender + "\", whose people they are",
                      "another organisation",
                      "",
                      {pointer + "/team"});
    }
  }

  const Setting& setting_;
  Findings& findings_;
};

}  // namespace

void check_staffing(const Setting& setting, Findings& findings) {
  StaffingRules{setting, findings}.check();
}

}  // namespace ficap::models
