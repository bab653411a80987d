#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <type_traits>

#include "models/pathway_graph.hpp"
#include "models/references.hpp"
#include "models/resolve.hpp"
#include "models/same_structure.hpp"
#include "models/scenario.hpp"
#include "sim/stream.hpp"

// The rules across fields of a scenario. Each is a function that appends what it finds.

namespace ficap::models {

namespace {

using Severity = Diagnostic::Severity;

class Checker {
 public:
  explicit Checker(const Setting& setting) : s_{setting} {}

  Diagnostics run() {
    append(check_references(s_));
    // What follows looks things up; with dangling references there is nothing to look up.
    if (!problems_.empty()) return std::move(problems_);
    plan();
    organisations();
    weights();
    pathways();
    requests();
    people();
    policies();
    addresses();
    return std::move(problems_);
  }

 private:
  void append(const Diagnostics& more) {
    problems_.insert(problems_.end(), more.begin(), more.end());
  }

  void error(std::string pointer,
             std::string found,
             std::string expected,
             std::string help = "",
             std::vector<std::string> also = {}) {
    problems_.push_back({std::move(pointer),
                         std::move(found),
                         std::move(expected),
                         std::move(help),
                         Severity::error,
                         std::move(also)});
  }
  void warning(std::string pointer,
               std::string found,
               std::string expected,
               std::string help = "") {
    problems_.push_back({std::move(pointer),
                         std::move(found),
                         std::move(expected),
                         std::move(help),
                         Severity::warning,
                         {}});
  }

  void whole(const std::string& pointer, double value) {
    if (value != static_cast<double>(static_cast<std::int64_t>(value))) {
      error(pointer, "a number with a fraction", "a whole number");
    }
  }

  void plan() {
    if (s_.plan.start.year < 1900 || s_.plan.start.year > 2200) {
      error("/plan/start", "\"" + sim::to_string(s_.plan.start) + "\"", "a day from 1900 to 2200");
    }
    whole("/plan/years", s_.plan.years);
    whole("/plan/replications", s_.plan.replications);
    whole("/plan/seed", s_.plan.seed);
    for (const auto& calendar : s_.calendars) {
      const std::string at = "/calendars/" + calendar.first;
      const OfficeHours& office = calendar.second;
      if (office.hours_by_weekday.size() != 7) {
        error(at + "/hours_by_weekday",
              std::to_string(office.hours_by_weekday.size()) + " numbers",
              "seven numbers of hours, Monday first");
        continue;
      }
      const double longest =
          *std::max_element(office.hours_by_weekday.begin(), office.hours_by_weekday.end());
      if (longest <= 0.0)
        error(
            at + "/hours_by_weekday", "an office that never opens", "at least one day with hours");
      if (longest < 24.0 && sim::to_hours(office.opens.since_midnight) + longest > 24.0) {
        error(at + "/opens",
              "a day that would run past midnight",
              "an earlier opening, or fewer hours",
              "",
              {at + "/hours_by_weekday"});
      }
    }
  }

  void organisations() {
    std::map<std::string, std::string> seen;
    for (const auto& organisation : s_.organisations) {
      for (const auto& area : organisation.second.areas) {
        const std::string at = "/organisations/" + organisation.first + "/areas/" + area.first;
        if (area.first == no_area_id)
          error(at, "the id \"none\"", "another id: \"none\" stands for cases without an area");
        const auto first = seen.emplace(area.first, at);
        if (!first.second)
          error(at,
                "an area id that another organisation uses",
                "an id of its own",
                "",
                {first.first->second});
      }
    }
  }

  template <class Map>
  void positive_sum(const std::string& pointer, const Map& weights, const char* what) {
    double total = 0.0;
    for (const auto& entry : weights) {
      const double weight = entry.second.value.value;
      if (weight < 0.0) error(pointer, "a negative weight", std::string{what} + " of at least 0");
      total += weight;
    }
    if (total <= 0.0)
      error(pointer, "weights that sum to 0", std::string{what} + ", at least one of them above 0");
  }

