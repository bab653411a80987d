#include "bench/network.hpp"

#include <variant>
#include <vector>

#include "bench/trace.hpp"
#include "sim/ahead.hpp"
#include "sim/calendar.hpp"
#include "sim/histogram.hpp"
#include "sim/run.hpp"
#include "sim/slots.hpp"
#include "sim/stream.hpp"
#include "sim/tally.hpp"
#include "sim/time.hpp"
#include "sim/time_average.hpp"
#include "sim/waiting_line.hpp"

namespace ficap::bench {

namespace {

constexpr double hours_a_day = 24.0;

/// Who is ready at noon finds free the server who finished at noon.
enum class Phase : std::uint8_t { work_over, patience_over, ready, arrival };

struct Arrived {
  std::uint32_t source;
};
struct Ready {
  sim::Handle who;
};
struct WorkOver {
  sim::Handle who;
  std::uint32_t group;
};
struct PatienceOver {
  sim::Handle who;
};
using Event = std::variant<Arrived, Ready, WorkOver, PatienceOver>;

/// Random numbers: what they are for.
enum class Purpose : std::uint8_t { arrival, pool, after };

struct Case {
  sim::Time arrived;
  sim::Time joined;
  sim::Duration work;
  std::uint32_t source;
  std::uint32_t ordinal;  ///< among those of its source
  std::uint32_t stage;
  sim::Handle place;
  sim::Handle patience;
};

/// What comes at a source next.
struct Coming {
  sim::Duration delay;  ///< of the case that arrives next, before it is ready
  std::uint32_t ordinal{0};
};

class Network {
 public:
  Network(const NetworkSize& size, std::uint64_t seed, std::uint32_t replication)
      : size_{size},
        until_{sim::from_hours(hours_a_day * horizon_days * size.horizon)},
        seed_{seed},
        replication_{replication} {
    for (std::uint32_t s = 0; s < sources.size(); ++s)
      numbers_.emplace_back(address(Purpose::arrival, s, 0));
    idle_.fill(servers_a_group * size.load * size.servers);
    for (int i = 0; i < size.backlog; ++i)
      start(static_cast<std::uint32_t>(static_cast<std::size_t>(i) % sources.size()),
            sim::Duration{});
    for (std::uint32_t s = 0; s < sources.size(); ++s)
      schedule_arrival(s);
  }

  void handle(const Arrived& event) {
    ++result_.events;
    const sim::Duration delay = coming_[event.source].delay;
    start(event.source, delay);
    schedule_arrival(event.source);
  }

  void handle(const Ready& event) {
    ++result_.events;
    Case& c = cases_[event.who.slot];
    const Stage& stage = stages[c.stage];
    const std::uint32_t skill = sources[c.source].skill;
    sim::Stream draws{address(Purpose::pool, c.source, c.ordinal, c.stage)};
    c.joined = now();
    c.work = sample(stage.mean_work, stage.lognormal_work, draws);
    for (const std::uint32_t group : {skill, (skill + groups - 1) % groups}) {
      if (idle_[group] > 0) {
        begin_work(event.who, c, group);
        return;
      }
    }
    waiting_.change(now(), 1);
    c.place = lines_[skill].join(
        {sources[c.source].priority, static_cast<std::uint64_t>(now().time_since_epoch().count())},
        event.who);
    c.patience = calendar_.schedule(now() + sample(stage.mean_patience, false, draws),
                                    Phase::patience_over,
                                    PatienceOver{event.who});
    note(event.who, 1);
  }

  void handle(const WorkOver& event) {
    ++result_.events;
    const Case& c = cases_[event.who.slot];
    busy_.change(now(), -1);
    ++idle_[event.group];
    note(event.who, 2);
    go_on(event.who, c);
    take_next(event.group);
  }

  void handle(const PatienceOver& event) {
    ++result_.events;
    const Case& c = cases_[event.who.slot];
    static_cast<void>(lines_[sources[c.source].skill].leave(c.place));
    waiting_.change(now(), -1);
    ++result_.reneged;
    note(event.who, 3);
    end(event.who);
  }

  [[nodiscard]] NetworkResult run() {
    sim::run(*this, calendar_, until_);
    waiting_.close(until_);
    busy_.close(until_);
    inside_.close(until_);
    const double servers =
        static_cast<double>(groups) * servers_a_group * size_.load * size_.servers;
    result_.mean_wait = waits_.mean();
    result_.mean_time_in_system = times_in_system_.mean();
    result_.utilisation = busy_.average() / servers;
    result_.mean_waiting = waiting_.average();
    result_.wait_ninth_decile = sim::to_days(sim::Duration{wait_histogram_.quantile(0.9)});
    result_.trace = trace_.fold();
    return result_;
  }

 private:
  [[nodiscard]] sim::Time now() const { return calendar_.now(); }

