// One hash for every compiler, optimisation and processor, and for the browser build, which
// compiles this file alone with the layer. Not one bit of it may differ.
#include <cstdint>
#include <cstring>
#include <optional>
#include <vector>

#include <doctest/doctest.h>

#include "sim/arrivals.hpp"
#include "sim/calendar.hpp"
#include "sim/distributions.hpp"
#include "sim/elementary.hpp"
#include "sim/quantiles.hpp"
#include "sim/run.hpp"
#include "sim/stream.hpp"
#include "sim/tally.hpp"
#include "sim/time.hpp"
#include "sim/time_average.hpp"
#include "sim/waiting_line.hpp"

using namespace ficap;

namespace {

/// Folds numbers into 64 bits, each of which every bit of every number may change.
class Hash {
 public:
  void fold(std::uint64_t bits) noexcept {
    value_ = (value_ ^ bits) * 0x9E3779B97F4A7C15U;
    value_ ^= value_ >> 29U;
  }
  void fold(double x) noexcept {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &x, sizeof bits);
    fold(bits);
  }
  [[nodiscard]] std::uint64_t value() const noexcept { return value_; }

 private:
  std::uint64_t value_{0xCBF29CE484222325U};
};

std::uint64_t hash_of_functions() {
  Hash hash;
  for (std::uint32_t k = 0; k < 200'000; ++k) {
    sim::Stream stream{sim::Address{.seed = 1, .ordinal = k}};
    const double u = stream.uniform();
    const double v = 40.0 * (stream.uniform() - 0.5);
    hash.fold(u);
    hash.fold(sim::log(u));
    hash.fold(sim::exp(v));
    hash.fold(sim::log1p(v * v * u));
    hash.fold(sim::expm1(v * u));
    hash.fold(sim::pow(u, v));
    hash.fold(sim::log10(u));
    hash.fold(sim::lgamma(100.0 * u));
    hash.fold(sim::erfc(0.3 * v));
    hash.fold(sim::normal_cdf(0.3 * v));
    hash.fold(sim::normal_quantile(u));
  }
  return hash.value();
}

std::uint64_t hash_of_quantiles() {
  Hash hash;
  for (std::uint32_t k = 0; k < 5'000; ++k) {
    sim::Stream stream{sim::Address{.seed = 2, .ordinal = k}};
    const double p = stream.uniform();
    const double a = sim::exp(12.0 * stream.uniform() - 3.0);
    const double b = sim::exp(12.0 * stream.uniform() - 3.0);
    hash.fold(sim::gamma_quantile(p, a));
    hash.fold(sim::beta_quantile(p, a, b));
    hash.fold(sim::student_t_quantile(p, a));
    hash.fold(sim::gamma_p(a, a * (0.5 + p)));
    hash.fold(sim::beta_i(a, b, p));
  }
  return hash.value();
}

std::vector<sim::Distribution> one_of_each() {
  sim::Lognormal by_mean;
  by_mean.mean_value = 14.0;
  by_mean.cv = 0.9;
  sim::Lognormal cut;
  cut.median = 10.0;
  cut.sigma = 1.1;
  cut.at_most = 60.0;
  return {{sim::Fixed{3.5}},
          {sim::Uniform{1.0, 2.5}},
          {sim::Triangular{1.0, 2.0, 7.0}},
          {sim::Exponential{21.0}},
          {sim::Erlang{3, 9.0}},
          {by_mean},
          {cut},
          {sim::Gamma{12.0, 0.7}},
          {sim::Beta{2.0, 5.0}},
          {sim::Discrete{{1.0, 2.0, 4.0}, {0.2, 0.5, 0.3}}},
          {sim::Empirical{{0.5, 0.7, 1.9, 6.3}}},
          {sim::Mixture{{0.3, 0.7}, {{sim::Exponential{2.0}}, {sim::Uniform{4.0, 5.0}}}}}};
}

std::uint64_t hash_of_distributions() {
  Hash hash;
  std::uint32_t id = 0;
  for (const sim::Distribution& d : one_of_each()) {
    hash.fold(sim::mean(d));
    hash.fold(sim::variance(d));
    for (std::uint32_t k = 0; k < 10'000; ++k) {
      sim::Stream stream{sim::Address{.seed = 3, .id = id, .ordinal = k}};
      const double x = sim::sample(d, stream);
      hash.fold(x);
      hash.fold(sim::cdf(d, x));
    }
    ++id;
  }
  return hash.value();
}

