#include "study/multiple_comparisons.hpp"

#include <cmath>
#include <vector>

#include <doctest/doctest.h>

using namespace ficap;
using doctest::Approx;
using models::Better;
using study::Verdict;

namespace {

study::Linearised mean(const std::vector<double>& values) {
  return study::linearised_mean(values);
}

const study::Linearised nowhere =
    study::linearised_ratio(std::vector<double>{0, 0, 0, 0}, std::vector<double>{0, 0, 0, 0});
const study::Linearised base = mean({10, 20, 30, 40});
// The base plus 2 on the whole.
const study::Linearised above = mean({13, 21, 33, 41});  // +3 +1 +3 +1
const study::Linearised noisy = mean({22, 8, 42, 36});   // +12 -12 +12 -4

}  // namespace

TEST_CASE("Bonferroni divides the risk of a wrong statement among the statements") {
  CHECK(study::one_of_many(0.95, 1) == Approx(0.95));
  CHECK(study::one_of_many(0.95, 10) == Approx(0.995));
  CHECK(study::one_of_many(0.9, 4) == Approx(0.975));
}

TEST_CASE("a paired difference has Student's interval of the differences future by future") {
  const auto apart = study::paired_difference(above, base, 0.95);
  CHECK(*apart.value == Approx(2.0));
  // Differences 3, 1, 3, 1: sum of squares 4, standard error sqrt(4 / (4 x 3)).
  CHECK(*apart.half_width == Approx(3.1824463053 * std::sqrt(4.0 / 12.0)));
  CHECK(apart.verdict == Verdict::higher);
  CHECK(study::paired_difference(base, above, 0.95).verdict == Verdict::lower);
  CHECK(study::paired_difference(noisy, base, 0.95).verdict == Verdict::cannot_tell);
}

TEST_CASE("a higher confidence says less") {
  const auto apart = study::paired_difference(above, base, 0.999);
  CHECK(*apart.half_width == Approx(12.9239786366 * std::sqrt(4.0 / 12.0)).epsilon(1e-4));
  CHECK(apart.verdict == Verdict::cannot_tell);
}

TEST_CASE("what pairing saves is the variance apart over the variance of the difference") {
  const auto apart = study::paired_difference(above, base, 0.95);
  // Variances 500/3 and (14^2 + 6^2 + 6^2 + 14^2)/3; of the difference 4/3.
  CHECK(*apart.variance_reduction == Approx((500.0 + 464.0) / 4.0));
}

TEST_CASE("equal in every future is the same, and needs no interval") {
  const auto apart = study::paired_difference(base, base, 0.95);
  CHECK(apart.verdict == Verdict::same);
  CHECK(apart.value == 0.0);
  CHECK(apart.half_width == 0.0);
  CHECK_FALSE(apart.variance_reduction);
}

TEST_CASE("a difference of 0 on the whole that is not one in each future cannot be told") {
  const auto apart = study::paired_difference(mean({11, 19, 31, 39}), base, 0.95);
  CHECK(apart.value == 0.0);
  CHECK(apart.verdict == Verdict::cannot_tell);
}

TEST_CASE("what always differs by as much differs") {
  CHECK(study::paired_difference(mean({11, 21, 31, 41}), base, 0.999999).verdict ==
        Verdict::higher);
}

TEST_CASE("one future tells nothing apart, but shows what is the same in it") {
  CHECK(study::paired_difference(mean({1}), mean({2}), 0.95).verdict == Verdict::cannot_tell);
  CHECK_FALSE(study::paired_difference(mean({1}), mean({2}), 0.95).half_width);
  CHECK(study::paired_difference(mean({1}), mean({1}), 0.95).verdict == Verdict::same);
}

TEST_CASE("what does not exist is not compared") {
  const auto apart = study::paired_difference(nowhere, base, 0.95);
  CHECK(apart.verdict == Verdict::undefined);
  CHECK_FALSE(apart.value);
  CHECK_FALSE(study::futures_to_tell(nowhere, base, 0.95));
}

