#include "report/html/comparison_page.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "report/html/assumptions.hpp"
#include "report/html/assurance.hpp"
#include "report/html/changes.hpp"
#include "report/html/every_hundred.hpp"
#include "report/html/pictures.hpp"
#include "report/starts_from.hpp"
#include "report/words.hpp"

namespace ficap::report::html {

namespace {

// More waterfalls than this say less than the table.
constexpr std::size_t most_waterfalls = 4;
// Of more options each measure has a picture, not each option.
constexpr std::size_t most_options_pictured = 3;

Table table_by_scenario(const TextTable& table, const std::string& caption) {
  Table made = table_of(table, caption);
  made.columns.front() = "Scenario";
  return made;
}

class Writer {
 public:
  explicit Writer(const ComparisonPage& compared)
      : compared_{compared},
        facts_{compared.facts},
        measures_{all_measured(compared.comparison, compared.facts)} {}

  [[nodiscard]] Page page() const {
    Page page{.title = title(),
              .about = counted(facts_.years, "year", "years") + " from " + in_words(facts_.start) +
                       said_start(facts_.starts_from) + " · " +
                       counted(futures(), "future", "futures") + ", the same for all · seed " +
                       std::to_string(facts_.seed),
              .marking = compared_.marking,
              .provenance = compared_.provenance,
              .sections = {answer(), pictures(), options_side_by_side(), measures()}};
    if (Section assets = hundred(); !assets.blocks.empty())
      page.sections.push_back(std::move(assets));
    page.sections.push_back(elsewhere());
    page.sections.push_back(
        {.heading = "What we assumed",
         .blocks = assumptions(compared_.scenarios.front(), compared_.ranking)});
    page.sections.push_back(certainty());
    add_assurance(page, compared_.self_test, stress());
    page.sections.push_back(saved_files(compared_.files, compared_.provenance.again));
    return page;
  }

 private:
  [[nodiscard]] std::string title() const {
    if (options() == 1) return facts_.titles.back() + ", against " + facts_.titles.front();
    return facts_.titles.front() + ", against " + counted(options(), "option", "options");
  }
  [[nodiscard]] std::int64_t options() const {
    return static_cast<std::int64_t>(facts_.titles.size()) - 1;
  }
  [[nodiscard]] std::int64_t futures() const {
    return static_cast<std::int64_t>(compared_.comparison.replications);
  }

  [[nodiscard]] Section answer() const {
    Section section{.heading = "The answer", .blocks = {}};
    for (std::size_t option = 1; option < facts_.titles.size(); ++option) {
      const auto sentences = option_sentences(option, compared_.comparison, facts_);
      section.blocks.emplace_back(Heading{facts_.titles[option]});
      for (std::size_t i = 0; i < sentences.size(); ++i) {
        const bool leads = option == 1 && i == 0 && options() == 1;
        section.blocks.emplace_back(
            Paragraph{.words = sentences[i], .tone = leads ? Tone::lead : Tone::plain});
      }
    }
    for (const std::string& warning : facts_.warnings)
      section.blocks.emplace_back(Paragraph{warning});
    return section;
  }

  [[nodiscard]] Section pictures() const {
    Section section{.heading = "In pictures", .blocks = {}};
    if (facts_.titles.size() - 1 <= most_options_pictured) {
      for (std::size_t option = 1; option < facts_.titles.size(); ++option)
        section.blocks.emplace_back(changes_of_option(measures_, option, facts_.titles[option]));
    } else {
      const auto tables = compared_tables(compared_.comparison, facts_);
      for (std::size_t i = 0; i < measures_.size(); ++i) {
        section.blocks.emplace_back(
            changes_of_measure(measures_[i],
                               facts_.titles,
                               table_by_scenario(tables[i].table, measures_[i].heading())));
      }
    }
    std::vector<Demand> demand;
    double needs = 0.0;
    for (std::size_t i = 0; i < compared_.months.size(); ++i) {
      demand.push_back({.title = facts_.titles[i], .months = compared_.months[i]});
      for (const study::DemandMonth& month : compared_.months[i])
        needs += month.needs;
    }
    if (needs > 0.0) {
      section.blocks.emplace_back(
          need_against_requests(most_unlike_base(demand, most_options_pictured)));
    }
    return section;
  }

