#include "study/variance_split.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "sim/stream.hpp"
#include "sim/tally.hpp"
#include "tests/support/statistics.hpp"

using namespace ficap;

namespace {

constexpr double evidence_sd = 3.0;
constexpr double chance_sd = 4.0;
constexpr double true_share = 9.0 / 25.0;

/// A study of a model with known parts: draws are normal with `evidence`, futures with `chance`.
study::VarianceSplit study_of(
    std::uint32_t number, double evidence, double chance, std::size_t draws, std::size_t futures) {
  std::vector<double> means;
  std::vector<double> variances;
  sim::Stream stream{sim::Address{.seed = 77, .ordinal = number}};
  for (std::size_t d = 0; d < draws; ++d) {
    const double expected = 10.0 + evidence * stream.normal();
    sim::Tally tally;
    for (std::size_t n = 0; n < futures; ++n)
      tally.add(expected + chance * stream.normal());
    means.push_back(tally.mean());
    variances.push_back(tally.variance());
  }
  return study::split_variance(means, variances, futures);
}

constexpr std::uint32_t studies = 2000;

}  // namespace

TEST_CASE("both parts of the variance are found without bias") {
  sim::Tally evidence;
  sim::Tally chance;
  for (std::uint32_t number = 0; number < studies; ++number) {
    const auto split = study_of(number, evidence_sd, chance_sd, 40, 4);
    evidence.add(split.evidence);
    chance.add(split.chance);
  }
  CHECK(test::z_score(evidence, evidence_sd * evidence_sd) < test::z_limit);
  CHECK(test::z_score(chance, chance_sd * chance_sd) < test::z_limit);
}

TEST_CASE("to take the spread of the means for evidence would be noticed") {
  sim::Tally between;
  for (std::uint32_t number = 0; number < studies; ++number) {
    const auto split = study_of(number, evidence_sd, chance_sd, 40, 4);
    between.add(split.evidence + split.chance / 4.0);
  }
  CHECK(test::z_score(between, evidence_sd * evidence_sd) > test::z_limit);
}

// The number of hits is binomial: a standard error of 0.49 points.
TEST_CASE("the share's interval holds it in 95 % of studies") {
  int hits = 0;
  for (std::uint32_t number = 0; number < studies; ++number) {
    const auto split = study_of(number, evidence_sd, chance_sd, 30, 4);
    if (split.share_low <= true_share && true_share <= split.share_high) ++hits;
  }
  const double share = static_cast<double>(hits) / studies;
  CHECK(std::fabs(share - 0.95) < 4.5 * std::sqrt(0.95 * 0.05 / studies));
}

TEST_CASE("the interval of the share misses a share that is not true") {
  int hits = 0;
  for (std::uint32_t number = 0; number < studies; ++number) {
    const auto split = study_of(number, evidence_sd, chance_sd, 30, 4);
    if (split.share_low <= 0.6 && 0.6 <= split.share_high) ++hits;
  }
  CHECK(hits < 0.6 * studies);
}

TEST_CASE("the means shrunk by their chance have the spread of the expected value") {
  const auto split = study_of(5, 3.0, 4.0, 4000, 2);
  const double between = 9.0 + 16.0 / 2.0;
  CHECK(split.shrinkage == doctest::Approx(std::sqrt(9.0 / between)).epsilon(0.05));
}

TEST_CASE("without evidence in it the share is near 0, and a negative estimate is set to it") {
  int negative = 0;
  for (std::uint32_t number = 0; number < 200; ++number) {
    const auto split = study_of(number, 0.0, 1.0, 30, 4);
    CHECK(split.evidence >= 0.0);
    CHECK(split.share < 0.5);
    if (split.evidence_set_to_0) ++negative;
  }
  CHECK(negative > 60);  // a little more than half of 200 are expected
}

TEST_CASE("without chance all is evidence, exactly") {
  const std::vector<double> means{1.0, 2.0, 6.0};
  const std::vector<double> none(3, 0.0);
  const auto split = study::split_variance(means, none, 5);
  CHECK(split.evidence == doctest::Approx(7.0));
  CHECK(split.share == 1.0);
  CHECK(split.share_low == 1.0);
  CHECK(split.shrinkage == 1.0);
}

TEST_CASE("what never varies has neither part") {
  const std::vector<double> means(4, 2.0);
  const std::vector<double> none(4, 0.0);
  const auto split = study::split_variance(means, none, 3);
  CHECK(split.mean == 2.0);
  CHECK(split.share == 0.0);
  CHECK(split.evidence == 0.0);
}

// Three draws of two futures: 2 and 3 degrees of freedom. F is below 16.0441 with 97.5 %, and below
// 1 / 39.1655 with 2.5 % (tables of F; the second is the inverse of that with 3 and 2).
TEST_CASE("the ends of the share's interval are those of tables of F") {
  const std::vector<double> means{-10.0, 0.0, 10.0};  // between: 100
  const std::vector<double> variances(3, 5.0);
  const auto split = study::split_variance(means, variances, 2);
  const double ratio = 2.0 * 100.0 / 5.0;
  const auto share_at = [&](double f) { return (ratio / f - 1.0) / (ratio / f + 1.0); };
  CHECK(split.share_low == doctest::Approx(share_at(16.0441)).epsilon(1e-4));
  CHECK(split.share_high == doctest::Approx(share_at(1.0 / 39.1655)).epsilon(1e-4));
}
