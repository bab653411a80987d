#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/cache_aligned.hpp"
#include "sim/expects.hpp"

namespace ficap::sim {

/// Piles of keys, each in no order, from which any key can be taken out.
///
/// A pile is a list of blocks of two cache lines, of which only the first may have room. To add a
/// key is to write into such a block, and nothing of the block needs to be read for it: a
/// processor does not wait for memory that it only writes.
///
/// @tparam Key of two words, `time` and `rest`, with slot(), unique among the keys inside. It is
///             handed on by value: in registers, and not through memory that was just written
template <class Key>
class Piles {
 public:
  /// Makes so many empty piles.
  /// @pre nothing is inside
  void reset(std::size_t count) {
    FICAP_EXPECTS(size_ == 0);
    piles_.assign(count, Pile{});
  }

  [[nodiscard]] std::size_t count() const noexcept { return piles_.size(); }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  /// @pre pile < count(), no key inside has key.slot()
  void add(std::size_t pile, Key key) {
    if (key.slot() >= where_.size()) make_place_for(key.slot());
    Pile& to = piles_[pile];
    if (to.room == 0) put_block_on(to);
    put(to.top, --to.room, key);
    ++size_;
  }

  [[nodiscard]] bool holds(std::uint32_t slot) const noexcept {
    return slot < where_.size() && where_[slot] != none;
  }

  /// @pre holds(slot)
  [[nodiscard]] const Key& key_of(std::uint32_t slot) const {
    FICAP_EXPECTS(holds(slot));
    return blocks_[where_[slot] / places].keys[where_[slot] % places];
  }

  /// @pre holds(slot), and in this pile
  void remove(std::size_t pile, std::uint32_t slot) {
    FICAP_EXPECTS(holds(slot));
    Pile& from = piles_[pile];
    const Key last = blocks_[from.top].keys[from.room++];
    put(where_[slot] / places, where_[slot] % places, last);
    where_[slot] = none;
    --size_;
    if (from.room == a_block) take_block_off(from);
  }

  /// Calls take(key) for every key of a pile, in an order without meaning, and leaves it empty.
  template <class Take>
  void empty_out(std::size_t pile, Take&& take) {
    Pile& from = piles_[pile];
    while (from.top != none) {
      const Block& block = blocks_[from.top];
      if (block.under != none) __builtin_prefetch(&blocks_[block.under]);
      for (std::uint32_t i = from.room; i < a_block; ++i) {
        where_[block.keys[i].slot()] = none;
        take(block.keys[i]);
      }
      size_ -= a_block - from.room;
      take_block_off(from);
    }
  }

  /// Asks for the top of a pile that will soon be emptied from memory.
  [[gnu::always_inline]] void prefetch(std::size_t pile) const noexcept {
    if (pile >= piles_.size() || piles_[pile].top == none) return;
    const Block* const top = &blocks_[piles_[pile].top];
    __builtin_prefetch(top);
    __builtin_prefetch(&top->keys[places / 2]);  // its second line
  }

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  static constexpr std::uint32_t a_block = 7;  ///< keys
  static constexpr std::uint32_t places = 8;   ///< of 16 bytes in a block: the last links it

  struct Pile {
    std::uint32_t top{none};
    std::uint32_t room{0};  ///< in its top block: keys stand behind
  };

  struct alignas(128) Block {
    std::array<Key, a_block> keys{};
    std::uint32_t under{none};  ///< the block below it, or the next that is free
  };
  static_assert(sizeof(Key) == 16 && sizeof(Block) == places * sizeof(Key));

  void put(std::uint32_t block, std::uint32_t place, Key key) {
    blocks_[block].keys[place] = Key{key.time, key.rest};
    where_[key.slot()] = block * places + place;
  }

  [[gnu::cold]] void make_place_for(std::uint32_t slot) {
    where_.resize(std::size_t{slot} + 1, none);
  }

  void put_block_on(Pile& pile) {
    std::uint32_t at = free_;
    if (at == none) {
      at = static_cast<std::uint32_t>(blocks_.size());
      blocks_.emplace_back();
    } else {
      free_ = blocks_[at].under;
    }
    blocks_[at].under = pile.top;
    pile = {at, a_block};
  }

  void take_block_off(Pile& pile) noexcept {
    Block& block = blocks_[pile.top];
    const std::uint32_t freed = pile.top;
    pile = {block.under, 0};
    block.under = free_;
    free_ = freed;
  }

  std::vector<Pile> piles_;
  std::vector<Block, CacheAligned<Block>> blocks_;
  std::vector<std::uint32_t> where_;  ///< by slot: the key's block times `places`, plus its place
  std::uint32_t free_{none};
  std::size_t size_{0};
};

}  // namespace ficap::sim
