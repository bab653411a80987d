#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "models/queueing_formulas.hpp"
#include "tests/oracle/queue.hpp"

using namespace ficap;
using test::QueueSeen;

namespace {

sim::Distribution lognormal(double mean, double cv) {
  sim::Lognormal d;
  d.mean_value = mean;
  d.cv = cv;
  return {d};
}

std::vector<QueueSeen> one_server(double lambda, const sim::Distribution& service) {
  return test::replicate({.kinds = {{lambda, service}}});
}

}  // namespace

TEST_CASE("M/G/1 waits as Pollaczek and Khinchine say, for work of many shapes") {
  const double lambda = 0.7;
  for (const sim::Distribution& service :
       {sim::Distribution{sim::Fixed{1.0}},
        sim::Distribution{sim::Erlang{4, 1.0}},
        sim::Distribution{sim::Uniform{0.0, 2.0}},
        lognormal(1.0, 1.5),
        sim::Distribution{sim::Gamma{1.0, 0.7}},
        sim::Distribution{sim::Discrete{{0.5, 3.0}, {4.0, 1.0}}}}) {
    CAPTURE(std::string{sim::name(service)});
    const double mean = sim::mean(service);
    const auto expected = models::mg1(lambda, mean, sim::variance(service) / (mean * mean));
    const auto seen = one_server(lambda, service);
    CHECK(z_of(seen, expected.p_waits, &QueueSeen::p_waits) < test::z_limit);
    CHECK(z_of(seen, expected.wait, &QueueSeen::wait) < test::z_limit);
    CHECK(z_of(seen, expected.present, &QueueSeen::present) < test::z_limit);
    test::check_laws(seen, lambda);
  }
}

TEST_CASE("the M/G/1 test notices work that is 5 % longer, or varies 10 % more") {
  const auto expected = models::mg1(0.7, 1.0, 1.0);
  const auto longer = one_server(0.7, {sim::Gamma{1.05, 1.0}});
  CHECK(z_of(longer, expected.wait, &QueueSeen::wait) > test::z_limit);
  const auto varied = one_server(0.7, {sim::Gamma{1.0, 1.1}});
  CHECK(z_of(varied, expected.wait, &QueueSeen::wait) > test::z_limit);
}
