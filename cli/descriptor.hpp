#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace ficap::cli {

/// An open file, closed at the end of its life.
class Descriptor {
 public:
  /// @param number of an open file; below 0: none. The standard streams stay open.
  explicit Descriptor(int number = -1) noexcept : number_{number} {}
  Descriptor(const std::filesystem::path& path, int flags) noexcept;
  ~Descriptor();
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&& other) noexcept : number_{std::exchange(other.number_, -1)} {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }

  [[nodiscard]] bool is_open() const noexcept { return number_ >= 0; }
  [[nodiscard]] int number() const noexcept { return number_; }
  /// @returns whether everything that was written has arrived
  [[nodiscard]] bool close() noexcept;

 private:
  int number_;
};

/// @returns what is left to read, cut after `most` bytes or a little more
/// @throws std::system_error with `what` where it cannot be read
[[nodiscard]] std::string read_rest(const Descriptor& file,
                                    std::size_t most,
                                    const std::string& what);

/// @returns whether all of it was written; errno says why not
[[nodiscard]] bool write_all(const Descriptor& file, std::string_view content) noexcept;

/// @throws std::system_error of the reason that errno gives
[[noreturn]] void refuse(int error, const std::string& what);

}  // namespace ficap::cli
