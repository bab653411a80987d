#include "io/read_scenario.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/pointer.hpp"
#include "io/read_setting.hpp"

namespace ficap::io {

namespace {

constexpr std::string_view from_start_key = "from_start";
constexpr std::string_view from_start_pointer = "/from_start";

/// The two trees of a resolved scenario: in force before the plan starts, and from then on.
struct Trees {
  Node before;
  std::optional<Node> planned;  // nothing when nothing changes at the start
};

Trees split(Node root, Problems& problems) {
  auto& object = std::get<Object>(root.value);
  std::optional<Node> changes;
  const auto at = std::find_if(object.members.begin(),
                               object.members.end(),
                               [](const Member& member) { return member.key == from_start_key; });
  if (at != object.members.end()) {
    changes = std::move(at->value);
    object.members.erase(at);
  }
  if (!changes || changes->is_null()) return {std::move(root), std::nullopt};
  if (changes->object() == nullptr) {
    problems.push_back(problem_at(changes->place,
                                  std::string{from_start_pointer},
                                  describe(*changes),
                                  "an object with the changes that begin with the plan"));
    return {std::move(root), std::nullopt};
  }
  Node planned = root;
  merge(planned, std::move(*changes));
  return {std::move(root), std::move(planned)};
}

bool same(const Problem& a, const Problem& b) {
  return a.what == b.what && a.at == b.at;
}

/// Adds what only the planned setting gets wrong.
void append_new(Problems& problems, Problems planned) {
  const Problems before = problems;
  for (Problem& problem : planned) {
    const bool known = std::any_of(
        before.begin(), before.end(), [&](const Problem& old) { return same(old, problem); });
    if (known) continue;
    problem.what.pointer = std::string{from_start_pointer} + problem.what.pointer;
    problems.push_back(std::move(problem));
  }
}

bool is_of_plan(std::string_view pointer) {
  return pointer == from_start_pointer ||
         pointer.starts_with(std::string{from_start_pointer} + "/");
}

/// @param planned whether the problem appears only once the plan has started
Place place_in(const Trees& trees, std::string_view pointer, bool planned) {
  if (is_of_plan(pointer)) pointer.remove_prefix(from_start_pointer.size());
  return place_of(planned && trees.planned ? *trees.planned : trees.before, pointer);
}

bool is_error(const Problem& problem) {
  return problem.what.severity == models::Diagnostic::Severity::error;
}

EvidenceItem item(const Sources& sources, SourcedNumber number) {
  return {.pointer = std::move(number.pointer),
          .text = std::move(number.text),
          .source = std::move(number.source),
          .grade = number.grade,
          .low = std::move(number.low),
          .high = std::move(number.high),
          .note = std::move(number.note),
          .at = location(sources, number.place)};
}

std::vector<EvidenceItem> register_of(const Sources& sources,
                                      std::vector<SourcedNumber> before,
                                      std::vector<SourcedNumber> planned) {
  std::vector<EvidenceItem> items;
  for (SourcedNumber& number : planned) {
    const bool unchanged = std::any_of(before.begin(), before.end(), [&](const SourcedNumber& old) {
      return old.pointer == number.pointer && old.place == number.place;
    });
    if (unchanged) continue;
    number.pointer = std::string{from_start_pointer} + number.pointer;
    items.push_back(item(sources, std::move(number)));
  }
  for (SourcedNumber& number : before)
    items.push_back(item(sources, std::move(number)));
  std::sort(items.begin(), items.end(), [](const EvidenceItem& a, const EvidenceItem& b) {
    return a.pointer < b.pointer;
  });
  return items;
}

}  // namespace

ScenarioReading read_scenario(std::string name,
                              std::string text,
                              const Load& load,
                              const std::vector<std::string>& sets) {
  Resolved resolved = resolve(std::move(name), std::move(text), load, sets);
  Problems problems = std::move(resolved.problems);
  if (!resolved.root) return {std::nullopt, locate(resolved.sources, std::move(problems)), {}};

  const Trees trees = split(std::move(*resolved.root), problems);
  SettingReading before = read_setting(trees.before);
  for (Problem& problem : before.problems)
    problems.push_back(std::move(problem));
  SettingReading planned;
  if (trees.planned) {
    planned = read_setting(*trees.planned);
    append_new(problems, std::move(planned.problems));
  }
  ScenarioReading reading;
  if (std::none_of(problems.begin(), problems.end(), is_error)) {
    models::Scenario scenario{before.setting, trees.planned ? planned.setting : before.setting};
    for (models::Diagnostic& diagnostic : models::check(scenario)) {
      Problem problem{std::move(diagnostic), {}, {}};
      const bool of_plan = is_of_plan(problem.what.pointer);
      problem.at = place_in(trees, problem.what.pointer, of_plan);
      for (const std::string& other : problem.what.also) {
        problem.also.push_back(place_in(trees, other, of_plan));
      }
      problems.push_back(std::move(problem));
    }
    if (std::none_of(problems.begin(), problems.end(), is_error)) {
      reading.scenario = std::move(scenario);
      reading.evidence =
          register_of(resolved.sources, std::move(before.numbers), std::move(planned.numbers));
    }
  }
  reading.problems = locate(resolved.sources, std::move(problems));
  return reading;
}

}  // namespace ficap::io
