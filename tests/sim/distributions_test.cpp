#include "sim/distributions.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "sim/sampler.hpp"
#include "tests/support/for_all.hpp"
#include "tests/support/print.hpp"
#include "tests/support/statistics.hpp"

using namespace ficap;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// Fills any kind of field with something within its bounds, and of a size at which twenty
/// thousand samples tell a mean and a variance.
struct FillAtRandom {
  sim::Stream& stream;

  void operator()(const sim::Field& field, double& member) const {
    const double low = std::fmax(field.at_least, field.unit == sim::Unit::of_variable ? 0.1 : 0.2);
    const double high = field.unit == sim::Unit::of_variable ? 9.0 : 1.2;
    member = low + (std::fmin(high, field.at_most) - low) * stream.uniform();
  }
  void operator()(const sim::Field&, int& member) const {
    member = test::whole_number(stream, 1, 6);
  }
  void operator()(const sim::Field& field, std::optional<double>& member) const {
    member.reset();
    if (stream.uniform() < 0.5) (*this)(field, member.emplace());
  }
  void operator()(const sim::Field& field, std::vector<double>& member) const {
    member.resize(3);
    for (double& x : member)
      (*this)(field, x);
  }
  void operator()(const sim::Field&, std::vector<sim::Distribution>& member) const {
    member = {{sim::Exponential{1.0 + stream.uniform()}},
              {sim::Fixed{2.0}},
              {sim::Uniform{3.0, 4.0 + stream.uniform()}}};
  }
};

/// @returns a distribution whose rules are kept: drawn again until they are
template <class D>
D random_example(sim::Stream& stream) {
  D d;
  do {
    D::fields(d, FillAtRandom{stream});
  } while (!d.problems().empty());
  return d;
}

/// Calls check(d, number) for `n` random examples of each distribution there is.
template <class Check>
void for_examples_of_each(std::uint32_t n, Check&& check) {
  sim::for_each_distribution_type([&](auto tag) {
    using D = typename decltype(tag)::type;
    CAPTURE(std::string{D::name});
    test::for_all(n, [&](sim::Stream& stream) { check(random_example<D>(stream)); });
  });
}

}  // namespace

