#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "models/scenario.hpp"
#include "report/comparison.hpp"
#include "report/html/page.hpp"
#include "report/html/ranking.hpp"
#include "report/html/saved_files.hpp"
#include "study/asset_split.hpp"
#include "study/comparison.hpp"
#include "study/demand.hpp"
#include "study/self_test.hpp"

namespace ficap::report::html {

/// What a page about a comparison needs. All are referred to.
struct ComparisonPage {
  const study::Comparison& comparison;
  const ComparisonFacts& facts;
  const study::AssetSplit& assets;
  /// What each option does in each organisation, a family of statements of its own; no measures:
  /// there is one organisation.
  const study::Comparison& elsewhere;
  std::span<const std::vector<study::DemandMonth>> months;  ///< of each scenario
  std::span<const models::Scenario> scenarios;              ///< the base first
  const study::SelfTest& self_test;
  Citation provenance;
  std::string marking;
  /// The base, and what each option changes of it: a folder of them runs.
  std::vector<SavedFile> files;
  Ranking ranking{};  ///< of the base's numbers
};

/// The page: what each option changes, pictures, the options table, each measure, where £100 go,
/// what is displaced elsewhere, assumptions, certainty, method, roles, STRESS-DES, how to cite, the
/// scenarios.
[[nodiscard]] Page comparison_page(const ComparisonPage& compared);

}  // namespace ficap::report::html
