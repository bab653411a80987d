#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "io/run_info.hpp"
#include "models/outcome.hpp"
#include "models/scenario.hpp"
#include "report/facts.hpp"
#include "study/results.hpp"

namespace ficap::cli {

/// @param threads for the program's test of itself, which the page shows
/// @returns the page about a run, as the bytes of a file
/// @throws std::runtime_error where the program's test of itself cannot be made
[[nodiscard]] std::string page_of_run(const study::Results& results,
                                      const report::RunFacts& facts,
                                      const models::Scenario& scenario,
                                      const std::vector<models::Outcome>& outcomes,
                                      const io::RunInfo& info,
                                      const std::string& marking,
                                      std::size_t threads);

}  // namespace ficap::cli
