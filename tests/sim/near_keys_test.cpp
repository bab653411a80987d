#include "sim/near_keys.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "sim/stream.hpp"
#include "tests/support/event_key.hpp"

using namespace ficap;

namespace {

using Key = test::EventKey;

[[nodiscard]] bool same(const Key& a, const Key& b) {
  return a.time == b.time && a.rest == b.rest;
}

/// Near keys beside a vector that is kept sorted in the plainest way.
struct Pair {
  sim::NearKeys<Key> near;
  std::vector<Key> plain;  ///< the first is the smallest
  std::uint64_t made{0};

  void push(std::uint64_t time) {
    const Key key{time, (made << 24U) | made};
    ++made;
    near.push(key);
    plain.insert(std::upper_bound(plain.begin(), plain.end(), key, Key::before), key);
  }
  void remove(std::size_t which) {
    near.remove(plain[which].slot());
    plain.erase(plain.begin() + static_cast<std::ptrdiff_t>(which));
  }
  [[nodiscard]] bool agree() const {
    if (near.size() != plain.size() || near.empty() != plain.empty()) return false;
    if (!plain.empty() && !same(near.first(), plain.front())) return false;
    return std::all_of(plain.begin(), plain.end(), [&](const Key& key) {
      return same(near.key_of(key.slot()), key);
    });
  }
};

}  // namespace

TEST_CASE("near keys come out in order, more of them than are kept sorted or fewer") {
  for (const std::size_t most : {1U, 5U, 62U, 63U, 64U, 65U, 200U}) {
    for (const std::uint64_t instants : {1U, 7U, 1'000'000U}) {
      CAPTURE(most);
      CAPTURE(instants);
      Pair pair;
      sim::Stream draws{{.seed = 3, .id = static_cast<std::uint32_t>(most)}};
      const auto some = [&](std::size_t below) {
        return static_cast<std::size_t>(draws.uniform() * static_cast<double>(below));
      };
      std::uint64_t now = 0;
      for (std::size_t step = 0; step < 6 * most + 20; ++step) {
        while (pair.plain.size() < most)
          pair.push(now + some(instants));
        if (step % 3 == 0) {
          pair.remove(some(pair.plain.size()));
        } else {
          now = pair.near.first().time;
          pair.near.remove_first();
          pair.plain.erase(pair.plain.begin());
        }
        REQUIRE(pair.agree());
      }
      std::size_t visited = 0;
      pair.near.for_each([&](const Key& /*key*/) { ++visited; });
      CHECK(visited == pair.plain.size());
      pair.near.clear();
      CHECK(pair.near.empty());
    }
  }
}

TEST_CASE("what is sorted stays so while others wait beside it") {
  Pair pair;
  for (std::uint64_t time = 100; time > 0; --time)
    pair.push(time);
  while (!pair.plain.empty()) {
    REQUIRE(pair.agree());
    pair.near.remove_first();
    pair.plain.erase(pair.plain.begin());
  }
  CHECK(pair.agree());
}
