#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/time.hpp"
#include "study/estimate.hpp"

namespace ficap::report {

/// A run of a list, with the figures by which planners know it.
struct ListedRun {
  std::int64_t number{};  ///< in its list
  std::string id;         ///< to cite it by
  std::string title;
  std::uint64_t seed{};
  std::uint32_t replications{};
  sim::Date start;
  sim::Date end;              ///< the first day after it
  study::Estimate unmet;      ///< share of discretionary need
  study::Estimate early;      ///< share of cases joined before arrest
  study::Estimate collected;  ///< pounds over the period
};

/// A row for each run, or a sentence where there is none.
[[nodiscard]] std::string run_list(const std::vector<ListedRun>& runs);

}  // namespace ficap::report
