#pragma once

#include <cstdint>

namespace ficap::study {

/// Which possible futures to simulate: the first `replications` of those that `seed` numbers.
struct StudyPlan {
  std::uint64_t seed{1};
  std::uint32_t replications{200};
  friend bool operator==(const StudyPlan&, const StudyPlan&) = default;
};

}  // namespace ficap::study
