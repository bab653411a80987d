#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "sim/expects.hpp"
#include "sim/indexed_heap.hpp"

namespace ficap::sim {

/// Few keys, the first of which is wanted again and again: sorted, the first at the end, so that
/// taking it moves nothing and a new one moves only those that come before it.
///
/// For a dozen keys nothing is faster, for a thousand hardly anything slower. So whatever comes
/// while `most` are sorted waits in a heap beside them: many at once, all at one instant for
/// example, cost what a heap costs.
///
/// @tparam Key as IndexedHeap asks for, of two words, `time` and `rest`
template <class Key>
class NearKeys {
 public:
  [[nodiscard]] bool empty() const noexcept { return size() == 0; }
  [[nodiscard]] std::size_t size() const noexcept { return sorted_ + heap_.size(); }

  /// @pre no key inside has key.slot()
  void push(Key key) {
    if (sorted_ == most) return push_beside(key);
    Key* at = keys_.data() + sorted_++;
    // keys_[0] comes after every other, so the search ends there. A key is moved as its two words:
    // read in one piece, it would wait for the words that have just been written.
    for (Key next = *at; Key::before(next, key); next = *--at)
      at[1] = Key{next.time, next.rest};
    at[1] = Key{key.time, key.rest};
  }

  /// @pre not empty
  [[nodiscard]] const Key& first() const {
    if (!heap_.empty()) return first_of_both();
    FICAP_EXPECTS(sorted_ > 0);
    return keys_[sorted_];
  }

  /// @pre not empty
  void remove_first() {
    if (!heap_.empty()) return remove_first_of_both();
    FICAP_EXPECTS(sorted_ > 0);
    --sorted_;
  }

  /// Takes out the key with this slot.
  /// @pre it is inside
  void remove(std::uint32_t slot) {
    const std::size_t at = place_of(slot);
    if (at == 0) {
      remove_beside(slot);
      return;
    }
    std::copy(keys_.data() + at + 1, keys_.data() + sorted_ + 1, keys_.data() + at);
    --sorted_;
  }

  /// @returns the key with this slot
  /// @pre it is inside
  [[nodiscard]] const Key& key_of(std::uint32_t slot) const {
    const std::size_t at = place_of(slot);
    return at == 0 ? heap_.key_of(slot) : keys_[at];
  }

  /// Calls visit(key) for each key, in an order without meaning.
  template <class Visit>
  void for_each(Visit&& visit) const {
    for (std::size_t i = 1; i <= sorted_; ++i)
      visit(keys_[i]);
    heap_.for_each(visit);
  }

  /// Keeps the memory.
  void clear() noexcept {
    sorted_ = 0;
    heap_.clear();
  }

 private:
  static constexpr std::size_t most = 63;  ///< that are sorted

  /// @pre the heap is not empty
  [[nodiscard]] bool heap_is_first() const {
    return sorted_ == 0 || Key::before(heap_.first(), keys_[sorted_]);
  }
  [[gnu::cold]] [[gnu::noinline]] void push_beside(Key key) { heap_.push(key); }
  [[gnu::cold]] [[gnu::noinline]] [[nodiscard]] const Key& first_of_both() const {
    return heap_is_first() ? heap_.first() : keys_[sorted_];
  }
  [[gnu::cold]] [[gnu::noinline]] void remove_beside(std::uint32_t slot) {
    heap_.remove(slot);
    heap_.settle();
  }
  [[gnu::cold]] [[gnu::noinline]] void remove_first_of_both() {
    if (!heap_is_first()) {
      --sorted_;
      return;
    }
    heap_.remove_first();
    heap_.settle();
  }

  /// @returns where among the sorted keys the one with this slot stands; 0 if it does not
  [[nodiscard]] std::size_t place_of(std::uint32_t slot) const noexcept {
    std::size_t at = sorted_;
    while (at > 0 && keys_[at].slot() != slot)
      --at;
    return at;
  }

  std::array<Key, most + 1> keys_{Key::last()};  ///< sorted from 1 on, the latest first
  std::size_t sorted_{0};
  IndexedHeap<Key> heap_;  ///< hardly ever in use: what it does is kept out of the way
};

}  // namespace ficap::sim
