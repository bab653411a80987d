#include "cli/simulation.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <utility>

#include <unistd.h>

#include "cli/pilot.hpp"
#include "cli/progress.hpp"
#include "cli/thread_pool.hpp"
#include "study/mechanisms.hpp"

namespace ficap::cli {

Simulation::Simulation(const PlanOptions& options, std::ostream& err)
    : threads_{options.threads},
      err_{err},
      shows_progress_{!options.quiet && ::isatty(STDERR_FILENO) == 1} {}

namespace {

constexpr std::uint32_t futures_that_foretell = 10;
constexpr std::chrono::seconds few{5};

void say(const std::string& foretold, Progress& progress) {
  const auto left = progress.left();
  if (foretold.empty() || !left || *left < few) return;
  std::string time = roughly(*left);
  time.front() = 'A';
  progress.say(foretold + " " + time + " left.");
}

}  // namespace

study::SideBySide Simulation::run(std::span<const models::Compiled* const> scenarios,
                                  study::StudyPlan plan,
                                  const study::Archive& archive) {
  const auto many = static_cast<std::uint32_t>(scenarios.size());
  const std::uint32_t simulations = plan.replications * many;
  const std::uint32_t before = expected_ > 0 ? plan.first * many : 0;
  const std::uint32_t whole = std::max(expected_ * many, before + simulations);
  Progress progress{err_, whole, std::chrono::steady_clock::now, before};
  study::Watch watch{.should_stop = Interrupt::requested, .on_finished = {}};
  if (shows_progress_) watch.on_finished = [&](std::uint32_t count) { progress.finished(count); };
  study::Archive counted = archive;
  if (archive.find) {
    counted.find = [&](std::size_t scenario, std::uint32_t replication) {
      auto known = archive.find(scenario, replication);
      if (known) progress.known();
      return known;
    };
  }
  const Foretell foretell = std::exchange(foretell_, {});
  Pilot pilot{scenarios.size(), futures_that_foretell};
  if (foretell && shows_progress_ && plan.replications > futures_that_foretell) {
    // Known outcomes do not count: what they foretell was said when they were worked out.
    counted.keep =
        [&](std::size_t scenario, std::uint32_t replication, const models::Outcome& outcome) {
          if (archive.keep) archive.keep(scenario, replication, outcome);
          const auto first = pilot.add(scenario, replication, outcome);
          if (first) say(foretell(*first), progress);
        };
  }
  auto done = study::simulate(scenarios, plan, executor(simulations), watch, counted);
  progress.clear();
  return done;
}

study::SideBySide Simulation::run_mechanisms(const models::Compiled& base,
                                             const models::Compiled& option,
                                             study::StudyPlan plan) {
  Progress progress{err_, plan.replications, std::chrono::steady_clock::now};
  study::Watch watch{.should_stop = Interrupt::requested, .on_finished = {}};
  if (shows_progress_) watch.on_finished = [&](std::uint32_t count) { progress.finished(count); };
  auto done = study::simulate_mechanisms(base, option, plan, executor(plan.replications), watch);
  progress.clear();
  return done;
}

study::Executor Simulation::executor(std::size_t most_workers) const {
  return thread_pool(std::clamp<std::size_t>(most_workers, 1, threads_));
}

bool say_failures(const study::SideBySide& done, study::StudyPlan plan, std::ostream& err) {
  for (const study::FailureOf& failure : done.failures) {
    err << "ficap: future " << failure.replication << " of seed " << plan.seed
        << " could not be simulated: " << failure.what << "\n";
  }
  return !done.failures.empty();
}

}  // namespace ficap::cli
