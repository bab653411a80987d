#include "io/override.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/pointer.hpp"

namespace ficap::io {

namespace {

/// Gives every value read from VALUE its place in the whole argument.
void shift_columns(Node& node, std::uint32_t source, std::uint32_t by) {
  node.place.source = source;
  if (node.place.line == 1) node.place.column += by;
  if (Object* const object = node.object()) {
    for (Member& member : object->members) {
      member.key_place.source = source;
      if (member.key_place.line == 1) member.key_place.column += by;
      shift_columns(member.value, source, by);
    }
  }
  if (Array* const array = node.array()) {
    for (Node& item : *array)
      shift_columns(item, source, by);
  }
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  text.remove_prefix(begin);
  text.remove_suffix(text.size() - (text.find_last_not_of(" \t") + 1));
  return text;
}

/// @returns a path written with dots, or without its first slash, as the pointer it is meant to be
std::string slashed(std::string_view path) {
  std::string pointer = "/" + std::string{path};
  if (path.find('/') == std::string_view::npos)
    std::replace(pointer.begin(), pointer.end(), '.', '/');
  return pointer;
}

class Override {
 public:
  Override(Sources& sources, std::size_t number, const std::string& argument)
      : argument_{argument},
        source_{sources.add("--set " + std::to_string(number), argument)},
        finder_{source_, sources.text(source_)} {}

  Problems apply(Node& root) {
    const std::size_t equals = argument_.find('=');
    std::optional<std::vector<std::string>> tokens;
    std::string_view pointer;
    if (equals != std::string::npos) {
      pointer = trimmed(std::string_view{argument_}.substr(0, equals));
      tokens = pointer_tokens(pointer);
    }
    if (!tokens || tokens->empty()) {
      problem("",
              '"' + argument_ + '"',
              "a JSON pointer, \"=\" and a value, such as /plan/years=3",
              pointer.empty() || pointer.front() == '/'
                  ? ""
                  : "begin with a slash: " + slashed(pointer) + argument_.substr(equals),
              argument_.size());
      return std::move(problems_);
    }
    pointer_begin_ = static_cast<std::size_t>(pointer.data() - argument_.data());
    pointer_end_ = pointer_begin_ + pointer.size();
    Node value = read_value(equals + 1);
    if (!problems_.empty()) return std::move(problems_);
    if (tokens->front() == "extends" || tokens->front() == "$schema") {
      problem(std::string{pointer},
              "--set of \"" + tokens->front() + "\"",
              "a value of the scenario; its bases are in already",
              "",
              pointer_end_);
      return std::move(problems_);
    }
    set(root, *tokens, std::move(value));
    return std::move(problems_);
  }

 private:
  /// Points at the argument from its pointer up to the byte `end`.
  void problem(std::string pointer,
               std::string found,
               std::string expected,
               std::string help,
               std::size_t end) {
    problems_.push_back(problem_at(finder_.place(pointer_begin_, end),
                                   std::move(pointer),
                                   std::move(found),
                                   std::move(expected),
                                   std::move(help)));
  }

  Node read_value(std::size_t begin) {
    const std::string_view written = trimmed(std::string_view{argument_}.substr(begin));
    if (!written.empty()) begin = static_cast<std::size_t>(written.data() - argument_.data());
    const std::string text{written};
    const Place place = finder_.place(begin, begin + text.size());
    if (!is_json(text)) return Node{text, place};
    Sources own;
    Parsed parsed = parse(own, own.add("", text));
    for (Problem& problem : parsed.problems) {
      const auto move = [&](Place& at) {
        at.source = source_;
        if (at.line == 1) at.column += place.column - 1;
      };
      move(problem.at);
      std::for_each(problem.also.begin(), problem.also.end(), move);
      problems_.push_back(std::move(problem));
    }
    if (!parsed.root) return Node{text, place};
    shift_columns(*parsed.root, source_, place.column - 1);
    return std::move(*parsed.root);
  }

  /// @returns the part of the argument that the first `count` tokens take up
  [[nodiscard]] std::string prefix(std::size_t count) const {
    std::size_t at = pointer_begin_;
    for (std::size_t i = 0; i < count; ++i)
      at = argument_.find('/', at + 1);
    return argument_.substr(pointer_begin_, std::min(at, pointer_end_) - pointer_begin_);
  }

  void set(Node& root, const std::vector<std::string>& tokens, Node value) {
    const bool keep_null = tokens.front() == "from_start";
    const Place place = finder_.place(pointer_begin_, pointer_end_);
    Node* at = &root;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const bool last = i + 1 == tokens.size();
      if (Object* const object = at->object()) {
        if (last) return put(*object, tokens[i], place, std::move(value), keep_null);
        Node* next = object->find(tokens[i]);
        if (next == nullptr) {
          // Built whole before it is hung in, so that a later failure would leave no trace; there
          // is none, because below a new object everything can be made.
          object->members.push_back({tokens[i], place, Node{Object{}, place}});
          next = &object->members.back().value;
        }
        at = next;
      } else if (Array* const array = at->array()) {
        if (last && tokens[i] == "-") return array->push_back(std::move(value));
        const Node* const item = step(*at, tokens[i]);
        if (item == nullptr) {
          const std::string range =
              array->empty() ? ""
                             : "an index from 0 to " + std::to_string(array->size() - 1) + ", or ";
          problem(prefix(i + 1),
                  "the index \"" + tokens[i] + "\"",
                  range + "\"-\" to append, because " + prefix(i) + " is " + describe(*at),
                  "",
                  pointer_end_);
          return;
        }
        Node& chosen = (*array)[static_cast<std::size_t>(item - array->data())];
        if (last) {
          chosen = std::move(value);
          return;
        }
        at = &chosen;
      } else {
        problem(prefix(i + 1),
                "a member of " + prefix(i) + ", which is " + describe(*at),
                "the pointer of a member of an object or list",
                "set " + prefix(i) + " itself",
                pointer_end_);
        return;
      }
    }
  }

  static void put(
      Object& object, const std::string& key, const Place& place, Node value, bool keep_null) {
    if (value.is_null() && !keep_null) {
      object.removed.push_back({key, value.place});
      object.members.erase(std::remove_if(object.members.begin(),
                                          object.members.end(),
                                          [&](const Member& member) { return member.key == key; }),
                           object.members.end());
    } else if (Node* const already = object.find(key)) {
      *already = std::move(value);
    } else {
      object.members.push_back({key, place, std::move(value)});
    }
  }

  std::string argument_;
  std::uint32_t source_;
  PlaceFinder finder_;
  std::size_t pointer_begin_{};
  std::size_t pointer_end_{};
  Problems problems_;
};

}  // namespace

Problems apply_override(Node& root,
                        Sources& sources,
                        std::size_t number,
                        const std::string& argument) {
  return Override{sources, number, argument}.apply(root);
}

}  // namespace ficap::io
