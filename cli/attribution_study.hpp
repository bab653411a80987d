#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/simulation.hpp"
#include "io/write_attribution.hpp"
#include "models/scenario.hpp"
#include "models/simulator.hpp"
#include "study/attribution.hpp"
#include "study/plan.hpp"
#include "study/simulate.hpp"

namespace ficap::cli {

/// The worlds between a base and an option: what their levers are, and how they are simulated.
class Worlds {
 public:
  /// Those of the mechanisms, whatever the two differ in.
  static Worlds of_mechanisms(const models::Scenario& base, const models::Scenario& option);
  /// Those of the parts in which the two differ.
  ///
  /// @returns the worlds, or why there are none and what to do instead, in lines that each end in
  ///          "\n"
  static std::variant<Worlds, std::string> of_parts(const models::Scenario& base,
                                                    const models::Scenario& option);

  [[nodiscard]] const io::LeverSet& among() const noexcept { return among_; }
  /// @returns what the levers are called in sentences
  [[nodiscard]] std::vector<std::string> lever_words() const;
  /// @returns what switching each means, in a sentence each
  [[nodiscard]] std::vector<std::string> meanings() const;
  [[nodiscard]] std::size_t size() const noexcept { return scenario_of_.size(); }
  [[nodiscard]] const models::DimensionIds& ids() const { return compiled_.front().ids(); }

  /// @pre size() x plan.replications <= 2^24
  [[nodiscard]] study::SideBySide simulate(study::StudyPlan plan, Simulation& simulation) const;
  /// @param done as simulate() gives it; it and this outlive the result
  [[nodiscard]] std::vector<study::Alternative> alternatives(const study::SideBySide& done) const;

 private:
  Worlds() = default;

  io::LeverSet among_;
  std::vector<std::string> meanings_;
  std::vector<models::Compiled> compiled_;
  std::vector<std::size_t> scenario_of_;  ///< by world, which of those above
};

}  // namespace ficap::cli
