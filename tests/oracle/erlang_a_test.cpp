#include <doctest/doctest.h>

#include "models/queueing_formulas.hpp"
#include "tests/oracle/queue.hpp"

using namespace ficap;
using test::QueueSeen;

namespace {

test::QueueSpec impatient(double lambda, double mu, int servers, double theta) {
  return {.kinds = {{lambda, {sim::Exponential{1.0 / mu}}}},
          .servers = servers,
          .mean_patience_hours = 1.0 / theta,
          .measured = std::chrono::hours{3'000}};
}

}  // namespace

TEST_CASE("impatient customers leave as Palm says, below capacity and above it") {
  struct Example {
    double lambda;
    int servers;
    double theta;
  };
  for (const Example& example : {Example{9.0, 10, 0.5}, Example{14.0, 10, 0.3}}) {
    CAPTURE(example.lambda);
    const auto seen =
        test::replicate(impatient(example.lambda, 1.0, example.servers, example.theta));
    const auto expected = models::erlang_a(example.lambda, 1.0, example.servers, example.theta);
    CHECK(z_of(seen, expected.p_lost, &QueueSeen::p_lost) < test::z_limit);
    CHECK(z_of(seen, expected.p_waits, &QueueSeen::p_waits) < test::z_limit);
    CHECK(z_of(seen, expected.wait_of_served, &QueueSeen::wait) < test::z_limit);
    CHECK(z_of(seen, expected.waiting, &QueueSeen::waiting) < test::z_limit);
    CHECK(z_of(seen, expected.present, &QueueSeen::present) < test::z_limit);
    CHECK(z_of(seen, expected.busy_share, &QueueSeen::busy_share) < test::z_limit);
    for (const QueueSeen& one : seen)
      CHECK(one.stays_add_up);
    // Every one in line leaves it at the rate theta or is served: losses are theta times the line.
    CHECK(z_of(seen, 0.0, [&](const QueueSeen& one) {
            return example.lambda * one.p_lost - example.theta * one.waiting;
          }) < test::z_limit);
  }
}

TEST_CASE("the impatience tests notice 5 % less patience and 5 % slower servers") {
  const auto expected = models::erlang_a(14.0, 1.0, 10, 0.3);
  const auto hasty = test::replicate(impatient(14.0, 1.0, 10, 0.315));
  CHECK(z_of(hasty, expected.waiting, &QueueSeen::waiting) > test::z_limit);
  const auto slow = test::replicate(impatient(14.0, 0.95, 10, 0.3));
  CHECK(z_of(slow, expected.p_lost, &QueueSeen::p_lost) > test::z_limit);
  CHECK(z_of(slow, expected.waiting, &QueueSeen::waiting) > test::z_limit);
}
