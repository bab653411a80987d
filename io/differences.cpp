#include "io/differences.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "io/json_text.hpp"

namespace ficap::io {

namespace {

class Comparison {
 public:
  void compare(const Node& first, const Node& second) {
    if (first.object() != nullptr && second.object() != nullptr) {
      compare_objects(first, second);
    } else if (first.array() != nullptr && second.array() != nullptr) {
      compare_lists(first, second);
    } else if (canonical(first) != canonical(second)) {
      add(describe(first), describe(second), first.place.line);
    }
  }

  [[nodiscard]] std::vector<ValueDifference> take() { return std::move(found_); }

 private:
  void compare_objects(const Node& first, const Node& second) {
    for (const Member& member : first.object()->members) {
      path_.push_back(member.key);
      if (const Node* const other = second.object()->find(member.key)) {
        compare(member.value, *other);
      } else {
        add(describe(member.value), std::nullopt, member.value.place.line);
      }
      path_.pop_back();
    }
    for (const Member& member : second.object()->members) {
      if (first.object()->find(member.key) != nullptr) continue;
      path_.push_back(member.key);
      add(std::nullopt, describe(member.value), first.place.line);
      path_.pop_back();
    }
  }

  void compare_lists(const Node& first, const Node& second) {
    const Array& a = *first.array();
    const Array& b = *second.array();
    for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
      path_.push_back(std::to_string(i));
      if (i >= b.size()) {
        add(describe(a[i]), std::nullopt, a[i].place.line);
      } else if (i >= a.size()) {
        add(std::nullopt, describe(b[i]), first.place.line);
      } else {
        compare(a[i], b[i]);
      }
      path_.pop_back();
    }
  }

  void add(std::optional<std::string> first,
           std::optional<std::string> second,
           std::uint32_t line) {
    found_.push_back(
        {.path = path_, .first = std::move(first), .second = std::move(second), .line = line});
  }

  std::vector<std::string> path_;
  std::vector<ValueDifference> found_;
};

}  // namespace

std::vector<ValueDifference> differences(const Node& first, const Node& second) {
  Comparison comparison;
  comparison.compare(first, second);
  return comparison.take();
}

std::size_t first_differing_line(std::string_view first, std::string_view second) {
  std::size_t at = 0;
  while (at < first.size() && at < second.size() && first[at] == second[at])
    ++at;
  return 1 + static_cast<std::size_t>(
                 std::count(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

}  // namespace ficap::io
