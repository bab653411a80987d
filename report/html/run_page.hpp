#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/scenario.hpp"
#include "report/facts.hpp"
#include "report/html/assumptions.hpp"
#include "report/html/page.hpp"
#include "report/html/saved_files.hpp"
#include "study/demand.hpp"
#include "study/results.hpp"
#include "study/self_test.hpp"

namespace ficap::report::html {

/// What a page about one run needs. All are referred to.
struct RunPage {
  const study::Results& results;
  const RunFacts& facts;
  const models::Scenario& scenario;
  const std::vector<study::DemandMonth>& months;  ///< of the period; may be empty
  const study::SelfTest& self_test;
  Citation provenance;
  std::string marking;
  SavedFile file;                       ///< the whole scenario
  Ranking ranking{};                    ///< of the scenario's numbers
  std::optional<Section> engagement{};  ///< where the curve of engagement was asked for
};

/// The page: the answer, pictures, main measures, the four steps of a Force Management Statement,
/// places and victims, when the unit joins, assumptions, certainty, method, roles, STRESS-DES, how
/// to cite, the scenario.
[[nodiscard]] Page run_page(const RunPage& run);

}  // namespace ficap::report::html
