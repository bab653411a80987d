#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ficap::io {

/// Numbers and texts as bytes, small numbers in few: seven bits a byte, the lowest first, the
/// eighth bit set on all but the last (LEB128); signed ones with their sign in the lowest bit.
class ByteWriter {
 public:
  void number(std::uint64_t value);
  void signed_number(std::int64_t value);
  /// Its length, then its bytes.
  void text(std::string_view value);

  [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }

 private:
  std::string bytes_;
};

/// Reads what a ByteWriter wrote, in the same order. Each gives nothing where the bytes end too
/// early or mean no such value, and so does all that is read after it.
class ByteReader {
 public:
  /// @param bytes outlives this
  explicit ByteReader(std::string_view bytes) noexcept : rest_{bytes} {}

  [[nodiscard]] std::optional<std::uint64_t> number() noexcept;
  [[nodiscard]] std::optional<std::int64_t> signed_number() noexcept;
  [[nodiscard]] std::optional<std::string_view> text() noexcept;

  [[nodiscard]] std::string_view rest() const noexcept { return rest_; }

 private:
  std::string_view rest_;
  bool broken_{false};
};

}  // namespace ficap::io
