#include "report/html/run_page.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "report/asset_parts.hpp"
#include "report/headline.hpp"
#include "report/html/assurance.hpp"
#include "report/html/force_management.hpp"
#include "report/html/pictures.hpp"
#include "report/html/places.hpp"
#include "report/measure_text.hpp"
#include "report/summary.hpp"
#include "report/summary_tables.hpp"
#include "report/words.hpp"
#include "study/comparison.hpp"
#include "study/measure_ref.hpp"

namespace ficap::report::html {

namespace {

using models::Dimension;

/// Kinds of help that officers are free to ask for, and of which some need has a known end.
std::vector<Place> free_kinds(const Figures& figures, const models::Setting& setting) {
  std::vector<Place> kinds;
  const auto& ids = figures.results().ids.at(static_cast<std::size_t>(Dimension::request));
  for (std::size_t id = 0; id < ids.size(); ++id) {
    const Place place{.dimension = Dimension::request, .id = id};
    const auto found = std::find_if(setting.requests.begin(),
                                    setting.requests.end(),
                                    [&](const auto& request) { return request.first == ids[id]; });
    if (found == setting.requests.end() ||
        found->second.work_class != models::WorkClass::discretionary)
      continue;
    if (figures.at("unmet_share_of_need", place).mean) kinds.push_back(place);
  }
  return kinds;
}

class Writer {
 public:
  explicit Writer(const RunPage& run)
      : run_{run},
        names_{run.scenario.planned},
        figures_{run.results, names_, static_cast<double>(run.facts.years)},
        sentences_{headline_sentences(run.results, run.facts)} {}

  [[nodiscard]] Page page() const {
    Page page{
        .title = run_.facts.title,
        .about = about(),
        .marking = run_.marking,
        .provenance = run_.provenance,
        .sections = {
            answer(), pictures(), measures(), force_management(figures_, setting(), run_.months)}};
    auto places = places_and_victims(figures_, setting());
    if (!places.empty())
      page.sections.push_back({.heading = "Places and victims", .blocks = std::move(places)});
    if (run_.engagement) page.sections.push_back(*run_.engagement);
    page.sections.push_back(
        {.heading = "What we assumed", .blocks = assumptions(run_.scenario, run_.ranking)});
    page.sections.push_back(certainty());
    add_assurance(page, run_.self_test, stress());
    page.sections.push_back(saved_files({&run_.file, 1}, run_.provenance.again));
    return page;
  }

 private:
  /// The line that says what the run is, without the title.
  [[nodiscard]] std::string about() const {
    const std::string& line = sentences_.front();
    const std::string title = run_.facts.title + " · ";
    return line.starts_with(title) ? line.substr(title.size()) : line;
  }

  [[nodiscard]] const models::Setting& setting() const { return run_.scenario.planned; }

  /// The sentences, without the line that the page has below its title.
  [[nodiscard]] Section answer() const {
    Section section{.heading = "The answer", .blocks = {}};
    constexpr std::size_t first = 1;
    for (std::size_t i = first; i < sentences_.size(); ++i) {
      section.blocks.emplace_back(
          Paragraph{.words = sentences_[i], .tone = i == first ? Tone::lead : Tone::plain});
    }
    return section;
  }

  [[nodiscard]] Section pictures() const {
    Section section{.heading = "In pictures", .blocks = {}};
    if (figures_.mean("assets_realisable") > 0.0) {
      std::vector<double> means;
      means.reserve(asset_parts.size());
      for (const AssetPart& part : asset_parts)
        means.push_back(figures_.mean(part.measure));
      section.blocks.emplace_back(hundred_pounds(means, {}, table_of(assets_table(figures_))));
    }
    double needs = 0.0;
    for (const study::DemandMonth& month : run_.months)
      needs += month.needs;
    if (needs > 0.0)
      section.blocks.emplace_back(
          need_against_requests({Demand{.title = {}, .months = run_.months}}));
    const std::vector<Place> kinds = free_kinds(figures_, setting());
    if (!kinds.empty()) section.blocks.emplace_back(unmet_by_help(figures_, kinds));
    if (section.blocks.empty())
      section.blocks.emplace_back(Paragraph{"There is nothing to draw: no assets and no need."});
    return section;
  }

