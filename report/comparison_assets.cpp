#include "report/comparison_assets.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "report/asset_parts.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

constexpr std::int64_t hundred_pounds = 10'000;  // pence
constexpr std::size_t options_in_a_table = 3;    // one has room for its own value as well
constexpr std::size_t widest_heading = 14;
constexpr std::string_view gone = "gone when the case opened";

std::string label_of(std::string_view measure) {
  for (const AssetPart& part : asset_parts) {
    if (part.measure == measure) return std::string{part.label};
  }
  return std::string{gone};
}

std::string in_pounds(std::int64_t pence) {
  return decimal(static_cast<double>(pence) / 100.0, 2);
}

/// What each part of £100 came to in the base, in pence: they add up to £100.00.
std::vector<std::int64_t> pence_of_base(const study::Comparison& split) {
  std::vector<double> shares;
  shares.reserve(split.measures.size());
  for (const study::MeasureComparison& part : split.measures)
    shares.push_back(std::max(0.0, part.standings.front().value.value_or(0.0)));
  return apportion(hundred_pounds, shares);
}

/// The same for an option. A part that no option moves shows the same pence as in the base.
std::vector<std::int64_t> pence_of(const study::Comparison& split,
                                   std::size_t option,
                                   const std::vector<std::int64_t>& base) {
  constexpr double same = 1e-12;
  std::vector<double> shares;
  std::int64_t left = hundred_pounds;
  std::vector<bool> moves;
  for (std::size_t part = 0; part < base.size(); ++part) {
    const auto& standings = split.measures[part].standings;
    const double share = std::max(0.0, standings.at(option).value.value_or(0.0));
    moves.push_back(std::fabs(share - standings.front().value.value_or(0.0)) > same);
    shares.push_back(moves.back() ? share : 0.0);
    if (!moves.back()) left -= base[part];
  }
  std::vector<std::int64_t> pence = apportion(left, shares);
  for (std::size_t part = 0; part < base.size(); ++part) {
    if (!moves[part]) pence[part] = base[part];
  }
  return pence;
}

std::string heading(const std::string& title) {
  std::string lines = wrapped(title, widest_heading);
  lines.pop_back();
  return lines;
}

std::string moved(std::int64_t pence, const study::Standing& standing) {
  const auto& half_width = standing.change->difference.half_width;
  const std::string sign = pence > 0 ? "+" : "";
  const std::string chance = half_width ? decimal(*half_width * 100.0, 2) : std::string{};
  const bool shows = !chance.empty() && chance != "0.00";
  return sign + in_pounds(pence) + (shows ? " ± " + chance : std::string{});
}

TextTable table_of(const study::Comparison& split,
                   std::string_view of_what,
                   const std::vector<std::string>& titles,
                   const std::vector<std::size_t>& options) {
  std::vector<std::string> headings{"Of every £100 of\n" + std::string{of_what},
                                    heading(titles.front())};
  const std::vector<std::int64_t> base = pence_of_base(split);
  const bool alone = titles.size() == 2;
  std::vector<std::vector<std::int64_t>> columns;
  columns.reserve(options.size());
  for (const std::size_t option : options) {
    headings.push_back(heading(titles.at(option)));
    if (alone) headings.emplace_back("against\nthe base");
    columns.push_back(pence_of(split, option, base));
  }
  TextTable table{std::move(headings), 36};
  for (std::size_t part = 0; part < split.measures.size(); ++part) {
    const study::MeasureComparison& measured = split.measures[part];
    std::vector<std::string> cells{label_of(measured.measure.measure->name), in_pounds(base[part])};
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (alone) cells.push_back(in_pounds(columns[i][part]));
      cells.push_back(moved(columns[i][part] - base[part], measured.standings.at(options[i])));
    }
    table.add_row(std::move(cells));
  }
  std::vector<std::string> all{"all of it", in_pounds(hundred_pounds)};
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (alone) all.push_back(in_pounds(hundred_pounds));
    all.push_back(in_pounds(0));
  }
  table.add_row(std::move(all));
  return table;
}

}  // namespace

std::vector<TextTable> tables_of_assets(const study::AssetSplit& assets,
                                        const std::vector<std::string>& titles) {
  std::vector<TextTable> tables;
  const std::size_t count = titles.size();
  const auto add = [&](const study::Comparison& split, std::string_view of_what) {
    if (!split.measures.front().standings.front().value) return;
    for (std::size_t first = 1; first < count; first += options_in_a_table) {
      std::vector<std::size_t> options;
      for (std::size_t option = first; option < std::min(count, first + options_in_a_table);
           ++option)
        options.push_back(option);
      tables.push_back(table_of(split, of_what, titles, options));
    }
  };
  add(assets.of_realisable, "modelled realisable assets");
  add(assets.of_benefit, "criminal benefit");
  return tables;
}

std::vector<std::string> notes_of_assets(const std::vector<std::string>& titles) {
  std::vector<std::string> notes;
  if (titles.size() > 2) notes.emplace_back("Of options: how much more or less than in the base.");
  notes.emplace_back(
      "Parts are where assets ended, not why. ± is half of an interval for "
      "chance; all of a table hold at once in 95 of 100 comparisons.");
  return notes;
}

std::string comparison_assets(const study::AssetSplit& assets,
                              const std::vector<std::string>& titles) {
  std::string text;
  for (const TextTable& table : tables_of_assets(assets, titles))
    text += table.text() + "\n";
  if (text.empty()) return text;
  for (const std::string& note : notes_of_assets(titles))
    text += wrapped(note, 100);
  return text + "\n";
}

}  // namespace ficap::report
