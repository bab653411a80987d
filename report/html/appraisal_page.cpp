#include "report/html/appraisal_page.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "models/number_values.hpp"
#include "models/walk_numbers.hpp"
#include "report/appraisal_tables.hpp"
#include "report/html/appraisal_pictures.hpp"
#include "report/html/appraisal_volumes.hpp"
#include "report/html/assumptions.hpp"
#include "report/html/assurance.hpp"
#include "report/number_label.hpp"
#include "report/starts_from.hpp"
#include "report/words.hpp"

namespace ficap::report::html {

namespace {

std::string shown(models::Counts counts, double value) {
  switch (counts) {
    case models::Counts::share:
      return decimal(value * 100.0, 2) + " %";
    case models::Counts::pounds:
      return "£" + decimal(value, value < 100.0 ? 2 : 0);
    default:
      return decimal(value, 2);
  }
}

std::string grade_of(const std::optional<models::Grade>& grade) {
  if (!grade) return std::string{no_number};
  for (const auto& enumerator : enumerators(models::Grade{})) {
    if (enumerator.value == *grade) return std::string{enumerator.name};
  }
  return {};
}

class Writer {
 public:
  explicit Writer(const AppraisalPage& appraised)
      : appraised_{appraised}, appraisal_{appraised.appraisal}, facts_{appraised.facts} {}

  [[nodiscard]] Page page() const {
    Page page{.title = facts_.study.title,
              .about = appraisal_about(appraisal_, facts_),
              .marking = appraised_.marking,
              .provenance = appraised_.provenance,
              .sections = {answer(), pictures(), side_by_side(), money(), switching()}};
    const auto add_if_any = [&](Section section) {
      if (!section.blocks.empty()) page.sections.push_back(std::move(section));
    };
    add_if_any(every_hundred_of_appraisal(appraised_.volumes, facts_));
    page.sections.push_back(
        force_management_of_appraisal(appraised_.volumes, facts_, appraised_.scenarios));
    add_if_any(places_of_appraisal(appraised_.volumes, facts_));
    page.sections.push_back(elsewhere());
    page.sections.push_back(appraised_.engagement);
    page.sections.push_back(assumed());
    add_assurance(page, appraised_.self_test, stress());
    page.sections.push_back(saved_files(appraised_.files, appraised_.provenance.again));
    page.sections.back().blocks.emplace_back(Paragraph{
        .words = "The figures come out the same. The study's digest, and so the id of its "
                 "run, are others: names of files are part of a study, and here they are "
                 "those that the files are saved under. Digests of scenarios are the same.",
        .tone = Tone::note});
    return page;
  }

 private:
  using Made = std::optional<TextTable> (*)(const study::Appraisal&, const AppraisalFacts&);

  void add(Section& section, Made made) const {
    if (made(appraisal_, facts_)) section.blocks.emplace_back(table(made));
  }
  /// @pre there is something to show
  [[nodiscard]] Table table(Made made) const {
    Table table = table_of(*made(appraisal_, facts_));
    table.columns.front() = "Option";
    return table;
  }

  [[nodiscard]] Section answer() const {
    Section section{.heading = "The answer", .blocks = {}};
    for (const std::string& sentence : appraisal_answers(appraisal_, facts_)) {
      section.blocks.emplace_back(
          Paragraph{.words = sentence, .tone = section.blocks.empty() ? Tone::lead : Tone::plain});
    }
    if (!facts_.study.description.empty())
      section.blocks.emplace_back(Paragraph{.words = facts_.study.description, .tone = Tone::note});
    return section;
  }

  [[nodiscard]] Section pictures() const {
    using study::View;
    Section section{.heading = "In pictures", .blocks = {}};
    section.blocks.emplace_back(cost_against_needs(appraisal_, facts_, table(effects_table)));
    section.blocks.emplace_back(
        present_values(View::force, appraisal_, facts_, table(present_values_table)));
    section.blocks.emplace_back(
        present_values(View::society, appraisal_, facts_, table(present_values_table)));
    if (appraisal_.draws > 0) {
      section.blocks.emplace_back(chances(View::force, appraisal_, facts_));
      section.blocks.emplace_back(chances(View::society, appraisal_, facts_));
      section.blocks.emplace_back(Paragraph{
          .words = "These chances are of luck, and of the prices and shares of the study that have "
                   "a range. Numbers of the scenarios (demand, hours of work, trust) stay as they "
                   "are stated: what they could change is not in the curves.",
          .tone = Tone::note});
    }
    for (Block& block : demand_of_appraisal(appraised_.volumes, facts_))
      section.blocks.push_back(std::move(block));
    return section;
  }

  [[nodiscard]] Section side_by_side() const {
    Section section{.heading = "Options side by side", .blocks = {}};
    add(section, present_values_table);
    add(section, effects_table);
    std::vector<std::pair<std::string, std::string>> notes;
    for (std::size_t i = 0; i < facts_.study.options.size(); ++i) {
      const study::StudyOption& option = facts_.study.options[i];
      const std::string& said = appraised_.scenarios[i + 1].planned.description;
      notes.emplace_back(facts_.titles.at(i + 1),
                         said + (option.note.empty() ? "" : " " + option.note));
    }
    section.blocks.emplace_back(Terms{std::move(notes)});
    for (const std::string& note : appraisal_notes(appraisal_, facts_))
      section.blocks.emplace_back(Paragraph{.words = note, .tone = Tone::note});
    return section;
  }

