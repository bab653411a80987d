#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

#include "cli/progress.hpp"
#include "cli/simulation.hpp"
#include "models/simulator.hpp"
#include "study/points.hpp"
#include "study/simulate.hpp"

namespace ficap::cli {

/// Works out the designs of a study one after another, and says on the side how far the whole is.
class Conductor {
 public:
  /// @param simulations of all designs together
  /// @param simulation, err outlive this
  Conductor(std::uint64_t simulations, Simulation& simulation, std::ostream& err)
      : simulations_{simulations}, simulation_{simulation}, err_{err} {}

  /// Says how much work lies ahead: simulates one future, and tells from the time that it takes.
  /// Says nothing where nobody looks, or once the study is to stop.
  ///
  /// @param ahead simulations that are still to be done
  /// @param what  the line's end: "to see which of 17 numbers matter"
  void announce(const models::Compiled& compiled,
                std::uint64_t seed,
                std::uint64_t ahead,
                const std::string& what) const;

  /// @returns what finds in the archive and keeps there, and counts what was known; this outlives
  /// it
  [[nodiscard]] study::Archive counting(study::Archive archive);

  /// @param points             of the design
  /// @param futures_of_a_point simulations that each takes
  /// @param work               (executor, watch) works out the design
  template <class Work>
  auto conduct(std::uint64_t points, std::uint32_t futures_of_a_point, Work&& work) {
    const study::Watch watch = begin(futures_of_a_point);
    auto result = work(simulation_.executor(points), watch);
    end(points * futures_of_a_point);
    return result;
  }

 private:
  [[nodiscard]] study::Watch begin(std::uint32_t futures_of_a_point);
  void end(std::uint64_t simulations);

  std::uint64_t simulations_;
  Simulation& simulation_;
  std::ostream& err_;
  std::uint64_t done_{0};
  std::unique_ptr<Progress> progress_;
};

}  // namespace ficap::cli
