#include "report/summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/units.hpp"
#include "report/asset_parts.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

using models::Dimension;

constexpr double per_cent = 0.01;
constexpr std::size_t line_width = 100;

/// Ids of classes and their rows.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> classes_of_work{
    {{"discretionary", "free to ask or not (discretionary)"},
     {"directed", "directed"},
     {"statutory", "statutory"}}};

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
    const Row row = [this](std::optional<Place> at) -> std::vector<std::string> {
      const study::Estimate unmet = at_place("unmet_share_of_need", at);
      const auto parts = in_parts(
          unmet, {mean("suppressed", at), mean("declined", at), mean("expired", at)}, per_cent, 1);
      return {a_year("needs", at),
              parts[0],
              parts[1],
              parts[2],
              with_interval(unmet, per_cent),
              with_interval(at_place("unmet_share_of_requests", at), per_cent),
              with_interval(at_place("wait_days", at))};
    };
    // What the headline is about comes first.
    for (const auto& [id, label] : classes_of_work) {
      const auto at = place_of(Dimension::work_class, id);
      if (at && mean("needs", at) > 0.0) add_row(table, std::string{label}, row(at));
    }
    add_row(table, "all", row(std::nullopt));
    add_rows(table, {Dimension::organisation, Dimension::request}, "needs", row);
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
    const Row row = [this](std::optional<Place> at) -> std::vector<std::string> {
      std::vector<std::string> cells{a_year("cases", at)};
      const study::Estimate all{.mean =
                                    mean("cases", at) > 0.0 ? std::optional{1.0} : std::nullopt};
      for (std::string& share : in_parts(all,
                                         {mean("first_engaged_early", at),
                                          mean("first_engaged_middle", at),
                                          mean("first_engaged_late", at),
                                          mean("never_engaged", at)},
                                         per_cent,
                                         0)) {
        cells.push_back(std::move(share));
      }
      cells.push_back(with_interval(at_place("early_engagement_share", at), per_cent));
      return cells;
    };
    add_row(table, "all", row(std::nullopt));
    add_rows(table, {Dimension::organisation, Dimension::threat}, "cases", row);
    return table.text();
  }

  [[nodiscard]] std::string people() const {
    TextTable table{{"People and trust",
                     "productive\nhours a year",
                     "worked\nhours a year",
                     "used\n%",
                     "trust that\nhelp will come %"}};
    const Row row = [this](std::optional<Place> at) -> std::vector<std::string> {
      return {a_year("hours_productive", at),
              a_year("hours_worked", at),
              with_interval(at_place("utilisation", at), per_cent),
              with_interval(at_place("belief", at), per_cent)};
    };
    add_row(table, "all", row(std::nullopt));
    add_rows(table, {Dimension::organisation}, "hours_contracted", row);
    return table.text();
  }

  /// Where people come and go.
  [[nodiscard]] std::string posts() const {
    TextTable table{{"Posts and who holds them",
                     "FTE\nin post",
                     "of it\ntrained",
                     "posts\nvacant %",
                     "leavers\na year",
                     "accredited\na year",
                     "handed over\na year",
                     "requests\nin hand"}};
    const Row row = [this](std::optional<Place> at) -> std::vector<std::string> {
      return {with_interval(at_place("fte_in_post", at)),
              with_interval(at_place("fte_productive", at)),
              with_interval(at_place("vacancy_share", at), per_cent),
              a_year("leavers", at),
              a_year("recruits_accredited", at),
              a_year("handovers", at),
              with_interval(at_place("caseload_per_person", at))};
    };
    add_row(table, "all", row(std::nullopt));
    add_rows(table, {Dimension::organisation, Dimension::team}, "fte_in_post", row);
    return table.text();
  }

  [[nodiscard]] bool has_careers() const {
    return mean("leavers", std::nullopt) > 0.0 || mean("handovers", std::nullopt) > 0.0 ||
           mean("recruits_accredited", std::nullopt) > 0.0;
  }

  [[nodiscard]] bool has_hours() const { return mean("hours_contracted", std::nullopt) > 0.0; }

  /// What became of the hours that people are employed for: parts that add up.
  [[nodiscard]] std::string hours() const {
    TextTable table{{"Where contracted hours went", "hours a year", "of every 100"}};
    std::vector<std::pair<std::string, double>> parts{
        {"into requests", mean("hours_worked", std::nullopt)},
        {"no request to go into", mean("hours_idle", std::nullopt)},
        {"learning and teaching", mean("hours_training", std::nullopt)}};
    const auto& causes = results_.ids.at(static_cast<std::size_t>(Dimension::cause));
    for (std::size_t id = 0; id < causes.size(); ++id) {
      parts.emplace_back("away: " + names_.of(Dimension::cause, causes[id]),
                         mean("hours_away", Place{Dimension::cause, id}));
    }
    std::vector<double> amounts;
    amounts.reserve(parts.size());
    for (const auto& part : parts)
      amounts.push_back(part.second / years_);
    const double all = mean("hours_contracted", std::nullopt) / years_;
    const auto rounded = apportion(static_cast<std::int64_t>(std::floor(all + 0.5)), amounts);
    const auto hundred = apportion(100, amounts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (rounded[i] == 0) continue;
      table.add_row({parts[i].first,
                     with_commas(rounded[i]),
                     hundred[i] == 0 ? "less than 1" : std::to_string(hundred[i])});
    }
    table.add_row(
        {"all of them", with_commas(static_cast<std::int64_t>(std::floor(all + 0.5))), "100"});
    return table.text();
  }

  [[nodiscard]] std::string assets() const {
    TextTable table{{"Where modelled realisable assets went", "a year", "of every £100"}, 40};
    std::vector<study::Estimate> amounts;
    std::vector<double> means;
    for (const AssetPart& part : asset_parts) {
      amounts.push_back(amount_a_year(part.measure));
      means.push_back(amounts.back().mean.value_or(0.0));
    }
    const auto cells = pounds_in_parts(amount_a_year("assets_realisable"), amounts);
    const auto hundred = apportion(100, means);
    for (std::size_t i = 0; i < asset_parts.size(); ++i) {
      const bool hidden = hundred[i] == 0 && means[i] > 0.0;
      table.add_row({std::string{asset_parts.at(i).label},
                     cells[i],
                     hidden ? "less than £1" : "£" + std::to_string(hundred[i])});
    }
    table.add_row({"all of it", cells.back(), "£100"});
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
    if (mean("referrals", std::nullopt) > 0.0) {
      table.add_row({"cases referred because they must be", a_year("referrals", std::nullopt)});
    }
    return table.text();
  }

  /// What the figures mean, and what they must not be used for.
  [[nodiscard]] std::string notes(const RunFacts& facts) const {
    std::vector<std::string> notes;
    if (results_.replications > 1) {
      notes.emplace_back("± is half of a 95 % interval for chance alone.");
    }
    notes.push_back(
        "Unmet of need: never asked, turned down or too late, of these and the needs that were "
        "met, by the unit or by an officer or lawyer standing in (" +
        number(mean("covered", std::nullopt) / years_) +
        " a year). Left out: cases that ended "
        "first (" +
        number(mean("withdrawn", std::nullopt) / years_) +
        " a year) and needs still waiting at the end (" + number(mean("waiting", std::nullopt)) +
        ").");
    notes.emplace_back(
        "Early: before the first overt act, such as an arrest; middle: from then to the charge; "
        "late: from trial on.");
    notes.emplace_back("Organisations have different cases: rows are not a ranking.");
    if (has_assets()) {
      notes.emplace_back("The parts of £100 are where assets ended, not why.");
      notes.emplace_back(
          "Collected: paid on orders in cases opened in the period, up to the end of the run. "
          "Money "
          "received: from any case, within the period.");
    }
    notes.push_back(beginning(facts));
    std::string text;
    for (const std::string& note : notes)
      text += wrapped(note, line_width);
    return text;
  }

  [[nodiscard]] bool has_assets() const { return mean("assets_realisable", std::nullopt) > 0.0; }

 private:
  using Row = std::function<std::vector<std::string>(std::optional<Place>)>;

  [[nodiscard]] static std::string beginning(const RunFacts& facts) {
    if (facts.warm_up_days == 0) return "The run began with no open cases and no requests.";
    const auto days = static_cast<double>(facts.warm_up_days);
    const double years = std::floor(days / models::days_per_year + 0.5);
    const bool whole = years > 0.0 && std::fabs(days - years * models::days_per_year) < 1.0;
    return "The run began after " +
           (whole ? counted(static_cast<std::int64_t>(years), "year", "years")
                  : counted(facts.warm_up_days, "day", "days")) +
           " of warm-up under the setting that held before the plan.";
  }
  [[nodiscard]] static std::string number(double count) {
    return count > 0.0 && count < 0.5 ? "fewer than 1" : decimal(count, 0);
  }
  [[nodiscard]] std::optional<Place> place_of(Dimension dimension, std::string_view id) const {
    const auto& ids = results_.ids.at(static_cast<std::size_t>(dimension));
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) return std::nullopt;
    return Place{.dimension = dimension, .id = static_cast<std::size_t>(found - ids.begin())};
  }
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
  [[nodiscard]] study::Estimate amount_a_year(std::string_view measure) const {
    return study::scaled(at_place(measure, std::nullopt), 1.0 / years_);
  }
  [[nodiscard]] std::string money_a_year(std::string_view measure) const {
    return pounds_with_interval(amount_a_year(measure));
  }

  static void add_row(TextTable& table, std::string label, std::vector<std::string> cells) {
    cells.insert(cells.begin(), std::move(label));
    table.add_row(std::move(cells));
  }
  // A row for each id of each dimension, where it has any of `counted_by`; of more than fit a
  // screen, those that have most, and a line that says where the others are.
  void add_rows(TextTable& table,
                const std::vector<Dimension>& dimensions,
                std::string_view counted_by,
                const Row& cells) const {
    for (const Dimension dimension : dimensions) {
      const auto d = static_cast<std::size_t>(dimension);
      std::vector<Place> places;
      for (std::size_t id = 0; id < results_.ids.at(d).size(); ++id) {
        const Place at{.dimension = dimension, .id = id};
        if (mean(counted_by, at) > 0.0) places.push_back(at);
      }
      if (places.empty()) continue;
      const std::vector<Place> shown = largest(places, counted_by);
      const std::size_t others = places.size() - shown.size();
      table.add_group(std::string{heading_of(dimension)} + (others > 0 ? ", the largest" : ""));
      for (const Place& at : shown)
        add_row(table, "  " + names_.of(dimension, results_.ids.at(d)[at.id]), cells(at));
      if (others > 0) {
        table.add_group("  and " + std::to_string(others) +
                        " smaller ones: --json FILE or --csv FOLDER has them all");
      }
    }
  }

  /// @returns all places, or of too many those that have most of `counted_by`; in the order given
  [[nodiscard]] std::vector<Place> largest(std::vector<Place> places,
                                           std::string_view counted_by) const {
    constexpr std::size_t too_many = 24;
    constexpr std::size_t enough = 12;
    if (places.size() <= too_many) return places;
    std::stable_sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
      return mean(counted_by, a) > mean(counted_by, b);
    });
    places.resize(enough);
    std::sort(
        places.begin(), places.end(), [](const Place& a, const Place& b) { return a.id < b.id; });
    return places;
  }

  const study::Results& results_;
  const Names& names_;
  double years_;
};

}  // namespace

std::string summary(const study::Results& results, const RunFacts& facts, const Names& names) {
  const Writer writer{results, facts, names};
  std::string text = writer.needs() + "\n" + writer.engagement() + "\n" + writer.people();
  if (writer.has_careers()) text += "\n" + writer.posts();
  if (writer.has_hours()) text += "\n" + writer.hours();
  if (writer.has_assets()) text += "\n" + writer.assets() + "\n" + writer.orders();
  text += "\n" + writer.notes(facts);
  if (!facts.id.empty()) {
    text += "Run " + facts.id +
            ": the same scenario, seed and number of futures give these figures again.\n";
  }
  return text;
}

}  // namespace ficap::report
