#include "report/compared_measure.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "report/words.hpp"

namespace ficap::report {

namespace {

using models::Better;
using study::Verdict;

constexpr int most_decimals = 2;
constexpr int most_decimals_of_a_move = 4;

double largest(const study::MeasureComparison& compared) {
  double most = 0.0;
  for (const study::Standing& standing : compared.standings)
    most = std::max(most, std::fabs(standing.value.value_or(0.0)));
  return most;
}

int decimals_of(const study::MeasureComparison& compared, double worth) {
  std::vector<double> half_widths;
  for (const study::Standing& standing : compared.standings) {
    if (!standing.change) continue;
    const auto& half_width = standing.change->difference.half_width;
    if (half_width && *half_width > 0.0) half_widths.push_back(*half_width / worth);
  }
  if (half_widths.empty()) return 1;
  std::sort(half_widths.begin(), half_widths.end());
  return decimals_for(half_widths[half_widths.size() / 2], most_decimals);
}

bool is_nothing(const std::string& digits) {
  return digits.find_first_not_of("-0.") == std::string::npos;
}

}  // namespace

Judgement judgement(Verdict verdict, Better better) noexcept {
  switch (verdict) {
    case Verdict::undefined:
      return Judgement::undefined;
    case Verdict::same:
      return Judgement::same;
    case Verdict::cannot_tell:
      return Judgement::cannot_tell;
    case Verdict::lower:
    case Verdict::higher:
      break;
  }
  if (better == Better::neither) return Judgement::changed;
  return (better == Better::higher) == (verdict == Verdict::higher) ? Judgement::better
                                                                    : Judgement::worse;
}

ComparedMeasure::ComparedMeasure(const study::MeasureComparison& compared,
                                 const models::DimensionIds& ids,
                                 const Names& names,
                                 double years)
    : compared_{compared},
      name_{called(compared.measure, ids, names)},
      text_{*compared.measure.measure, years, largest(compared)},
      decimals_{decimals_of(compared, text_.worth())} {}

std::string ComparedMeasure::move_of(std::size_t option) const {
  const study::PairedDifference& difference = at(option).change->difference;
  const double fifth = std::fabs(*difference.value) / text_.worth() / 5.0;
  const int decimals = decimals_for(fifth, most_decimals_of_a_move);
  // "from 52 to 31 %", but "from £3.9m to £4.1m"
  std::string from = text_.amount(*at(0).value, decimals);
  from.erase(std::min(from.size(), from.find(' ')));
  return name_ + (difference.verdict == Verdict::lower ? " down from " : " up from ") + from +
         " to " + text_.amount(*at(option).value, decimals) + text_.per();
}

std::string ComparedMeasure::value_of(std::size_t scenario) const {
  const auto& value = at(scenario).value;
  return value ? decimal(*value / text_.worth(), decimals_) : std::string{no_number};
}

std::string ComparedMeasure::difference_of(std::size_t option) const {
  const study::PairedDifference& difference = at(option).change->difference;
  if (!difference.value) return std::string{no_number};
  if (difference.verdict == Verdict::same) return "0";
  const double apart = *difference.value / text_.worth();
  if (!difference.half_width) return change_with_interval(apart, std::nullopt, decimals_, false);
  return change_with_interval(apart,
                              *difference.half_width / text_.worth(),
                              digits_of(difference),
                              difference.verdict != Verdict::cannot_tell);
}

std::optional<std::string> ComparedMeasure::at_most(std::size_t option) const {
  const study::PairedDifference& difference = at(option).change->difference;
  if (!difference.half_width) return std::nullopt;
  return text_.amount(std::fabs(*difference.value) + *difference.half_width, digits_of(difference));
}

std::string ComparedMeasure::amount_of(double value) const {
  return text_.amount(value, decimals_for(std::fabs(value) / text_.worth(), most_decimals)) +
         text_.per();
}

// Those of the values, unless they would hide how wide the interval is.
int ComparedMeasure::digits_of(const study::PairedDifference& difference) const {
  const double half_width = difference.half_width.value_or(0.0) / text_.worth();
  if (!is_nothing(decimal(half_width, decimals_))) return decimals_;
  const int finer = decimals_for(half_width, most_decimals);
  return is_nothing(decimal(half_width, finer)) ? decimals_ : finer;
}

}  // namespace ficap::report
