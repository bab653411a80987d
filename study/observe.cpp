#include "study/observe.hpp"

#include <span>

namespace ficap::study {

Observed observe(const models::Measure& measure,
                 const models::Layout& layout,
                 const models::Outcome& outcome,
                 std::optional<Cut> cut) {
  const auto sum = [&](std::span<const models::Counter> counters) {
    std::int64_t total = 0;
    for (const models::Counter counter : counters) {
      const std::size_t place =
          cut ? layout.cut(counter, cut->dimension, cut->id) : layout.total(counter);
      total += outcome.values[place];
    }
    return total;
  };
  Observed observed{.over = sum(measure.over), .under = std::nullopt};
  if (measure.is_ratio()) observed.under = sum(measure.under);
  return observed;
}

std::optional<double> value_of(const models::Measure& measure, Observed observed) {
  const auto over = static_cast<double>(observed.over);
  if (!observed.under) return over * measure.scale;
  if (*observed.under == 0) return std::nullopt;
  return over / static_cast<double>(*observed.under) * measure.scale;
}

}  // namespace ficap::study
