#include "bench/hand/network.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <vector>

#include "bench/hand/heap.hpp"
#include "bench/hand/random.hpp"
#include "bench/trace.hpp"

namespace ficap::bench::hand {

namespace {

constexpr std::uint32_t none = UINT32_MAX;
constexpr std::uint32_t first_case = sources.size();  // handles below are arrivals

enum class State : std::uint8_t { delayed, waiting, in_work };

struct Case {
  double arrived{};
  double joined{};
  std::uint32_t source{};
  std::uint32_t stage{};
  std::uint32_t group{};
  std::uint32_t ahead{none};
  std::uint32_t behind{none};
  State state{State::delayed};
};

/// First come, first served: one for each skill and priority.
struct Line {
  std::uint32_t front{none};
  std::uint32_t back{none};
};

struct Tally {
  std::int64_t count{0};
  double mean{0.0};
  double squares{0.0};
  void add(double x) {
    const double away = x - mean;
    mean += away / static_cast<double>(++count);
    squares += away * (x - mean);
  }
};

struct Level {
  double value{0.0};
  double area{0.0};
  double changed{0.0};
  void change(double now, double by) {
    area += value * (now - changed);
    changed = now;
    value += by;
  }
};

/// Logarithmic, 32 bins a doubling: the top bits of a double.
class Histogram {
 public:
  void add(double x) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &x, sizeof bits);
    ++counts_[bits >> 47U];
    ++count_;
  }
  [[nodiscard]] double quantile(double p) const {
    std::int64_t so_far = 0;
    for (std::size_t bin = 0;; ++bin) {
      so_far += counts_[bin];
      if (static_cast<double>(so_far) < p * static_cast<double>(count_)) continue;
      const std::uint64_t bits = (std::uint64_t{bin} + 1) << 47U;
      double x = 0.0;
      std::memcpy(&x, &bits, sizeof x);
      return bin == 0 ? 0.0 : x;
    }
  }

 private:
  std::vector<std::int64_t> counts_ = std::vector<std::int64_t>(std::size_t{1} << 16U);
  std::int64_t count_{0};
};

class Network {
 public:
  Network(const NetworkSize& size, std::uint64_t seed)
      : load_{size.load},
        until_{horizon_days * size.horizon},
        capacity_{static_cast<std::size_t>(4096) * static_cast<std::size_t>(size.load)},
        cases_(capacity_),
        heap_{capacity_},
        draw_{seed} {
    for (std::size_t slot = capacity_ - 1; slot >= first_case; --slot)
      free_.push_back(static_cast<std::uint32_t>(slot));
    idle_.fill(servers_a_group * load_);
    for (std::uint32_t s = 0; s < first_case; ++s)
      schedule_arrival(s);
  }

  NetworkResult run() {
    for (;;) {
      const Heap::Key key = heap_.pop();
      now_ = Heap::time(key);
      if (now_ >= until_) break;
      ++result_.events;
      const std::uint32_t handle = Heap::handle(key);
      if (handle < first_case) {
        arrive(handle);
        continue;
      }
      switch (cases_[handle].state) {
        case State::delayed:
          be_ready(handle);
          break;
        case State::waiting:
          give_up(handle);
          break;
        case State::in_work:
          finish(handle);
          break;
      }
    }
    now_ = until_;
    for (Level* level : {&waiting_, &busy_, &inside_})
      level->change(until_, 0.0);
    result_.mean_wait = waits_.mean;
    result_.mean_time_in_system = times_.mean;
    result_.utilisation =
        busy_.area / until_ / (static_cast<double>(groups) * servers_a_group * load_);
    result_.mean_waiting = waiting_.area / until_;
    result_.wait_ninth_decile = wait_histogram_.quantile(0.9);
    result_.trace = trace_.fold();
    return result_;
  }

 private:
  double sample(double mean, bool lognormal) {
    if (!lognormal) return mean * exponential_(draw_);
    return mean * 0.7071067811865476 * std::exp(0.8325546111576977 * normal());
  }
  /// Marsaglia's polar method.
  double normal() {
    if (has_spare_) {
      has_spare_ = false;
      return spare_;
    }
    for (;;) {
      const double x = 2.0 * draw_.uniform() - 1.0;
      const double y = 2.0 * draw_.uniform() - 1.0;
      const double square = x * x + y * y;
      if (square >= 1.0) continue;
      const double factor = std::sqrt(-2.0 * std::log(square) / square);
      spare_ = y * factor;
      has_spare_ = true;
      return x * factor;
    }
  }

