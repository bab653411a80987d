#include "models/offered_load.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <variant>
#include <vector>

#include "models/capacity.hpp"
#include "models/expected_asking.hpp"
#include "models/expected_flow.hpp"
#include "sim/distributions.hpp"
#include "sim/elementary.hpp"

namespace ficap::models {
namespace {

constexpr int induced_depth = 8;
constexpr std::size_t most_skills_together = 16;  // 2^16 subsets are quick to go through

std::size_t place_of(const Named<Skill>& skills, const std::string& id) {
  return static_cast<std::size_t>(std::distance(skills.begin(), skills.find(id)));
}

SkillSet bit(std::size_t skill) {
  return SkillSet{1} << skill;
}

bool is_hearing(const RequestType& type) {
  return type.work_class == WorkClass::statutory &&
         (std::holds_alternative<WindowStatutoryClock>(type.window) ||
          std::holds_alternative<WindowWithin>(type.window));
}

/// Adds up the load of one organisation, or what people who sit with investigating teams take of
/// it.
class Account {
 public:
  Account(const Setting& setting, const std::string& organisation)
      : setting_{setting}, people_{capacities(setting, organisation)} {
    list_skills();
  }
  Account(const Setting& setting, const std::string& id, const Embedding& embedding)
      : Account{setting, setting.teams.find(embedding.team.id)->second.organisation.id} {
    embedding_ = &embedding;
    people_ = capacities_of_embedding(setting, id);
    const Team& team = setting.teams.find(embedding.team.id)->second;
    const Role& role = setting.roles.find(team.role.id)->second;
    for (const auto& skill : role.skills)
      their_skills_ |= bit(place_of(setting.skills, skill.id));
  }
  /// @param a_year     requests a year
  /// @param life_left  days that the case has still to go when the need arises
  void add_requests(const std::string& id, Load a_year, double life_left, int depth = 0) {
    const RequestType& type = setting_.requests.find(id)->second;
    double takes = 0.0;  // days from beginning to end
    for (const Task& task : type.tasks) {
      if (is_theirs(type.work_class, task.skill.id) && !(embedding_ != nullptr && is_hearing(type)))
        add_work(task.skill.id, type.work_class, task.effort.value.distribution, a_year);
      takes += work_days(task) + wait_days(task);
    }
    add_slots(type, a_year);
    if (depth == induced_depth) return;
    const double open = std::max(0.0, life_left - takes);
    for (const auto& entry : type.induces) {
      const Induced& induced = entry.second;
      const double times = induced.probability.value.value * expected_times(induced, open);
      add_requests(
          induced.request.id, {a_year.full_need * times, a_year.asked * times}, open, depth + 1);
    }
  }

  void add_triage(const MandatoryReferral& policy, double a_year) {
    if (!is_theirs(WorkClass::directed, policy.skill.id)) return;
    const double hours = a_year * sim::mean(policy.effort.value.distribution);
    const std::size_t skill = place_of(setting_.skills, policy.skill.id);
    add_work(
        policy.skill.id, WorkClass::directed, policy.effort.value.distribution, {a_year, a_year});
    const double in_hand = hours * typical_[skill].days_for_hour() / days_per_year;
    skills_[skill].slots.full_need += in_hand;
    skills_[skill].slots.asked += in_hand;
  }

  [[nodiscard]] OrganisationLoad result(const std::string& organisation) const {
    const auto hours = [](const Capacity& group) { return group.productive_hours; };
    const auto caseload = [](const Capacity& group) { return group.caseload; };
    OrganisationLoad load{
        .organisation = organisation,
        .skills = {},
        .embedded = {},
        .hours_full = worst([](const SkillLoad& s) { return s.hours.full_need; }, hours),
        .hours_asked = worst([](const SkillLoad& s) { return s.hours.asked; }, hours),
        .slots_full = worst([](const SkillLoad& s) { return s.slots.full_need; }, caseload),
        .slots_asked = worst([](const SkillLoad& s) { return s.slots.asked; }, caseload)};
    for (const SkillLoad& skill : skills_) {
      if (skill.hours.full_need > 0.0 || skill.people > 0.0) load.skills.push_back(skill);
    }
    return load;
  }

  [[nodiscard]] EmbeddedLoad result(const std::string& embedding, double share_of_cases) const {
    EmbeddedLoad load;
    load.embedding = embedding;
    load.share_of_cases = share_of_cases;
    for (const SkillLoad& skill : skills_) {
      load.hours.full_need += skill.hours.full_need;
      load.hours.asked += skill.hours.asked;
    }
    for (const Capacity& group : people_) {
      load.people += group.people;
      load.productive_hours += group.productive_hours;
    }
    return load;
  }

