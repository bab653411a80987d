#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "sim/arrivals.hpp"
#include "sim/calendar.hpp"
#include "sim/distributions.hpp"
#include "sim/run.hpp"
#include "sim/stream.hpp"
#include "sim/tally.hpp"
#include "sim/time.hpp"
#include "sim/time_average.hpp"
#include "sim/waiting_line.hpp"
#include "tests/support/statistics.hpp"

/// One line before some servers, written on the engine as a model would be, for comparison with
/// what queueing theory says of it.
namespace ficap::test {

/// Customers of one kind; the kind with the lower index is served first, nobody is interrupted.
struct Kind {
  double per_hour{};
  sim::Distribution service_hours{};
};

struct QueueSpec {
  std::vector<Kind> kinds;
  int servers{1};
  int room{std::numeric_limits<int>::max()};  ///< most that can be present
  std::optional<double> mean_patience_hours{};
  sim::Duration warm_up{std::chrono::hours{500}};
  sim::Duration measured{std::chrono::hours{10'000}};
};

/// What one replication saw of the customers that arrived in the measured period, and of its time.
struct QueueSeen {
  double p_waits{};
  double p_lost{};      ///< turned away or out of patience
  double wait{};        ///< hours from arrival to start, of the served
  double sojourn{};     ///< hours from arrival to end, of the served
  double waiting{};     ///< number in line, over time
  double present{};     ///< number in line or in service, over time
  double busy_share{};  ///< of the servers' time
  std::vector<double> wait_by_kind{};
  bool stays_add_up{};  ///< the integral of the level is the sum of the stays, exactly
};

class Queue {
 public:
  Queue(const QueueSpec& spec, std::uint32_t replication)
      : spec_{spec},
        from_{spec.warm_up},
        until_{from_ + spec.measured},
        // Arrivals go on while the last measured customers are served, or these would be spared
        // those who would have come before them.
        end_{until_ + spec.warm_up},
        replication_{replication},
        idle_{spec.servers},
        waiting_{from_},
        present_{from_},
        busy_{from_},
        waits_of_kind_(spec.kinds.size()) {
    for (std::size_t kind = 0; kind < spec.kinds.size(); ++kind) {
      rates_.emplace_back(std::vector<sim::RateChange>{{sim::Time{}, spec.kinds[kind].per_hour}},
                          end_);
      arrivals_.emplace_back(sim::Address{.seed = 1,
                                          .replication = replication,
                                          .purpose = purpose_gap,
                                          .id = static_cast<std::uint32_t>(kind)});
      schedule_arrival(kind);
    }
  }

  [[nodiscard]] QueueSeen result() {
    sim::run(*this, calendar_, until_);
    // In this order: those present at the end have stayed until then.
    waiting_.close(until_);
    present_.close(until_);
    busy_.close(until_);
    sim::run(*this, calendar_, end_);
    for (const sim::Time arrived : present_since_)
      count_stay(arrived, end_);
    QueueSeen seen;
    seen.p_waits = share(who_waited_);
    seen.p_lost = share(who_was_lost_);
    seen.wait = waits_.mean();
    seen.sojourn = sojourns_.mean();
    seen.waiting = waiting_.average();
    seen.present = present_.average();
    seen.busy_share = busy_.average() / spec_.servers;
    for (const auto& tally : waits_of_kind_)
      seen.wait_by_kind.push_back(tally.mean());
    seen.stays_add_up = present_.integral() == stays_.count();
    return seen;
  }

  struct Arrived {
    std::size_t kind;
    std::uint32_t ordinal;
  };
  struct Departed {
    sim::Time arrived;
  };
  struct RanOutOfPatience {
    sim::Handle place;
  };

  void handle(const Arrived& event) {
    schedule_arrival(event.kind);
    const bool counts = counts_now();
    if (counts) ++who_arrived_;
    if (present_.value() >= spec_.room) {
      if (counts) ++who_was_lost_;
      return;
    }
    present_.change(calendar_.now(), 1);
    present_since_.push_back(calendar_.now());
    sim::Stream draws{sim::Address{.seed = 1,
                                   .replication = replication_,
                                   .purpose = purpose_work,
                                   .id = static_cast<std::uint32_t>(event.kind),
                                   .ordinal = event.ordinal}};
    const double service = sim::sample(spec_.kinds[event.kind].service_hours, draws);
    const Customer customer{event.kind, calendar_.now(), sim::from_hours(service), {}};
    if (idle_ > 0) {
      --idle_;
      serve(customer);
      return;
    }
    if (counts) ++who_waited_;
    waiting_.change(calendar_.now(), 1);
    const sim::Handle place = line_.join({event.kind, 0}, customer);
    if (spec_.mean_patience_hours) {
      const sim::Duration patience =
          sim::from_hours(*spec_.mean_patience_hours * draws.exponential());
      line_.at(place).patience = calendar_.schedule(
          calendar_.now() + patience, Phase::out_of_patience, RanOutOfPatience{place});
    }
  }

  void handle(const Departed& event) {
    leave(event.arrived);
    busy_.change(calendar_.now(), -1);
    if (counts(event.arrived)) {
      sojourns_.add(sim::to_hours(calendar_.now() - event.arrived));
    }
    if (line_.empty()) {
      ++idle_;
      return;
    }
    const Customer next = line_.take_front();
    calendar_.cancel(next.patience);
    waiting_.change(calendar_.now(), -1);
    serve(next);
  }

  void handle(const RanOutOfPatience& event) {
    const Customer customer = line_.leave(event.place);
    waiting_.change(calendar_.now(), -1);
    if (counts(customer.arrived)) ++who_was_lost_;
    leave(customer.arrived);
  }

 private:
  enum class Phase : std::uint8_t { departure, out_of_patience, arrival };
  static constexpr std::uint8_t purpose_gap = 1;
  static constexpr std::uint8_t purpose_work = 2;

  struct Customer {
    std::size_t kind{};
    sim::Time arrived{};
    sim::Duration service{};
    sim::Handle patience{};
  };

  [[nodiscard]] bool counts(sim::Time arrived) const {
    return arrived >= from_ && arrived < until_;
  }
  [[nodiscard]] bool counts_now() const { return counts(calendar_.now()); }
  [[nodiscard]] double share(std::int64_t some) const {
    return static_cast<double>(some) / static_cast<double>(who_arrived_);
  }

  void schedule_arrival(std::size_t kind) {
    if (const auto next = arrivals_[kind].next(rates_[kind])) {
      calendar_.schedule(next->at, Phase::arrival, Arrived{kind, next->ordinal});
    }
  }

  void serve(const Customer& customer) {
    busy_.change(calendar_.now(), 1);
    if (counts(customer.arrived)) {
      const double wait = sim::to_hours(calendar_.now() - customer.arrived);
      waits_.add(wait);
      waits_of_kind_[customer.kind].add(wait);
    }
    calendar_.schedule(
        calendar_.now() + customer.service, Phase::departure, Departed{customer.arrived});
  }

  void leave(sim::Time arrived) {
    present_.change(calendar_.now(), -1);
    present_since_.erase(std::find(present_since_.begin(), present_since_.end(), arrived));
    count_stay(arrived, calendar_.now());
  }

  /// The part of a stay that lies in the measured period.
  void count_stay(sim::Time arrived, sim::Time left) {
    const sim::Time start = std::max(arrived, from_);
    const sim::Time stop = std::min(left, until_);
    if (stop > start) stays_ += stop - start;
  }

  QueueSpec spec_;
  sim::Time from_;
  sim::Time until_;
  sim::Time end_;
  std::uint32_t replication_;
  int idle_;
  std::vector<sim::CumulativeRate> rates_;
  std::vector<sim::PoissonArrivals> arrivals_;
  sim::Calendar<std::variant<Arrived, Departed, RanOutOfPatience>, Phase> calendar_;
  sim::WaitingLine<Customer> line_;
  sim::Level waiting_;
  sim::Level present_;
  sim::Level busy_;
  std::vector<sim::Time> present_since_;
  sim::Duration stays_{};
  std::int64_t who_arrived_{0};
  std::int64_t who_waited_{0};
  std::int64_t who_was_lost_{0};
  sim::Tally waits_;
  sim::Tally sojourns_;
  std::vector<sim::Tally> waits_of_kind_;
};

inline std::vector<QueueSeen> replicate(const QueueSpec& spec, std::uint32_t replications = 40) {
  std::vector<QueueSeen> seen;
  for (std::uint32_t r = 0; r < replications; ++r)
    seen.push_back(Queue{spec, r}.result());
  return seen;
}

/// @returns |mean over replications - expected| in standard errors
template <class Measure>
double z_of(const std::vector<QueueSeen>& replications, double expected, Measure&& measure) {
  sim::Tally values;
  for (const QueueSeen& seen : replications)
    values.add(measure(seen));
  return z_score(values, expected);
}

inline double z_of(const std::vector<QueueSeen>& replications,
                   double expected,
                   double QueueSeen::*measure) {
  return z_of(replications, expected, [&](const QueueSeen& seen) { return seen.*measure; });
}

/// Laws that any queue keeps: in each replication the level's integral is the sum of the stays to
/// the millisecond; and, on average, the number in line is their rate times their wait.
inline void check_laws(const std::vector<QueueSeen>& replications, double joining_per_hour) {
  for (const QueueSeen& seen : replications)
    CHECK(seen.stays_add_up);
  CHECK(z_of(replications, 0.0, [&](const QueueSeen& seen) {
          return seen.waiting - joining_per_hour * seen.wait;
        }) < z_limit);
}

}  // namespace ficap::test
