#include "study/replicate.hpp"

#include <atomic>
#include <exception>
#include <optional>
#include <utility>

#include "sim/expects.hpp"

namespace ficap::study {

namespace {

// Written by one worker and read after all have returned.
struct Slot {
  std::optional<models::Outcome> outcome;
  std::optional<std::string> failure;
};

class Study {
 public:
  Study(const Simulate& simulate, StudyPlan plan, const Watch& watch)
      : simulate_{simulate}, plan_{plan}, watch_{watch}, slots_(plan.replications) {}

  void work(std::size_t worker) noexcept {
    while (!broken_ && !(watch_.should_stop && watch_.should_stop())) {
      const std::uint32_t place = next_++;
      if (place >= plan_.replications) return;
      Slot& slot = slots_[place];
      try {
        slot.outcome = simulate_(worker, plan_.seed, plan_.first + place);
      } catch (const std::exception& problem) {
        slot.failure = problem.what();
      } catch (...) {
        slot.failure = "an unknown problem";
      }
      if (slot.failure) {
        broken_ = true;
        return;
      }
      const std::uint32_t finished = ++finished_;
      if (watch_.on_finished) watch_.on_finished(finished);
    }
  }

  [[nodiscard]] Replications result() {
    Replications result;
    std::size_t first_missing = 0;
    while (first_missing < slots_.size() && slots_[first_missing].outcome) {
      result.outcomes.push_back(std::move(*slots_[first_missing].outcome));
      ++first_missing;
    }
    for (std::size_t r = first_missing; r < slots_.size(); ++r) {
      if (!slots_[r].failure) continue;
      result.failures.push_back(
          {plan_.first + static_cast<std::uint32_t>(r), std::move(*slots_[r].failure)});
    }
    result.interrupted = first_missing < slots_.size() && result.failures.empty();
    return result;
  }

 private:
  const Simulate& simulate_;
  StudyPlan plan_;
  const Watch& watch_;
  std::vector<Slot> slots_;
  std::atomic<std::uint32_t> next_{0};
  std::atomic<std::uint32_t> finished_{0};
  std::atomic<bool> broken_{false};
};

}  // namespace

Replications replicate(const Simulate& simulate,
                       StudyPlan plan,
                       const Executor& executor,
                       const Watch& watch) {
  FICAP_EXPECTS(std::uint64_t{plan.first} + plan.replications <= (1U << 24U));
  Study study{simulate, plan, watch};
  executor.for_each_worker([&study](std::size_t worker) { study.work(worker); });
  return study.result();
}

}  // namespace ficap::study
