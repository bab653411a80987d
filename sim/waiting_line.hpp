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
/// Whoever joins behind everyone in the queue is appended to it: first come, first served costs no
/// comparison of many. Whoever has to stand before one of them goes to a heap beside the queue. The
/// front of the line is the front of one of the two.
///
/// join, leave and take_front take constant time for those in the queue and time logarithmic in
/// the length of the heap for the others; none allocates once the line has been as long before.
template <class Item>
class WaitingLine {
 public:
  using Handle = sim::Handle;

  [[nodiscard]] bool empty() const noexcept { return size() == 0; }
  [[nodiscard]] std::size_t size() const noexcept { return queued_ + heap_.size(); }

  Handle join(Place place, const Item& item) {
    const bool behind_all = queued_ == 0 || !before(place, standing_[back_].place);
    const auto [handle, standing] = standing_.open();
    standing.item = item;
    standing.place = place;
    standing.sequence = next_sequence_++;
    standing.queued = behind_all;
    if (behind_all) {
      standing.ahead = back_;
      (queued_++ == 0 ? front_ : standing_[back_].behind) = handle.slot;
      back_ = handle.slot;
    } else {
      heap_.push(Key{place, standing.sequence, handle.slot});
    }
    return handle;
  }

  /// @pre contains(handle)
  Item leave(Handle handle) {
    FICAP_EXPECTS(standing_.holds(handle));
    return take(handle.slot);
  }

  [[nodiscard]] bool contains(Handle handle) const noexcept { return standing_.holds(handle); }

  /// The item may change; its place may not.
  /// @pre contains(handle)
  [[nodiscard]] Item& at(Handle handle) {
    FICAP_EXPECTS(standing_.holds(handle));
    return standing_[handle.slot].item;
  }
  [[nodiscard]] const Item& at(Handle handle) const {
    FICAP_EXPECTS(standing_.holds(handle));
    return standing_[handle.slot].item;
  }

  /// @pre contains(handle)
  [[nodiscard]] Place place_of(Handle handle) const {
    FICAP_EXPECTS(standing_.holds(handle));
    return standing_[handle.slot].place;
  }

  /// @pre not empty
  [[nodiscard]] const Item& front() const { return standing_[slot_of_front()].item; }

  /// @pre not empty
  [[nodiscard]] Handle handle_of_front() const { return standing_.handle_of(slot_of_front()); }

  /// @pre not empty
  [[nodiscard]] Place place_of_front() const { return standing_[slot_of_front()].place; }

  /// @pre not empty
  Item take_front() { return take(slot_of_front()); }

  /// Calls visit(handle, item) for everyone in line, in an order that is the same for the same
  /// history of joining and leaving, and is not the order of the line. The line must not change
  /// meanwhile.
  template <class Visit>
  void for_each(Visit&& visit) const {
    std::uint32_t slot = front_;
    for (std::size_t i = 0; i < queued_; ++i, slot = standing_[slot].behind)
      visit(standing_.handle_of(slot), standing_[slot].item);
    heap_.for_each([&](const Key& key) {
      visit(standing_.handle_of(key.slot()), standing_[key.slot()].item);
    });
  }

  /// Everyone leaves. Keeps the memory; handles from before are stale.
  void clear() {
    heap_.clear();
    standing_.clear();
    queued_ = 0;
    next_sequence_ = 0;
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;

  struct Standing {
    Item item;
    Place place;
    std::uint64_t sequence{};
    std::uint32_t ahead{};  ///< neighbours in the queue, by slot; mean something inside it
    std::uint32_t behind{};
    bool queued{};
  };

  struct Key {
    Place place;
    std::uint64_t sequence{};
    std::uint32_t slot_number{};

    [[nodiscard]] static Key last() noexcept {
      return {{UINT64_MAX, UINT64_MAX}, UINT64_MAX, none};
    }
    [[nodiscard]] std::uint32_t slot() const noexcept { return slot_number; }
    [[nodiscard]] static bool before(const Key& a, const Key& b) noexcept {
      if (a.place.first != b.place.first) return a.place.first < b.place.first;
      if (a.place.second != b.place.second) return a.place.second < b.place.second;
      return a.sequence < b.sequence;
    }
  };

  [[nodiscard]] static bool before(const Place& a, const Place& b) noexcept {
    return a.first != b.first ? a.first < b.first : a.second < b.second;
  }

  [[nodiscard]] std::uint32_t slot_of_front() const {
    if (heap_.empty()) {
      FICAP_EXPECTS(queued_ > 0);
      return front_;
    }
    const Key& key = heap_.first();
    if (queued_ == 0) return key.slot();
    const Standing& queue = standing_[front_];
    return Key::before(key, Key{queue.place, queue.sequence, front_}) ? key.slot() : front_;
  }

  Item take(std::uint32_t slot) {
    const Standing& leaver = standing_[slot];
    if (leaver.queued) {
      --queued_;
      if (queued_ > 0) {
        (slot == front_ ? front_ : standing_[leaver.ahead].behind) = leaver.behind;
        (slot == back_ ? back_ : standing_[leaver.behind].ahead) = leaver.ahead;
      }
    } else {
      heap_.remove(slot);
      heap_.settle();
    }
    Item item = std::move(standing_[slot].item);
    standing_.release(slot);
    return item;
  }

  Slots<Standing> standing_;
  IndexedHeap<Key> heap_;
  std::uint32_t front_{
      none};  ///< of the queue; front_ and back_ mean something while it is not empty
  std::uint32_t back_{none};
  std::size_t queued_{0};
  std::uint64_t next_sequence_{0};
};

}  // namespace ficap::sim
