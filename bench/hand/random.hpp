#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace ficap::bench::hand {

/// xoshiro256++ (Blackman & Vigna, 2021), started by splitmix64: one generator for a whole run,
/// nothing addressed.
class Generator {
 public:
  explicit Generator(std::uint64_t seed) {
    for (std::uint64_t& word : state_) {
      seed += 0x9E3779B97F4A7C15U;
      std::uint64_t z = seed;
      z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
      z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
      word = z ^ (z >> 31U);
    }
  }

  std::uint64_t operator()() {
    const std::uint64_t result = rotated(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t t = state_[1] << 17U;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = rotated(state_[3], 45);
    return result;
  }

  /// On (0, 1).
  double uniform() {
    return (static_cast<double>(static_cast<std::int64_t>((*this)() >> 12U)) + 0.5) * 0x1p-52;
  }

 private:
  static std::uint64_t rotated(std::uint64_t x, unsigned by) {
    return (x << by) | (x >> (64U - by));
  }
  std::array<std::uint64_t, 4> state_{};
};

/// Exponentials of mean 1 by the ziggurat of Marsaglia & Tsang (2000), 256 layers.
class Ziggurat {
 public:
  Ziggurat() {
    constexpr double edge = 7.69711747013104972;
    constexpr double area = 3.949659822581572e-3;
    double x = edge;
    const double base = area / std::exp(-edge);
    width_[0] = base;
    threshold_[0] = edge / base;
    width_[1] = edge;
    height_[0] = 0.0;
    height_[1] = std::exp(-edge);
    for (std::size_t i = 2; i < 256; ++i) {
      const double next = -std::log(area / x + std::exp(-x));
      threshold_[i - 1] = next / x;
      width_[i] = next;
      height_[i] = std::exp(-next);
      x = next;
    }
    threshold_[255] = 0.0;
    height_[256] = 1.0;
  }

  double operator()(Generator& bits) const {
    const std::uint64_t draw = bits();
    const std::size_t i = draw & 255U;
    const double u = static_cast<double>(static_cast<std::int64_t>(draw >> 11U)) * 0x1p-53;
    if (u < threshold_[i]) return u * width_[i];
    return rare(bits, i, u);
  }

 private:
  [[gnu::noinline]] double rare(Generator& bits, std::size_t i, double u) const {
    if (i == 0) return width_[1] - std::log(bits.uniform());
    const double x = u * width_[i];
    const double y = height_[i] + bits.uniform() * (height_[i + 1] - height_[i]);
    return y < std::exp(-x) ? x : (*this)(bits);
  }

  std::array<double, 256> width_{};
  std::array<double, 256> threshold_{};  ///< below it a layer is all under the curve
  std::array<double, 257> height_{};
};

}  // namespace ficap::bench::hand