  void note(std::uint32_t who, std::uint32_t what) {
    trace_.write(static_cast<std::int64_t>(now_ * 86'400'000.0), who, what);
  }
  void schedule_arrival(std::uint32_t source) {
    heap_.push(now_ + exponential_(draw_) / (sources[source].per_day * load_), source);
  }

  void arrive(std::uint32_t source) {
    schedule_arrival(source);
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    Case& c = cases_[slot];
    c.arrived = now_;
    c.source = source;
    c.stage = 0;
    c.state = State::delayed;
    ++result_.arrivals;
    inside_.change(now_, 1.0);
    note(slot, 0);
    heap_.push(now_ + sample(stages[0].mean_delay, stages[0].lognormal_delay), slot);
  }

  void be_ready(std::uint32_t slot) {
    Case& c = cases_[slot];
    c.joined = now_;
    const std::uint32_t skill = sources[c.source].skill;
    for (const std::uint32_t group : {skill, (skill + groups - 1) % groups}) {
      if (idle_[group] > 0) {
        begin_work(slot, group);
        return;
      }
    }
    c.state = State::waiting;
    waiting_.change(now_, 1.0);
    Line& line = lines_[skill][sources[c.source].priority];
    c.behind = none;
    c.ahead = line.back;
    (line.back == none ? line.front : cases_[line.back].behind) = slot;
    line.back = slot;
    heap_.push(now_ + sample(stages[c.stage].mean_patience, false), slot);
    note(slot, 1);
  }

  void begin_work(std::uint32_t slot, std::uint32_t group) {
    Case& c = cases_[slot];
    --idle_[group];
    busy_.change(now_, 1.0);
    const double wait = now_ - c.joined;
    waits_.add(wait);
    wait_histogram_.add(wait);
    c.group = group;
    c.state = State::in_work;
    note(slot, 4);
    heap_.push(now_ + sample(stages[c.stage].mean_work, stages[c.stage].lognormal_work), slot);
  }

  void finish(std::uint32_t slot) {
    Case& c = cases_[slot];
    const std::uint32_t group = c.group;
    busy_.change(now_, -1.0);
    ++idle_[group];
    note(slot, 2);
    const bool last = c.stage + 1 == stages.size();
    if (last || draw_.uniform() < stages[c.stage].share_closed) {
      ++(last ? result_.done : result_.closed);
      if (last) {
        times_.add(now_ - c.arrived);
        time_histogram_.add(now_ - c.arrived);
      }
      end(slot);
    } else {
      ++c.stage;
      c.state = State::delayed;
      heap_.push(now_ + sample(stages[c.stage].mean_delay, stages[c.stage].lognormal_delay), slot);
    }
    take_next(group);
  }

  void give_up(std::uint32_t slot) {
    leave(slot);
    ++result_.reneged;
    note(slot, 3);
    end(slot);
  }

  void take_next(std::uint32_t group) {
    for (std::size_t priority = 0; priority < 3; ++priority) {
      const std::uint32_t own = lines_[group][priority].front;
      const std::uint32_t other = lines_[(group + 1) % groups][priority].front;
      if (own == none && other == none) continue;
      const bool takes_own =
          other == none || (own != none && cases_[own].joined <= cases_[other].joined);
      const std::uint32_t slot = takes_own ? own : other;
      leave(slot);
      heap_.cancel(slot);
      begin_work(slot, group);
      return;
    }
  }

  void leave(std::uint32_t slot) {
    const Case& c = cases_[slot];
    Line& line = lines_[sources[c.source].skill][sources[c.source].priority];
    (c.ahead == none ? line.front : cases_[c.ahead].behind) = c.behind;
    (c.behind == none ? line.back : cases_[c.behind].ahead) = c.ahead;
    waiting_.change(now_, -1.0);
  }

  void end(std::uint32_t slot) {
    inside_.change(now_, -1.0);
    free_.push_back(slot);
  }

  int load_;
  double until_;
  std::size_t capacity_;
  std::vector<Case> cases_;
  std::vector<std::uint32_t> free_;
  Heap heap_;
  Generator draw_;
  Ziggurat exponential_;
  bool has_spare_{false};
  double spare_{0.0};
  double now_{0.0};
  std::array<std::array<Line, 3>, groups> lines_{};
  std::array<int, groups> idle_{};
  Level waiting_;
  Level busy_;
  Level inside_;
  Tally waits_;
  Tally times_;
  Histogram wait_histogram_;
  Histogram time_histogram_;
  Trace trace_;
  NetworkResult result_;
};

}  // namespace

NetworkResult network(const NetworkSize& size, std::uint64_t seed) {
  return Network{size, seed}.run();
}

}  // namespace ficap::bench::hand
