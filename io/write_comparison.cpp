#include "io/write_comparison.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "io/csv.hpp"
#include "io/json_text.hpp"
#include "io/measure_kind.hpp"
#include "io/number_text.hpp"
#include "io/sha256.hpp"
#include "io/verdict_words.hpp"

namespace ficap::io {

namespace {

std::string_view words_of(models::Better better) noexcept {
  switch (better) {
    case models::Better::neither:
      return "";
    case models::Better::lower:
      return "lower";
    case models::Better::higher:
      return "higher";
  }
  return "";
}

Node number(const std::optional<double>& value) {
  return value ? make_node(*value) : Node{};
}
Node number(const std::optional<std::uint32_t>& value) {
  return value ? make_node(static_cast<double>(*value)) : Node{};
}

Node difference_node(const study::Change& change) {
  const study::PairedDifference& difference = change.difference;
  return make_object({{"mean", number(difference.value)},
                      {"half_width", number(difference.half_width)},
                      {"verdict", make_node(verdict_words(difference.verdict))},
                      {"variance_reduction", number(difference.variance_reduction)},
                      {"futures_to_tell", number(change.futures_to_tell)}});
}

Node standing_node(const study::Standing& standing) {
  Object object;
  add(object, "mean", number(standing.value));
  add(object, "half_width", number(standing.half_width));
  if (standing.change) add(object, "difference", difference_node(*standing.change));
  if (standing.lead) {
    add(object,
        "lead",
        make_object({{"at_least", number(standing.lead->at_least)},
                     {"at_most", number(standing.lead->at_most)},
                     {"may_be_best", make_node(standing.lead->may_be_best)}}));
  }
  return make_node(std::move(object));
}

Node measure_node(const ComparisonInfo& info, const study::MeasureComparison& compared) {
  const models::Measure& measure = *compared.measure.measure;
  const bool ranked = measure.better != models::Better::neither;
  Array best;
  Object standings;
  for (std::size_t i = 0; i < compared.standings.size(); ++i) {
    const study::Standing& standing = compared.standings[i];
    if (standing.lead && standing.lead->may_be_best) {
      best.push_back(make_node(info.scenarios.at(i).name));
    }
    add(standings, info.scenarios.at(i).name, standing_node(standing));
  }
  return make_object({{"unit", make_node(measure.unit)},
                      {"of", make_node(kind_of(measure))},
                      {"better", ranked ? make_node(words_of(measure.better)) : Node{}},
                      {"may_be_best", ranked ? make_node(std::move(best)) : Node{}},
                      {"scenarios", make_node(std::move(standings))}});
}

Node run_node(const ComparisonInfo& info, const study::Comparison& comparison) {
  const RunInfo& base = info.scenarios.front().run;
  Array measures;
  for (const std::string& ref : info.measures)
    measures.push_back(make_node(ref));
  return make_object(
      {{"command", make_node("compare")},
       {"id", make_node(info.id)},
       {"measures", make_node(std::move(measures))},
       {"confidence", make_node(comparison.confidence)},
       {"seed", make_node(static_cast<double>(base.seed))},
       {"replications", make_node(static_cast<double>(base.replications))},
       {"start", make_node(to_string(base.start))},
       {"end", make_node(to_string(base.end))},
       {"period_years", make_node(static_cast<double>(base.end.year - base.start.year))},
       {"version", make_node(base.version)}});
}

Node assets_node(const ComparisonInfo& info, const study::AssetSplit& assets) {
  const auto split = [&info](const study::Comparison& parts) {
    Object node;
    for (const study::MeasureComparison& part : parts.measures) {
      Object scenarios;
      for (std::size_t i = 0; i < part.standings.size(); ++i)
        add(scenarios, info.scenarios.at(i).name, standing_node(part.standings[i]));
      add(node, std::string{part.measure.measure->name}, make_node(std::move(scenarios)));
    }
    return make_node(std::move(node));
  };
  return make_object(
      {{"of_realisable", split(assets.of_realisable)}, {"of_benefit", split(assets.of_benefit)}});
}

Node saved_node(const study::Comparison& comparison) {
  const std::vector<double> all = study::variance_reductions(comparison);
  if (all.empty()) return {};
  return make_object({{"least", make_node(all.front())},
                      {"middle", make_node(all[all.size() / 2])},
                      {"most", make_node(all.back())}});
}

std::string cell(const std::optional<double>& value) {
  return value ? shortest(*value) : "";
}
std::string cell(const std::optional<std::uint32_t>& value) {
  return value ? std::to_string(*value) : "";
}

std::string row(const study::Standing& standing) {
  const study::Change change = standing.change.value_or(study::Change{});
  const study::AgainstBest lead = standing.lead.value_or(study::AgainstBest{});
  std::string text = cell(standing.value) + "," + cell(standing.half_width) + "," +
                     cell(change.difference.value) + "," + cell(change.difference.half_width) +
                     "," +
                     std::string{standing.change ? verdict_words(change.difference.verdict) : ""};
  text += "," + cell(change.difference.variance_reduction) + "," + cell(change.futures_to_tell);
  text += "," + cell(lead.at_least) + "," + cell(lead.at_most) + ",";
  if (standing.lead) text += lead.may_be_best ? "yes" : "no";
  return text + "\n";
}

}  // namespace

ComparisonInfo comparison_info(const std::vector<models::Scenario>& scenarios,
                               const std::vector<std::string>& names,
                               const std::vector<study::MeasureRef>& measures,
                               const models::DimensionIds& ids,
                               study::StudyPlan plan,
                               std::string_view version) {
  ComparisonInfo info;
  std::string text = "compare";
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    info.scenarios.push_back({.name = names.at(i), .run = run_info(scenarios[i], plan, version)});
    text += " " + info.scenarios.back().run.scenario_sha256;
  }
  for (const study::MeasureRef& ref : measures) {
    info.measures.push_back(to_string(ref, ids));
    text += " " + info.measures.back();
  }
  info.id = run_id(text, plan, version);
  return info;
}

