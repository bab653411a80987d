#include "report/measure_text.hpp"
#include "report/names.hpp"
#include "report/workbook/sheets.hpp"

namespace ficap::report::workbook {

namespace {

constexpr std::uint32_t headings_row = 3;
constexpr std::uint16_t last_column = 8;

std::string in_words(study::Verdict verdict) {
  switch (verdict) {
    case study::Verdict::undefined:
      return "not defined in one of the two";
    case study::Verdict::same:
      return "the same in every future";
    case study::Verdict::lower:
      return "lower";
    case study::Verdict::higher:
      return "higher";
    case study::Verdict::cannot_tell:
      break;
  }
  return "cannot tell apart";
}

// Whether going that way is good.
std::string judged(study::Verdict verdict, models::Better better) {
  const bool moved = verdict == study::Verdict::lower || verdict == study::Verdict::higher;
  if (!moved || better == models::Better::neither) return "";
  return (better == models::Better::higher) == (verdict == study::Verdict::higher) ? ": better"
                                                                                   : ": worse";
}

Shown shown_of(const models::Measure& measure) {
  if (measure.unit == "share") return Shown::percent_fine;
  if (measure.unit == "pounds") return Shown::pounds;
  return measure.is_ratio() ? Shown::two_decimals : Shown::one_decimal;
}

}  // namespace

void write_measures(Sheet& sheet, const Case& the_case) {
  const study::Comparison& comparison = the_case.appraisal().measures;
  sheet.widths({{.first = 0, .last = 0, .width = 40},
                {.first = 1, .last = 1, .width = 42},
                {.first = 2, .last = 2, .width = 10},
                {.first = 3, .last = 6, .width = 14},
                {.first = 7, .last = 7, .width = 30},
                {.first = last_column, .last = last_column, .width = 14}});
  the_case.head(sheet, "Measures by which planners decide", last_column);
  sheet.across(2,
               {.first = 0, .last = last_column},
               "Figures of the run over " + the_case.facts().measured_period +
                   "; no input of this workbook moves them. ± is half a 95 % interval. The "
                   "differences hold all together. \"Cannot tell apart\": the interval of the "
                   "difference holds 0, and more futures would be needed to say.",
               Look::note);
  sheet.headings(headings_row,
                 0,
                 {"Measure",
                  "Scenario",
                  "Unit",
                  "Value",
                  "±",
                  "Less business as usual",
                  "±",
                  "What can be said",
                  "Futures that would tell"});
  sheet.height(headings_row, 2);
  const Names names{the_case.facts().scenarios.front().planned};
  std::uint32_t row = headings_row + 1;
  for (const study::MeasureComparison& measure : comparison.measures) {
    const models::Measure& what = *measure.measure.measure;
    const Shown shown = shown_of(what);
    for (std::size_t scenario = 0; scenario < measure.standings.size(); ++scenario) {
      const study::Standing& standing = measure.standings[scenario];
      const Look look = scenario == 0 ? Look::subtotal : Look::plain;
      const std::string called_so =
          heading_of(called(measure.measure, the_case.facts().ids, names), "");
      sheet.text(row, 0, called_so, look);
      sheet.text(row, 1, the_case.name(scenario), look);
      sheet.text(row, 2, what.unit, look);
      sheet.number(row, 3, standing.value, shown, look);
      sheet.number(row, 4, standing.half_width, shown, look);
      if (standing.change) {
        const study::PairedDifference& apart = standing.change->difference;
        sheet.number(row, 5, apart.value, shown, look);
        sheet.number(row, 6, apart.half_width, shown, look);
        std::string said = in_words(apart.verdict) + judged(apart.verdict, what.better);
        if (standing.lead && standing.lead->may_be_best) said += "; may be best";
        sheet.text(row, 7, said, look);
        std::optional<double> futures;
        if (standing.change->futures_to_tell) futures = *standing.change->futures_to_tell;
        sheet.number(row, last_column, futures, Shown::count, look);
      } else {
        for (std::uint16_t column = 5; column <= last_column; ++column)
          sheet.blank(row, column, look);
        if (standing.lead && standing.lead->may_be_best) sheet.text(row, 7, "may be best", look);
      }
      ++row;
    }
  }
  if (row > headings_row + 1) sheet.filter(headings_row, row - 1, last_column);
  sheet.freeze(headings_row + 1, 2);
  sheet.repeat_rows(headings_row, headings_row);
}

}  // namespace ficap::report::workbook
