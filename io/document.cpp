#include "io/document.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "io/pointer.hpp"
#include "io/syntax.hpp"

namespace ficap::io {

namespace {

using Json = nlohmann::json;

/// Reads a text and counts the bytes taken: nlohmann/json 3.11 forgets where its tokens stand.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, std::size_t& taken) noexcept : at_{at}, taken_{&taken} {}
  reference operator*() const noexcept { return *at_; }
  CountingIterator& operator++() noexcept {
    ++at_;
    ++*taken_;
    return *this;
  }
  CountingIterator operator++(int) noexcept {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  // C++20 makes != of it.
  bool operator==(const CountingIterator& other) const noexcept { return at_ == other.at_; }

 private:
  const char* at_;
  std::size_t* taken_;
};

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

/// Builds the tree from the parser's events. Each event ends a token, so the token begins where
/// blanks, commas and colons after the one before it end.
class Builder {
 public:
  Builder(std::uint32_t source, std::string_view text) : text_{text}, finder_{source, text} {}

  [[nodiscard]] std::size_t& taken() noexcept { return taken_; }
  [[nodiscard]] Parsed result() && { return {std::move(root_), std::move(problems_)}; }

  // The names and signatures below are those of nlohmann's SAX interface.
  bool null() { return scalar(Null{}, 4); }
  bool boolean(bool value) { return scalar(value, value ? 4 : 5); }
  bool number_integer(std::int64_t value) { return number(static_cast<double>(value)); }
  bool number_unsigned(std::uint64_t value) { return number(static_cast<double>(value)); }
  bool number_float(double value, const std::string& /*text*/) { return number(value); }
  bool string(std::string& value) {
    const std::size_t begin = token_begin();
    return take(Node{std::move(value), finder_.place(begin, taken_)}, taken_);
  }
  bool binary(std::vector<std::uint8_t>& /*value*/) { return false; }  // no JSON text has one
  bool key(std::string& value) {
    const std::size_t begin = token_begin();
    open_.back().key = std::move(value);
    open_.back().key_place = finder_.place(begin, taken_);
    after_key_ = true;
    after_value_ = false;
    read_ = taken_;
    return true;
  }
  bool start_object(std::size_t /*size*/) { return open(Object{}, true); }
  bool start_array(std::size_t /*size*/) { return open(Array{}, false); }
  bool end_object() {
    drop_duplicates(*open_.back().node.object());
    return close();
  }
  bool end_array() { return close(); }

  bool parse_error(std::size_t position,
                   const std::string& /*last_token*/,
                   const nlohmann::detail::exception& error) {
    SyntaxError syntax;
    syntax.text = text_;
    syntax.read = read_;
    syntax.token_begin = bad_token_begin();
    syntax.token_end = std::max(std::min(position, text_.size()), syntax.token_begin);
    for (const Open& open : open_)
      syntax.open.push_back({open.node.object() != nullptr, open.begin});
    syntax.after_key = after_key_;
    syntax.after_value = after_value_;
    syntax.reason = error.what();
    const SyntaxAdvice advice = explain(syntax);
    Problem problem = problem_at(finder_.place(advice.begin, advice.end),
                                 pointer(),
                                 advice.found,
                                 advice.expected,
                                 advice.help);
    if (advice.opened) {
      problem.what.also.push_back(pointer());
      problem.also.push_back(finder_.place(*advice.opened, *advice.opened + 1));
    }
    problems_.push_back(std::move(problem));
    return false;
  }

 private:
  struct Open {
    Node node;
    std::size_t begin{};
    std::string key;
    Place key_place;
  };

  [[nodiscard]] std::size_t token_begin() const noexcept {
    return std::min(text_.find_first_not_of(" \t\r\n,:", read_), text_.size());
  }

  /// @returns where the token that does not fit begins. A comma or colon is passed over only
  ///          where the grammar allows one; anywhere else it is itself that token.
  [[nodiscard]] std::size_t bad_token_begin() const noexcept {
    const auto skip_blanks = [&](std::size_t from) {
      return std::min(text_.find_first_not_of(" \t\r\n", from), text_.size());
    };
    const std::size_t at = skip_blanks(read_);
    const bool may_separate = after_value_ ? !open_.empty() : after_key_;
    const char separator = after_key_ ? ':' : ',';
    const bool separated = may_separate && at < text_.size() && text_[at] == separator;
    return separated ? skip_blanks(at + 1) : at;
  }

