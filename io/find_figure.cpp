#include "io/find_figure.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "io/nearest.hpp"

namespace ficap::io {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 2> short_names{
    {{"npv", "net_present_value"}, {"bcr", "benefit_cost_ratio"}}};

std::string name_for(const std::string& name) {
  for (const auto& [brief, whole] : short_names) {
    if (name == brief) return std::string{whole};
  }
  return name;
}

using Candidates = std::vector<const AppraisalFigure*>;

const std::string* value_of(const AppraisalFigure& figure, const std::string& key) {
  for (const Selector& each : figure.name.of) {
    if (each.key == key) return &each.value;
  }
  return nullptr;
}

void add_once(std::vector<std::string>& texts, const std::string& text) {
  if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
}

std::string listed(const std::vector<std::string>& texts) {
  constexpr std::size_t most = 12;
  std::string list;
  for (std::size_t i = 0; i < texts.size() && i < most; ++i)
    list += (i > 0 ? ", " : "") + texts[i];
  return list + (texts.size() > most ? ", ..." : "");
}

std::string advice(const std::string& word, const std::vector<std::string>& known) {
  const auto meant = nearest_or_whole(word, known);
  if (meant) return "; did you mean \"" + *meant + "\"?";
  return "; it has: " + listed(known);
}

/// Leaves those of which what is selected is true; says what is wrong where none is left.
std::optional<NoSuchMeasure> narrow(Candidates& candidates,
                                    const std::string& name,
                                    const Selector& selected) {
  std::vector<std::string> keys;
  std::vector<std::string> values;
  Candidates left;
  for (const AppraisalFigure* const each : candidates) {
    for (const Selector& of : each->name.of)
      add_once(keys, of.key);
    const std::string* const value = value_of(*each, selected.key);
    if (value == nullptr) continue;
    add_once(values, *value);
    if (*value == selected.value) left.push_back(each);
  }
  if (values.empty()) {
    return NoSuchMeasure{"the file does not have " + name + " by \"" + selected.key + "\"" +
                         advice(selected.key, keys)};
  }
  if (left.empty()) {
    return NoSuchMeasure{"the file knows no " + selected.key + " \"" + selected.value + "\" of " +
                         name + advice(selected.value, values)};
  }
  candidates = std::move(left);
  return std::nullopt;
}

/// What else must be said so that one is left: the first key in which they differ.
NoSuchMeasure several(const Candidates& candidates, const FigureName& asked) {
  for (const Selector& first : candidates.front()->name.of) {
    std::vector<std::string> values;
    for (const AppraisalFigure* const each : candidates) {
      const std::string* const value = value_of(*each, first.key);
      if (value != nullptr) add_once(values, *value);
    }
    const bool is_said = std::any_of(asked.of.begin(), asked.of.end(), [&](const Selector& each) {
      return each.key == first.key;
    });
    if (is_said || values.size() < 2) continue;
    return {"there are " + std::to_string(candidates.size()) + " of " + to_string(asked) +
            ": say which " + first.key + ", e.g. " + to_string(candidates.front()->name) +
            "; it has: " + listed(values)};
  }
  return {"there are several of " + to_string(asked) + ", e.g. " +
          to_string(candidates.front()->name)};
}

}  // namespace

bool has_figure(const std::vector<AppraisalFigure>& figures, const std::string& name) {
  const std::string whole = name_for(name);
  return std::any_of(figures.begin(), figures.end(), [&](const AppraisalFigure& figure) {
    return figure.name.name == whole;
  });
}

std::vector<std::string> names_of(const std::vector<AppraisalFigure>& figures) {
  std::vector<std::string> names;
  for (const auto& [brief, whole] : short_names) {
    if (has_figure(figures, std::string{whole})) names.emplace_back(brief);
  }
  for (const AppraisalFigure& figure : figures)
    add_once(names, figure.name.name);
  return names;
}

std::variant<AppraisalFigure, NoSuchMeasure> find_figure(
    const std::vector<AppraisalFigure>& figures, const FigureName& asked) {
  const std::string name = name_for(asked.name);
  Candidates candidates;
  for (const AppraisalFigure& figure : figures) {
    if (figure.name.name == name) candidates.push_back(&figure);
  }
  for (const Selector& selected : asked.of) {
    if (auto problem = narrow(candidates, name, selected)) return *problem;
  }
  // "needs_met[option=more]" is that of the option, not of one of its organisations.
  std::size_t fewest = candidates.front()->name.of.size();
  for (const AppraisalFigure* const each : candidates)
    fewest = std::min(fewest, each->name.of.size());
  Candidates plainest;
  for (const AppraisalFigure* const each : candidates) {
    if (each->name.of.size() == fewest) plainest.push_back(each);
  }
  if (plainest.size() > 1) return several(plainest, asked);
  return *plainest.front();
}

}  // namespace ficap::io
