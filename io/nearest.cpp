#include "io/nearest.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ficap::io {

namespace {

/// No key of ours is longer; a longer word is not looked at closely.
constexpr std::size_t longest_word = 64;

/// The word as far as spelling matters: small letters, one sign for blank, hyphen and underscore.
std::string folded(std::string_view word) {
  std::string plain;
  for (const char c : word) {
    const bool capital = c >= 'A' && c <= 'Z';
    plain += capital ? static_cast<char>(c - 'A' + 'a') : (c == '-' || c == ' ' ? '_' : c);
  }
  return plain;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // Three rows of the table are enough: a swap looks back two.
  std::array<std::vector<std::size_t>, 3> rows;
  for (auto& row : rows)
    row.assign(b.size() + 1, 0);
  auto& [before, previous, current] = rows;
  for (std::size_t j = 0; j <= b.size(); ++j)
    current[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before, previous);
    std::swap(previous, current);
    current[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substitution = a[i - 1] == b[j - 1] ? 0 : 1;
      current[j] = std::min({previous[j] + 1, current[j - 1] + 1, previous[j - 1] + substitution});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        current[j] = std::min(current[j], before[j - 2] + 1);
      }
    }
  }
  return current[b.size()];
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known) {
  if (word.empty() || word.size() > longest_word) return std::nullopt;
  const std::string plain = folded(word);
  const std::string* best = nullptr;
  std::size_t best_distance = 0;
  for (const std::string& candidate : known) {
    if (candidate == word) return std::nullopt;
    const std::size_t distance = edit_distance(plain, folded(candidate));
    const std::size_t allowed =
        std::max<std::size_t>(1, std::max(word.size(), candidate.size()) / 3);
    if (distance > allowed) continue;
    if (best == nullptr || distance < best_distance) {
      best = &candidate;
      best_distance = distance;
    }
  }
  // A word of two letters is one edit from every other: no advice is better than a guess.
  if (best == nullptr || best_distance >= plain.size()) return std::nullopt;
  return *best;
}

std::optional<std::string> nearest_or_whole(std::string_view word,
                                            const std::vector<std::string>& known) {
  if (auto near = nearest(word, known)) return near;
  const auto has_it = [&](const std::string& each) {
    return !word.empty() && each.size() > word.size() && each.find(word) != std::string::npos;
  };
  const auto first = std::find_if(known.begin(), known.end(), has_it);
  if (first == known.end() || std::any_of(first + 1, known.end(), has_it)) return std::nullopt;
  return *first;
}

}  // namespace ficap::io
