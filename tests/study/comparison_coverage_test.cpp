#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include <doctest/doctest.h>

#include "sim/quantiles.hpp"
#include "sim/stream.hpp"
#include "study/multiple_comparisons.hpp"

// Many comparisons of known truth, five systems in the same futures: how often do all intervals of
// one comparison hold their truths together? Bonferroni promises at least 95 times in 100. The
// number of hits is binomial, so the share has a standard error of sqrt(0.95 * 0.05 / studies).

using namespace ficap;
using models::Better;

namespace {

constexpr std::uint32_t studies = 6000;
constexpr std::size_t futures = 20;
constexpr std::size_t systems = 5;
constexpr std::size_t options = systems - 1;
constexpr std::size_t measures = 2;
constexpr double common = 10.0;  // what all systems share in a future, against a noise of 1 each
constexpr std::array<double, systems> means{50.0, 50.4, 49.0, 50.0, 58.0};
constexpr std::array<double, systems> ratios{0.30, 0.31, 0.27, 0.30, 0.20};

using Systems = std::vector<study::Linearised>;

/// @param means of the systems; all share a draw in each future, and each has noise of its own
Systems simulate_means(const std::array<double, systems>& truth, std::uint32_t study) {
  sim::Stream stream{sim::Address{.seed = 3, .replication = study}};
  const auto normal = [&stream] { return sim::normal_quantile(stream.uniform()); };
  std::array<std::vector<double>, systems> values;
  for (std::size_t r = 0; r < futures; ++r) {
    const double shared = common * normal();
    for (std::size_t i = 0; i < systems; ++i)
      values[i].push_back(truth[i] + shared + normal());
  }
  Systems all;
  for (const auto& each : values)
    all.push_back(study::linearised_mean(each));
  return all;
}

/// The same of ratios, whose denominators are shared.
Systems simulate_ratios(const std::array<double, systems>& truth, std::uint32_t study) {
  sim::Stream stream{sim::Address{.seed = 4, .replication = study}};
  const auto normal = [&stream] { return sim::normal_quantile(stream.uniform()); };
  std::array<std::vector<double>, systems> over;
  std::array<std::vector<double>, systems> under;
  for (std::size_t r = 0; r < futures; ++r) {
    const double needs = 200.0 + 30.0 * normal();
    const double luck = 5.0 * normal();
    for (std::size_t i = 0; i < systems; ++i) {
      under[i].push_back(needs + 2.0 * normal());
      over[i].push_back(truth[i] * under[i].back() + luck + normal());
    }
  }
  Systems all;
  for (std::size_t i = 0; i < systems; ++i)
    all.push_back(study::linearised_ratio(over[i], under[i]));
  return all;
}

double z_of_share(std::uint32_t hits) {
  const double share = static_cast<double>(hits) / studies;
  return (share - 0.95) / std::sqrt(0.95 * 0.05 / studies);
}

/// @returns by how many standard errors the share of comparisons all of whose intervals, stretched,
///          hold their truths exceeds 95 %
double z_of_joint_coverage(double stretch) {
  const double confidence = study::one_of_many(0.95, options * measures);
  const auto holds = [&](const Systems& all, const std::array<double, systems>& truth) {
    for (std::size_t i = 1; i < systems; ++i) {
      const auto apart = study::paired_difference(all[i], all[0], confidence);
      if (std::fabs(*apart.value - (truth[i] - truth[0])) > stretch * *apart.half_width)
        return false;
    }
    return true;
  };
  std::uint32_t hits = 0;
  for (std::uint32_t study = 0; study < studies; ++study) {
    if (holds(simulate_means(means, study), means) &&
        holds(simulate_ratios(ratios, study), ratios)) {
      ++hits;
    }
  }
  return z_of_share(hits);
}

using LeadsOf = std::function<std::vector<study::AgainstBest>(const Systems&)>;

/// How often all leads over the best hold their truths, in standard errors above 95 %.
double z_of_best_coverage(const std::array<double, systems>& truth, const LeadsOf& leads_of) {
  std::uint32_t hits = 0;
  for (std::uint32_t study = 0; study < studies; ++study) {
    const auto leads = leads_of(simulate_means(truth, study));
    bool all_hold = true;
    for (std::size_t i = 0; i < systems; ++i) {
      double best_other = -1e9;
      for (std::size_t j = 0; j < systems; ++j)
        if (j != i) best_other = std::max(best_other, truth[j]);
      const double lead = truth[i] - best_other;
      all_hold = all_hold && *leads[i].at_least <= lead && lead <= *leads[i].at_most;
    }
    if (all_hold) ++hits;
  }
  return z_of_share(hits);
}

std::vector<study::AgainstBest> as_promised(const Systems& all) {
  return study::against_best(all, Better::higher, 0.95);
}

constexpr std::array<double, systems> one_far_ahead{58.0, 50.0, 50.0, 50.0, 50.0};
constexpr std::array<double, systems> a_near_tie{50.0, 50.3, 50.0, 49.7, 45.0};

}  // namespace

