#include "report/joining.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "report/pathway_order.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"
#include "sim/expects.hpp"
#include "study/observe.hpp"

namespace ficap::report {

namespace {

constexpr std::size_t line_width = 100;
constexpr std::size_t threats_in_a_table = 4;
constexpr double per_hundred = 0.01;
constexpr std::size_t as_simulated = 1;  // its place among the worlds

using models::Dimension;

study::Estimate estimate_of(const study::Standing& standing) {
  return {.mean = standing.value, .half_width = standing.half_width};
}

study::Estimate change_of(const study::Standing& standing) {
  if (!standing.change) return {};
  const study::PairedDifference& difference = standing.change->difference;
  return {.mean = difference.value, .half_width = difference.half_width};
}

std::string of_hundred(const study::Standing& standing) {
  const auto value = standing.value;
  return value ? "£" + decimal(*value / per_hundred, 1) : std::string{no_number};
}

std::string signed_interval(const study::Estimate& change) {
  const std::string text = with_interval(change, per_hundred);
  return change.mean.value_or(0.0) > 0.0 ? "+" + text : text;
}

/// A threat's name over several lines, none of them wide.
std::string heading(const std::string& name) {
  std::string lines = wrapped(name, 16);
  lines.pop_back();
  return lines;
}

class Writer {
 public:
  Writer(const study::Comparison& curve, const JoiningFacts& facts) : curve_{curve}, facts_{facts} {
    FICAP_EXPECTS(curve.measures.size() ==
                  facts.ids[static_cast<std::size_t>(Dimension::threat)].size() + 2);
    for (const study::JoinMoment& moment : facts.moments)
      labels_.push_back(moment_in_words(moment, facts.setting));
    labels_.insert(labels_.begin() + 1, "as simulated");
    rows_.resize(labels_.size());
    std::iota(rows_.begin(), rows_.end(), std::size_t{0});
    std::swap(rows_.at(0), rows_.at(as_simulated));
  }

  [[nodiscard]] std::string title() const {
    const auto futures = static_cast<std::int64_t>(curve_.replications);
    return "When the unit joins: " + facts_.title + " · " + counted(facts_.years, "year", "years") +
           " from " + in_words(facts_.start) + " · " + counted(futures, "future", "futures") +
           ", the same for all · seed " + std::to_string(facts_.seed);
  }

  [[nodiscard]] std::string answer() const {
    const auto& worlds = curve_.measures.front().standings;
    const std::size_t worst = last_stage();
    std::string text = "Had the unit joined the same cases " + labels_.front() +
                       ", with as many people as it took, it would have collected " +
                       of_hundred(worlds.front()) + " of every £100 of modelled realisable assets";
    if (worst > as_simulated)
      text += "; had it joined " + labels_.at(worst) + ", " + of_hundred(worlds.at(worst));
    return text +
           ". As simulated, with the people there are: " + of_hundred(worlds.at(as_simulated)) +
           "." +
           (counts_all_cases() ? ""
                               : " These are the cases that have an early stage; `ficap run` "
                                 "counts all, so its share is another.");
  }

  [[nodiscard]] bool counts_all_cases() const {
    return facts_.pathways.size() == facts_.setting.pathways.size();
  }

  [[nodiscard]] TextTable table() const {
    TextTable table{{"The unit joins",
                     "days to first\nengagement",
                     "collected of\nevery £100",
                     "against the\nfirst, £"}};
    for (const std::size_t world : rows_) {
      const study::Standing& recovered = curve_.measures.front().standings.at(world);
      const study::Standing& days = curve_.measures.back().standings.at(world);
      table.add_row({labels_[world],
                     with_interval(estimate_of(days)),
                     with_interval(estimate_of(recovered), per_hundred),
                     world == 0 ? "" : signed_interval(change_of(recovered))});
    }
    return table;
  }

  [[nodiscard]] std::vector<JoinedWorld> worlds() const {
    std::vector<JoinedWorld> all;
    for (const std::size_t world : rows_) {
      const auto& standings = curve_.measures.front().standings;
      all.push_back({.label = labels_[world],
                     .recovered = scaled(estimate_of(standings.at(world)), 1.0 / per_hundred),
                     .is_as_simulated = world == as_simulated});
    }
    return all;
  }

  [[nodiscard]] std::string tables_by_threat() const {
    std::vector<std::size_t> defined;
    for (std::size_t m = 1; m + 1 < curve_.measures.size(); ++m) {
      if (curve_.measures[m].standings.front().value) defined.push_back(m);
    }
    std::string text;
    for (std::size_t first = 0; first < defined.size(); first += threats_in_a_table) {
      const std::size_t end = std::min(defined.size(), first + threats_in_a_table);
      text += "\n" + table_of({defined.begin() + static_cast<std::ptrdiff_t>(first),
                               defined.begin() + static_cast<std::ptrdiff_t>(end)});
    }
    return text;
  }

