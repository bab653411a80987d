#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <variant>

#include "models/check_rules.hpp"
#include "sim/stream.hpp"

namespace ficap::models {

namespace {

std::string quoted(std::string_view text) {
  return "\"" + std::string{text} + "\"";
}

std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items)
    text += (text.empty() ? "" : ", ") + item;
  return text;
}

template <class T>
std::vector<std::string> ids_of(const Named<T>& named) {
  std::vector<std::string> ids;
  for (const auto& entry : named)
    ids.push_back(entry.first);
  return ids;
}

/// The rules of the cases that are open at first, one after another.
class OpenCases {
 public:
  OpenCases(const Setting& setting, Findings& findings) : setting_{setting}, findings_{findings} {
    for (const auto& stream : setting.streams)
      hashes_.emplace(sim::stable_hash(stream.first), "/streams/" + stream.first);
  }

  void check(const OpenCase& c, const std::string& at) {
    const CaseStream& stream = setting_.streams.find(c.stream.id)->second;
    reference(c, at);
    const Pathway& pathway = setting_.pathways.find(stream.pathway.id)->second;
    if (!pathway.stages.contains(c.stage.id)) {
      findings_.error(at + "/stage",
                      quoted(c.stage.id),
                      "a stage of the pathway " + quoted(stream.pathway.id) + ": " +
                          listed(ids_of(pathway.stages)),
                      "the cases of the stream " + quoted(c.stream.id) + " go through that pathway",
                      {at + "/stream"});
    }
    not_after_start(c.opened, at + "/opened");
    not_after_start(c.stage_entered, at + "/stage_entered");
    if (c.stage_entered < c.opened) {
      findings_.error(
          at + "/stage_entered",
          quoted(sim::to_string(c.stage_entered)),
          "a day on or after that on which the case opened, " + sim::to_string(c.opened),
          "",
          {at + "/opened"});
    }
    area(c, stream, at);
    if (c.benefit && c.realisable && *c.realisable > *c.benefit) {
      findings_.error(at + "/realisable",
                      "more than the benefit",
                      "at most what the crime earned",
                      "",
                      {at + "/benefit"});
    }
    for (std::size_t i = 0; i < c.requests.size(); ++i)
      request(c, c.requests[i], stream, at, at + "/requests/" + std::to_string(i));
  }

 private:
  void reference(const OpenCase& c, const std::string& at) {
    if (c.reference.empty()) {
      findings_.error(at + "/case", "nothing", "the unit's own reference of the case");
      return;
    }
    const auto known = references_.emplace(c.reference, at + "/case");
    if (!known.second) {
      findings_.error(at + "/case",
                      "the case " + quoted(c.reference) + " a second time",
                      "each case once, with all its requests",
                      "",
                      {known.first->second});
      return;
    }
    const std::uint32_t hash =
        sim::combine(sim::stable_hash(c.stream.id), sim::stable_hash(c.reference));
    const auto first = hashes_.emplace(hash, at + "/case");
    if (!first.second) {
      findings_.error(at + "/case",
                      "a reference whose hash is that of another",
                      "a different one, so that both draw their own random numbers",
                      "add a letter to it",
                      {first.first->second});
    }
  }

  void not_after_start(sim::Date date, const std::string& at) {
    if (date.year >= 1900 && date <= setting_.plan.start) return;
    findings_.error(
        at,
        quoted(sim::to_string(date)),
        "a day from 1900-01-01 to the start of the plan, " + sim::to_string(setting_.plan.start),
        date > setting_.plan.start ? "what happens from the start on is what the run simulates"
                                   : "",
        {"/plan/start"});
  }

  void area(const OpenCase& c, const CaseStream& stream, const std::string& at) {
    if (!c.area) return;
    const auto& areas = setting_.organisations.find(stream.organisation.id)->second.areas;
    if (areas.contains(*c.area)) return;
    findings_.error(at + "/area",
                    quoted(*c.area),
                    areas.empty() ? "nothing: " + quoted(stream.organisation.id) + " has no areas"
                                  : "an area of " + quoted(stream.organisation.id) + ": " +
                                        listed(ids_of(areas)),
                    "",
                    {at + "/stream"});
  }

  void request(const OpenCase& c,
               const OpenRequest& r,
               const CaseStream& stream,
               const std::string& case_at,
               const std::string& at) {
    const RequestType& type = setting_.requests.find(r.request.id)->second;
    asked(c, r, type, case_at, at);
    if (r.task) findings_.whole(at + "/task", *r.task);
    const auto task = static_cast<std::size_t>(r.task.value_or(1.0)) - 1;
    if (task >= type.tasks.size()) {
      const std::string most = std::to_string(type.tasks.size());
      findings_.error(at + "/task",
                      "task " + std::to_string(task + 1) + " of " + most,
                      "a task of " + quoted(r.request.id) + ": from 1 to " + most,
                      "",
                      {at + "/request"});
      return;
    }
    if (r.state == OpenState::done) return;
    if (r.state == OpenState::external && !type.tasks[task].then_waits) {
      std::vector<std::string> with_wait;
      for (std::size_t i = 0; i < type.tasks.size(); ++i)
        if (type.tasks[i].then_waits) with_wait.push_back(std::to_string(i + 1));
      findings_.error(at + "/state",
                      "an external wait after task " + std::to_string(task + 1) + " of " +
                          quoted(r.request.id) + ", which has none",
                      "in_work or waiting",
                      with_wait.empty() ? "nobody else ever has a request of this kind"
                                        : "an external wait follows task " + listed(with_wait) +
                                              ": say which in `task`",
                      {at + "/request"});
    }
    if (r.state == OpenState::external && r.hours_done.hours > 0.0) {
      findings_.error(at + "/hours_done",
                      "hours of a task that is done: others have it now",
                      "none, or in_work as its state",
                      "",
                      {at + "/state"});
    }
    holder(r, type.tasks[task].skill.id, stream, at);
  }

