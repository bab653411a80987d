#include "study/morris.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/expects.hpp"
#include "study/design_draws.hpp"

namespace ficap::study {

namespace {

constexpr double move_size = 0.5;  // two of four levels
constexpr std::size_t levels = 4;

double level(std::size_t number) {
  return (static_cast<double>(number) + 0.5) / static_cast<double>(levels);
}

// The size of a standard normal: its mean, and the variance about that mean.
constexpr double mean_size = 0.7978845608028654;  // sqrt(2 / pi)
constexpr double variance_of_size = 1.0 - mean_size * mean_size;
constexpr double standard_errors = 3.0;

}  // namespace

MorrisDesign::MorrisDesign(std::uint64_t seed,
                           std::span<const std::uint32_t> ids,
                           std::size_t trajectories)
    : inputs_{ids.size()}, trajectories_{trajectories} {
  std::vector<std::pair<double, std::size_t>> order(inputs_);
  for (std::size_t t = 0; t < trajectories; ++t) {
    for (std::size_t i = 0; i < inputs_; ++i) {
      auto first = design_stream(seed, DesignPurpose::first_level, 0, ids[i], t);
      starts_.push_back(level(static_cast<std::size_t>(first.uniform() * levels)));
      auto turn = design_stream(seed, DesignPurpose::order_of_moves, 0, ids[i], t);
      order[i] = {turn.uniform(), i};
    }
    std::sort(order.begin(), order.end());
    for (const auto& turn : order)
      moved_.push_back(turn.second);
  }
}

MorrisDesign::Move MorrisDesign::move(std::size_t trajectory, std::size_t step) const {
  FICAP_EXPECTS(trajectory < trajectories_ && step >= 1 && step <= inputs_);
  const std::size_t input = moved_[trajectory * inputs_ + step - 1];
  return {.input = input, .is_up = starts_[trajectory * inputs_ + input] < move_size};
}

std::vector<double> MorrisDesign::place(std::size_t point) const {
  FICAP_EXPECTS(point < points());
  const std::size_t trajectory = trajectory_of(point);
  const auto start = starts_.begin() + static_cast<std::ptrdiff_t>(trajectory * inputs_);
  std::vector<double> place(start, start + static_cast<std::ptrdiff_t>(inputs_));
  for (std::size_t step = 1; step <= point % (inputs_ + 1); ++step) {
    const Move made = move(trajectory, step);
    place[made.input] += made.is_up ? move_size : -move_size;
  }
  return place;
}

std::vector<ElementaryEffects> elementary_effects(const MorrisDesign& design,
                                                  std::span<const double> one,
                                                  std::span<const double> other) {
  FICAP_EXPECTS(one.size() == design.points() && other.size() == design.points());
  std::vector<ElementaryEffects> all(design.inputs());
  std::vector<double> squares(design.inputs(), 0.0);
  std::vector<double> noise(design.inputs(), 0.0);
  const auto count = static_cast<double>(design.trajectories());
  for (std::size_t t = 0; t < design.trajectories(); ++t) {
    for (std::size_t step = 1; step <= design.inputs(); ++step) {
      const MorrisDesign::Move move = design.move(t, step);
      const std::size_t after = t * (design.inputs() + 1) + step;
      const double sign = (move.is_up ? 1.0 : -1.0) / move_size;
      const double a = (one[after] - one[after - 1]) * sign;
      const double b = (other[after] - other[after - 1]) * sign;
      const double effect = 0.5 * (a + b);
      const double half_difference = 0.5 * (a - b);
      all[move.input].mu += effect / count;
      all[move.input].mu_star += std::fabs(effect) / count;
      squares[move.input] += effect * effect;
      noise[move.input] += half_difference * half_difference / count;
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    ElementaryEffects& e = all[i];
    const double about_mean = std::max(0.0, squares[i] - count * e.mu * e.mu);
    e.sigma = count > 1.0 ? std::sqrt(about_mean / (count - 1.0)) : 0.0;
    e.chance = mean_size * std::sqrt(noise[i]);
    const double error = std::sqrt(noise[i] * variance_of_size / count);
    e.stands_out = e.mu_star > e.chance + standard_errors * error;
  }
  return all;
}

}  // namespace ficap::study
