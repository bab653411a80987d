#include "report/html/places.hpp"

#include <cstddef>
#include <string>

#include "report/html/suppression.hpp"
#include "report/words.hpp"

namespace ficap::report::html {

namespace {

using models::Dimension;

std::vector<Place> places_of(const Figures& figures, Dimension dimension) {
  std::vector<Place> places;
  const std::size_t count = figures.results().ids.at(static_cast<std::size_t>(dimension)).size();
  for (std::size_t id = 0; id < count; ++id) {
    const Place place{.dimension = dimension, .id = id};
    if (figures.mean("needs", place) > 0.0) places.push_back(place);
  }
  return places;
}

std::string name_of(const Figures& figures, const Place& place) {
  return figures.names().of(
      place.dimension,
      figures.results().ids.at(static_cast<std::size_t>(place.dimension))[place.id]);
}

Row row_of(const Figures& figures, const Place& place, bool is_withheld) {
  std::string name = name_of(figures, place);
  const bool few = figures.mean("needs", place) / figures.years() < least_count_shown;
  if (is_withheld) {
    const std::string count =
        few ? "fewer than " + decimal(least_count_shown, 0) : std::string{"withheld"};
    return {.cells = {std::move(name),
                      std::string{no_number},
                      count,
                      std::string{no_number},
                      std::string{no_number},
                      std::string{no_number}}};
  }
  const double cases = figures.mean("cases", place);
  const double needs = figures.mean("needs", place);
  const study::Estimate unmet = figures.at("unmet_share_of_need", place);
  const auto parts = in_parts(unmet,
                              {figures.mean("suppressed", place),
                               figures.mean("declined", place) + figures.mean("expired", place)},
                              per_cent,
                              1);
  return {.cells = {std::move(name),
                    figures.a_year("cases", place),
                    figures.a_year("needs", place),
                    cases > 0.0 ? decimal(100.0 * needs / cases, 0) : std::string{no_number},
                    with_interval(unmet, per_cent),
                    parts.front()}};
}

Table table_of_places(const Figures& figures,
                      const std::vector<Place>& places,
                      std::string caption,
                      std::string first) {
  Table table{.caption = std::move(caption),
              .columns = {std::move(first),
                          "cases a year",
                          "needs a year",
                          "needs in 100 cases",
                          "unmet of need, %",
                          "of it, never asked, points"},
              .rows = {}};
  std::vector<double> counts;
  counts.reserve(places.size());
  for (const Place& place : places)
    counts.push_back(figures.mean("needs", place) / figures.years());
  const std::vector<bool> hidden = withheld(counts);
  for (std::size_t i = 0; i < places.size(); ++i)
    table.rows.push_back(row_of(figures, places[i], hidden[i]));
  return table;
}

}  // namespace

std::vector<Block> places_and_victims(const Figures& figures, const models::Setting& setting) {
  std::vector<Block> blocks;
  const std::vector<Place> areas = places_of(figures, Dimension::area);
  if (areas.size() > 1) {
    blocks.emplace_back(table_of_places(
        figures, areas, "Need and what goes unmet, by local policing area", "Area"));
  }
  std::vector<Place> threats;
  for (const Place& place : places_of(figures, Dimension::threat)) {
    const std::string& id =
        figures.results().ids.at(static_cast<std::size_t>(Dimension::threat))[place.id];
    for (const auto& [own_id, threat] : setting.threats) {
      if (own_id == id && threat.has_victims) threats.push_back(place);
    }
  }
  if (!threats.empty()) {
    blocks.emplace_back(
        table_of_places(figures, threats, "Threats with victims who can be compensated", "Threat"));
  }
  if (blocks.empty()) return blocks;
  blocks.emplace_back(Paragraph{.words = rule_of_suppression(), .tone = Tone::note});
  blocks.emplace_back(Paragraph{
      .words = "All kinds of need are counted, statutory ones included. Areas and threats "
               "have different cases: rows are not a ranking.",
      .tone = Tone::note});
  return blocks;
}

}  // namespace ficap::report::html
