#include "report/figures.hpp"

#include <algorithm>
#include <utility>

#include "report/words.hpp"

namespace ficap::report {

namespace {

using models::Dimension;

std::string_view heading_of(Dimension dimension) {
  switch (dimension) {
    case Dimension::work_class:
      return "by class of work";
    case Dimension::request:
      return "by kind of help";
    case Dimension::organisation:
      return "by organisation";
    case Dimension::threat:
      return "by threat";
    case Dimension::skill:
      return "by skill";
    case Dimension::area:
      return "by area";
    case Dimension::harm:
      return "by harm";
    case Dimension::team:
      return "by team";
    case Dimension::cause:
      return "by cause";
    case Dimension::stage:
      return "by stage";
  }
  return "";
}

}  // namespace

std::optional<Place> Figures::place_of(Dimension dimension, std::string_view id) const {
  const auto& ids = results_.ids.at(static_cast<std::size_t>(dimension));
  const auto found = std::find(ids.begin(), ids.end(), id);
  if (found == ids.end()) return std::nullopt;
  return Place{.dimension = dimension, .id = static_cast<std::size_t>(found - ids.begin())};
}

study::Estimate Figures::at(std::string_view measure, std::optional<Place> place) const {
  const study::MeasureResult& result = results_.at(measure);
  if (!place) return result.total;
  if (!result.measure.dimensions().contains(place->dimension)) return {};
  return result.cut(place->dimension, place->id);
}

double Figures::mean(std::string_view measure, std::optional<Place> place) const {
  return at(measure, place).mean.value_or(0.0);
}

std::string Figures::a_year(std::string_view measure, std::optional<Place> place) const {
  return with_interval(amount_a_year(measure, place), 1.0, 0);
}

study::Estimate Figures::amount_a_year(std::string_view measure, std::optional<Place> place) const {
  return study::scaled(at(measure, place), 1.0 / years_);
}

std::string Figures::money_a_year(std::string_view measure, std::optional<Place> place) const {
  return pounds_with_interval(amount_a_year(measure, place));
}

void Figures::add_rows(TextTable& table,
                       const std::vector<Dimension>& dimensions,
                       const Weight& counted_by,
                       const Row& cells) const {
  for (const Dimension dimension : dimensions) {
    const auto d = static_cast<std::size_t>(dimension);
    std::vector<Place> places;
    for (std::size_t id = 0; id < results_.ids.at(d).size(); ++id) {
      const Place place{.dimension = dimension, .id = id};
      if (counted_by(place) > 0.0) places.push_back(place);
    }
    if (places.empty()) continue;
    const std::vector<Place> shown = largest(places, counted_by);
    const std::size_t others = places.size() - shown.size();
    table.add_group(std::string{heading_of(dimension)} + (others > 0 ? ", the largest" : ""));
    for (const Place& place : shown)
      add_row(table, "  " + names_.of(dimension, results_.ids.at(d)[place.id]), cells(place));
    if (others > 0) {
      table.add_group("  and " + std::to_string(others) +
                      " smaller ones: --json FILE or --csv FOLDER has them all");
    }
  }
}

// All places, or of too many those that have most of `counted_by`; in the order given.
std::vector<Place> Figures::largest(std::vector<Place> places, const Weight& counted_by) {
  constexpr std::size_t too_many = 24;
  constexpr std::size_t enough = 12;
  if (places.size() <= too_many) return places;
  std::stable_sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
    return counted_by(a) > counted_by(b);
  });
  places.resize(enough);
  std::sort(
      places.begin(), places.end(), [](const Place& a, const Place& b) { return a.id < b.id; });
  return places;
}

void add_row(TextTable& table, std::string label, std::vector<std::string> cells) {
  cells.insert(cells.begin(), std::move(label));
  table.add_row(std::move(cells));
}

}  // namespace ficap::report