  [[nodiscard]] Section money() const {
    Section section{.heading = "The money", .blocks = {}};
    add(section, costs_table);
    add(section, affordability_table);
    add(section, parties_table);
    return section;
  }

  [[nodiscard]] Section switching() const {
    Section section{.heading = "What would change the answer", .blocks = {}};
    add(section, switching_table);
    for (const std::string& sentence : switching_sentences(appraisal_, facts_))
      section.blocks.emplace_back(Paragraph{sentence});
    add(section, sensitivity_table);
    const std::vector<TextTable> equal = equal_cost_tables(appraisal_, facts_);
    const std::vector<std::string> apart = equal_cost_sentences(appraisal_);
    for (std::size_t i = 0; i < equal.size(); ++i) {
      section.blocks.emplace_back(table_of(equal[i]));
      section.blocks.emplace_back(Paragraph{apart[i]});
    }
    return section;
  }

  [[nodiscard]] Section elsewhere() const {
    Section section{.heading = "What each option displaces elsewhere", .blocks = {}};
    add(section, elsewhere_table);
    section.blocks.emplace_back(Paragraph{
        "Not seen here: what people would otherwise do who are moved into or recruited for the "
        "unit, and what partners outside the scenario gain or lose."});
    return section;
  }

  [[nodiscard]] Section assumed() const {
    Section section{.heading = "What we assumed", .blocks = {}};
    section.blocks.emplace_back(terms_table(facts_.study));
    section.blocks.emplace_back(Heading{"What makes the options"});
    section.blocks.emplace_back(
        Paragraph{"What the scenario of each option says otherwise than that of business as usual: "
                  "people, dates, rules and numbers, with range, grade and source where it states "
                  "them. All else is the same."});
    for (std::size_t i = 0; i < appraised_.changes.size(); ++i) {
      section.blocks.push_back(option_changes(
          facts_.titles.at(i + 1), appraised_.scenarios[i + 1].planned, appraised_.changes[i]));
    }
    section.blocks.emplace_back(Heading{"In the scenario of business as usual"});
    for (Block& block : assumptions(appraised_.scenarios.front(), appraised_.ranking))
      section.blocks.push_back(std::move(block));
    return section;
  }

  [[nodiscard]] Section stress() const {
    const models::Setting& base = appraised_.scenarios.front().planned;
    std::string what = "\u201c" + facts_.titles.front() + "\u201d against ";
    for (std::size_t i = 1; i < facts_.titles.size(); ++i)
      what += (i == 1 ? "\u201c" : "; \u201c") + facts_.titles[i] + "\u201d";
    const std::string starts = starts_from(base);
    const auto years = static_cast<std::int64_t>(appraisal_.years.size());
    const auto futures = static_cast<std::int64_t>(appraisal_.replications);
    const auto sources =
        static_cast<std::int64_t>(base.evidence.size() + facts_.study.evidence.size());
    return stress_des(
        {.purpose = facts_.study.description,
         .experiment = what + ". No optimisation.",
         .initialisation = starts.empty() ? "Runs start from nothing." : "Each run " + starts + ".",
         .length = counted(years, "year", "years") + " from " + in_words(base.plan.start) +
                   ", then up to " +
                   counted(static_cast<std::int64_t>(base.plan.run_on.days), "day", "days") +
                   " to see cases closed; money that comes then is not appraised.",
         .estimation = counted(futures, "replication", "replications") +
                       ", the same random numbers in every scenario, seed " +
                       std::to_string(facts_.seed) + "; 95 % intervals of paired differences; " +
                       with_commas(static_cast<std::int64_t>(appraisal_.draws)) +
                       " draws of prices.",
         .data = counted(sources, "source", "sources") +
                 " in the evidence of the study and of business as usual; each number cites one "
                 "and a grade: A published, B derived, C judgement.",
         .version = appraised_.provenance.version});
  }

  const AppraisalPage& appraised_;
  const study::Appraisal& appraisal_;
  const AppraisalFacts& facts_;
};

}  // namespace

Table terms_table(const study::StudyDocument& study) {
  Table table{.caption = "Prices, shares and rates of the study",
              .columns = {"Number", "value", "plausible range", "grade", "source", "note"},
              .rows = {},
              .in_words = {true, false, false, true, true, true}};
  models::NumberWalk{
      [&](std::string_view pointer, const models::Field& field, const auto& sourced) {
        using Value = std::remove_cvref_t<decltype(sourced.value)>;
        const models::Counts counts = models::counts_of(Value{});
        const std::string doc{field.doc};
        std::string range{no_number};
        if (sourced.low && sourced.high) {
          range = shown(counts, models::base(*sourced.low)) + " to " +
                  shown(counts, models::base(*sourced.high));
        }
        const auto evidence = study.evidence.find(sourced.source);
        table.rows.push_back({.cells = {doc + " (" + std::string{pointer} + ")",
                                        shown(counts, models::base(sourced.value)),
                                        std::move(range),
                                        grade_of(sourced.grade),
                                        evidence == study.evidence.end() ? std::string{no_number}
                                                                         : evidence->second.title,
                                        sourced.note}});
      }}(study);
  return table;
}

Page appraisal_page(const AppraisalPage& appraised) {
  return Writer{appraised}.page();
}

}  // namespace ficap::report::html