  [[nodiscard]] Section options_side_by_side() const {
    return {.heading = "Options side by side",
            .blocks = {options_table(measures_, facts_.titles),
                       Paragraph{.words = "Cannot tell apart: the interval of the difference holds "
                                          "0. That is no finding that nothing changes.",
                                 .tone = Tone::note}}};
  }

  [[nodiscard]] Section measures() const {
    Section section{.heading = "Each measure", .blocks = {}};
    for (const ComparedTable& told : compared_tables(compared_.comparison, facts_)) {
      section.blocks.emplace_back(table_by_scenario(told.table, told.heading));
      if (!told.best.empty())
        section.blocks.emplace_back(Paragraph{.words = told.best, .tone = Tone::note});
    }
    return section;
  }

  [[nodiscard]] Section hundred() const {
    std::vector<std::size_t> pictured{0};
    if (facts_.titles.size() <= most_waterfalls) {
      for (std::size_t option = 1; option < facts_.titles.size(); ++option)
        pictured.push_back(option);
    }
    return every_hundred_pounds(compared_.assets, facts_.titles, pictured);
  }

  [[nodiscard]] Section elsewhere() const {
    Section section{.heading = "What each option displaces elsewhere", .blocks = {}};
    if (compared_.elsewhere.measures.empty()) {
      section.blocks.emplace_back(
          Paragraph{"There is one organisation in these scenarios: nothing is seen of others."});
    } else {
      section.blocks.emplace_back(Paragraph{
          "What becomes of each organisation's own need and hours. Help that one lends is "
          "help that its own cases lack; these tables show where."});
      for (const ComparedTable& told : compared_tables(compared_.elsewhere, facts_))
        section.blocks.emplace_back(table_by_scenario(told.table, told.heading));
      section.blocks.emplace_back(Paragraph{
          .words = "These differences hold together among themselves in 95 of 100 comparisons. "
                   "Organisations have different cases: they are not ranked.",
          .tone = Tone::note});
    }
    section.blocks.emplace_back(Paragraph{
        "Not seen here: what people would otherwise do who are moved into or recruited for "
        "the unit, and what partners outside the scenario gain or lose."});
    return section;
  }

  [[nodiscard]] Section certainty() const {
    Section section{.heading = "How sure we are", .blocks = {}};
    for (const std::string& note : comparison_notes(compared_.comparison, facts_))
      section.blocks.emplace_back(Paragraph{note});
    section.blocks.emplace_back(Paragraph{
        "The numbers of grade C are the base's; an option's own are in its scenario. Which "
        "of them could turn a verdict takes a study of its own: ficap uncertainty."});
    return section;
  }

  [[nodiscard]] Section stress() const {
    const models::Setting& base = compared_.scenarios.front().planned;
    std::string what = "\u201c" + facts_.titles.front() + "\u201d against ";
    for (std::size_t i = 1; i < facts_.titles.size(); ++i)
      what += (i == 1 ? "\u201c" : "; \u201c") + facts_.titles[i] + "\u201d";
    const std::string starts = facts_.starts_from;
    return stress_des(
        {.purpose = base.description,
         .experiment = what + ". No optimisation.",
         .initialisation = starts.empty() ? "Runs start from nothing." : "Each run " + starts + ".",
         .length = counted(facts_.years, "year", "years") + " from " + in_words(facts_.start) +
                   ", then up to " +
                   counted(static_cast<std::int64_t>(base.plan.run_on.days), "day", "days") +
                   " to see cases closed and money in.",
         .estimation = counted(futures(), "replication", "replications") +
                       ", the same random numbers in every scenario, seed " +
                       std::to_string(facts_.seed) +
                       "; simultaneous intervals for paired differences, 95 %.",
         .data = counted(static_cast<std::int64_t>(base.evidence.size()), "source", "sources") +
                 " in the base's evidence block; each number cites one and a grade: A published, B "
                 "derived, C judgement.",
         .version = compared_.provenance.version});
  }

  const ComparisonPage& compared_;
  const ComparisonFacts& facts_;
  std::vector<ComparedMeasure> measures_;
};

}  // namespace

Page comparison_page(const ComparisonPage& compared) {
  return Writer{compared}.page();
}

}  // namespace ficap::report::html
