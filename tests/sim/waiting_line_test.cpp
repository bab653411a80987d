#include "sim/waiting_line.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

#include <doctest/doctest.h>

#include "tests/support/for_all.hpp"
#include "tests/support/print.hpp"

using namespace ficap;
using Line = sim::WaitingLine<int>;

namespace {

std::vector<int> all_in_order(Line& line) {
  std::vector<int> items;
  while (!line.empty())
    items.push_back(line.take_front());
  return items;
}

}  // namespace

TEST_CASE("a line stands by first key, then second, then order of joining") {
  Line line;
  line.join({1, 0}, 4);
  line.join({0, 5}, 3);
  line.join({0, 2}, 1);
  line.join({0, 2}, 2);
  line.join({UINT64_MAX, UINT64_MAX}, 5);
  CHECK(all_in_order(line) == std::vector<int>{1, 2, 3, 4, 5});
}

TEST_CASE("anyone may leave, and the rest keep their order") {
  Line line;
  line.join({}, 1);
  const auto two = line.join({}, 2);
  line.join({}, 3);
  CHECK(line.contains(two));
  CHECK(line.at(two) == 2);
  line.at(two) = 20;
  CHECK(line.leave(two) == 20);
  CHECK_FALSE(line.contains(two));
  CHECK(line.size() == 2);
  CHECK(all_in_order(line) == std::vector<int>{1, 3});
}

TEST_CASE("the front is the one who is taken next, and its handle is the one given at joining") {
  Line line;
  line.join({2, 0}, 2);
  const auto first = line.join({1, 7}, 1);
  CHECK(line.front() == 1);
  CHECK(line.handle_of_front() == first);
  CHECK(line.place_of(first) == sim::Place{1, 7});
  CHECK(line.place_of_front() == sim::Place{1, 7});
  CHECK(line.take_front() == 1);
  CHECK_FALSE(line.contains(first));
}

TEST_CASE("for_each visits everyone once, with a handle that works") {
  Line line;
  for (int i = 0; i < 10; ++i)
    line.join({static_cast<std::uint64_t>(i * 7 % 10), 0}, i);
  static_cast<void>(line.take_front());
  std::vector<int> seen;
  line.for_each([&](sim::Handle handle, int item) {
    CHECK(line.at(handle) == item);
    seen.push_back(item);
  });
  std::sort(seen.begin(), seen.end());
  CHECK(seen == std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8, 9});
}

TEST_CASE("who stands behind everyone, who between and who before is all one to those who leave") {
  Line line;
  const auto five = line.join({5, 0}, 5);
  line.join({7, 0}, 7);
  line.join({6, 0}, 6);
  line.join({1, 0}, 1);
  line.join({7, 0}, 8);
  line.join({6, 0}, 66);
  CHECK(line.leave(five) == 5);
  CHECK(all_in_order(line) == std::vector<int>{1, 6, 66, 7, 8});
}

TEST_CASE("a line does what a sorted map does, whoever joins and leaves") {
  test::for_all(300, [](sim::Stream& stream) {
    Line line;
    using Key = std::tuple<std::uint64_t, std::uint64_t, int>;
    std::map<Key, int> reference;
    struct Known {
      sim::Handle handle;
      Key key;
    };
    std::vector<Known> known;
    int joined = 0;
    const int classes = test::whole_number(stream, 0, 3);  // 0: first come, first served
    for (int step = 0; step < 300; ++step) {
      const double what = stream.uniform();
      if (what < 0.5) {
        const sim::Place place{static_cast<std::uint64_t>(test::whole_number(stream, 0, classes)),
                               static_cast<std::uint64_t>(test::whole_number(stream, 0, classes))};
        known.push_back({line.join(place, joined), {place.first, place.second, joined}});
        reference.emplace(known.back().key, joined);
        ++joined;
      } else if (what < 0.75 && !known.empty()) {
        const auto& chosen = known[static_cast<std::size_t>(
            test::whole_number(stream, 0, static_cast<int>(known.size()) - 1))];
        const auto found = reference.find(chosen.key);
        REQUIRE(line.contains(chosen.handle) == (found != reference.end()));
        if (found != reference.end()) {
          REQUIRE(line.leave(chosen.handle) == found->second);
          reference.erase(found);
        }
      } else if (!reference.empty()) {
        REQUIRE(line.front() == reference.begin()->second);
        REQUIRE(line.take_front() == reference.begin()->second);
        reference.erase(reference.begin());
      }
      REQUIRE(line.size() == reference.size());
      REQUIRE(line.empty() == reference.empty());
    }
    line.clear();
    REQUIRE(line.empty());
    for (const auto& one : known)
      REQUIRE_FALSE(line.contains(one.handle));
  });
}
