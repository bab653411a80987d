#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/near_keys.hpp"
#include "sim/piles.hpp"

namespace ficap::sim {

/// Keys of events to come, the first of which is wanted again and again: the near ones sorted, the
/// far ones without order in piles, one for each stretch of time.
///
/// Where many are pending, a heap of all is searched from top to bottom at every event, and where
/// it is tens of thousands, through memory that the nearest caches of a processor do not hold. Here
/// a key is laid on its pile, rests there untouched, and is sorted in with the others of its pile
/// when their time has come near: few are near at once, and the cost of an event hardly grows with
/// those pending. Where few are pending, all are near.
///
/// Which keys are near never matters to the order in which they come out.
///
/// push, remove and settle take constant time on average over many where events are spread over
/// time, logarithmic time where many are at one instant; none allocates for long once as many have
/// been pending before.
///
/// @tparam Key as NearKeys and Piles ask for; `time` is below 2^63 and comes first in the order
template <class Key>
class EventSet {
 public:
  [[nodiscard]] bool empty() const noexcept { return size() == 0; }
  [[nodiscard]] std::size_t size() const noexcept { return near_.size() + far_.size(); }

  /// @pre no key inside has key.slot()
  void push(Key key) {
    if (key.time >= near_until_) {
      far_.add(pile_of(key.time), key);
      return;
    }
    near_.push(key);
    if (near_.size() > crowded_) lay_out();
  }

  /// Brings the next pile near where nothing is.
  /// @param soon is called with slots whose keys will come first before long
  template <class Soon>
  void settle(Soon&& soon) {
    while (near_.empty() && far_.size() > 0)
      bring_next_near(soon);
  }

  /// @pre not empty, settled
  [[nodiscard]] const Key& first() const { return near_.first(); }

  /// Takes out the first key; the set is unsettled until the next settle.
  /// @pre not empty, settled
  void remove_first() { near_.remove_first(); }

  /// Takes out the key with this slot; the set is unsettled until the next settle.
  /// @pre it is inside
  void remove(std::uint32_t slot) {
    if (far_.holds(slot)) {
      far_.remove(pile_of(far_.key_of(slot).time), slot);
    } else {
      near_.remove(slot);
    }
  }

  /// @returns the key with this slot
  /// @pre it is inside
  [[nodiscard]] const Key& key_of(std::uint32_t slot) const {
    return far_.holds(slot) ? far_.key_of(slot) : near_.key_of(slot);
  }

  /// Keeps the memory.
  void clear() {
    near_.clear();
    for (std::size_t pile = 0; pile < far_.count(); ++pile)
      far_.empty_out(pile, [](const Key& /*key*/) {});
    near_until_ = everything;
    crowded_ = few;
  }

 private:
  static constexpr std::uint64_t everything = UINT64_MAX;
  static constexpr std::size_t few = 32;    ///< so many are well off as near ones
  static constexpr std::size_t a_pile = 2;  ///< keys, on average over all piles

  /// @param time that is not near
  /// @returns its pile; the last is for all that is later still
  [[nodiscard]] std::size_t pile_of(std::uint64_t time) const noexcept {
    return std::min<std::uint64_t>((time - start_) >> width_bits_, far_.count() - 1);
  }

  /// @pre nothing is near, something is far
  template <class Soon>
  void bring_next_near(Soon&& soon) {
    ++current_;
    if (current_ + 1 == far_.count()) {
      lay_out();
      return;
    }
    far_.prefetch(current_ + 2);
    near_until_ = start_ + ((std::uint64_t{current_} + 1) << width_bits_);
    far_.empty_out(current_, [&](const Key& key) {
      soon(key.slot());
      near_.push(key);
    });
  }

  /// Puts every key in its place: all near where they are few, otherwise piles as wide as suits
  /// what is pending. Rare: what it costs is spread over the many pushes and removals that come
  /// before the next time.
  [[gnu::cold]] void lay_out() {
    all_.clear();
    near_.for_each([&](const Key& key) { all_.push_back(key); });
    near_.clear();
    for (std::size_t pile = 0; pile < far_.count(); ++pile)
      far_.empty_out(pile, [&](const Key& key) { all_.push_back(key); });

    near_until_ = everything;
    if (all_.size() > few) make_piles_for(all_);
    for (const Key& key : all_) {
      if (key.time < near_until_) {
        near_.push(key);
      } else {
        far_.add(pile_of(key.time), key);
      }
    }
    crowded_ = std::max(few, 2 * near_.size() + size() / 16);
  }

  void make_piles_for(const std::vector<Key>& keys) {
    start_ = everything;
    std::uint64_t latest = 0;
    for (const Key& key : keys) {
      start_ = std::min(start_, key.time);
      latest = std::max(latest, key.time);
    }
    double ahead = 0.0;
    for (const Key& key : keys)
      ahead += static_cast<double>(key.time - start_);
    // At most four times the mean, so that a few events decades away do not widen the piles.
    const double mean = ahead / static_cast<double>(keys.size());
    const double span = std::min(4.0 * mean, static_cast<double>(latest - start_));
    const std::size_t piles = keys.size() / a_pile;
    const auto width = static_cast<std::uint64_t>(span / static_cast<double>(piles));
    width_bits_ = width == 0 ? 0 : 63U - static_cast<unsigned>(__builtin_clzll(width));
    far_.reset(piles + 1);
    current_ = 0;
    near_until_ = start_ + (std::uint64_t{1} << width_bits_);
  }

  NearKeys<Key> near_;
  Piles<Key> far_;                        ///< the last pile is for all that is beyond the others
  std::uint64_t near_until_{everything};  ///< times before it are near
  std::size_t crowded_{few};              ///< with more near, everything is laid out anew
  std::uint64_t start_{0};                ///< of the first pile
  unsigned width_bits_{0};                ///< a pile is for 2^width_bits_ of time
  std::size_t current_{0};                ///< the pile that is near
  std::vector<Key> all_;                  ///< while they are laid out; kept for its memory
};

}  // namespace ficap::sim
