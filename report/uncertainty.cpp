#include "report/uncertainty.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string_view>
#include <vector>

#include "report/measure_text.hpp"
#include "report/number_label.hpp"
#include "report/starts_from.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

constexpr std::size_t line_width = 100;

std::int64_t of_100(double share) {
  return static_cast<std::int64_t>(std::floor(100.0 * share + 0.5));
}

constexpr std::string_view free_to_ask = "unmet_share_of_need[class=discretionary]";
constexpr std::string_view all_need = "unmet_share_of_need";
constexpr std::string_view collected = "assets_collected";

const study::MeasureUncertainty* find(const study::UncertaintyStudy& study, std::string_view name) {
  const auto found = std::find(study.names.begin(), study.names.end(), name);
  if (found == study.names.end()) return nullptr;
  const auto& measure = study.measures[static_cast<std::size_t>(found - study.names.begin())];
  return measure.split ? &measure : nullptr;
}

std::string title_line(const study::UncertaintyStudy& study, const RunFacts& facts) {
  return facts.title + " · " + counted(facts.years, "year", "years") + " from " +
         in_words(facts.start) + said_start(facts.starts_from) + " · " +
         counted(facts.finished, "draw", "draws") + " of " +
         counted(static_cast<std::int64_t>(study.numbers.size()),
                 "uncertain number",
                 "uncertain numbers") +
         ", " + counted(study.plan.futures, "future", "futures") + " of each · seed " +
         std::to_string(facts.seed);
}

std::string parts_sentence(std::string_view of, const study::VarianceSplit& split) {
  const std::string what = "Of what is uncertain about " + std::string{of} + ", ";
  if (split.evidence + split.chance <= 0.0)
    return what + "nothing: it is the same in every future.";
  if (split.evidence_set_to_0) {
    return what +
           "all is luck as far as these draws can tell: the part that nobody has measured does not "
           "show beyond it.";
  }
  const std::int64_t evidence = of_100(split.share);
  return what + std::to_string(evidence) + " % is what nobody has measured and " +
         std::to_string(100 - evidence) +
         " % is luck (95 % interval of the first: " + std::to_string(of_100(split.share_low)) +
         " to " + std::to_string(of_100(split.share_high)) + " %).";
}

std::string intervals_sentence(const study::MeasureUncertainty& measure, double years) {
  const MeasureText text{*measure.measure.measure, years};
  const auto between = [&](const study::Percentiles& all) {
    return text.between(study::percentile(all, 10), study::percentile(all, 90));
  };
  return "Its expected value lies " + between(measure.expected) +
         " (80 % interval for what nobody has measured; luck averages out), a single future " +
         between(measure.single) + " (80 % interval for both).";
}

std::optional<double> as_stated(const study::UncertaintyStudy& study,
                                const study::MeasureUncertainty& measure) {
  const auto place = static_cast<std::size_t>(&measure - study.measures.data());
  return place < study.as_stated.size() ? study.as_stated[place] : std::nullopt;
}

// Ranges that lean to one side take the answer with them, which a planner must know.
std::string stated_sentence(const study::UncertaintyStudy& study,
                            const study::MeasureUncertainty& measure,
                            double years) {
  const std::optional<double> stated = as_stated(study, measure);
  if (!stated) return {};
  const MeasureText text{*measure.measure.measure, years};
  return " With every number as the scenario states it, it is " + text.figure(*stated) + " " +
         std::string{text.unit()} + ".";
}

bool varies(const study::MeasureUncertainty& measure) {
  return measure.split->evidence + measure.split->chance > 0.0;
}

// The three numbers with the largest totals, where they were weighed.
std::string top_sentence(const study::UncertaintyStudy& study,
                         std::string_view name,
                         const models::Setting& setting) {
  const auto ranked = std::find_if(study.ranked.begin(),
                                   study.ranked.end(),
                                   [name](const auto& each) { return each.name == name; });
  if (ranked == study.ranked.end() || ranked->indices.empty()) return {};
  std::vector<std::size_t> order(study.went_on.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto total = [&](std::size_t place) { return ranked->indices[place].total.value; };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return total(a) > total(b);
  });
  std::string named;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, order.size()); ++i) {
    if (total(order[i]) <= 0.0) break;
    if (!named.empty()) named += "; ";
    named += number_label(study.numbers[study.went_on[order[i]]], setting);
  }
  return named.empty() ? std::string{} : "What matters most to it: " + named + ".";
}

}  // namespace

