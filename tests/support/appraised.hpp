#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/outcome.hpp"
#include "models/scenario.hpp"
#include "models/simulator.hpp"
#include "study/appraisal.hpp"
#include "study/comparison.hpp"
#include "study/study_document.hpp"

namespace ficap::test {

/// A study small enough to work out by hand: one force, one team, three years (of 365, 366 and 365
/// days), two futures, one option.
///
/// Business as usual: two investigators at £40,000 with on-costs of 1.25; each year offenders pay
/// £100,000 under confiscation, of which victims get £10,000, and £20,000 are forfeited.
/// The option, "more": one joins at the start of the second year and is half the year in training;
/// in the third year offenders pay £60,000 more under confiscation in the first future, £20,000
/// more in the second. It serves 10 needs more in each.
class AppraisedByHand {
 public:
  AppraisedByHand();

  study::StudyDocument study;
  std::vector<models::Scenario> scenarios;
  std::vector<std::vector<models::Outcome>> outcomes;

  [[nodiscard]] std::vector<study::Alternative> alternatives() const;
  [[nodiscard]] study::Appraisal appraise(std::uint64_t seed = 1) const;
  [[nodiscard]] const models::DimensionIds& ids() const { return compiled_.front().ids(); }

 private:
  std::vector<models::Compiled> compiled_;
};

}  // namespace ficap::test
