#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include "sim/expects.hpp"
#include "sim/indexed_heap.hpp"
#include "sim/slots.hpp"

namespace ficap::sim {

/// Where someone stands in a line: by `first`, then `second`, smallest in front; then by order of
/// joining. What the numbers mean is the caller's policy.
struct Place {
  std::uint64_t first{};
  std::uint64_t second{};
  friend constexpr bool operator==(const Place&, const Place&) = default;
};

/// An ordered line from which anyone can leave. No policy inside.
///
/// join, leave and take_front take time logarithmic in the length of the line; none allocates once
/// the line has been as long before.
template <class Item>
class WaitingLine {
 public:
  using Handle = sim::Handle;

  [[nodiscard]] bool empty() const noexcept { return heap_.empty(); }
  [[nodiscard]] std::size_t size() const noexcept { return heap_.size(); }

  Handle join(Place place, Item item) {
    const Handle handle = items_.put(std::move(item));
    heap_.push(Key{place, next_sequence_++, handle.slot});
    return handle;
  }

  /// @pre contains(handle)
  Item leave(Handle handle) {
    FICAP_EXPECTS(items_.holds(handle));
    heap_.remove(handle.slot);
    heap_.settle();
    return items_.take(handle.slot);
  }

  [[nodiscard]] bool contains(Handle handle) const noexcept { return items_.holds(handle); }

  /// The item may change; its place may not.
  /// @pre contains(handle)
  [[nodiscard]] Item& at(Handle handle) {
    FICAP_EXPECTS(items_.holds(handle));
    return items_[handle.slot];
  }
  [[nodiscard]] const Item& at(Handle handle) const {
    FICAP_EXPECTS(items_.holds(handle));
    return items_[handle.slot];
  }

  /// @pre contains(handle)
  [[nodiscard]] Place place_of(Handle handle) const {
    FICAP_EXPECTS(items_.holds(handle));
    return heap_.key_of(handle.slot).place;
  }

  /// @pre not empty
  [[nodiscard]] const Item& front() const { return items_[heap_.first().slot()]; }

  /// @pre not empty
  [[nodiscard]] Handle handle_of_front() const { return items_.handle_of(heap_.first().slot()); }

  /// @pre not empty
  Item take_front() {
    const std::uint32_t slot = heap_.first().slot();
    heap_.remove_first();
    heap_.settle();
    return items_.take(slot);
  }

  /// Calls visit(handle, item) for everyone in line, in an order that is the same for the same
  /// history of joining and leaving, and is not the order of the line. The line must not change
  /// meanwhile.
  template <class Visit>
  void for_each(Visit&& visit) const {
    heap_.for_each(
        [&](const Key& key) { visit(items_.handle_of(key.slot()), items_[key.slot()]); });
  }

  /// Everyone leaves. Keeps the memory; handles from before are stale.
  void clear() {
    heap_.clear();
    items_.clear();
    next_sequence_ = 0;
  }

 private:
  struct Key {
    Place place;
    std::uint64_t sequence{};
    std::uint32_t slot_number{};

    [[nodiscard]] std::uint32_t slot() const noexcept { return slot_number; }
    [[nodiscard]] static bool before(const Key& a, const Key& b) noexcept {
      if (a.place.first != b.place.first) return a.place.first < b.place.first;
      if (a.place.second != b.place.second) return a.place.second < b.place.second;
      return a.sequence < b.sequence;
    }
  };

  IndexedHeap<Key> heap_;
  Slots<Item> items_;
  std::uint64_t next_sequence_{0};
};

}  // namespace ficap::sim
