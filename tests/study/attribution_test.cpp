#include "study/attribution.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "sim/quantiles.hpp"
#include "sim/stream.hpp"
#include "tests/support/outcomes.hpp"

// Terms of games worked out by hand, what must hold of every game, and how often the intervals of
// a game of known terms hold them.

using namespace ficap;
using doctest::Approx;
using study::Verdict;

namespace {

/// The same game in three futures: worlds by number, bit 0 being lever A.
std::vector<study::Linearised> certain(const std::vector<double>& worlds) {
  std::vector<study::Linearised> all;
  all.reserve(worlds.size());
  for (const double value : worlds)
    all.push_back(study::linearised_mean(std::vector<double>{value, value, value}));
  return all;
}

std::vector<double> terms_of(const std::vector<study::Linearised>& worlds) {
  std::vector<double> values;
  for (const study::Linearised& term : study::shapley(worlds))
    values.push_back(*term.value);
  return values;
}

/// Any game of k levers: numbers without pattern, in `futures` futures.
std::vector<study::Linearised> any_game(std::size_t levers, std::uint32_t id, std::size_t futures) {
  sim::Stream stream{sim::Address{.seed = 11, .id = id}};
  std::vector<study::Linearised> worlds;
  for (std::size_t w = 0; w < study::worlds_of(levers); ++w) {
    std::vector<double> values;
    for (std::size_t r = 0; r < futures; ++r)
      values.push_back(100.0 * stream.uniform() - 50.0);
    worlds.push_back(study::linearised_mean(values));
  }
  return worlds;
}

// A game of three levers whose expected terms are known: each lever has an effect of its own, A and
// B have one more together, of which each gets half, and all worlds share the luck of a future.
constexpr std::size_t levers = 3;
constexpr std::size_t futures = 12;
constexpr std::uint32_t studies = 6000;
constexpr double effect[levers] = {4.0, -1.0, 0.0};
constexpr double together = 2.0;
constexpr double expected[levers] = {5.0, 0.0, 0.0};

std::vector<study::Linearised> known_game(std::uint32_t study) {
  sim::Stream stream{sim::Address{.seed = 12, .replication = study}};
  const auto normal = [&stream] { return sim::normal_quantile(stream.uniform()); };
  std::vector<std::vector<double>> values(study::worlds_of(levers));
  for (std::size_t r = 0; r < futures; ++r) {
    const double luck = 100.0 + 20.0 * normal();
    double of_lever[levers];
    for (std::size_t j = 0; j < levers; ++j)
      of_lever[j] = effect[j] + normal();
    const double of_both = together + normal();
    for (study::World w = 0; w < values.size(); ++w) {
      double value = luck;
      for (std::size_t j = 0; j < levers; ++j)
        value += study::is_on(w, j) ? of_lever[j] : 0.0;
      if (study::is_on(w, 0) && study::is_on(w, 1)) value += of_both;
      values[w].push_back(value);
    }
  }
  std::vector<study::Linearised> worlds;
  worlds.reserve(values.size());
  for (const auto& each : values)
    worlds.push_back(study::linearised_mean(each));
  return worlds;
}

/// @returns by how many standard errors the share of studies in which the term of a lever lies in
///          its interval of 95 %, stretched, exceeds 95 %
double z_of_coverage(std::size_t lever, double stretch) {
  std::uint32_t hits = 0;
  for (std::uint32_t study = 0; study < studies; ++study) {
    const study::Linearised term = study::shapley(known_game(study))[lever];
    if (std::fabs(*term.value - expected[lever]) <= stretch * *term.half_width()) ++hits;
  }
  return (static_cast<double>(hits) / studies - 0.95) / std::sqrt(0.95 * 0.05 / studies);
}

struct Made {
  models::DimensionIds ids = test::small_world();
  models::Layout layout{ids};
  std::vector<std::vector<models::Outcome>> outcomes;

  /// @param served   by world and future, of 1,000 needs of which the rest expired
  explicit Made(const std::vector<std::vector<std::int64_t>>& served) {
    for (const auto& world : served) {
      std::vector<models::Outcome>& made = outcomes.emplace_back();
      for (const std::int64_t count : world) {
        models::Outcome& outcome = made.emplace_back(test::nothing(layout));
        test::add(outcome, layout, models::Counter::served, count);
        test::add(outcome, layout, models::Counter::expired, 1000 - count);
      }
    }
  }
  [[nodiscard]] study::Attribution attributed(const std::vector<const char*>& names) const {
    std::vector<study::Alternative> worlds;
    worlds.reserve(outcomes.size());
    for (const auto& world : outcomes)
      worlds.push_back({.ids = ids, .layout = layout, .outcomes = world});
    std::vector<study::MeasureRef> refs;
    refs.reserve(names.size());
    for (const char* const name : names)
      refs.push_back({.measure = models::find_measure(name), .cut = std::nullopt});
    return study::attribute(worlds, refs);
  }
};

}  // namespace