  void weights() {
    for (const auto& threat : s_.threats) {
      positive_sum(
          "/threats/" + threat.first + "/harm", threat.second.harm.values, "weights of harm bands");
    }
    for (const auto& profile : s_.asset_profiles) {
      positive_sum("/asset_profiles/" + profile.first + "/kinds",
                   profile.second.kinds.values,
                   "weights of kinds");
    }
    for (const auto& stream : s_.streams) {
      const std::string at = "/streams/" + stream.first;
      if (!stream.second.origins.values.empty()) {
        positive_sum(at + "/origins", stream.second.origins.values, "weights of origins");
      }
      growth(at, stream.second);
      const std::vector<double>& profile = stream.second.monthly_profile;
      if (profile.empty()) continue;
      double total = 0.0;
      for (const double weight : profile)
        total += weight;
      if (profile.size() != 12) {
        error(at + "/monthly_profile",
              std::to_string(profile.size()) + " numbers",
              "twelve weights, January first");
      } else if (total <= 0.0 || *std::min_element(profile.begin(), profile.end()) < 0.0) {
        error(at + "/monthly_profile",
              "weights that are negative or all 0",
              "twelve weights of at least 0");
      }
    }
    if (s_.asking.ceiling.value < s_.asking.floor.value) {
      error("/asking/ceiling",
            "a ceiling below the floor",
            "at least the floor",
            "",
            {"/asking/floor"});
    }
    const Collection& c = s_.assets.collection;
    if (c.highest.value < c.lowest.value) {
      error("/assets/collection/highest",
            "a highest share below the lowest",
            "at least the lowest",
            "",
            {"/assets/collection/lowest"});
    }
  }

  void growth(const std::string& at, const CaseStream& stream) {
    constexpr double most = 1e6;  // cases a year
    double rate = stream.rate.value.per_year;
    const auto years = static_cast<int>(s_.plan.years);
    for (int year = 1; year < years && rate <= most; ++year) {
      rate *= 1.0 + stream.growth.value.value;
    }
    if (rate > most) {
      error(at + "/growth",
            "growth to more than a million cases a year within the plan",
            "a smaller growth",
            "",
            {at + "/rate"});
    }
    const double variation = stream.variation_between_years.value.value;
    if (variation > 0.0 && variation < 0.01) {
      error(at + "/variation_between_years", "a variation below 0.01", "0, or 0.01 to 3");
    }
  }

  [[nodiscard]] bool asks_for(const Pathway& pathway, const std::string& request) const {
    return std::any_of(pathway.stages.begin(), pathway.stages.end(), [&](const auto& stage) {
      return std::any_of(stage.second.needs.begin(),
                         stage.second.needs.end(),
                         [&](const auto& need) { return need.second.request.id == request; });
    });
  }

  void pathways() {
    for (const auto& pathway : s_.pathways) {
      append(check_pathway(pathway.first, pathway.second));
      for (const auto& stage : pathway.second.stages) {
        stage_rules(
            "/pathways/" + pathway.first + "/stages/" + stage.first, pathway.second, stage.second);
      }
    }
    escalation_ends();
    induced_work_ends();
  }

  // Work may bring further work, but not, in the end, itself.
  void induced_work_ends() {
    std::map<std::string, bool> open;  // false: done
    std::function<void(const std::string&)> visit = [&](const std::string& id) {
      open[id] = true;
      for (const auto& induced : s_.requests.find(id)->second.induces) {
        const std::string& next = induced.second.request.id;
        const auto seen = open.find(next);
        if (seen == open.end()) {
          visit(next);
        } else if (seen->second) {
          error("/requests/" + id + "/induces/" + induced.first + "/request",
                "\"" + next + "\", whose work can bring this work about",
                "a request that does not lead back",
                "the work would never end");
        }
      }
      open[id] = false;
    };
    for (const auto& request : s_.requests) {
      if (!open.contains(request.first)) visit(request.first);
    }
  }

  void stage_rules(const std::string& at, const Pathway& pathway, const Stage& stage) {
    for (const auto& need : stage.needs) {
      const std::string here = at + "/needs/" + need.first;
      const NeedPoint& n = need.second;
      if (n.benefit_at_least && n.benefit_below &&
          n.benefit_below->value <= n.benefit_at_least->value) {
        error(here + "/benefit_below",
              "no benefit fits both bounds",
              "more than `benefit_at_least`",
              "",
              {here + "/benefit_at_least"});
      }
      const auto request = s_.requests.find(n.request.id);
      if (const auto* window = std::get_if<WindowUntilPhaseEnds>(&request->second.window)) {
        if (stage.phase > window->phase) {
          warning(here + "/request",
                  "\"" + n.request.id + "\", whose window has closed before this stage",
                  "a request that is still of use here");
        }
      }
    }
    if (stage.decides) {
      const bool confiscation = std::holds_alternative<ConfiscationDecision>(*stage.decides);
      const std::string& on = confiscation ? std::get<ConfiscationDecision>(*stage.decides).on.id
                                           : std::get<ForfeitureDecision>(*stage.decides).on.id;
      if (!asks_for(pathway, on)) {
        error(at + "/decides/" + (confiscation ? "confiscation" : "forfeiture") + "/on",
              "\"" + on + "\", which no stage of this pathway needs",
              "a request that a need of this pathway asks for",
              "without it the order can never be made");
      }
    }
  }

