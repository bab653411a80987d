#include "io/syntax.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <string>
#include <string_view>

namespace ficap::io {

namespace {

constexpr std::size_t longest_quote = 40;

std::string quoted(std::string_view text) {
  const bool cut = text.size() > longest_quote;
  // A character of UTF-8 is never cut in the middle.
  std::size_t length = cut ? longest_quote : text.size();
  while (cut && length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
    --length;
  return std::string{text.substr(0, length)} + (cut ? "..." : "");
}

bool is_word(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) != 0 || c == '_' || c == '-' || c == '+' || c == '.' || byte >= 0x80U;
}

/// @returns the end of the word that begins at `begin`, at least one byte further
std::size_t word_end(std::string_view text, std::size_t begin) noexcept {
  std::size_t end = begin;
  while (end < text.size() && is_word(text[end]))
    ++end;
  return std::max(end, std::min(begin + 1, text.size()));
}

/// @returns what the grammar allows at the token, given what came before it
std::string allowed(const SyntaxError& error, bool comma, bool colon) {
  if (error.open.empty()) return error.after_value ? "nothing after the document" : "a JSON object";
  const bool in_object = error.open.back().is_object;
  if (error.after_key) return colon ? "a value" : "\":\" and a value";
  if (error.after_value && !comma) return in_object ? R"("," or "}")" : R"("," or "]")";
  if (in_object) return comma ? "a key in double quotes" : "a key in double quotes, or \"}\"";
  return comma ? "a value" : "a value, or \"]\"";
}

bool looks_like_not_a_number(std::string_view word) {
  std::string lower;
  for (const char c : word) {
    if (c != '+' && c != '-')
      lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return lower == "nan" || lower == "inf" || lower == "infinity";
}

/// @returns the parser's own words after `marker`, without what they were last read from
std::string after(const std::string& reason, std::string_view marker) {
  const std::size_t at = reason.find(marker);
  if (at == std::string::npos) return {};
  const std::string_view why = std::string_view{reason}.substr(at + marker.size());
  return std::string{why.substr(0, why.find("; last read"))};
}

void explain_string(const SyntaxError& error, SyntaxAdvice& advice) {
  const std::string_view token =
      error.text.substr(error.token_begin, error.token_end - error.token_begin);
  const std::size_t newline = token.find('\n');
  advice.found = quoted(token.substr(0, newline));
  if (newline != std::string_view::npos || error.token_end == error.text.size()) {
    advice.found = "a string without an end";
    advice.expected = "a closing double quote on the same line";
    advice.help = "a line break inside a string is written \\n";
    return;
  }
  advice.expected = "a string as JSON writes it";
  advice.help = after(error.reason, "invalid string: ");
}

void explain_word(const SyntaxError& error, SyntaxAdvice& advice) {
  advice.end = word_end(error.text, error.token_begin);
  const std::string_view word =
      error.text.substr(error.token_begin, advice.end - error.token_begin);
  const std::string_view rest = error.text.substr(error.token_begin);
  advice.found = quoted(word);
  if (looks_like_not_a_number(word)) {
    advice.expected = "a finite number";
    advice.help = "JSON has neither NaN nor infinity; leave out a key that has no value";
  } else if (rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with('#')) {
    advice.found = "a comment";
    advice.help = "JSON has no comments";
  } else if (rest.starts_with('\'')) {
    advice.found = "a single quote";
    advice.help = "strings and keys stand in double quotes";
  } else if (error.reason.find("invalid number") != std::string::npos) {
    advice.expected = "a number as JSON writes it";
    advice.help = after(error.reason, "invalid number; ");
  } else if (word == "True" || word == "False" || word == "None") {
    advice.help = "JSON writes true, false and null";
  } else if (std::isalpha(static_cast<unsigned char>(rest.front())) != 0) {
    advice.help = "text stands in double quotes: \"" + quoted(word) + "\"";
  }
}

}  // namespace

SyntaxAdvice explain(const SyntaxError& error) {
  const std::string_view between = error.text.substr(error.read, error.token_begin - error.read);
  const bool comma = between.find(',') != std::string_view::npos;
  const bool colon = between.find(':') != std::string_view::npos;

  SyntaxAdvice advice;
  advice.begin = error.token_begin;
  advice.end = error.token_end;
  advice.expected = allowed(error, comma, colon);

  if (error.token_begin >= error.text.size()) {
    advice.found = error.read == 0 ? "an empty text" : "the end of the text";
    if (!error.open.empty()) {
      advice.opened = error.open.back().begin;
      advice.help = "the text is cut short, or a bracket is missing";
    }
    return advice;
  }
  const char first = error.text[error.token_begin];
  const bool follows_a_zero = error.after_value && error.token_begin == error.read &&
                              error.read > 0 && error.text[error.read - 1] == '0' && first >= '0' &&
                              first <= '9';
  if (follows_a_zero) {
    advice.begin = error.read - 1;
    advice.end = word_end(error.text, advice.begin);
    advice.found = quoted(error.text.substr(advice.begin, advice.end - advice.begin));
    advice.expected = "a number as JSON writes it";
    advice.help = "no zero stands before the other digits";
    return advice;
  }
  const bool closes = first == '}' || first == ']';
  if (closes && comma) {
    advice.begin = error.read + between.find(',');
    advice.end = advice.begin + 1;
    advice.found = std::string{"a comma before \""} + first + "\"";
    advice.help = "remove the last comma";
  } else if (first == '"' && error.reason.find("invalid string") != std::string::npos) {
    explain_string(error, advice);
  } else if (error.reason.find("number overflow") != std::string::npos) {
    advice.found =
        quoted(error.text.substr(error.token_begin, error.token_end - error.token_begin));
    advice.expected = "a number below 1.8e308";
  } else if (closes || std::string_view{"{[,:"}.find(first) != std::string_view::npos) {
    advice.found = std::string{"\""} + first + "\"";
    advice.end = advice.begin + 1;
  } else if (first == '"') {
    advice.found =
        quoted(error.text.substr(error.token_begin, error.token_end - error.token_begin));
    if (error.after_value && !comma) advice.help = "is a comma missing before it?";
  } else {
    explain_word(error, advice);
  }
  return advice;
}

}  // namespace ficap::io
