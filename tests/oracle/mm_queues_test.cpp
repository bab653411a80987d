#include <doctest/doctest.h>

#include "models/queueing_formulas.hpp"
#include "tests/oracle/queue.hpp"

using namespace ficap;
using test::QueueSeen;

namespace {

test::QueueSpec queue(double lambda, double mu, int servers) {
  return {.kinds = {{lambda, {sim::Exponential{1.0 / mu}}}}, .servers = servers};
}

void check_steady(const std::vector<QueueSeen>& seen, const models::SteadyQueue& expected) {
  CHECK(z_of(seen, expected.p_waits, &QueueSeen::p_waits) < test::z_limit);
  CHECK(z_of(seen, expected.wait, &QueueSeen::wait) < test::z_limit);
  CHECK(z_of(seen, expected.sojourn, &QueueSeen::sojourn) < test::z_limit);
  CHECK(z_of(seen, expected.waiting, &QueueSeen::waiting) < test::z_limit);
  CHECK(z_of(seen, expected.present, &QueueSeen::present) < test::z_limit);
  CHECK(z_of(seen, expected.busy_share, &QueueSeen::busy_share) < test::z_limit);
}

}  // namespace

TEST_CASE("M/M/1 waits as long as theory says") {
  const auto seen = test::replicate(queue(0.8, 1.0, 1));
  check_steady(seen, models::mm1(0.8, 1.0));
  test::check_laws(seen, 0.8);
}

TEST_CASE("M/M/c waits as Erlang C says, for few servers and for many") {
  const auto three = test::replicate(queue(2.4, 1.0, 3));
  check_steady(three, models::mmc(2.4, 1.0, 3));
  test::check_laws(three, 2.4);
  auto many = queue(18.0, 1.0, 20);
  many.measured = std::chrono::hours{2'000};
  check_steady(test::replicate(many), models::mmc(18.0, 1.0, 20));
}

TEST_CASE("the M/M tests notice servers that are 5 % slow") {
  const auto one = test::replicate(queue(0.8, 0.95, 1));
  CHECK(z_of(one, models::mm1(0.8, 1.0).wait, &QueueSeen::wait) > test::z_limit);
  const auto three = test::replicate(queue(2.4, 0.95, 3));
  const auto expected = models::mmc(2.4, 1.0, 3);
  CHECK(z_of(three, expected.p_waits, &QueueSeen::p_waits) > test::z_limit);
  CHECK(z_of(three, expected.wait, &QueueSeen::wait) > test::z_limit);
  CHECK(z_of(three, expected.present, &QueueSeen::present) > test::z_limit);
  CHECK(z_of(three, expected.busy_share, &QueueSeen::busy_share) > test::z_limit);
}

TEST_CASE("M/M/c/K turns away as many as theory says, and the rest wait accordingly") {
  auto spec = queue(3.0, 1.0, 3);
  spec.room = 8;
  const auto seen = test::replicate(spec);
  const auto expected = models::mmck(3.0, 1.0, 3, 8);
  CHECK(z_of(seen, expected.p_lost, &QueueSeen::p_lost) < test::z_limit);
  CHECK(z_of(seen, expected.p_waits, &QueueSeen::p_waits) < test::z_limit);
  CHECK(z_of(seen, expected.wait_of_served, &QueueSeen::wait) < test::z_limit);
  CHECK(z_of(seen, expected.waiting, &QueueSeen::waiting) < test::z_limit);
  CHECK(z_of(seen, expected.present, &QueueSeen::present) < test::z_limit);
  CHECK(z_of(seen, expected.busy_share, &QueueSeen::busy_share) < test::z_limit);
  test::check_laws(seen, 3.0 * (1.0 - expected.p_lost));

  spec.kinds[0].service_hours = {sim::Exponential{1.05}};
  const auto slow = test::replicate(spec);
  CHECK(z_of(slow, expected.p_lost, &QueueSeen::p_lost) > test::z_limit);
  CHECK(z_of(slow, expected.wait_of_served, &QueueSeen::wait) > test::z_limit);
}
