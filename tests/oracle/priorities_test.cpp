#include <vector>

#include <doctest/doctest.h>

#include "models/queueing_formulas.hpp"
#include "tests/oracle/queue.hpp"

using namespace ficap;
using test::QueueSeen;

namespace {

double z_of_kind(const std::vector<QueueSeen>& seen, double expected, std::size_t kind) {
  return z_of(seen, expected, [&](const QueueSeen& one) { return one.wait_by_kind[kind]; });
}

test::QueueSpec three_kinds(double mu) {
  const sim::Distribution service{sim::Exponential{1.0 / mu}};
  return {.kinds = {{0.5, service}, {1.0, service}, {0.9, service}}, .servers = 3};
}

}  // namespace

TEST_CASE("kinds with priority wait as Cobham says, at several servers") {
  const auto expected = models::priority_waits({0.5, 1.0, 0.9}, 1.0, 3);
  const auto seen = test::replicate(three_kinds(1.0));
  for (std::size_t kind = 0; kind < 3; ++kind) {
    CAPTURE(kind);
    CHECK(z_of_kind(seen, expected[kind], kind) < test::z_limit);
  }
  test::check_laws(seen, 2.4);
  // Order of service moves waits between kinds and leaves the number present alone.
  CHECK(z_of(seen, models::mmc(2.4, 1.0, 3).present, &QueueSeen::present) < test::z_limit);
}

TEST_CASE("kinds with priority and work of different lengths wait as Cobham says, at one server") {
  const auto expected = models::priority_waits(
      std::vector<models::PriorityClass>{{0.3, 1.0, 1.0}, {0.2, 0.5, 0.0}, {0.1, 3.0, 0.25}});
  const auto seen = test::replicate({.kinds = {{0.3, {sim::Exponential{1.0}}},
                                               {0.2, {sim::Fixed{0.5}}},
                                               {0.1, {sim::Erlang{4, 3.0}}}}});
  for (std::size_t kind = 0; kind < 3; ++kind) {
    CAPTURE(kind);
    CHECK(z_of_kind(seen, expected[kind], kind) < test::z_limit);
  }
}

TEST_CASE("the priority test notices servers that are 5 % slow, and a lost order") {
  const auto expected = models::priority_waits({0.5, 1.0, 0.9}, 1.0, 3);
  const auto slow = test::replicate(three_kinds(0.95));
  for (std::size_t kind = 0; kind < 3; ++kind) {
    CAPTURE(kind);
    CHECK(z_of_kind(slow, expected[kind], kind) > test::z_limit);
  }
  auto shuffled = three_kinds(1.0);
  std::swap(shuffled.kinds[0], shuffled.kinds[2]);
  const auto seen = test::replicate(shuffled);
  CHECK(z_of_kind(seen, expected[0], 0) > test::z_limit);
}
