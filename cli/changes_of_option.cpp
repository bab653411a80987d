#include "cli/changes_of_option.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "io/json_text.hpp"
#include "io/write_scenario.hpp"

namespace ficap::cli {

namespace {

using report::html::OptionChange;

constexpr std::array<std::string_view, 7> about_a_number{
    "source", "grade", "low", "high", "spread", "note", "value"};

bool is_about(const io::Member& member) {
  return std::find(about_a_number.begin(), about_a_number.end(), member.key) !=
         about_a_number.end();
}

/// Whether it is a number with its source, range or grade, which are told in one row.
bool is_sourced(const io::Node& node) {
  const io::Object* const object = node.object();
  return object != nullptr && (object->find("source") != nullptr ||
                               object->find("grade") != nullptr || object->find("low") != nullptr);
}

/// @returns a value in words: "3 h", "lognormal: mean 3 h, cv 0.6", "high, very high"
std::string words_of(const io::Node& node) {
  if (const std::string* const text = node.string()) return *text;
  if (const io::Number* const number = node.number()) return number->text;
  if (const bool* const is = std::get_if<bool>(&node.value)) return *is ? "yes" : "no";
  std::string words;
  if (const io::Array* const items = node.array()) {
    for (const io::Node& item : *items)
      words += (words.empty() ? "" : ", ") + words_of(item);
  }
  if (const io::Object* const object = node.object()) {
    for (const io::Member& member : object->members) {
      const bool is_group = member.value.object() != nullptr;
      words += (words.empty() ? "" : ", ") + member.key + (is_group ? ": " : " ") +
               words_of(member.value);
    }
  }
  return words;
}

std::string words_of(const io::Object& object, std::string_view key) {
  const io::Node* const node = object.find(key);
  return node == nullptr ? std::string{} : words_of(*node);
}

/// Of a number with its source the number alone.
std::string value_of(const io::Node& node) {
  if (!is_sourced(node)) return words_of(node);
  if (const io::Node* const value = node.object()->find("value")) return words_of(*value);
  io::Object distribution;
  for (const io::Member& member : node.object()->members) {
    if (!is_about(member)) io::add(distribution, member.key, member.value);
  }
  return words_of(io::make_node(std::move(distribution)));
}

class Changes {
 public:
  void between(const io::Node* before, const io::Node* after) {
    if (before != nullptr && after != nullptr && io::canonical(*before) == io::canonical(*after))
      return;
    const bool is_group = [&] {
      const auto group = [](const io::Node* node) {
        return node == nullptr || (node->object() != nullptr && !is_sourced(*node));
      };
      return group(before) && group(after);
    }();
    if (is_group) {
      members(before == nullptr ? nullptr : before->object(),
              after == nullptr ? nullptr : after->object());
    } else {
      add(before, after);
    }
  }

  [[nodiscard]] std::vector<OptionChange> take() { return std::move(found_); }

 private:
  void members(const io::Object* before, const io::Object* after) {
    const auto in = [](const io::Object* object, const std::string& key) {
      return object == nullptr ? nullptr : object->find(key);
    };
    const auto below = [&](const std::string& key) {
      path_.push_back(key);
      between(in(before, key), in(after, key));
      path_.pop_back();
    };
    if (before != nullptr) {
      for (const io::Member& member : before->members)
        below(member.key);
    }
    if (after == nullptr) return;
    for (const io::Member& member : after->members) {
      if (in(before, member.key) == nullptr) below(member.key);
    }
  }

  void add(const io::Node* before, const io::Node* after) {
    OptionChange change{.path = path_,
                        .before = before == nullptr ? std::string{} : value_of(*before),
                        .after = after == nullptr ? std::string{} : value_of(*after),
                        .low = {},
                        .high = {},
                        .grade = {},
                        .source = {}};
    if (after != nullptr && is_sourced(*after)) {
      const io::Object& number = *after->object();
      change.low = words_of(number, "low");
      change.high = words_of(number, "high");
      change.grade = words_of(number, "grade");
      change.source = words_of(number, "source");
    }
    // A new entry is written with all its fields: those that say nothing are left out.
    if (change.before.empty() && (change.after.empty() || change.after == "no")) return;
    found_.push_back(std::move(change));
  }

  std::vector<std::string> path_;
  std::vector<OptionChange> found_;
};

}  // namespace

std::vector<OptionChange> changes_of_option(const models::Scenario& base,
                                            const models::Scenario& option) {
  const auto written = [](const models::Scenario& scenario) {
    models::Setting setting = scenario.planned;
    setting.title.clear();
    setting.description.clear();
    setting.evidence = {};
    return io::write_setting(setting);
  };
  const io::Node before = written(base);
  const io::Node after = written(option);
  Changes changes;
  changes.between(&before, &after);
  return changes.take();
}

}  // namespace ficap::cli
