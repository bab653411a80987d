#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <variant>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/simulation.hpp"
#include "models/scenario.hpp"
#include "study/uncertainty.hpp"

namespace ficap::cli {

/// What a study of uncertainty is to do.
struct UncertaintyPlan {
  std::uint64_t seed{};
  study::NestedPlan nested;
  study::RankingPlan ranking;
  bool ranks{true};
  std::vector<std::string> rank_measures;  ///< as a person names them; none means the usual ones
};

/// Does the study on behalf of a command: the draws, then the screening, then the weighing of the
/// numbers that passed it. Says on the side how much work lies ahead and how far it is. Ctrl-C ends
/// it with the draws that are finished; a design that is not is left out.
///
/// @returns the study, or why there is none; that has been said on the side
/// @throws UsageError where there is no measure of a name to be ranked
[[nodiscard]] std::variant<study::UncertaintyStudy, ExitCode> study_uncertainty(
    const models::Scenario& scenario,
    const UncertaintyPlan& plan,
    Simulation& simulation,
    std::ostream& err);

}  // namespace ficap::cli
