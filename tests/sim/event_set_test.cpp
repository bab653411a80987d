#include "sim/event_set.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "sim/elementary.hpp"
#include "sim/stream.hpp"
#include "tests/support/event_key.hpp"

using namespace ficap;

namespace {

using Key = test::EventKey;

constexpr std::uint64_t latest = (std::uint64_t{1} << 63U) - 1;

/// How far ahead events are scheduled: what decides how they fall into piles.
struct Pattern {
  const char* name;
  std::uint64_t (*ahead)(sim::Stream&);
};

std::uint64_t exponential(sim::Stream& draws, double mean) {
  return static_cast<std::uint64_t>(mean * draws.exponential());
}

const std::array<Pattern, 6> patterns{{
    {"exponential", [](sim::Stream& d) { return exponential(d, 1e6); }},
    {"all at once", [](sim::Stream& /*d*/) { return std::uint64_t{5}; }},
    {"mostly soon, some late",
     [](sim::Stream& d) { return exponential(d, d.uniform() < 0.9 ? 1e4 : 1e8); }},
    {"few instants", [](sim::Stream& d) { return 1'000 * exponential(d, 3.0); }},
    {"now or never",
     [](sim::Stream& d) { return d.uniform() < 0.5 ? exponential(d, 100.0) : latest; }},
    {"over many scales",
     [](sim::Stream& d) { return static_cast<std::uint64_t>(sim::exp(40.0 * d.uniform())); }},
}};

/// An event set beside a sorted map: whatever is pushed into one is pushed into the other.
class Pair {
 public:
  void push(std::uint64_t time) {
    const std::uint32_t slot = free_.empty() ? made_++ : free_.back();
    if (!free_.empty()) free_.pop_back();
    const Key key{time, (sequence_++ << 24U) | slot};
    set_.push(key);
    sorted_.emplace(std::pair{key.time, key.rest}, slot);
    if (keys_.size() <= slot) keys_.resize(slot + std::size_t{1});
    keys_[slot] = key;
  }
  /// Takes out the first of both.
  /// @returns whether it was the same
  bool pop() {
    set_.settle([](std::uint32_t /*slot*/) {});
    const Key first = set_.first();
    const bool same = sorted_.begin()->first == std::pair{first.time, first.rest};
    set_.remove_first();
    now_ = first.time;
    free_.push_back(first.slot());
    sorted_.erase(sorted_.begin());
    return same && set_.size() == sorted_.size();
  }
  /// Takes out some key of both.
  /// @param which from 0 to 1
  /// @returns whether the set knew it
  bool remove(double which) {
    const Key wanted{static_cast<std::uint64_t>(which * static_cast<double>(now_ + 1'000'000)), 0};
    auto at = sorted_.lower_bound(std::pair{wanted.time, wanted.rest});
    if (at == sorted_.end()) at = sorted_.begin();
    const std::uint32_t slot = at->second;
    const bool knew = set_.key_of(slot).rest == keys_[slot].rest;
    set_.remove(slot);
    sorted_.erase(at);
    free_.push_back(slot);
    return knew && set_.size() == sorted_.size();
  }
  void clear() {
    set_.clear();
    sorted_.clear();
    free_.clear();
    made_ = 0;
  }
  [[nodiscard]] std::size_t size() const { return sorted_.size(); }
  [[nodiscard]] std::uint64_t now() const { return now_; }

 private:
  sim::EventSet<Key> set_;
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::uint32_t> sorted_;
  std::vector<Key> keys_;
  std::vector<std::uint32_t> free_;
  std::uint32_t made_{0};
  std::uint64_t sequence_{0};
  std::uint64_t now_{0};
};

/// Fills to `most`, lives on at that size, and drains, with removals in between.
/// @returns how many did not come out as from the sorted map
int faults(Pair& pair, const Pattern& pattern, std::size_t most, std::uint32_t id) {
  sim::Stream draws{{.seed = 7, .id = id}};
  int wrong = 0;
  const auto push = [&] {
    const std::uint64_t ahead = pattern.ahead(draws);
    pair.push(ahead > latest - pair.now() ? latest : pair.now() + ahead);
  };
  while (pair.size() < most) {
    push();
    if (draws.uniform() < 0.2) wrong += pair.pop() ? 0 : 1;
  }
  for (std::size_t i = 0; i < 3 * most; ++i) {
    wrong += pair.pop() ? 0 : 1;
    push();
    if (draws.uniform() < 0.3) {
      wrong += pair.remove(draws.uniform()) ? 0 : 1;
      push();
    }
  }
  while (pair.size() > 0)
    wrong += pair.pop() ? 0 : 1;
  return wrong;
}

}  // namespace

TEST_CASE("keys come out in order, however many are inside and however they lie in time") {
  std::uint32_t id = 0;
  for (const Pattern& pattern : patterns) {
    for (const std::size_t most : {10U, 31U, 35U, 70U, 1'000U, 5'000U}) {
      CAPTURE(pattern.name);
      CAPTURE(most);
      Pair pair;
      CHECK(faults(pair, pattern, most, ++id) == 0);
    }
  }
}

TEST_CASE("a cleared event set starts anew, whatever it was like") {
  Pair pair;
  for (std::uint64_t k = 0; k < 4'000; ++k)
    pair.push(latest - k * k);
  CHECK(pair.pop());
  pair.clear();
  for (std::uint64_t k = 0; k < 4'000; ++k)
    pair.push(1'000 * (k % 997));
  while (pair.size() > 0)
    REQUIRE(pair.pop());
}

TEST_CASE("before their time, events are announced, each once") {
  sim::EventSet<Key> set;
  const std::uint32_t count = 5'000;
  for (std::uint32_t slot = 0; slot < count; ++slot)
    set.push({std::uint64_t{slot} * 1'000, (std::uint64_t{slot} << 24U) | slot});
  std::vector<int> announced(count, 0);
  std::uint32_t far = 0;
  for (std::uint32_t slot = 0; slot < count; ++slot) {
    set.settle([&](std::uint32_t soon) {
      CHECK(soon >= slot);
      ++announced[soon];
      ++far;
    });
    REQUIRE(set.first().slot() == slot);
    set.remove_first();
  }
  set.settle([](std::uint32_t /*slot*/) {});
  CHECK(set.empty());
  CHECK(far > count / 2);  // the rest was near from the start
  for (const int times : announced)
    CHECK(times <= 1);
}
