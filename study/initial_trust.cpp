#include "study/initial_trust.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ficap::study {

models::Scenario beginning_with_trust(models::Scenario scenario, double belief) {
  for (models::Setting* setting : {&scenario.before, &scenario.planned}) {
    setting->belief.initial.value = models::Share{belief};
  }
  return scenario;
}

std::uint32_t replications_for_a_start(std::uint32_t replications) noexcept {
  constexpr std::uint32_t fewest_that_tell = 10;
  if (replications < fewest_that_tell) return 0;
  return std::clamp<std::uint32_t>(replications / 10, 5, 20);
}

bool differ_beyond_intervals(const Estimate& a, const Estimate& b) noexcept {
  if (!a.mean || !b.mean || !a.half_width || !b.half_width) return false;
  return std::fabs(*a.mean - *b.mean) > *a.half_width + *b.half_width;
}

}  // namespace ficap::study
