#include "report/diagnostics.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ficap::report {

namespace {

constexpr std::size_t widest_line = 96;      // characters of a source line that are shown
constexpr std::size_t before_the_mark = 48;  // of those, before the value when the line is cut

/// One character of a text: its bytes, or a single byte that begins no character.
struct Character {
  std::string_view bytes;
  std::uint32_t code{};
  bool is_valid{};
};

Character next_character(std::string_view text) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80U) return {text.substr(0, 1), lead, true};
  const std::size_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : lead >= 0xC2U ? 2 : 0;
  if (length == 0 || length > text.size() || lead > 0xF4U) return {text.substr(0, 1), lead, false};
  std::uint32_t code = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {text.substr(0, 1), lead, false};
    code = (code << 6U) | (byte(i) & 0x3FU);
  }
  return {text.substr(0, length), code, true};
}

/// Characters that a terminal obeys instead of showing, or that change the order in which a line
/// is read (Unicode Technical Report 36).
bool is_harmful(std::uint32_t code) noexcept {
  return code < 0x20U || (code >= 0x7FU && code <= 0x9FU) || code == 0x061CU ||
         (code >= 0x200BU && code <= 0x200FU) || (code >= 0x2028U && code <= 0x202EU) ||
         (code >= 0x2060U && code <= 0x2069U) || code == 0xFEFFU || code == 0xADU;
}

std::string hexadecimal(std::uint32_t value, std::size_t digits) {
  static constexpr std::string_view symbols = "0123456789ABCDEF";
  std::string text;
  while (value > 0 || text.size() < digits) {
    text.insert(text.begin(), symbols[value & 0xFU]);
    value >>= 4U;
  }
  return text;
}

std::string shown(const Character& character) {
  if (!character.is_valid) return "<0x" + hexadecimal(character.code, 2) + ">";
  if (character.code == '\t') return " ";
  if (is_harmful(character.code)) return "<U+" + hexadecimal(character.code, 4) + ">";
  return std::string{character.bytes};
}

/// A source line ready to print: one entry a character, so that columns keep their meaning.
std::vector<std::string> characters(std::string_view line) {
  std::vector<std::string> list;
  while (!line.empty()) {
    const Character character = next_character(line);
    list.push_back(shown(character));
    line.remove_prefix(character.bytes.size());
  }
  return list;
}

/// @returns how many columns a shown character takes: an escape takes as many as it has letters
std::size_t columns(const std::string& character) noexcept {
  return character.size() > 4 && character.front() == '<' ? character.size() : 1;
}

struct Excerpt {
  std::string line;
  std::string mark;
};

Excerpt excerpt(const models::Location& at) {
  const std::vector<std::string> line = characters(at.source_line);
  const std::size_t begin = std::min(at.column - 1, line.size());
  const std::size_t end = std::min(begin + std::max<std::size_t>(at.width, 1), line.size());
  const bool is_long = line.size() > widest_line;
  const std::size_t from = is_long && begin > before_the_mark ? begin - before_the_mark : 0;
  const std::size_t to = is_long ? std::min(from + widest_line, line.size()) : line.size();
  Excerpt result;
  if (from > 0) {
    result.line = "... ";
    result.mark = "    ";
  }
  for (std::size_t i = from; i < to; ++i) {
    result.line += line[i];
    if (i < begin) result.mark.append(columns(line[i]), ' ');
    if (i >= begin && i < end) result.mark.append(columns(line[i]), '^');
  }
  if (begin >= to) result.mark += '^';  // just behind the end of the line
  if (to < line.size()) result.line += " ...";
  return result;
}

std::string place(const models::Location& at) {
  return harmless(at.file) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string{noun} + (count == 1 ? "" : "s");
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string result;
  for (const std::string& character : characters(text))
    result += character;
  return result;
}

std::string to_text(const models::LocatedDiagnostic& diagnostic) {
  const models::Diagnostic& what = diagnostic.what;
  const bool is_error = what.severity == models::Diagnostic::Severity::error;
  std::string text = is_error ? "error: " : "warning: ";
  if (!what.pointer.empty()) text += harmless(what.pointer) + ": ";
  text += "found " + harmless(what.found) + ", expected " + harmless(what.expected) + "\n";

  const std::string number = std::to_string(diagnostic.at.line);
  const std::string margin(number.size(), ' ');
  const Excerpt lines = excerpt(diagnostic.at);
  text += margin + "--> " + place(diagnostic.at) + "\n";
  text += margin + " |\n";
  text += number + " | " + lines.line + "\n";
  text += margin + " | " + lines.mark + "\n";
  if (!what.help.empty()) text += margin + " = help: " + harmless(what.help) + "\n";
  for (std::size_t i = 0; i < diagnostic.also.size(); ++i) {
    text += margin + " = also: " + place(diagnostic.also[i]);
    if (i < what.also.size() && what.also[i] != what.pointer) text += " " + harmless(what.also[i]);
    text += "\n";
  }
  return text;
}

std::string to_text(const std::vector<models::LocatedDiagnostic>& diagnostics) {
  if (diagnostics.empty()) return {};
  std::string text;
  std::size_t errors = 0;
  for (const models::LocatedDiagnostic& diagnostic : diagnostics) {
    text += to_text(diagnostic) + "\n";
    if (diagnostic.what.severity == models::Diagnostic::Severity::error) ++errors;
  }
  const std::size_t warnings = diagnostics.size() - errors;
  if (errors > 0) text += counted(errors, "error");
  if (errors > 0 && warnings > 0) text += ", ";
  if (warnings > 0) text += counted(warnings, "warning");
  return text + "\n";
}

}  // namespace ficap::report
