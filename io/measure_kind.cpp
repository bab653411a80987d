#include "io/measure_kind.hpp"

namespace ficap::io {

std::string_view kind_of(const models::Measure& measure) noexcept {
  if (!measure.is_ratio()) return "total over the period";
  return measure.unit == "share" && measure.scale == 1.0 ? "share" : "mean";
}

}  // namespace ficap::io
