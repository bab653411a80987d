#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ficap::study {

/// Morris's design of one-at-a-time moves. Each trajectory starts at a random point of a grid of
/// four levels and moves every input once, in random order, by two levels: half of the input's
/// probability. Levels stand in the middles of the quarters of (0, 1), so that no point lies at the
/// very ends of a plausible range.
///
/// Source: Morris, Technometrics 33 (1991), 161-174.
class MorrisDesign {
 public:
  /// @param ids one for each input, stable and all different
  MorrisDesign(std::uint64_t seed, std::span<const std::uint32_t> ids, std::size_t trajectories);

  [[nodiscard]] std::size_t inputs() const noexcept { return inputs_; }
  [[nodiscard]] std::size_t trajectories() const noexcept { return trajectories_; }
  [[nodiscard]] std::size_t points() const noexcept { return trajectories_ * (inputs_ + 1); }
  [[nodiscard]] std::size_t trajectory_of(std::size_t point) const noexcept {
    return point / (inputs_ + 1);
  }

  /// @returns one place in (0, 1) for each input; point 0 of a trajectory is its start, point s has
  ///          s inputs moved
  [[nodiscard]] std::vector<double> place(std::size_t point) const;

  /// A move of a trajectory: which input, and whether up.
  struct Move {
    std::size_t input;
    bool is_up;
  };
  /// @pre 1 <= step <= inputs()
  [[nodiscard]] Move move(std::size_t trajectory, std::size_t step) const;

 private:
  std::size_t inputs_;
  std::size_t trajectories_;
  std::vector<double> starts_;      // trajectory by input
  std::vector<std::size_t> moved_;  // trajectory by step: the input
};

/// What moving one input does, in units of the output for a move across the input's whole
/// probability.
struct ElementaryEffects {
  double mu_star{};   ///< mean size of the effect, whatever its sign
  double mu{};        ///< mean effect
  double sigma{};     ///< between places: interactions and curvature; 0 with one trajectory
  double chance{};    ///< the mu_star that chance alone would show
  bool stands_out{};  ///< mu_star is beyond that by three of its standard errors
  friend bool operator==(const ElementaryEffects&, const ElementaryEffects&) = default;
};

/// Effects of every input, from two independent futures at each point, the same two along a
/// trajectory: their mean is the output, their difference shows what is chance.
///
/// @param one, other outputs at the design's points, in their order
/// @returns one for each input
/// Source: Campolongo, Cariboni and Saltelli, Environmental Modelling & Software 22 (2007),
///         1509-1518, for mu_star.
[[nodiscard]] std::vector<ElementaryEffects> elementary_effects(const MorrisDesign& design,
                                                                std::span<const double> one,
                                                                std::span<const double> other);

}  // namespace ficap::study
