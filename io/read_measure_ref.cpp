#include "io/read_measure_ref.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <vector>

#include "io/nearest.hpp"

namespace ficap::io {

namespace {

std::string quoted(std::string_view text) {
  return "\"" + std::string{text} + "\"";
}

// "did you mean ...?" where one name is near, a list where few have the text in them, or of all
// where these are few.
std::string advice(std::string_view text, const std::vector<std::string>& known) {
  const auto meant = nearest_or_whole(text, known);
  if (meant) return "; did you mean " + quoted(*meant) + "?";
  constexpr std::size_t few = 12;
  std::vector<std::string> like;
  std::copy_if(known.begin(), known.end(), std::back_inserter(like), [&](const std::string& name) {
    return !text.empty() && name.find(text) != std::string::npos;
  });
  if (like.empty()) like = known;
  if (like.empty() || like.size() > few) return "";
  std::string list;
  for (const std::string& name : like)
    list += (list.empty() ? "" : ", ") + name;
  return "; there are: " + list;
}

std::vector<std::string> measure_names() {
  std::vector<std::string> names;
  for (const models::Measure& measure : models::measures())
    names.emplace_back(measure.name);
  return names;
}

std::vector<std::string> dimensions_of(const models::Measure& measure) {
  std::vector<std::string> names;
  for (std::size_t d = 0; d < models::dimension_count; ++d) {
    if (measure.dimensions().contains(static_cast<models::Dimension>(d)))
      names.emplace_back(models::dimension_names[d]);
  }
  return names;
}

}  // namespace

bool is_cut_twice(std::string_view id) noexcept {
  return id.find(',') != std::string_view::npos && id.find('=') != std::string_view::npos;
}

std::variant<study::MeasureRef, NoSuchMeasure> read_measure_ref(std::string_view text,
                                                                const models::DimensionIds& ids) {
  const std::size_t bracket = text.find('[');
  const std::string name{text.substr(0, bracket)};
  const models::Measure* const measure = models::find_measure(name);
  if (measure == nullptr) {
    const std::string likely = advice(name, measure_names());
    return NoSuchMeasure{"there is no measure " + quoted(name) +
                         (likely.empty()
                              ? "; `ficap cite RESULTS.json --list` lists those of any results file"
                              : likely)};
  }
  if (bracket == std::string_view::npos) return study::MeasureRef{measure, std::nullopt};

  const std::string_view inside = text.substr(bracket + 1);
  const std::size_t equals = inside.find('=');
  if (equals == std::string_view::npos || inside.back() != ']') {
    return NoSuchMeasure{
        "a part of a measure is written like "
        "unmet_share_of_need[class=discretionary], not " +
        quoted(text)};
  }
  const std::string dimension{inside.substr(0, equals)};
  const std::string id{inside.substr(equals + 1, inside.size() - equals - 2)};
  const std::vector<std::string> dimensions = dimensions_of(*measure);
  if (std::find(dimensions.begin(), dimensions.end(), dimension) == dimensions.end()) {
    return NoSuchMeasure{
        name + " is not known by " + quoted(dimension) +
        (dimensions.empty() ? ", only as a whole" : advice(dimension, dimensions))};
  }
  const auto d = static_cast<std::size_t>(
      std::find(models::dimension_names.begin(), models::dimension_names.end(), dimension) -
      models::dimension_names.begin());
  const auto found = std::find(ids[d].begin(), ids[d].end(), id);
  if (found == ids[d].end()) {
    return NoSuchMeasure{"this scenario has no " + dimension + " " + quoted(id) +
                         (is_cut_twice(id) ? one_cut : advice(id, ids[d]))};
  }
  return study::MeasureRef{measure,
                           study::Cut{.dimension = static_cast<models::Dimension>(d),
                                      .id = static_cast<std::size_t>(found - ids[d].begin())}};
}

}  // namespace ficap::io
