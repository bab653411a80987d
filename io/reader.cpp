#include "io/reader.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace ficap::io {

namespace {

/// @returns whether a terminal would obey part of the text instead of showing it: control
/// characters
///          other than line ends and tabs, and marks that turn the direction of reading
bool commands_a_terminal(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t k) {
      return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U;
    };
    if ((byte(0) < 0x20U && byte(0) != '\n' && byte(0) != '\t') || byte(0) == 0x7FU) return true;
    if (byte(0) == 0xC2U && byte(1) >= 0x80U && byte(1) <= 0x9FU) return true;  // U+0080 to 9F
    if (byte(0) != 0xE2U) continue;
    if (byte(1) == 0x80U && byte(2) >= 0xAAU && byte(2) <= 0xAEU) return true;  // U+202A to 202E
    if (byte(1) == 0x81U && byte(2) >= 0xA6U && byte(2) <= 0xA9U) return true;  // U+2066 to 2069
  }
  return false;
}

}  // namespace

void Reader::read(std::string& into,
                  const Node& node,
                  const std::string& pointer,
                  const Field& field) {
  const std::string* const text = node.string();
  if (text != nullptr && commands_a_terminal(*text)) {
    complaints_.unexpected(
        node, pointer, "text without control characters", std::string{field.doc});
  } else if (text != nullptr) {
    into = *text;
  } else {
    complaints_.unexpected(
        node, pointer, wanted(Tag<std::string>{}, field), std::string{field.doc});
  }
}

void Reader::read(bool& into, const Node& node, const std::string& pointer, const Field& field) {
  if (const bool* const value = std::get_if<bool>(&node.value)) {
    into = *value;
  } else {
    complaints_.unexpected(node, pointer, wanted(Tag<bool>{}, field), std::string{field.doc});
  }
}

void Reader::read(double& into, const Node& node, const std::string& pointer, const Field& field) {
  if (const auto value = read_number(complaints_, node, pointer, field, Dimension::number))
    into = *value;
}

void Reader::read(sim::Date& into,
                  const Node& node,
                  const std::string& pointer,
                  const Field& field) {
  const std::string* const text = node.string();
  const std::optional<sim::Date> date = text == nullptr ? std::nullopt : sim::parse_date(*text);
  if (date) {
    into = *date;
  } else {
    complaints_.unexpected(
        node, pointer, wanted(Tag<sim::Date>{}, field), "year, month and day with hyphens");
  }
}

void Reader::read(models::TimeOfDay& into,
                  const Node& node,
                  const std::string& pointer,
                  const Field& field) {
  const std::string* const text = node.string();
  if (text != nullptr && text->size() == 5 && (*text)[2] == ':') {
    const auto digit = [&](std::size_t i) { return static_cast<int>((*text)[i] - '0'); };
    const bool digits = std::all_of(
        text->begin(), text->end(), [](char c) { return (c >= '0' && c <= '9') || c == ':'; });
    const int hours = digit(0) * 10 + digit(1);
    const int minutes = digit(3) * 10 + digit(4);
    if (digits && hours < 24 && minutes < 60) {
      into.since_midnight = std::chrono::hours{hours} + std::chrono::minutes{minutes};
      return;
    }
  }
  complaints_.unexpected(
      node, pointer, wanted(Tag<models::TimeOfDay>{}, field), "hours and minutes, two digits each");
}

}  // namespace ficap::io