  bool number(double value) {
    const std::size_t begin = token_begin();
    std::size_t end = std::min(text_.find_first_not_of("+-.0123456789eE", begin), text_.size());
    // To JSON "01" is two numbers, which then lack a comma.
    const std::size_t digit = begin + (text_[begin] == '-' ? 1 : 0);
    const bool leading_zero = end > digit + 1 && text_[digit] == '0' && is_digit(text_[digit + 1]);
    if (leading_zero) end = digit + 1;
    Number number{value, std::string{text_.substr(begin, end - begin)}};
    return take(Node{std::move(number), finder_.place(begin, end)}, end);
  }

  template <class Value>
  bool scalar(Value value, std::size_t length) {
    const std::size_t begin = token_begin();
    return take(Node{value, finder_.place(begin, begin + length)}, begin + length);
  }

  template <class Container>
  bool open(Container container, bool is_object) {
    const std::size_t begin = token_begin();
    const Place place = finder_.place(begin, begin + 1);
    if (open_.size() == deepest_nesting) {
      problems_.push_back(problem_at(
          place,
          pointer(),
          is_object ? "one more object" : "one more list",
          "at most " + std::to_string(deepest_nesting) + " objects and lists inside one another"));
      return false;
    }
    open_.push_back({Node{std::move(container), place}, begin, {}, {}});
    read_ = begin + 1;
    after_key_ = false;
    after_value_ = false;
    return true;
  }

  bool close() {
    Node node = std::move(open_.back().node);
    open_.pop_back();
    return take(std::move(node), taken_);
  }

  /// Puts a finished value where it belongs.
  bool take(Node node, std::size_t end) {
    read_ = end;
    after_key_ = false;
    after_value_ = true;
    if (open_.empty()) {
      root_ = std::move(node);
    } else if (Open& parent = open_.back(); Object* const object = parent.node.object()) {
      object->members.push_back({std::move(parent.key), parent.key_place, std::move(node)});
    } else if (auto* const array = parent.node.array()) {
      array->push_back(std::move(node));
    }
    return true;
  }

  /// Sorts instead of looking up at each key: an object of a million keys is no denial of service.
  void drop_duplicates(Object& object) {
    std::vector<std::size_t> order(object.members.size());
    for (std::size_t i = 0; i < order.size(); ++i)
      order[i] = i;
    const auto key = [&](std::size_t i) -> const std::string& { return object.members[i].key; };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return key(a) != key(b) ? key(a) < key(b) : a < b;
    });
    std::vector<bool> repeated(order.size(), false);
    bool any = false;
    std::size_t first = 0;
    for (std::size_t i = 1; i < order.size(); ++i) {
      if (key(order[i]) != key(order[first])) {
        first = i;
        continue;
      }
      any = true;
      repeated[order[i]] = true;
      const std::string at = pointer() + "/" + pointer_token(key(order[i]));
      Problem problem = problem_at(object.members[order[i]].key_place,
                                   at,
                                   "the key \"" + key(order[i]) + "\" a second time",
                                   "each key once in an object");
      problem.what.also = {at};
      problem.also = {object.members[order[first]].key_place};
      problems_.push_back(std::move(problem));
    }
    if (!any) return;
    std::vector<Member> kept;
    for (std::size_t i = 0; i < order.size(); ++i) {
      if (!repeated[i]) kept.push_back(std::move(object.members[i]));
    }
    object.members = std::move(kept);
  }

  /// @returns the pointer of the value that is being read
  [[nodiscard]] std::string pointer() const {
    std::string pointer;
    for (std::size_t i = 0; i < open_.size(); ++i) {
      const Open& open = open_[i];
      const bool inside = i + 1 < open_.size() || after_key_;
      if (const Array* const array = open.node.array()) {
        if (inside) pointer += "/" + std::to_string(array->size());
      } else if (inside) {
        pointer += "/" + pointer_token(open.key);
      }
    }
    return pointer;
  }

