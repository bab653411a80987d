#include "io/pointer.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ficap::io {

namespace {

/// @returns the index that `token` writes, without sign or leading zero; nothing for anything else
std::optional<std::size_t> index(std::string_view token) {
  if (token.empty() || token.size() > 9 || (token.size() > 1 && token.front() == '0')) {
    return std::nullopt;
  }
  std::size_t value = 0;
  for (const char digit : token) {
    if (digit < '0' || digit > '9') return std::nullopt;
    value = value * 10 + static_cast<std::size_t>(digit - '0');
  }
  return value;
}

}  // namespace

std::string pointer_token(std::string_view key) {
  std::string token;
  for (const char c : key) {
    if (c == '~') {
      token += "~0";
    } else if (c == '/') {
      token += "~1";
    } else {
      token += c;
    }
  }
  return token;
}

std::optional<std::vector<std::string>> pointer_tokens(std::string_view pointer) {
  std::vector<std::string> tokens;
  if (!pointer.empty() && pointer.front() != '/') return std::nullopt;
  for (std::size_t i = 0; i < pointer.size(); ++i) {
    if (pointer[i] == '/') {
      tokens.emplace_back();
    } else if (pointer[i] == '~') {
      ++i;
      if (i == pointer.size() || (pointer[i] != '0' && pointer[i] != '1')) return std::nullopt;
      tokens.back() += pointer[i] == '0' ? '~' : '/';
    } else {
      tokens.back() += pointer[i];
    }
  }
  return tokens;
}

const Node* step(const Node& from, std::string_view token) {
  if (const Object* const object = from.object()) return object->find(token);
  const Array* const array = from.array();
  const std::optional<std::size_t> at = index(token);
  if (array == nullptr || !at || *at >= array->size()) return nullptr;
  return &(*array)[*at];
}

Place place_of(const Node& root, std::string_view pointer) {
  const auto tokens = pointer_tokens(pointer);
  const Node* at = &root;
  if (!tokens) return at->place;
  for (const std::string& token : *tokens) {
    const Node* const next = step(*at, token);
    if (next == nullptr) {
      if (const Object* const object = at->object()) {
        const auto removed = std::find_if(
            object->removed.begin(), object->removed.end(), [&](const RemovedKey& gone) {
              return gone.key == token;
            });
        if (removed != object->removed.end()) return removed->by;
      }
      break;
    }
    at = next;
  }
  return at->place;
}

}  // namespace ficap::io