Node carried_node(const ComparedScenario& scenario) {
  return make_object({{"name", make_node(scenario.name)},
                      {"title", make_node(scenario.run.scenario)},
                      {"sha256", make_node(scenario.run.scenario_sha256)},
                      {"scenario", scenario.run.resolved}});
}

Node measures_node(const ComparisonInfo& info, const study::Comparison& comparison) {
  Object measures;
  for (std::size_t m = 0; m < comparison.measures.size(); ++m)
    add(measures, info.measures.at(m), measure_node(info, comparison.measures[m]));
  return make_node(std::move(measures));
}

Node scenarios_node(const std::vector<ComparedScenario>& all) {
  Array scenarios;
  scenarios.reserve(all.size());
  for (const ComparedScenario& scenario : all)
    scenarios.push_back(carried_node(scenario));
  return make_node(std::move(scenarios));
}

std::string comparison_json(const ComparisonInfo& info,
                            const study::Comparison& comparison,
                            const study::AssetSplit& assets,
                            Object more) {
  Object document;
  add(document, "run", run_node(info, comparison));
  for (Member& member : more.members)
    document.members.push_back(std::move(member));
  add(document, "measures", measures_node(info, comparison));
  add(document, "assets", assets_node(info, assets));
  add(document, "variance_reduction", saved_node(comparison));
  add(document, "scenarios", scenarios_node(info.scenarios));
  return pretty(make_node(std::move(document)));
}

std::string comparison_csv(const ComparisonInfo& info, const study::Comparison& comparison) {
  std::string text =
      "measure,unit,better,scenario,title,mean,half_width,difference,difference_half_width,"
      "verdict,variance_reduction,futures_to_tell,lead_at_least,lead_at_most,may_be_best\n";
  for (std::size_t m = 0; m < comparison.measures.size(); ++m) {
    const study::MeasureComparison& compared = comparison.measures[m];
    const models::Measure& measure = *compared.measure.measure;
    for (std::size_t i = 0; i < compared.standings.size(); ++i) {
      const ComparedScenario& scenario = info.scenarios.at(i);
      text += csv_cell(info.measures.at(m)) + "," + csv_cell(measure.unit) + "," +
              std::string{words_of(measure.better)} + "," + csv_cell(scenario.name) + "," +
              csv_cell(scenario.run.scenario) + "," + row(compared.standings[i]);
    }
  }
  return text;
}

}  // namespace ficap::io