  std::string_view text_;
  PlaceFinder finder_;
  std::size_t taken_{0};
  std::size_t read_{0};
  bool after_key_{false};
  bool after_value_{false};
  std::vector<Open> open_;
  std::optional<Node> root_;
  Problems problems_;
};

/// @returns the problem that keeps a text from being looked at closely, if there is one
std::optional<Problem> unreadable(const Sources& sources, std::uint32_t source) {
  const std::string_view text = sources.text(source);
  const auto problem = [&](std::size_t at, std::string found, std::string expected) {
    return problem_at(PlaceFinder{source, text}.place(at, std::min(at + 1, text.size())),
                      "",
                      std::move(found),
                      std::move(expected));
  };
  if (text.size() > largest_text) {
    return problem(0, std::to_string(text.size()) + " bytes", "a text of at most 64 MB");
  }
  if (text.starts_with("\xEF\xBB\xBF")) {
    Problem mark = problem(0, "a byte order mark", "UTF-8 without a byte order mark");
    mark.what.help = "save the file as plain UTF-8";
    return mark;
  }
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    // The library takes it for the end, and what follows would be nothing to anybody.
    Problem end = problem(nul, "the byte 0x00", "text");
    end.what.help = "save the file as plain UTF-8; nothing may stand behind the last bracket";
    return end;
  }
  return bad_encoding(source, text);
}

constexpr std::size_t longest_description = 60;

}  // namespace

std::optional<Problem> bad_encoding(std::uint32_t source, std::string_view text) {
  const std::size_t bad = first_bad_utf8(text);
  if (bad == text.size()) return std::nullopt;
  static constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(text[bad]);
  return problem_at(PlaceFinder{source, text}.place(bad, bad + 1),
                    "",
                    std::string{"the byte 0x"} + digits[byte >> 4U] + digits[byte & 0xFU],
                    "UTF-8",
                    "save the file as UTF-8; in Latin-1 or Windows-1252 a pound sign is 0xA3");
}

const Member* Object::member(std::string_view key) const noexcept {
  const auto at = std::find_if(
      members.begin(), members.end(), [&](const Member& member) { return member.key == key; });
  return at == members.end() ? nullptr : &*at;
}

const Node* Object::find(std::string_view key) const noexcept {
  const Member* const found = member(key);
  return found == nullptr ? nullptr : &found->value;
}

Node* Object::find(std::string_view key) noexcept {
  const auto at = std::find_if(
      members.begin(), members.end(), [&](const Member& member) { return member.key == key; });
  return at == members.end() ? nullptr : &at->value;
}

Parsed parse(const Sources& sources, std::uint32_t source) {
  if (auto problem = unreadable(sources, source)) return {std::nullopt, {std::move(*problem)}};
  const std::string& text = sources.text(source);
  Builder builder{source, text};
  const CountingIterator begin{text.data(), builder.taken()};
  const CountingIterator end{text.data() + text.size(), builder.taken()};
  const bool whole = Json::sax_parse(begin, end, &builder);
  Parsed parsed = std::move(builder).result();
  if (!whole) parsed.root.reset();
  return parsed;
}

bool is_json(std::string_view text) {
  return Json::accept(text);
}

std::string describe(const Node& node) {
  const auto cut = [](std::string text) {
    if (text.size() <= longest_description) return text;
    std::size_t length = longest_description;
    while ((static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
      --length;
    return text.substr(0, length) + "...";
  };
  return std::visit(
      [&](const auto& value) -> std::string {
        using Value = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, Null>) return "null";
        if constexpr (std::is_same_v<Value, bool>) return value ? "true" : "false";
        if constexpr (std::is_same_v<Value, Number>) return cut(value.text);
        if constexpr (std::is_same_v<Value, std::string>) return '"' + cut(value) + '"';
        if constexpr (std::is_same_v<Value, Array>) {
          return value.empty() ? "an empty list" : "a list of " + std::to_string(value.size());
        }
        if constexpr (std::is_same_v<Value, Object>) {
          return value.members.empty() ? "an empty object" : "an object";
        }
      },
      node.value);
}

}  // namespace ficap::io
