#include "study/sobol.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/expects.hpp"
#include "study/design_draws.hpp"
#include "study/estimate.hpp"
#include "study/latin_hypercube.hpp"

namespace ficap::study {

namespace {

constexpr std::uint32_t design_a = 1;
constexpr std::uint32_t design_b = 2;
constexpr std::size_t resamples = 500;

/// Sums over rows from which the indices follow.
struct Sums {
  double one{};
  double other{};
  double product{};           ///< of the two futures, at A and B
  std::vector<double> first;  ///< by group: output at B times what the group changes at A
  std::vector<double> total;  ///< by group: what the group changes at A, squared across futures
};

class Rows {
 public:
  Rows(const SobolDesign& design, std::span<const double> one, std::span<const double> other)
      : design_{design}, one_(one.begin(), one.end()), other_(other.begin(), other.end()) {
    // Centred, so that first-order products do not drown in the mean.
    centre(one_);
    centre(other_);
  }

  [[nodiscard]] Sums none() const {
    return {.first = std::vector<double>(design_.groups(), 0.0),
            .total = std::vector<double>(design_.groups(), 0.0)};
  }

  void add(Sums& sums, std::size_t row) const {
    const std::size_t a = row * design_.width();
    const std::size_t b = a + 1;
    sums.one += one_[a] + one_[b];
    sums.other += other_[a] + other_[b];
    sums.product += one_[a] * other_[a] + one_[b] * other_[b];
    for (std::size_t group = 0; group < design_.groups(); ++group) {
      const std::size_t ab = a + 2 + group;
      const double change = one_[ab] - one_[a];
      const double other_change = other_[ab] - other_[a];
      sums.first[group] += 0.5 * (one_[b] * other_change + other_[b] * change);
      sums.total[group] += 0.5 * change * other_change;
    }
  }

  /// @returns first orders and totals, group by group; nothing without variance
  [[nodiscard]] std::vector<std::pair<double, double>> indices(const Sums& sums) const {
    const auto rows = static_cast<double>(design_.rows());
    const double variance =
        (sums.product - sums.one * sums.other / (2.0 * rows)) / (2.0 * rows - 1.0);
    std::vector<std::pair<double, double>> all;
    if (variance <= 0.0) return all;
    for (std::size_t group = 0; group < design_.groups(); ++group) {
      all.emplace_back(sums.first[group] / rows / variance, sums.total[group] / rows / variance);
    }
    return all;
  }

 private:
  static void centre(std::vector<double>& values) {
    double sum = 0.0;
    for (const double x : values)
      sum += x;
    for (double& x : values)
      x -= sum / static_cast<double>(values.size());
  }

  const SobolDesign& design_;
  std::vector<double> one_;
  std::vector<double> other_;
};

VariancePart with_interval(double value, std::vector<double> again) {
  if (again.empty()) return {.value = value, .low = value, .high = value};
  std::sort(again.begin(), again.end());
  return {.value = value, .low = quantile(again, 0.025), .high = quantile(again, 0.975)};
}

}  // namespace

SobolDesign::SobolDesign(std::uint64_t seed,
                         std::span<const std::uint32_t> ids,
                         std::vector<std::size_t> groups,
                         std::size_t group_count,
                         std::size_t rows)
    : seed_{seed},
      group_count_{group_count},
      rows_{rows},
      groups_{std::move(groups)},
      a_{latin_hypercube(seed, design_a, ids, rows)},
      b_{latin_hypercube(seed, design_b, ids, rows)} {
  FICAP_EXPECTS(rows >= 2 && groups_.size() == ids.size());
}

std::vector<double> SobolDesign::place(std::size_t point) const {
  FICAP_EXPECTS(point < points());
  const std::size_t inputs = groups_.size();
  const std::size_t first = row_of(point) * inputs;
  const std::size_t kind = point % width();
  std::vector<double> place(inputs);
  for (std::size_t i = 0; i < inputs; ++i) {
    const bool from_b = kind == 1 || (kind >= 2 && groups_[i] == kind - 2);
    place[i] = from_b ? b_[first + i] : a_[first + i];
  }
  return place;
}

std::vector<SobolIndex> sobol_indices(const SobolDesign& design,
                                      std::span<const double> one,
                                      std::span<const double> other) {
  FICAP_EXPECTS(one.size() == design.points() && other.size() == design.points());
  const Rows rows{design, one, other};
  Sums sums = rows.none();
  for (std::size_t row = 0; row < design.rows(); ++row)
    rows.add(sums, row);
  const auto indices = rows.indices(sums);
  if (indices.empty()) return {};

  std::vector<std::array<std::vector<double>, 2>> again(design.groups());
  for (std::size_t sample = 0; sample < resamples; ++sample) {
    auto stream = design_stream(design.seed(), DesignPurpose::resampling, 0, 0, sample);
    Sums drawn = rows.none();
    for (std::size_t row = 0; row < design.rows(); ++row) {
      const double place = stream.uniform() * static_cast<double>(design.rows());
      rows.add(drawn, static_cast<std::size_t>(place));
    }
    const auto drawn_indices = rows.indices(drawn);
    for (std::size_t group = 0; group < drawn_indices.size(); ++group) {
      again[group][0].push_back(drawn_indices[group].first);
      again[group][1].push_back(drawn_indices[group].second);
    }
  }
  std::vector<SobolIndex> result;
  for (std::size_t group = 0; group < design.groups(); ++group) {
    result.push_back({.first = with_interval(indices[group].first, std::move(again[group][0])),
                      .total = with_interval(indices[group].second, std::move(again[group][1]))});
  }
  return result;
}

}  // namespace ficap::study
