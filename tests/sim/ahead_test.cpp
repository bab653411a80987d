#include "sim/ahead.hpp"

#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "sim/philox.hpp"

using namespace ficap;

namespace {

/// @returns how many of the first `count` ordinals differ in a bit from their own stream
template <std::size_t Draws>
int differences(const sim::Address& first, std::uint32_t count) {
  sim::ExponentialsAhead<Draws> ahead{first};
  int wrong = 0;
  for (std::uint32_t k = 0; k < count; ++k) {
    sim::Address own = first;
    own.ordinal += k;
    sim::Stream stream{own};
    for (const double number : ahead.next())
      wrong += number == stream.exponential() ? 0 : 1;
  }
  return wrong;
}

}  // namespace

TEST_CASE("numbers drawn ahead are those of their own streams, to the bit") {
  const sim::Address address{
      .seed = 0x0123456789ABCDEF, .replication = 77, .purpose = 200, .id = 0xFFFFFFFF, .sub = 9};
  CHECK(differences<1>(address, 1000) == 0);
  CHECK(differences<2>(address, 1000) == 0);
  CHECK(differences<3>(address, 1000) == 0);
  CHECK(differences<5>(address, 20'000) == 0);
}

TEST_CASE("ordinals drawn ahead wrap as an address does") {
  CHECK(differences<2>({.seed = 3, .ordinal = UINT32_MAX - 100}, 300) == 0);
}

TEST_CASE("another address ahead is another sequence") {
  sim::ExponentialsAhead<1> one{{.seed = 1}};
  sim::ExponentialsAhead<1> other{{.seed = 1, .sub = 1}};
  for (int k = 0; k < 200; ++k)
    REQUIRE(one.next() != other.next());
}

TEST_CASE("a batch of counters gives the blocks of each") {
  sim::PhiloxBatch<8> words{};
  for (std::uint32_t i = 0; i < 8; ++i) {
    words[0][i] = i;
    words[1][i] = 0xFFFFFFFF - i;
    words[2][i] = 3;
    words[3][i] = i * i;
  }
  const sim::PhiloxBatch<8> counters = words;
  sim::philox4x32(words, {5, 0xFFFFFFFF});
  for (std::size_t i = 0; i < 8; ++i) {
    const auto block = sim::philox4x32(
        {counters[0][i], counters[1][i], counters[2][i], counters[3][i]}, {5, 0xFFFFFFFF});
    CHECK(block == std::array{words[0][i], words[1][i], words[2][i], words[3][i]});
  }
}
