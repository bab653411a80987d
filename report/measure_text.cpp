#include "report/measure_text.hpp"

#include <algorithm>
#include <array>

#include "report/words.hpp"

namespace ficap::report {

namespace {

constexpr std::array labels{
    MeasureLabel{"unmet_share_of_need[class=discretionary]", "unmet of need free to be asked"},
    MeasureLabel{"unmet_share_of_need", "unmet of all need"},
    MeasureLabel{"unmet_share_of_requests", "unmet in records"},
    MeasureLabel{"early_engagement_share", "joined before arrest, where needed"},
    MeasureLabel{"needs", "needs"},
    MeasureLabel{"served", "needs served"},
    MeasureLabel{"wait_days", "wait for a start"},
    MeasureLabel{"belief", "trust that help will come"},
    MeasureLabel{"utilisation", "used of productive hours"},
    MeasureLabel{"confiscation_orders", "confiscation orders"},
    MeasureLabel{"forfeiture_orders", "forfeiture orders"},
    MeasureLabel{"cash_received", "money received"},
    MeasureLabel{"assets_realisable", "modelled realisable assets"},
    MeasureLabel{"assets_collected", "assets collected"},
    MeasureLabel{"assets_dissipated_before_engagement", "assets lost before the unit joined"},
    MeasureLabel{"days_to_first_protection", "opening to first protection"},
};

}  // namespace

std::span<const MeasureLabel> main_measures() noexcept {
  return labels;
}

std::string_view label_of(std::string_view name) noexcept {
  const auto* const found = std::find_if(
      labels.begin(), labels.end(), [name](const MeasureLabel& each) { return each.name == name; });
  return found == labels.end() ? name : found->label;
}

MeasureText::MeasureText(const models::Measure& measure, double years)
    : kind_{measure.unit == "share"    ? Kind::share
            : measure.unit == "pounds" ? Kind::pounds
                                       : Kind::other},
      scale_{measure.is_ratio() ? 1.0 : 1.0 / years},
      decimals_{measure.is_ratio() && kind_ == Kind::other ? 1 : 0} {
  if (kind_ == Kind::share) scale_ *= 100.0;
  if (!measure.is_ratio()) {
    unit_ = "a year";
  } else if (kind_ != Kind::pounds) {
    unit_ = kind_ == Kind::share ? "%" : std::string{measure.unit};
  }
}

std::string MeasureText::figure(double x) const {
  const double shown = x * scale_;
  return kind_ == Kind::pounds ? pounds(shown) : decimal(shown, decimals_);
}

std::string MeasureText::between(double low, double high) const {
  const std::string from = figure(low);
  const std::string to = figure(high);
  const std::string unit = unit_.empty() ? "" : " " + unit_;
  return (from == to ? "at " : "between " + from + " and ") + to + unit;
}

std::string MeasureText::change(double x) const {
  if (kind_ == Kind::share) return decimal(x * scale_, 1) + " points";
  return figure(x) + (unit_.empty() ? "" : " " + unit_);
}

}  // namespace ficap::report
