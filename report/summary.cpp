#include "report/summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/units.hpp"
#include "report/asset_parts.hpp"
#include "report/figures.hpp"
#include "report/summary_people.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

using models::Dimension;

constexpr std::size_t line_width = 100;

/// Ids of classes and their rows.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> classes_of_work{
    {{"discretionary", "free to ask or not (discretionary)"},
     {"directed", "directed"},
     {"statutory", "statutory"}}};

class Writer {
 public:
  Writer(const study::Results& results, const RunFacts& facts, const Names& names)
      : figures_{results, names, static_cast<double>(facts.years)} {}

  [[nodiscard]] std::string needs() const {
    TextTable table{{"Needs and requests",
                     "needs\na year",
                     "never\nasked %",
                     "turned\ndown %",
                     "too\nlate %",
                     "unmet of\nneed %",
                     "unmet in\nrecords %",
                     "days to\na start"}};
    const Figures::Row row = [this](std::optional<Place> at) -> std::vector<std::string> {
      const study::Estimate unmet = figures_.at("unmet_share_of_need", at);
      const auto parts = in_parts(unmet,
                                  {figures_.mean("suppressed", at),
                                   figures_.mean("declined", at),
                                   figures_.mean("expired", at)},
                                  per_cent,
                                  1);
      return {figures_.a_year("needs", at),
              parts[0],
              parts[1],
              parts[2],
              with_interval(unmet, per_cent),
              with_interval(figures_.at("unmet_share_of_requests", at), per_cent),
              with_interval(figures_.at("wait_days", at))};
    };
    // What the headline is about comes first.
    for (const auto& [id, label] : classes_of_work) {
      const auto at = figures_.place_of(Dimension::work_class, id);
      if (at && figures_.mean("needs", at) > 0.0) add_row(table, std::string{label}, row(at));
    }
    add_row(table, "all", row(std::nullopt));
    figures_.add_rows(table, {Dimension::organisation, Dimension::request}, "needs", row);
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
    const Figures::Row row = [this](std::optional<Place> at) -> std::vector<std::string> {
      std::vector<std::string> cells{figures_.a_year("cases", at)};
      const study::Estimate all{.mean = figures_.mean("cases", at) > 0.0 ? std::optional{1.0}
                                                                         : std::nullopt};
      for (std::string& share : in_parts(all,
                                         {figures_.mean("first_engaged_early", at),
                                          figures_.mean("first_engaged_middle", at),
                                          figures_.mean("first_engaged_late", at),
                                          figures_.mean("never_engaged", at)},
                                         per_cent,
                                         0)) {
        cells.push_back(std::move(share));
      }
      cells.push_back(with_interval(figures_.at("early_engagement_share", at), per_cent));
      return cells;
    };
    add_row(table, "all", row(std::nullopt));
    figures_.add_rows(table, {Dimension::organisation, Dimension::threat}, "cases", row);
    return table.text();
  }

  [[nodiscard]] std::string assets() const {
    TextTable table{{"Where modelled realisable assets went",
                     "a year",
                     "of every £100\nof them",
                     "of every £100\nof benefit"},
                    40};
    std::vector<study::Estimate> amounts;
    std::vector<double> means;
    for (const AssetPart& part : asset_parts) {
      amounts.push_back(figures_.amount_a_year(part.measure));
      means.push_back(amounts.back().mean.value_or(0.0));
    }
    const auto cells = pounds_in_parts(figures_.amount_a_year("assets_realisable"), amounts);
    const auto hundred = apportion(100, means);
    const study::Estimate benefit = figures_.amount_a_year("criminal_benefit");
    const double all = std::accumulate(means.begin(), means.end(), 0.0);
    const double gone = std::max(0.0, benefit.mean.value_or(0.0) - all);
    std::vector<double> of_benefit = means;
    of_benefit.push_back(gone);
    const auto hundred_of_benefit = apportion(100, of_benefit);
    const auto cell = [](std::int64_t pounds, double mean) {
      return pounds == 0 && mean > 0.0 ? "less than £1" : "£" + std::to_string(pounds);
    };
    for (std::size_t i = 0; i < asset_parts.size(); ++i) {
      table.add_row({std::string{asset_parts.at(i).label},
                     cells[i],
                     cell(hundred[i], means[i]),
                     cell(hundred_of_benefit[i], means[i])});
    }
    table.add_row(
        {"all of it", cells.back(), "£100", "£" + std::to_string(100 - hundred_of_benefit.back())});
    table.add_row({"benefit gone when the case opened",
                   pounds(gone),
                   "",
                   "£" + std::to_string(hundred_of_benefit.back())});
    return table.text();
  }

