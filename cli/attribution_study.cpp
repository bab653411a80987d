#include "cli/attribution_study.hpp"

#include <algorithm>
#include <utility>

#include "report/words.hpp"
#include "study/mechanisms.hpp"
#include "study/parts.hpp"

namespace ficap::cli {

namespace {

using models::Diagnostic;
using study::Mechanism;
using study::World;

const char* const way_out = "Leave out --by parts: mechanisms can be told of any two scenarios.\n";

std::string one_part(const std::vector<study::Part>& parts) {
  if (parts.empty()) {
    return "ficap: the two say the same to a simulation: there is no difference to share out\n";
  }
  const std::string part{name_of(parts.front())};
  return "ficap: the two differ in one part alone, " + part +
         ": all of the difference comes with it\n" + way_out;
}

/// @returns whose each part is in a mixture, "people of the option, trust of the base"
std::string whose_parts(World world, const std::vector<study::Part>& parts) {
  std::vector<std::string> whose;
  whose.reserve(parts.size());
  for (std::size_t j = 0; j < parts.size(); ++j) {
    whose.push_back(std::string{name_of(parts[j])} + " of the " +
                    (study::is_on(world, j) ? "option" : "base"));
  }
  return report::joined(whose);
}

/// @returns why a mixture cannot be simulated; empty where it can
std::string broken_rules(const models::Scenario& mixture) {
  std::string text;
  for (const Diagnostic& problem : models::check(mixture)) {
    if (problem.severity != Diagnostic::Severity::error) continue;
    text += "  " + problem.pointer + ": found " + problem.found + ", expected " + problem.expected +
            "\n";
  }
  return text;
}

std::string meaning_of(study::Part part) {
  std::vector<std::string> sections;
  for (const std::string_view section : sections_of(part))
    sections.push_back("\"" + std::string{section} + "\"");
  return "what the option says otherwise than the base under " + report::joined(sections) + ".";
}

}  // namespace

Worlds Worlds::of_mechanisms(const models::Scenario& base, const models::Scenario& option) {
  Worlds worlds;
  worlds.among_ = {.by = "mechanisms", .levers = {"people_and_rules", "asking", "timing"}};
  worlds.meanings_ = {
      "all that the option changes, less what it does through the other two.",
      "every decision whether to ask for help is taken as in the base's own run of that future, or "
      "as in the option's.",
      "what work finds and secures that both runs have finished counts when it was finished in the "
      "base's run, or in the option's."};
  worlds.compiled_.reserve(2);
  worlds.compiled_.emplace_back(base);
  worlds.compiled_.emplace_back(option);
  for (World world = 0; world < study::worlds_of(study::mechanism_count); ++world) {
    const auto people = static_cast<std::size_t>(Mechanism::people_and_rules);
    worlds.scenario_of_.push_back(study::is_on(world, people) ? 1 : 0);
  }
  return worlds;
}

std::variant<Worlds, std::string> Worlds::of_parts(const models::Scenario& base,
                                                   const models::Scenario& option) {
  const std::vector<study::Part> parts = study::differing_parts(base, option);
  if (parts.size() < 2) return one_part(parts);
  Worlds worlds;
  worlds.among_.by = "parts";
  for (const study::Part part : parts) {
    worlds.among_.levers.emplace_back(name_of(part));
    worlds.meanings_.push_back(meaning_of(part));
  }
  const std::size_t count = study::worlds_of(parts.size());
  std::vector<models::Scenario> mixtures;
  mixtures.reserve(count);
  for (World world = 0; world < count; ++world) {
    std::vector<study::Part> taken;
    for (std::size_t j = 0; j < parts.size(); ++j) {
      if (study::is_on(world, j)) taken.push_back(parts[j]);
    }
    mixtures.push_back(study::mixed(base, option, taken));
    const std::string broken = broken_rules(mixtures.back());
    if (broken.empty()) continue;
    return "ficap: a mixture of the two cannot be simulated: " + whose_parts(world, parts) + "\n" +
           broken +
           "Say in the base what the option needs of this, without effect there (a strength or a "
           "probability of 0).\nOr leave out --by parts: mechanisms need no mixtures.\n";
  }
  worlds.compiled_.reserve(count);
  for (const models::Scenario& mixture : mixtures) {
    worlds.scenario_of_.push_back(worlds.compiled_.size());
    worlds.compiled_.emplace_back(mixture);
  }
  return worlds;
}

std::vector<std::string> Worlds::lever_words() const {
  std::vector<std::string> words = among_.levers;
  for (std::string& word : words)
    std::replace(word.begin(), word.end(), '_', ' ');
  return words;
}

std::vector<std::string> Worlds::meanings() const {
  return meanings_;
}

study::SideBySide Worlds::simulate(study::StudyPlan plan, Simulation& simulation) const {
  if (compiled_.size() == 2) return simulation.run_mechanisms(compiled_[0], compiled_[1], plan);
  std::vector<const models::Compiled*> all;
  all.reserve(compiled_.size());
  for (const models::Compiled& each : compiled_)
    all.push_back(&each);
  return simulation.run(all, plan);
}

std::vector<study::Alternative> Worlds::alternatives(const study::SideBySide& done) const {
  std::vector<study::Alternative> all;
  all.reserve(scenario_of_.size());
  for (std::size_t world = 0; world < scenario_of_.size(); ++world) {
    const models::Compiled& compiled = compiled_[scenario_of_[world]];
    all.push_back(
        {.ids = compiled.ids(), .layout = compiled.layout(), .outcomes = done.outcomes.at(world)});
  }
  return all;
}

}  // namespace ficap::cli
