#include "study/results.hpp"

#include <algorithm>
#include <optional>

#include "sim/expects.hpp"
#include "study/observe.hpp"

namespace ficap::study {

namespace {

constexpr std::array collected{models::Counter::assets_collected};
constexpr std::array realisable{models::Counter::assets_realisable};
constexpr models::Measure collected_share{.name = "assets_collected_share",
                                          .unit = "share",
                                          .doc = "collected of modelled realisable assets",
                                          .over = collected,
                                          .under = realisable,
                                          .scale = 1.0};

// Counts of one measure over all futures, and the estimate they give.
class Series {
 public:
  Series(const models::Layout& layout, std::span<const models::Outcome> outcomes)
      : layout_{layout},
        outcomes_{outcomes},
        estimator_{outcomes.size()},
        over_(outcomes.size()),
        under_(outcomes.size()) {}

  [[nodiscard]] Estimate estimate(const models::Measure& measure, std::optional<Cut> cut) {
    for (std::size_t r = 0; r < outcomes_.size(); ++r) {
      const Observed observed = observe(measure, layout_, outcomes_[r], cut);
      over_[r] = static_cast<double>(observed.over);
      under_[r] = static_cast<double>(observed.under.value_or(1));
    }
    const Estimate in_counts =
        measure.is_ratio() ? estimator_.ratio(over_, under_) : estimator_.mean(over_);
    return scaled(in_counts, measure.scale);
  }

  [[nodiscard]] MeasureResult estimate(const models::Measure& measure) {
    MeasureResult result{.measure = measure, .total = estimate(measure, std::nullopt), .by = {}};
    for (std::size_t d = 0; d < models::dimension_count; ++d) {
      const auto dimension = static_cast<models::Dimension>(d);
      if (!measure.dimensions().contains(dimension)) continue;
      for (std::size_t id = 0; id < layout_.width(dimension); ++id) {
        result.by[d].push_back(estimate(measure, Cut{.dimension = dimension, .id = id}));
      }
    }
    return result;
  }

 private:
  const models::Layout& layout_;
  std::span<const models::Outcome> outcomes_;
  Estimator estimator_;
  std::vector<double> over_;
  std::vector<double> under_;
};

}  // namespace

const MeasureResult& Results::at(std::string_view name) const {
  const auto found = std::find_if(measures.begin(), measures.end(), [name](const auto& result) {
    return result.measure.name == name;
  });
  FICAP_EXPECTS(found != measures.end());
  return *found;
}

MeasureResult estimate(const models::Measure& measure,
                       const models::Layout& layout,
                       std::span<const models::Outcome> outcomes) {
  return Series{layout, outcomes}.estimate(measure);
}

Results estimate(const models::DimensionIds& ids,
                 const models::Layout& layout,
                 std::span<const models::Outcome> outcomes) {
  Series series{layout, outcomes};
  Results results;
  results.ids = ids;
  results.replications = outcomes.size();
  results.measures.reserve(models::measures().size());
  for (const models::Measure& measure : models::measures()) {
    results.measures.push_back(series.estimate(measure));
  }
  results.collected_share = series.estimate(collected_share);
  return results;
}

}  // namespace ficap::study
