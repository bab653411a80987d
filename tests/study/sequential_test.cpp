#include "study/sequential.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "sim/elementary.hpp"
#include "sim/quantiles.hpp"
#include "sim/stream.hpp"

using namespace ficap;

namespace {

// So many futures with mean 10 and this spread: half of them above, half below.
study::Linearised known(std::size_t replications, double spread) {
  study::Linearised quantity{.value = 10.0, .residuals = {}};
  for (std::size_t r = 0; r < replications; ++r)
    quantity.residuals.push_back(r % 2 == 0 ? spread : -spread);
  return quantity;
}

// Looks at quantities of which a target in per cent is of the estimate.
void see(study::SequentialRule& rule, const std::vector<study::Linearised>& estimates) {
  std::vector<study::Quantity> quantities;
  for (const study::Linearised& estimate : estimates)
    quantities.push_back({.estimate = estimate, .whole = estimate.value});
  rule.look(quantities);
}

void look(study::SequentialRule& rule, double spread) {
  const std::vector<study::Linearised> quantities{known(rule.replications(), spread)};
  see(rule, quantities);
}

}  // namespace

TEST_CASE("looks are at fixed numbers of futures, a quarter more each, and last at the most") {
  study::SequentialRule rule{{{.half_width = 0.1}}, 200};
  std::vector<std::uint32_t> looks;
  while (!rule.finished()) {
    looks.push_back(rule.replications());
    look(rule, 100.0);
  }
  CHECK(looks == std::vector<std::uint32_t>{30, 38, 48, 60, 75, 94, 118, 148, 185, 200});
  CHECK(rule.look_number() == 10);
  CHECK(rule.replications() == 200);
  CHECK_FALSE(rule.met());
}

TEST_CASE("the first look spends a tenth of the error, and the last all that is left") {
  study::SequentialRule rule{{{.half_width = 1.0}}, 38};
  look(rule, 100.0);
  CHECK(rule.error() == 0.005);
  look(rule, 100.0);
  CHECK(rule.finished());
  CHECK(rule.error() == doctest::Approx(0.045).epsilon(1e-12));
  study::SequentialRule only_one{{{.half_width = 1.0}}, 12};
  look(only_one, 100.0);
  CHECK(only_one.finished());
  CHECK(only_one.error() == 0.05);
}

TEST_CASE("only a look that the one before it gave hope can end a study, and only it spends") {
  study::SequentialRule rule{{{.half_width = 1.0}}, 1000};
  look(rule, 100.0);  // nowhere near
  look(rule, 0.001);  // precise, but it was not to count
  CHECK_FALSE(rule.finished());
  CHECK(rule.error() == doctest::Approx(0.0225).epsilon(1e-12));
  look(rule, 100.0);  // counted, failed, and spent half of what was left
  CHECK(rule.error() == doctest::Approx(0.0225).epsilon(1e-12));
  look(rule, 0.001);
  CHECK_FALSE(rule.finished());
  look(rule, 0.001);
  CHECK(rule.met());
  CHECK(rule.error() == doctest::Approx(0.01125).epsilon(1e-12));
}

