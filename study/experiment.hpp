#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/uncertain_numbers.hpp"
#include "study/linearised.hpp"
#include "study/measure_ref.hpp"

namespace ficap::study {

/// A measure in several futures of one draw of a scenario's uncertain numbers.
struct Seen {
  Linearised over_futures;
  std::vector<std::optional<double>> singles;  ///< of each future by itself, where defined
};

/// A scenario whose uncertain numbers can be given other values, and what is measured of it.
class Experiment {
 public:
  /// @param measures cuts refer to the layout of this scenario
  Experiment(const models::Scenario& scenario,
             std::vector<MeasureRef> measures,
             std::uint64_t seed);

  [[nodiscard]] std::span<const models::UncertainNumber> numbers() const noexcept {
    return numbers_.all();
  }
  /// The ids of the numbers' random numbers, from their pointers.
  [[nodiscard]] const std::vector<std::uint32_t>& ids() const noexcept { return ids_; }
  [[nodiscard]] const std::vector<MeasureRef>& measures() const noexcept { return measures_; }
  [[nodiscard]] std::uint64_t seed() const noexcept { return seed_; }

  /// Simulates the scenario with each number at its plausible_value().
  ///
  /// @param places one for each number, in (0, 1)
  /// @param first, count which futures
  /// @returns one for each measure
  /// @pre first + count <= 2^24
  [[nodiscard]] std::vector<Seen> at(std::span<const double> places,
                                     std::uint32_t first,
                                     std::uint32_t count) const;

 private:
  models::UncertainNumbers numbers_;
  std::vector<std::uint32_t> ids_;
  std::vector<MeasureRef> measures_;
  std::uint64_t seed_;
};

}  // namespace ficap::study
