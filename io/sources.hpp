#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ficap::io {

/// Where a value, or a key, stands in one of the texts that a scenario was read from.
///
/// `line` and `column` count from 1 and `column` counts characters (code points of UTF-8), not
/// bytes; `width` is how many characters of that line belong to the value.
struct Place {
  std::uint32_t source{};
  std::uint32_t line{1};
  std::uint32_t column{1};
  std::uint32_t width{1};
  friend bool operator==(const Place&, const Place&) = default;
};

/// The texts that a scenario was read from: files, and the arguments of `--set`. They are kept so
/// that a diagnostic can show the line it speaks of.
class Sources {
 public:
  /// @param name what a diagnostic calls the text: a file's name as given, or "--set 2"
  /// @returns the number that stands for it in a Place
  std::uint32_t add(std::string name, std::string text);

  /// @pre `source` was returned by add()
  [[nodiscard]] const std::string& name(std::uint32_t source) const;
  [[nodiscard]] const std::string& text(std::uint32_t source) const;

  /// @param line counted from 1
  /// @returns the line without its line end; empty when there is no such line
  [[nodiscard]] std::string_view line(std::uint32_t source, std::uint32_t line) const;

 private:
  struct Source {
    std::string name;
    std::string text;
    std::vector<std::size_t> line_starts;  // byte offsets
  };
  std::vector<Source> sources_;
};

/// Walks a text forwards and knows the line and column of each byte offset it is asked for.
/// Asking for offsets in rising order costs one pass over the text in all.
class PlaceFinder {
 public:
  /// @pre `text` outlives the finder
  PlaceFinder(std::uint32_t source, std::string_view text) noexcept
      : text_{text}, source_{source} {}

  /// @param begin, end byte offsets, begin <= end <= size of the text
  /// @returns the place of [begin, end); a stretch over several lines is cut at its first line
  ///          end; at least one character wide
  [[nodiscard]] Place place(std::size_t begin, std::size_t end);

 private:
  std::string_view text_;
  std::uint32_t source_;
  std::size_t offset_{0};
  std::uint32_t line_{1};
  std::uint32_t column_{1};
};

/// @returns the byte offset of the first byte that is no valid UTF-8 (overlong forms, surrogates
///          and code points above U+10FFFF included), or `text.size()` when there is none
[[nodiscard]] std::size_t first_bad_utf8(std::string_view text) noexcept;

}  // namespace ficap::io
