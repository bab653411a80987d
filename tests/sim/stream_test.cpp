#include "sim/stream.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/for_all.hpp"
#include "tests/support/statistics.hpp"

using namespace ficap;

namespace {

std::vector<double> first_draws(const sim::Address& address, int n) {
  sim::Stream stream{address};
  std::vector<double> draws;
  draws.reserve(static_cast<std::size_t>(n));
  for (int i = 0; i < n; ++i)
    draws.push_back(stream.uniform());
  return draws;
}

/// Chi-square of counts against equal expectations, as a normal deviate (Wilson & Hilferty).
double chi_square_deviate(const std::vector<int>& counts) {
  double total = 0.0;
  for (const int count : counts)
    total += count;
  const double expected = total / static_cast<double>(counts.size());
  double sum = 0.0;
  for (const int count : counts)
    sum += (count - expected) * (count - expected) / expected;
  const double dof = static_cast<double>(counts.size()) - 1.0;
  const double ninth = 2.0 / (9.0 * dof);
  return (std::cbrt(sum / dof) - (1.0 - ninth)) / std::sqrt(ninth);
}

/// Counts pairs (x, y) of a stream's successive draws in a 16 by 16 grid.
template <class Draw>
std::vector<int> grid_of_pairs(int pairs, Draw&& draw) {
  std::vector<int> counts(256, 0);
  for (int i = 0; i < pairs; ++i) {
    const auto [x, y] = draw(static_cast<std::uint32_t>(i));
    ++counts[static_cast<std::size_t>(x * 16.0) * 16 + static_cast<std::size_t>(y * 16.0)];
  }
  return counts;
}

struct Pair {
  double x;
  double y;
};

}  // namespace

TEST_CASE("a stream is its address: the same address gives the same numbers") {
  const sim::Address address{1, 2, 3, 4, 5, 6};
  CHECK(first_draws(address, 100) == first_draws(address, 100));
}

TEST_CASE("each field of an address changes every number of the stream") {
  const sim::Address base{
      .seed = 1, .replication = 2, .purpose = 3, .id = 4, .ordinal = 5, .sub = 6};
  std::vector<sim::Address> others(8, base);
  others[0].seed = 2;
  others[1].seed = 1 + (std::uint64_t{1} << 32U);
  others[2].replication = 3;
  others[3].purpose = 2;
  others[4].id = 5;
  others[5].ordinal = 4;
  others[6].sub = 7;
  // The two fields that share a word do not run into each other.
  others[7].replication = (1U << 24U) - 1;
  const auto draws = first_draws(base, 50);
  for (std::size_t i = 0; i < others.size(); ++i) {
    CAPTURE(i);
    const auto changed = first_draws(others[i], 50);
    for (std::size_t k = 0; k < draws.size(); ++k)
      CHECK(changed[k] != draws[k]);
  }
}

TEST_CASE("both halves of a block are used, and are the numbers that Philox gives") {
  sim::Stream stream{sim::Address{}};
  // The known answer for counter 0 and key 0: 6627e8d5 e169c58d bc57ac4c 9b00dbd8.
  const auto unit = [](std::uint64_t bits) {
    return (static_cast<double>(bits >> 12U) + 0.5) * 0x1p-52;
  };
  CHECK(stream.uniform() == unit(0x6627e8d5e169c58dU));
  CHECK(stream.uniform() == unit(0xbc57ac4c9b00dbd8U));
}

TEST_CASE("a uniform never reaches 0 or 1") {
  for (std::uint32_t k = 0; k < 100'000; ++k) {
    sim::Stream stream{sim::Address{.ordinal = k}};
    const double u = stream.uniform();
    REQUIRE(u > 0.0);
    REQUIRE(u < 1.0);
    REQUIRE(std::isfinite(sim::log(u)));
  }
}

TEST_CASE("successive draws of one stream are uniform and independent in pairs") {
  const auto counts = grid_of_pairs(200'000, [](std::uint32_t k) {
    sim::Stream stream{sim::Address{.ordinal = k}};
    const double x = stream.uniform();
    return Pair{x, stream.uniform()};
  });
  CHECK(std::fabs(chi_square_deviate(counts)) < test::z_limit);
}

