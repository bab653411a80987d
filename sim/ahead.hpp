#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "sim/expects.hpp"
#include "sim/stream.hpp"

namespace ficap::sim {

/// How many addresses are drawn at a time.
inline constexpr std::size_t batch_size = 64;

/// One number for each address of a batch.
using Batch = std::array<double, batch_size>;

/// Fills batches with the exponentials of mean 1 that Stream gives at `address`, at the next
/// ordinal, and so on: `first` with the numbers 2 block of each, `second`, where one is wanted,
/// with the numbers 2 block + 1. Ordinals wrap at 2^32.
///
/// The same bits as one by one, at half the cost: what is done to 64 addresses at a time has no
/// branch and no step that waits for the one before, and compilers make vectors of it.
///
/// @pre address.replication < 2^24
void fill_exponentials(const Address& address, std::uint16_t block, Batch& first, Batch* second);

/// The first exponentials of the streams at consecutive ordinals, for things that come one after
/// the other: customers, with the gap before each, its work and its patience.
///
/// An address says what a number is, so it may be drawn before its time; nothing else changes.
///
/// @tparam Draws how many of each stream
template <std::size_t Draws>
class ExponentialsAhead {
 public:
  /// @param first the address of the first; next() goes up in the ordinal, which wraps at 2^32
  /// @pre first.replication < 2^24
  explicit ExponentialsAhead(const Address& first) : address_{first} {
    FICAP_EXPECTS(first.replication < (1U << 24U));
  }

  /// @returns exponentials of mean 1: the first of Stream at the next ordinal
  [[nodiscard]] std::array<double, Draws> next() {
    if (used_ == batch_size) refill();
    std::array<double, Draws> numbers;
    for (std::size_t d = 0; d < Draws; ++d)
      numbers[d] = batches_[d][used_];
    ++used_;
    return numbers;
  }

 private:
  void refill() {
    for (std::size_t d = 0; d < Draws; d += 2) {
      fill_exponentials(address_,
                        static_cast<std::uint16_t>(d / 2),
                        batches_[d],
                        d + 1 < Draws ? &batches_[d + 1] : nullptr);
    }
    address_.ordinal += static_cast<std::uint32_t>(batch_size);
    used_ = 0;
  }

  Address address_;
  std::size_t used_{batch_size};
  std::array<Batch, Draws> batches_;  ///< by draw
};

}  // namespace ficap::sim
