#include "report/summary_people.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "report/words.hpp"

namespace ficap::report {

using models::Dimension;

TextTable people_table(const Figures& figures) {
  TextTable table{{"People and trust",
                   "productive\nhours a year",
                   "worked\nhours a year",
                   "used\n%",
                   "trust that\nhelp will come %"}};
  const Figures::Row row = [&figures](std::optional<Place> at) -> std::vector<std::string> {
    return {figures.a_year("hours_productive", at),
            figures.a_year("hours_worked", at),
            with_interval(figures.at("utilisation", at), per_cent),
            with_interval(figures.at("belief", at), per_cent)};
  };
  add_row(table, "all", row(std::nullopt));
  figures.add_rows(table, {Dimension::organisation}, "hours_contracted", row);
  return table;
}

std::optional<TextTable> posts_table(const Figures& figures) {
  if (figures.mean("leavers") <= 0.0 && figures.mean("handovers") <= 0.0 &&
      figures.mean("recruits_accredited") <= 0.0 && figures.mean("fte_on_loan") <= 0.0 &&
      figures.mean("fte_agency") <= 0.0)
    return std::nullopt;
  TextTable table{{"Posts and who holds them",
                   "FTE\nin post",
                   "of it\ntrained",
                   "posts\nvacant %",
                   "leavers\na year",
                   "accredited\na year",
                   "handed over\na year",
                   "requests\nin hand"}};
  const Figures::Row row = [&figures](std::optional<Place> at) -> std::vector<std::string> {
    return {with_interval(figures.at("fte_in_post", at)),
            with_interval(figures.at("fte_productive", at)),
            with_interval(figures.at("vacancy_share", at), per_cent),
            figures.a_year("leavers", at),
            figures.a_year("recruits_accredited", at),
            figures.a_year("handovers", at),
            with_interval(figures.at("caseload_per_person", at))};
  };
  add_row(table, "all", row(std::nullopt));
  figures.add_rows(table, {Dimension::organisation, Dimension::team}, "fte_in_post", row);
  return table;
}

std::optional<TextTable> hours_table(const Figures& figures) {
  if (figures.mean("hours_contracted") <= 0.0) return std::nullopt;
  TextTable table{{"Where contracted hours went", "hours a year", "of every 100"}};
  std::vector<std::pair<std::string, double>> parts{
      {"into requests", figures.mean("hours_worked")},
      {"no request to go into", figures.mean("hours_idle")},
      {"learning and teaching", figures.mean("hours_training")}};
  const auto& causes = figures.results().ids.at(static_cast<std::size_t>(Dimension::cause));
  for (std::size_t id = 0; id < causes.size(); ++id) {
    parts.emplace_back("away: " + figures.names().of(Dimension::cause, causes[id]),
                       figures.mean("hours_away", Place{Dimension::cause, id}));
  }
  std::vector<double> amounts;
  amounts.reserve(parts.size());
  for (const auto& part : parts)
    amounts.push_back(part.second / figures.years());
  const double all = figures.mean("hours_contracted") / figures.years();
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
  return table;
}

std::optional<TextTable> beyond_the_contract_table(const Figures& figures) {
  const bool nothing = figures.mean("hours_overtime") <= 0.0 && figures.mean("fte_agency") <= 0.0 &&
                       figures.mean("hours_for_others") <= 0.0 &&
                       figures.mean("fte_on_loan") <= 0.0 && figures.mean("staffing_cost") <= 0.0;
  if (nothing) return std::nullopt;
  TextTable table{{"Beyond the contract",
                   "overtime\nhours a year",
                   "agency\nhours a year",
                   "FTE\non loan",
                   "for others,\nhours a year",
                   "by others,\nhours a year",
                   "cost a year,\npay apart"}};
  const Figures::Row row = [&figures](std::optional<Place> at) -> std::vector<std::string> {
    return {figures.a_year("hours_overtime", at),
            figures.a_year("hours_agency", at),
            with_interval(figures.at("fte_on_loan", at)),
            figures.a_year("hours_for_others", at),
            figures.a_year("hours_from_others", at),
            figures.money_a_year("staffing_cost", at)};
  };
  add_row(table, "all", row(std::nullopt));
  // Whoever has anything of it.
  const auto any = [&figures](const Place& at) {
    return figures.mean("hours_overtime", at) + figures.mean("fte_agency", at) +
           figures.mean("fte_on_loan", at) + figures.mean("hours_for_others", at) +
           figures.mean("hours_from_others", at) + figures.mean("staffing_cost", at);
  };
  figures.add_rows(table, {Dimension::organisation, Dimension::team}, any, row);
  return table;
}

}  // namespace ficap::report
