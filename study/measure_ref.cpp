#include "study/measure_ref.hpp"

#include <cstddef>

namespace ficap::study {

std::string to_string(const MeasureRef& ref, const models::DimensionIds& ids) {
  std::string text{ref.measure->name};
  if (!ref.cut) return text;
  const auto dimension = static_cast<std::size_t>(ref.cut->dimension);
  text += "[";
  text += models::dimension_names.at(dimension);
  text += "=" + ids.at(dimension).at(ref.cut->id) + "]";
  return text;
}

}  // namespace ficap::study
