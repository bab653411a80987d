#include "models/bank_holidays.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/print.hpp"

namespace {

using ficap::models::easter_sunday;
using ficap::models::is_bank_holiday_in_england;
using ficap::sim::Date;

// To 2028 as published by GOV.UK ("UK bank holidays", England and Wales); after that by the rule of
// the Act with Easter from the tables of the Book of Common Prayer.
const std::vector<std::pair<int, std::vector<std::string>>> published{
    {2020, {"01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"}},
    {2021, {"01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"}},
    {2022,
     {"01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"}},
    {2023, {"01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"}},
    {2024, {"01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"}},
    {2025, {"01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"}},
    {2026, {"01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"}},
    {2027, {"01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"}},
    {2028, {"01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"}},
    {2029, {"01-01", "03-30", "04-02", "05-07", "05-28", "08-27", "12-25", "12-26"}},
    {2030, {"01-01", "04-19", "04-22", "05-06", "05-27", "08-26", "12-25", "12-26"}},
    {2031, {"01-01", "04-11", "04-14", "05-05", "05-26", "08-25", "12-25", "12-26"}},
    {2032, {"01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"}},
    {2033, {"01-03", "04-15", "04-18", "05-02", "05-30", "08-29", "12-26", "12-27"}},
    {2034, {"01-02", "04-07", "04-10", "05-01", "05-29", "08-28", "12-25", "12-26"}},
    {2035, {"01-01", "03-23", "03-26", "05-07", "05-28", "08-27", "12-25", "12-26"}},
};

}  // namespace

TEST_CASE("the bank holidays of 2020 to 2035 are those that were published, and no other day") {
  for (const auto& year : published) {
    std::vector<std::string> found;
    for (unsigned month = 1; month <= 12; ++month) {
      for (unsigned day = 1; day <= ficap::sim::days_in_month(year.first, month); ++day) {
        const Date date{year.first, month, day};
        if (is_bank_holiday_in_england(date)) {
          found.push_back(ficap::sim::to_string(date).substr(5));
        }
      }
    }
    CAPTURE(year.first);
    CHECK(found == year.second);
  }
}

TEST_CASE("Easter falls on its earliest, its latest and its exceptional days") {
  CHECK(easter_sunday(1818) == Date{1818, 3, 22});  // the earliest there is
  CHECK(easter_sunday(2038) == Date{2038, 4, 25});  // the latest there is
  CHECK(easter_sunday(1954) == Date{1954, 4, 18});  // where the simple rule would say 25 April
  CHECK(easter_sunday(1981) == Date{1981, 4, 19});  // where it would say 26 April
  CHECK(easter_sunday(2049) == Date{2049, 4, 18});
  CHECK(easter_sunday(2000) == Date{2000, 4, 23});
}
