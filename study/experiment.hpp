#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "models/simulator.hpp"
#include "models/uncertain_numbers.hpp"
#include "study/linearised.hpp"
#include "study/measure_ref.hpp"
#include "study/points.hpp"
#include "study/simulate.hpp"

namespace ficap::study {

/// A measure in several futures of one draw of a scenario's uncertain numbers.
struct SeenMeasure {
  Linearised over_futures;
  std::vector<std::optional<double>> singles;  ///< of each future by itself, where defined
};

/// Futures of one point of a study, and the number that the first of their simulations has among
/// all of the study: under it an archive knows them.
struct FuturesOfPoint {
  std::uint32_t first{};
  std::uint32_t count{};
  std::uint32_t simulation{};
};

/// What the measures come to where nothing is drawn; in their order, and only if all is done.
struct StatedValues {
  std::vector<std::optional<double>> values;
  PointsDone done;
};

/// A scenario whose uncertain numbers can be given other values, and what is measured of it.
class Experiment {
 public:
  /// @param measures cuts refer to the layout of this scenario
  /// @param archive of simulations; its scenario is always 0, its replication the simulation's
  ///        number
  Experiment(const models::Scenario& scenario,
             std::vector<MeasureRef> measures,
             std::uint64_t seed,
             Archive archive = {});

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
  /// @param stop   asked now and then; true ends it with models::Stopped
  /// @returns one for each measure
  /// @pre futures.first + futures.count <= 2^24
  [[nodiscard]] std::vector<SeenMeasure> at(std::span<const double> places,
                                            FuturesOfPoint futures,
                                            const std::function<bool()>& stop = {}) const;

  /// The same with each number at a value as models::UncertainNumbers::with() wants it.
  [[nodiscard]] std::vector<SeenMeasure> at_values(std::span<const double> values,
                                                   FuturesOfPoint futures,
                                                   const std::function<bool()>& stop = {}) const;

  /// Simulates the scenario with each number as it states it. Nothing is to be had of an
  /// interrupted one.
  [[nodiscard]] StatedValues as_stated(FuturesOfPoint futures,
                                       const Executor& executor,
                                       const Watch& watch = {}) const;

 private:
  [[nodiscard]] models::Outcome outcome(const models::Compiled& compiled,
                                        std::optional<models::Simulator>& simulator,
                                        std::uint32_t future,
                                        std::uint32_t simulation,
                                        const std::function<bool()>& stop) const;
  [[nodiscard]] std::vector<SeenMeasure> seen(const models::Compiled& compiled,
                                              std::span<const models::Outcome> outcomes) const;

  models::UncertainNumbers numbers_;
  std::vector<std::uint32_t> ids_;
  std::vector<MeasureRef> measures_;
  std::uint64_t seed_;
  Archive archive_;
};

}  // namespace ficap::study
