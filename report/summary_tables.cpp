#include "report/summary_tables.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/asset_parts.hpp"
#include "report/words.hpp"

namespace ficap::report {

using models::Dimension;

namespace {

/// Ids of classes and their rows.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> classes_of_work{
    {{"discretionary", "free to ask or not (discretionary)"},
     {"directed", "directed"},
     {"statutory", "statutory"}}};

}  // namespace

TextTable needs_table(const Figures& figures) {
  TextTable table{{"Needs and requests",
                   "needs\na year",
                   "never\nasked %",
                   "turned\ndown %",
                   "too\nlate %",
                   "unmet of\nneed %",
                   "unmet in\nrecords %",
                   "days to\na start"}};
  const Figures::Row row = [&figures](std::optional<Place> at) -> std::vector<std::string> {
    const study::Estimate unmet = figures.at("unmet_share_of_need", at);
    const auto parts = in_parts(
        unmet,
        {figures.mean("suppressed", at), figures.mean("declined", at), figures.mean("expired", at)},
        per_cent,
        1);
    return {figures.a_year("needs", at),
            parts[0],
            parts[1],
            parts[2],
            with_interval(unmet, per_cent),
            with_interval(figures.at("unmet_share_of_requests", at), per_cent),
            with_interval(figures.at("wait_days", at))};
  };
  // What the headline is about comes first.
  for (const auto& [id, label] : classes_of_work) {
    const auto at = figures.place_of(Dimension::work_class, id);
    if (at && figures.mean("needs", at) > 0.0) add_row(table, std::string{label}, row(at));
  }
  add_row(table, "all", row(std::nullopt));
  figures.add_rows(table, {Dimension::organisation, Dimension::request}, "needs", row);
  return table;
}

TextTable engagement_table(const Figures& figures) {
  TextTable table{{"First engagement",
                   "cases\na year",
                   "early\n%",
                   "middle\n%",
                   "late\n%",
                   "never\n%",
                   "early, of those\nthat needed it %"}};
  const Figures::Row row = [&figures](std::optional<Place> at) -> std::vector<std::string> {
    std::vector<std::string> cells{figures.a_year("cases", at)};
    const study::Estimate all{.mean = figures.mean("cases", at) > 0.0 ? std::optional{1.0}
                                                                      : std::nullopt};
    for (std::string& share : in_parts(all,
                                       {figures.mean("first_engaged_early", at),
                                        figures.mean("first_engaged_middle", at),
                                        figures.mean("first_engaged_late", at),
                                        figures.mean("never_engaged", at)},
                                       per_cent,
                                       0)) {
      cells.push_back(std::move(share));
    }
    cells.push_back(with_interval(figures.at("early_engagement_share", at), per_cent));
    return cells;
  };
  add_row(table, "all", row(std::nullopt));
  figures.add_rows(table, {Dimension::organisation, Dimension::threat}, "cases", row);
  return table;
}

TextTable assets_table(const Figures& figures) {
  TextTable table{{"Where modelled realisable assets went",
                   "a year",
                   "of every £100\nof them",
                   "of every £100\nof benefit"},
                  40};
  std::vector<study::Estimate> amounts;
  std::vector<double> means;
  for (const AssetPart& part : asset_parts) {
    amounts.push_back(figures.amount_a_year(part.measure));
    means.push_back(amounts.back().mean.value_or(0.0));
  }
  const auto cells = pounds_in_parts(figures.amount_a_year("assets_realisable"), amounts);
  const auto hundred = apportion(100, means);
  const study::Estimate benefit = figures.amount_a_year("criminal_benefit");
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
  return table;
}

TextTable stages_table(const Figures& figures) {
  TextTable table{{"Stage of first engagement", "cases\na year", "of the\nengaged %"}, 40};
  const double all = figures.mean("first_engaged");
  const auto& ids = figures.results().ids.at(static_cast<std::size_t>(Dimension::stage));
  std::vector<Place> places;
  for (std::size_t id = 0; id < ids.size(); ++id)
    places.push_back({.dimension = Dimension::stage, .id = id});
  std::stable_sort(places.begin(), places.end(), [&figures](const Place& a, const Place& b) {
    return figures.mean("first_engaged", a) > figures.mean("first_engaged", b);
  });
  for (const Place& place : places) {
    const double mean = figures.mean("first_engaged", place);
    if (mean <= 0.0) continue;
    table.add_row({figures.names().of(Dimension::stage, ids[place.id]),
                   figures.a_year("first_engaged", place),
                   decimal(100.0 * mean / all, 1)});
  }
  return table;
}

TextTable orders_table(const Figures& figures) {
  TextTable table{{"Orders and money, any case", "a year"}, 40};
  table.add_row({"confiscation orders", figures.a_year("confiscation_orders")});
  table.add_row({"forfeiture orders", figures.a_year("forfeiture_orders")});
  table.add_row({"value of confiscation orders", figures.money_a_year("confiscation_value")});
  table.add_row({"value of forfeiture orders", figures.money_a_year("forfeiture_value")});
  table.add_row({"money received", figures.money_a_year("cash_received")});
  if (figures.mean("cash_to_victims") > 0.0)
    table.add_row({"of it, to victims first", figures.money_a_year("cash_to_victims")});
  if (figures.mean("default_interest") > 0.0)
    table.add_row({"interest owed on late orders", figures.money_a_year("default_interest")});
  table.add_row(
      {"cost of officers and lawyers standing in", figures.money_a_year("cost_of_cover")});
  if (figures.mean("referrals") > 0.0) {
    table.add_row({"cases referred because they must be", figures.a_year("referrals")});
    if (figures.mean("referrals_refused") > 0.0) {
      table.add_row({"  of these, turned away at once", figures.a_year("referrals_refused")});
      table.add_row({"  % referred of those that must be",
                     with_interval(figures.at("referral_compliance"), per_cent)});
    }
  }
  return table;
}

TextTable clocks_table(const Figures& figures) {
  TextTable table{{"Time, and protection in time", ""}, 46};
  const auto days = [&](const char* label, const char* measure) {
    if (figures.at(measure).mean)
      table.add_row({label, with_interval(figures.at(measure)) + " days"});
  };
  days("from opening to first engagement", "days_to_first_engagement");
  days("from opening to first protection", "days_to_first_protection");
  days("from the first overt act to first protection", "days_from_overt_to_protection");
  days("from conviction to confiscation order", "days_to_confiscation_order");
  days("from an order to its payment", "days_from_order_to_payment");
  if (figures.at("denied_before_overt_share").mean) {
    table.add_row({"protected before the first overt act",
                   with_interval(figures.at("denied_before_overt_share"), per_cent) +
                       " % of what was protected"});
  }
  return table;
}

}  // namespace ficap::report
