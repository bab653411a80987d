#pragma once

#include <cstdint>

namespace ficap::test {

/// A key as a calendar makes them, without its calendar: a time, and a rest whose lowest 24 bits
/// are the slot.
struct EventKey {
  std::uint64_t time;
  std::uint64_t rest;
  [[nodiscard]] std::uint32_t slot() const { return static_cast<std::uint32_t>(rest & 0xFFFFFF); }
  [[nodiscard]] static EventKey last() { return {UINT64_MAX, UINT64_MAX}; }
  [[nodiscard]] static bool before(const EventKey& a, const EventKey& b) {
    return a.time != b.time ? a.time < b.time : a.rest < b.rest;
  }
};

}  // namespace ficap::test