TEST_CASE("a study ends when every target is met, by the interval that its last look may state") {
  study::SequentialRule rule{{{.half_width = 2.0}, {.half_width = 10.0, .per_cent = true}}, 10'000};
  while (!rule.finished()) {
    const std::size_t many = rule.replications();
    const std::vector<study::Linearised> quantities{known(many, 5.0), known(many, 6.0)};
    see(rule, quantities);
    for (const study::TargetSeen& seen : rule.seen()) {
      const auto i = static_cast<std::size_t>(&seen - rule.seen().data());
      CHECK(seen.half_width == quantities[i].half_width(1.0 - rule.error()));
      CHECK(seen.met == (*seen.half_width <= *seen.wanted));
    }
  }
  CHECK(rule.met());
  CHECK(rule.seen()[0].wanted == 2.0);
  CHECK(rule.seen()[1].wanted == 1.0);  // a tenth of 10
  CHECK(*rule.seen()[1].half_width <= 1.0);
}

TEST_CASE("a family of intervals divides the error of a look among them") {
  study::SequentialRule rule{{{.half_width = 1.0}}, 1000, 12};
  look(rule, 5.0);
  CHECK(rule.seen()[0].half_width == known(30, 5.0).half_width(1.0 - 0.005 / 12.0));
}

TEST_CASE("what has no value, or one future only, is never precise enough") {
  study::SequentialRule undefined{{{.half_width = 1.0}}, 30};
  see(undefined, {{}});
  CHECK_FALSE(undefined.met());
  CHECK(undefined.expected() == 0);
  study::SequentialRule alone{{{.half_width = 1.0}}, 1};
  look(alone, 0.0);
  CHECK(alone.finished());
  CHECK_FALSE(alone.met());
}

TEST_CASE("the futures that a target will take are foreseen from the spread") {
  study::SequentialRule rule{{{.half_width = 1.0}}, 100};
  while (!rule.finished())
    look(rule, 20.0);
  // 20.1 of sample standard deviation, at what the last look could spend: 4.5 %.
  const double z = sim::normal_quantile(1.0 - 0.0225);
  CHECK(rule.expected() == doctest::Approx(z * z * 400.0).epsilon(0.02));
}

TEST_CASE("before the end, a forecast is for what the look that ends a study will spend") {
  study::SequentialRule rule{{{.half_width = 1.0}}, 10'000};
  look(rule, 20.0);
  // 20.3 of sample standard deviation, at half of the 4.5 % that are left.
  const double z = sim::normal_quantile(1.0 - 0.01125);
  CHECK(rule.expected() == doctest::Approx(z * z * 400.0 * 30.0 / 29.0).epsilon(0.01));
}

TEST_CASE("a width in per cent is of the size of what it is a part of, below nothing as well") {
  const study::PrecisionTarget target{.half_width = 2.0, .per_cent = true};
  CHECK(target.wanted(50.0) == 1.0);
  CHECK(target.wanted(-50.0) == 1.0);
  CHECK(study::PrecisionTarget{.half_width = 2.0}.wanted(-50.0) == 2.0);
}

// Coverage: many studies with a known truth, each ended by its own data. The share of intervals
// that hold the truth is at least 95 %; it has a standard error of 0.5 % here.
namespace {

constexpr std::uint32_t studies = 1900;
constexpr double least = 0.95 - 3.5 * 0.005;

struct Summary {
  double coverage{};
  double replications{};  ///< on average
};

/// Futures of one study, made as they are asked for.
struct Normal {
  static constexpr double truth = 10.0;
  static constexpr double sd = 1.0;
  std::vector<double> values;
  void add(sim::Stream& stream) {
    values.push_back(truth + sim::normal_quantile(stream.uniform()));
  }
  [[nodiscard]] study::Linearised quantity() const { return study::linearised_mean(values); }
};

struct Exponential {  // skewness 2
  static constexpr double truth = 1.0;
  static constexpr double sd = 1.0;
  std::vector<double> values;
  void add(sim::Stream& stream) { values.push_back(-sim::log(stream.uniform())); }
  [[nodiscard]] study::Linearised quantity() const { return study::linearised_mean(values); }
};

struct Ratio {  // a share of a varying number of cases, with its own noise
  static constexpr double truth = 0.3;
  static constexpr double sd = 0.05;
  std::vector<double> over;
  std::vector<double> under;
  void add(sim::Stream& stream) {
    under.push_back(100.0 + 20.0 * sim::normal_quantile(stream.uniform()));
    over.push_back(truth * under.back() + 5.0 * sim::normal_quantile(stream.uniform()));
  }
  [[nodiscard]] study::Linearised quantity() const { return study::linearised_ratio(over, under); }
};

/// @param needed futures that an interval of fixed length would need, were the spread known
/// @param naive whether every look may end the study and states the interval of 95 %
template <class Futures>
Summary many_studies(double needed, bool naive) {
  const double wanted = 1.96 * Futures::sd / std::sqrt(needed);
  std::uint32_t hits = 0;
  double replications = 0.0;
  for (std::uint32_t s = 0; s < studies; ++s) {
    sim::Stream stream{sim::Address{.seed = 3, .replication = s}};
    Futures futures;
    study::SequentialRule rule{{{.half_width = wanted}}, 4000};
    std::uint32_t made = 0;
    study::Linearised quantity;
    double half_width = 0.0;
    do {
      for (; made < rule.replications(); ++made)
        futures.add(stream);
      quantity = futures.quantity();
      see(rule, {quantity});
      half_width = naive ? *quantity.half_width(0.95) : *rule.seen()[0].half_width;
    } while (naive ? half_width > wanted : !rule.finished());
    if (std::fabs(*quantity.value - Futures::truth) <= half_width) ++hits;
    replications += made;
  }
  return {.coverage = hits / static_cast<double>(studies),
          .replications = replications / static_cast<double>(studies)};
}

}  // namespace

TEST_CASE_TEMPLATE("an interval whose data chose when to end holds the truth 95 times in 100",
                   Futures,
                   Normal,
                   Exponential,
                   Ratio) {
  for (const double needed : {60.0, 150.0}) {
    CAPTURE(needed);
    const Summary seen = many_studies<Futures>(needed, false);
    CHECK(seen.coverage >= least);
    CHECK(seen.coverage <= 0.99);              // and it is not bought by intervals without end
    CHECK(seen.replications <= 1.8 * needed);  // measured: 1.6 to 1.7
  }
}

TEST_CASE("the coverage test notices a rule that states 95 % at whichever look pleases it") {
  CHECK(many_studies<Exponential>(60.0, true).coverage < least);
}
