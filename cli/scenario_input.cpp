#include "cli/scenario_input.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "cli/files.hpp"
#include "models/title.hpp"
#include "report/diagnostics.hpp"
#include "report/words.hpp"

namespace ficap::cli {

namespace {

/// What every result says of itself anyway: how long, how often, and with which numbers.
bool is_said_elsewhere(const std::string& set) {
  constexpr std::array places{"/plan/years=", "/plan/replications=", "/plan/seed="};
  return std::any_of(
      places.begin(), places.end(), [&](const char* place) { return set.starts_with(place); });
}

/// A scenario that was changed on the command line is another one, and must not be taken for what
/// its file says: the changes stand behind its title, wherever that is shown, cited or kept.
std::string with_settings(std::string title, const std::vector<std::string>& sets) {
  std::vector<std::string> changes;
  for (const std::string& set : sets) {
    if (set.starts_with("/title")) return title;
    if (!is_said_elsewhere(set)) changes.push_back(report::harmless(set));
  }
  if (changes.empty()) return title;
  std::string all = title + ", with " + report::joined(changes);
  if (models::too_long(all).empty()) return all;
  std::string counted =
      ", with " +
      report::counted(static_cast<std::int64_t>(changes.size()), "number set", "numbers set") +
      " on the command line";
  if (models::too_long(title + counted).empty()) return title + counted;
  counted = "..." + counted;
  const auto is_within_character = [&] {
    return (static_cast<unsigned char>(title.back()) & 0xC0U) == 0x80U;
  };
  while (!models::too_long(title + counted).empty()) {
    while (is_within_character())
      title.pop_back();
    title.pop_back();
  }
  return title + counted;
}

}  // namespace

std::string name_of(const ScenarioArgument& argument) {
  return argument.path == "-" ? "standard input" : argument.path;
}

std::optional<models::Scenario> read_scenario(const ScenarioArgument& argument, std::ostream& err) {
  return read_scenario(argument, read_text(argument.path), err);
}

std::optional<models::Scenario> read_scenario(const ScenarioArgument& argument,
                                              std::string text,
                                              std::ostream& err) {
  io::ScenarioReading reading =
      io::read_scenario(name_of(argument),
                        std::move(text),
                        scenario_files(),
                        argument.sets,
                        argument.skips_bad_rows ? io::BadRows::left_out : io::BadRows::refused);
  err << report::to_text(reading.problems);
  if (reading.scenario) {
    std::string& title = reading.scenario->planned.title;
    title = with_settings(title, argument.sets);
  }
  return std::move(reading.scenario);
}

}  // namespace ficap::cli