 private:
  void list_skills() {
    for (const auto& skill : setting_.skills) {
      typical_.push_back(with_any(people_, bit(typical_.size())));
      const Capacity& who = typical_.back();
      skills_.push_back({.skill = skill.first,
                         .hours = {},
                         .by_class = {},
                         .productive_hours = who.productive_hours,
                         .people = who.people,
                         .slots = {},
                         .caseload = who.caseload});
    }
  }

  [[nodiscard]] bool is_theirs(WorkClass work_class, const std::string& skill) const {
    if (embedding_ == nullptr) return true;
    const auto& classes = embedding_->classes;
    return (classes.empty() ||
            std::find(classes.begin(), classes.end(), work_class) != classes.end()) &&
           (their_skills_ & bit(place_of(setting_.skills, skill))) != 0;
  }

  void add_work(const std::string& skill_id,
                WorkClass work_class,
                const sim::Distribution& effort,
                Load a_year) {
    SkillLoad& skill = skills_[place_of(setting_.skills, skill_id)];
    const double hours = sim::mean(effort);
    skill.hours.full_need += a_year.full_need * hours;
    skill.hours.asked += a_year.asked * hours;
    skill.by_class[static_cast<std::size_t>(work_class)] += a_year.full_need * hours;
  }

  [[nodiscard]] double work_days(const Task& task) const {
    return sim::mean(task.effort.value.distribution) *
           typical_[place_of(setting_.skills, task.skill.id)].days_for_hour();
  }
  [[nodiscard]] static double wait_days(const Task& task) {
    return task.then_waits ? sim::mean(task.then_waits->value.distribution) : 0.0;
  }

  void add_slots(const RequestType& type, Load a_year) {
    for (std::size_t k = 0; k < skills_.size(); ++k) {
      const auto needs_skill = [&](const Task& task) { return task.skill.id == skills_[k].skill; };
      const auto first = std::find_if(type.tasks.begin(), type.tasks.end(), needs_skill);
      if (first == type.tasks.end()) continue;
      const auto last =
          std::find_if(type.tasks.rbegin(), type.tasks.rend(), needs_skill).base() - 1;
      const double weight = typical_[k].weight_of_waiting;
      double days = 0.0;
      for (auto task = first; task != last; ++task) {
        days += work_days(*task) * (needs_skill(*task) ? 1.0 : weight) + wait_days(*task) * weight;
      }
      days += work_days(*last);
      skills_[k].slots.full_need += a_year.full_need * days / days_per_year;
      skills_[k].slots.asked += a_year.asked * days / days_per_year;
    }
  }

  /// @returns how often work is induced that the case's end stops, if it happens at all
  static double expected_times(const Induced& induced, double life_left) {
    const double after = induced.after.value.days;
    if (!(life_left > 0.0)) return after > 0.0 ? 0.0 : 1.0;
    const double first = sim::exp(-after / life_left);
    if (!induced.every) return first;
    return first / -sim::expm1(-induced.every->value.days / life_left);
  }

  template <class LoadOf, class CapacityOf>
  [[nodiscard]] Bottleneck worst(LoadOf load_of, CapacityOf capacity_of) const {
    std::vector<std::size_t> loaded;
    for (std::size_t k = 0; k < skills_.size(); ++k) {
      if (load_of(skills_[k]) > 0.0 && skills_[k].people > 0.0) loaded.push_back(k);
    }
    std::stable_sort(loaded.begin(), loaded.end(), [&](std::size_t a, std::size_t b) {
      return load_of(skills_[a]) > load_of(skills_[b]);
    });
    loaded.resize(std::min(loaded.size(), most_skills_together));
    std::sort(loaded.begin(), loaded.end());

    Bottleneck most;
    for (std::uint32_t subset = 1; subset < (1U << loaded.size()); ++subset) {
      Bottleneck here;
      SkillSet together{};
      for (std::size_t i = 0; i < loaded.size(); ++i) {
        if (((subset >> i) & 1U) == 0) continue;
        together |= bit(loaded[i]);
        here.load += load_of(skills_[loaded[i]]);
        here.skills.push_back(skills_[loaded[i]].skill);
      }
      here.capacity = capacity_of(with_any(people_, together));
      // Of subsets that are equal but for rounding, the one with the fewest skills says most.
      const double excess = here.ratio() - most.ratio() * (1.0 + 1e-9);
      const bool fewer =
          here.skills.size() < most.skills.size() && here.ratio() >= most.ratio() * (1.0 - 1e-9);
      if (excess > 0.0 || fewer) most = std::move(here);
    }
    return most;
  }

