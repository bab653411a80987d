#include "sim/tally.hpp"

#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/for_all.hpp"

using namespace ficap;

TEST_CASE("a tally of five numbers is what one works out by hand") {
  sim::Tally tally;
  for (const double x : {2.0, 4.0, 4.0, 5.0, 10.0})
    tally.add(x);
  CHECK(tally.count() == 5);
  CHECK(tally.mean() == 5.0);
  CHECK(tally.variance() == 9.0);  // (9 + 1 + 1 + 0 + 25) / 4
  CHECK(tally.min() == 2.0);
  CHECK(tally.max() == 10.0);
}

TEST_CASE("a tally keeps the variance of numbers far from zero") {
  sim::Tally tally;
  for (int i = 0; i < 1000; ++i)
    tally.add(1e9 + i % 2);
  CHECK(tally.variance() == doctest::Approx(0.25 * 1000 / 999).epsilon(1e-6));
}

TEST_CASE("merging parts is the same as adding everything to one") {
  test::for_all(50, [](sim::Stream& stream) {
    sim::Tally whole;
    std::vector<sim::Tally> parts(4);
    const int n = test::whole_number(stream, 1, 60);
    for (int i = 0; i < n; ++i) {
      const double x = stream.normal();
      whole.add(x);
      parts[static_cast<std::size_t>(test::whole_number(stream, 0, 3))].add(x);
    }
    sim::Tally merged;
    for (const auto& part : parts)
      merged.merge(part);
    REQUIRE(merged.count() == whole.count());
    CHECK(merged.mean() == doctest::Approx(whole.mean()));
    CHECK(merged.min() == whole.min());
    CHECK(merged.max() == whole.max());
    if (n > 1) CHECK(merged.variance() == doctest::Approx(whole.variance()));
  });
}
