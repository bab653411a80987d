#include "report/html/assumptions.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "report/words.hpp"

namespace ficap::report::html {

namespace {

const char* why_unranked(Unmade why) {
  switch (why) {
    case Unmade::stopped:
      return "The ranking of these numbers by what they move was stopped, and is not made: they "
             "stand in the scenario's order. The same command makes it.";
    case Unmade::failed:
      return "The ranking of these numbers by what they move could not be made, for a future in "
             "it could not be simulated: they stand in the scenario's order.";
    case Unmade::not_asked:
      break;
  }
  return "They stand here in the scenario's order. Which of them matter, and how much, was not "
         "asked for: ficap run, compare and appraise find out with --rank-assumptions 10, which "
         "puts "
         "each to both ends of its range in 10 futures; ficap uncertainty moves all of them at "
         "once.";
}

}  // namespace

std::vector<Block> assumptions(const models::Scenario& scenario, const Ranking& ranking) {
  const models::UncertainNumbers numbers{scenario};
  const auto all = numbers.all();
  const auto judged = std::count_if(all.begin(), all.end(), study::is_judged);
  std::vector<Block> blocks;
  blocks.emplace_back(
      Paragraph{.words = counted(static_cast<std::int64_t>(all.size()), "number", "numbers") +
                         " of this scenario " + (all.size() == 1 ? "carries" : "carry") +
                         " a range; " + std::to_string(judged) + (judged == 1 ? " is" : " are") +
                         " of grade C: judgement, to be replaced by local data."});
  if (judged == 0) return blocks;
  if (ranking.made) {
    auto ranked = ranked_numbers(scenario, ranking);
    blocks.insert(blocks.end(),
                  std::make_move_iterator(ranked.begin()),
                  std::make_move_iterator(ranked.end()));
    return blocks;
  }
  blocks.emplace_back(Paragraph{.words = why_unranked(ranking.why_not)});
  Table table{.caption = "Numbers of grade C",
              .columns = columns_of_numbers(),
              .rows = {},
              .in_words = {true, false, false, true}};
  for (const models::UncertainNumber& number : all) {
    if (study::is_judged(number))
      table.rows.push_back({.cells = cells_of(number, scenario.planned)});
  }
  blocks.emplace_back(Closed{.summary = "All " + std::to_string(judged) + " numbers of grade C",
                             .table = std::move(table)});
  return blocks;
}

}  // namespace ficap::report::html
