#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/scenario.hpp"
#include "models/simulator.hpp"
#include "study/comparison.hpp"
#include "study/demand.hpp"

namespace ficap::cli {

/// The scenarios of a comparison, the base first.
struct Compared {
  std::vector<std::string> paths;  ///< as they were given
  /// The files' names without folder and ending; the paths where two of those are alike, numbered
  /// where a path was given twice. No two are alike.
  std::vector<std::string> names;
  std::vector<models::Scenario> scenarios;

  /// @returns their titles, with the name behind those of which there are several
  [[nodiscard]] std::vector<std::string> titles() const;
};

/// Reads them all, and says the problems of all of them on the side.
///
/// @param sets are made to each
/// @param skips_bad_rows of the tables of open cases that they start from
/// @returns nothing where there is an error in one of them
/// @throws std::system_error where a file cannot be read
[[nodiscard]] std::optional<Compared> read_compared(const std::vector<std::string>& paths,
                                                    const std::vector<std::string>& sets,
                                                    bool skips_bad_rows,
                                                    std::ostream& err);

/// One reason why an option cannot be compared with its base in the same futures.
struct Incomparable {
  std::size_t option{};   ///< index of its scenario
  std::string of_option;  ///< what it does: "lasts 3 years"
  std::string of_base;    ///< what the base does instead: "lasts 5 years"
};

/// @param scenarios the base first
/// @returns a reason for each period, warm-up or start that is another than the base's; empty where
///          all can be compared
[[nodiscard]] std::vector<Incomparable> incomparable(
    const std::vector<models::Scenario>& scenarios);

/// Says on the side why they cannot be compared, and what to do about it.
/// @returns whether they cannot
bool says_incomparable(const Compared& compared, std::ostream& err);

/// @returns a sentence for each scenario that says the same as one before it
[[nodiscard]] std::vector<std::string> said_twice(const Compared& compared);

/// @returns the same scenarios ready to be simulated
[[nodiscard]] std::vector<models::Compiled> compiled(std::span<const models::Scenario> scenarios);
[[nodiscard]] std::vector<const models::Compiled*> pointers(
    std::span<const models::Compiled> compiled);

/// @returns need and requests of discretionary work of each, month by month
[[nodiscard]] std::vector<std::vector<study::DemandMonth>> demand_months(
    const models::Scenario& base, std::span<const study::Alternative> alternatives);

}  // namespace ficap::cli
