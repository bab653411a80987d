#include "report/starts_from.hpp"

#include <cmath>
#include <cstdint>

#include "models/units.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

constexpr std::size_t most_lines = 12;  // of those left out that are named

std::string length_of(double days) {
  const double whole_days = std::floor(days);
  const double years = std::floor(whole_days / models::days_per_year + 0.5);
  const bool whole = years > 0.0 && std::fabs(whole_days - years * models::days_per_year) < 1.0;
  return whole ? counted(static_cast<std::int64_t>(years), "year", "years")
               : counted(static_cast<std::int64_t>(whole_days), "day", "days");
}

std::string left_out(const models::Start& start) {
  if (!start.lines_left_out || start.lines_left_out->empty()) return {};
  const std::vector<double>& lines = *start.lines_left_out;
  std::string named;
  for (std::size_t i = 0; i < lines.size() && i < most_lines; ++i) {
    named += (i == 0 ? "" : ", ") + std::to_string(static_cast<std::int64_t>(lines[i]));
  }
  if (lines.size() > most_lines) named += ", ...";
  return "; " + with_commas(static_cast<std::int64_t>(lines.size())) + " of its " +
         counted(static_cast<std::int64_t>(start.rows.value_or(0.0)), "row", "rows") +
         (lines.size() == 1 ? " is left out (line " : " are left out (lines ") + named + ")";
}

}  // namespace

std::string starts_from(const models::Setting& setting) {
  const models::Start& start = setting.start;
  switch (start.state) {
    case models::InitialState::warm_up:
      return "starts after " + length_of(setting.plan.warm_up.days) + " of warm-up";
    case models::InitialState::empty:
      return "starts from nothing: no open cases and no requests";
    case models::InitialState::backlog:
      break;
  }
  return "starts from " +
         counted(static_cast<std::int64_t>(start.open_cases()), "open case", "open cases") +
         " and " +
         counted(
             static_cast<std::int64_t>(start.open_requests()), "open request", "open requests") +
         (start.backlog ? " of " + *start.backlog : "") + left_out(start);
}

std::string said_start(const std::string& starts_from) {
  return starts_from.empty() ? "" : " · " + starts_from;
}

}  // namespace ficap::report
