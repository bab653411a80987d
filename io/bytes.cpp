#include "io/bytes.hpp"

namespace ficap::io {

namespace {

constexpr std::uint64_t low_bits = 0x7FU;
constexpr std::uint64_t more_follow = 0x80U;

}  // namespace

void ByteWriter::number(std::uint64_t value) {
  for (; value > low_bits; value >>= 7U)
    bytes_ += static_cast<char>(static_cast<unsigned char>((value & low_bits) | more_follow));
  bytes_ += static_cast<char>(value);
}

void ByteWriter::signed_number(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value) << 1U;
  number(value < 0 ? ~bits : bits);
}

void ByteWriter::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
}

std::optional<std::uint64_t> ByteReader::number() noexcept {
  std::uint64_t value = 0;
  for (unsigned shift = 0; !broken_ && shift < 64 && !rest_.empty(); shift += 7) {
    const std::uint64_t byte = static_cast<unsigned char>(rest_.front());
    if (shift == 63 && byte > 1) break;  // beyond 64 bits
    rest_.remove_prefix(1);
    value |= (byte & low_bits) << shift;
    if ((byte & more_follow) == 0) return value;
  }
  broken_ = true;
  return std::nullopt;
}

std::optional<std::int64_t> ByteReader::signed_number() noexcept {
  const auto bits = number();
  if (!bits) return std::nullopt;
  const std::uint64_t magnitude = *bits >> 1U;
  return static_cast<std::int64_t>((*bits & 1U) != 0 ? ~magnitude : magnitude);
}

std::optional<std::string_view> ByteReader::text() noexcept {
  const auto size = number();
  if (!size || *size > rest_.size()) {
    broken_ = true;
    return std::nullopt;
  }
  const std::string_view value = rest_.substr(0, *size);
  rest_.remove_prefix(*size);
  return value;
}

}  // namespace ficap::io
