#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <variant>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/journal.hpp"
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
  bool weighs{true};  ///< those that were found to move a ranked measure against each other
  std::vector<std::string> rank_measures;  ///< as a person names them; none means the usual ones
};

/// Most draws, rows and the like of one design.
inline constexpr std::uint64_t most_of_a_design = 100'000;

/// @returns whether the sizes are such that the command takes them
[[nodiscard]] bool is_possible(const UncertaintyPlan& plan);

/// What an earlier run of the same study has finished.
struct Kept {
  study::Archive archive;
  std::size_t simulations{0};
};

/// What the simulations of a study are simulations of.
/// @param scenario outlives the result
[[nodiscard]] JournalMatter matter_of(const models::Scenario& scenario,
                                      const UncertaintyPlan& plan);

/// Does the study on behalf of a command: the scenario as it is stated, the draws, then the
/// screening, then the weighing of the numbers that passed it. Says on the side how much work lies
/// ahead and how far it is. Ctrl-C ends it with the draws that are finished; a design that is not
/// is left out.
///
/// @returns the study, or why there is none; that has been said on the side
/// @throws UsageError where there is no measure of a name to be ranked
[[nodiscard]] std::variant<study::UncertaintyStudy, ExitCode> study_uncertainty(
    const models::Scenario& scenario,
    const UncertaintyPlan& plan,
    Simulation& simulation,
    std::ostream& err,
    const Kept& kept = {});

}  // namespace ficap::cli
