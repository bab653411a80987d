#include "io/quantity.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include <doctest/doctest.h>

#include "sim/field.hpp"
#include "sim/stream.hpp"

using ficap::io::Dimension;
using ficap::sim::Field;
namespace io = ficap::io;

namespace {

double value(std::string_view text, Dimension dimension) {
  const auto reading = io::read_quantity(text, dimension);
  const auto* const number = std::get_if<double>(&reading);
  CAPTURE(text);
  REQUIRE(number != nullptr);
  return *number;
}

std::string help(std::string_view text, Dimension dimension) {
  const auto reading = io::read_quantity(text, dimension);
  if (const auto* const number = std::get_if<double>(&reading)) {
    return "read as " + std::to_string(*number);
  }
  return std::get<io::Unreadable>(reading).help;
}

std::int64_t pence(std::string_view text) {
  const auto reading = io::read_money(text);
  const auto* const amount = std::get_if<ficap::models::Money>(&reading);
  CAPTURE(text);
  REQUIRE(amount != nullptr);
  return amount->pence;
}

bool is_amount(std::string_view text) {
  return std::holds_alternative<ficap::models::Money>(io::read_money(text));
}

}  // namespace

TEST_CASE("durations are days, whatever unit they are written in") {
  CHECK(value("3 d", Dimension::elapsed) == 3.0);
  CHECK(value("3d", Dimension::elapsed) == 3.0);
  CHECK(value(" 36 h ", Dimension::elapsed) == 1.5);
  CHECK(value("90 min", Dimension::elapsed) == 0.0625);
  CHECK(value("2 wk", Dimension::elapsed) == 14.0);
  CHECK(value("12 mo", Dimension::elapsed) == 365.25);
  CHECK(value("9 mo", Dimension::elapsed) == 273.9375);
  CHECK(value("5 y", Dimension::elapsed) == 1826.25);
  CHECK(value("-1 y", Dimension::elapsed) == -365.25);
  CHECK(value("1e3 d", Dimension::elapsed) == 1000.0);
  CHECK(value("0.1 d", Dimension::elapsed) == 0.1);
}

TEST_CASE("effort is hours of work and takes no longer unit") {
  CHECK(value("14 h", Dimension::effort) == 14.0);
  CHECK(value("45 min", Dimension::effort) == 0.75);
  CHECK(help("2 d", Dimension::effort) ==
        "effort is counted in hours of work, because working days differ: write the hours");
  CHECK(help("14 hours", Dimension::effort) == "write \"14 h\"");
  CHECK(help("14 hrs", Dimension::effort) == "write \"14 h\"");
}

TEST_CASE("rates are events a year") {
  CHECK(value("320 /y", Dimension::rate) == 320.0);
  CHECK(value("320/y", Dimension::rate) == 320.0);
  CHECK(value("2 /mo", Dimension::rate) == 24.0);
  CHECK(value("7 /wk", Dimension::rate) == 365.25);
  CHECK(value("1 /d", Dimension::rate) == 365.25);
  CHECK(value("1 /h", Dimension::rate) == 8766.0);
  CHECK(help("320 per year", Dimension::rate) == "write \"320 /y\"");
  CHECK(help("320", Dimension::rate) ==
        "a bare 320 has no unit: write \"320 /y\" for so many a year");
}

TEST_CASE("percentages are shares to the last bit") {
  CHECK(value("85 %", Dimension::share) == 0.85);
  CHECK(value("14%", Dimension::share) == 0.14);  // 14 / 100 would do; 0.07 * 100 would not
  CHECK(value("0.1 %", Dimension::share) == 0.001);
  CHECK(value("57 %", Dimension::share) == 0.57);
  CHECK(help("0.5", Dimension::share) == "a pure number stands without quotes: 0.5");
}

TEST_CASE("what has no unit, or one that is not known, is told which to write") {
  CHECK(help("3", Dimension::elapsed) ==
        "a bare 3 has no unit: write \"3 d\" for days, \"3 h\" for hours");
  CHECK(help("3 days", Dimension::elapsed) == "write \"3 d\"");
  CHECK(help("3 fortnights", Dimension::elapsed) ==
        "the unit \"fortnights\" is not known here: use min, h, d, wk, mo or y");
  CHECK(help("3 h", Dimension::number) == "a pure number has no unit");
  CHECK(help("1,000 h", Dimension::effort) == "a number stands without commas here");
  CHECK(help("", Dimension::elapsed).empty());
  CHECK(help("h", Dimension::elapsed).empty());
  CHECK(help("1.2.3 h", Dimension::elapsed).empty());
  CHECK(help(". h", Dimension::elapsed).empty());
  CHECK(help("1e999 h", Dimension::elapsed).empty());
  CHECK(help("0x10 h", Dimension::elapsed).starts_with("the unit \"x10 h\""));
}

