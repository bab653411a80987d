#include "sim/beyond.hpp"

#include <cmath>
#include <cstdint>

#include <doctest/doctest.h>

#include "sim/tally.hpp"

namespace {

using ficap::sim::Beyond;
using ficap::sim::Distribution;
using ficap::sim::Stream;
namespace sim = ficap::sim;

sim::Tally many(const Beyond& beyond, std::uint32_t draws = 20'000) {
  sim::Tally tally;
  for (std::uint32_t i = 0; i < draws; ++i) {
    Stream numbers{{.seed = 5, .id = i}};
    tally.add(beyond.sample(numbers));
  }
  return tally;
}

}  // namespace

TEST_CASE(
    "an exponential has no memory: what is left has the mean of the whole, however long ago") {
  // The sample mean of 20,000 exponentials of mean 10 has a standard error of 0.071: four of them.
  for (const double so_far : {0.0, 3.0, 50.0, 200.0}) {
    CAPTURE(so_far);
    const Beyond beyond{Distribution{sim::Exponential{.mean_value = 10.0}}, so_far};
    CHECK(std::fabs(many(beyond).mean() - so_far - 10.0) < 0.29);
  }
}

TEST_CASE("of a uniform what is left is uniform up to its end") {
  const Beyond beyond{Distribution{sim::Uniform{.low = 0.0, .high = 100.0}}, 60.0};
  const sim::Tally seen = many(beyond);
  CHECK(std::fabs(seen.mean() - 80.0) < 0.33);  // four standard errors
  CHECK(seen.min() >= 60.0);
  CHECK(seen.max() <= 100.0);
}

TEST_CASE("what is always the same takes just that, and nothing more where it is overdue") {
  const Distribution fixed{sim::Fixed{.value = 20.0}};
  Stream numbers{{.seed = 1}};
  CHECK(Beyond{fixed, 12.5}.is_possible());
  CHECK(Beyond{fixed, 12.5}.sample(numbers) == 20.0);
  CHECK_FALSE(Beyond{fixed, 25.0}.is_possible());
  CHECK(Beyond{fixed, 25.0}.sample(numbers) == 25.0);
}

TEST_CASE("nothing that is known leaves the variable as it is") {
  for (const Distribution& d : {Distribution{sim::Lognormal{.mean_value = 30.0, .cv = 0.5}},
                                Distribution{sim::Gamma{.mean_value = 30.0, .cv = 0.5}}}) {
    // A standard error of 0.106: four of them.
    CHECK(std::fabs(many(Beyond{d, 0.0}).mean() - 30.0) < 0.43);
  }
}

TEST_CASE("no draw is below what is known, far out in a tail as well") {
  const Beyond beyond{Distribution{sim::Lognormal{.mean_value = 10.0, .cv = 1.0}}, 300.0};
  REQUIRE(beyond.is_possible());
  CHECK(many(beyond, 1000).min() >= 300.0);
}
