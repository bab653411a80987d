#include "report/html/appraisal_volumes.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "report/compared_measure.hpp"
#include "report/explain_plan.hpp"
#include "report/figures.hpp"
#include "report/html/changes.hpp"
#include "report/html/every_hundred.hpp"
#include "report/html/force_management.hpp"
#include "report/html/pictures.hpp"
#include "report/html/places.hpp"
#include "report/html/suppression.hpp"
#include "report/words.hpp"

namespace ficap::report::html {

namespace {

using models::Dimension;

// More lines of requests than this lie on each other.
constexpr std::size_t most_options_pictured = 3;

Figures figures_of(const study::AppraisedVolumes& volumes, const AppraisalFacts& facts) {
  return {volumes.base, facts.names, facts.setting.plan.years};
}

std::vector<ComparedMeasure> measured(const study::Comparison& comparison,
                                      const study::AppraisedVolumes& volumes,
                                      const AppraisalFacts& facts) {
  std::vector<ComparedMeasure> all;
  for (const study::MeasureComparison& measure : comparison.measures)
    all.emplace_back(measure, volumes.base.ids, facts.names, facts.setting.plan.years);
  return all;
}

std::vector<Demand> demand_of(const study::AppraisedVolumes& volumes, const AppraisalFacts& facts) {
  std::vector<Demand> demand;
  for (std::size_t i = 0; i < volumes.months.size(); ++i)
    demand.push_back({.title = facts.titles.at(i), .months = volumes.months[i]});
  return demand;
}

Paragraph in_brackets() {
  return {.words =
              "In brackets: the difference from business as usual, with intervals that all "
              "hold together in 95 of 100 appraisals. One that holds 0 cannot be told from "
              "no change.",
          .tone = Tone::note};
}

Terms plans_of(std::span<const models::Scenario> scenarios, const AppraisalFacts& facts) {
  const std::vector<std::string> base = plan_sentences(scenarios.front().planned);
  Terms terms;
  for (std::size_t i = 1; i < scenarios.size(); ++i) {
    std::string said;
    const std::vector<std::string> plan = plan_sentences(scenarios[i].planned);
    for (const std::string& sentence : plan) {
      if (std::find(base.begin(), base.end(), sentence) == base.end())
        said += (said.empty() ? "" : " ") + capitalised(sentence);
    }
    for (const std::string& sentence : base) {
      if (std::find(plan.begin(), plan.end(), sentence) == plan.end())
        said += std::string{said.empty() ? "" : " "} + "Not any more: " + sentence;
    }
    terms.entries.emplace_back(
        facts.titles.at(i), said.empty() ? "No other dated changes of staffing." : std::move(said));
  }
  return terms;
}

/// Places that a page about a run withholds are withheld of options, too.
study::Comparison shown_of(const study::AppraisedVolumes& volumes,
                           const Figures& figures,
                           Dimension dimension) {
  study::Comparison shown;
  std::vector<double> counts;
  for (const study::MeasureComparison& measure : volumes.places.measures) {
    if (measure.measure.cut->dimension != dimension) continue;
    shown.measures.push_back(measure);
    const Place place{.dimension = dimension, .id = measure.measure.cut->id};
    counts.push_back(figures.mean("needs", place) / figures.years());
  }
  const std::vector<bool> hidden = withheld(counts);
  std::size_t at = 0;
  std::erase_if(shown.measures, [&](const auto& /*measure*/) { return hidden[at++]; });
  return shown;
}

}  // namespace

Section every_hundred_of_appraisal(const study::AppraisedVolumes& volumes,
                                   const AppraisalFacts& facts) {
  std::vector<std::size_t> to_choose;
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < facts.study.options.size(); ++i) {
    all.push_back(i + 1);
    if (facts.study.options[i].kind != study::OptionKind::sensitivity) to_choose.push_back(i + 1);
  }
  const std::size_t most = collects_most(volumes.assets, to_choose.empty() ? all : to_choose);
  Section section = every_hundred_pounds(volumes.assets, facts.titles, {0, most});
  if (!section.blocks.empty() && all.size() > 1) {
    section.blocks.insert(
        section.blocks.begin(),
        Paragraph{"Business as usual, and of the options to choose from the one under which most "
                  "is collected on average, by however little. What every option moves is in the "
                  "tables."});
  }
  return section;
}

std::vector<Block> demand_of_appraisal(const study::AppraisedVolumes& volumes,
                                       const AppraisalFacts& facts) {
  double needs = 0.0;
  for (const study::DemandMonth& month : volumes.months.front())
    needs += month.needs;
  if (needs <= 0.0) return {};
  const std::vector<Demand> all = demand_of(volumes, facts);
  const std::vector<Demand> shown = most_unlike_base(all, most_options_pictured);
  std::vector<Block> blocks{need_against_requests(shown)};
  if (shown.size() < all.size()) {
    blocks.emplace_back(Paragraph{
        .words = "Shown are the " + std::to_string(most_options_pictured) +
                 " options whose requests differ most from those of business as usual; the first "
                 "step of the force management statement has all.",
        .tone = Tone::note});
  }
  return blocks;
}

Section force_management_of_appraisal(const study::AppraisedVolumes& volumes,
                                      const AppraisalFacts& facts,
                                      std::span<const models::Scenario> scenarios) {
  const auto differences = [&](const study::Comparison& comparison, const char* caption) {
    return differences_table(measured(comparison, volumes, facts), facts.titles, caption);
  };
  FourSteps more;
  if (volumes.months.front().size() >= 12) {
    more[0].emplace_back(Closed{.summary = "The same under each option",
                                .table = demand_by_year(demand_of(volumes, facts))});
  }
  more[1].emplace_back(
      Closed{.summary = "The workforce of " +
                        facts.names.of(Dimension::organisation, facts.study.pays.id) +
                        " under each option",
             .table = differences(volumes.workforce, "The workforce under each option")});
  more[1].emplace_back(in_brackets());
  more[2].emplace_back(Paragraph{"What each option plans beside that:"});
  more[2].emplace_back(plans_of(scenarios, facts));
  more[3].emplace_back(
      differences(volumes.unmet, "Unmet share of need by harm, under each option"));
  more[3].emplace_back(in_brackets());
  return force_management(
      figures_of(volumes, facts), facts.setting, volumes.months.front(), std::move(more));
}

Section places_of_appraisal(const study::AppraisedVolumes& volumes, const AppraisalFacts& facts) {
  const Figures figures = figures_of(volumes, facts);
  Section section{.heading = "Places and victims",
                  .blocks = places_and_victims(figures, facts.setting)};
  if (section.blocks.empty()) return section;
  bool any = false;
  for (const auto& [dimension, what] : {std::pair{Dimension::area, "local policing area"},
                                        std::pair{Dimension::threat, "threat with victims"}}) {
    const study::Comparison shown = shown_of(volumes, figures, dimension);
    if (shown.measures.empty()) continue;
    const std::string caption =
        "Unmet share of need by " + std::string{what} + ", under each option";
    section.blocks.emplace_back(
        Closed{.summary = caption,
               .table = differences_table(measured(shown, volumes, facts), facts.titles, caption)});
    any = true;
  }
  if (any) section.blocks.emplace_back(in_brackets());
  return section;
}

}  // namespace ficap::report::html
