#pragma once

#include <iosfwd>
#include <span>

#include "cli/interrupt.hpp"
#include "cli/plan_options.hpp"
#include "models/simulator.hpp"
#include "study/executor.hpp"
#include "study/simulate.hpp"

namespace ficap::cli {

/// Simulates on behalf of a command: with as many threads as asked for, with its progress and the
/// time left on the side, and until Ctrl-C. It listens for Ctrl-C as long as it lives, so a command
/// makes one before its first study and keeps it until its files are written. One at a time.
class Simulation {
 public:
  /// @param err outlives this
  Simulation(const PlanOptions& options, std::ostream& err);

  /// Says of how many futures the plans to come are parts, as far as anybody knows, so that
  /// progress tells how far the whole is; 0 where each plan is a whole.
  void expect(std::uint32_t replications) noexcept { expected_ = replications; }

  /// Simulates scenarios over the same futures.
  ///
  /// @pre scenarios x (plan.first + plan.replications) <= 2^24
  [[nodiscard]] study::SideBySide run(std::span<const models::Compiled* const> scenarios,
                                      study::StudyPlan plan,
                                      const study::Archive& archive = {});

  /// @returns who does the work of a study that is not one of replications
  [[nodiscard]] study::Executor executor(std::size_t most_workers) const;
  /// @returns whether progress is to be shown: somebody is looking, and did not ask for quiet
  [[nodiscard]] bool shows_progress() const noexcept { return shows_progress_; }
  [[nodiscard]] static bool interrupted() noexcept { return Interrupt::requested(); }

 private:
  std::size_t threads_;
  std::ostream& err_;
  bool shows_progress_;
  std::uint32_t expected_{0};
  Interrupt interrupt_;
};

/// Says on the side which futures could not be simulated.
/// @returns whether there were any
bool say_failures(const study::SideBySide& done, study::StudyPlan plan, std::ostream& err);

}  // namespace ficap::cli
