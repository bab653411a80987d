#include "report/html/assumptions.hpp"

#include <algorithm>
#include <cstdint>

#include "models/uncertain_numbers.hpp"
#include "report/number_label.hpp"
#include "report/number_range.hpp"
#include "report/words.hpp"

namespace ficap::report::html {

namespace {

bool is_judged(const models::UncertainNumber& number) {
  return number.grade && *number.grade == models::Grade::judgement;
}

std::string source_of(const models::UncertainNumber& number, const models::Setting& setting) {
  for (const auto& [id, evidence] : setting.evidence) {
    if (id == number.source) return id;
  }
  return number.source.empty() ? std::string{no_number} : number.source;
}

std::vector<std::string> cells_of(const models::UncertainNumber& number,
                                  const models::Setting& setting) {
  std::string label = number_label(number, setting) + (number.is_mean ? " (mean)" : "");
  if (!number.also.empty())
    label += ", and " + counted(static_cast<std::int64_t>(number.also.size()), "place", "places") +
             " more that say the same";
  return {std::move(label), value_text(number), range_text(number), source_of(number, setting)};
}

}  // namespace

std::vector<Block> assumptions(const models::Scenario& scenario,
                               const std::vector<NumberEffect>& effects) {
  const models::UncertainNumbers numbers{scenario};
  const auto all = numbers.all();
  const models::Setting& setting = scenario.planned;
  const auto judged = std::count_if(all.begin(), all.end(), is_judged);
  std::vector<Block> blocks;
  blocks.emplace_back(
      Paragraph{.words = counted(static_cast<std::int64_t>(all.size()), "number", "numbers") +
                         " of this scenario " + (all.size() == 1 ? "carries" : "carry") +
                         " a range; " + std::to_string(judged) + (judged == 1 ? " is" : " are") +
                         " of grade C: judgement, to be replaced by local data."});
  if (judged == 0) return blocks;
  Table table{.caption = "Numbers of grade C",
              .columns = {"Number", "in the scenario", "plausible range", "source"},
              .rows = {},
              .in_words = {true, false, false, true}};
  if (effects.empty()) {
    blocks.emplace_back(Paragraph{
        .words = "They stand here in the scenario's order. Which of them matter, and how much, "
                 "takes a study of its own: ficap uncertainty, which draws every number from its "
                 "range and ranks them by what they move."});
    for (const models::UncertainNumber& number : all) {
      if (is_judged(number)) table.rows.push_back({.cells = cells_of(number, setting)});
    }
    blocks.emplace_back(Closed{.summary = "All " + std::to_string(judged) + " numbers of grade C",
                               .table = std::move(table)});
    return blocks;
  }
  table.caption = "Numbers of grade C that matter, the most important first";
  table.columns.emplace_back("moves");
  table.in_words.push_back(true);
  for (const NumberEffect& effect : effects) {
    const models::UncertainNumber& number = all[effect.number];
    if (!is_judged(number)) continue;
    table.rows.push_back({.cells = cells_of(number, setting)});
    table.rows.back().cells.push_back(effect.moves);
  }
  blocks.emplace_back(std::move(table));
  return blocks;
}

}  // namespace ficap::report::html
