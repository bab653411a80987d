#include "study/latin_hypercube.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

using namespace ficap;

namespace {

constexpr std::array<std::uint32_t, 3> ids{11, 22, 33};

}  // namespace

TEST_CASE("every stratum of every input holds exactly one point") {
  constexpr std::size_t points = 37;
  const auto cube = study::latin_hypercube(1, 0, ids, points);
  REQUIRE(cube.size() == points * ids.size());
  for (std::size_t input = 0; input < ids.size(); ++input) {
    std::vector<int> count(points, 0);
    for (std::size_t point = 0; point < points; ++point) {
      const double place = cube[point * ids.size() + input];
      REQUIRE(place > 0.0);
      REQUIRE(place < 1.0);
      ++count[static_cast<std::size_t>(place * points)];
    }
    CHECK(std::all_of(count.begin(), count.end(), [](int n) { return n == 1; }));
  }
}

TEST_CASE("a hypercube follows from its seed, design and ids") {
  CHECK(study::latin_hypercube(1, 0, ids, 20) == study::latin_hypercube(1, 0, ids, 20));
  CHECK(study::latin_hypercube(1, 0, ids, 20) != study::latin_hypercube(2, 0, ids, 20));
  CHECK(study::latin_hypercube(1, 0, ids, 20) != study::latin_hypercube(1, 1, ids, 20));
}

TEST_CASE("an input keeps its places when others come and go") {
  constexpr std::array<std::uint32_t, 1> alone{22};
  const auto cube = study::latin_hypercube(1, 0, ids, 20);
  const auto column = study::latin_hypercube(1, 0, alone, 20);
  for (std::size_t point = 0; point < 20; ++point)
    CHECK(cube[point * ids.size() + 1] == column[point]);
}

// In n points the correlation of two independent inputs has a standard deviation of 1/sqrt(n - 1).
TEST_CASE("inputs are not correlated with each other") {
  constexpr std::size_t points = 2000;
  const auto cube = study::latin_hypercube(5, 0, ids, points);
  for (std::size_t a = 0; a < ids.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      double sum = 0.0;
      for (std::size_t i = 0; i < points; ++i)
        sum += (cube[i * ids.size() + a] - 0.5) * (cube[i * ids.size() + b] - 0.5);
      const double correlation = 12.0 * sum / points;
      CHECK(std::fabs(correlation) < 4.5 / std::sqrt(points - 1.0));
    }
  }
}

// What a Latin hypercube is for: the mean of an additive function is far better than by chance.
TEST_CASE("the mean of a sum over a hypercube is nearly exact") {
  constexpr std::size_t points = 100;
  const auto cube = study::latin_hypercube(3, 0, ids, points);
  double sum = 0.0;
  for (const double x : cube)
    sum += x;
  const double by_chance = std::sqrt(3.0 / 12.0 / points);
  CHECK(std::fabs(sum / points - 1.5) < 0.05 * by_chance);
}
