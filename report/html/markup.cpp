#include "report/html/markup.hpp"

#include <array>

#include "report/diagnostics.hpp"
#include "sim/expects.hpp"

namespace ficap::report::html {

namespace {

std::string escaped(std::string_view words) {
  std::string bytes;
  bytes.reserve(words.size());
  for (const char c : words) {
    switch (c) {
      case '&':
        bytes += "&amp;";
        break;
      case '<':
        bytes += "&lt;";
        break;
      case '>':
        bytes += "&gt;";
        break;
      case '"':
        bytes += "&quot;";
        break;
      case '\'':
        bytes += "&#39;";
        break;
      default:
        bytes += c;
    }
  }
  return bytes;
}

// harmless() line by line: a line feed is no harm in a page.
std::string harmless_lines(std::string_view words) {
  std::string lines;
  for (std::size_t from = 0;;) {
    const std::size_t end = words.find('\n', from);
    lines += harmless(words.substr(from, end == std::string_view::npos ? end : end - from));
    if (end == std::string_view::npos) return lines;
    lines += '\n';
    from = end + 1;
  }
}

bool is_plain(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

Markup text(std::string_view words) {
  return Markup{escaped(harmless_lines(words))};
}

void Element::add(std::string_view name, std::string_view value) {
  attributes_ += " ";
  attributes_ += name;
  attributes_ += "=\"" + text(value).bytes() + "\"";
}

Markup Element::around(const Markup& content) const {
  return Markup{"<" + name_ + attributes_ + ">" + content.bytes() + "</" + name_ + ">"};
}

Markup Element::alone() const {
  return Markup{"<" + name_ + attributes_ + ">"};
}

Markup Element::around_bytes(const std::string& bytes) const {
  FICAP_EXPECTS(bytes.find("</" + name_) == std::string::npos);
  FICAP_EXPECTS(bytes.find("<!--") == std::string::npos);
  return Markup{"<" + name_ + attributes_ + ">" + bytes + "</" + name_ + ">"};
}

std::string data_address(std::string_view media_type, std::string_view content) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string address = "data:" + std::string{media_type} + ";charset=utf-8,";
  for (const char c : content) {
    if (is_plain(c) || c == '-' || c == '_' || c == '.' || c == '~') {
      address += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      address += '%';
      address += digits[byte >> 4U];
      address += digits[byte & 15U];
    }
  }
  return address;
}

std::string slug(std::string_view words) {
  std::string word;
  for (const char c : words) {
    if (is_plain(c)) {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!word.empty() && word.back() != '-') {
      word += '-';
    }
  }
  while (!word.empty() && word.back() == '-')
    word.pop_back();
  return word.empty() ? "part" : word;
}

}  // namespace ficap::report::html
