#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "sim/elementary.hpp"
#include "sim/expects.hpp"
#include "sim/philox.hpp"
#include "sim/quantiles.hpp"

namespace ficap::sim {

/// Names one sequence of random numbers: which study, which replication, which purpose, which
/// thing, its how-manieth, and which part of that.
///
/// Two alternatives that meet the same thing draw the same numbers for it, whatever else they
/// do: common random numbers without bookkeeping. Every field matters; two addresses that differ
/// in any of them name unrelated sequences.
struct Address {
  std::uint64_t seed{};
  std::uint32_t replication{};  ///< below 2^24
  std::uint8_t purpose{};
  std::uint32_t id{};  ///< stable: from names (stable_hash, combine), never from a place in a list
  std::uint32_t ordinal{};
  std::uint16_t sub{};
};

/// @returns 52 of 64 random bits as a number on the open interval (0, 1), an odd multiple of 2^-53
[[nodiscard]] inline double open_unit(std::uint32_t high, std::uint32_t low) noexcept {
  const std::uint64_t bits = (std::uint64_t{high} << 32U) | low;
  // The bits as a mantissa make a number on [1, 2): every step is exact, and fit for vectors.
  return (double_of_bits((bits >> 12U) | 0x3FF0000000000000U) - 1.0) + 0x1p-53;
}

/// The sequence at one address, made of Philox blocks as they are asked for.
///
/// The address fills the counter from its top word down: {replication : 24 | purpose : 8}, id,
/// ordinal, {draw : 16 | sub : 16}; the seed is the key. A block gives two numbers, so a sequence
/// ends, by contract, after 131,072 of them.
class Stream {
 public:
  /// @pre address.replication < 2^24
  explicit Stream(const Address& address)
      : counter_{address.sub,
                 address.ordinal,
                 address.id,
                 (address.replication << 8U) | address.purpose},
        key_{static_cast<std::uint32_t>(address.seed),
             static_cast<std::uint32_t>(address.seed >> 32U)} {
    FICAP_EXPECTS(address.replication < (1U << 24U));
  }

  /// @returns the next uniform on the open interval (0, 1), a multiple of 2^-53, so log() and a
  ///          quantile function are always finite
  [[nodiscard]] double uniform() {
    if (half_left_) {
      half_left_ = false;
      return second_;
    }
    FICAP_EXPECTS(draw_ < (1U << 16U));
    const auto block =
        philox4x32({(draw_ << 16U) | counter_[0], counter_[1], counter_[2], counter_[3]}, key_);
    ++draw_;
    half_left_ = true;
    second_ = open_unit(block[2], block[3]);
    return open_unit(block[0], block[1]);
  }

  /// @returns an exponential of mean 1, by inversion of one uniform
  [[nodiscard]] double exponential() { return -log_of_normal(uniform()); }

  /// @returns a standard normal, by inversion of one uniform
  [[nodiscard]] double normal() { return normal_quantile(uniform()); }

 private:
  std::array<std::uint32_t, 4> counter_;
  std::array<std::uint32_t, 2> key_;
  std::uint32_t draw_{0};
  bool half_left_{false};
  double second_{};
};

/// Two ids made one: every bit of both changes every bit of the result with probability one half
/// (the finaliser of splitmix64). Not symmetric: (a, b) and (b, a) differ.
[[nodiscard]] constexpr std::uint32_t combine(std::uint32_t first, std::uint32_t second) noexcept {
  std::uint64_t z = ((std::uint64_t{first} << 32U) | second) + 0x9E3779B97F4A7C15U;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return static_cast<std::uint32_t>((z ^ (z >> 31U)) >> 32U);
}

/// The id of a name: 64-bit FNV-1a, then well mixed down to 32 bits.
///
/// The same on every machine and for ever, since results depend on it. Among n names the chance
/// that any two share an id is about n^2 / 2^33; whoever makes ids checks that none do.
[[nodiscard]] constexpr std::uint32_t stable_hash(std::string_view name) noexcept {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : name) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001B3U;
  }
  return combine(static_cast<std::uint32_t>(hash >> 32U), static_cast<std::uint32_t>(hash));
}

}  // namespace ficap::sim
