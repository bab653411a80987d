#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace ficap::sim {

inline constexpr std::uint64_t philox_multiplier_0 = 0xD2511F53;
inline constexpr std::uint64_t philox_multiplier_1 = 0xCD9E8D57;
inline constexpr std::uint32_t philox_weyl_0 = 0x9E3779B9;  // golden ratio
inline constexpr std::uint32_t philox_weyl_1 = 0xBB67AE85;  // sqrt(3) - 1

/// Philox4x32-10: a block of random bits as a pure function of a counter and a key.
///
/// Source: Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3",
/// SC'11. Known answers: tests/sim/philox_test.cpp.
[[nodiscard]] [[gnu::always_inline]] constexpr std::array<std::uint32_t, 4> philox4x32(
    std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) noexcept {
  const auto mix = [&] {
    const std::uint64_t p0 = philox_multiplier_0 * counter[0];
    const std::uint64_t p1 = philox_multiplier_1 * counter[2];
    // What does not wait for the products comes first: each round waits for the one before it.
    counter = {static_cast<std::uint32_t>(p1 >> 32U) ^ (counter[1] ^ key[0]),
               static_cast<std::uint32_t>(p1),
               static_cast<std::uint32_t>(p0 >> 32U) ^ (counter[3] ^ key[1]),
               static_cast<std::uint32_t>(p0)};
    key[0] += philox_weyl_0;
    key[1] += philox_weyl_1;
  };
  // Written out: as a loop, a round takes 19 instructions instead of 12.
  mix(), mix(), mix(), mix(), mix();
  mix(), mix(), mix(), mix(), mix();
  return counter;
}

/// Counters, or blocks, of many draws: word by word, so that compilers make vectors of them.
template <std::size_t N>
using PhiloxBatch = std::array<std::array<std::uint32_t, N>, 4>;

/// The same function of every counter in a batch, in place.
template <std::size_t N>
void philox4x32(PhiloxBatch<N>& words, std::array<std::uint32_t, 2> key) noexcept {
  for (int round = 0; round < 10; ++round) {
    for (std::size_t i = 0; i < N; ++i) {
      const std::uint64_t p0 = philox_multiplier_0 * words[0][i];
      const std::uint64_t p1 = philox_multiplier_1 * words[2][i];
      words[0][i] = static_cast<std::uint32_t>(p1 >> 32U) ^ words[1][i] ^ key[0];
      words[1][i] = static_cast<std::uint32_t>(p1);
      words[2][i] = static_cast<std::uint32_t>(p0 >> 32U) ^ words[3][i] ^ key[1];
      words[3][i] = static_cast<std::uint32_t>(p0);
    }
    key[0] += philox_weyl_0;
    key[1] += philox_weyl_1;
  }
}

}  // namespace ficap::sim
