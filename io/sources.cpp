#include "io/sources.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "sim/expects.hpp"

namespace ficap::io {

namespace {

bool continues_a_character(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// @returns the length of the well-formed character at the start of `text`, 0 if there is none
/// Source: The Unicode Standard 15.0, table 3-7.
std::size_t character_length(std::string_view text) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto within = [&](std::size_t i, unsigned low, unsigned high) {
    return i < text.size() && byte(i) >= low && byte(i) <= high;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80U) return 1;
  if (lead >= 0xC2U && lead <= 0xDFU) return within(1, 0x80U, 0xBFU) ? 2 : 0;
  if (lead >= 0xE0U && lead <= 0xEFU) {
    const unsigned low = lead == 0xE0U ? 0xA0U : 0x80U;
    const unsigned high = lead == 0xEDU ? 0x9FU : 0xBFU;
    return within(1, low, high) && within(2, 0x80U, 0xBFU) ? 3 : 0;
  }
  if (lead >= 0xF0U && lead <= 0xF4U) {
    const unsigned low = lead == 0xF0U ? 0x90U : 0x80U;
    const unsigned high = lead == 0xF4U ? 0x8FU : 0xBFU;
    return within(1, low, high) && within(2, 0x80U, 0xBFU) && within(3, 0x80U, 0xBFU) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::uint32_t Sources::add(std::string name, std::string text) {
  Source source{std::move(name), std::move(text), {0}};
  for (std::size_t i = 0; i < source.text.size(); ++i) {
    if (source.text[i] == '\n') source.line_starts.push_back(i + 1);
  }
  sources_.push_back(std::move(source));
  return static_cast<std::uint32_t>(sources_.size() - 1);
}

const std::string& Sources::name(std::uint32_t source) const {
  FICAP_EXPECTS(source < sources_.size());
  return sources_[source].name;
}

const std::string& Sources::text(std::uint32_t source) const {
  FICAP_EXPECTS(source < sources_.size());
  return sources_[source].text;
}

std::string_view Sources::line(std::uint32_t source, std::uint32_t line) const {
  FICAP_EXPECTS(source < sources_.size());
  const Source& in = sources_[source];
  if (line == 0 || line > in.line_starts.size()) return {};
  const std::size_t begin = in.line_starts[line - 1];
  std::size_t end = line < in.line_starts.size() ? in.line_starts[line] - 1 : in.text.size();
  if (end > begin && in.text[end - 1] == '\r') --end;
  return std::string_view{in.text}.substr(begin, end - begin);
}

Place PlaceFinder::place(std::size_t begin, std::size_t end) {
  FICAP_EXPECTS(begin <= end && end <= text_.size());
  if (begin < offset_) {
    offset_ = 0;
    line_ = 1;
    column_ = 1;
  }
  for (; offset_ < begin; ++offset_) {
    if (text_[offset_] == '\n') {
      ++line_;
      column_ = 1;
    } else if (!continues_a_character(text_[offset_])) {
      ++column_;
    }
  }
  // A continuation byte belongs to the character before it: its column is already counted.
  std::uint32_t width = 0;
  for (std::size_t i = begin; i < end && text_[i] != '\n' && text_[i] != '\r'; ++i) {
    if (!continues_a_character(text_[i])) ++width;
  }
  return Place{source_, line_, column_, std::max<std::uint32_t>(width, 1)};
}

std::size_t first_bad_utf8(std::string_view text) noexcept {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = character_length(text.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return at;
}

}  // namespace ficap::io
