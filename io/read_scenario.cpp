#include "io/read_scenario.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/complaints.hpp"
#include "io/pointer.hpp"
#include "io/read_backlog.hpp"
#include "io/read_setting.hpp"
#include "io/read_study.hpp"
#include "models/references.hpp"

namespace ficap::io {

namespace {

constexpr std::string_view from_start_key = "from_start";
constexpr std::string_view start_key = "start";
constexpr std::string_view from_start_pointer = "/from_start";

/// The two trees of a resolved scenario: in force before the plan starts, and from then on.
struct Trees {
  Node before;
  std::optional<Node> planned;  // nothing when nothing changes at the start
};

/// What a run starts from is one thing, not one thing before the plan starts and another after.
void refuse_start(Object& changes, Problems& problems) {
  const auto at = std::find_if(changes.members.begin(),
                               changes.members.end(),
                               [](const Member& member) { return member.key == start_key; });
  if (at == changes.members.end()) return;
  problems.push_back(problem_at(at->key_place,
                                std::string{from_start_pointer} + "/" + std::string{start_key},
                                "the key \"start\"",
                                "what changes when the plan starts",
                                "write \"start\" beside \"from_start\": it says what the whole "
                                "run starts from"));
  changes.members.erase(at);
}

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
  refuse_start(*changes->object(), problems);
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

std::vector<std::string> error_pointers(const Problems& problems) {
  std::vector<std::string> pointers;
  for (const Problem& problem : problems) {
    if (is_error(problem)) pointers.push_back(problem.what.pointer);
  }
  return pointers;
}

/// @returns whether `inner` names `outer` or something in it
bool is_within(std::string_view inner, std::string_view outer) {
  return inner.starts_with(outer) && (inner.size() == outer.size() || inner[outer.size()] == '/');
}

struct Section {
  std::string_view entity;  ///< as models::check_references calls it
  std::string_view name;
};
constexpr std::array<Section, 11> sections{{{"an organisation", "organisations"},
                                            {"a threat", "threats"},
                                            {"a stream", "streams"},
                                            {"a pathway", "pathways"},
                                            {"a request", "requests"},
                                            {"a skill", "skills"},
                                            {"a role", "roles"},
                                            {"a team", "teams"},
                                            {"a calendar", "calendars"},
                                            {"an asset profile", "asset_profiles"},
                                            {"a source", "evidence"}}};

/// @returns whether the ids that a reference could name were themselves not all read: an error at
///          their section, or at one of its ids
bool refers_to_broken(const models::Diagnostic& reference, const std::vector<std::string>& errors) {
  constexpr std::string_view the_id_of = "the id of ";
  for (const Section& section : sections) {
    const std::string wanted = std::string{the_id_of} + std::string{section.entity};
    if (!reference.expected.starts_with(wanted + ":") &&
        !reference.expected.starts_with(wanted + ",")) {
      continue;
    }
    const std::string pointer = "/" + std::string{section.name};
    return std::any_of(errors.begin(), errors.end(), [&](const std::string& error) {
      return is_within(error, pointer) &&
             error.find('/', std::min(pointer.size() + 1, error.size())) == std::string::npos;
    });
  }
  return false;
}

/// Offers the nearest id to a reference that leads nowhere: of many ids the list shows a few.
void offer_nearest(models::Diagnostic& reference, const Node& tree) {
  constexpr std::string_view the_id_of = "the id of ";
  const std::string& found = reference.found;
  if (!reference.help.empty() || found.size() < 2 || found.front() != '"') return;
  for (const Section& section : sections) {
    const std::string wanted = std::string{the_id_of} + std::string{section.entity} + ":";
    const Node* const ids = tree.object()->find(section.name);
    if (!reference.expected.starts_with(wanted) || ids == nullptr || ids->object() == nullptr)
      continue;
    std::vector<std::string> known;
    for (const Member& member : ids->object()->members)
      known.push_back(member.key);
    reference.help = did_you_mean(found.substr(1, found.size() - 2), known);
  }
}

/// @returns the references that lead nowhere in a setting of which some could not be read, less
///          those that do so only because of that
/// @param errors pointers of what could not be read
Problems dangling(const models::Setting& setting,
                  const Node& tree,
                  const std::vector<std::string>& errors) {
  Problems problems;
  for (models::Diagnostic& diagnostic : models::check_references(setting)) {
    const bool told = std::any_of(errors.begin(), errors.end(), [&](const std::string& error) {
      return is_within(diagnostic.pointer, error) || is_within(error, diagnostic.pointer);
    });
    if (told || refers_to_broken(diagnostic, errors)) continue;
    offer_nearest(diagnostic, tree);
    Problem problem{std::move(diagnostic), {}, {}};
    problem.at = place_of(tree, problem.what.pointer);
    for (const std::string& other : problem.what.also)
      problem.also.push_back(place_of(tree, other));
    problems.push_back(std::move(problem));
  }
  return problems;
}

/// @returns the one thing to say about a document that is none, or has hardly anything of one
std::optional<Problem> no_scenario(const Node& root) {
  if (is_study(root)) {
    return problem_at(root.place,
                      "",
                      "a study",
                      "a scenario",
                      "`ficap validate` checks a study and the scenarios that it names; `ficap "
                      "appraise` appraises them");
  }
  const Object& object = *root.object();
  const auto has = [&](std::string_view key) {
    const Node* const value = object.find(key);
    return value != nullptr && !value->is_null();
  };
  std::size_t required = 0;
  std::size_t present = 0;
  models::Setting setting;
  models::Setting::fields(setting, [&](const sim::Field& field, const auto& /*member*/) {
    if (!field.required) return;
    ++required;
    if (has(field.name)) ++present;
  });
  if (2 * present >= required) return std::nullopt;
  const bool is_result = has("run") && has("measures");
  return problem_at(
      root.place,
      "",
      is_result ? R"("run" and "measures")"
                : std::to_string(present) + " of the " + std::to_string(required) +
                      " sections that a scenario must have",
      is_result ? "a scenario" : "all of them, here or in the scenario that it extends",
      is_result ? "this is a results file: `ficap verify` repeats it, and what it simulated stands "
                  "in it under \"scenario\""
                : "this file says only what differs, but not from what: add \"extends\": "
                  "\"west-midlands.json\"");
}

/// Where a number stands, without the text of its line: a file on one line has it thousands of
/// times.
models::Location place_of(const Sources& sources, const Place& place) {
  return {.file = sources.name(place.source),
          .line = place.line,
          .column = place.column,
          .width = place.width,
          .source_line = {}};
}

EvidenceItem item(const Sources& sources, SourcedNumber number) {
  return {.pointer = std::move(number.pointer),
          .text = std::move(number.text),
          .source = std::move(number.source),
          .grade = number.grade,
          .low = std::move(number.low),
          .high = std::move(number.high),
          .note = std::move(number.note),
          .at = place_of(sources, number.place)};
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

/// What came of reading a tree.
struct TreeReading {
  std::optional<models::Scenario> scenario;
  Problems problems;
  std::vector<SourcedNumber> before;
  std::vector<SourcedNumber> planned;
};

/// @param problems of the texts that the tree is of
TreeReading read_tree(Node root, Problems problems) {
  TreeReading reading;
  const Trees trees = split(std::move(root), problems);
  SettingReading before = read_setting(trees.before);
  // What the texts got wrong by themselves counts in both settings.
  Problems before_problems = problems;
  Problems planned_problems = problems;
  for (Problem& problem : before.problems) {
    before_problems.push_back(problem);
    problems.push_back(std::move(problem));
  }
  SettingReading planned;
  if (trees.planned) {
    planned = read_setting(*trees.planned);
    planned_problems.insert(
        planned_problems.end(), planned.problems.begin(), planned.problems.end());
    append_new(problems, std::move(planned.problems));
  }
  if (std::none_of(problems.begin(), problems.end(), is_error)) {
    models::Scenario scenario{before.setting, trees.planned ? planned.setting : before.setting};
    for (models::Diagnostic& diagnostic : models::check(scenario)) {
      const bool of_plan = is_of_plan(diagnostic.pointer);
      offer_nearest(diagnostic, of_plan && trees.planned ? *trees.planned : trees.before);
      Problem problem{std::move(diagnostic), {}, {}};
      problem.at = place_in(trees, problem.what.pointer, of_plan);
      for (const std::string& other : problem.what.also) {
        problem.also.push_back(place_in(trees, other, of_plan));
      }
      problems.push_back(std::move(problem));
    }
    if (std::none_of(problems.begin(), problems.end(), is_error)) {
      reading.scenario = std::move(scenario);
      reading.before = std::move(before.numbers);
      reading.planned = std::move(planned.numbers);
    }
  } else {
    for (Problem& problem :
         dangling(before.setting, trees.before, error_pointers(before_problems))) {
      problems.push_back(std::move(problem));
    }
    if (trees.planned) {
      append_new(problems,
                 dangling(planned.setting, *trees.planned, error_pointers(planned_problems)));
    }
  }
  reading.problems = std::move(problems);
  return reading;
}

/// Reads the tree without the bad rows of its table, as often as it takes to find them all: a rule
/// across fields is looked at only where every field can be read.
///
/// @returns what is wrong with the rows
Problems read_without_bad_rows(TreeReading& reading, Resolved& resolved, Backlog& backlog) {
  Problems of_rows;
  for (;;) {
    Problems found = backlog.leave_out(reading.problems);
    if (found.empty()) return of_rows;
    of_rows.insert(of_rows.end(), found.begin(), found.end());
    put_cases(*resolved.root, backlog);
    reading = read_tree(*resolved.root, resolved.problems);
  }
}

void only_warn(Problems& of_rows) {
  for (Problem& problem : of_rows) {
    problem.what.severity = models::Diagnostic::Severity::warning;
    problem.what.help += (problem.what.help.empty() ? "" : "; ") + std::string{"left out"};
  }
}

}  // namespace

ScenarioReading read_scenario(std::string name,
                              std::string text,
                              const Load& load,
                              const std::vector<std::string>& sets,
                              BadRows bad_rows) {
  return read_scenario(resolve(std::move(name), std::move(text), load, sets), load, bad_rows);
}

ScenarioReading read_scenario(Resolved resolved, const Load& load, BadRows bad_rows) {
  if (!resolved.root) {
    return {std::nullopt, locate(resolved.sources, std::move(resolved.problems)), {}};
  }
  if (auto problem = no_scenario(*resolved.root)) {
    resolved.problems.push_back(std::move(*problem));
    return {std::nullopt, locate(resolved.sources, std::move(resolved.problems)), {}};
  }
  std::optional<Backlog> backlog = read_backlog(resolved, load);
  TreeReading tree = read_tree(*resolved.root, resolved.problems);
  Problems of_rows;
  if (backlog) of_rows = read_without_bad_rows(tree, resolved, *backlog);
  const bool skips = bad_rows == BadRows::left_out;
  if (skips) only_warn(of_rows);

  ScenarioReading reading;
  if (tree.scenario && (skips || of_rows.empty())) {
    reading.scenario = std::move(tree.scenario);
    reading.evidence =
        register_of(resolved.sources, std::move(tree.before), std::move(tree.planned));
  }
  tree.problems.insert(tree.problems.end(), of_rows.begin(), of_rows.end());
  reading.problems = locate(resolved.sources, std::move(tree.problems));
  return reading;
}

}  // namespace ficap::io
