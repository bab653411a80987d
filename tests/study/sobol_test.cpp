#include "study/sobol.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include <doctest/doctest.h>

#include "sim/stream.hpp"
#include "tests/study/ishigami.hpp"

using namespace ficap;

namespace {

std::vector<std::size_t> each_by_itself(std::size_t inputs) {
  std::vector<std::size_t> groups(inputs);
  std::iota(groups.begin(), groups.end(), std::size_t{0});
  return groups;
}

study::SobolDesign design_for(std::uint64_t seed, std::size_t inputs, std::size_t rows) {
  const auto ids = std::span{test::four_ids}.first(inputs);
  return {seed, ids, each_by_itself(inputs), inputs, rows};
}

template <class F>
std::vector<double> at_all(const study::SobolDesign& design, F&& f) {
  std::vector<double> outputs;
  for (std::size_t point = 0; point < design.points(); ++point)
    outputs.push_back(f(design.place(point)));
  return outputs;
}

/// f with chance of its own at every point and in every future.
template <class F>
std::vector<double> noisy(const study::SobolDesign& design,
                          double sd,
                          std::uint32_t future,
                          F&& f) {
  std::vector<double> outputs = at_all(design, f);
  for (std::size_t point = 0; point < outputs.size(); ++point) {
    sim::Stream stream{sim::Address{
        .seed = 9, .replication = future, .ordinal = static_cast<std::uint32_t>(point)}};
    outputs[point] += sd * stream.normal();
  }
  return outputs;
}

}  // namespace

TEST_CASE("Ishigami's function has the indices that Ishigami and Homma found") {
  const auto design = design_for(1, 3, 4096);
  const auto outputs = at_all(design, test::ishigami);
  const auto indices = study::sobol_indices(design, outputs, outputs);
  REQUIRE(indices.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CAPTURE(i);
    CHECK(std::fabs(indices[i].first.value - test::ishigami_first.at(i)) < 0.03);
    CHECK(std::fabs(indices[i].total.value - test::ishigami_total.at(i)) < 0.03);
  }
}

TEST_CASE("a linear function's indices are the squares of its coefficients, and the totals too") {
  const auto design = design_for(2, 4, 2048);
  const auto outputs = at_all(design, test::linear);
  const auto indices = study::sobol_indices(design, outputs, outputs);
  for (std::size_t i = 0; i < 4; ++i) {
    CAPTURE(i);
    CHECK(std::fabs(indices[i].first.value - test::linear_parts.at(i)) < 0.03);
    CHECK(std::fabs(indices[i].total.value - test::linear_parts.at(i)) < 0.03);
  }
  CHECK(indices[3].total.value == 0.0);
}

TEST_CASE("a group of inputs has the variance of its members together") {
  const study::SobolDesign design{3, test::four_ids, {0, 1, 1, 1}, 2, 2048};
  const auto outputs = at_all(design, test::linear);
  const auto indices = study::sobol_indices(design, outputs, outputs);
  REQUIRE(indices.size() == 2);
  CHECK(std::fabs(indices[1].first.value - 5.0 / 21.0) < 0.03);
  CHECK(std::fabs(indices[1].total.value - 5.0 / 21.0) < 0.03);
}

// Chance as large as all evidence together: the variance of the linear function is 21/12.
TEST_CASE("chance is in neither the parts nor the whole") {
  const auto design = design_for(4, 4, 4096);
  const double sd = std::sqrt(21.0 / 12.0);
  const auto one = noisy(design, sd, 1, test::linear);
  const auto other = noisy(design, sd, 2, test::linear);
  const auto indices = study::sobol_indices(design, one, other);
  for (std::size_t i = 0; i < 4; ++i) {
    CAPTURE(i);
    CHECK(std::fabs(indices[i].first.value - test::linear_parts.at(i)) < 0.08);
    CHECK(std::fabs(indices[i].total.value - test::linear_parts.at(i)) < 0.08);
  }
}

TEST_CASE("one future in place of two would take chance for evidence") {
  const auto design = design_for(4, 4, 4096);
  const auto one = noisy(design, std::sqrt(21.0 / 12.0), 1, test::linear);
  const auto indices = study::sobol_indices(design, one, one);
  CHECK(indices[3].total.value > 0.4);  // an input without any effect
}

// In 200 experiments of 64 rows; the share of hits has a standard error of 1.5 points.
TEST_CASE("intervals of indices hold the truth about as often as they say") {
  int hits = 0;
  constexpr int experiments = 200;
  for (std::uint64_t seed = 1; seed <= experiments; ++seed) {
    const auto design = design_for(seed, 3, 64);
    const auto outputs = at_all(design, test::linear);
    const auto indices = study::sobol_indices(design, outputs, outputs);
    const auto& first = indices[0].first;
    if (first.low <= test::linear_parts[0] && test::linear_parts[0] <= first.high) ++hits;
  }
  CHECK(hits >= 0.88 * experiments);
}

TEST_CASE("outputs that do not vary have no indices") {
  const auto design = design_for(1, 2, 16);
  const std::vector<double> outputs(design.points(), 5.0);
  CHECK(study::sobol_indices(design, outputs, outputs).empty());
}
