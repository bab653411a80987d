#include "tests/architecture/source_text.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace ficap::test {
namespace {

namespace fs = std::filesystem;

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

enum class Part { code, comment, literal };

/// Where what begins at `at` ends: one past its last character.
struct Piece {
  Part part;
  std::size_t end;
};

std::size_t past(std::string_view text, std::string_view closing, std::size_t from) {
  const auto at = text.find(closing, from);
  return at == std::string_view::npos ? text.size() : at + closing.size();
}

std::size_t past_quoted(std::string_view text, std::size_t at) {
  const char quote = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == quote || text[i] == '\n') {
      return i + 1;
    }
  }
  return text.size();
}

Piece piece_at(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at);
  const bool after_word = at > 0 && is_word(text[at - 1]);
  if (rest.starts_with("//")) return {Part::comment, std::min(text.find('\n', at), text.size())};
  if (rest.starts_with("/*")) return {Part::comment, past(text, "*/", at + 2)};
  if (rest.starts_with("R\"") && !after_word) {
    const auto open = std::min(text.find('(', at), text.size());
    std::string closing{")"};
    closing += text.substr(at + 2, open - at - 2);
    closing += '"';
    return {Part::literal, past(text, closing, open)};
  }
  if (rest.front() == '"') return {Part::literal, past_quoted(text, at)};
  if (rest.front() == '\'' && !after_word) return {Part::literal, past_quoted(text, at)};
  return {Part::code, at + 1};
}

}  // namespace

SourceText split_source(std::string_view text) {
  std::string blank(text);
  std::replace_if(
      blank.begin(), blank.end(), [](char c) { return c != '\n'; }, ' ');
  SourceText split{blank, blank, blank};
  for (std::size_t at = 0; at < text.size();) {
    const Piece piece = piece_at(text, at);
    for (; at < piece.end; ++at) {
      if (piece.part == Part::code) split.code[at] = text[at];
      if (piece.part != Part::comment) split.includes[at] = text[at];
      if (piece.part != Part::code) split.prose[at] = text[at];
    }
  }
  return split;
}

int line_of(std::string_view text, std::size_t offset) {
  const auto before = text.substr(0, offset);
  return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

std::string read_file(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  if (!file) throw std::runtime_error{"cannot read " + path.string()};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<fs::path> sources_below(const fs::path& folder) {
  std::vector<fs::path> sources;
  if (!fs::exists(folder)) return sources;
  for (const auto& entry : fs::recursive_directory_iterator{folder}) {
    const auto extension = entry.path().extension();
    if (extension == ".hpp" || extension == ".cpp") sources.push_back(entry.path());
  }
  std::sort(sources.begin(), sources.end());
  return sources;
}

}  // namespace ficap::test
