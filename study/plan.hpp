#pragma once

#include <cstdint>

namespace ficap::study {

/// Which possible futures to simulate: `replications` of those that `seed` numbers, from `first`
/// on.
struct StudyPlan {
  std::uint64_t seed{1};
  std::uint32_t replications{200};
  std::uint32_t first{0};
  friend bool operator==(const StudyPlan&, const StudyPlan&) = default;
};

}  // namespace ficap::study
