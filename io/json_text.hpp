#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "io/document.hpp"

namespace ficap::io {

/// Values that were not read from a text: they have no place.
[[nodiscard]] Node make_node(std::string_view text);
[[nodiscard]] Node make_node(const char* text);  // or a literal would become a bool
[[nodiscard]] Node make_node(double number);
[[nodiscard]] Node make_node(bool value);
[[nodiscard]] Node make_node(Array items);
[[nodiscard]] Node make_node(Object object);
[[nodiscard]] Node make_object(std::initializer_list<std::pair<std::string_view, Node>> members);

/// Appends a member. @pre the object has no such key
void add(Object& object, std::string_view key, Node value);

/// @returns `text` as a JSON string with its quotes; only what must be escaped is
[[nodiscard]] std::string quoted(std::string_view text);

/// @returns the one text that stands for a value, whatever the order of its keys and the spelling
///          of its numbers: keys sorted by UTF-16 code units, no blanks, shortest numbers
/// Source: RFC 8785 (JSON Canonicalization Scheme).
/// @pre all numbers are finite
[[nodiscard]] std::string canonical(const Node& node);

/// @returns JSON for people: two blanks a level, members in their order, and what fits within a
///          hundred columns on one line; a line feed at the end
[[nodiscard]] std::string pretty(const Node& node);

/// @param level of the object that it is to be a member of, 0 being the whole document
/// @param key   under which it is to stand there
/// @returns the member as it looks in such a document, without a line feed at the end
[[nodiscard]] std::string pretty_member(std::string_view key, const Node& node, std::size_t level);

}  // namespace ficap::io