TEST_CASE("of two levers each gets half of what they do only together") {
  // Alone A adds 4 and B 3; together they add 10, so 3 more. A: (4 + 7) / 2, B: (3 + 6) / 2.
  const auto terms = terms_of(certain({10.0, 14.0, 13.0, 20.0}));
  CHECK(terms[0] == Approx(5.5));
  CHECK(terms[1] == Approx(4.5));
}

TEST_CASE("of three levers each is worth its mean over all six orders") {
  // Worlds: none 0, A 6, B 4, AB 14, C 0, AC 9, BC 10, ABC 20.
  // A adds 6 (ABC, ACB), 10 (BAC), 9 (CAB), 10 (BCA, CBA): 51 / 6.
  // B adds 8 (ABC), 11 (ACB, CAB), 4 (BAC, BCA), 10 (CBA): 48 / 6.
  // C adds 6 (ABC, BAC), 3 (ACB), 6 (BCA), 0 (CAB, CBA): 21 / 6.
  const auto terms = terms_of(certain({0.0, 6.0, 4.0, 14.0, 0.0, 9.0, 10.0, 20.0}));
  CHECK(terms[0] == Approx(8.5));
  CHECK(terms[1] == Approx(8.0));
  CHECK(terms[2] == Approx(3.5));
}

TEST_CASE("one lever is worth all of it") {
  CHECK(terms_of(certain({3.0, 5.5})).front() == 2.5);
}

TEST_CASE("terms add up to the difference, future by future, in any game") {
  for (std::uint32_t id = 0; id < 20; ++id) {
    const std::size_t k = 1 + (id % study::most_levers);
    const auto worlds = any_game(k, id, 5);
    const auto terms = study::shapley(worlds);
    REQUIRE(terms.size() == k);
    const study::Linearised whole = study::difference(worlds.back(), worlds.front());
    double value = 0.0;
    std::vector<double> residuals(5);
    for (const study::Linearised& term : terms) {
      value += *term.value;
      for (std::size_t r = 0; r < residuals.size(); ++r)
        residuals[r] += term.residuals[r];
    }
    CHECK(value == Approx(*whole.value).epsilon(1e-12));
    for (std::size_t r = 0; r < residuals.size(); ++r)
      CHECK(std::fabs(residuals[r] - whole.residuals[r]) < 1e-11);
  }
}

TEST_CASE("levers that do the same in every world have the same term") {
  // B and C are interchangeable: worlds 010 and 100 agree, and so do 011 and 101.
  const auto terms = terms_of(certain({0.0, 5.0, 2.0, 11.0, 2.0, 11.0, 7.0, 13.0}));
  CHECK(terms[1] == Approx(terms[2]));
  CHECK(terms[0] != Approx(terms[1]));
}

TEST_CASE("a lever that changes nothing has a term of exactly nothing") {
  // B, bit 1, is switched between worlds 0 and 2, 1 and 3, 4 and 6, 5 and 7.
  const auto some = any_game(2, 99, 7);
  const auto terms = study::shapley(std::vector<study::Linearised>{
      some[0], some[1], some[0], some[1], some[2], some[3], some[2], some[3]});
  CHECK(terms[1].value == 0.0);
  CHECK(terms[1].half_width() == 0.0);
  CHECK(study::verdict_on(terms[1], terms[1].half_width()) == Verdict::same);
  CHECK(terms[0].value != 0.0);
}

TEST_CASE("the interval of a term is Student's of the terms of single futures") {
  // Terms of A in the three futures: (4 + 7) / 2, (2 + 3) / 2, (3 + 4) / 2.
  const std::vector<study::Linearised> worlds{
      study::linearised_mean(std::vector<double>{10.0, 20.0, 30.0}),
      study::linearised_mean(std::vector<double>{14.0, 22.0, 33.0}),
      study::linearised_mean(std::vector<double>{13.0, 21.0, 31.0}),
      study::linearised_mean(std::vector<double>{20.0, 24.0, 35.0})};
  const auto terms = study::shapley(worlds);
  const auto alone = study::linearised_mean(std::vector<double>{5.5, 2.5, 3.5});
  CHECK(*terms[0].value == Approx(*alone.value));
  CHECK(*terms[0].half_width() == Approx(*alone.half_width()));
}

