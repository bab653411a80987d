#include "study/appraised_volumes.hpp"

#include <string>
#include <string_view>

#include "models/measures.hpp"
#include "study/measure_ref.hpp"

namespace ficap::study {

namespace {

using models::Dimension;

std::vector<MeasureRef> of_people(std::size_t organisation) {
  std::vector<MeasureRef> refs;
  for (const std::string_view name : {"fte_in_post",
                                      "fte_productive",
                                      "vacancy_share",
                                      "leavers",
                                      "utilisation",
                                      "hours_worked"}) {
    refs.push_back({.measure = models::find_measure(name),
                    .cut = Cut{.dimension = Dimension::organisation, .id = organisation}});
  }
  return refs;
}

/// Adds the unmet share of each id that has need in the base.
void add_unmet(std::vector<MeasureRef>& refs, Dimension dimension, const Results& base) {
  const models::Measure* const unmet = models::find_measure("unmet_share_of_need");
  const std::size_t count = base.ids.at(static_cast<std::size_t>(dimension)).size();
  for (std::size_t id = 0; id < count; ++id) {
    if (base.at("needs").cut(dimension, id).mean.value_or(0.0) > 0.0)
      refs.push_back({.measure = unmet, .cut = Cut{.dimension = dimension, .id = id}});
  }
}

std::vector<MeasureRef> of_harm(const Results& base) {
  std::vector<MeasureRef> refs;
  add_unmet(refs, Dimension::harm, base);
  refs.push_back({.measure = models::find_measure("unmet_share_of_need"), .cut = std::nullopt});
  return refs;
}

std::vector<MeasureRef> of_places(const Results& base, const models::Setting& setting) {
  std::vector<MeasureRef> refs;
  add_unmet(refs, Dimension::area, base);
  if (refs.size() == 1) refs.clear();  // a single area is all there is
  std::vector<MeasureRef> threats;
  add_unmet(threats, Dimension::threat, base);
  for (const MeasureRef& ref : threats) {
    const std::string& id = base.ids.at(static_cast<std::size_t>(Dimension::threat))[ref.cut->id];
    const auto threat = setting.threats.find(id);
    if (threat != setting.threats.end() && threat->second.has_victims) refs.push_back(ref);
  }
  return refs;
}

}  // namespace

AppraisedVolumes appraised_volumes(std::span<const models::Scenario> scenarios,
                                   std::span<const Alternative> alternatives,
                                   std::size_t pays) {
  const Alternative& first = alternatives.front();
  const models::Setting& setting = scenarios.front().planned;
  AppraisedVolumes volumes{.base = estimate(first.ids, first.layout, first.outcomes),
                           .months = {},
                           .assets = split_assets(alternatives),
                           .workforce = compare(alternatives, of_people(pays)),
                           .unmet = {},
                           .places = {}};
  for (const Alternative& alternative : alternatives)
    volumes.months.push_back(demand_by_month(setting.plan.start, alternative.outcomes));
  volumes.unmet = compare(alternatives, of_harm(volumes.base));
  const std::vector<MeasureRef> places = of_places(volumes.base, setting);
  if (!places.empty()) volumes.places = compare(alternatives, places);
  return volumes;
}

}  // namespace ficap::study
