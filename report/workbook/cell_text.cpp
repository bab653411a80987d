#include "report/workbook/cell_text.hpp"

#include <algorithm>
#include <cstdint>

namespace ficap::report::workbook {

namespace {

constexpr std::string_view not_shown = "\xEF\xBF\xBD";  // U+FFFD

struct Character {
  std::uint32_t code{};
  std::size_t bytes{1};
  bool is_valid{false};
};

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// The character at the front of the text, which is not empty.
Character first_of(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80U) return {lead, 1, true};
  const std::size_t bytes = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
  if (lead < 0xC2U || lead > 0xF4U || text.size() < bytes) return {};
  std::uint32_t code = lead & (0x7FU >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if (!is_continuation(text[i])) return {};
    code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  const std::uint32_t least = bytes == 4 ? 0x10000U : bytes == 3 ? 0x800U : 0x80U;
  const bool surrogate = code >= 0xD800U && code <= 0xDFFFU;
  if (code < least || code > 0x10FFFFU || surrogate) return {};
  return {code, bytes, true};
}

bool is_between(std::uint32_t code, std::uint32_t first, std::uint32_t last) {
  return code >= first && code <= last;
}

bool can_be_shown(std::uint32_t code) {
  if (code == '\t' || code == '\n') return true;
  const bool control = code < 0x20U || is_between(code, 0x7FU, 0x9FU);
  const bool turns = code == 0x061CU || is_between(code, 0x200EU, 0x200FU) ||
                     is_between(code, 0x202AU, 0x202EU) || is_between(code, 0x2066U, 0x2069U);
  const bool breaks_line = is_between(code, 0x2028U, 0x2029U);
  const bool nobody = (code & 0xFFFEU) == 0xFFFEU || code == 0xFEFFU;
  return !control && !turns && !breaks_line && !nobody;
}

// What Excel counts: UTF-16 units.
std::size_t length_of(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    if (!is_continuation(c)) units += static_cast<unsigned char>(c) >= 0xF0U ? 2 : 1;
  }
  return units;
}

// The front of a text of at most so many units.
std::string_view front_of(std::string_view text, std::size_t longest) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = first_of(text.substr(at));
    units += c.bytes == 4 ? 2 : 1;
    if (units > longest) return text.substr(0, at);
    at += c.bytes;
  }
  return text;
}

bool is_hex(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

// Does "_x0041_" stand at the front?
bool is_escape(std::string_view text) {
  return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' &&
         std::all_of(text.begin() + 2, text.begin() + 6, is_hex);
}

}  // namespace

std::string readable(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  while (!text.empty()) {
    const Character c = first_of(text);
    if (c.code == '\r') {
      if (!text.substr(1).starts_with('\n')) clean += '\n';
    } else if (c.is_valid && can_be_shown(c.code)) {
      clean += text.substr(0, c.bytes);
    } else {
      clean += not_shown;
    }
    text.remove_prefix(c.bytes);
  }
  return clean;
}

std::string one_line(std::string_view text, std::size_t longest) {
  std::string clean = readable(text);
  std::replace_if(
      clean.begin(), clean.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
  if (length_of(clean) <= longest) return clean;
  return std::string{front_of(clean, longest - 1)} + "…";
}

std::string cell_text(std::string_view text) {
  constexpr std::string_view cut_off = " … [cut: a cell holds no more]";
  std::string escaped;
  const std::string clean = readable(text);
  for (std::size_t i = 0; i < clean.size(); ++i) {
    if (is_escape(std::string_view{clean}.substr(i))) escaped += "_x005F";
    escaped += clean[i];
  }
  if (length_of(escaped) <= longest_cell) return escaped;
  return std::string{front_of(escaped, longest_cell - length_of(cut_off))} + std::string{cut_off};
}

std::string header_text(std::string_view text, std::size_t longest) {
  std::size_t ampersands = 0;
  std::string clean = one_line(text, longest);
  for (;;) {
    ampersands = static_cast<std::size_t>(std::count(clean.begin(), clean.end(), '&'));
    if (length_of(clean) + ampersands <= longest) break;
    clean = one_line(clean, length_of(clean) - 1);
  }
  std::string doubled;
  for (const char c : clean) {
    doubled += c;
    if (c == '&') doubled += c;
  }
  return doubled;
}

std::string cell_name(std::string_view prefix, std::string_view id) {
  constexpr std::size_t longest = 60;
  std::string name{prefix};
  for (const char c : id) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    name += kept ? c : '_';
  }
  return name.substr(0, longest);
}

}  // namespace ficap::report::workbook
