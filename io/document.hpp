#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "io/problem.hpp"
#include "io/sources.hpp"

namespace ficap::io {

struct Node;
struct Member;

struct Null {};

/// A JSON number: its nearest double, and the text as written, so that money can be read exactly.
struct Number {
  double value{};
  std::string text;
};

using Array = std::vector<Node>;

/// A key that a patch took away, and the `null` that did it: a diagnostic about the missing key
/// points there.
struct RemovedKey {
  std::string key;
  Place by;
};

/// Members in the order of the text; no two have the same key.
struct Object {
  std::vector<Member> members;
  std::vector<RemovedKey> removed;

  /// @returns the value of `key`, nullptr if there is none; linear in the number of members
  [[nodiscard]] const Node* find(std::string_view key) const noexcept;
  [[nodiscard]] Node* find(std::string_view key) noexcept;
  [[nodiscard]] const Member* member(std::string_view key) const noexcept;
};

/// A JSON value that remembers where it was written last.
struct Node {
  std::variant<Null, bool, Number, std::string, Array, Object> value;
  Place place;

  [[nodiscard]] const Object* object() const noexcept { return std::get_if<Object>(&value); }
  [[nodiscard]] Object* object() noexcept { return std::get_if<Object>(&value); }
  [[nodiscard]] const Array* array() const noexcept { return std::get_if<Array>(&value); }
  [[nodiscard]] Array* array() noexcept { return std::get_if<Array>(&value); }
  [[nodiscard]] const std::string* string() const noexcept {
    return std::get_if<std::string>(&value);
  }
  [[nodiscard]] const Number* number() const noexcept { return std::get_if<Number>(&value); }
  [[nodiscard]] bool is_null() const noexcept { return std::holds_alternative<Null>(value); }
};

struct Member {
  std::string key;
  Place key_place;
  Node value;
};

/// A text of at most 64 MB, nested at most 64 deep, is read; more is a problem, not a crash.
inline constexpr std::size_t largest_text = std::size_t{64} * 1024 * 1024;
inline constexpr std::size_t deepest_nesting = 64;

/// What came of reading one text.
struct Parsed {
  std::optional<Node> root;  ///< nothing when the text is no JSON; duplicate keys alone leave one
  Problems problems;
};

/// Reads one of the sources as JSON (RFC 8259), strictly: no comments, no trailing commas, no byte
/// order mark, finite numbers only. A duplicate key is a problem that names both places; its first
/// value is kept.
///
/// @param source a number returned by `sources.add`
[[nodiscard]] Parsed parse(const Sources& sources, std::uint32_t source);

/// @returns the problem of a text that is no UTF-8
[[nodiscard]] std::optional<Problem> bad_encoding(std::uint32_t source, std::string_view text);

/// @returns whether `text` is one JSON value and nothing else
[[nodiscard]] bool is_json(std::string_view text);

/// @returns a value as a diagnostic shows it: a scalar as written (cut after 60 characters), "an
///          object", "a list of 3", "null"
[[nodiscard]] std::string describe(const Node& node);

}  // namespace ficap::io
