#include "bench/queue_kernels.hpp"

#include <array>
#include <optional>
#include <variant>

#include "sim/calendar.hpp"
#include "sim/run.hpp"
#include "sim/stream.hpp"
#include "sim/tally.hpp"
#include "sim/time.hpp"
#include "sim/time_average.hpp"
#include "sim/waiting_line.hpp"

namespace ficap::bench {

namespace {

enum class Phase : std::uint8_t { departure, abandonment, arrival };

struct Arrived {};
struct Departed {};
struct RanOutOfPatience {
  sim::Handle place;
};
using Event = std::variant<Arrived, Departed, RanOutOfPatience>;

struct Rates {
  double arrival{};
  double service{};
  std::optional<double> abandonment;
  int servers{1};
};

/// A line in front of a pool of servers, written as any model is written on the engine.
class Queue {
 public:
  Queue(Rates rates, std::int64_t customers, std::uint64_t seed)
      : rates_{rates}, to_come_{customers}, idle_{rates.servers}, seed_{seed} {
    schedule_arrival();
  }

  void handle(const Arrived&) {
    const Customer customer{calendar_.now(), next_service_, {}};
    change_line(1);
    const double patience = next_patience_;
    schedule_arrival();
    if (idle_ > 0) {
      --idle_;
      serve(customer);
      return;
    }
    const sim::Handle place = line_.join(sim::Place{}, customer);
    if (rates_.abandonment) {
      line_.at(place).timer =
          calendar_.schedule(calendar_.now() + sim::from_hours(patience / *rates_.abandonment),
                             Phase::abandonment,
                             RanOutOfPatience{place});
    }
  }

  void handle(const Departed&) {
    if (line_.empty()) {
      ++idle_;
      return;
    }
    const Customer next = line_.take_front();
    calendar_.cancel(next.timer);
    serve(next);
  }

  void handle(const RanOutOfPatience& event) {
    static_cast<void>(line_.leave(event.place));
    change_line(-1);
    ++abandoned_;
  }

  [[nodiscard]] QueueResult result() {
    constexpr sim::Time never = sim::Time::max();
    const std::int64_t customers = to_come_;
    sim::run(*this, calendar_, never);
    waiting_.close(last_change_);
    return {customers,
            waits_.mean(),
            waiting_.average(),
            static_cast<double>(abandoned_) / static_cast<double>(customers)};
  }

 private:
  struct Customer {
    sim::Time arrived;
    double service{};
    sim::Handle timer;
  };

  void change_line(std::int64_t by) {
    last_change_ = calendar_.now();
    waiting_.change(last_change_, by);
  }

  void schedule_arrival() {
    if (to_come_ == 0) return;
    --to_come_;
    sim::Stream draws{sim::Address{.seed = seed_, .ordinal = ordinal_++}};
    const double gap = draws.exponential();
    next_service_ = draws.exponential();
    if (rates_.abandonment) next_patience_ = draws.exponential();
    calendar_.schedule(
        calendar_.now() + sim::from_hours(gap / rates_.arrival), Phase::arrival, Arrived{});
  }

  void serve(const Customer& customer) {
    change_line(-1);
    waits_.add(sim::to_hours(calendar_.now() - customer.arrived));
    calendar_.schedule(calendar_.now() + sim::from_hours(customer.service / rates_.service),
                       Phase::departure,
                       Departed{});
  }

  Rates rates_;
  std::int64_t to_come_;
  int idle_;
  std::uint64_t seed_;
  std::uint32_t ordinal_{0};
  double next_service_{};
  double next_patience_{};
  std::int64_t abandoned_{0};
  sim::Time last_change_{};
  sim::Calendar<Event, Phase> calendar_;
  sim::WaitingLine<Customer> line_;
  sim::Tally waits_;
  sim::Level waiting_;
};

}  // namespace

QueueResult single_server(std::int64_t customers, std::uint64_t seed) {
  return Queue{{.arrival = 0.9, .service = 1.0, .abandonment = {}, .servers = 1}, customers, seed}
      .result();
}

QueueResult impatient_pool(std::int64_t customers, std::uint64_t seed) {
  return Queue{
      {.arrival = 50.0, .service = 1.0, .abandonment = 0.5, .servers = 50}, customers, seed}
      .result();
}

double hold(std::int64_t pending, std::int64_t holds, std::uint64_t seed) {
  enum class Only : std::uint8_t { phase };
  sim::Calendar<std::uint32_t, Only> calendar;
  sim::Stream draws{sim::Address{.seed = seed}};
  // A short cycle of gaps, so that what is timed is the calendar and not the draws.
  std::array<sim::Duration, 4096> gaps{};
  for (auto& gap : gaps)
    gap = sim::from_hours(draws.exponential());
  std::uint32_t which = 0;
  for (std::int64_t i = 0; i < pending; ++i) {
    calendar.schedule(sim::Time{gaps[which++ % gaps.size()] * (i % 7 + 1) / 7}, Only::phase, 0U);
  }
  for (std::int64_t i = 0; i < holds; ++i) {
    const auto event = calendar.next_until(sim::Time::max());
    calendar.schedule(calendar.now() + gaps[which++ % gaps.size()], Only::phase, event.value_or(0));
  }
  return sim::to_hours(calendar.now() - sim::Time{});
}

}  // namespace ficap::bench
