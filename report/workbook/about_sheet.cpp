#include <cstddef>
#include <cstdint>

#include "models/plan_end.hpp"
#include "report/citation.hpp"
#include "report/cited_measure.hpp"
#include "report/words.hpp"
#include "report/workbook/sheets.hpp"
#include "sim/time.hpp"

namespace ficap::report::workbook {

namespace {

/// What `ficap cite` would say of the results.
Citation citation_of(const Case& the_case) {
  const WorkbookFacts& facts = the_case.facts();
  const models::Plan& plan = facts.scenarios.front().planned.plan;
  Citation cited{.id = facts.run_id,
                 .version = facts.version,
                 .scenarios = {},
                 .study = CitedScenario{.title = facts.study.title, .sha256 = facts.digests.at(0)},
                 .seed = facts.seed,
                 .replications = static_cast<std::uint32_t>(the_case.appraisal().replications),
                 .start = plan.start,
                 .end = models::plan_end(plan),
                 .file = {}};
  for (std::size_t i = 0; i <= the_case.options(); ++i)
    cited.scenarios.push_back({.title = the_case.name(i), .sha256 = facts.digests.at(i + 1)});
  cited.again = command_again(cited, "appraise STUDY.json", "--xlsx FILE", facts.marking);
  return cited;
}

}  // namespace

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
  const Citation cited = citation_of(the_case);
  line("SHA-256 of the study", cited.study->sha256);
  for (const CitedScenario& scenario : cited.scenarios)
    line("SHA-256 of the scenario " + in_quotes(scenario.title), scenario.sha256);
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
  line("Sentence", sentence(cited));
  line("Footnote", footnote(cited));
  line("To compute it again",
       cited.again +
           ", with this version and the study and scenarios of these digests, gives this file to "
           "the byte.");
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
