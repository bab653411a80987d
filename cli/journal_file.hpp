#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "cli/descriptor.hpp"

namespace ficap::cli {

/// A file that one process at a time adds to, piece by piece, so that a kill leaves all pieces but
/// perhaps the last whole.
class JournalFile {
 public:
  /// @param makes whether the file is made where there is none; its folders, too
  /// @returns the file, which nobody else can open as one until this is gone; nothing where there
  ///          is none
  /// @throws RefusedOutput where another process has it, or it is no plain file
  /// @throws std::system_error where it cannot be written
  [[nodiscard]] static std::optional<JournalFile> open(const std::filesystem::path& path,
                                                       bool makes);

  [[nodiscard]] std::string content() const;
  /// Cuts off what stands behind the first `size` bytes.
  /// @throws std::system_error
  void cut(std::size_t size);
  /// Adds a piece with a single write, whole or not at all.
  /// @returns whether it was added; errno says why not
  [[nodiscard]] bool append(std::string_view piece) noexcept;
  /// Brings what was added to the disk, for the case of a power cut. May be called while another
  /// thread appends.
  void bring_to_disk() const noexcept;
  /// Takes the file away.
  void remove() noexcept;

 private:
  JournalFile(std::filesystem::path path, Descriptor file);

  std::filesystem::path path_;
  Descriptor file_;
  std::size_t size_{0};
};

}  // namespace ficap::cli
