#include "models/allocation.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/print.hpp"

namespace {

using namespace std::chrono_literals;
using ficap::models::Allocation;
using ficap::models::Harm;
using ficap::models::Phase;
using ficap::models::place_of;
using ficap::models::Standing;
using ficap::sim::Time;

struct Candidate {
  char name;
  Standing standing;
};

//  asked   a          b           c           d            e
//  harm    low        very high   high        high         low
//  phase   late       middle      late        early        early
//  closes  never      day 9       day 2       never        day 5
//  £/hour  30         0           100         2            30
const std::vector<Candidate> candidates{
    {'a',
     {.harm = Harm::low,
      .phase = Phase::late,
      .realisable_pence = 30'000,
      .expected_hours = 10.0,
      .asked = 1}},
    {'b',
     {.harm = Harm::very_high,
      .phase = Phase::middle,
      .window_closes = Time{24h * 9},
      .realisable_pence = 0,
      .expected_hours = 1.0,
      .asked = 2}},
    {'c',
     {.harm = Harm::high,
      .phase = Phase::late,
      .window_closes = Time{24h * 2},
      .realisable_pence = 400'000,
      .expected_hours = 40.0,
      .asked = 3}},
    {'d',
     {.harm = Harm::high,
      .phase = Phase::early,
      .realisable_pence = 10'000,
      .expected_hours = 50.0,
      .asked = 4}},
    {'e',
     {.harm = Harm::low,
      .phase = Phase::early,
      .window_closes = Time{24h * 5},
      .realisable_pence = 3'000,
      .expected_hours = 1.0,
      .asked = 5}},
};

std::string order(const Allocation& policy) {
  std::vector<Candidate> line = candidates;
  std::reverse(line.begin(), line.end());  // so that nothing stands right by chance
  std::stable_sort(line.begin(), line.end(), [&](const Candidate& x, const Candidate& y) {
    const auto p = place_of(policy, x.standing);
    const auto q = place_of(policy, y.standing);
    return std::pair{p.first, p.second} < std::pair{q.first, q.second};
  });
  std::string names;
  for (const Candidate& candidate : line)
    names += candidate.name;
  return names;
}

}  // namespace

TEST_CASE("each policy lines five requests up as one would by hand") {
  CHECK(order(ficap::models::FirstComeFirstServed{}) == "abcde");
  CHECK(order(ficap::models::PriorityByHarmAndStage{}) == "bdcea");
  CHECK(order(ficap::models::EarliestWindowClose{}) == "cebad");
  CHECK(order(ficap::models::EarlyStagesFirst{}) == "debac");
  CHECK(order(ficap::models::ValuePerHour{}) == "caedb");
}

TEST_CASE("no two requests stand in one place") {
  const Standing asked_first{.asked = 1};
  const Standing asked_second{.asked = 2};
  for (const Allocation& policy : std::vector<Allocation>{ficap::models::FirstComeFirstServed{},
                                                          ficap::models::PriorityByHarmAndStage{},
                                                          ficap::models::EarliestWindowClose{},
                                                          ficap::models::EarlyStagesFirst{},
                                                          ficap::models::ValuePerHour{}}) {
    CHECK(place_of(policy, asked_first).first == place_of(policy, asked_second).first);
    CHECK(place_of(policy, asked_first).second < place_of(policy, asked_second).second);
  }
}
