#include "report/html/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "models/uncertain_numbers.hpp"
#include "report/measure_text.hpp"
#include "report/number_label.hpp"
#include "report/number_range.hpp"
#include "report/words.hpp"

namespace ficap::report::html {

namespace {

using study::MovedNumber;
using study::PairedDifference;
using study::Verdict;

constexpr std::size_t most_pictured = 10;
constexpr std::size_t most_in_table = 20;
constexpr int most_decimals = 3;

std::string numbers(std::size_t count) {
  return counted(static_cast<std::int64_t>(count), "number", "numbers");
}

bool shows(const PairedDifference& difference) {
  return difference.verdict == Verdict::lower || difference.verdict == Verdict::higher;
}

/// One measure: what it is called, and changes of it in one unit.
class Moved {
 public:
  Moved(const study::OneAtATime& study, std::size_t measure, const std::string& name, double years)
      : measure_{measure},
        name_{called(name)},
        text_{*study.measures[measure].measure, years, largest(study, measure)},
        unit_{text_.unit() == "%" ? "points" : text_.unit()},
        stated_{study.as_stated[measure]} {}

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& unit() const { return unit_; }
  [[nodiscard]] double worth() const { return text_.worth(); }
  [[nodiscard]] std::string heading(const char* end) const {
    return capitalised(name_) + " at the " + end + (unit_.empty() ? "" : ", " + unit_);
  }
  [[nodiscard]] std::string stated() const {
    return stated_ ? text_.amount(*stated_, 1) + text_.per() : std::string{no_number};
  }
  [[nodiscard]] const PairedDifference& at_low(const MovedNumber& number) const {
    return number.at_low.at(measure_);
  }
  [[nodiscard]] const PairedDifference& at_high(const MovedNumber& number) const {
    return number.at_high.at(measure_);
  }
  /// "-1.2 ± 0.3"
  [[nodiscard]] std::string change(const PairedDifference& difference) const {
    if (difference.verdict == Verdict::same) return "0";
    const double half_width = difference.half_width.value_or(0.0) / worth();
    return change_with_interval(difference.value.value_or(0.0) / worth(),
                                half_width,
                                decimals_for(half_width, most_decimals),
                                shows(difference));
  }
  [[nodiscard]] std::string cell(const PairedDifference& difference) const {
    switch (difference.verdict) {
      case Verdict::undefined:
        return std::string{no_number};
      case Verdict::same:
        return "nothing";
      case Verdict::cannot_tell:
        return "cannot tell";
      default:
        return change(difference);
    }
  }

 private:
  static double largest(const study::OneAtATime& study, std::size_t measure) {
    double most = 0.0;
    for (const MovedNumber& moved : study.moved)
      most = std::max(most, study::effect_that_shows(moved, measure));
    return most;
  }

  std::size_t measure_;
  std::string name_;
  MeasureText text_;
  std::string unit_;
  std::optional<double> stated_;
};

chart::Bar bar_of(const Moved& moved,
                  const PairedDifference& difference,
                  std::string where,
                  chart::Mark mark) {
  chart::Bar bar{.label = std::move(where),
                 .value = difference.value.value_or(0.0) / moved.worth(),
                 .interval = std::nullopt,
                 .said = moved.change(difference),
                 .mark = shows(difference) ? mark : chart::Mark::undecided};
  if (difference.half_width && *difference.half_width > 0.0) {
    const double reach = *difference.half_width / moved.worth();
    bar.interval = chart::Interval{.low = bar.value - reach, .high = bar.value + reach};
  }
  return bar;
}

class Writer {
 public:
  Writer(const models::Scenario& scenario, const Ranking& ranking)
      : setting_{scenario.planned}, study_{*ranking.made}, numbers_{scenario} {
    for (std::size_t m = 0; m < study_.measures.size(); ++m)
      measures_.emplace_back(study_, m, ranking.measures.at(m), setting_.plan.years);
  }

