#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>

#include "cli/outputs.hpp"
#include "cli/simulation.hpp"
#include "models/scenario.hpp"
#include "report/html/page.hpp"
#include "report/html/ranking.hpp"

namespace ficap::cli {

/// Studies that a report shows beside what its command simulates, each of futures of its own.
struct PageStudyOptions {
  std::uint32_t ranking{0};     ///< futures of each end of each number's range; 0: it is not made
  std::uint32_t engagement{0};  ///< futures of the curve of engagement; 0: it is not made
};

/// Adds --rank-assumptions.
/// @param doc says also what is done where it is absent
void add_ranking_option(boost::program_options::options_description& options, const char* doc);
/// Adds --engagement-curve.
void add_engagement_option(boost::program_options::options_description& options, const char* doc);

/// @param usual where nobody says otherwise, and a report is to be written
/// @throws UsageError where one of them is no number of futures, or there is to be no report
[[nodiscard]] PageStudyOptions page_study_options(
    const boost::program_options::variables_map& values,
    const Outputs& outputs,
    PageStudyOptions usual);

/// What came of them.
struct PageStudies {
  report::html::Ranking ranking;
  std::optional<report::html::Section> engagement;  ///< nothing where it was not asked for
  bool stopped{false};                              ///< one of them was
  bool failed{false};  ///< a future of one could not be simulated, which has been said
};

/// Ranks a scenario's numbers of grade C by what they move, and works out the curve of engagement,
/// saying on the side how much lies ahead and how far it is. Ctrl-C ends it without either; what is
/// shown says so. Where it came before, nothing is begun.
///
/// @param seed of the command's futures: these begin with the same ones
[[nodiscard]] PageStudies page_studies(const models::Scenario& scenario,
                                       std::uint64_t seed,
                                       const PageStudyOptions& options,
                                       Simulation& simulation,
                                       std::ostream& err);

}  // namespace ficap::cli
