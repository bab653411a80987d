#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <variant>

#include "models/check_rules.hpp"

namespace ficap::models {

namespace {

/// Cases of which one thing is doubtful: how many, and where the first stands.
struct Doubt {
  std::size_t cases{};
  std::string first;
  std::map<std::string, std::size_t> kinds;  ///< of help: how often

  void add(const std::string& at, const std::string& kind) {
    if (cases++ == 0) first = at;
    ++kinds[kind];
  }
  [[nodiscard]] std::string counted() const {
    std::string text;
    for (const auto& kind : kinds)
      text += (text.empty() ? "" : ", ") + kind.first + " " + std::to_string(kind.second);
    return text;
  }
};

/// What a list of open cases may say and probably does not mean. Each is told once, at its first
/// place: a list has hundreds of rows.
class DoubtfulCases {
 public:
  DoubtfulCases(const Setting& setting, Findings& findings)
      : setting_{setting}, findings_{findings} {}

  void check() {
    const auto& cases = *setting_.start.cases;
    if (cases.empty()) {
      findings_.warning("/start",
                        "a backlog without a case",
                        "the cases that are open when the plan starts",
                        "the run begins with nothing in hand");
    }
    for (std::size_t i = 0; i < cases.size(); ++i)
      look_at(cases[i], "/start/cases/" + std::to_string(i));
    tell(without_row_,
         "cases without a row for the statutory help that their stage begins with",
         "a row for each request that is open, and one whose state is done for each that is "
         "finished",
         "what arose before the plan starts is not raised again: without a row it never comes");
    tell(of_no_stage_,
         "requests that no stage of their pathway asks for",
         "kinds of help that the pathway has",
         "");
    tell(too_late_,
         "requests that wait although their window has closed",
         "requests that a start is still of use to",
         "they expire when the plan begins, which is bad news for those who asked");
  }

 private:
  void look_at(const OpenCase& c, const std::string& at) {
    const CaseStream& stream = setting_.streams.find(c.stream.id)->second;
    const Pathway& pathway = setting_.pathways.find(stream.pathway.id)->second;
    const auto found = pathway.stages.find(c.stage.id);
    if (found == pathway.stages.end()) return;
    const Stage& stage = found->second;
    const std::set<std::string> asked_for = kinds_of(pathway);
    std::set<std::string> rows;
    for (const OpenRequest& r : c.requests) {
      rows.insert(r.request.id);
      if (!asked_for.contains(r.request.id)) of_no_stage_.add(at, r.request.id);
      if (r.state == OpenState::waiting && r.asked && is_closed(r, stage))
        too_late_.add(at, r.request.id);
    }
    const std::set<std::string> due = due_in(stage);
    const bool any = std::any_of(
        due.begin(), due.end(), [&](const std::string& kind) { return rows.contains(kind); });
    if (due.empty() || any) return;
    std::string kinds;
    for (const std::string& kind : due)
      kinds += (kinds.empty() ? "" : " or ") + kind;
    without_row_.add(at, kinds);
  }

  /// What the stages of a pathway ask for, and what that may bring.
  [[nodiscard]] std::set<std::string> kinds_of(const Pathway& pathway) const {
    std::set<std::string> kinds;
    for (const auto& stage : pathway.stages) {
      for (const auto& need : stage.second.needs)
        add(kinds, need.second.request.id);
    }
    return kinds;
  }
  void add(std::set<std::string>& kinds, const std::string& kind) const {
    if (!kinds.insert(kind).second) return;
    for (const auto& induced : setting_.requests.find(kind)->second.induces)
      add(kinds, induced.second.request.id);
  }

  /// Statutory help of which most cases ask for some kind soon after they come into the stage.
  [[nodiscard]] std::set<std::string> due_in(const Stage& stage) const {
    constexpr double soon = 0.1;
    constexpr double most = 0.5;
    std::set<std::string> kinds;
    for (const auto& need : stage.needs) {
      const RequestType& type = setting_.requests.find(need.second.request.id)->second;
      if (type.work_class == WorkClass::statutory && need.second.at.value <= soon &&
          need.second.probability.value.value >= most)
        kinds.insert(need.second.request.id);
    }
    return kinds;
  }

  [[nodiscard]] bool is_closed(const OpenRequest& r, const Stage& stage) const {
    const RequestType& type = setting_.requests.find(r.request.id)->second;
    const auto* const window = std::get_if<WindowUntilPhaseEnds>(&type.window);
    return window != nullptr && stage.phase > window->phase;
  }

  void tell(const Doubt& doubt,
            const std::string& what,
            const std::string& expected,
            const std::string& help) {
    if (doubt.cases == 0) return;
    findings_.warning(doubt.first, what + " (" + doubt.counted() + ")", expected, help);
  }

  const Setting& setting_;
  Findings& findings_;
  Doubt without_row_;
  Doubt of_no_stage_;
  Doubt too_late_;
};

}  // namespace

void doubt_open_cases(const Setting& planned, Findings& findings) {
  if (planned.start.cases) DoubtfulCases{planned, findings}.check();
}

}  // namespace ficap::models