TEST_CASE("neighbouring addresses are independent in every field") {
  const auto neighbours = [](auto&& address_of) {
    return grid_of_pairs(200'000, [&](std::uint32_t k) {
      return Pair{sim::Stream{address_of(k)}.uniform(), sim::Stream{address_of(k + 1)}.uniform()};
    });
  };
  CHECK(chi_square_deviate(neighbours([](std::uint32_t k) { return sim::Address{.seed = k}; })) <
        test::z_limit);
  CHECK(chi_square_deviate(neighbours(
            [](std::uint32_t k) { return sim::Address{.replication = k}; })) < test::z_limit);
  CHECK(chi_square_deviate(neighbours([](std::uint32_t k) { return sim::Address{.id = k}; })) <
        test::z_limit);
  CHECK(chi_square_deviate(neighbours([](std::uint32_t k) { return sim::Address{.ordinal = k}; })) <
        test::z_limit);
}

TEST_CASE("the pair test notices one draw in twenty that repeats its neighbour") {
  const auto counts = grid_of_pairs(200'000, [](std::uint32_t k) {
    sim::Stream stream{sim::Address{.ordinal = k}};
    const double x = stream.uniform();
    return Pair{x, k % 20 == 0 ? x : stream.uniform()};
  });
  CHECK(chi_square_deviate(counts) > test::z_limit);
}

TEST_CASE("exponential and normal draws have the moments they should") {
  sim::Tally exponential;
  sim::Tally exponential_squares;
  sim::Tally normal;
  sim::Tally normal_squares;
  for (std::uint32_t k = 0; k < 200'000; ++k) {
    sim::Stream stream{sim::Address{.seed = 3, .ordinal = k}};
    const double e = stream.exponential();
    const double z = stream.normal();
    exponential.add(e);
    exponential_squares.add(e * e);
    normal.add(z);
    normal_squares.add(z * z);
  }
  CHECK(test::z_score(exponential, 1.0) < test::z_limit);
  CHECK(test::z_score(exponential_squares, 2.0) < test::z_limit);
  CHECK(test::z_score(normal, 0.0) < test::z_limit);
  CHECK(test::z_score(normal_squares, 1.0) < test::z_limit);
  // Power: one per cent off is seen.
  CHECK(test::z_score(exponential, 1.02) > test::z_limit);
  CHECK(test::z_score(normal_squares, 1.02) > test::z_limit);
}

TEST_CASE("names get the ids they have always had") {
  // Results depend on these: a change here changes every study ever made.
  CHECK(sim::stable_hash("") == sim::stable_hash(std::string{}));
  CHECK(sim::stable_hash("bakery") == 1792659060U);
  CHECK(sim::combine(1, 2) == 3010476760U);
}

TEST_CASE("ten thousand similar names share no id, and neither do their pairs") {
  std::vector<std::uint32_t> ids;
  ids.reserve(20'000);
  for (int i = 0; i < 10'000; ++i)
    ids.push_back(sim::stable_hash("oven-" + std::to_string(i)));
  for (std::uint32_t i = 0; i < 100; ++i) {
    for (std::uint32_t j = 0; j < 100; ++j)
      ids.push_back(sim::combine(i, j));
  }
  std::sort(ids.begin(), ids.end());
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
}

TEST_CASE("one bit of either id changes half the bits of the combined id") {
  sim::Tally changed;
  test::for_all(200, [&](sim::Stream& stream) {
    const auto a = static_cast<std::uint32_t>(stream.uniform() * 0x1p32);
    const auto b = static_cast<std::uint32_t>(stream.uniform() * 0x1p32);
    for (std::uint32_t bit = 0; bit < 32; ++bit) {
      for (std::uint32_t difference : {sim::combine(a, b) ^ sim::combine(a ^ (1U << bit), b),
                                       sim::combine(a, b) ^ sim::combine(a, b ^ (1U << bit))}) {
        int bits = 0;
        for (; difference != 0; difference &= difference - 1)
          ++bits;
        changed.add(bits);
      }
    }
  });
  CHECK(test::z_score(changed, 16.0) < test::z_limit);
  CHECK(changed.min() >= 3.0);
}
