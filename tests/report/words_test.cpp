#include "report/words.hpp"

#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "sim/stream.hpp"

using namespace ficap;

TEST_CASE("thousands are set apart") {
  CHECK(report::with_commas(0) == "0");
  CHECK(report::with_commas(999) == "999");
  CHECK(report::with_commas(1000) == "1,000");
  CHECK(report::with_commas(-1234567) == "-1,234,567");
  CHECK(report::with_commas(-123) == "-123");
}

TEST_CASE("decimals are rounded half away from zero, and zero has no sign") {
  CHECK(report::decimal(1234.56, 1) == "1,234.6");
  CHECK(report::decimal(2.5, 0) == "3");
  CHECK(report::decimal(-2.5, 0) == "-3");
  CHECK(report::decimal(-0.04, 1) == "0.0");
  CHECK(report::decimal(0.05, 2) == "0.05");
  CHECK(report::decimal(9.999, 2) == "10.00");
}

TEST_CASE("digits follow the half-width") {
  const auto estimate = [](double mean, double half_width) {
    return study::Estimate{.mean = mean, .half_width = half_width, .replications = 9};
  };
  CHECK(report::with_interval(estimate(0.4712, 0.021), 0.01) == "47 ± 2");
  CHECK(report::with_interval(estimate(0.4712, 0.0043), 0.01) == "47.1 ± 0.4");
  CHECK(report::with_interval(estimate(12345.6, 40.2), 1.0, 0) == "12,346 ± 40");
  CHECK(report::with_interval(study::Estimate{.mean = 0.25, .replications = 1}, 0.01) == "25.0");
  CHECK(report::with_interval(study::Estimate{}) == "–");
  CHECK(report::decimals_for(0.96, 3) == 0);
  CHECK(report::decimals_for(0.94, 3) == 1);
  CHECK(report::decimals_for(0.0, 3) == 3);
}

