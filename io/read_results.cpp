#include "io/read_results.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>

#include "io/complaints.hpp"
#include "io/json_text.hpp"
#include "io/sha256.hpp"

namespace ficap::io {

namespace {

constexpr double most_seed = 9'007'199'254'740'991.0;  // 2^53 - 1: what JSON holds exactly
constexpr double most_replications = 16'777'216.0;

/// Takes the members that every results document has.
class ManifestReader {
 public:
  explicit ManifestReader(const Node& root) : root_{root} {}

  [[nodiscard]] Problems take_problems() { return complaints_.take(); }

  /// @returns the member; nullptr, with a problem, where there is none
  const Node* member(const Node& parent, const std::string& pointer, std::string_view key) {
    const Object* const object = parent.object();
    const Node* const found = object == nullptr ? nullptr : object->find(key);
    if (found == nullptr) {
      complaints_.missing(parent, pointer, key, "what every results file says", "");
    }
    return found;
  }

  std::string text(const Node& parent, const std::string& pointer, std::string_view key) {
    const Node* const node = member(parent, pointer, key);
    if (node == nullptr) return {};
    if (const std::string* const text = node->string()) return *text;
    complaints_.unexpected(*node, child(pointer, key), "a text");
    return {};
  }

  std::uint64_t whole(const Node& parent,
                      const std::string& pointer,
                      std::string_view key,
                      double least,
                      double most) {
    const Node* const node = member(parent, pointer, key);
    if (node == nullptr) return 0;
    const Number* const number = node->number();
    if (number != nullptr && number->value >= least && number->value <= most &&
        number->value == std::floor(number->value)) {
      return static_cast<std::uint64_t>(number->value);
    }
    complaints_.unexpected(*node, child(pointer, key), "a whole number that `ficap run` takes");
    return 0;
  }

  Manifest manifest() {
    const Node* const run = member(root_, "", "run");
    if (run == nullptr) return {};
    const bool has_draws = run->object() != nullptr && run->object()->find("draws") != nullptr;
    return {.command = text(*run, "/run", "command"),
            .id = text(*run, "/run", "id"),
            .version = text(*run, "/run", "version"),
            .seed = whole(*run, "/run", "seed", 0.0, most_seed),
            .replications = static_cast<std::uint32_t>(
                whole(*run, "/run", "replications", 1.0, most_replications)),
            .draws = has_draws ? std::optional{static_cast<std::uint32_t>(
                                     whole(*run, "/run", "draws", 1.0, most_replications))}
                               : std::nullopt};
  }

  std::vector<CarriedScenario> scenarios() {
    std::vector<CarriedScenario> carried;
    if (const Node* const several = root_.object()->find("scenarios")) {
      const Array* const list = several->array();
      if (list == nullptr || list->empty()) {
        complaints_.unexpected(*several, "/scenarios", "the list of the scenarios compared");
        return {};
      }
      for (std::size_t i = 0; i < list->size(); ++i) {
        const std::string pointer = "/scenarios/" + std::to_string(i);
        add(carried, (*list)[i], pointer, text((*list)[i], pointer, "sha256"));
        if (!carried.empty()) carried.back().name = text((*list)[i], pointer, "name");
      }
    } else if (const Node* const run = root_.object()->find("run")) {
      add(carried, root_, "", text(*run, "/run", "scenario_sha256"));
    }
    return carried;
  }

 private:
  void add(std::vector<CarriedScenario>& carried,
           const Node& parent,
           const std::string& pointer,
           std::string sha256) {
    const Node* const scenario = member(parent, pointer, "scenario");
    if (scenario == nullptr) return;
    if (scenario->object() == nullptr) {
      complaints_.unexpected(*scenario, child(pointer, "scenario"), "the scenario, an object");
      return;
    }
    carried.push_back({.name = {}, .stated_sha256 = std::move(sha256), .node = *scenario});
  }

  const Node& root_;
  Complaints complaints_;
};

/// @returns the one thing to say about a document that is of another kind
std::optional<Problem> other_kind(const Node& root) {
  const Object* const object = root.object();
  const auto has = [&](std::string_view key) {
    return object != nullptr && object->find(key) != nullptr;
  };
  if (has("run") && (has("scenario") || has("scenarios"))) return std::nullopt;
  const std::string expected = "results, as `ficap run --json` writes them";
  if (has("run")) {
    return problem_at(root.place,
                      "",
                      "results that do not carry their scenario",
                      expected,
                      "nothing but the scenario can make them again: run it once more");
  }
  const bool is_scenario = has("extends") || has("pathways") || has("plan");
  return problem_at(
      root.place,
      "",
      is_scenario ? "a scenario" : describe(root),
      expected,
      is_scenario ? "`ficap validate` checks a scenario; `ficap run` simulates it" : "");
}

bool is_error(const Problem& problem) {
  return problem.what.severity == models::Diagnostic::Severity::error;
}

}  // namespace

bool CarriedScenario::is_as_stated() const {
  return sha256_hex(canonical(node)) == stated_sha256;
}

ScenarioReading ResultsDocument::scenario(std::size_t which) const {
  // It carries the cases that were read from a table; nothing is to be looked up.
  const Load nothing = [](const std::string& /*name*/) { return std::optional<std::string>{}; };
  return read_scenario(
      Resolved{.sources = sources, .root = scenarios.at(which).node, .problems = {}}, nothing);
}

ResultsReading read_results(std::string name, std::string text) {
  ResultsDocument document;
  const std::uint32_t source = document.sources.add(std::move(name), std::move(text));
  Parsed parsed = parse(document.sources, source);
  Problems problems = std::move(parsed.problems);
  if (parsed.root) {
    document.root = std::move(*parsed.root);
    if (auto problem = other_kind(document.root)) {
      problems.push_back(std::move(*problem));
    } else {
      ManifestReader reader{document.root};
      document.manifest = reader.manifest();
      document.scenarios = reader.scenarios();
      for (Problem& each : reader.take_problems())
        problems.push_back(std::move(each));
    }
  }
  const bool wrong = !parsed.root || std::any_of(problems.begin(), problems.end(), is_error);
  ResultsReading reading{.document = std::nullopt,
                         .problems = locate(document.sources, std::move(problems))};
  if (!wrong) reading.document = std::move(document);
  return reading;
}

}  // namespace ficap::io
