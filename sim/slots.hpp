#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include "sim/cache_aligned.hpp"
#include "sim/expects.hpp"

namespace ficap::sim {

/// Names one thing kept in Slots. A default-constructed one names nothing. It goes stale when its
/// thing leaves, and is then recognised as stale (until the slot has been used 2^31 times more).
struct Handle {
  std::uint32_t slot{};
  std::uint32_t generation{};
  [[nodiscard]] explicit constexpr operator bool() const noexcept { return generation != 0; }
  friend constexpr bool operator==(const Handle&, const Handle&) = default;
};

/// Things that stay where they are put, in memory that is used again. A small one lies within one
/// line of the cache, a large one begins where a line does.
///
/// @tparam T default-constructible and assignable
template <class T>
class Slots {
 public:
  /// More slots than this do not fit the heap's keys.
  static constexpr std::uint32_t most = 1U << 24U;

  Handle put(T thing) {
    const Opened opened = open();
    opened.thing = std::move(thing);
    return opened.handle;
  }

  /// A slot just taken into use. What is in it is what was last, for the caller to overwrite.
  struct Opened {
    Handle handle;
    T& thing;  ///< until the next slot is opened
  };

  /// Puts something that is made where it stays. One that is made elsewhere and then copied costs
  /// more than all the rest: processors are slow to read in one piece what has just been written
  /// in several.
  [[nodiscard]] Opened open() {
    if (first_free_ == none) add_cell();
    const std::uint32_t slot = first_free_;
    Cell& cell = cells_[slot];
    first_free_ = cell.next_free;
    ++cell.generation;
    return {{slot, cell.generation}, cell.thing};
  }

  /// As open, but what is in it is as new.
  [[nodiscard]] Opened open_new() {
    const Opened opened = open();
    if constexpr (std::is_trivially_copyable_v<T>) {
      // Made where it stays, g++ clears it with one instruction that takes long to begin.
      static constexpr T as_new{};
      opened.thing = as_new;
    } else {
      std::destroy_at(&opened.thing);
      std::construct_at(&opened.thing);
    }
    return opened;
  }

  [[nodiscard]] bool holds(Handle handle) const noexcept {
    return handle.slot < made_ && cells_[handle.slot].generation == handle.generation &&
           in_use(handle.generation);
  }

  /// @returns how many were ever in use at once
  [[nodiscard]] std::size_t size() const noexcept { return made_; }

  /// @pre the slot is in use
  [[nodiscard]] Handle handle_of(std::uint32_t slot) const {
    return {slot, used_cell(slot).generation};
  }

  /// @pre the slot is in use
  [[nodiscard]] T& operator[](std::uint32_t slot) {
    FICAP_EXPECTS(slot < made_ && in_use(cells_[slot].generation));
    return cells_[slot].thing;
  }
  [[nodiscard]] const T& operator[](std::uint32_t slot) const { return used_cell(slot).thing; }

  /// @pre the slot is in use
  [[nodiscard]] T take(std::uint32_t slot) {
    T thing = std::move((*this)[slot]);
    release(slot);
    return thing;
  }

  /// Gives a slot back; its handles are stale.
  /// @pre the slot is in use
  void release(std::uint32_t slot) {
    FICAP_EXPECTS(slot < made_ && in_use(cells_[slot].generation));
    Cell& cell = cells_[slot];
    ++cell.generation;
    cell.next_free = first_free_;
    first_free_ = slot;
  }

  /// Asks for a slot from memory that will soon be looked at.
  void prefetch(std::uint32_t slot) const noexcept { __builtin_prefetch(cells_.data() + slot); }

  /// Calls visit(handle, thing) for everything kept, in the order of the slots. Nothing may be put
  /// or taken meanwhile.
  template <class Visit>
  void for_each(Visit&& visit) {
    for (std::uint32_t slot = 0; slot < made_; ++slot) {
      const std::uint32_t generation = cells_[slot].generation;
      if (in_use(generation)) visit(Handle{slot, generation}, cells_[slot].thing);
    }
  }

  /// Everything leaves; every handle is stale. Keeps the memory.
  void clear() {
    for (std::uint32_t slot = 0; slot < made_; ++slot) {
      if (in_use(cells_[slot].generation)) release(slot);
    }
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;

  static constexpr std::size_t line = 64;
  static constexpr std::size_t least = 2 * sizeof(std::uint32_t) + sizeof(T);

  struct alignas(least < line ? std::bit_ceil(least) : line) Cell {
    std::uint32_t generation{};  ///< odd while in use, so that 0 names nothing
    std::uint32_t next_free{};   ///< means something while not in use
    T thing{};
  };

  [[nodiscard]] static constexpr bool in_use(std::uint32_t generation) noexcept {
    return (generation & 1U) != 0;
  }
  [[nodiscard]] const Cell& used_cell(std::uint32_t slot) const {
    FICAP_EXPECTS(slot < made_ && in_use(cells_[slot].generation));
    return cells_[slot];
  }

  /// Apart, so that open() stays small.
  [[gnu::cold]] [[gnu::noinline]] void add_cell() {
    FICAP_EXPECTS(made_ < most);
    cells_.emplace_back();
    first_free_ = made_++;
    cells_[first_free_].next_free = none;
  }

  std::vector<Cell, CacheAligned<Cell>> cells_;
  std::uint32_t made_{0};  ///< of cells_; a vector divides to know its size
  std::uint32_t first_free_{none};
};

}  // namespace ficap::sim
