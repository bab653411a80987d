#include "io/json_text.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "io/number_text.hpp"

namespace ficap::io {

namespace {

constexpr std::size_t line_width = 100;

/// Orders UTF-8 as UTF-16 would be: characters above U+FFFF (lead bytes from 0xF0) come before
/// those from U+E000 to U+FFFF (lead bytes 0xEE and 0xEF), as their surrogates are smaller.
bool before_in_utf16(const std::string& a, const std::string& b) {
  const auto rank = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0xEEU || byte == 0xEFU ? byte + 0x10U : unsigned{byte};
  };
  return std::lexicographical_compare(
      a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return rank(x) < rank(y); });
}

template <class Value>
std::string scalar(const Value& value) {
  if constexpr (std::is_same_v<Value, Null>) return "null";
  if constexpr (std::is_same_v<Value, bool>) return value ? "true" : "false";
  if constexpr (std::is_same_v<Value, Number>) return shortest(value.value);
  if constexpr (std::is_same_v<Value, std::string>) return quoted(value);
}

/// All on one line, with a blank after each colon and comma.
std::string on_one_line(const Node& node) {
  return std::visit(
      [](const auto& value) -> std::string {
        using Value = std::decay_t<decltype(value)>;
        std::string text;
        if constexpr (std::is_same_v<Value, Array>) {
          for (const Node& item : value)
            text += (text.empty() ? "" : ", ") + on_one_line(item);
          return "[" + text + "]";
        } else if constexpr (std::is_same_v<Value, Object>) {
          for (const Member& member : value.members) {
            text +=
                (text.empty() ? "" : ", ") + quoted(member.key) + ": " + on_one_line(member.value);
          }
          return "{" + text + "}";
        } else {
          return scalar(value);
        }
      },
      node.value);
}

/// @param column where the value begins: what stands before it on the line, and a comma after
std::string laid_out(const Node& node, std::size_t level, std::size_t column) {
  std::string line = on_one_line(node);
  if (column + line.size() < line_width) return line;
  const std::string margin(2 * (level + 1), ' ');
  const std::string end = "\n" + std::string(2 * level, ' ');
  std::string text;
  if (const Array* const array = node.array()) {
    for (const Node& item : *array) {
      text += text.empty() ? "\n" : ",\n";
      text += margin;
      text += laid_out(item, level + 1, margin.size());
    }
    return "[" + text + end + "]";
  }
  if (const Object* const object = node.object()) {
    for (const Member& member : object->members) {
      text += text.empty() ? "\n" : ",\n";
      text += pretty_member(member.key, member.value, level);
    }
    return "{" + text + end + "}";
  }
  return line;
}

}  // namespace

Node make_node(std::string_view text) {
  return {std::string{text}, {}};
}
Node make_node(const char* text) {
  return make_node(std::string_view{text});
}
Node make_node(double number) {
  return {Number{number, shortest(number)}, {}};
}
Node make_node(bool value) {
  return {value, {}};
}
Node make_node(Array items) {
  return {std::move(items), {}};
}
Node make_node(Object object) {
  return {std::move(object), {}};
}

Node make_object(std::initializer_list<std::pair<std::string_view, Node>> members) {
  Object object;
  for (const auto& member : members)
    add(object, member.first, member.second);
  return make_node(std::move(object));
}

void add(Object& object, std::string_view key, Node value) {
  object.members.push_back({std::string{key}, {}, std::move(value)});
}

std::string quoted(std::string_view text) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string result = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
        result += "\\\"";
        break;
      case '\\':
        result += "\\\\";
        break;
      case '\b':
        result += "\\b";
        break;
      case '\f':
        result += "\\f";
        break;
      case '\n':
        result += "\\n";
        break;
      case '\r':
        result += "\\r";
        break;
      case '\t':
        result += "\\t";
        break;
      default:
        if (const auto byte = static_cast<unsigned char>(c); byte < 0x20U) {
          result += "\\u00";
          result += digits[byte >> 4U];
          result += digits[byte & 0xFU];
        } else {
          result += c;
        }
    }
  }
  return result + '"';
}

std::string canonical(const Node& node) {
  return std::visit(
      [](const auto& value) -> std::string {
        using Value = std::decay_t<decltype(value)>;
        std::string text;
        if constexpr (std::is_same_v<Value, Array>) {
          for (const Node& item : value)
            text += (text.empty() ? "" : ",") + canonical(item);
          return "[" + text + "]";
        } else if constexpr (std::is_same_v<Value, Object>) {
          std::vector<const Member*> members;
          for (const Member& member : value.members)
            members.push_back(&member);
          std::sort(members.begin(), members.end(), [](const Member* a, const Member* b) {
            return before_in_utf16(a->key, b->key);
          });
          for (const Member* const member : members) {
            text +=
                (text.empty() ? "" : ",") + quoted(member->key) + ":" + canonical(member->value);
          }
          return "{" + text + "}";
        } else {
          return scalar(value);
        }
      },
      node.value);
}

std::string pretty_member(std::string_view key, const Node& node, std::size_t level) {
  const std::string begin = std::string(2 * (level + 1), ' ') + quoted(key) + ": ";
  return begin + laid_out(node, level + 1, begin.size());
}

std::string pretty(const Node& node) {
  return laid_out(node, 0, 0) + "\n";
}

}  // namespace ficap::io
