#include "report/html/changes.hpp"

#include <cmath>
#include <optional>
#include <utility>

#include "report/comparison.hpp"
#include "report/measure_text.hpp"
#include "report/words.hpp"

namespace ficap::report::html {

namespace {

Judgement judged(const ComparedMeasure& measured, std::size_t option) {
  return judgement(measured.at(option).change->difference.verdict, measured.better());
}

chart::Mark mark_of(Judgement kind) noexcept {
  switch (kind) {
    case Judgement::better:
      return chart::Mark::better;
    case Judgement::worse:
      return chart::Mark::worse;
    case Judgement::changed:
      return chart::Mark::plain;
    default:
      return chart::Mark::undecided;
  }
}

std::string unit_of_change(const ComparedMeasure& measured) {
  const std::string unit = measured.unit();
  return unit == "%" ? "points" : unit;
}

// "-21.0 ± 0.8, lower: better"
std::string said_of(const ComparedMeasure& measured, std::size_t option) {
  return measured.difference_of(option) + ", " + verdict_words(measured, option);
}

std::optional<chart::Interval> interval_of(const study::PairedDifference& difference,
                                           double scale) {
  if (!difference.half_width) return std::nullopt;
  const double middle = *difference.value * scale;
  const double half_width = *difference.half_width * std::fabs(scale);
  return chart::Interval{.low = middle - half_width, .high = middle + half_width};
}

constexpr const char* how_drawn =
    ", with intervals that all hold together in 95 of 100 comparisons. The verdict stands beside "
    "each bar; grey: cannot be told apart";

}  // namespace

Figure changes_of_option(const std::vector<ComparedMeasure>& measures,
                         std::size_t option,
                         const std::string& title) {
  chart::Bars picture;
  picture.axis = {.title = "change, % of the base's value", .unit = chart::Unit::number};
  Table table{.caption = "What changes under " + title,
              .columns = {"Measure", "base", "option", "against the base", "verdict"},
              .rows = {},
              .in_words = {true, false, false, false, true}};
  int better = 0;
  int worse = 0;
  for (const ComparedMeasure& measured : measures) {
    const study::PairedDifference& difference = measured.at(option).change->difference;
    table.rows.push_back({.cells = {measured.heading(),
                                    measured.value_of(0),
                                    measured.value_of(option),
                                    measured.difference_of(option),
                                    verdict_words(measured, option)}});
    const Judgement kind = judged(measured, option);
    better += kind == Judgement::better ? 1 : 0;
    worse += kind == Judgement::worse ? 1 : 0;
    const auto& base = measured.at(0).value;
    if (!base || *base == 0.0 || !difference.value) continue;
    const double scale = 100.0 / std::fabs(*base);
    picture.bars.push_back({.label = heading_of(measured.name(), unit_of_change(measured)),
                            .value = *difference.value * scale,
                            .interval = interval_of(difference, scale),
                            .said = said_of(measured, option),
                            .mark = mark_of(kind)});
  }
  const auto measures_told = [](int count) {
    return counted(count, "measure", "measures") + (count == 1 ? " is" : " are");
  };
  picture.words = {.headline = title + ": " + measures_told(better) + " better, " +
                               std::to_string(worse) + " worse",
                   .subtitle = std::string{"Change against the base, % of its value"} + how_drawn,
                   .description = "Bars to either side of nothing, one for each measure: "};
  for (std::size_t i = 0; i < picture.bars.size(); ++i) {
    picture.words.description +=
        (i == 0 ? "" : "; ") + picture.bars[i].label + " " + picture.bars[i].said;
  }
  picture.words.description += ".";
  return {.chart = std::move(picture), .table = std::move(table)};
}

Figure changes_of_measure(const ComparedMeasure& measured,
                          const std::vector<std::string>& titles,
                          Table table) {
  const std::string unit = unit_of_change(measured);
  chart::Bars picture;
  picture.axis = {.title = unit.empty() ? "change" : "change, " + unit,
                  .unit = chart::Unit::number};
  int told = 0;
  std::string described;
  for (std::size_t option = 1; option < measured.size(); ++option) {
    const study::PairedDifference& difference = measured.at(option).change->difference;
    if (!difference.value) continue;
    const Judgement kind = judged(measured, option);
    told += kind == Judgement::cannot_tell || kind == Judgement::same ? 0 : 1;
    picture.bars.push_back({.label = titles.at(option),
                            .value = *difference.value / measured.worth(),
                            .interval = interval_of(difference, 1.0 / measured.worth()),
                            .said = said_of(measured, option),
                            .mark = mark_of(kind)});
    described +=
        (described.empty() ? "" : "; ") + titles.at(option) + " " + picture.bars.back().said;
  }
  const auto options = static_cast<std::int64_t>(measured.size()) - 1;
  picture.words = {
      .headline = capitalised(measured.name()) + ": " + std::to_string(told) + " of " +
                  counted(options, "option", "options") +
                  (told == 1 ? " differs from the base" : " differ from the base"),
      .subtitle = "Change against the base" + (unit.empty() ? "" : ", " + unit) + how_drawn,
      .description = "Bars to either side of nothing, one for each option: " + described + "."};
  return {.chart = std::move(picture), .table = std::move(table)};
}

Table options_table(const std::vector<ComparedMeasure>& measures,
                    const std::vector<std::string>& titles) {
  constexpr std::size_t most_columns = 6;
  const auto title_of = [&](std::size_t i) { return titles[i] + (i == 0 ? " (the base)" : ""); };
  const auto cell = [](const ComparedMeasure& measured, std::size_t i) {
    return i == 0 ? measured.value_of(i)
                  : measured.value_of(i) + " (" + measured.difference_of(i) +
                        "): " + verdict_words(measured, i);
  };
  Table table{.caption = "Options by measure: value, difference from the base, verdict",
              .columns = {},
              .rows = {},
              .in_words = {}};
  if (titles.size() <= most_columns) {
    table.columns.emplace_back("Measure");
    for (std::size_t i = 0; i < titles.size(); ++i)
      table.columns.push_back(title_of(i));
    for (const ComparedMeasure& measured : measures) {
      table.rows.push_back({.cells = {measured.heading()}});
      for (std::size_t i = 0; i < titles.size(); ++i)
        table.rows.back().cells.push_back(cell(measured, i));
    }
  } else {
    table.columns.emplace_back("Option");
    for (const ComparedMeasure& measured : measures)
      table.columns.push_back(measured.heading());
    for (std::size_t i = 0; i < titles.size(); ++i) {
      table.rows.push_back({.cells = {title_of(i)}});
      for (const ComparedMeasure& measured : measures)
        table.rows.back().cells.push_back(cell(measured, i));
    }
  }
  table.in_words.assign(table.columns.size(), true);
  return table;
}

Table differences_table(const std::vector<ComparedMeasure>& measures,
                        const std::vector<std::string>& titles,
                        std::string caption) {
  Table table{.caption = std::move(caption), .columns = {"Option"}, .rows = {}};
  for (const ComparedMeasure& measured : measures)
    table.columns.push_back(measured.heading());
  for (std::size_t i = 0; i < titles.size(); ++i) {
    table.rows.push_back({.cells = {titles[i]}});
    for (const ComparedMeasure& measured : measures) {
      table.rows.back().cells.push_back(measured.value_of(i) +
                                        (i == 0 ? "" : " (" + measured.difference_of(i) + ")"));
    }
  }
  return table;
}

}  // namespace ficap::report::html
