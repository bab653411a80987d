#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "sim/expects.hpp"

namespace ficap::sim {

/// Names one thing kept in Slots. A default-constructed one names nothing. It goes stale when its
/// thing leaves, and is then recognised as stale (until the slot has been used 2^32 times more).
struct Handle {
  std::uint32_t slot{};
  std::uint32_t generation{};
  [[nodiscard]] explicit constexpr operator bool() const noexcept { return generation != 0; }
  friend constexpr bool operator==(const Handle&, const Handle&) = default;
};

/// Things that stay where they are put, in memory that is used again.
///
/// @tparam T default-constructible and assignable
template <class T>
class Slots {
 public:
  /// More slots than this do not fit the heap's keys.
  static constexpr std::uint32_t most = 1U << 24U;

  Handle put(T thing) {
    if (!free_.empty()) {
      const std::uint32_t slot = free_.back();
      free_.pop_back();
      cells_[slot].thing = std::move(thing);
      cells_[slot].used = true;
      return {slot, cells_[slot].generation};
    }
    FICAP_EXPECTS(cells_.size() < most);
    cells_.push_back({std::move(thing), 1, true});
    return {static_cast<std::uint32_t>(cells_.size() - 1), 1};
  }

  [[nodiscard]] bool holds(Handle handle) const noexcept {
    return handle.slot < cells_.size() && cells_[handle.slot].used &&
           cells_[handle.slot].generation == handle.generation;
  }

  /// @pre the slot is in use
  [[nodiscard]] Handle handle_of(std::uint32_t slot) const {
    FICAP_EXPECTS(slot < cells_.size() && cells_[slot].used);
    return {slot, cells_[slot].generation};
  }

  /// @pre the slot is in use
  [[nodiscard]] T& operator[](std::uint32_t slot) {
    FICAP_EXPECTS(slot < cells_.size() && cells_[slot].used);
    return cells_[slot].thing;
  }
  [[nodiscard]] const T& operator[](std::uint32_t slot) const {
    FICAP_EXPECTS(slot < cells_.size() && cells_[slot].used);
    return cells_[slot].thing;
  }

  /// @pre the slot is in use
  [[nodiscard]] T take(std::uint32_t slot) {
    FICAP_EXPECTS(slot < cells_.size() && cells_[slot].used);
    Cell& cell = cells_[slot];
    cell.used = false;
    ++cell.generation;
    if (cell.generation == 0) cell.generation = 1;  // 0 is the handle that names nothing
    free_.push_back(slot);
    return std::move(cell.thing);
  }

  /// Calls visit(handle, thing) for everything kept, in the order of the slots. Nothing may be put
  /// or taken meanwhile.
  template <class Visit>
  void for_each(Visit&& visit) {
    for (std::uint32_t slot = 0; slot < cells_.size(); ++slot) {
      if (cells_[slot].used) visit(Handle{slot, cells_[slot].generation}, cells_[slot].thing);
    }
  }

  /// Everything leaves; every handle is stale. Keeps the memory.
  void clear() {
    for (std::uint32_t slot = 0; slot < cells_.size(); ++slot) {
      if (cells_[slot].used) static_cast<void>(take(slot));
    }
  }

 private:
  struct Cell {
    T thing{};
    std::uint32_t generation{1};
    bool used{false};
  };
  std::vector<Cell> cells_;
  std::vector<std::uint32_t> free_;
};

}  // namespace ficap::sim
