#include "models/outcome.hpp"

namespace ficap::models {

Layout::Layout(const DimensionIds& ids) {
  for (std::size_t d = 0; d < dimension_count; ++d)
    widths_[d] = ids[d].size();
  for (std::size_t c = 0; c < counter_count; ++c) {
    totals_[c] = size_++;
    const Dimensions kept = dimensions_of(static_cast<Counter>(c));
    for (std::size_t d = 0; d < dimension_count; ++d) {
      if (!kept.contains(static_cast<Dimension>(d))) continue;
      cuts_[c][d] = size_;  // never 0: the first counter's total stands there
      size_ += widths_[d];
    }
  }
}

}  // namespace ficap::models