  [[nodiscard]] std::vector<Block> blocks() const {
    std::vector<Block> blocks{Paragraph{how()}};
    for (std::size_t m = 0; m < measures_.size(); ++m) {
      const study::RankedNumbers ranks = study::ranked_by(study_, m);
      if (ranks.matter.empty()) {
        blocks.emplace_back(Paragraph{"No number of grade C moves " + measures_[m].name() +
                                      " beyond luck, as far as " + futures() + " can tell."});
      } else {
        blocks.emplace_back(tornado(measures_[m], ranks));
      }
    }
    const study::RankedNumbers all = study::ranked_by_all(study_);
    if (!all.matter.empty()) blocks.emplace_back(those_that_matter(all));
    blocks.emplace_back(everything(all));
    blocks.emplace_back(Paragraph{
        .words = "\u201cCannot tell\u201d: the effect cannot be told apart from nothing. Each "
                 "interval is of 95 % by itself: of the numbers that do nothing to a measure "
                 "in truth, about one in twenty seems to do something at an end by luck alone; "
                 "such numbers stand low in the ranking. Effects of several numbers need not add "
                 "up: ficap uncertainty moves all of them at once.",
        .tone = Tone::note});
    return blocks;
  }

 private:
  [[nodiscard]] std::string futures() const { return counted(study_.futures, "future", "futures"); }
  [[nodiscard]] const models::UncertainNumber& number_of(std::size_t place) const {
    return numbers_.all()[study_.moved[place].number];
  }

  [[nodiscard]] std::string how() const {
    return "Each of the " + numbers(study_.moved.size()) +
           " of grade C was put to the low and to the high of its range, all others being as "
           "stated, in the same " +
           futures() +
           " as the scenario as it stands: what differs is that number's doing. Numbers that state "
           "the same evidence move together.";
  }

  [[nodiscard]] Figure tornado(const Moved& moved, const study::RankedNumbers& ranks) const {
    const std::size_t count = std::min(most_pictured, ranks.matter.size());
    chart::Tornado picture;
    picture.axis = {.title = "change" + (moved.unit().empty() ? "" : ", " + moved.unit()),
                    .unit = chart::Unit::number};
    Table table{.caption = "Numbers of grade C that move " + moved.name() + " most",
                .columns = columns_of_numbers(),
                .rows = {},
                .in_words = {true, false, false, true, false, false}};
    table.columns.push_back(moved.heading("low"));
    table.columns.push_back(moved.heading("high"));
    std::string described;
    for (std::size_t i = 0; i < count; ++i) {
      const MovedNumber& number = study_.moved[ranks.matter[i]];
      const models::UncertainNumber& uncertain = number_of(ranks.matter[i]);
      picture.swings.push_back(
          {.label = number_label(uncertain, setting_),
           .low =
               bar_of(moved, moved.at_low(number), "at " + low_text(uncertain), chart::Mark::part),
           .high = bar_of(
               moved, moved.at_high(number), "at " + high_text(uncertain), chart::Mark::total)});
      const chart::Swing& swing = picture.swings.back();
      described += (i == 0 ? "" : "; ") + swing.label + ", " + swing.low.label + " " +
                   swing.low.said + ", " + swing.high.label + " " + swing.high.said;
      table.rows.push_back({.cells = cells_of(uncertain, setting_)});
      table.rows.back().cells.push_back(moved.cell(moved.at_low(number)));
      table.rows.back().cells.push_back(moved.cell(moved.at_high(number)));
    }
    picture.words = {.headline = headline(moved, picture.swings.front()),
                     .subtitle = subtitle(moved, count, ranks.matter.size()),
                     .description =
                         "Two bars for each number, to either side of nothing, which "
                         "is the scenario as stated; changes" +
                         (moved.unit().empty() ? "" : " in " + moved.unit()) + ": " + described +
                         "."};
    return {.chart = std::move(picture), .table = std::move(table)};
  }

  static std::string headline(const Moved& moved, const chart::Swing& most) {
    const auto told = [&](const chart::Bar& bar) {
      return bar.mark == chart::Mark::undecided ? "no telling " + bar.label
                                                : bar.said + " " + bar.label;
    };
    return capitalised(moved.name()) + " hangs most on " + most.label + ": " + told(most.low) +
           ", " + told(most.high) + (moved.unit().empty() ? "" : " (" + moved.unit() + ")");
  }

