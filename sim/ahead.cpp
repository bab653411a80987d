#include "sim/ahead.hpp"

#include "sim/elementary.hpp"
#include "sim/philox.hpp"

namespace ficap::sim {

void fill_exponentials(const Address& address, std::uint16_t block, Batch& first, Batch* second) {
  FICAP_EXPECTS(address.replication < (1U << 24U));
  PhiloxBatch<batch_size> bits;
  for (std::size_t i = 0; i < batch_size; ++i) {
    bits[0][i] = (std::uint32_t{block} << 16U) | address.sub;
    bits[1][i] = address.ordinal + static_cast<std::uint32_t>(i);
    bits[2][i] = address.id;
    bits[3][i] = (address.replication << 8U) | address.purpose;
  }
  philox4x32(
      bits,
      {static_cast<std::uint32_t>(address.seed), static_cast<std::uint32_t>(address.seed >> 32U)});
  for (std::size_t i = 0; i < batch_size; ++i)
    first[i] = -log_of_normal(open_unit(bits[0][i], bits[1][i]));
  if (second == nullptr) return;
  for (std::size_t i = 0; i < batch_size; ++i)
    (*second)[i] = -log_of_normal(open_unit(bits[2][i], bits[3][i]));
}

}  // namespace ficap::sim
