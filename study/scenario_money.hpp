#pragma once

#include <cstddef>
#include <vector>

#include "study/appraisal.hpp"
#include "study/appraised_futures.hpp"

namespace ficap::study {

/// @param flows of the scenario, one for each future, at the prices stated
/// @returns their means, and means of the volumes that they were made of
[[nodiscard]] ScenarioMoney money_of(const AppraisedFutures& futures,
                                     std::size_t scenario,
                                     const std::vector<MoneyFlows>& flows);

}  // namespace ficap::study
