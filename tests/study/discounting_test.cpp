#include "study/discounting.hpp"

#include <array>
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

using doctest::Approx;
using namespace ficap;
using study::Discounting;

TEST_CASE(
    "at 3.5 % a pound of the sixth year is worth 84 pence, as the Green Book's table has it") {
  const auto factors = study::discount_factors(0.035, 31, Discounting::start_of_year);
  CHECK(factors[0] == 1.0);
  CHECK(factors[1] == Approx(0.9662).epsilon(0.0001));
  CHECK(factors[5] == Approx(0.8420).epsilon(0.0001));
  CHECK(factors[10] == Approx(0.7089).epsilon(0.0001));
  CHECK(factors[30] == Approx(0.3563).epsilon(0.0001));
}

TEST_CASE("a financial year is read as it is written, and nothing else is one") {
  CHECK(study::financial_year_in("2026-27") == 2026);
  CHECK(study::financial_year_in("1999-00") == 1999);
  for (const char* text : {"2026", "2026-28", "2026-27a", "2026/27", "", "two thousand"})
    CHECK_FALSE(study::financial_year_in(text).has_value());
}

TEST_CASE("money of a later year is dearer by each year since the price base") {
  const auto later = study::prices_since(2024, 2026, 2, 0.02);
  CHECK(later[0] == Approx(1.0404));
  CHECK(later[1] == Approx(1.061208));
  CHECK(study::prices_since(2026, 2026, 1, 0.02)[0] == 1.0);
  CHECK(study::prices_since(2027, 2026, 2, 0.02)[0] == Approx(1.0 / 1.02));
  CHECK(study::prices_since(2027, 2026, 2, 0.02)[1] == Approx(1.0));
}

TEST_CASE("in the middle of the year money is worth half a year's interest less") {
  const auto start = study::discount_factors(0.1, 3, Discounting::start_of_year);
  const auto middle = study::discount_factors(0.1, 3, Discounting::middle_of_year);
  for (std::size_t year = 0; year < 3; ++year)
    CHECK(middle[year] * std::sqrt(1.1) == Approx(start[year]));
}

TEST_CASE("a present value is a spreadsheet's NPV, whose first flow comes a year later") {
  // The example of a well-known spreadsheet's help: NPV(10 %, -10000, 3000, 4200, 6800) = 1188.44.
  const std::array<double, 4> flows{-10'000, 3'000, 4'200, 6'800};
  const auto factors = study::discount_factors(0.1, 4, Discounting::start_of_year);
  CHECK(study::present_value(flows, factors) / 1.1 == Approx(1188.44).epsilon(1e-5));
}

TEST_CASE("an option pays back in the year from which on nothing is owed any more") {
  using Net = std::vector<double>;
  CHECK(study::payback_year(Net{-100, 50, 50, 10}) == 3);
  CHECK_FALSE(study::payback_year(Net{-100, 50, 40}).has_value());
  CHECK(study::payback_year(Net{-100, 150, -100, 60}) == 4);  // owed again in the third year
  CHECK(study::payback_year(Net{10, 10}) == 1);               // nothing was ever owed
}

TEST_CASE("financial years are written as such") {
  CHECK(study::financial_year(2026) == "2026-27");
  CHECK(study::financial_year(2029) == "2029-30");
  CHECK(study::financial_year(2099) == "2099-00");
  CHECK(study::financial_year(2108) == "2108-09");
}