  // A case may give rise to a case of another stream, but not, in the end, of its own.
  void escalation_ends() {
    enum class Mark : unsigned char { unseen, open, done };
    std::map<std::string, Mark> marks;
    std::function<void(const std::string&, const std::string&)> visit =
        [&](const std::string& id, const std::string& cause) {
          Mark& mark = marks[id];
          if (mark == Mark::done) return;
          if (mark == Mark::open) {
            error(cause,
                  "\"" + id + "\", whose cases can lead back here",
                  "a stream that does not lead back");
            return;
          }
          mark = Mark::open;
          const CaseStream& stream = s_.streams.find(id)->second;
          for (const auto& stage : s_.pathways.find(stream.pathway.id)->second.stages) {
            const auto found = stage.second.escalates.values.find(stream.organisation.id);
            if (found == stage.second.escalates.values.end()) continue;
            visit(found->second.to.id,
                  "/pathways/" + stream.pathway.id + "/stages/" + stage.first + "/escalates/" +
                      stream.organisation.id + "/to");
          }
          marks[id] = Mark::done;
        };
    for (const auto& stream : s_.streams)
      visit(stream.first, "");
  }

  void requests() {
    if (s_.requests.size() > 63)
      error("/requests", std::to_string(s_.requests.size()) + " kinds of request", "at most 63");
    if (s_.skills.size() > 64)
      error("/skills", std::to_string(s_.skills.size()) + " skills", "at most 64");
    if (s_.requests.contains(referral_request_id)) {
      error("/requests/mandatory_referral",
            "the id \"mandatory_referral\"",
            "another id: this one names the triage of a mandatory referral");
    }
    for (const auto& request : s_.requests) {
      const std::string at = "/requests/" + request.first;
      const std::vector<Task>& tasks = request.second.tasks;
      if (tasks.empty() || tasks.size() > 16) {
        error(at + "/tasks", std::to_string(tasks.size()) + " tasks", "1 to 16 tasks");
        continue;
      }
      if (std::count_if(tasks.begin(), tasks.end(), [](const Task& t) { return t.decisive; }) > 1) {
        error(at + "/tasks", "several decisive tasks", "at most one");
      }
      if (std::all_of(tasks.begin(), tasks.end(), [](const Task& t) { return t.triage; })) {
        error(at + "/tasks",
              "nothing but triage",
              "at least one task that is not triage, so that work can start");
      }
      for (std::size_t i = 1; i < tasks.size(); ++i) {
        if (tasks[i].triage && !tasks[i - 1].triage) {
          error(at + "/tasks/" + std::to_string(i) + "/triage",
                "triage after the work has begun",
                "triage first");
        }
      }
      if (request.second.cover && std::holds_alternative<WindowOpen>(request.second.window)) {
        warning(at + "/cover",
                "cover for a request whose window never closes",
                "a window",
                "nobody will ever need to step in");
      }
    }
  }

  void people() {
    for (const auto& role : s_.roles) {
      double away = 0.0;
      for (const auto& cause : role.second.away)
        away += cause.second.value.value;
      if (away > 0.99) {
        error("/roles/" + role.first + "/away",
              "causes that sum to more than 0.99",
              "shares that sum to at most 0.99",
              "nothing would be left for requests");
      }
    }
    for (const auto& team : s_.teams)
      team_rules("/teams/" + team.first, team.second);
    nobody_has_the_skill();
  }

  void team_rules(const std::string& at, const Team& team) {
    whole(at + "/establishment", team.establishment.value.value);
    whole(at + "/strength", team.strength.value.value);
    whole(at + "/early_desk", team.early_desk.value.value);
    if (team.early_desk.value > team.strength.value) {
      error(at + "/early_desk",
            "more people than are in post",
            "at most `strength`",
            "",
            {at + "/strength"});
    }
    if (team.strength.value > team.establishment.value) {
      warning(at + "/strength", "more people than posts", "at most `establishment`");
    }
    for (const auto& person : team.people) {
      const std::string& key = person.first;
      const bool digits =
          !key.empty() && key.size() <= 6 && key.front() != '0' &&
          std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (!digits || std::stod(key) > team.strength.value.value) {
        error(at + "/people/" + key,
              "the post \"" + key + "\"",
              "a post number from \"1\" to `strength`",
              "",
              {at + "/strength"});
      }
    }
  }