  [[nodiscard]] Section measures() const {
    Section section{.heading = "Main measures", .blocks = {}};
    Table table{.caption = "Main measures, with 95 % intervals for chance, and single futures",
                .columns = {"Measure", "mean", "eight single futures in ten lie"},
                .rows = {}};
    for (const study::MeasureRef& ref : main()) {
      const study::MeasureResult& result = run_.results.at(ref.measure->name);
      const study::Estimate& estimate =
          ref.cut ? result.cut(ref.cut->dimension, ref.cut->id) : result.total;
      if (!estimate.mean) continue;
      const MeasureText text{*ref.measure, figures_.years(), *estimate.mean};
      table.rows.push_back(
          {.cells = {heading_of(called(ref, run_.results.ids, names_), text.unit()),
                     with_interval(estimate, text.worth()),
                     estimate.p10 && estimate.p90 ? text.between(*estimate.p10, *estimate.p90)
                                                  : std::string{no_number}}});
    }
    section.blocks.emplace_back(std::move(table));
    section.blocks.emplace_back(table_of(engagement_table(figures_)));
    if (figures_.mean("first_engaged") > 0.0)
      section.blocks.emplace_back(Closed{.summary = "Stage of first engagement",
                                         .table = table_of(stages_table(figures_))});
    const auto assets = tables_of_assets(figures_);
    for (std::size_t i = 1; i < assets.size(); ++i)
      section.blocks.emplace_back(table_of(assets[i]));
    for (const std::string& note : summary_notes(figures_, run_.facts))
      section.blocks.emplace_back(Paragraph{.words = note, .tone = Tone::note});
    return section;
  }

  /// Those that planners decide by, then how busy people are and how far they are trusted.
  [[nodiscard]] std::vector<study::MeasureRef> main() const {
    std::vector<study::MeasureRef> all = study::decision_measures(setting());
    for (const std::string_view name : {"never_engaged", "utilisation", "belief", "assets_denied"})
      all.push_back({.measure = models::find_measure(name), .cut = std::nullopt});
    return all;
  }

  [[nodiscard]] Section certainty() const {
    const auto futures = static_cast<std::int64_t>(run_.facts.finished);
    Section section{.heading = "How sure we are", .blocks = {}};
    section.blocks.emplace_back(Paragraph{
        "Every figure is a mean over " + counted(futures, "possible future", "possible futures") +
        ". Half-widths (±) are of 95 % intervals: they tell how far chance alone could move the "
        "mean, and nothing of what is wrong with the inputs."});
    section.blocks.emplace_back(Paragraph{
        "What nobody has measured is not in these intervals. It moves most figures more than "
        "chance does; ficap uncertainty says by how much, and which numbers to measure first."});
    section.blocks.emplace_back(
        Paragraph{"The model is a model: it holds the rules and numbers that the scenario states, "
                  "and leaves out what it does not state. It has not been fitted to a force's own "
                  "records unless the scenario's sources say so."});
    return section;
  }

  [[nodiscard]] Section stress() const {
    const RunFacts& facts = run_.facts;
    const models::Plan& plan = setting().plan;
    return stress_des(
        {.purpose = setting().description,
         .experiment = "One scenario, \u201c" + facts.title + "\u201d; no optimisation.",
         .initialisation = facts.warm_up_days > 0
                               ? counted(facts.warm_up_days, "day", "days") +
                                     " of warm-up under the "
                                     "setting that held before the plan."
                               : "The run " +
                                     (facts.starts_from.empty() ? std::string{"starts from nothing"}
                                                                : facts.starts_from) +
                                     ".",
         .length = counted(facts.years, "year", "years") + " from " + in_words(facts.start) +
                   ", then up to " +
                   counted(static_cast<std::int64_t>(plan.run_on.days), "day", "days") +
                   " to see cases closed and money in.",
         .estimation = counted(static_cast<std::int64_t>(facts.finished),
                               "independent replication",
                               "independent replications") +
                       ", seed " + std::to_string(facts.seed) +
                       "; t intervals for means, delta-method intervals for ratios, 95 %.",
         .data =
             counted(static_cast<std::int64_t>(setting().evidence.size()), "source", "sources") +
             " in the scenario's evidence block; each number cites one and a grade: A "
             "published, B derived, C judgement.",
         .version = run_.provenance.version});
  }

  const RunPage& run_;
  Names names_;
  Figures figures_;
  std::vector<std::string> sentences_;
};

}  // namespace

Page run_page(const RunPage& run) {
  return Writer{run}.page();
}

}  // namespace ficap::report::html