  void asked(const OpenCase& c,
             const OpenRequest& r,
             const RequestType& type,
             const std::string& case_at,
             const std::string& at) {
    if (r.asked) {
      not_after_start(*r.asked, at + "/asked");
      if (*r.asked < c.opened) {
        findings_.error(
            at + "/asked",
            quoted(sim::to_string(*r.asked)),
            "a day on or after that on which the case opened, " + sim::to_string(c.opened),
            "",
            {case_at + "/opened"});
      }
      return;
    }
    if (r.state == OpenState::done) return;
    const bool begun = r.state != OpenState::waiting || r.hours_done.hours > 0.0;
    if (begun) {
      findings_.error(at + "/asked",
                      "nothing",
                      "the day on which it was asked",
                      "work on it has begun, so somebody has asked",
                      {at + "/state"});
    } else if (type.work_class != WorkClass::discretionary) {
      findings_.error(at + "/asked",
                      "nothing",
                      "the day on which it was asked",
                      "only discretionary needs stand open without having been asked; " +
                          quoted(r.request.id) + " is always asked",
                      {at + "/request"});
    }
  }

  void holder(const OpenRequest& r,
              const std::string& skill,
              const CaseStream& stream,
              const std::string& at) {
    if (r.state == OpenState::waiting) {
      if (!r.team) return;
      findings_.error(at + "/team",
                      quoted(r.team->id) + " for a request that nobody holds",
                      "none, or in_work or external as its state",
                      "in line, a request waits for everybody with the skill",
                      {at + "/state"});
      return;
    }
    std::vector<std::string> able;
    bool in_post = false;
    for (const auto& team : setting_.teams) {
      if (team.second.strength.value.value < 1.0 || !has_skill(team.second, skill)) continue;
      if (team.second.organisation == stream.organisation) able.push_back(team.first);
      in_post = in_post || (r.team && r.team->id == team.first);
    }
    if (r.team ? in_post : !able.empty() || r.state == OpenState::external) return;
    const std::string who = r.team ? quoted(r.team->id) : quoted(stream.organisation.id);
    findings_.error(at + (r.team ? "/team" : "/state"),
                    (r.team ? who : "work by nobody: " + who) +
                        " has nobody in post with the skill " + quoted(skill),
                    able.empty() ? "a team with somebody who has it"
                                 : "a team with somebody who has it: " + listed(able),
                    "",
                    {at + "/request"});
  }

  [[nodiscard]] bool has_skill(const Team& team, const std::string& skill) const {
    const auto has = [&](const std::vector<Ref<Entity::skill>>& skills) {
      return std::any_of(
          skills.begin(), skills.end(), [&](const auto& each) { return each.id == skill; });
    };
    if (has(setting_.roles.find(team.role.id)->second.skills)) return true;
    return std::any_of(team.people.begin(), team.people.end(), [&](const auto& person) {
      return has(person.second.skills);
    });
  }

  const Setting& setting_;
  Findings& findings_;
  std::map<std::string, std::string> references_;
  std::map<std::uint32_t, std::string> hashes_;
};

void trainee_rules(const Setting& setting, Findings& findings) {
  for (const auto& team : setting.teams) {
    const Role& role = setting.roles.find(team.second.role.id)->second;
    for (const auto& person : team.second.people) {
      if (!person.second.training_began) continue;
      const std::string at = "/teams/" + team.first + "/people/" + person.first + "/training_began";
      const sim::Date began = *person.second.training_began;
      const bool is_number = person.first.find_first_not_of("0123456789") == std::string::npos;
      if (is_number &&
          std::strtod(person.first.c_str(), nullptr) > team.second.strength.value.value) {
        findings.warning(at,
                         "somebody in training on a post that nobody holds",
                         "a post number up to `strength`",
                         "it changes nothing");
      }
      if (!role.training) {
        findings.error(at,
                       "somebody in training",
                       "a role with `training`",
                       "the role " + quoted(team.second.role.id) +
                           " does not say how a recruit becomes accredited",
                       {"/teams/" + team.first + "/role"});
      }
      if (began > setting.plan.start || began.year < 1900) {
        findings.error(
            at,
            quoted(sim::to_string(began)),
            "a day from 1900-01-01 to the start of the plan, " + sim::to_string(setting.plan.start),
            "",
            {"/plan/start"});
      }
    }
  }
}

}  // namespace

void check_start(const Setting& setting, Findings& findings) {
  const Start& start = setting.start;
  const bool has_cases = start.cases.has_value();
  if (start.state == InitialState::backlog && !has_cases) {
    findings.error("/start",
                   "a start from a backlog that is not given",
                   R"("backlog", the name of a table of open cases, or "cases", the cases)",
                   "");
  }
  if (start.state != InitialState::backlog && has_cases) {
    findings.error("/start/state",
                   start.state == InitialState::empty ? "\"empty\"" : "\"warm_up\"",
                   "\"backlog\", since open cases are given",
                   "to start from something else, set /start/backlog and /start/cases to null",
                   {start.backlog ? "/start/backlog" : "/start/cases"});
  }
  trainee_rules(setting, findings);
}

void check_open_cases(const Setting& planned, Findings& findings) {
  if (!planned.start.cases) return;
  OpenCases open{planned, findings};
  for (std::size_t i = 0; i < planned.start.cases->size(); ++i)
    open.check((*planned.start.cases)[i], "/start/cases/" + std::to_string(i));
}

}  // namespace ficap::models
