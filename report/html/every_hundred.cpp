#include "report/html/every_hundred.hpp"

#include <algorithm>
#include <utility>

#include "report/asset_parts.hpp"
#include "report/comparison_assets.hpp"
#include "report/html/pictures.hpp"
#include "report/words.hpp"

namespace ficap::report::html {

namespace {

// Assets and benefit, of up to three options.
constexpr std::size_t most_open = 2;

std::vector<double> shares_in(std::size_t scenario, const study::AssetSplit& assets) {
  std::vector<double> shares(asset_parts.size(), 0.0);
  for (const study::MeasureComparison& part : assets.of_realisable.measures) {
    for (std::size_t i = 0; i < asset_parts.size(); ++i) {
      if (asset_parts.at(i).measure == part.measure.measure->name)
        shares[i] = std::max(0.0, part.standings.at(scenario).value.value_or(0.0));
    }
  }
  return shares;
}

Figure waterfall(const std::vector<double>& shares, const std::string& title) {
  const auto pence = apportion(10'000, shares);
  Table table{.caption = "Of every £100: " + title, .columns = {"Part", "£"}, .rows = {}};
  for (std::size_t part = 0; part < asset_parts.size(); ++part) {
    table.rows.push_back({.cells = {std::string{asset_parts.at(part).label},
                                    decimal(static_cast<double>(pence[part]) / 100.0, 2)}});
  }
  table.rows.push_back({.cells = {"all of it", "100.00"}, .is_total = true});
  return hundred_pounds(shares, ": " + title, std::move(table));
}

}  // namespace

std::size_t collects_most(const study::AssetSplit& assets,
                          const std::vector<std::size_t>& options) {
  const auto& standings = assets.of_realisable.measures.front().standings;
  const auto collected = [&](std::size_t option) { return standings[option].value.value_or(0.0); };
  return *std::max_element(options.begin(), options.end(), [&](std::size_t a, std::size_t b) {
    return collected(a) < collected(b);
  });
}

Section every_hundred_pounds(const study::AssetSplit& assets,
                             const std::vector<std::string>& titles,
                             const std::vector<std::size_t>& pictured) {
  Section section{.heading = "Where every £100 goes", .blocks = {}};
  const auto tables = tables_of_assets(assets, titles);
  if (tables.empty()) return section;
  for (const std::size_t i : pictured)
    section.blocks.emplace_back(waterfall(shares_in(i, assets), titles.at(i)));
  for (const TextTable& text : tables) {
    Table table = table_of(text);
    if (tables.size() <= most_open) {
      section.blocks.emplace_back(std::move(table));
      continue;
    }
    // The first two columns are of all tables: what each row is, and the base.
    const std::vector<std::string> options{table.columns.begin() + 2, table.columns.end()};
    std::string summary = table.caption + ": " + joined(options);
    section.blocks.emplace_back(Closed{.summary = std::move(summary), .table = std::move(table)});
  }
  for (const std::string& note : notes_of_assets(titles))
    section.blocks.emplace_back(Paragraph{.words = note, .tone = Tone::note});
  return section;
}

}  // namespace ficap::report::html