  [[nodiscard]] std::string subtitle(const Moved& moved,
                                     std::size_t shown,
                                     std::size_t matter) const {
    return (shown < matter ? "The " + std::to_string(shown) + " that move it most, of " +
                                 numbers(matter) + " of grade C that can be told to move it"
                           : "The " + numbers(matter) + " of grade C that move it") +
           ", one at a time, from " + moved.stated() +
           " as stated. Upper bar: at the low of its range; lower bar: at the high. 95 % intervals "
           "for luck over " +
           futures() + ", the same for all; grey: cannot be told apart from nothing";
  }

  [[nodiscard]] Table empty_table(std::string caption) const {
    Table table{.caption = std::move(caption),
                .columns = columns_of_numbers(),
                .rows = {},
                .in_words = {true, false, false, true}};
    for (const Moved& moved : measures_) {
      for (const char* const end : {"low", "high"}) {
        table.columns.push_back(moved.heading(end));
        table.in_words.push_back(false);
      }
    }
    return table;
  }

  [[nodiscard]] Row row_of(std::size_t place) const {
    Row row{.cells = cells_of(number_of(place), setting_)};
    for (const Moved& moved : measures_) {
      row.cells.push_back(moved.cell(moved.at_low(study_.moved[place])));
      row.cells.push_back(moved.cell(moved.at_high(study_.moved[place])));
    }
    return row;
  }

  [[nodiscard]] Table those_that_matter(const study::RankedNumbers& all) const {
    const std::size_t count = std::min(most_in_table, all.matter.size());
    Table table =
        empty_table(count < all.matter.size()
                        ? "The " + std::to_string(count) + " of " + numbers(all.matter.size()) +
                              " of grade C that matter, the most important first"
                        : "Numbers of grade C that matter, the most important first");
    for (std::size_t i = 0; i < count; ++i)
      table.rows.push_back(row_of(all.matter[i]));
    return table;
  }

  [[nodiscard]] Closed everything(const study::RankedNumbers& all) const {
    Table table = empty_table("Numbers of grade C, those that matter most first");
    const auto add = [&](const std::vector<std::size_t>& places, std::string group) {
      if (places.empty()) return;
      table.rows.push_back({.cells = {std::move(group)}});
      for (const std::size_t place : places)
        table.rows.push_back(row_of(place));
    };
    add(all.matter, "These matter, by their largest effect against that of all numbers");
    add(all.cannot_tell, "These cannot be told apart from nothing in " + futures());
    add(all.nothing, "These do nothing: every future is the same");
    return {.summary = "All " + numbers(study_.moved.size()) +
                       " of grade C: " + std::to_string(all.matter.size()) + " matter, " +
                       std::to_string(all.cannot_tell.size()) +
                       " cannot be told apart from nothing, " + std::to_string(all.nothing.size()) +
                       " do nothing",
            .table = std::move(table)};
  }

  const models::Setting& setting_;
  const study::OneAtATime& study_;
  models::UncertainNumbers numbers_;
  std::vector<Moved> measures_;
};

std::string source_of(const models::UncertainNumber& number, const models::Setting& setting) {
  for (const auto& [id, evidence] : setting.evidence) {
    if (id == number.source) return id;
  }
  return number.source.empty() ? std::string{no_number} : number.source;
}

}  // namespace

std::vector<std::string> columns_of_numbers() {
  return {"Number", "in the scenario", "plausible range", "source"};
}

std::vector<std::string> cells_of(const models::UncertainNumber& number,
                                  const models::Setting& setting) {
  std::string label = number_label(number, setting) + (number.is_mean ? " (mean)" : "");
  if (!number.also.empty())
    label += ", and " + counted(static_cast<std::int64_t>(number.also.size()), "place", "places") +
             " more that say the same";
  return {std::move(label), value_text(number), range_text(number), source_of(number, setting)};
}

std::vector<Block> ranked_numbers(const models::Scenario& scenario, const Ranking& ranking) {
  return Writer{scenario, ranking}.blocks();
}

}  // namespace ficap::report::html
