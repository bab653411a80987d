#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/document.hpp"
#include "io/extends.hpp"
#include "io/problem.hpp"
#include "models/located_diagnostic.hpp"
#include "models/scenario.hpp"

namespace ficap::io {

/// One sourced number of a scenario: what it says and how well it is known. Numbers that the
/// scenario leaves to their initial values are not among them.
struct EvidenceItem {
  std::string pointer;  ///< begins with "/from_start" when it applies from the plan's start only
  std::string text;     ///< the value as written; of a distribution its name and parameters
  std::string source;   ///< id in the scenario's `evidence`, empty if none is given
  std::optional<models::Grade> grade;
  std::string low;  ///< as written, empty if not given
  std::string high;
  std::string note;
  models::Location at;  ///< without the text of the line
};

/// What came of reading a scenario.
struct ScenarioReading {
  std::optional<models::Scenario> scenario;         ///< nothing when there is an error
  std::vector<models::LocatedDiagnostic> problems;  ///< every one, by text, line and column
  std::vector<EvidenceItem> evidence;               ///< by pointer; empty when there is an error
};

/// What becomes of rows of a table of open cases that cannot be read, or that break a rule.
enum class BadRows : unsigned char {
  refused,   ///< they are errors
  left_out,  ///< they are warnings: the scenario is what it is without them, and says so
};

/// Reads a scenario: its text, the texts it extends, the settings of the command line, the table of
/// open cases that it names; then every field; then the rules across fields (models::check) when
/// all fields could be read, or else those references that lead nowhere whatever the rest may turn
/// out to be.
///
/// @param name what diagnostics call the text; "extends" is relative to its folder
/// @param load gives the texts of the scenarios that it extends, and of its table
/// @param sets "/json/pointer=VALUE", applied in order
[[nodiscard]] ScenarioReading read_scenario(std::string name,
                                            std::string text,
                                            const Load& load,
                                            const std::vector<std::string>& sets,
                                            BadRows bad_rows = BadRows::refused);

/// The same for a tree that is at hand already.
///
/// @pre where there is a root, it is an object
[[nodiscard]] ScenarioReading read_scenario(Resolved resolved,
                                            const Load& load,
                                            BadRows bad_rows = BadRows::refused);

}  // namespace ficap::io
