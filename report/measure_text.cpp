#include "report/measure_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "report/words.hpp"

namespace ficap::report {

namespace {

constexpr std::array<std::string_view, 16> in_summary{
    "unmet_share_of_need[class=discretionary]",
    "unmet_share_of_need",
    "unmet_share_of_requests",
    "early_engagement_share",
    "needs",
    "served",
    "wait_days",
    "belief",
    "utilisation",
    "confiscation_orders",
    "forfeiture_orders",
    "cash_received",
    "assets_realisable",
    "assets_collected",
    "assets_dissipated_before_engagement",
    "days_to_first_protection",
};

/// Measures whose names in a result do not read as words.
constexpr std::array<std::pair<std::string_view, std::string_view>, 21> said_as{{
    {"asked", "requests"},
    {"suppressed", "needs never asked for"},
    {"declined", "requests turned down"},
    {"expired", "requests too late"},
    {"served", "needs served"},
    {"unmet_share_of_need", "unmet need"},
    {"unmet_share_of_requests", "unmet in records"},
    {"early_engagement_share", "joined before arrest"},
    {"first_engaged_early", "cases joined before arrest"},
    {"never_engaged", "cases never joined"},
    {"wait_days", "wait for a start"},
    {"wait_days_p90", "wait that one in ten exceeds"},
    {"belief", "trust that help will come"},
    {"hours_worked", "hours worked"},
    {"staffing_cost", "cost of overtime, agencies, supplements"},
    {"hours_for_others", "hours worked for others"},
    {"utilisation", "hours used"},
    {"cash_received", "money received"},
    {"assets_realisable", "modelled realisable assets"},
    {"assets_dissipated_before_engagement", "assets lost before the unit joined"},
    {"days_to_first_protection", "time to first protection"},
}};

std::string said(std::string_view name) {
  const auto* const found = std::find_if(
      said_as.begin(), said_as.end(), [name](const auto& entry) { return entry.first == name; });
  if (found != said_as.end()) return std::string{found->second};
  std::string text{name};
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

}  // namespace

std::span<const std::string_view> main_measures() noexcept {
  return in_summary;
}

std::string called(std::string_view ref) {
  const std::size_t cut = ref.find('[');
  if (cut == std::string_view::npos) return said(ref);
  const std::size_t id = ref.find('=', cut) + 1;
  return said(ref.substr(0, cut)) + " (" + std::string{ref.substr(id, ref.size() - 1 - id)} + ")";
}

std::string called(const study::MeasureRef& ref,
                   const models::DimensionIds& ids,
                   const Names& names) {
  std::string name = said(ref.measure->name);
  if (!ref.cut) return name;
  const auto dimension = static_cast<std::size_t>(ref.cut->dimension);
  return name + " (" + names.of(ref.cut->dimension, ids.at(dimension).at(ref.cut->id)) + ")";
}

std::string heading_of(std::string name, const std::string& unit) {
  name = capitalised(std::move(name));
  return unit.empty() ? name : name + ", " + unit;
}

MeasureText::MeasureText(const models::Measure& measure, double years)
    : kind_{measure.unit == "share"    ? Kind::share
            : measure.unit == "pounds" ? Kind::pounds
                                       : Kind::other},
      ratio_{measure.is_ratio()},
      worth_{ratio_ ? 1.0 : years},
      per_{ratio_ ? "" : " a year"} {
  if (kind_ == Kind::share) {
    after_ = " %";
    worth_ *= 0.01;
  } else if (kind_ == Kind::other && ratio_) {
    after_ = " " + std::string{measure.unit};
  }
}

MeasureText::MeasureText(const models::Measure& measure, double years, double largest)
    : MeasureText{measure, years} {
  if (kind_ != Kind::pounds) return;
  const MoneyUnit unit = money_unit(largest / worth_);
  before_ = "£";
  after_ = std::string{unit.suffix};
  worth_ *= unit.worth;
}

std::string MeasureText::unit() const {
  std::string unit = before_ + after_ + per_;
  unit.erase(0, std::min(unit.size(), unit.find_first_not_of(' ')));
  return unit;
}

std::string MeasureText::amount(double x, int decimals) const {
  if (unit_of_its_own()) return pounds(x / worth_);
  const std::string digits = decimal(x / worth_, decimals);
  const bool minus = digits.starts_with('-');
  return (minus ? "-" : "") + before_ + digits.substr(minus ? 1 : 0) + after_;
}

int MeasureText::usual_decimals() const noexcept {
  return ratio_ && kind_ == Kind::other ? 1 : 0;
}

std::string MeasureText::figure(double x) const {
  if (kind_ == Kind::pounds) return amount(x, 1);
  return decimal(x / worth_, usual_decimals());
}

std::string MeasureText::between(double low, double high) const {
  const std::string from = figure(low);
  const std::string to = figure(high);
  const std::string after = (kind_ == Kind::pounds ? "" : after_) + per_;
  return (from == to ? "at " : "between " + from + " and ") + to + after;
}

std::string MeasureText::change(double x) const {
  return change(x, kind_ == Kind::share ? 1 : usual_decimals());
}

std::string MeasureText::change(double x, int decimals) const {
  if (kind_ == Kind::share) return decimal(x / worth_, decimals) + " points" + per_;
  return amount(x, decimals) + per_;
}

}  // namespace ficap::report
