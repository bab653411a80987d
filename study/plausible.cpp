#include "study/plausible.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "sim/expects.hpp"
#include "sim/parametric.hpp"
#include "sim/stream.hpp"

namespace ficap::study {

double plausible_value(const models::UncertainNumber& number, double place) {
  const double reach = number.is_whole ? 0.5 : 0.0;
  const sim::Triangular triangle{.low = number.low - reach,
                                 .mode = std::clamp(number.value, number.low, number.high),
                                 .high = number.high + reach};
  const double value = triangle.quantile(place);
  const double drawn = number.is_whole ? std::floor(value + 0.5) : value;
  return std::clamp(drawn, number.low, number.high);
}

std::vector<double> plausible_values(std::span<const models::UncertainNumber> numbers,
                                     std::span<const double> places) {
  FICAP_EXPECTS(numbers.size() == places.size());
  std::vector<double> values;
  values.reserve(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i)
    values.push_back(plausible_value(numbers[i], places[i]));
  return values;
}

std::vector<std::uint32_t> ids_of(std::span<const models::UncertainNumber> numbers) {
  std::vector<std::uint32_t> ids;
  ids.reserve(numbers.size());
  for (const models::UncertainNumber& number : numbers)
    ids.push_back(sim::stable_hash(number.pointer));
  return ids;
}

}  // namespace ficap::study
