#include "bench/queue.hpp"

#include <variant>

#include "sim/ahead.hpp"
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

/// What is drawn for a customer at its own address, in this order.
struct Draws {
  sim::Duration gap;  ///< since the one before
  sim::Duration service;
  sim::Duration patience;
};

/// A line in front of a pool of servers, written as any model is written on the engine.
///
/// @tparam numbers how many are drawn for a customer: 2, or 3 where customers are impatient
template <std::size_t numbers>
class Queue {
 public:
  Queue(const QueueRates& rates, std::int64_t customers, std::uint64_t seed, std::int64_t backlog)
      : mean_gap_{1.0 / rates.arrival},
        mean_service_{1.0 / rates.service},
        mean_patience_{impatient ? 1.0 / rates.abandonment : 0.0},
        customers_{customers},
        to_come_{customers},
        backlog_{backlog},
        idle_{rates.servers},
        numbers_{sim::Address{.seed = seed}} {
    schedule_arrival();
  }

  void handle(const Arrived&) {
    const Draws own = next_;
    schedule_arrival();
    if (idle_ > 0) {
      --idle_;
      serve({calendar_.now(), own.service, {}});
      return;
    }
    change_line(1);
    const sim::Handle place = line_.join(sim::Place{}, {calendar_.now(), own.service, {}});
    if constexpr (impatient) {
      line_.at(place).timer = calendar_.schedule(
          calendar_.now() + own.patience, Phase::abandonment, RanOutOfPatience{place});
    }
  }

  void handle(const Departed&) {
    if (line_.empty()) {
      ++idle_;
      return;
    }
    const Customer next = line_.take_front();
    if constexpr (impatient) calendar_.cancel(next.timer);
    change_line(-1);
    serve(next);
  }

  void handle(const RanOutOfPatience& event) {
    static_cast<void>(line_.leave(event.place));
    change_line(-1);
    ++abandoned_;
  }

  [[nodiscard]] QueueResult result() {
    sim::run(*this, calendar_, sim::Time::max());
    waiting_.close(last_change_);
    return {customers_,
            waits_.mean(),
            waiting_.average(),
            static_cast<double>(abandoned_) / static_cast<double>(customers_)};
  }

 private:
  static constexpr bool impatient = numbers == 3;

  struct Customer {
    sim::Time arrived;
    sim::Duration service;
    sim::Handle timer;
  };

  void change_line(std::int64_t by) {
    last_change_ = calendar_.now();
    waiting_.change(last_change_, by);
  }

  void schedule_arrival() {
    if (to_come_ == 0) return;
    --to_come_;
    const auto drawn = numbers_.next();
    next_.gap = backlog_ > 0 ? sim::Duration{} : sim::from_hours(mean_gap_ * drawn[0]);
    backlog_ -= backlog_ > 0 ? 1 : 0;
    next_.service = sim::from_hours(mean_service_ * drawn[1]);
    if constexpr (impatient) next_.patience = sim::from_hours(mean_patience_ * drawn[2]);
    calendar_.schedule(calendar_.now() + next_.gap, Phase::arrival, Arrived{});
  }

  void serve(const Customer& customer) {
    waits_.add(sim::to_hours(calendar_.now() - customer.arrived));
    calendar_.schedule(calendar_.now() + customer.service, Phase::departure, Departed{});
  }

  double mean_gap_;  ///< means in hours
  double mean_service_;
  double mean_patience_;
  std::int64_t customers_;
  std::int64_t to_come_;
  std::int64_t backlog_;  ///< of those to come, who come at once
  int idle_;
  Draws next_{};
  std::int64_t abandoned_{0};
  sim::Time last_change_{};
  sim::Calendar<Event, Phase> calendar_;
  sim::WaitingLine<Customer> line_;
  sim::Tally waits_;
  sim::Level waiting_;
  sim::ExponentialsAhead<numbers> numbers_;
};

}  // namespace

QueueResult queue(const QueueRates& rates,
                  std::int64_t customers,
                  std::uint64_t seed,
                  std::int64_t backlog) {
  if (rates.abandonment > 0.0) return Queue<3>{rates, customers, seed, backlog}.result();
  return Queue<2>{rates, customers, seed, backlog}.result();
}

}  // namespace ficap::bench