  const Setting& setting_;
  const Embedding* embedding_{};
  SkillSet their_skills_{};
  std::vector<Capacity> people_;
  std::vector<Capacity> typical_;  // by skill: those who have it
  std::vector<SkillLoad> skills_;
};

void add_stream(const Setting& setting,
                const CaseStream& stream,
                const StreamFlow& flow,
                double share_of_cases,
                Account& account) {
  const Pathway& pathway = setting.pathways.find(stream.pathway.id)->second;
  const ExpectedAsking asking{setting, stream, flow};
  std::vector<double> stays;
  for (const Elapsed stay : flow.stays)
    stays.push_back(stay.days);
  const std::vector<double> life_left = asking.chain().expected_total(stays);

  std::size_t i = 0;
  for (const auto& stage : pathway.stages) {
    for (const auto& entry : stage.second.needs) {
      const NeedPoint& need = entry.second;
      const auto& declines = setting.requests.find(need.request.id)->second.declines;
      Declining declining;
      if (declines) {
        declining.harm_below = declines->harm_below;
        if (declines->benefit_below) declining.benefit_below = declines->benefit_below->value;
      }
      const auto all = need_by_harm(setting, stream, need);
      const auto accepted = need_by_harm(setting, stream, need, declining);
      Load a_visit;
      for (const auto& harm : enumerators(Harm{})) {
        const auto h = static_cast<std::size_t>(harm.value);
        a_visit.full_need += all[h];
        if (accepted[h] > 0.0) {
          a_visit.asked += accepted[h] * asking.probability(need.request.id, i, harm.value);
        }
      }
      const double visits = share_of_cases * flow.rate.per_year * flow.visits[i];
      account.add_requests(need.request.id,
                           {visits * a_visit.full_need, visits * a_visit.asked},
                           life_left[i] - need.at.value * stays[i]);
    }
    ++i;
  }

  if (const auto& policy = setting.policies.mandatory_referral) {
    const auto& harms = setting.threats.find(stream.threat.id)->second.harm.values;
    double total = 0.0;
    double referred = 0.0;
    for (const auto& [harm, weight] : harms) {
      total += weight.value.value;
      referred += weight.value.value * asking.referrals_per_case(harm);
    }
    account.add_triage(*policy, share_of_cases * flow.rate.per_year * referred / total);
  }
}

/// Of an organisation's cases, those of some areas.
double share_of(const Organisation& organisation, const std::vector<std::string>& areas) {
  double some = 0.0;
  double all = 0.0;
  for (const auto& area : organisation.areas) {
    const double weight = area.second.weight.value.value;
    all += weight;
    if (std::find(areas.begin(), areas.end(), area.first) != areas.end()) some += weight;
  }
  return organisation.areas.empty() ? 1.0 : some / all;
}

}  // namespace

double Bottleneck::ratio() const {
  if (capacity > 0.0) return load / capacity;
  return load > 0.0 ? std::numeric_limits<double>::infinity() : 0.0;
}

std::vector<OrganisationLoad> offered_load(const Setting& setting) {
  const std::vector<StreamFlow> flows = stream_flows(setting);
  const auto add_streams = [&](const std::string& organisation, double share, Account& account) {
    std::size_t s = 0;
    for (const auto& stream : setting.streams) {
      const StreamFlow& flow = flows[s++];
      if (stream.second.organisation.id == organisation)
        add_stream(setting, stream.second, flow, share, account);
    }
  };
  std::vector<OrganisationLoad> loads;
  for (const auto& organisation : setting.organisations) {
    Account account{setting, organisation.first};
    add_streams(organisation.first, 1.0, account);
    OrganisationLoad load = account.result(organisation.first);
    for (const auto& entry : setting.policies.embedded) {
      const Team& team = setting.teams.find(entry.second.team.id)->second;
      if (team.organisation.id != organisation.first) continue;
      const double share = share_of(organisation.second, entry.second.with);
      Account theirs{setting, entry.first, entry.second};
      add_streams(organisation.first, share, theirs);
      load.embedded.push_back(theirs.result(entry.first, share));
    }
    loads.push_back(std::move(load));
  }
  return loads;
}

}  // namespace ficap::models
