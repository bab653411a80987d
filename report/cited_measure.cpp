#include "report/cited_measure.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "report/diagnostics.hpp"
#include "report/measure_text.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

std::string unit_after_number(const CitedMeasure& measure) {
  return measure.unit.empty() ? "" : " " + harmless(measure.unit);
}

/// "£5.31 ± 0.04": amounts that a word in thousands would swallow.
std::string small_pounds(const study::Estimate& amount) {
  const std::string sign = *amount.mean < 0.0 ? "-£" : "£";
  return sign + decimal(std::fabs(*amount.mean), 2) +
         (amount.half_width ? " ± " + decimal(*amount.half_width, 2) : "");
}

/// The number as a planner reads it: "52 ± 3 %", "£8.4m ± 0.4m a year".
std::string rounded(const CitedMeasure& measure, const CitedFigure& figure, double years) {
  const bool difference = figure.kind != CitedFigure::Kind::value;
  const double worth = measure.over_period ? years : 1.0;
  const std::string per = measure.over_period ? " a year" : "";
  const bool interval = figure.low && figure.high && figure.estimate.mean;
  const bool of_appraisal = !measure.of.empty() || measure.less_base || !measure.prices.empty();
  if (!figure.estimate.mean && of_appraisal) return "undefined";
  const bool bare = measure.unit.empty() && !figure.estimate.half_width;
  if (measure.unit == "financial year" || bare) return harmless(figure.written);
  if (measure.unit == "share") {
    const std::string unit = difference ? " points" : " %";
    if (!interval) return with_interval(figure.estimate, 0.01) + unit;
    return decimal(*figure.estimate.mean / 0.01, 0) + " % (" + decimal(*figure.low / 0.01, 0) +
           " to " + decimal(*figure.high / 0.01, 0) + " %)";
  }
  if (measure.unit == "pounds") {
    constexpr double small = 100.0;
    if (of_appraisal && std::fabs(*figure.estimate.mean) < small)
      return small_pounds(figure.estimate);
    if (!interval) return pounds_with_interval(study::scaled(figure.estimate, 1.0 / worth)) + per;
    return pounds(*figure.estimate.mean / worth) + per + " (" + pounds(*figure.low / worth) +
           " to " + pounds(*figure.high / worth) + ")";
  }
  const std::string unit = measure.over_period ? per : unit_after_number(measure);
  if (!interval) {
    // A ratio or a factor is often near 1.
    const bool factor = measure.unit == "times" || measure.unit == "to 1";
    return with_interval(figure.estimate, worth, factor ? 2 : 1) + unit;
  }
  return decimal(*figure.estimate.mean / worth, 1) + unit + " (" + decimal(*figure.low / worth, 1) +
         " to " + decimal(*figure.high / worth, 1) + ")";
}

/// What the number says: of a scenario a value, of an option a change.
std::string placed(const CitedFigure& figure, const std::string& number) {
  std::string lever = harmless(figure.of);
  switch (figure.kind) {
    case CitedFigure::Kind::value:
      return figure.of.empty() ? number : number + " in " + in_quotes(figure.of);
    case CitedFigure::Kind::difference:
      return "changed by " + number + (figure.of.empty() ? "" : " in " + in_quotes(figure.of));
    case CitedFigure::Kind::part:
      std::replace(lever.begin(), lever.end(), '_', ' ');
      return "of that " + number + " by " + lever;
  }
  return number;
}

std::string interval_in_words(const CitedMeasure& measure) {
  for (const CitedFigure& figure : measure.figures) {
    if (figure.low) return "80 % interval for what nobody has measured";
    if (figure.estimate.half_width) return "± 95 % interval for chance alone";
  }
  return "no interval";
}

template <class Say>
std::string listed(const CitedMeasure& measure, Say&& say) {
  std::string text;
  for (const CitedFigure& figure : measure.figures)
    text += (text.empty() ? "" : "; ") + placed(figure, say(figure));
  return text;
}

/// "net_present_value" as people say it.
std::string spaced(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return harmless(name);
}

/// One thing that a figure is of: "to the public purse", "in 2027-28", "kind pay".
std::string of_in_words(const std::string& key, const std::string& value) {
  if (key == "year") return "in " + harmless(value);
  if (key != "view") return spaced(key) + " " + harmless(value);
  if (value == "society") return "to society";
  if (value == "public_purse") return "to the public purse";
  return value == "force" ? "in the force's own cash" : spaced(value);
}

// "called (cut)" wants the cut whole.
std::string name_in_words(const CitedMeasure& measure) {
  const std::string& name = measure.name;
  if (name.starts_with('/')) return harmless(name);
  if (measure.of.empty() && !measure.less_base && measure.prices.empty()) {
    const bool whole = name.find('[') == std::string::npos ||
                       (name.find('=') != std::string::npos && name.back() == ']');
    return harmless(whole ? called(name) : name);
  }
  std::string text = spaced(name.substr(0, name.find('[')));
  std::string of;
  for (const auto& [key, value] : measure.of)
    of += (of.empty() ? "" : ", ") + of_in_words(key, value);
  return of.empty() ? text : text + " (" + of + ")";
}

/// What a figure of an appraisal is compared with, and in what money it is.
std::string basis(const CitedMeasure& measure) {
  std::string text = measure.less_base ? " against business as usual" : "";
  if (!measure.prices.empty()) text += ", in prices of " + harmless(measure.prices);
  return text;
}

}  // namespace

std::string in_words(const CitedMeasure& measure, double years) {
  return capitalised(name_in_words(measure)) + ": " +
         listed(measure,
                [&](const CitedFigure& figure) { return rounded(measure, figure, years); }) +
         basis(measure) + " (" + interval_in_words(measure) + ")";
}

std::string as_written(const CitedMeasure& measure) {
  const std::string unit =
      unit_after_number(measure) + (measure.over_period ? " over the period" : "");
  return harmless(measure.name) + " = " +
         listed(measure,
                [&](const CitedFigure& figure) {
                  return harmless(figure.written) + (figure.estimate.mean ? unit : "");
                }) +
         basis(measure) + " (" + interval_in_words(measure) + ")";
}

std::string in_quotes(const std::string& title) {
  return "“" + harmless(title) + "”";
}

std::string to_text(const RepeatedMeasure& repeated) {
  const std::string recorded = as_written(repeated.recorded);
  if (repeated.same) return recorded + ": this matches, to the bit.\n";
  const std::string computed =
      repeated.computed ? as_written(*repeated.computed) : "no such measure";
  return recorded + ": this does not match.\n  computed: " + computed + "\n";
}

}  // namespace ficap::report
