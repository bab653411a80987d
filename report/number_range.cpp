#include "report/number_range.hpp"

#include <cmath>
#include <string_view>

#include "models/units.hpp"
#include "report/words.hpp"
#include "study/plausible.hpp"

namespace ficap::report {

namespace {

// Three digits that mean something: 0.0123, 1.23, 12.3, 123, 1,230.
std::string three_digits(double x) {
  const double size = std::fabs(x);
  int decimals = size >= 100.0 ? 0 : size >= 10.0 ? 1 : size >= 1.0 ? 2 : 3;
  std::string text = decimal(x, decimals);
  while (decimals > 0 && text.back() == '0') {
    text.pop_back();
    if (--decimals == 0) text.pop_back();  // the point
  }
  return text;
}

// What one printed unit is worth, and how it is called.
struct InUnits {
  double scale;
  std::string_view unit;
};
InUnits units_of(const models::UncertainNumber& number) {
  using models::Counts;
  const bool in_months = number.counts == Counts::days && number.low >= models::days_per_month;
  const double scale = number.counts == Counts::share ? 100.0
                       : in_months                    ? 1.0 / models::days_per_month
                                                      : 1.0;
  const std::string_view unit = number.counts == Counts::share      ? " %"
                                : number.counts == Counts::hours    ? " h"
                                : in_months                         ? " months"
                                : number.counts == Counts::days     ? " days"
                                : number.counts == Counts::per_year ? " a year"
                                                                    : "";
  return {.scale = scale, .unit = unit};
}

std::string text_of(const models::UncertainNumber& number, double x) {
  if (number.counts == models::Counts::pounds) return pounds(x);
  const InUnits in = units_of(number);
  return three_digits(in.scale * x) + std::string{in.unit};
}

}  // namespace

std::string value_text(const models::UncertainNumber& number) {
  return text_of(number, number.value);
}
std::string low_text(const models::UncertainNumber& number) {
  return text_of(number, number.low);
}
std::string high_text(const models::UncertainNumber& number) {
  return text_of(number, number.high);
}

std::string range_text(const models::UncertainNumber& number) {
  // A range that is not the whole of what is plausible says so.
  const std::string part = study::ends_at_range(number.spread) ? "" : ", 9 in 10";
  if (number.counts == models::Counts::pounds)
    return pounds(number.low) + " to " + pounds(number.high) + part;
  const InUnits in = units_of(number);
  return three_digits(in.scale * number.low) + " to " + three_digits(in.scale * number.high) +
         std::string{in.unit} + part;
}

std::string grade_of(const models::UncertainNumber& number) {
  if (!number.grade) return std::string{no_number};
  for (const auto& grade : enumerators(models::Grade{})) {
    if (grade.value == *number.grade) return std::string{grade.name};
  }
  return std::string{no_number};
}

}  // namespace ficap::report
