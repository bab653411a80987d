#include "study/latin_hypercube.hpp"

#include <algorithm>
#include <utility>

#include "study/design_draws.hpp"

namespace ficap::study {

std::vector<double> latin_hypercube(std::uint64_t seed,
                                    std::uint32_t design,
                                    std::span<const std::uint32_t> ids,
                                    std::size_t points) {
  const std::size_t inputs = ids.size();
  std::vector<double> cube(points * inputs);
  std::vector<std::pair<double, std::size_t>> order(points);
  for (std::size_t input = 0; input < inputs; ++input) {
    const std::uint32_t id = ids[input];
    for (std::size_t point = 0; point < points; ++point) {
      auto stream = design_stream(seed, DesignPurpose::stratum, design, id, point);
      order[point] = {stream.uniform(), point};
    }
    std::sort(order.begin(), order.end());
    for (std::size_t stratum = 0; stratum < points; ++stratum) {
      const std::size_t point = order[stratum].second;
      auto place = design_stream(seed, DesignPurpose::place_in_stratum, design, id, point);
      cube[point * inputs + input] =
          (static_cast<double>(stratum) + place.uniform()) / static_cast<double>(points);
    }
  }
  return cube;
}

}  // namespace ficap::study
