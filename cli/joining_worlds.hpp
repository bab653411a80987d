#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/compared.hpp"
#include "models/scenario.hpp"
#include "report/joining.hpp"
#include "report/names.hpp"
#include "study/joining.hpp"

namespace ficap::cli {

/// The worlds of one scenario that differ in when the unit joins its cases.
struct JoiningWorlds {
  std::vector<std::string> pathways;  ///< whose cases are joined; none: there is nothing to compare
  std::vector<study::JoinMoment> moments;
  Compared compared;  ///< the world of the first moment, the scenario as it is, then the others

  /// @pre there is a pathway
  [[nodiscard]] const models::Scenario& as_simulated() const { return compared.scenarios.at(1); }
};

/// @returns the times after a case opens that are looked at where nobody names others, in days
[[nodiscard]] std::vector<double> usual_days_to_join();

/// @param path of the scenario, as it was given
/// @param days the unit also joins so long after a case opens; ascending
[[nodiscard]] JoiningWorlds joining_worlds(const models::Scenario& scenario,
                                           const std::string& path,
                                           const std::vector<double>& days);

/// @param ids, names of the scenario; they and `worlds` outlive the result
/// @param id  to cite the comparison by; may be empty
[[nodiscard]] report::JoiningFacts joining_facts(const JoiningWorlds& worlds,
                                                 const models::DimensionIds& ids,
                                                 const report::Names& names,
                                                 std::uint64_t seed,
                                                 std::string id);

}  // namespace ficap::cli
