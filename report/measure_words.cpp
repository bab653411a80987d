#include "report/measure_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "report/words.hpp"

namespace ficap::report {

namespace {

/// Measures whose names in a result do not read as words.
constexpr std::array<std::pair<std::string_view, std::string_view>, 15> said_as{{
    {"asked", "requests"},
    {"suppressed", "needs never asked for"},
    {"declined", "requests turned down"},
    {"expired", "requests too late"},
    {"unmet_share_of_need", "unmet need"},
    {"unmet_share_of_requests", "unmet in records"},
    {"early_engagement_share", "joined before arrest"},
    {"first_engaged_early", "cases joined before arrest"},
    {"never_engaged", "cases never joined"},
    {"wait_days", "wait for a start"},
    {"wait_days_p90", "wait that one in ten exceeds"},
    {"belief", "trust that help will come"},
    {"worked_hours", "hours worked"},
    {"utilisation", "hours used"},
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

MeasureWords words_of(const study::MeasureRef& ref,
                      const models::DimensionIds& ids,
                      const Names& names,
                      double years,
                      double largest) {
  const models::Measure& measure = *ref.measure;
  MeasureWords words{.name = said(measure.name), .before = {}, .after = {}, .per = {}};
  if (ref.cut) {
    words.name += " (" +
                  names.of(ref.cut->dimension,
                           ids.at(static_cast<std::size_t>(ref.cut->dimension)).at(ref.cut->id)) +
                  ")";
  }
  if (!measure.is_ratio()) {
    words.per = " a year";
    words.worth = years;
  }
  if (measure.unit == "share") {
    words.after = " %";
    words.worth = 0.01;
  } else if (measure.unit == "pounds") {
    const MoneyUnit unit = money_unit(largest / words.worth);
    words.before = "£";
    words.after = std::string{unit.suffix};
    words.worth *= unit.worth;
  } else if (measure.unit == "days") {
    words.after = " days";
  }
  return words;
}

std::string heading_of(const MeasureWords& words) {
  std::string text = words.name;
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  std::string unit = words.before + words.after + words.per;
  unit.erase(0, unit.find_first_not_of(' '));
  return unit.empty() ? text : text + ", " + unit;
}

std::string amount(const MeasureWords& words, double value, int decimals) {
  const std::string digits = decimal(value / words.worth, decimals);
  const bool minus = digits.starts_with('-');
  return (minus ? "-" : "") + words.before + digits.substr(minus ? 1 : 0) + words.after;
}

}  // namespace ficap::report
