#include "models/queues.hpp"

#include <doctest/doctest.h>

#include "tests/support/print.hpp"

namespace {

using ficap::models::bit;
using ficap::models::every_lane;
using ficap::models::Lane;
using ficap::models::Lanes;
using ficap::models::only;
using ficap::models::Queues;
using ficap::models::SkillId;
using ficap::models::Tables;
using ficap::models::UnitId;
using ficap::sim::Handle;

const UnitId north{0};
const UnitId south{1};
const SkillId investigation{0};
const SkillId intelligence{1};
const SkillId tracing{2};

constexpr Lanes hearing = only(Lane::hearing);
constexpr Lanes early = only(Lane::directed_early) | only(Lane::discretionary_early);

Tables two_units() {
  Tables tables;
  tables.units = 2;
  tables.skills = 3;
  return tables;
}

Handle request(std::uint32_t number) {
  return {number, 1};
}

}  // namespace

TEST_CASE("whoever has the skill finds the first of all lines that they may serve") {
  Queues queues{two_units()};
  queues.begin();
  static_cast<void>(queues.join(north, investigation, Lane::timetable, {5, 1}, request(1)));
  static_cast<void>(queues.join(north, intelligence, Lane::timetable, {3, 2}, request(2)));
  static_cast<void>(queues.join(north, investigation, Lane::directed_early, {3, 0}, request(3)));
  static_cast<void>(queues.join(south, investigation, Lane::timetable, {0, 0}, request(4)));
  const auto both = bit(investigation) | bit(intelligence);
  CHECK(queues.first(north, both, every_lane) == request(3));  // 3, asked before the other 3
  CHECK(queues.first(north, bit(intelligence), every_lane) == request(2));
  CHECK(queues.first(south, both, every_lane) == request(4));
  CHECK(queues.first(north, both, early) == request(3));
  CHECK_FALSE(queues.first(north, both, hearing));
  CHECK_FALSE(queues.first(north, bit(tracing), every_lane));
}

TEST_CASE("a request that leaves is found no more, and the next one moves up") {
  Queues queues{two_units()};
  queues.begin();
  const auto first = queues.join(north, tracing, Lane::hearing, {0, 1}, request(1));
  const auto second = queues.join(north, tracing, Lane::hearing, {0, 2}, request(2));
  const auto third = queues.join(north, tracing, Lane::discretionary_later, {0, 3}, request(3));
  CHECK(queues.waiting(north, tracing) == 3);
  queues.leave(first);
  CHECK(queues.first(north, bit(tracing), every_lane) == request(2));
  queues.leave(second);
  CHECK_FALSE(queues.any(north, Lane::hearing));
  CHECK(queues.waiting_for(north, bit(tracing)) == only(Lane::discretionary_later));
  CHECK(queues.waiting_for(north, bit(investigation)) == 0);
  CHECK(queues.waiting_for(south, bit(tracing)) == 0);
  queues.leave(third);
  CHECK(queues.waiting_for(north, bit(tracing)) == 0);
  CHECK(queues.waiting(north, tracing) == 0);
}

TEST_CASE("a new run begins with empty lines") {
  Queues queues{two_units()};
  queues.begin();
  static_cast<void>(queues.join(south, tracing, Lane::hearing, {0, 1}, request(1)));
  queues.begin();
  CHECK(queues.waiting_for(south, bit(tracing)) == 0);
  CHECK_FALSE(queues.first(south, bit(tracing), every_lane));
}