TEST_CASE("the futures needed to tell are those that the textbook's formula asks for") {
  // Differences 12, -12, 12, -4: mean 2, variance (100 + 196 + 100 + 36) / 3 = 144. With the normal
  // distribution (1.959964 + 0.841621)^2 x 144 / 4 = 282.6 futures; Student's t adds two.
  CHECK(study::futures_to_tell(noisy, base, 0.95) == 285);
  CHECK(*study::futures_to_tell(noisy, base, 0.999) > 285);
}

TEST_CASE("with the futures needed the interval would leave out 0, and with half of them not") {
  const auto apart = study::difference(noisy, base);
  const double needed = *study::futures_to_tell(noisy, base, 0.95);
  const double error = std::sqrt(*apart.variance() / needed);
  CHECK(1.97 * error < *apart.value);
  CHECK(1.97 * std::sqrt(2.0) * error > 0.99 * *apart.value);
}

TEST_CASE("nothing is promised where there is no difference, one future, or no hope") {
  CHECK_FALSE(study::futures_to_tell(base, base, 0.95));
  CHECK_FALSE(study::futures_to_tell(mean({1}), mean({2}), 0.95));
  CHECK_FALSE(study::futures_to_tell(mean({10.001, 19, 31, 40}), base, 0.95));
}

TEST_CASE("the best of three far apart is alone, and the others know how far behind they are") {
  const std::vector<study::Linearised> systems{base, mean({15, 24, 36, 45}), mean({9, 21, 30, 40})};
  const auto leads = study::against_best(systems, Better::higher, 0.95);
  CHECK(leads[1].may_be_best);
  CHECK_FALSE(leads[0].may_be_best);
  CHECK_FALSE(leads[2].may_be_best);
  CHECK(leads[1].at_least == 0.0);
  CHECK(leads[0].at_most == 0.0);
  // The base is behind by 5, 4, 6, 5: mean 5, squares 2; one-sided 97.5 % with 3 degrees.
  const double half_width = 3.1824463053 * std::sqrt(2.0 / 12.0);
  CHECK(*leads[0].at_least == Approx(-5.0 - half_width));
  CHECK(*leads[1].at_most == Approx(5.0 + half_width));
}

TEST_CASE("with lower as better the ranks turn round and the figures do not") {
  const std::vector<study::Linearised> up{base, above, noisy};
  std::vector<study::Linearised> down = up;
  for (study::Linearised& system : down) {
    system.value = -*system.value;
    for (double& residual : system.residuals)
      residual = -residual;
  }
  const auto a = study::against_best(up, Better::higher, 0.95);
  const auto b = study::against_best(down, Better::lower, 0.95);
  for (std::size_t i = 0; i < up.size(); ++i) {
    CHECK(a[i].at_least == b[i].at_least);
    CHECK(a[i].at_most == b[i].at_most);
    CHECK(a[i].may_be_best == b[i].may_be_best);
  }
}

TEST_CASE("systems that are alike in every future may all be best, with nothing between them") {
  const auto leads =
      study::against_best(std::vector<study::Linearised>{base, base}, Better::lower, 0.95);
  for (const study::AgainstBest& lead : leads) {
    CHECK(lead.may_be_best);
    CHECK(lead.at_least == 0.0);
    CHECK(lead.at_most == 0.0);
  }
}

TEST_CASE("a system without a value is not in the race") {
  const auto leads =
      study::against_best(std::vector<study::Linearised>{nowhere, base}, Better::higher, 0.95);
  CHECK_FALSE(leads[0].may_be_best);
  CHECK_FALSE(leads[0].at_least);
  CHECK(leads[1].may_be_best);
}

TEST_CASE("after one future anything may be best") {
  const auto leads = study::against_best(
      std::vector<study::Linearised>{mean({1}), mean({2})}, Better::higher, 0.95);
  CHECK(leads[0].may_be_best);
  CHECK(leads[1].may_be_best);
  CHECK_FALSE(leads[0].at_least);
}
