#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "models/check_rules.hpp"
#include "models/posts.hpp"

namespace ficap::models {

namespace {

std::string day(sim::Date date) {
  return "\"" + sim::to_string(date) + "\"";
}

class StaffingRules {
 public:
  StaffingRules(const Setting& setting, Findings& findings)
      : setting_{setting}, findings_{findings}, start_{setting.plan.start}, end_{start_} {
    end_.year += static_cast<int>(setting.plan.years);
  }

  void check() {
    const StaffingPlan& plan = setting_.staffing;
    check_posts(plan.posts);
    for_a_time("hiring_freezes", plan.hiring_freezes);
    for_a_time("overtime", plan.overtime);
    for_a_time("supplements", plan.supplements);
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
    if (from < start_) {
      findings_.error(pointer,
                      day(from) + ", before the plan starts",
                      "a day from " + day(start_) + " on",
                      "what holds before then is said by the teams themselves",
                      {"/plan/start"});
    } else if (from >= end_) {
      findings_.warning(pointer,
                        day(from) + ", after the plan has ended",
                        "a day before " + day(end_),
                        "it changes nothing: the run-on goes on as the plan ends");
    }
  }

  template <class Entry>
  void for_a_time(const std::string& kind, const Named<Entry>& entries) {
    for (const auto& entry : entries) {
      const std::string pointer = at(kind, entry.first);
      within_plan(pointer + "/from", entry.second.from);
      if (entry.second.until && *entry.second.until <= entry.second.from) {
        findings_.error(pointer + "/until",
                        day(*entry.second.until),
                        "a day after `from`, " + day(entry.second.from),
                        "it is the first day on which this no longer holds",
                        {pointer + "/from"});
      }
    }
  }

  [[nodiscard]] std::vector<std::string> teams_of(
      const std::vector<Ref<Entity::team>>& some) const {
    std::vector<std::string> teams;
    for (const auto& team : some)
      teams.push_back(team.id);
    if (teams.empty()) {
      for (const auto& team : setting_.teams)
        teams.push_back(team.first);
    }
    return teams;
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
      for (const std::string& team : teams_of(entry.second.teams)) {
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
    std::map<std::string, std::map<sim::Date, double>> by_team;
    for (const auto& change : changes) {
      const std::string pointer = at("posts", change.first);
      within_plan(pointer + "/from", change.second.from);
      findings_.whole(pointer + "/change", change.second.change.value.value);
      by_team[change.second.team.id][change.second.from] += change.second.change.value.value;
    }
    for (const auto& team : by_team) {
      double posts = setting_.teams.find(team.first)->second.establishment.value.value;
      for (const auto& change : team.second) {
        posts += change.second;
        if (posts >= 0.0) continue;
        for (const auto& entry : changes) {
          if (entry.second.team.id != team.first || entry.second.from != change.first) continue;
          findings_.error(at("posts", entry.first) + "/change",
                          "more posts cut than \"" + team.first + "\" has then",
                          "a change that leaves no fewer than none",
                          "",
                          {"/teams/" + team.first + "/establishment"});
        }
        break;
      }
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
  sim::Date start_;
  sim::Date end_;
};

}  // namespace

void check_staffing(const Setting& setting, Findings& findings) {
  StaffingRules{setting, findings}.check();
}

}  // namespace ficap::models
