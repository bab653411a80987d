#include "sim/calendar.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "sim/run.hpp"
#include "tests/support/for_all.hpp"
#include "tests/support/print.hpp"

using namespace ficap;
using namespace std::chrono_literals;

namespace {

enum class Phase : std::uint8_t { first, second, third };
using Calendar = sim::Calendar<int, Phase>;

std::vector<int> everything(Calendar& calendar, sim::Time horizon) {
  std::vector<int> events;
  while (const auto event = calendar.next_until(horizon))
    events.push_back(*event);
  return events;
}

constexpr sim::Time day{24h};

}  // namespace

TEST_CASE("events happen in order of time, then phase, then scheduling") {
  Calendar calendar;
  calendar.schedule(sim::Time{2h}, Phase::first, 6);
  calendar.schedule(sim::Time{1h}, Phase::second, 3);
  calendar.schedule(sim::Time{1h}, Phase::third, 5);
  calendar.schedule(sim::Time{1h}, Phase::second, 4);
  calendar.schedule(sim::Time{1h}, Phase::first, 2);
  calendar.schedule(sim::Time{0h}, Phase::third, 1);
  CHECK(everything(calendar, day) == std::vector<int>{1, 2, 3, 4, 5, 6});
}

TEST_CASE("the clock stands at the event that happens") {
  Calendar calendar;
  calendar.schedule(sim::Time{3h}, Phase::first, 1);
  CHECK(calendar.now() == sim::Time{});
  CHECK(calendar.next_until(day) == std::optional{1});
  CHECK(calendar.now() == sim::Time{3h});
}

TEST_CASE("an event at the horizon does not happen yet, and happens in the next period") {
  Calendar calendar;
  calendar.schedule(sim::Time{24h}, Phase::first, 1);
  CHECK(calendar.next_until(day) == std::nullopt);
  CHECK(calendar.now() == day);
  CHECK(calendar.size() == 1);
  CHECK(calendar.next_until(sim::Time{48h}) == std::optional{1});
}

TEST_CASE("a calendar without events goes to its horizon") {
  Calendar calendar;
  CHECK(calendar.empty());
  CHECK(calendar.next_until(day) == std::nullopt);
  CHECK(calendar.now() == day);
}

TEST_CASE("a cancelled event does not happen") {
  Calendar calendar;
  calendar.schedule(sim::Time{1h}, Phase::first, 1);
  const auto handle = calendar.schedule(sim::Time{2h}, Phase::first, 2);
  calendar.schedule(sim::Time{3h}, Phase::first, 3);
  CHECK(calendar.pending(handle));
  CHECK(calendar.time_of(handle) == sim::Time{2h});
  CHECK(calendar.cancel(handle));
  CHECK_FALSE(calendar.pending(handle));
  CHECK(calendar.size() == 2);
  CHECK(everything(calendar, day) == std::vector<int>{1, 3});
}

TEST_CASE("a stale handle is harmless, even when its slot is in use again") {
  Calendar calendar;
  const auto done = calendar.schedule(sim::Time{1h}, Phase::first, 1);
  CHECK(calendar.next_until(day) == std::optional{1});
  CHECK_FALSE(calendar.cancel(done));
  const auto next = calendar.schedule(sim::Time{2h}, Phase::first, 2);
  CHECK(next.slot == done.slot);
  CHECK_FALSE(calendar.cancel(done));
  CHECK(calendar.pending(next));
  CHECK(calendar.cancel(next));
  CHECK_FALSE(calendar.cancel(next));
}

TEST_CASE("a default-constructed handle names nothing") {
  Calendar calendar;
  CHECK_FALSE(static_cast<bool>(Calendar::Handle{}));
  CHECK_FALSE(calendar.cancel({}));
  const auto handle = calendar.schedule(sim::Time{1h}, Phase::first, 1);
  CHECK(static_cast<bool>(handle));
  CHECK_FALSE(calendar.cancel({}));
  CHECK(calendar.size() == 1);
}

TEST_CASE("a cleared calendar is as new, and knows no handle from before") {
  Calendar calendar;
  const auto handle = calendar.schedule(sim::Time{1h}, Phase::first, 1);
  CHECK(calendar.next_until(sim::Time{30min}) == std::nullopt);
  calendar.clear();
  CHECK(calendar.now() == sim::Time{});
  CHECK(calendar.empty());
  calendar.schedule(sim::Time{2h}, Phase::first, 2);
  CHECK_FALSE(calendar.cancel(handle));
  CHECK(everything(calendar, day) == std::vector<int>{2});
}

