#include "sim/slots.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

#include <doctest/doctest.h>

using namespace ficap;

namespace {

struct Small {
  std::array<std::uint32_t, 5> words{};
};
struct Large {
  std::array<std::uint64_t, 15> words{};
};

std::size_t place_in_line(const void* thing) {
  return reinterpret_cast<std::uintptr_t>(thing) % 64;
}

}  // namespace

TEST_CASE("a thing opened anew is as new, whatever its slot held before") {
  sim::Slots<Small> slots;
  const auto [first, used] = slots.open();
  used.words.fill(7);
  slots.release(first.slot);
  const auto [second, as_new] = slots.open_new();
  CHECK(second.slot == first.slot);
  CHECK_FALSE(slots.holds(first));
  CHECK(as_new.words == Small{}.words);
}

TEST_CASE("a small thing lies within a line of the cache, a large one begins where a line does") {
  sim::Slots<Small> small;
  sim::Slots<Large> large;
  for (int i = 0; i < 40; ++i) {
    const std::uint32_t slot = small.open().handle.slot;
    CHECK(place_in_line(&small[slot]) + sizeof(Small) <= 64);
    CHECK(place_in_line(&large[large.open().handle.slot]) == 8);  // behind what handles look at
  }
}
