#include "study/comparison.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "sim/expects.hpp"

namespace ficap::study {

namespace {

Change change(const Linearised& option, const Linearised& base, double confidence) {
  Change change{.difference = paired_difference(option, base, confidence), .futures_to_tell = {}};
  if (change.difference.verdict == Verdict::cannot_tell) {
    change.futures_to_tell = futures_to_tell(option, base, confidence);
  }
  return change;
}

}  // namespace

std::vector<Alternative> alternatives(std::span<const models::Compiled* const> scenarios,
                                      const SideBySide& done) {
  FICAP_EXPECTS(scenarios.size() == done.outcomes.size());
  std::vector<Alternative> all;
  all.reserve(scenarios.size());
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    all.push_back({.ids = scenarios[i]->ids(),
                   .layout = scenarios[i]->layout(),
                   .outcomes = done.outcomes[i]});
  }
  return all;
}

Linearised quantity_in(const Alternative& alternative,
                       const MeasureRef& ref,
                       const models::DimensionIds& ids_of_base) {
  std::optional<Cut> cut = ref.cut;
  if (cut) {
    const auto dimension = static_cast<std::size_t>(cut->dimension);
    const std::vector<std::string>& ids = alternative.ids.at(dimension);
    const auto found = std::find(ids.begin(), ids.end(), ids_of_base.at(dimension).at(cut->id));
    if (found == ids.end()) return {};
    cut->id = static_cast<std::size_t>(found - ids.begin());
  }
  return linearised(*ref.measure, alternative.layout, alternative.outcomes, cut);
}

Comparison compare(std::span<const Alternative> alternatives,
                   std::span<const MeasureRef> measures,
                   double confidence) {
  FICAP_EXPECTS(alternatives.size() > 1 && !measures.empty());
  const std::size_t options = alternatives.size() - 1;
  const double of_difference = one_of_many(confidence, options * measures.size());
  const auto ranked = static_cast<std::size_t>(
      std::count_if(measures.begin(), measures.end(), [](const MeasureRef& ref) {
        return ref.measure->better != models::Better::neither;
      }));
  Comparison comparison{.replications = alternatives.front().outcomes.size(),
                        .confidence = confidence,
                        .measures = {}};
  for (const MeasureRef& ref : measures) {
    std::vector<Linearised> quantities;
    quantities.reserve(alternatives.size());
    for (const Alternative& alternative : alternatives)
      quantities.push_back(quantity_in(alternative, ref, alternatives.front().ids));
    MeasureComparison compared{.measure = ref, .standings = {}};
    for (const Linearised& quantity : quantities) {
      compared.standings.push_back({.value = quantity.value, .half_width = quantity.half_width()});
    }
    for (std::size_t i = 1; i < quantities.size(); ++i)
      compared.standings[i].change = change(quantities[i], quantities.front(), of_difference);
    if (ref.measure->better != models::Better::neither) {
      const auto leads =
          against_best(quantities, ref.measure->better, one_of_many(confidence, ranked));
      for (std::size_t i = 0; i < leads.size(); ++i)
        compared.standings[i].lead = leads[i];
    }
    comparison.measures.push_back(std::move(compared));
  }
  return comparison;
}

std::vector<double> variance_reductions(const Comparison& comparison) {
  std::vector<double> all;
  for (const MeasureComparison& compared : comparison.measures) {
    for (const Standing& standing : compared.standings) {
      if (standing.change && standing.change->difference.variance_reduction) {
        all.push_back(*standing.change->difference.variance_reduction);
      }
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

std::optional<Cut> of_discretionary_work(const models::Setting& setting) {
  const bool anybody_hesitates =
      std::any_of(setting.requests.begin(), setting.requests.end(), [](const auto& request) {
        return request.second.work_class == models::WorkClass::discretionary;
      });
  if (!anybody_hesitates) return std::nullopt;
  return Cut{.dimension = models::Dimension::work_class,
             .id = static_cast<std::size_t>(models::WorkClass::discretionary)};
}

std::vector<MeasureRef> decision_measures(const models::Setting& setting) {
  const std::optional<Cut> cut = of_discretionary_work(setting);
  std::vector<MeasureRef> refs;
  for (const std::string_view name : {"unmet_share_of_need", "unmet_share_of_requests"})
    refs.push_back({.measure = models::find_measure(name), .cut = cut});
  for (const std::string_view name : {"asked",
                                      "early_engagement_share",
                                      "wait_days",
                                      "hours_worked",
                                      "confiscation_orders",
                                      "assets_collected"}) {
    refs.push_back({.measure = models::find_measure(name), .cut = std::nullopt});
  }
  return refs;
}

std::vector<MeasureRef> staffing_measures(std::span<const models::Scenario> scenarios) {
  const auto any = [&](auto&& has) {
    return std::any_of(scenarios.begin(), scenarios.end(), [&](const models::Scenario& scenario) {
      return has(scenario.planned);
    });
  };
  std::vector<MeasureRef> refs;
  if (any([](const models::Setting& s) {
        return !s.staffing.overtime.empty() || !s.staffing.agency.empty() ||
               !s.staffing.supplements.empty();
      }))
    refs.push_back({.measure = models::find_measure("staffing_cost"), .cut = std::nullopt});
  if (any([](const models::Setting& s) {
        return !s.staffing.loans.empty() || !s.policies.overflow.empty();
      }))
    refs.push_back({.measure = models::find_measure("hours_for_others"), .cut = std::nullopt});
  return refs;
}

}  // namespace ficap::study