  [[nodiscard]] sim::Address address(Purpose purpose,
                                     std::uint32_t source,
                                     std::uint32_t ordinal,
                                     std::uint32_t stage = 0) const {
    return {.seed = seed_,
            .replication = replication_,
            .purpose = static_cast<std::uint8_t>(purpose),
            .id = source,
            .ordinal = ordinal,
            .sub = static_cast<std::uint16_t>(stage)};
  }

  [[nodiscard]] static sim::Duration sample(double mean, bool lognormal, sim::Stream& draws) {
    if (!lognormal) return sim::from_hours(hours_a_day * mean * draws.exponential());
    // A coefficient of variation of 1 is a variance of the logarithm of log 2.
    constexpr double sigma = 0.8325546111576977;
    constexpr double median_of_mean = 0.7071067811865476;
    return sim::from_hours(hours_a_day * mean * median_of_mean * sim::exp(sigma * draws.normal()));
  }

  void note(sim::Handle who, std::uint32_t what) {
    trace_.write(now().time_since_epoch().count(), who.slot, what);
  }

  void schedule_arrival(std::uint32_t source) {
    const auto drawn = numbers_[source].next();
    const double mean_gap = hours_a_day / (sources[source].per_day * size_.load);
    coming_[source].delay = sim::from_hours(hours_a_day * stages[0].mean_delay * drawn[1]);
    calendar_.schedule(
        now() + sim::from_hours(mean_gap * drawn[0]), Phase::arrival, Arrived{source});
  }

  /// A case comes in.
  void start(std::uint32_t source, sim::Duration delay) {
    const auto [who, c] = cases_.open();
    c.arrived = now();
    c.source = source;
    c.ordinal = coming_[source].ordinal++;
    c.stage = 0;
    ++result_.arrivals;
    inside_.change(now(), 1);
    note(who, 0);
    calendar_.schedule(now() + delay, Phase::ready, Ready{who});
  }

  void begin_work(sim::Handle who, const Case& c, std::uint32_t group) {
    --idle_[group];
    busy_.change(now(), 1);
    const sim::Duration wait = now() - c.joined;
    waits_.add(sim::to_days(wait));
    wait_histogram_.add(wait.count());
    note(who, 4);
    calendar_.schedule(now() + c.work, Phase::work_over, WorkOver{who, group});
  }

  /// A freed server takes the best, by priority and then by time in line, of two lines.
  void take_next(std::uint32_t group) {
    auto& own = lines_[group];
    auto& other = lines_[(group + 1) % groups];
    if (own.empty() && other.empty()) return;
    auto& line = other.empty() || (!own.empty() && !comes_first(other, own)) ? own : other;
    const sim::Handle who = line.take_front();
    const Case& c = cases_[who.slot];
    calendar_.cancel(c.patience);
    waiting_.change(now(), -1);
    begin_work(who, c, group);
  }

  using Line = sim::WaitingLine<sim::Handle>;
  [[nodiscard]] static bool comes_first(const Line& a, const Line& b) {
    const sim::Place first = a.place_of_front();
    const sim::Place second = b.place_of_front();
    return first.first != second.first ? first.first < second.first : first.second < second.second;
  }

  /// To the next stage, or out.
  void go_on(sim::Handle who, const Case& c) {
    const bool last = c.stage + 1 == stages.size();
    sim::Stream draws{address(Purpose::after, c.source, c.ordinal, c.stage)};
    if (last || draws.uniform() < stages[c.stage].share_closed) {
      ++(last ? result_.done : result_.closed);
      if (last) {
        const sim::Duration time = now() - c.arrived;
        times_in_system_.add(sim::to_days(time));
        time_histogram_.add(time.count());
      }
      end(who);
      return;
    }
    const std::uint32_t next = ++cases_[who.slot].stage;
    const sim::Duration delay =
        sample(stages[next].mean_delay, stages[next].lognormal_delay, draws);
    calendar_.schedule(now() + delay, Phase::ready, Ready{who});
  }

  void end(sim::Handle who) {
    inside_.change(now(), -1);
    cases_.release(who.slot);
  }

  NetworkSize size_;
  sim::Time until_;
  std::uint64_t seed_;
  std::uint32_t replication_;
  sim::Calendar<Event, Phase> calendar_;
  sim::Slots<Case> cases_;
  std::array<Line, groups> lines_;
  std::array<int, groups> idle_{};
  std::vector<sim::ExponentialsAhead<2>>
      numbers_;  ///< by source: gap, delay before the first stage
  std::array<Coming, sources.size()> coming_{};
  sim::Level waiting_;
  sim::Level busy_;
  sim::Level inside_;
  sim::Tally waits_;
  sim::Tally times_in_system_;
  sim::Histogram wait_histogram_;
  sim::Histogram time_histogram_;
  Trace trace_;
  NetworkResult result_;
};

}  // namespace

NetworkResult network(const NetworkSize& size, std::uint64_t seed, std::uint32_t replication) {
  return Network{size, seed, replication}.run();
}

}  // namespace ficap::bench
