#include "study/series.hpp"

#include <string_view>
#include <vector>

#include <doctest/doctest.h>

using namespace ficap;

TEST_CASE("a month later is the same day, or the last day of a shorter month") {
  CHECK(study::months_later({2026, 4, 1}, 0) == sim::Date{2026, 4, 1});
  CHECK(study::months_later({2026, 4, 1}, 8) == sim::Date{2026, 12, 1});
  CHECK(study::months_later({2026, 4, 1}, 9) == sim::Date{2027, 1, 1});
  CHECK(study::months_later({2027, 1, 31}, 1) == sim::Date{2027, 2, 28});
  CHECK(study::months_later({2027, 1, 31}, 13) == sim::Date{2028, 2, 29});
}

TEST_CASE("a month's figures are averaged over futures, in people's units") {
  models::MonthRow april;
  april.needs = 10;
  april.belief_thousandths = 250;
  april.cash_forfeiture = 150;
  april.away_ms = 3'600'000;
  models::MonthRow may;
  may.backlog = 7;
  std::vector<models::Outcome> outcomes(2);
  outcomes[0].months = {april, may};
  outcomes[1].months = {models::MonthRow{}, may};
  const auto series = study::mean_series({2026, 4, 1}, outcomes);
  REQUIRE(series.size() == 2);
  const auto value = [&](std::size_t month, std::string_view name) {
    const auto columns = models::month_columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].name == name) return series[month].values.at(i);
    }
    return -1.0;
  };
  CHECK(series[0].first_day == sim::Date{2026, 4, 1});
  CHECK(value(0, "needs") == 5.0);
  CHECK(value(0, "belief") == 0.125);
  CHECK(value(0, "cash_from_forfeiture") == 0.75);
  CHECK(value(0, "hours_away") == doctest::Approx(0.5));
  CHECK(value(0, "posts") == 0.0);
  CHECK(series[1].first_day == sim::Date{2026, 5, 1});
  CHECK(value(1, "backlog") == 7.0);
}
