#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/cache_aligned.hpp"
#include "sim/expects.hpp"

namespace ficap::sim {

/// A 4-ary heap of keys that knows where each key stands, so any key can be taken out.
///
/// The root stands at index 3: then the four children of i, 4 (i - 2) to 4 (i - 2) + 3, begin a
/// multiple of four and, for 16-byte keys, share one cache line. The smallest child is found
/// without branches, which no processor could predict; the last family is filled up with keys that
/// come after every other, so that it needs no branch either. Taking the first key leaves a hole
/// that the next push fills: one pass down the heap for the two, which is what a simulation does
/// at almost every event.
///
/// @tparam Key a small value with slot() (below 2^24, unique among the keys inside), before(a, b),
///             a strict total order, and last(), which comes after every key that is put in
template <class Key>
class IndexedHeap {
 public:
  [[nodiscard]] bool empty() const noexcept { return size() == 0; }
  [[nodiscard]] std::size_t size() const noexcept { return count_ - (hole_ ? 1 : 0); }

  /// @pre no key inside has key.slot()
  void push(Key key) {
    if (key.slot() >= positions_.size()) make_place_for(key.slot());
    if (hole_) {
      hole_ = false;
      sift_down(root, key);
      return;
    }
    if (keys_.size() < root + count_ + family) grow();
    ++count_;
    sift_up(root + count_ - 1, key);
  }

  /// Puts the last key into the hole that a removal of the first left, if nothing else has.
  void settle() noexcept {
    if (!hole_) return;
    hole_ = false;
    const Key key = take_last();
    if (count_ > 0) sift_down(root, key);
  }

  /// @pre not empty, settled
  [[nodiscard]] const Key& first() const {
    FICAP_EXPECTS(!hole_ && count_ > 0);
    return keys_[root];
  }

  /// Takes out the first key; the heap is unsettled until the next push or settle.
  /// @pre not empty, settled
  void remove_first() {
    FICAP_EXPECTS(!hole_ && count_ > 0);
    hole_ = true;
  }

  /// Takes out the key with this slot; where it was the first, as remove_first.
  /// @pre it is inside
  void remove(std::uint32_t slot) {
    FICAP_EXPECTS(slot < positions_.size());
    const std::size_t at = positions_[slot];
    FICAP_EXPECTS(at >= root && at < root + count_ && keys_[at].slot() == slot);
    if (at == root) {
      FICAP_EXPECTS(!hole_);
      hole_ = true;
      return;
    }
    // The hole at the root, if there is one, keeps its old key, which stands before every other:
    // the rest is a heap beneath it and needs no repair first.
    const Key last = take_last();
    if (at == root + count_) return;
    if (Key::before(last, keys_[parent(at)])) {
      sift_up(at, last);
    } else {
      sift_down(at, last);
    }
  }

  /// @returns the key with this slot
  /// @pre it is inside
  [[nodiscard]] const Key& key_of(std::uint32_t slot) const {
    FICAP_EXPECTS(slot < positions_.size());
    const std::size_t at = positions_[slot];
    FICAP_EXPECTS(at >= root + (hole_ ? 1 : 0) && at < root + count_ && keys_[at].slot() == slot);
    return keys_[at];
  }

  /// Calls visit(key) for each key, in the order of the heap's array: the same for the same
  /// history of operations, and otherwise without meaning.
  template <class Visit>
  void for_each(Visit&& visit) const {
    for (std::size_t i = root + (hole_ ? 1 : 0); i < root + count_; ++i)
      visit(keys_[i]);
  }

  /// Keeps the memory.
  void clear() noexcept {
    while (count_ > 0)
      static_cast<void>(take_last());
    hole_ = false;
  }

 private:
  static constexpr std::size_t root = 3;
  static constexpr std::size_t family = 4;  ///< children of one parent

  [[nodiscard]] static constexpr std::size_t parent(std::size_t i) noexcept { return i / 4 + 2; }
  [[nodiscard]] static constexpr std::size_t first_child(std::size_t i) noexcept {
    return (i - 2) * 4;
  }

  void put(std::size_t at, const Key& key) noexcept {
    keys_[at] = key;
    positions_[key.slot()] = static_cast<std::uint32_t>(at);
  }

  void sift_up(std::size_t i, Key key) noexcept {
    while (i > root && Key::before(key, keys_[parent(i)])) {
      put(i, keys_[parent(i)]);
      i = parent(i);
    }
    put(i, key);
  }

  void sift_down(std::size_t i, Key key) noexcept {
    const Key* const keys = keys_.data();
    const std::size_t end = root + count_;
    for (std::size_t child = first_child(i); child < end; child = first_child(i)) {
      const std::size_t a = child + (Key::before(keys[child + 1], keys[child]) ? 1 : 0);
      const std::size_t b = child + 2 + (Key::before(keys[child + 3], keys[child + 2]) ? 1 : 0);
      const std::size_t swap =
          std::size_t{0} - static_cast<std::size_t>(Key::before(keys[b], keys[a]));
      const std::size_t least = a ^ ((a ^ b) & swap);
      const Key next = keys[least];
      if (!Key::before(next, key)) break;
      put(i, next);
      i = least;
    }
    put(i, key);
  }

  [[nodiscard]] Key take_last() noexcept {
    --count_;
    const Key key = keys_[root + count_];
    keys_[root + count_] = Key::last();
    return key;
  }

  [[gnu::cold]] void make_place_for(std::uint32_t slot) {
    positions_.resize(std::size_t{slot} + 1);
  }
  [[gnu::cold]] void grow() {
    keys_.resize(std::max(first_child(root) + family, 2 * keys_.size()), Key::last());
  }

  std::vector<Key, CacheAligned<Key>> keys_;  ///< behind the last, a family of last() at least
  std::vector<std::uint32_t> positions_;      ///< by slot
  std::size_t count_{0};                      ///< keys, the hole included
  bool hole_{false};                          ///< the root has been taken and not yet replaced
};

}  // namespace ficap::sim