  /// In which stage the unit joined.
  [[nodiscard]] std::string stages() const {
    TextTable table{{"Stage of first engagement", "cases\na year", "of the\nengaged %"}, 40};
    const double all = figures_.mean("first_engaged");
    const auto& ids = figures_.results().ids.at(static_cast<std::size_t>(Dimension::stage));
    std::vector<Place> places;
    for (std::size_t id = 0; id < ids.size(); ++id)
      places.push_back({.dimension = Dimension::stage, .id = id});
    std::stable_sort(places.begin(), places.end(), [this](const Place& a, const Place& b) {
      return figures_.mean("first_engaged", a) > figures_.mean("first_engaged", b);
    });
    for (const Place& place : places) {
      const double mean = figures_.mean("first_engaged", place);
      if (mean <= 0.0) continue;
      table.add_row({figures_.names().of(Dimension::stage, ids[place.id]),
                     figures_.a_year("first_engaged", place),
                     decimal(100.0 * mean / all, 1)});
    }
    return table.text();
  }

  [[nodiscard]] std::string orders() const {
    TextTable table{{"Orders and money, any case", "a year"}, 40};
    table.add_row({"confiscation orders", figures_.a_year("confiscation_orders")});
    table.add_row({"forfeiture orders", figures_.a_year("forfeiture_orders")});
    table.add_row({"value of confiscation orders", figures_.money_a_year("confiscation_value")});
    table.add_row({"value of forfeiture orders", figures_.money_a_year("forfeiture_value")});
    table.add_row({"money received", figures_.money_a_year("cash_received")});
    if (figures_.mean("cash_to_victims") > 0.0)
      table.add_row({"of it, to victims first", figures_.money_a_year("cash_to_victims")});
    if (figures_.mean("default_interest") > 0.0)
      table.add_row({"interest owed on late orders", figures_.money_a_year("default_interest")});
    table.add_row(
        {"cost of officers and lawyers standing in", figures_.money_a_year("cost_of_cover")});
    if (figures_.mean("referrals") > 0.0) {
      table.add_row({"cases referred because they must be", figures_.a_year("referrals")});
      if (figures_.mean("referrals_refused") > 0.0) {
        table.add_row({"  of these, turned away at once", figures_.a_year("referrals_refused")});
        table.add_row({"  % referred of those that must be",
                       with_interval(figures_.at("referral_compliance"), per_cent)});
      }
    }
    return table.text();
  }

  /// How long things took, and what was protected in time.
  [[nodiscard]] std::string clocks() const {
    TextTable table{{"Time, and protection in time", ""}, 46};
    const auto days = [&](const char* label, const char* measure) {
      if (figures_.at(measure).mean)
        table.add_row({label, with_interval(figures_.at(measure)) + " days"});
    };
    days("from opening to first engagement", "days_to_first_engagement");
    days("from opening to first protection", "days_to_first_protection");
    days("from the first overt act to first protection", "days_from_overt_to_protection");
    days("from conviction to confiscation order", "days_to_confiscation_order");
    days("from an order to its payment", "days_from_order_to_payment");
    if (figures_.at("denied_before_overt_share").mean) {
      table.add_row({"protected before the first overt act",
                     with_interval(figures_.at("denied_before_overt_share"), per_cent) +
                         " % of what was protected"});
    }
    return table.text();
  }

  /// What the figures mean, and what they must not be used for.
  [[nodiscard]] std::string notes(const RunFacts& facts) const {
    std::vector<std::string> notes;
    if (figures_.results().replications > 1) {
      notes.emplace_back("± is half of a 95 % interval for chance alone.");
    }
    notes.push_back(
        "Unmet of need: never asked, turned down or too late, of these and the needs that were "
        "met, by the unit or by an officer or lawyer standing in (" +
        number(figures_.mean("covered") / figures_.years()) +
        " a year). Left out: cases that ended "
        "first (" +
        number(figures_.mean("withdrawn") / figures_.years()) +
        " a year) and needs still waiting at the end (" + number(figures_.mean("waiting")) + ").");
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

  [[nodiscard]] bool has_assets() const { return figures_.mean("assets_realisable") > 0.0; }

  [[nodiscard]] const Figures& figures() const noexcept { return figures_; }

 private:
  [[nodiscard]] static std::string beginning(const RunFacts& facts) {
    if (facts.warm_up_days == 0) {
      return facts.starts_from.empty() ? "The run began with no open cases and no requests."
                                       : "The run " + facts.starts_from + ".";
    }
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

  Figures figures_;
};

}  // namespace

std::string summary(const study::Results& results, const RunFacts& facts, const Names& names) {
  const Writer writer{results, facts, names};
  const Figures& figures = writer.figures();
  std::string text = writer.needs() + "\n" + writer.engagement() + "\n" + people_table(figures);
  for (const std::string& table :
       {posts_table(figures), hours_table(figures), beyond_the_contract_table(figures)}) {
    if (!table.empty()) text += "\n" + table;
  }
  if (figures.mean("first_engaged") > 0.0) text += "\n" + writer.stages();
  if (writer.has_assets()) {
    text += "\n" + writer.assets() + "\n" + writer.orders() + "\n" + writer.clocks();
  }
  text += "\n" + writer.notes(facts);
  if (!facts.id.empty()) {
    text += "Run " + facts.id +
            ": the same scenario, seed and number of futures give these figures again.\n";
  }
  return text;
}

}  // namespace ficap::report
