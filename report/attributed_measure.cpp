#include "report/attributed_measure.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "report/attribution.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

using study::Verdict;

constexpr int most_decimals = 2;
constexpr int most_decimals_of_a_term = 4;

double power_of_ten(int decimals) {
  double power = 1.0;
  for (int i = 0; i < decimals; ++i)
    power *= 10.0;
  return power;
}

std::int64_t rounded(double x) {
  return static_cast<std::int64_t>(std::floor(x + 0.5));
}

double largest_value(const study::MeasureAttribution& attributed) {
  double most = 0.0;
  for (const study::WorldValue& world : attributed.worlds)
    most = std::max(most, std::fabs(world.value.value_or(0.0)));
  return most;
}

double largest_term(const study::MeasureAttribution& attributed) {
  double most = std::fabs(attributed.total.value.value_or(0.0));
  for (const study::Term& term : attributed.terms)
    most = std::max(most, std::fabs(term.value.value_or(0.0)));
  return most;
}

bool is_nothing(const std::string& digits) {
  return digits.find_first_not_of("-0.") == std::string::npos;
}

bool is_told_from_nothing(const study::Term& term) {
  return term.verdict == Verdict::lower || term.verdict == Verdict::higher;
}

// As many as show a digit of the middle interval, and something of each term that is something.
int decimals_of(const study::MeasureAttribution& attributed, double worth) {
  std::vector<study::Term> all = attributed.terms;
  all.push_back(attributed.total);
  std::vector<double> half_widths;
  for (const study::Term& term : all) {
    if (term.half_width && *term.half_width > 0.0) half_widths.push_back(*term.half_width / worth);
  }
  if (half_widths.empty()) return largest_term(attributed) == 0.0 ? 0 : 1;
  std::sort(half_widths.begin(), half_widths.end());
  int decimals = decimals_for(half_widths[half_widths.size() / 2], most_decimals);
  const auto hides_a_term = [&](int shown) {
    return std::any_of(all.begin(), all.end(), [&](const study::Term& term) {
      return is_told_from_nothing(term) &&
             is_nothing(decimal(std::fabs(*term.value) / worth, shown));
    });
  };
  while (decimals < most_decimals_of_a_term && hides_a_term(decimals))
    ++decimals;
  return decimals;
}

std::string with_sign(const std::string& digits) {
  const bool bare = digits.starts_with('-') || digits.find_first_not_of("0.") == std::string::npos;
  return (bare ? "" : "+") + digits;
}

int sign(std::int64_t shown) {
  return shown > 0 ? 1 : shown < 0 ? -1 : 0;
}

}  // namespace

AttributedMeasure::AttributedMeasure(const study::MeasureAttribution& attributed,
                                     const models::DimensionIds& ids,
                                     const Names& names,
                                     double years)
    : attributed_{attributed},
      name_{called(attributed.measure, ids, names)},
      values_text_{*attributed.measure.measure, years, largest_value(attributed)},
      terms_text_{*attributed.measure.measure, years, largest_term(attributed)},
      is_share_{attributed.measure.measure->unit == "share"},
      decimals_{decimals_of(attributed, terms_text_.worth())} {
  if (!attributed.total.value) return;
  const double unit = terms_text_.worth() / power_of_ten(decimals_);
  total_ = rounded(*attributed.total.value / unit);
  if (!is_shared_out()) return;
  std::vector<double> parts;
  parts.reserve(attributed.terms.size());
  for (const study::Term& term : attributed.terms)
    parts.push_back(*term.value / unit);
  shown_ = whole_parts(total_, parts);
}

std::string AttributedMeasure::heading() const {
  return heading_of(name_, is_share_ ? "points" : terms_text_.unit());
}

std::string AttributedMeasure::heading_of_values() const {
  return heading_of(name_, values_text_.unit());
}

bool AttributedMeasure::is_shared_out() const noexcept {
  return attributed_.terms.front().value.has_value();
}

bool AttributedMeasure::is_told() const noexcept {
  return is_told_from_nothing(attributed_.total);
}

std::string AttributedMeasure::said(std::int64_t shown) const {
  const double amount = std::fabs(static_cast<double>(shown)) / power_of_ten(decimals_);
  if (is_share_)
    return decimal(amount, decimals_) +
           (decimals_ == 0 && std::abs(shown) == 1 ? " point" : " points");
  return terms_text_.amount(amount * terms_text_.worth(), decimals_);
}

std::string AttributedMeasure::size_of(std::size_t lever) const {
  return said(shown_.at(lever));
}
std::string AttributedMeasure::size_of_total() const {
  return said(total_);
}
int AttributedMeasure::sign_of(std::size_t lever) const {
  return sign(shown_.at(lever));
}
int AttributedMeasure::sign_of_total() const {
  return sign(total_);
}

std::optional<std::string> AttributedMeasure::at_most() const {
  const study::Term& total = attributed_.total;
  if (!total.value || !total.half_width) return std::nullopt;
  const double furthest = std::fabs(*total.value) + *total.half_width;
  const double unit = terms_text_.worth() / power_of_ten(decimals_);
  return said(rounded(furthest / unit)) + per();
}

std::string AttributedMeasure::cell(const study::Term& term, std::int64_t shown) const {
  if (!term.value) return std::string{no_number};
  if (term.verdict == Verdict::same) return "0";
  const double amount = static_cast<double>(shown) / power_of_ten(decimals_);
  std::string text = with_sign(decimal(amount, decimals_));
  if (!term.half_width) return text;
  const std::string half_width = decimal(*term.half_width / terms_text_.worth(), decimals_);
  return text + (is_nothing(half_width) ? "" : " ± " + half_width);
}

std::string AttributedMeasure::cell_of(std::size_t lever) const {
  return cell(attributed_.terms.at(lever), is_shared_out() ? shown_.at(lever) : 0);
}
std::string AttributedMeasure::cell_of_total() const {
  return cell(attributed_.total, total_);
}

std::vector<std::string> AttributedMeasure::shares() const {
  if (!is_told() || !is_shared_out()) return {};
  std::vector<double> parts;
  parts.reserve(attributed_.terms.size());
  for (const study::Term& term : attributed_.terms)
    parts.push_back(100.0 * *term.value / *attributed_.total.value);
  std::vector<std::string> texts;
  texts.reserve(parts.size());
  for (const std::int64_t share : whole_parts(100, parts))
    texts.push_back(decimal(static_cast<double>(share), 0));
  return texts;
}

std::string AttributedMeasure::value_in(study::World world) const {
  const study::WorldValue& value = attributed_.worlds.at(world);
  if (!value.value) return std::string{no_number};
  constexpr int most = 6;
  const double finest = terms_text_.worth() / power_of_ten(decimals_);
  int decimals = 0;
  while (decimals < most && values_text_.worth() / power_of_ten(decimals) > 1.01 * finest)
    ++decimals;
  return decimal(*value.value / values_text_.worth(), decimals);
}

}  // namespace ficap::report
