#include "report/shell_word.hpp"

#include <string_view>

namespace ficap::report {

std::string shell_word(const std::string& path) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./+,:@%=";
  if (!path.empty() && path.find_first_not_of(plain) == std::string::npos) return path;
  std::string text = "'";
  for (const char c : path)
    text += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return text + "'";
}

}  // namespace ficap::report