  // Work that nobody of the organisation can do waits for ever.
  void nobody_has_the_skill() {
    std::map<std::string, std::set<std::string>> skills;  // by organisation
    for (const auto& team : s_.teams) {
      if (team.second.strength.value.value < 1.0) continue;
      for (const auto& skill : s_.roles.find(team.second.role.id)->second.skills) {
        skills[team.second.organisation.id].insert(skill.id);
      }
      for (const auto& person : team.second.people) {
        for (const auto& skill : person.second.skills)
          skills[team.second.organisation.id].insert(skill.id);
      }
    }
    std::set<std::pair<std::string, std::string>> told;
    for (const auto& stream : s_.streams) {
      for (const auto& stage : s_.pathways.find(stream.second.pathway.id)->second.stages) {
        for (const auto& need : stage.second.needs) {
          const auto request = s_.requests.find(need.second.request.id);
          for (const Task& task : request->second.tasks) {
            const std::string& organisation = stream.second.organisation.id;
            if (skills[organisation].contains(task.skill.id) ||
                !told.emplace(organisation, task.skill.id).second)
              continue;
            warning("/teams",
                    "nobody in \"" + organisation + "\" with the skill \"" + task.skill.id + "\"",
                    "somebody who can do the work that its cases need",
                    "requests for \"" + request->first + "\" will wait until they expire");
          }
        }
      }
    }
  }

  void policies() {
    if (const auto& overflow = s_.policies.overflow) {
      for (std::size_t i = 0; i < overflow->from.size(); ++i) {
        if (overflow->from[i].id == overflow->to.id) {
          error("/policies/overflow/from/" + std::to_string(i),
                "\"" + overflow->to.id + "\", which is also `to`",
                "another organisation",
                "",
                {"/policies/overflow/to"});
        }
      }
    }
    if (const auto& referral = s_.policies.mandatory_referral) {
      for (std::size_t i = 0; i < referral->reaches.size(); ++i) {
        if (s_.requests.find(referral->reaches[i].id)->second.work_class !=
            WorkClass::discretionary) {
          warning("/policies/mandatory_referral/reaches/" + std::to_string(i),
                  "\"" + referral->reaches[i].id + "\", which is always asked",
                  "a discretionary request");
        }
      }
    }
  }

  // Random numbers are addressed by hashes of ids: two things with one hash would share their luck.
  void addresses() {
    std::map<std::uint32_t, std::string> seen;
    const auto add = [&](std::uint32_t hash, const std::string& at) {
      const auto first = seen.emplace(hash, at);
      if (!first.second) {
        error(at,
              "an id whose hash is that of another",
              "a different id, so that both draw their own random numbers",
              "",
              {first.first->second});
      }
    };
    for (const auto& stream : s_.streams) {
      const std::uint32_t hash = sim::stable_hash(stream.first);
      add(hash, "/streams/" + stream.first);
      for (const auto& stage : s_.pathways.find(stream.second.pathway.id)->second.stages) {
        for (const auto& need : stage.second.needs) {
          add(sim::combine(sim::combine(hash, sim::stable_hash(stage.first)),
                           sim::stable_hash(need.first)),
              "/pathways/" + stream.second.pathway.id + "/stages/" + stage.first + "/needs/" +
                  need.first);
        }
      }
    }
  }

  const Setting& s_;
  Diagnostics problems_;
};

}  // namespace

Diagnostics check(const Scenario& scenario) {
  Diagnostics problems = Checker{scenario.before}.run();
  const Diagnostics planned = Checker{scenario.planned}.run();
  for (Diagnostic problem : planned) {
    if (std::find(problems.begin(), problems.end(), problem) != problems.end()) continue;
    problem.pointer.insert(0, "/from_start");
    problems.push_back(std::move(problem));
  }
  const bool broken = std::any_of(problems.begin(), problems.end(), [](const Diagnostic& d) {
    return d.severity == Severity::error;
  });
  if (!broken) {
    const Diagnostics structure = check_same_structure(scenario);
    problems.insert(problems.end(), structure.begin(), structure.end());
  }
  return problems;
}

}  // namespace ficap::models