TEST_CASE("a distribution has the mean it says it has") {
  for_examples_of_each(12, [](const auto& d) {
    CHECK(test::z_of_mean(d, test::sample_of(d, 20'000)) < test::z_limit);
  });
}

TEST_CASE("a distribution has the variance it says it has") {
  for_examples_of_each(12, [](const auto& d) {
    CHECK(test::z_of_variance(d, test::sample_of(d, 20'000)) < test::z_limit);
  });
}

TEST_CASE("a distribution's samples fall as its cdf says") {
  for_examples_of_each(6, [](const auto& d) {
    const auto cdf = [&](double x) { return d.cdf(x); };
    CHECK(test::kolmogorov(test::sample_of(d, 20'000), cdf) < test::kolmogorov_limit);
  });
}

TEST_CASE("the mean, variance and cdf tests notice a generator that is 5 % off") {
  struct Biased : sim::Exponential {
    [[nodiscard]] double sample(sim::Stream& s) const { return 1.05 * Exponential::sample(s); }
  };
  Biased biased;
  biased.mean_value = 3.0;
  const auto values = test::sample_of(biased, 20'000);
  CHECK(test::z_of_mean(biased, values) > test::z_limit);
  CHECK(test::z_of_variance(biased, test::sample_of(biased, 60'000)) > test::z_limit);
  CHECK(test::kolmogorov(values, [&](double x) { return biased.cdf(x); }) > test::kolmogorov_limit);
}

TEST_CASE("a quantile is the least value that the cdf takes to p") {
  for_examples_of_each(12, [](const auto& d) {
    for (const double p : {0.001, 0.1, 0.25, 0.5, 0.7, 0.9, 0.999}) {
      CAPTURE(p);
      const double x = d.quantile(p);
      const double step = 1e-9 * (std::fabs(x) + 1e-6);
      CHECK(d.cdf(x + step) >= p - 1e-9);
      CHECK(d.cdf(x - step) <= p + 1e-9);
    }
  });
}

TEST_CASE("samples and quantiles stay within the support, and the cdf is 0 and 1 at its ends") {
  for_examples_of_each(12, [](const auto& d) {
    for (const double x : test::sample_of(d, 300)) {
      REQUIRE(x >= d.lowest());
      REQUIRE(x <= d.highest());
    }
    CHECK(d.quantile(1e-9) >= d.lowest());
    CHECK(d.quantile(1.0 - 1e-9) <= d.highest());
    CHECK(d.cdf(d.lowest() - 1.0) == 0.0);
    if (d.highest() < infinity) CHECK(d.cdf(d.highest()) == 1.0);
  });
}

TEST_CASE("what the variant says is what the alternative says") {
  for_examples_of_each(3, [](const auto& d) {
    const sim::Distribution any{d};
    CHECK(sim::name(any) == d.name);
    CHECK(sim::mean(any) == d.mean());
    CHECK(sim::variance(any) == d.variance());
    CHECK(sim::quantile(any, 0.3) == d.quantile(0.3));
    CHECK(sim::cdf(any, 1.7) == d.cdf(1.7));
    CHECK(sim::lowest(any) == d.lowest());
    CHECK(sim::highest(any) == d.highest());
    CHECK(any == sim::Distribution{d});
    sim::Stream one{sim::Address{.seed = 5}};
    sim::Stream other{sim::Address{.seed = 5}};
    CHECK(sim::sample(any, one) == d.sample(other));
  });
}

TEST_CASE("every distribution and every field has a name and a sentence") {
  sim::for_each_distribution_type([](auto tag) {
    using D = typename decltype(tag)::type;
    CHECK_FALSE(D::name.empty());
    CHECK(D::doc.back() == '.');
    D d;
    D::fields(d, [](const sim::Field& field, auto&) {
      CHECK_FALSE(field.name.empty());
      CHECK(field.doc.back() == '.');
    });
  });
}

TEST_CASE("moments that one works out by hand") {
  CHECK(sim::Triangular{0.0, 1.0, 5.0}.mean() == 2.0);
  CHECK(sim::Triangular{0.0, 0.0, 6.0}.variance() == 2.0);
  CHECK(sim::Erlang{4, 8.0}.variance() == 16.0);
  CHECK(sim::Gamma{10.0, 0.5}.variance() == 25.0);
  CHECK(sim::Beta{2.0, 2.0}.variance() == doctest::Approx(0.05));
  const sim::Discrete die{{1.0, 2.0, 3.0, 4.0, 5.0, 6.0}, {1.0, 1.0, 1.0, 1.0, 1.0, 1.0}};
  CHECK(die.mean() == 3.5);
  CHECK(die.variance() == doctest::Approx(35.0 / 12.0));
  CHECK(die.quantile(0.5) == 3.0);
  CHECK(die.quantile(0.5001) == 4.0);
  const sim::Mixture mixture{{3.0, 1.0}, {{sim::Fixed{0.0}}, {sim::Fixed{4.0}}}};
  CHECK(mixture.mean() == 1.0);
  CHECK(mixture.variance() == 3.0);
  CHECK(mixture.quantile(0.75) == 0.0);
  CHECK(mixture.quantile(0.76) == 4.0);
}

TEST_CASE("empirical quantiles are of type 7") {
  // R: quantile(c(1, 2, 4, 8, 16), c(.1, .25, .6, .9)) gives 1.4, 2, 5.6, 12.8.
  const sim::Empirical sample{{1.0, 2.0, 4.0, 8.0, 16.0}};
  CHECK(sample.quantile(0.1) == doctest::Approx(1.4));
  CHECK(sample.quantile(0.25) == 2.0);
  CHECK(sample.quantile(0.6) == doctest::Approx(5.6));
  CHECK(sample.quantile(0.9) == doctest::Approx(12.8));
  CHECK(sim::Empirical{{3.0}}.quantile(0.4) == 3.0);
}

TEST_CASE("both ways to say a lognormal mean the same") {
  sim::Lognormal by_mean;
  by_mean.mean_value = 10.0;
  by_mean.cv = 0.8;
  sim::Lognormal by_median;
  by_median.sigma = std::sqrt(std::log1p(0.64));
  by_median.median = 10.0 / std::sqrt(1.64);
  CHECK(by_mean.mean() == doctest::Approx(10.0).epsilon(1e-14));
  CHECK(by_mean.variance() == doctest::Approx(64.0).epsilon(1e-13));
  CHECK(by_median.mean() == doctest::Approx(10.0).epsilon(1e-13));
  for (const double p : {0.01, 0.5, 0.99}) {
    CHECK(by_median.quantile(p) == doctest::Approx(by_mean.quantile(p)).epsilon(1e-13));
  }
}

TEST_CASE("a distribution made ready for sampling draws the same from the same numbers") {
  for_examples_of_each(4, [](const auto& d) {
    const sim::Sampler ready{sim::Distribution{d}};
    sim::Stream one{sim::Address{.seed = 9}};
    sim::Stream other{sim::Address{.seed = 9}};
    for (int i = 0; i < 20; ++i)
      CHECK(ready.sample(one) == doctest::Approx(d.sample(other)).epsilon(1e-11));
    CHECK(one.uniform() == other.uniform());  // as many numbers were used
  });
}

TEST_CASE("a cut lognormal is the uncut one on condition that it is not above the cut") {
  sim::Lognormal uncut;
  uncut.median = 5.0;
  uncut.sigma = 1.0;
  sim::Lognormal cut = uncut;
  cut.at_most = 12.0;
  for (const double x : {0.5, 3.0, 11.0}) {
    CHECK(cut.cdf(x) == doctest::Approx(uncut.cdf(x) / uncut.cdf(12.0)).epsilon(1e-13));
  }
  CHECK(cut.mean() < uncut.mean());
  CHECK(cut.highest() == 12.0);
  CHECK(cut.quantile(1.0 - 1e-16) <= 12.0);
}

TEST_CASE("a broken rule names its field and says what may stand there") {
  using Problems = std::vector<sim::Problem>;
  CHECK(sim::Uniform{3.0, 2.0}.problems() == Problems{{"high", "a value of at least low"}});
  CHECK(sim::Triangular{1.0, 5.0, 4.0}.problems() ==
        Problems{{"mode", "a value from low to high"}});
  CHECK(sim::Triangular{1.0, 2.0, 0.0}.problems() == Problems{{"high", "a value of at least low"}});
  CHECK(sim::Discrete{{1.0, 2.0}, {1.0}}.problems() ==
        Problems{{"weights", "as many weights as values: 2"}});
  CHECK(sim::Discrete{{2.0, 1.0}, {1.0, 1.0}}.problems() ==
        Problems{{"values", "values in ascending order"}});
  CHECK(sim::Discrete{{1.0, 2.0}, {0.0, 0.0}}.problems() ==
        Problems{{"weights", "at least one weight above 0"}});
  CHECK(sim::Discrete{}.problems() == Problems{{"values", "at least one value"}});
  CHECK(sim::Empirical{}.problems() == Problems{{"values", "at least one observation"}});
  CHECK(sim::Empirical{{3.0, 1.0}}.problems() ==
        Problems{{"values", "observations in ascending order"}});
  CHECK(sim::Mixture{}.problems() == Problems{{"components", "at least one distribution"}});
  CHECK(sim::Mixture{{1.0, 1.0}, {{sim::Fixed{1.0}}, {sim::Uniform{2.0, 1.0}}}}.problems() ==
        Problems{{"components/1/uniform/high", "a value of at least low"}});
}

TEST_CASE("a lognormal wants one whole pair of parameters") {
  using Problems = std::vector<sim::Problem>;
  const auto lognormal = [](std::optional<double> mean,
                            std::optional<double> cv,
                            std::optional<double> median,
                            std::optional<double> sigma,
                            std::optional<double> at_most = {}) {
    return sim::Lognormal{mean, cv, median, sigma, at_most}.problems();
  };
  CHECK(lognormal(1.0, 0.5, {}, {}).empty());
  CHECK(lognormal({}, {}, 1.0, 0.5).empty());
  CHECK(lognormal({}, {}, {}, {}) == Problems{{"mean", "mean and cv, or median and sigma"}});
  CHECK(lognormal(1.0, {}, {}, {}) == Problems{{"cv", "mean and cv together"}});
  CHECK(lognormal({}, 1.0, {}, {}) == Problems{{"mean", "mean and cv together"}});
  CHECK(lognormal({}, {}, 1.0, {}) == Problems{{"sigma", "median and sigma together"}});
  CHECK(lognormal({}, {}, {}, 1.0) == Problems{{"median", "median and sigma together"}});
  CHECK(lognormal(1.0, {}, 1.0, {}) ==
        Problems{{"median", "either mean and cv, or median and sigma"}});
  CHECK(lognormal({}, {}, 10.0, 0.5, 0.01) ==
        Problems{{"at_most", "a value that leaves at least a millionth of the distribution"}});
}

TEST_CASE("a field allows what its bounds say, and never what is no number") {
  const sim::Field share{.name = "x", .doc = "X.", .at_least = 0.0, .at_most = 1.0, .above = true};
  CHECK_FALSE(share.allows(0.0));
  CHECK(share.allows(1e-300));
  CHECK(share.allows(1.0));
  CHECK_FALSE(share.allows(1.1));
  const sim::Field any{.name = "x", .doc = "X."};
  CHECK(any.allows(-1e300));
  CHECK_FALSE(any.allows(infinity));
  CHECK_FALSE(any.allows(std::numeric_limits<double>::quiet_NaN()));
}
