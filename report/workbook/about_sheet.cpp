#include "report/words.hpp"
#include "report/workbook/sheets.hpp"

namespace ficap::report::workbook {

void write_about(Sheet& sheet, const Case& the_case) {
  const WorkbookFacts& facts = the_case.facts();
  sheet.widths({{.first = 0, .last = 0, .width = 30}, {.first = 1, .last = 1, .width = 100}});
  the_case.head(sheet, "About this workbook", 1);
  std::uint32_t row = 3;
  const auto section = [&](std::string_view name) {
    sheet.text(row, 0, name, Look::section);
    sheet.blank(row++, 1, Look::section);
  };
  const auto line = [&](std::string_view what, std::string_view text) {
    sheet.text(row, 0, what, Look::plain, Shown::wrapped);
    sheet.text(row++, 1, text, Look::plain, Shown::wrapped);
  };
  section("The run");
  line("Study", facts.study.title);
  if (!facts.study.description.empty()) line("", facts.study.description);
  line("Protective marking", facts.marking);
  line("Run", facts.run_id);
  for (const std::string& digest : facts.digests)
    line("Digest (SHA-256)", digest);
  line("Program", "ficap " + facts.version);
  line("Seed", std::to_string(facts.seed));
  line("Futures", with_commas(static_cast<std::int64_t>(the_case.appraisal().replications)));
  line("Measured period", facts.measured_period);
  line("Business as usual", the_case.name(0));
  for (std::size_t i = 0; i < the_case.options(); ++i) {
    const std::string& note = facts.study.options.at(i).note;
    line("Option " + std::to_string(i + 1),
         the_case.name(i + 1) + (note.empty() ? "" : ". " + note));
  }
  ++row;
  section("How to cite");
  line("Sentence",
       facts.study.title + ". Appraisal by ficap " + facts.version + ", run " + facts.run_id +
           ", seed " + std::to_string(facts.seed) + ", " +
           counted(
               static_cast<std::int64_t>(the_case.appraisal().replications), "future", "futures") +
           (facts.digests.empty() ? "" : ", SHA-256 " + facts.digests.front()) + ".");
  line("To compute it again",
       "ficap appraise STUDY.json --xlsx FILE, with this version and the study of this digest, "
       "gives "
       "this file to the byte.");
  ++row;
  section("Colours and letters, none of which stands alone");
  sheet.text(row, 0, "Coloured, with a border", Look::input);
  sheet.text(row++, 1, "An input, in Assumptions: change it, and all that follows moves.");
  sheet.text(row, 0, "Italics", Look::run);
  sheet.text(row++, 1, "A figure of the run, a constant here: no input moves it.");
  sheet.text(row, 0, "Upright", Look::plain);
  sheet.text(row++, 1, "A formula, or words.");
  sheet.text(row, 0, "Bold, between lines", Look::total);
  sheet.text(row++, 1, "A total, or a net present value.");
  line("Grade A", "Published or measured.");
  line("Grade B", "Derived from published figures.");
  line("Grade C", "Judgement, to be replaced by local data.");
  ++row;
  section("How money is reckoned");
  line("Prices",
       "Real, of " + facts.study.terms.price_base +
           ". Only Affordability is in the money of each year.");
  line("Discounting",
       "By the social time preference rate of the Green Book, edition " +
           facts.study.terms.green_book +
           ". Start of year: the first year is not discounted; middle of year: each is by half a "
           "year "
           "more.");
  line("Society",
       "What is taken from offenders is a transfer, and no gain. Society gains the stated social "
       "value "
       "of each pound of it, and gives up what all organisations pay.");
  line("Public purse", "Gets what is recovered less what victims get, and pays all costs.");
  line("The force that pays",
       "Gets its share after victims, top slice and cap, and pays its own costs.");
  line(
      "Optimism bias",
      "Additional costs count for more, savings for less; additional benefits for less, losses for "
      "more. Which it is goes by the present value.");
  line("Sheets",
       "Summary; Options by year; Measures; Assumptions; Sensitivity; Reconciliation; Volumes and "
       "rates, which all money follows from; About.");
}

}  // namespace ficap::report::workbook
