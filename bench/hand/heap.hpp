#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

namespace ficap::bench::hand {

/// Events as keys of 128 bits, (time, sequence, what, who), in a 4-ary heap with positions.
///
/// @tparam capacity more than are ever pending, and of handles
class Heap {
 public:
  __extension__ using Key = unsigned __int128;

  explicit Heap(std::size_t capacity) : keys_(capacity + 8), positions_(capacity) {}

  static double time(Key key) {
    const auto bits = static_cast<std::uint64_t>(key >> 64U);
    double t = 0.0;
    std::memcpy(&t, &bits, sizeof t);
    return t;
  }
  static std::uint32_t handle(Key key) { return static_cast<std::uint32_t>(key) & 0xFFFFFFU; }

  [[nodiscard]] bool empty() const { return count_ == (hole_ ? 1U : 0U); }

  /// @param at >= +0.0, so that its bits are in its order
  void push(double at, std::uint32_t handle) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &at, sizeof bits);
    const Key key = (Key{bits} << 64U) | (sequence_++ << 24U) | handle;
    if (hole_) {
      hole_ = false;
      down(root, key);
    } else {
      up(root + count_++, key);
    }
  }

  /// Its place is filled by the next push.
  Key pop() {
    flush();
    hole_ = true;
    return keys_[root];
  }

  void cancel(std::uint32_t handle) {
    const std::size_t i = positions_[handle];
    const Key last = keys_[root + --count_];
    if (i == root + count_) return;
    if (last < keys_[i / 4 + 2]) {
      up(i, last);
    } else {
      down(i, last);
    }
  }

 private:
  static constexpr std::size_t root = 3;

  void flush() {
    if (!hole_) return;
    hole_ = false;
    const Key last = keys_[root + --count_];
    if (count_ > 0) down(root, last);
  }
  void put(std::size_t i, Key key) {
    keys_[i] = key;
    positions_[handle(key)] = static_cast<std::uint32_t>(i);
  }
  void up(std::size_t i, Key key) {
    for (; i > root && key < keys_[i / 4 + 2]; i = i / 4 + 2)
      put(i, keys_[i / 4 + 2]);
    put(i, key);
  }
  void down(std::size_t i, Key key) {
    const std::size_t end = root + count_;
    for (;;) {
      const std::size_t c = (i - 2) * 4;
      if (c >= end) break;
      std::size_t least = c;
      if (c + 4 <= end) {
        const std::size_t a = c + static_cast<std::size_t>(keys_[c + 1] < keys_[c]);
        const std::size_t b = c + 2 + static_cast<std::size_t>(keys_[c + 3] < keys_[c + 2]);
        least = keys_[b] < keys_[a] ? b : a;
      } else {
        for (std::size_t k = c + 1; k < end; ++k)
          if (keys_[k] < keys_[least]) least = k;
      }
      if (!(keys_[least] < key)) break;
      put(i, keys_[least]);
      i = least;
    }
    put(i, key);
  }

  std::vector<Key> keys_;
  std::vector<std::uint32_t> positions_;
  std::size_t count_{0};
  std::uint64_t sequence_{0};
  bool hole_{false};
};

}  // namespace ficap::bench::hand
