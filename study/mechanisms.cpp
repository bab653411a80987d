#include "study/mechanisms.hpp"

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "study/points.hpp"

namespace ficap::study {

namespace {

constexpr std::size_t worlds = worlds_of(mechanism_count);
using OutcomesOfFuture = std::array<models::Outcome, worlds>;

bool is_as_option(World world, Mechanism mechanism) {
  return is_on(world, static_cast<std::size_t>(mechanism));
}

/// What a worker simulates with, one future after another.
class Worker {
 public:
  Worker(const models::Compiled& base, const models::Compiled& option)
      : simulators_{models::Simulator{base}, models::Simulator{option}} {}

  void stop_when(const std::function<bool()>& stop) {
    for (models::Simulator& simulator : simulators_)
      simulator.stop_when(stop);
  }

  [[nodiscard]] OutcomesOfFuture run(std::uint64_t seed, std::uint32_t replication) {
    OutcomesOfFuture outcomes;
    outcomes.front() = simulators_[0].run_recording(seed, replication, histories_[0]);
    outcomes.back() = simulators_[1].run_recording(seed, replication, histories_[1]);
    for (World world = 1; world + 1 < worlds; ++world) {
      const std::size_t timing = is_as_option(world, Mechanism::timing) ? 1 : 0;
      const models::Replay replay{
          .asking = &histories_.at(is_as_option(world, Mechanism::asking) ? 1 : 0),
          .timing = &histories_.at(timing),
          .other = &histories_.at(1 - timing)};
      models::Simulator& simulator =
          simulators_.at(is_as_option(world, Mechanism::people_and_rules) ? 1 : 0);
      outcomes.at(world) = simulator.run_replaying(seed, replication, replay);
    }
    return outcomes;
  }

 private:
  std::array<models::Simulator, 2> simulators_;
  std::array<models::History, 2> histories_;
};

}  // namespace

SideBySide simulate_mechanisms(const models::Compiled& base,
                               const models::Compiled& option,
                               StudyPlan plan,
                               const Executor& executor,
                               const Watch& watch) {
  std::vector<std::unique_ptr<Worker>> workers(executor.workers);
  std::vector<OutcomesOfFuture> futures(plan.replications);
  std::atomic<std::size_t> after_last_finished{0};
  const auto finished = [&](std::size_t place) {
    std::size_t known = after_last_finished;
    while (known <= place && !after_last_finished.compare_exchange_weak(known, place + 1)) {
    }
  };
  const PointsDone done = for_each_point(
      plan.replications,
      [&](std::size_t number, std::size_t place) {
        std::unique_ptr<Worker>& worker = workers.at(number);
        if (!worker) worker = std::make_unique<Worker>(base, option);
        if (watch.should_stop) {
          worker->stop_when(
              [&, place] { return watch.should_stop() && after_last_finished <= place; });
        }
        futures[place] = worker->run(plan.seed, plan.first + static_cast<std::uint32_t>(place));
        finished(place);
      },
      executor,
      watch);
  SideBySide result{.outcomes = std::vector<std::vector<models::Outcome>>(worlds),
                    .interrupted = done.interrupted,
                    .failures = {}};
  for (std::size_t place = 0; place < done.finished; ++place) {
    for (std::size_t world = 0; world < worlds; ++world)
      result.outcomes[world].push_back(std::move(futures[place].at(world)));
  }
  for (const PointFailure& failure : done.failures) {
    result.failures.push_back(
        {.scenario = 0,
         .replication = plan.first + static_cast<std::uint32_t>(failure.point),
         .what = failure.what});
  }
  return result;
}

}  // namespace ficap::study
