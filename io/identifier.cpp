#include "io/identifier.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace ficap::io {

constexpr std::size_t longest_id = 60;

bool is_id(std::string_view id) noexcept {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !id.empty() && id.size() <= longest_id && plain(id.front()) &&
         std::all_of(
             id.begin(), id.end(), [&](char c) { return plain(c) || c == '_' || c == '-'; });
}

std::string id_help(std::string_view id) {
  std::string better;
  for (const char c : id) {
    if (c >= 'A' && c <= 'Z') {
      better += static_cast<char>(c - 'A' + 'a');
    } else {
      better += c == ' ' || c == '.' || c == '/' ? '-' : c;
    }
  }
  return is_id(better) ? "write \"" + better + "\"" : "";
}

}  // namespace ficap::io