enum class Phase : std::uint8_t { departure, out_of_patience, arrival };
struct Arrived {
  std::uint32_t ordinal;
};
struct Departed {};
struct RanOutOfPatience {
  sim::Handle place;
};

/// An impatient line before three servers, with a rate that changes.
struct Queue {
  sim::CumulativeRate rate{{{sim::Time{}, 2.0}, {sim::Time{std::chrono::hours{4000}}, 4.0}},
                           sim::Time{std::chrono::hours{10'000}}};
  sim::PoissonArrivals arrivals{sim::Address{.seed = 4}};
  sim::Distribution service{sim::Gamma{1.0, 1.3}};
  sim::Calendar<std::variant<Arrived, Departed, RanOutOfPatience>, Phase> calendar{};
  struct Customer {
    sim::Time arrived{};
    sim::Duration service{};
    sim::Handle patience{};
  };
  sim::WaitingLine<Customer> line{};
  sim::Tally waits{};
  sim::Level waiting{};
  int idle{3};
  Hash hash{};

  void schedule_arrival() {
    if (const auto next = arrivals.next(rate)) {
      calendar.schedule(next->at, Phase::arrival, Arrived{next->ordinal});
    }
  }
  void serve(const Customer& customer) {
    waits.add(sim::to_hours(calendar.now() - customer.arrived));
    calendar.schedule(calendar.now() + customer.service, Phase::departure, Departed{});
  }
  void handle(const Arrived& event) {
    schedule_arrival();
    sim::Stream draws{sim::Address{.seed = 4, .purpose = 1, .ordinal = event.ordinal}};
    const sim::Duration work = sim::from_hours(sim::sample(service, draws));
    const sim::Duration patience = sim::from_hours(3.0 * draws.exponential());
    hash.fold(static_cast<std::uint64_t>(calendar.now().time_since_epoch().count()));
    if (idle > 0) {
      --idle;
      serve({calendar.now(), work, {}});
      return;
    }
    waiting.change(calendar.now(), 1);
    // The shortest work first, so that the line is used as more than a queue.
    const auto place =
        line.join({static_cast<std::uint64_t>(work.count()), 0}, {calendar.now(), work, {}});
    line.at(place).patience = calendar.schedule(
        calendar.now() + patience, Phase::out_of_patience, RanOutOfPatience{place});
  }
  void handle(const Departed&) {
    if (line.empty()) {
      ++idle;
      return;
    }
    const Customer next = line.take_front();
    calendar.cancel(next.patience);
    waiting.change(calendar.now(), -1);
    serve(next);
  }
  void handle(const RanOutOfPatience& event) {
    static_cast<void>(line.leave(event.place));
    waiting.change(calendar.now(), -1);
  }
};

std::uint64_t hash_of_a_queue() {
  Queue queue;
  queue.schedule_arrival();
  const sim::Time end{std::chrono::hours{10'000}};
  sim::run(queue, queue.calendar, end);
  queue.waiting.close(end);
  queue.hash.fold(queue.waits.mean());
  queue.hash.fold(queue.waits.variance());
  queue.hash.fold(static_cast<std::uint64_t>(queue.waiting.integral()));
  return queue.hash.value();
}

}  // namespace

TEST_CASE("the elementary functions have the same bits everywhere") {
  CHECK(hash_of_functions() == 0x25BD03B43722FE4CU);
}

TEST_CASE("quantiles have the same bits everywhere") {
  CHECK(hash_of_quantiles() == 0x7084FD22BDE57A93U);
}

TEST_CASE("samples of every distribution have the same bits everywhere") {
  CHECK(hash_of_distributions() == 0xD81442CC26FD62A6U);
}

TEST_CASE("a queue has the same history everywhere") {
  CHECK(hash_of_a_queue() == 0x05D1362BCB01B94AU);
}

TEST_CASE("one last place in one number of many changes a hash") {
  Hash one;
  Hash other;
  for (int k = 0; k < 1000; ++k) {
    one.fold(1.0);
    other.fold(k == 500 ? 1.0 + 0x1p-52 : 1.0);
  }
  CHECK(one.value() != other.value());
}
