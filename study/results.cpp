#include "study/results.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "sim/expects.hpp"
#include "study/observe.hpp"

namespace ficap::study {

namespace {

using enum models::Counter;

constexpr std::array never_asked{suppressed};
constexpr std::array turned_down{declined};
constexpr std::array too_late{expired};
constexpr std::array need_with_known_end{suppressed, declined, expired, covered, served};
constexpr std::array collected{assets_collected};
constexpr std::array not_joined{assets_never_asked, assets_asked_but_unserved};
constexpr std::array joined{assets_dissipated_before_engagement,
                            assets_dissipated_after_engagement,
                            assets_not_identified,
                            assets_no_order_made,
                            assets_not_collected,
                            assets_outstanding};
constexpr std::array elsewhere{assets_no_need_arose, assets_still_open};
constexpr std::array realisable{assets_realisable};

constexpr models::Measure share_of(std::string_view name,
                                   std::string_view doc,
                                   std::span<const models::Counter> over,
                                   std::span<const models::Counter> under) {
  return {.name = name, .unit = "share", .doc = doc, .over = over, .under = under, .scale = 1.0};
}

constexpr std::array shares{
    share_of("never_asked_share", "never asked, of need", never_asked, need_with_known_end),
    share_of("turned_down_share", "turned down, of need", turned_down, need_with_known_end),
    share_of("too_late_share", "too late, of need", too_late, need_with_known_end),
    share_of("assets_collected_share", "collected, of assets", collected, realisable),
    share_of("assets_not_joined_share", "needed and not joined, of assets", not_joined, realisable),
    share_of("assets_joined_share", "joined and not collected, of assets", joined, realisable),
    share_of("assets_elsewhere_share", "no need, or still open, of assets", elsewhere, realisable),
};

const MeasureResult& named(const std::vector<MeasureResult>& all, std::string_view name) {
  const auto found = std::find_if(
      all.begin(), all.end(), [name](const auto& result) { return result.measure.name == name; });
  FICAP_EXPECTS(found != all.end());
  return *found;
}

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
  return named(measures, name);
}

const MeasureResult& Results::share(std::string_view name) const {
  return named(shares, name);
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
  results.shares.reserve(shares.size());
  for (const models::Measure& share : shares)
    results.shares.push_back(series.estimate(share));
  return results;
}

}  // namespace ficap::study
