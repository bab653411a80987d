#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ficap::io {

/// An array or object that is open at some point of a text.
struct OpenContainer {
  bool is_object{};
  std::size_t begin{};  ///< byte offset of its bracket
};

/// What a text is in the middle of when its next token cannot stand there.
struct SyntaxError {
  std::string_view text;
  std::size_t read{};         ///< bytes of the text that made sense: the end of the last good token
  std::size_t token_begin{};  ///< the token that does not fit
  std::size_t token_end{};
  std::vector<OpenContainer> open;  ///< outermost first
  bool after_key{};                 ///< the last good token is a key
  bool after_value{};               ///< the last good token ends a value
  std::string reason;               ///< the JSON parser's own words
};

/// The same in words: what was found, what may stand there, and how to put it right.
struct SyntaxAdvice {
  std::string found;
  std::string expected;
  std::string help;
  std::size_t begin{};  ///< the bytes to point at
  std::size_t end{};
  std::optional<std::size_t> opened;  ///< byte offset of a bracket that is never closed
};

/// Turns a syntax error into advice: names comments, NaN, single quotes, missing and trailing
/// commas, strings and brackets that are never closed, text after the end.
[[nodiscard]] SyntaxAdvice explain(const SyntaxError& error);

}  // namespace ficap::io