TEST_CASE("all differences of a comparison, means and ratios, hold together 95 times in 100") {
  const double z = z_of_joint_coverage(1.0);
  CHECK(z > -3.5);
  CHECK(z < 13.0);  // 98.7 %: Bonferroni gives something away, not everything
}

TEST_CASE("the test notices intervals half as wide, and intervals for one statement only") {
  CHECK(z_of_joint_coverage(0.5) < -3.5);
  // Student's t with 19 degrees at 97.5 % and at 1 - 0.05 / 16.
  CHECK(z_of_joint_coverage(2.0930 / 3.0631) < -3.5);
}

TEST_CASE("unpaired intervals would be wider by the root of what pairing saves") {
  const double confidence = 0.95;
  double saved = 0.0;
  for (std::uint32_t study = 0; study < studies; ++study) {
    const Systems all = simulate_means(means, study);
    const auto apart = study::paired_difference(all[1], all[0], confidence);
    const double unpaired = std::sqrt(std::pow(*all[0].half_width(confidence), 2.0) +
                                      std::pow(*all[1].half_width(confidence), 2.0));
    if (study == 0) {
      CHECK(unpaired / *apart.half_width == doctest::Approx(std::sqrt(*apart.variance_reduction)));
    }
    saved += *apart.variance_reduction;
  }
  // (10^2 + 1) / 1, and a little more: 1 / variance is 19/17 of 1 / its mean with 19 degrees.
  CHECK(saved / studies == doctest::Approx(101.0 * 19.0 / 17.0).epsilon(0.05));
}

TEST_CASE("leads over the best hold together 95 times in 100, far apart and nearly tied") {
  CHECK(z_of_best_coverage(one_far_ahead, as_promised) > -3.5);
  CHECK(z_of_best_coverage(a_near_tie, as_promised) > -3.5);
}

TEST_CASE("the test notices leads that are too sure of themselves") {
  const auto halved = [](const Systems& all) {
    Systems narrow = all;
    for (study::Linearised& system : narrow) {
      for (double& residual : system.residuals)
        residual *= 0.5;
    }
    return as_promised(narrow);
  };
  CHECK(z_of_best_coverage(one_far_ahead, halved) < -3.5);
  const auto one_comparison_only = [](const Systems& all) {
    return study::against_best(all, Better::higher, 1.0 - 0.05 * options);
  };
  CHECK(z_of_best_coverage(one_far_ahead, one_comparison_only) < -3.5);
}

TEST_CASE("the best is left out at most 5 times in 100, and a clear best stands alone") {
  std::uint32_t wrong = 0;
  std::uint32_t alone = 0;
  for (std::uint32_t study = 0; study < studies; ++study) {
    const auto tied = as_promised(simulate_means(a_near_tie, study));
    if (!tied[1].may_be_best) ++wrong;
    const auto clear = as_promised(simulate_means(one_far_ahead, study));
    bool only_first = clear[0].may_be_best;
    for (std::size_t i = 1; i < systems; ++i)
      only_first = only_first && !clear[i].may_be_best;
    if (only_first) ++alone;
  }
  CHECK(wrong <= studies / 20);
  CHECK(alone == studies);
}