  [[nodiscard]] std::vector<std::string> notes() const {
    return {
        "Cases of: " + joined(facts_.pathways) +
            ". Nothing is asked for before the unit joins; what is then still of use, and all "
            "later needs, are, and nobody waits for a free person: rows differ in the moment "
            "alone, "
            "and \"as simulated\" also in people and asking. Against the first: less the row "
            "of the earliest stage.",
        "± is half of a 95 % interval for chance alone; those of differences hold together. What "
        "is not known about dissipation moves every row more."};
  }

  [[nodiscard]] std::string wrapped_notes() const {
    std::string text;
    for (const std::string& note : notes())
      text += wrapped(note, line_width);
    if (!facts_.id.empty()) {
      text += "Comparison " + facts_.id +
              ": the same scenario, seed and number of futures give these figures again.\n";
    }
    return text;
  }

 private:
  [[nodiscard]] std::string table_of(const std::vector<std::size_t>& measures) const {
    std::vector<std::string> headings{"Collected of every £100, by threat"};
    for (const std::size_t m : measures) {
      const std::string& id = facts_.ids[static_cast<std::size_t>(Dimension::threat)].at(m - 1);
      headings.push_back(heading(facts_.names.of(Dimension::threat, id)));
    }
    TextTable table{std::move(headings)};
    for (const std::size_t world : rows_) {
      std::vector<std::string> cells{labels_[world]};
      for (const std::size_t m : measures) {
        cells.push_back(
            with_interval(estimate_of(curve_.measures[m].standings.at(world)), per_hundred));
      }
      table.add_row(std::move(cells));
    }
    return table.text();
  }

  // The last that some cases live to see.
  [[nodiscard]] std::size_t last_stage() const {
    const auto& worlds = curve_.measures.front().standings;
    for (std::size_t moment = facts_.moments.size() - 1; moment > 0; --moment) {
      const std::size_t world = moment + 1;
      if (facts_.moments[moment].stage && worlds.at(world).value.value_or(0.0) > 0.0) return world;
    }
    return 0;
  }

  const study::Comparison& curve_;
  const JoiningFacts& facts_;
  std::vector<std::string> labels_;  ///< by world
  std::vector<std::size_t> rows_;    ///< worlds in the order in which they are shown
};

}  // namespace

std::vector<study::MeasureRef> measures_of_joining(const models::DimensionIds& ids) {
  const models::Measure* const recovered = models::find_measure("recovered_share");
  std::vector<study::MeasureRef> refs{{recovered, std::nullopt}};
  const std::size_t threats = ids[static_cast<std::size_t>(Dimension::threat)].size();
  for (std::size_t id = 0; id < threats; ++id)
    refs.push_back({recovered, study::Cut{Dimension::threat, id}});
  refs.push_back({models::find_measure("days_to_first_engagement"), std::nullopt});
  return refs;
}

std::string moment_in_words(const study::JoinMoment& moment, const models::Setting& setting) {
  if (!moment.stage) {
    return moment.days == 0.0
               ? "when a case opens"
               : counted(static_cast<std::int64_t>(moment.days), "day", "days") + " after it opens";
  }
  for (const auto& pathway : setting.pathways) {
    if (pathway.second.stages.contains(*moment.stage))
      return "at \"" + stage_name(pathway.second, *moment.stage) + "\"";
  }
  return "at \"" + *moment.stage + "\"";
}

std::string joining_answer(const study::Comparison& curve, const JoiningFacts& facts) {
  return Writer{curve, facts}.answer();
}

TextTable joining_table(const study::Comparison& curve, const JoiningFacts& facts) {
  return Writer{curve, facts}.table();
}

std::vector<std::string> joining_notes(const study::Comparison& curve, const JoiningFacts& facts) {
  return Writer{curve, facts}.notes();
}

std::vector<JoinedWorld> joined_worlds(const study::Comparison& curve, const JoiningFacts& facts) {
  return Writer{curve, facts}.worlds();
}

std::string joining_headline(const study::Comparison& curve, const JoiningFacts& facts) {
  const Writer writer{curve, facts};
  return wrapped(writer.title(), line_width) + wrapped(writer.answer(), line_width);
}

std::string joining_tables(const study::Comparison& curve, const JoiningFacts& facts) {
  const Writer writer{curve, facts};
  return writer.table().text() + writer.tables_by_threat() + "\n" + writer.wrapped_notes();
}

}  // namespace ficap::report
