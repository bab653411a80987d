#include "report/html/option_changes.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "report/words.hpp"

namespace ficap::report::html {

namespace {

std::string label_of(const OptionChange& change) {
  std::string label;
  for (std::string key : change.path) {
    std::replace(key.begin(), key.end(), '_', ' ');
    label += (label.empty() ? "" : " › ") + key;
  }
  return label;
}

std::string or_none(const std::string& text) {
  return text.empty() ? std::string{no_number} : text;
}

std::string source_of(const OptionChange& change, const models::Setting& option) {
  const auto evidence = option.evidence.find(change.source);
  return evidence == option.evidence.end() ? or_none(change.source) : evidence->second.title;
}

}  // namespace

Block option_changes(const std::string& title,
                     const models::Setting& option,
                     std::span<const OptionChange> changes) {
  if (changes.empty()) return Paragraph{title + ": the same scenario as business as usual."};
  Table table{
      .caption = title + ": what its scenario changes",
      .columns = {"What", "business as usual", "option", "plausible range", "grade", "source"},
      .rows = {},
      .in_words = {true, true, true, true, true, true}};
  for (const OptionChange& change : changes) {
    const bool has_range = !change.low.empty() && !change.high.empty();
    table.rows.push_back(
        {.cells = {label_of(change),
                   or_none(change.before),
                   or_none(change.after),
                   has_range ? change.low + " to " + change.high : std::string{no_number},
                   or_none(change.grade),
                   source_of(change, option)}});
  }
  return Closed{.summary = title + ": " +
                           counted(static_cast<std::int64_t>(changes.size()), "change", "changes"),
                .table = std::move(table)};
}

}  // namespace ficap::report::html
