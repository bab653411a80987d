#pragma once

#include <functional>
#include <iosfwd>
#include <span>
#include <string>
#include <utility>

#include "cli/interrupt.hpp"
#include "cli/plan_options.hpp"
#include "models/simulator.hpp"
#include "study/executor.hpp"
#include "study/simulate.hpp"

namespace ficap::cli {

/// What the first futures of a study foretell, in a sentence; empty where there is nothing to say.
using Foretell = std::function<std::string(const study::SideBySide& first)>;

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

  /// Has the next study that is simulated say on the side what its first ten futures foretell, with
  /// the time left: while the others go on, and only where somebody waits for longer than a few
  /// seconds.
  void foretell(Foretell foretell) { foretell_ = std::move(foretell); }

  /// Simulates scenarios over the same futures.
  ///
  /// @pre scenarios x (plan.first + plan.replications) <= 2^24
  [[nodiscard]] study::SideBySide run(std::span<const models::Compiled* const> scenarios,
                                      study::StudyPlan plan,
                                      const study::Archive& archive = {});

  /// Simulates the worlds of the mechanisms between two scenarios.
  ///
  /// @pre as study::simulate_mechanisms()
  [[nodiscard]] study::SideBySide run_mechanisms(const models::Compiled& base,
                                                 const models::Compiled& option,
                                                 study::StudyPlan plan);

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
  Foretell foretell_;
  Interrupt interrupt_;
};

/// Says on the side which futures could not be simulated.
/// @returns whether there were any
bool say_failures(const study::SideBySide& done, study::StudyPlan plan, std::ostream& err);

}  // namespace ficap::cli
