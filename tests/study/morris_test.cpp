#include "study/morris.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <doctest/doctest.h>

#include "sim/stream.hpp"
#include "tests/study/ishigami.hpp"

using namespace ficap;

namespace {

template <class F>
std::vector<double> at_all(const study::MorrisDesign& design, F&& f) {
  std::vector<double> outputs;
  for (std::size_t point = 0; point < design.points(); ++point)
    outputs.push_back(f(design.place(point)));
  return outputs;
}

std::vector<double> with_noise(std::vector<double> outputs, double sd, std::uint32_t future) {
  for (std::size_t point = 0; point < outputs.size(); ++point) {
    sim::Stream stream{sim::Address{
        .seed = 8, .replication = future, .ordinal = static_cast<std::uint32_t>(point)}};
    outputs[point] += sd * stream.normal();
  }
  return outputs;
}

}  // namespace

TEST_CASE(
    "each step of a trajectory moves one input by half its probability, and each moves once") {
  const study::MorrisDesign design{1, test::four_ids, 6};
  REQUIRE(design.points() == 30);
  for (std::size_t t = 0; t < 6; ++t) {
    std::vector<int> moves(4, 0);
    for (std::size_t step = 1; step <= 4; ++step) {
      const auto before = design.place(t * 5 + step - 1);
      const auto after = design.place(t * 5 + step);
      const auto move = design.move(t, step);
      for (std::size_t i = 0; i < 4; ++i) {
        CHECK(after[i] > 0.0);
        CHECK(after[i] < 1.0);
        const double change = after[i] - before[i];
        CHECK(change == (i != move.input ? 0.0 : move.is_up ? 0.5 : -0.5));
      }
      ++moves[move.input];
    }
    CHECK(std::all_of(moves.begin(), moves.end(), [](int n) { return n == 1; }));
  }
}

TEST_CASE("trajectories differ, and follow from the seed") {
  const study::MorrisDesign a{1, test::four_ids, 4};
  const study::MorrisDesign b{2, test::four_ids, 4};
  CHECK(a.place(7) == study::MorrisDesign{1, test::four_ids, 4}.place(7));
  bool differ = false;
  for (std::size_t point = 0; point < a.points(); ++point)
    differ = differ || a.place(point) != b.place(point);
  CHECK(differ);
}

TEST_CASE("the effects of a linear function are its coefficients, without curvature or chance") {
  const study::MorrisDesign design{1, test::four_ids, 5};
  const auto outputs = at_all(design, test::linear);
  const auto effects = study::elementary_effects(design, outputs, outputs);
  const std::vector<double> coefficients{4.0, 2.0, -1.0, 0.0};
  for (std::size_t i = 0; i < 4; ++i) {
    CAPTURE(i);
    CHECK(effects[i].mu == doctest::Approx(coefficients[i]));
    CHECK(effects[i].mu_star == doctest::Approx(std::fabs(coefficients[i])));
    CHECK(effects[i].sigma < 1e-6);
    CHECK(effects[i].chance < 1e-12);
  }
  CHECK(effects[2].stands_out);
  CHECK_FALSE(effects[3].stands_out);
}

// Levels stand at -3/4, -1/4, 1/4 and 3/4 of pi and a move takes an input by pi, so that sin^2 x2
// and x3^4 come back to where they were or not: worked out over all starts, exactly.
TEST_CASE("effects on Ishigami's function are those of the whole grid") {
  const study::MorrisDesign design{3, std::span{test::four_ids}.first(3), 400};
  const auto outputs = at_all(design, test::ishigami);
  const auto effects = study::elementary_effects(design, outputs, outputs);
  // sin(x + pi) = -sin x, so x1 moves the output by 2 |sin x1| (1 + 0.1 x3^4), sin x1 = 1/sqrt 2
  // at every level, doubled for the half move; x3^4 is (pi/4)^4 or (3 pi/4)^4, as often.
  const double inner = std::pow(test::pi / 4.0, 4.0);
  const double outer = 81.0 * inner;
  const double x1 = 2.0 * 2.0 * std::sqrt(0.5) * (1.0 + 0.1 * 0.5 * (inner + outer));
  const double x3 = 2.0 * std::sqrt(0.5) * 0.1 * (outer - inner);
  CHECK(std::fabs(effects[0].mu_star / x1 - 1.0) < 0.15);
  CHECK(effects[1].mu_star < 1e-9);  // sin^2 has the period pi: the grid cannot see x2
  CHECK(std::fabs(effects[2].mu_star / x3 - 1.0) < 0.01);
  CHECK(std::fabs(effects[2].mu) < 0.25 * x3);  // up as often as down
  CHECK(effects[2].sigma > 0.9 * x3);
}

TEST_CASE("among inputs that do nothing chance alone lets few stand out, a real effect does") {
  constexpr std::size_t inputs = 200;
  std::vector<std::uint32_t> ids(inputs);
  for (std::size_t i = 0; i < inputs; ++i)
    ids[i] = static_cast<std::uint32_t>(1000 + i);
  const study::MorrisDesign design{1, ids, 6};
  // The first input moves the output by 6 standard deviations of a future over its whole range.
  const auto outputs = at_all(design, [](const std::vector<double>& x) { return 6.0 * x[0]; });
  const auto effects =
      study::elementary_effects(design, with_noise(outputs, 1.0, 1), with_noise(outputs, 1.0, 2));
  CHECK(effects[0].stands_out);
  int false_alarms = 0;
  for (std::size_t i = 1; i < inputs; ++i)
    false_alarms += effects[i].stands_out ? 1 : 0;
  CHECK(false_alarms <= 16);  // 8 %
  // Each output has a variance of 1/2 over two futures, an effect 2 x 2 x (1/2 + 1/2).
  double chance = 0.0;
  for (const auto& effect : effects)
    chance += effect.chance / inputs;
  CHECK(chance == doctest::Approx(2.0 * std::sqrt(2.0 / test::pi)).epsilon(0.1));
}

// Of x1 x2 the effect of x1 is where x2 stands when x1 moves.
TEST_CASE("sigma is the standard deviation of an input's effects, as of a sample") {
  const study::MorrisDesign design{3, test::four_ids, 3};
  const auto outputs = at_all(design, [](const std::vector<double>& x) { return x[0] * x[1]; });
  std::vector<double> effects;
  for (std::size_t t = 0; t < 3; ++t) {
    for (std::size_t step = 1; step <= 4; ++step) {
      if (design.move(t, step).input == 0) effects.push_back(design.place(t * 5 + step)[1]);
    }
  }
  REQUIRE(effects.size() == 3);
  const double mean = (effects[0] + effects[1] + effects[2]) / 3.0;
  double squares = 0.0;
  for (const double effect : effects)
    squares += (effect - mean) * (effect - mean);
  REQUIRE(squares > 0.0);
  const auto found = study::elementary_effects(design, outputs, outputs)[0];
  CHECK(found.mu == doctest::Approx(mean));
  CHECK(found.sigma == doctest::Approx(std::sqrt(squares / 2.0)));
}