// The property under which everything else stands: whatever is scheduled and cancelled, in
// whatever order, the calendar does what a sorted map of everything pending does.
TEST_CASE("a calendar does what a sorted map does, under any schedule and cancellation") {
  test::for_all(300, [](sim::Stream& stream) {
    Calendar calendar;
    using Key = std::tuple<sim::Time, Phase, int>;
    std::map<Key, int> reference;
    struct Known {
      Calendar::Handle handle;
      Key key;
    };
    std::vector<Known> known;
    int scheduled = 0;
    const double share_scheduled = 0.3 + 0.5 * stream.uniform();
    for (int step = 0; step < 400; ++step) {
      const double what = stream.uniform();
      if (what < share_scheduled) {
        // Few instants, so that ties are common.
        const sim::Time at = calendar.now() + sim::Duration{test::whole_number(stream, 0, 6)};
        const auto phase = static_cast<Phase>(test::whole_number(stream, 0, 2));
        const Key key{at, phase, scheduled};
        known.push_back({calendar.schedule(at, phase, scheduled), key});
        reference.emplace(key, scheduled);
        ++scheduled;
      } else if (what < share_scheduled + 0.15 && !known.empty()) {
        const auto& chosen = known[static_cast<std::size_t>(
            test::whole_number(stream, 0, static_cast<int>(known.size()) - 1))];
        const bool was_pending = reference.erase(chosen.key) == 1;
        REQUIRE(calendar.pending(chosen.handle) == was_pending);
        REQUIRE(calendar.cancel(chosen.handle) == was_pending);
      } else {
        const sim::Time horizon = calendar.now() + sim::Duration{test::whole_number(stream, 0, 4)};
        const auto event = calendar.next_until(horizon);
        if (!reference.empty() && std::get<0>(reference.begin()->first) < horizon) {
          REQUIRE(event == std::optional{reference.begin()->second});
          REQUIRE(calendar.now() == std::get<0>(reference.begin()->first));
          reference.erase(reference.begin());
        } else {
          REQUIRE(event == std::nullopt);
          REQUIRE(calendar.now() == horizon);
        }
      }
      REQUIRE(calendar.size() == reference.size());
      REQUIRE(calendar.empty() == reference.empty());
    }
    std::vector<int> rest;
    rest.reserve(reference.size());
    for (const auto& entry : reference)
      rest.push_back(entry.second);
    REQUIRE(everything(calendar, sim::Time::max()) == rest);
  });
}

namespace {

enum class ShopPhase : std::uint8_t { served, arrival };
struct Arrived {
  char who;
};
struct Served {};
using ShopCalendar = sim::Calendar<std::variant<Arrived, Served>, ShopPhase>;

/// One counter, four hours a customer.
struct Shop {
  ShopCalendar& calendar;
  bool busy{false};
  std::string line;
  std::vector<std::string> log;

  void serve(char who) {
    busy = true;
    log.push_back(std::to_string(calendar.now().time_since_epoch() / 1h) + "h " + who + " starts");
    calendar.schedule(calendar.now() + 4h, ShopPhase::served, Served{});
  }
  void handle(const Arrived& event) {
    if (!busy) {
      serve(event.who);
      return;
    }
    line += event.who;
  }
  void handle(const Served&) {
    busy = false;
    if (line.empty()) return;
    const char next = line.front();
    line.erase(line.begin());
    serve(next);
  }
};

}  // namespace

TEST_CASE("who arrives at noon finds free the counter that was done at noon") {
  ShopCalendar calendar;
  Shop shop{calendar, false, {}, {}};
  calendar.schedule(sim::Time{12h}, ShopPhase::arrival, Arrived{'B'});
  calendar.schedule(sim::Time{8h}, ShopPhase::arrival, Arrived{'A'});
  calendar.schedule(sim::Time{13h}, ShopPhase::arrival, Arrived{'C'});
  calendar.schedule(sim::Time{20h}, ShopPhase::arrival, Arrived{'D'});
  sim::run(shop, calendar, sim::Time{20h});
  CHECK(shop.log == std::vector<std::string>{"8h A starts", "12h B starts", "16h C starts"});
  CHECK(shop.line.empty());
  CHECK(shop.busy);  // C is done at the horizon, so not yet
}

TEST_CASE("a model of one kind of event needs no variant") {
  struct Counter {
    int sum{0};
    void handle(int event) { sum += event; }
  };
  Calendar calendar;
  calendar.schedule(sim::Time{1h}, Phase::first, 40);
  calendar.schedule(sim::Time{2h}, Phase::first, 2);
  Counter counter;
  sim::run(counter, calendar, day);
  CHECK(counter.sum == 42);
  CHECK(calendar.now() == day);
}