TEST_CASE("amounts are exact pence") {
  CHECK(pence("£3.50") == 350);
  CHECK(pence("£18.6k") == 1'860'000);
  CHECK(pence("£55,000") == 5'500'000);
  CHECK(pence("£1,234,567.89") == 123'456'789);
  CHECK(pence("£1.2m") == 120'000'000);
  CHECK(pence("£2.5bn") == 250'000'000'000);
  CHECK(pence("£0.07") == 7);    // 0.07 * 100 is 7.000000000000001 as doubles
  CHECK(pence("£1.15") == 115);  // 1.15 * 100 is 114.99999999999999
  CHECK(pence("£4.350") == 435);
  CHECK(pence("£0.00129k") == 129);
  CHECK(pence("-£5") == -500);
}

TEST_CASE("what is no amount is none") {
  for (const std::string_view text :
       {"5",       "5k",        "£",        "£x",         "£1,23",
        "£12,34",  "£1234,567", "£1,2345",  "£1,234,5",   "£0.005",
        "£1.0001", "£1.2.3",    "£5 q",     "£1e3",       "£99999999999999999999",
        "£,5",     "$5",        "£1.2,345", "£1,23,4567", "£1,2345,67"}) {
    CAPTURE(text);
    CHECK_FALSE(is_amount(text));
  }
  CHECK(help("30000", Dimension::money) == "a bare 30000 has no unit: write \"£30000\"");
  CHECK(help("£5 million", Dimension::money) ==
        "after the digits may stand k, m or bn, not \"million\"");
}

TEST_CASE("exact texts are read back to the last bit") {
  ficap::sim::Stream stream{ficap::sim::Address{.seed = 7}};
  for (int i = 0; i < 2000; ++i) {
    const double x = stream.uniform() * (i % 3 == 0 ? 1e-6 : i % 3 == 1 ? 1.0 : 1e9);
    for (const Dimension dimension :
         {Dimension::effort, Dimension::elapsed, Dimension::money, Dimension::rate}) {
      CHECK(value(io::exact_text(x, dimension), dimension) == x);
    }
    const ficap::models::Money amount{static_cast<std::int64_t>(x * 1e6) - 500};
    CHECK(pence(io::exact_text(amount)) == amount.pence);
  }
}

TEST_CASE("people read a duration in the largest unit that makes it whole") {
  CHECK(io::plain_text(730.5, Dimension::elapsed) == "2 y");
  CHECK(io::plain_text(273.9375, Dimension::elapsed) == "9 mo");
  CHECK(io::plain_text(28.0, Dimension::elapsed) == "28 d");
  CHECK(io::plain_text(1.5, Dimension::elapsed) == "36 h");
  CHECK(io::plain_text(0.0625, Dimension::elapsed) == "90 min");
  CHECK(io::plain_text(0.0, Dimension::elapsed) == "0 d");
  CHECK(io::plain_text(0.75, Dimension::effort) == "45 min");
  CHECK(io::plain_text(14.0, Dimension::effort) == "14 h");
  CHECK(io::plain_text(1234567.5, Dimension::money) == "£1,234,567.5");
  CHECK(io::plain_text(-55000.0, Dimension::money) == "-£55,000");
  CHECK(io::plain_text(1e6, Dimension::rate) == "1,000,000 /y");
}

TEST_CASE("expectations say kind, unit and bounds") {
  CHECK(io::expectation({}, Dimension::share) == "a share between 0 and 1");
  CHECK(io::expectation(
            Field{.name = {}, .doc = {}, .at_least = 0.0, .at_most = 365.25, .above = true},
            Dimension::elapsed) ==
        "a duration such as \"3 d\" or \"8 h\", above 0 d and at most 1 y");
  CHECK(io::expectation({}, Dimension::number) == "a number");
  CHECK(io::expectation(Field{.name = {}, .doc = {}, .at_most = 3.0}, Dimension::number) ==
        "a number at most 3");
  CHECK(io::expectation({}, Dimension::money) ==
        "an amount such as \"£5,000\" or \"£1.2m\", at least £0");
  CHECK(io::expectation(Field{.name = {}, .doc = {}, .at_most = 1.0, .below = true},
                        Dimension::share) == "a share at least 0 and below 1");
}
