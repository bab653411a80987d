#include "io/reader.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>

namespace ficap::io {

void Reader::read(std::string& into,
                  const Node& node,
                  const std::string& pointer,
                  const Field& field) {
  if (const std::string* const text = node.string()) {
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