TEST_CASE("pounds are short") {
  CHECK(report::pounds(0) == "£0");
  CHECK(report::pounds(512.4) == "£512");
  CHECK(report::pounds(999.4) == "£999");
  CHECK(report::pounds(999.6) == "£1.0k");
  CHECK(report::pounds(18'600) == "£18.6k");
  CHECK(report::pounds(254'000) == "£254k");
  CHECK(report::pounds(3'940'000) == "£3.9m");
  CHECK(report::pounds(-2'000'000'000) == "-£2.0bn");
}

TEST_CASE("an interval of pounds is in the unit of its mean") {
  const auto estimate = [](double mean, double half_width) {
    return study::Estimate{.mean = mean, .half_width = half_width, .replications = 9};
  };
  CHECK(report::pounds_with_interval(estimate(3'941'000, 118'000)) == "£3.9m ± 0.1m");
  CHECK(report::pounds_with_interval(estimate(3'941'000, 92'000)) == "£3.94m ± 0.09m");
  CHECK(report::pounds_with_interval(estimate(512, 31)) == "£512 ± 31");
  CHECK(report::pounds_with_interval(estimate(20'000'000, 0)) == "£20.0m");
  CHECK(report::pounds_with_interval(estimate(0, 0)) == "£0");
  CHECK(report::pounds_with_interval(study::Estimate{.mean = 1500.0, .replications = 1}) ==
        "£1.5k");
  CHECK(report::pounds_with_interval({}) == "–");
}

TEST_CASE("dates and counts are read aloud") {
  CHECK(report::in_words({2026, 4, 1}) == "1 April 2026");
  CHECK(report::in_words({2031, 12, 31}) == "31 December 2031");
  CHECK(report::counted(1, "year", "years") == "1 year");
  CHECK(report::counted(1200, "future", "futures") == "1,200 futures");
}

TEST_CASE("printed parts add up to what is printed") {
  CHECK(report::apportion(100, {1, 1, 1}) == std::vector<std::int64_t>{34, 33, 33});
  CHECK(report::apportion(47, {29.4, 0.2, 17.6}) == std::vector<std::int64_t>{29, 0, 18});
  CHECK(report::apportion(100, {0, 0}) == std::vector<std::int64_t>{0, 0});
  CHECK(report::apportion(0, {3, 4}) == std::vector<std::int64_t>{0, 0});
  for (std::uint32_t example = 0; example < 200; ++example) {
    sim::Stream stream{sim::Address{.seed = 1, .replication = example}};
    std::vector<double> parts(1 + example % 11);
    for (double& part : parts)
      part = stream.uniform();
    const double total = std::accumulate(parts.begin(), parts.end(), 0.0);
    const auto printed = report::apportion(100, parts);
    CAPTURE(example);
    CHECK(std::accumulate(printed.begin(), printed.end(), std::int64_t{0}) == 100);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      CHECK(std::abs(static_cast<double>(printed[i]) - 100.0 * parts[i] / total) < 1.0);
    }
  }
}

TEST_CASE("parts of a printed share have its decimals and add up to it") {
  const auto whole = [](double mean, double half_width) {
    return study::Estimate{.mean = mean, .half_width = half_width, .replications = 9};
  };
  using Texts = std::vector<std::string>;
  // Rounded alone they would be 45, 0 and 16.
  CHECK(report::in_parts(whole(0.617, 0.02), {45.4, 0.0, 16.3}, 0.01, 1) == Texts{"46", "0", "16"});
  CHECK(report::in_parts(whole(0.617, 0.002), {45.4, 0.0, 16.3}, 0.01, 1) ==
        Texts{"45.4", "0", "16.3"});
  CHECK(report::in_parts(whole(0.617, 0.02), {61.0, 0.2, 0.5}, 0.01, 1) == Texts{"61", "<1", "1"});
  CHECK(report::in_parts(whole(0.003, 0.001), {3, 0.01, 0}, 0.01, 1) == Texts{"0.3", "<0.1", "0"});
  CHECK(report::in_parts({}, {1, 2}, 0.01, 1) == Texts{"–", "–"});
}

TEST_CASE("a column of pounds has one unit, one number of decimals, and adds up") {
  const auto amount = [](double mean, double half_width) {
    return study::Estimate{.mean = mean, .half_width = half_width, .replications = 9};
  };
  using Texts = std::vector<std::string>;
  CHECK(report::pounds_in_parts(amount(10'000'000, 300'000),
                                {amount(3'333'333, 260'000),
                                 amount(3'333'333, 20'000),
                                 amount(3'331'334, 0),
                                 amount(2'000, 4'000),
                                 amount(0, 0)}) ==
        Texts{"£3.4m ± 0.3m", "£3.3m", "£3.3m", "<£0.1m", "£0", "£10.0m ± 0.3m"});
  CHECK(report::pounds_in_parts(amount(900, 0), {amount(600.4, 0), amount(299.6, 0)}) ==
        Texts{"£600", "£300", "£900"});
  CHECK(report::pounds_in_parts({}, {{}}) == Texts{"£0", "£0"});
}

TEST_CASE("width counts characters, and lines break at spaces") {
  CHECK(report::width_of("£3 ± 1 – né") == 11);
  CHECK(report::wrapped("one two three", 7) == "one two\nthree\n");
  CHECK(report::wrapped("££ ££ ££", 5) == "££ ££\n££\n");
  CHECK(report::wrapped("incomprehensibilities", 5) == "incomprehensibilities\n");
}

TEST_CASE("a change has its sign, and an interval that leaves out nothing looks like one") {
  CHECK(report::change_with_interval(12.0, 1.0, 0, true) == "+12 ± 1");
  CHECK(report::change_with_interval(-4.2, 3.9, 0, true) == "-4.2 ± 3.9");
  CHECK(report::change_with_interval(-4.2, 3.9, 0, false) == "-4 ± 4");
  CHECK(report::change_with_interval(0.01, 0.001, 1, false) == "0.0");
  CHECK(report::change_with_interval(0.5, std::nullopt, 1, false) == "+0.5");
}
