#include "report/workbook/workbook.hpp"

#include "report/workbook/sheets.hpp"
#include "report/workbook/spreadsheet.hpp"
#include "sim/expects.hpp"

namespace ficap::report::workbook {

std::string appraisal_workbook(const WorkbookFacts& facts) {
  constexpr std::uint32_t reading = 0x12325A;
  constexpr std::uint32_t inputs_tab = 0xC2571A;
  constexpr std::uint32_t evidence = 0x5F6B7A;
  FICAP_EXPECTS(!facts.options.empty() && facts.options.size() == facts.appraisal.options.size() &&
                facts.options.size() == facts.study.options.size() && !facts.scenarios.empty());
  const Case the_case{facts};
  Spreadsheet book;
  // In the order in which they are read.
  Sheet summary = book.add("Summary", reading);
  Sheet options = book.add("Options by year", reading);
  Sheet measures = book.add("Measures", reading);
  Sheet assumptions = book.add("Assumptions", inputs_tab);
  Sheet sensitivity = book.add("Sensitivity", reading);
  Sheet reconciliation = book.add("Reconciliation", evidence);
  Sheet volumes = book.add("Volumes and rates", evidence);
  Sheet about = book.add("About", evidence);

  const Inputs inputs = write_assumptions(book, assumptions, the_case);
  const OptionsCells cells =
      write_options(options, the_case, inputs, write_volumes(volumes, the_case, inputs));
  write_measures(measures, the_case);
  write_sensitivity(sensitivity, the_case, inputs, cells);
  const Agreement agreement = write_reconciliation(reconciliation, the_case, inputs, cells);
  write_summary(summary, the_case, inputs, cells, agreement);
  write_about(about, the_case);
  for (Sheet* sheet : {&summary,
                       &options,
                       &measures,
                       &assumptions,
                       &sensitivity,
                       &reconciliation,
                       &volumes,
                       &about})
    sheet->print_setup(
        facts.marking, the_case.identity(), sheet == &summary ? Paper::a3 : Paper::a4);
  book.describe({.title = facts.study.title,
                 .subject = "Business case: options against " + facts.base,
                 .keywords = "run " + facts.run_id + "; ficap " + facts.version,
                 .comments = the_case.identity(),
                 .status = facts.marking});
  return book.bytes();
}

}  // namespace ficap::report::workbook
