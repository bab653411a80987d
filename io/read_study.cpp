#include "io/read_study.hpp"

#include <algorithm>
#include <utility>

#include "io/number_text.hpp"
#include "io/pointer.hpp"
#include "io/read_setting.hpp"
#include "io/reader.hpp"
#include "io/value_text.hpp"
#include "study/check_study.hpp"

namespace ficap::io {

namespace {

constexpr std::string_view what_it_is = "a study";

Problems placed(const Node& root, models::Diagnostics found) {
  Problems problems;
  for (models::Diagnostic& diagnostic : found) {
    Problem problem{std::move(diagnostic), {}, {}};
    problem.at = place_of(root, problem.what.pointer);
    for (const std::string& other : problem.what.also)
      problem.also.push_back(place_of(root, other));
    problems.push_back(std::move(problem));
  }
  return problems;
}

/// The one thing to say about a document of another kind.
std::optional<Problem> other_kind(const Node& root) {
  const Object* const object = root.object();
  const std::string expected = R"(a study: "title", "pays", "base", "options" and "terms")";
  if (object == nullptr) return problem_at(root.place, "", describe(root), expected);
  const auto has = [&](std::string_view key) { return object->find(key) != nullptr; };
  if (has("base") || has("options") || has("terms")) return std::nullopt;
  if (has("extends") || has("pathways")) {
    return problem_at(root.place,
                      "",
                      "a scenario",
                      expected,
                      "`ficap run` simulates a scenario, `ficap compare` several; a study names "
                      "scenarios and says what people and things cost");
  }
  return problem_at(root.place, "", "an object with none of its sections", expected);
}

struct Fields {
  study::StudyDocument study;
  Problems problems;
};

Fields read_fields(const Node& root) {
  Fields fields;
  Reader reader;
  reader.read(fields.study, root, "", Field{.name = "", .doc = what_it_is});
  fields.problems = reader.take_problems();
  for (Problem& problem : uncited(reader.take_numbers(), fields.study.evidence, root))
    fields.problems.push_back(std::move(problem));
  if (!fields.problems.empty()) return fields;
  fields.problems = placed(root, study::check_study(fields.study));
  return fields;
}

}  // namespace

std::vector<models::LocatedDiagnostic> StudyText::located(models::Diagnostics found) const {
  return locate(sources, placed(root, std::move(found)));
}

StudyReading read_study(std::string name, std::string text) {
  Sources sources;
  const std::uint32_t source = sources.add(std::move(name), std::move(text));
  Parsed parsed = parse(sources, source);
  if (!parsed.root || !parsed.problems.empty())
    return {std::nullopt, locate(sources, std::move(parsed.problems))};
  if (auto problem = other_kind(*parsed.root)) return {std::nullopt, locate(sources, {*problem})};
  auto& members = parsed.root->object()->members;
  members.erase(std::remove_if(members.begin(),
                               members.end(),
                               [](const Member& member) { return member.key == "$schema"; }),
                members.end());
  Fields fields = read_fields(*parsed.root);
  if (!fields.problems.empty()) return {std::nullopt, locate(sources, std::move(fields.problems))};
  return {StudyText{std::move(sources), std::move(*parsed.root), std::move(fields.study)}, {}};
}

StudyReading read_study(const Sources& sources, const Node& node) {
  if (node.object() == nullptr) {
    return {std::nullopt,
            locate(sources, {problem_at(node.place, "", describe(node), std::string{what_it_is})})};
  }
  Fields fields = read_fields(node);
  if (!fields.problems.empty()) return {std::nullopt, locate(sources, std::move(fields.problems))};
  return {StudyText{sources, node, std::move(fields.study)}, {}};
}

bool is_study(const Node& root) {
  const Object* const object = root.object();
  if (object == nullptr) return false;
  const auto has = [&](std::string_view key) { return object->find(key) != nullptr; };
  const bool is_scenario = has("extends") || has("pathways") || has("run");
  return !is_scenario && has("terms") && (has("base") || has("options"));
}

bool is_study(const std::string& text) {
  Sources sources;
  const Parsed parsed = parse(sources, sources.add("", text));
  return parsed.root && is_study(*parsed.root);
}

Node study_node(const study::StudyDocument& study) {
  return written(study);
}

std::vector<std::string> settings_of(const study::StudyDocument& study,
                                     const std::vector<std::string>& set) {
  std::vector<std::string> settings;
  const auto add = [&](const char* key, const std::optional<double>& value) {
    if (value) settings.push_back(std::string{"/plan/"} + key + "=" + shortest(*value));
  };
  add("years", study.plan.years);
  add("replications", study.plan.replications);
  add("seed", study.plan.seed);
  settings.insert(settings.end(), set.begin(), set.end());
  return settings;
}

}  // namespace ficap::io