TEST_CASE("a world in which a quantity does not exist leaves no terms") {
  auto worlds = certain({1.0, 2.0, 3.0, 4.0});
  worlds[1] = {};
  for (const study::Linearised& term : study::shapley(worlds))
    CHECK_FALSE(term.value);
}

TEST_CASE("the interval of a term holds what it is in expectation 95 times in 100") {
  for (std::size_t lever = 0; lever < levers; ++lever) {
    CAPTURE(lever);
    CHECK(std::fabs(z_of_coverage(lever, 1.0)) < 3.5);
  }
}

TEST_CASE("the test notices intervals a tenth too narrow") {
  CHECK(z_of_coverage(0, 0.9) < -3.5);
}

TEST_CASE("counts and ratios are attributed") {
  const Made made{{{100, 140, 90}, {310, 360, 290}, {150, 180, 170}, {400, 470, 380}}};
  const auto attribution = made.attributed({"served", "unmet_share_of_need"});
  CHECK(attribution.levers == 2);
  CHECK(attribution.replications == 3);
  const study::MeasureAttribution& counts = attribution.measures[0];
  // Means 110, 320, 500/3, 1250/3. A: (210 + 250) / 2; B: (170/3 + 290/3) / 2.
  CHECK(*counts.terms[0].value == Approx(230.0));
  CHECK(*counts.terms[1].value == Approx(230.0 / 3.0));
  CHECK(*counts.total.value == Approx(1250.0 / 3.0 - 110.0));
  CHECK(*counts.worlds[1].value == Approx(320.0));
  CHECK(counts.terms[0].verdict == Verdict::higher);
  const study::MeasureAttribution& shares = attribution.measures[1];
  CHECK(*shares.terms[0].value == Approx(-0.230));
  CHECK(shares.terms[0].verdict == Verdict::lower);
}

TEST_CASE("each total is the sum of its terms to the bit") {
  for (std::uint32_t game = 0; game < 20; ++game) {
    sim::Stream stream{sim::Address{.seed = 13, .id = game}};
    std::vector<std::vector<std::int64_t>> served(8);
    for (auto& world : served) {
      for (int r = 0; r < 7; ++r)
        world.push_back(static_cast<std::int64_t>(1000.0 * stream.uniform()));
    }
    const auto attribution = Made{served}.attributed({"served", "unmet_share_of_need"});
    for (const study::MeasureAttribution& each : attribution.measures) {
      CHECK(*each.total.value ==
            *each.terms[0].value + *each.terms[1].value + *each.terms[2].value);
      CHECK(*each.total.value == Approx(*each.worlds[7].value - *each.worlds[0].value));
    }
  }
}

TEST_CASE("all terms and totals hold together: each interval is that of one of so many") {
  const Made made{{{100, 140, 90}, {310, 360, 290}, {150, 180, 170}, {400, 470, 380}}};
  const auto alone = made.attributed({"served"}).measures[0].total;
  const auto base = study::linearised_mean(std::vector<double>{100, 140, 90});
  const auto option = study::linearised_mean(std::vector<double>{400, 470, 380});
  const auto apart = study::paired_difference(option, base, study::one_of_many(0.95, 3));
  CHECK(*alone.half_width == Approx(*apart.half_width));
  CHECK(*alone.value == Approx(*apart.value));
  const auto of_two = made.attributed({"served", "expired"}).measures[0].total;
  CHECK(*of_two.half_width > *alone.half_width);
}

TEST_CASE("where a world lacks a measure the whole difference is still told, and not shared out") {
  Made made{{{100, 140}, {310, 360}, {150, 180}, {400, 470}}};
  for (models::Outcome& outcome : made.outcomes[2])
    outcome = test::nothing(made.layout);
  const auto attributed = made.attributed({"unmet_share_of_need"}).measures[0];
  CHECK_FALSE(attributed.terms[0].value);
  CHECK(attributed.terms[1].verdict == Verdict::undefined);
  CHECK(*attributed.total.value == Approx(-0.315));
}

TEST_CASE("one future has terms, and no interval") {
  const Made made{{{100}, {310}, {150}, {400}}};
  const auto attributed = made.attributed({"served"}).measures[0];
  CHECK(*attributed.terms[0].value == Approx(230.0));
  CHECK_FALSE(attributed.terms[0].half_width);
  CHECK(attributed.total.verdict == Verdict::cannot_tell);
}