std::string uncertainty_headline(const study::UncertaintyStudy& study,
                                 const RunFacts& facts,
                                 const models::Setting& setting) {
  std::string text = wrapped(title_line(study, facts), line_width);
  const auto say = [&](const std::string& sentence) { text += wrapped(sentence, line_width); };
  const auto tell_top = [&](std::string_view name) {
    const std::string top = top_sentence(study, name, setting);
    if (!top.empty()) say(top);
  };
  const auto years = static_cast<double>(facts.years);
  const study::MeasureUncertainty* need = find(study, free_to_ask);
  const bool is_free = need != nullptr;
  if (!is_free) need = find(study, all_need);
  if (need != nullptr) {
    say(parts_sentence(is_free ? "the unmet share of need that investigations are free to ask for"
                               : "the unmet share of need",
                       *need->split));
    if (varies(*need)) say(intervals_sentence(*need, years) + stated_sentence(study, *need, years));
    tell_top(is_free ? free_to_ask : all_need);
  }
  const study::MeasureUncertainty* const assets = find(study, collected);
  if (assets != nullptr && varies(*assets)) {
    say(parts_sentence("the assets collected", *assets->split));
    say(intervals_sentence(*assets, years) + stated_sentence(study, *assets, years));
    tell_top(collected);
  }
  if (facts.finished < facts.asked_for) {
    say("Stopped early: " + with_commas(facts.finished) + " of " + with_commas(facts.asked_for) +
        " draws were finished, and everything here rests on these.");
  }
  for (const std::string& warning : facts.warnings)
    say(warning);
  return text;
}

std::string uncertainty_table(const study::UncertaintyStudy& study, const RunFacts& facts) {
  TextTable table{{"How uncertain, and why",
                   "as\nstated",
                   "all drawn,\nmean",
                   "expected value,\n80 % interval",
                   "a single future,\n80 % interval",
                   "not measured,\n% of variance"},
                  40};
  bool any_at_0 = false;
  for (const std::string_view row : main_measures()) {
    const study::MeasureUncertainty* const measure = find(study, row);
    if (measure == nullptr || !varies(*measure)) continue;
    const MeasureText text{*measure->measure.measure, static_cast<double>(facts.years)};
    const study::VarianceSplit& split = *measure->split;
    const auto between = [&](const study::Percentiles& all) {
      return text.figure(study::percentile(all, 10)) + " – " +
             text.figure(study::percentile(all, 90));
    };
    const std::optional<double> stated = as_stated(study, *measure);
    any_at_0 = any_at_0 || split.evidence_set_to_0;
    table.add_row({called(row) + (text.unit() == "a year" ? " " : ", ") + text.unit(),
                   stated ? text.figure(*stated) : std::string{no_number},
                   text.figure(split.mean),
                   between(measure->expected),
                   between(measure->single),
                   std::to_string(of_100(split.share)) + (split.evidence_set_to_0 ? "* (" : " (") +
                       std::to_string(of_100(split.share_low)) + "–" +
                       std::to_string(of_100(split.share_high)) + ")"});
  }
  std::string text = table.text();
  if (any_at_0) {
    text += wrapped(
        "* the estimate was below nothing and is shown as 0: what is not measured does not show "
        "beyond luck.",
        line_width);
  }
  return text + wrapped(
                    "As stated: with every number at the scenario's own value, over 20 futures. "
                    "The mean over the draws lies elsewhere where ranges lean to one side. Not "
                    "measured: in brackets its 95 % interval. The rest of the measures, and "
                    "S-curves: --json, --csv.",
                    line_width);
}

}  // namespace ficap::report
