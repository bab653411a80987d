#include "report/summary.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "report/asset_parts.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

using models::Dimension;

constexpr double per_cent = 0.01;

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
  }
  return "";
}

/// A row's place: the total, or one id of a dimension.
struct Place {
  Dimension dimension{};
  std::size_t id{};
};

class Writer {
 public:
  Writer(const study::Results& results, const RunFacts& facts, const Names& names)
      : results_{results}, names_{names}, years_{static_cast<double>(facts.years)} {}

  [[nodiscard]] std::string needs() const {
    TextTable table{{"Needs and requests",
                     "needs\na year",
                     "never\nasked %",
                     "turned\ndown %",
                     "too\nlate %",
                     "unmet of\nneed %",
                     "unmet in\nrecords %",
                     "days to\na start"}};
    const auto row = [this](std::optional<Place> at) -> std::vector<std::string> {
      const double unmet_base = mean("suppressed", at) + mean("declined", at) +
                                mean("expired", at) + mean("covered", at) + mean("served", at);
      return {a_year("needs", at),
              part_of(mean("suppressed", at), unmet_base),
              part_of(mean("declined", at), unmet_base),
              part_of(mean("expired", at), unmet_base),
              with_interval(at_place("unmet_share_of_need", at), per_cent),
              with_interval(at_place("unmet_share_of_requests", at), per_cent),
              with_interval(at_place("wait_days", at))};
    };
    add_rows(
        table, {Dimension::work_class, Dimension::organisation, Dimension::request}, "needs", row);
    return table.text();
  }

  [[nodiscard]] std::string engagement() const {
    TextTable table{{"First engagement",
                     "cases\na year",
                     "early\n%",
                     "middle\n%",
                     "late\n%",
                     "never\n%",
                     "early, of those\nthat needed it %"}};
    const auto row = [this](std::optional<Place> at) -> std::vector<std::string> {
      const auto shares = apportion(100,
                                    {mean("first_engaged_early", at),
                                     mean("first_engaged_middle", at),
                                     mean("first_engaged_late", at),
                                     mean("never_engaged", at)});
      std::vector<std::string> cells{a_year("cases", at)};
      const bool any = mean("cases", at) > 0.0;
      for (const std::int64_t share : shares) {
        cells.push_back(any ? std::to_string(share) : std::string{no_number});
      }
      cells.push_back(with_interval(at_place("early_engagement_share", at), per_cent));
      return cells;
    };
    add_rows(table, {Dimension::organisation, Dimension::threat}, "cases", row);
    return table.text();
  }

  [[nodiscard]] std::string people() const {
    TextTable table{{"People and trust",
                     "productive\nhours a year",
                     "worked\nhours a year",
                     "used\n%",
                     "trust that help\nwill come %"}};
    const auto row = [this](std::optional<Place> at) -> std::vector<std::string> {
      return {a_year("productive_hours", at),
              a_year("worked_hours", at),
              with_interval(at_place("utilisation", at), per_cent),
              with_interval(at_place("belief", at), per_cent)};
    };
    add_rows(table, {Dimension::organisation}, "contracted_hours", row);
    return table.text();
  }

  [[nodiscard]] std::string assets() const {
    TextTable table{{"Where modelled realisable assets went", "a year", "of every £100"}, 40};
    std::vector<double> amounts;
    amounts.reserve(asset_parts.size());
    for (const AssetPart& part : asset_parts)
      amounts.push_back(mean(part.measure, std::nullopt));
    const auto hundred = apportion(100, amounts);
    for (std::size_t i = 0; i < asset_parts.size(); ++i) {
      table.add_row({std::string{asset_parts.at(i).label},
                     money_a_year(asset_parts.at(i).measure),
                     "£" + std::to_string(hundred[i])});
    }
    table.add_row({"all of it", money_a_year("assets_realisable"), "£100"});
    return table.text();
  }

  [[nodiscard]] std::string orders() const {
    TextTable table{{"Orders and money, any case", "a year"}, 40};
    table.add_row({"confiscation orders", a_year("confiscation_orders", std::nullopt)});
    table.add_row({"forfeiture orders", a_year("forfeiture_orders", std::nullopt)});
    table.add_row({"value of orders", money_a_year("orders_value")});
    table.add_row({"money received", money_a_year("cash_received")});
    table.add_row({"cost of officers and lawyers standing in", money_a_year("cost_of_cover")});
    table.add_row({"days from opening to first protection",
                   with_interval(at_place("days_to_first_protection", std::nullopt))});
    return table.text();
  }

  [[nodiscard]] bool has_assets() const { return mean("assets_realisable", std::nullopt) > 0.0; }

 private:
  // An empty estimate where the measure is not cut by the dimension.
  [[nodiscard]] study::Estimate at_place(std::string_view measure, std::optional<Place> at) const {
    const study::MeasureResult& result = results_.at(measure);
    if (!at) return result.total;
    if (!result.measure.dimensions().contains(at->dimension)) return {};
    return result.cut(at->dimension, at->id);
  }
  [[nodiscard]] double mean(std::string_view measure, std::optional<Place> at) const {
    return at_place(measure, at).mean.value_or(0.0);
  }
  [[nodiscard]] std::string a_year(std::string_view measure, std::optional<Place> at) const {
    return with_interval(study::scaled(at_place(measure, at), 1.0 / years_), 1.0, 0);
  }
  [[nodiscard]] std::string money_a_year(std::string_view measure) const {
    return pounds_with_interval(study::scaled(at_place(measure, std::nullopt), 1.0 / years_));
  }
  [[nodiscard]] static std::string part_of(double part, double whole) {
    return whole > 0.0 ? decimal(100.0 * part / whole, 0) : std::string{no_number};
  }

  // A row for all, then for each id of each dimension, where it has any of `counted`.
  void add_rows(TextTable& table,
                const std::vector<Dimension>& dimensions,
                std::string_view counted_by,
                const std::function<std::vector<std::string>(std::optional<Place>)>& cells) const {
    const auto add = [&](const std::string& label, std::optional<Place> at) {
      std::vector<std::string> row{label};
      for (std::string& cell : cells(at))
        row.push_back(std::move(cell));
      table.add_row(std::move(row));
    };
    add("all", std::nullopt);
    for (const Dimension dimension : dimensions) {
      const auto d = static_cast<std::size_t>(dimension);
      bool introduced = false;
      for (std::size_t id = 0; id < results_.ids.at(d).size(); ++id) {
        const Place at{.dimension = dimension, .id = id};
        if (!(mean(counted_by, at) > 0.0)) continue;
        if (!introduced) table.add_group(std::string{heading_of(dimension)});
        introduced = true;
        add("  " + names_.of(dimension, results_.ids.at(d)[id]), at);
      }
    }
  }

  const study::Results& results_;
  const Names& names_;
  double years_;
};

}  // namespace

std::string summary(const study::Results& results, const RunFacts& facts, const Names& names) {
  const Writer writer{results, facts, names};
  std::string text = writer.needs() + "\n" + writer.engagement() + "\n" + writer.people();
  if (writer.has_assets()) text += "\n" + writer.assets() + "\n" + writer.orders();
  if (results.replications > 1) text += "\n± is half of a 95 % interval for chance alone.\n";
  text += "Unmet of need: never asked, turned down or too late, of all needs whose end is known.\n";
  if (!facts.id.empty()) {
    text += "Run " + facts.id +
            ": the same scenario, seed and number of futures give these figures again.\n";
  }
  return text;
}

}  // namespace ficap::report
