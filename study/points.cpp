#include "study/points.hpp"

#include <atomic>
#include <exception>
#include <optional>
#include <utility>

#include "models/bounds.hpp"
#include "sim/expects.hpp"

namespace ficap::study {

namespace {

// Written by one worker and read after all have returned.
struct Slot {
  bool done{false};
  std::optional<std::string> failure;
};

}  // namespace

PointsDone for_each_point(std::size_t points,
                          const std::function<void(std::size_t worker, std::size_t point)>& work,
                          const Executor& executor,
                          const Watch& watch) {
  FICAP_EXPECTS(points <= (std::size_t{1} << 31U));
  std::vector<Slot> slots(points);
  std::atomic<std::size_t> next{0};
  std::atomic<std::uint32_t> finished{0};
  std::atomic<bool> broken{false};
  executor.for_each_worker([&](std::size_t worker) {
    while (!broken && !(watch.should_stop && watch.should_stop())) {
      const std::size_t point = next++;
      if (point >= points) return;
      Slot& slot = slots[point];
      try {
        work(worker, point);
        slot.done = true;
      } catch (const models::Stopped&) {
        return;
      } catch (const std::exception& problem) {
        slot.failure = problem.what();
      } catch (...) {
        slot.failure = "an unknown problem";
      }
      if (slot.failure) {
        broken = true;
        return;
      }
      const std::uint32_t count = ++finished;
      if (watch.on_finished) watch.on_finished(count);
    }
  });
  PointsDone done;
  while (done.finished < points && slots[done.finished].done)
    ++done.finished;
  for (std::size_t point = done.finished; point < points; ++point) {
    if (slots[point].failure) done.failures.push_back({point, std::move(*slots[point].failure)});
  }
  done.interrupted = done.finished < points && done.failures.empty();
  return done;
}

}  // namespace ficap::study
