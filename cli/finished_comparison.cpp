#include "cli/finished_comparison.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>

#include "report/comparison.hpp"
#include "report/comparison_assets.hpp"
#include "report/names.hpp"
#include "report/precision.hpp"
#include "report/starts_from.hpp"

namespace ficap::cli {

namespace {

std::vector<report::OptionDemand> demand_of_options(const FinishedComparison& done) {
  const std::vector<models::Scenario>& scenarios = done.compared.scenarios;
  std::vector<report::OptionDemand> all;
  all.reserve(done.demand.size());
  for (std::size_t i = 0; i < done.demand.size(); ++i) {
    all.push_back({.demand = done.demand[i],
                   .asks_by_belief_alike = study::ask_by_belief_alike(scenarios.front().planned,
                                                                      scenarios[i + 1].planned)});
  }
  return all;
}

}  // namespace

FinishedComparison finished_comparison(const Compared& compared,
                                       std::span<const study::Alternative> alternatives,
                                       std::vector<study::MeasureRef> measures,
                                       study::StudyPlan plan) {
  return {.compared = compared,
          .ids = alternatives.front().ids,
          .measures = measures,
          .plan = plan,
          .complete = true,
          .comparison = study::compare(alternatives, measures),
          .assets = study::split_assets(alternatives),
          .elsewhere = {},
          .precision = std::nullopt,
          .months = demand_months(compared.scenarios.front(), alternatives),
          .demand = study::demand_against_base(alternatives)};
}

report::ComparisonFacts facts_of(const FinishedComparison& done,
                                 const std::string& id,
                                 const report::Names& names) {
  const models::Setting& base = done.compared.scenarios.front().planned;
  std::vector<std::string> warnings = said_twice(done.compared);
  if (done.precision) {
    warnings.insert(warnings.begin(),
                    report::precision_sentences(*done.precision, done.ids, done.compared.titles()));
  }
  return {.titles = done.compared.titles(),
          .ids = done.ids,
          .names = names,
          .start = base.plan.start,
          .years = static_cast<std::int64_t>(base.plan.years),
          .starts_from = report::starts_from(base),
          .seed = done.plan.seed,
          .asked_for = done.plan.replications,
          .id = id,
          .demand = demand_of_options(done),
          .warnings = std::move(warnings)};
}

std::string answer(const FinishedComparison& done,
                   const report::ComparisonFacts& facts,
                   bool quiet,
                   bool tables) {
  std::string text = report::comparison_headline(done.comparison, facts);
  if (quiet) return text;
  const bool many = facts.titles.size() - 1 > report::most_told_in_sentences;
  if (many && !tables) return text + report::where_the_rest_is(done.comparison, facts);
  return text + "\n" + report::comparison_assets(done.assets, facts.titles) +
         report::comparison_tables(done.comparison, facts);
}

}  // namespace ficap::cli
