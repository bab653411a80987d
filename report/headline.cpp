#include "report/headline.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "models/counters.hpp"
#include "report/demand.hpp"
#include "report/starts_from.hpp"
#include "report/words.hpp"
#include "study/power.hpp"

namespace ficap::report {

namespace {

constexpr std::size_t line_width = 100;

std::int64_t of_100(double share) {
  return static_cast<std::int64_t>(std::floor(100.0 * share + 0.5));
}

std::string pounds_of_100(std::int64_t pounds_part, double share) {
  if (share <= 0.0) return "nothing";
  return pounds_part == 0 ? "less than £1" : "£" + std::to_string(pounds_part);
}

// The estimates of discretionary work where there is any, of all work otherwise.
class Needs {
 public:
  explicit Needs(const study::Results& results) : results_{results} {
    const auto& classes = results.ids[static_cast<std::size_t>(models::Dimension::work_class)];
    const auto found = std::find(classes.begin(), classes.end(), "discretionary");
    if (found == classes.end()) return;
    const auto place = static_cast<std::size_t>(found - classes.begin());
    const auto& unmet = results.at("unmet_share_of_need");
    if (unmet.cut(models::Dimension::work_class, place).mean) class_ = place;
  }

  [[nodiscard]] bool are_discretionary() const noexcept { return class_.has_value(); }
  [[nodiscard]] const study::Estimate& operator[](std::string_view measure) const {
    const study::MeasureResult& result = results_.at(measure);
    return class_ ? result.cut(models::Dimension::work_class, *class_) : result.total;
  }
  /// Of the needs whose end is known.
  [[nodiscard]] const study::Estimate& share(std::string_view name) const {
    const study::MeasureResult& result = results_.share(name);
    return class_ ? result.cut(models::Dimension::work_class, *class_) : result.total;
  }

 private:
  const study::Results& results_;
  std::optional<std::size_t> class_;
};

std::string title_line(const RunFacts& facts) {
  return facts.title + " · " + counted(facts.years, "year", "years") + " from " +
         in_words(facts.start) + said_start(facts.starts_from) + " · " +
         counted(facts.finished, "future", "futures") + " · seed " + std::to_string(facts.seed);
}

constexpr std::array<std::string_view, 3> ways_to_go_unmet{
    "never_asked_share", "turned_down_share", "too_late_share"};
constexpr std::array<std::string_view, 3> told_as{
    "were never asked", "were asked and turned down", "were asked but not helped in time"};

std::string unmet_sentence(const Needs& needs) {
  const std::int64_t unmet = of_100(*needs["unmet_share_of_need"].mean);
  std::string sentence =
      "Of every 100 times an investigation needed the help of its Economic Crime Unit (ECU)";
  sentence += needs.are_discretionary() ? " and was free to ask or not, " : ", ";
  if (*needs["unmet_share_of_need"].mean == 0.0) return sentence + "none went unmet.";
  if (unmet == 0) return sentence + "fewer than one went unmet.";
  std::vector<double> shares;
  shares.reserve(ways_to_go_unmet.size());
  for (const std::string_view way : ways_to_go_unmet)
    shares.push_back(needs.share(way).mean.value_or(0.0));
  const auto parts = apportion(unmet, shares);
  std::vector<std::string> reasons;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] > 0)
      reasons.push_back(std::to_string(parts[i]) + " " + std::string{told_as.at(i)});
  }
  return sentence + std::to_string(unmet) + " went unmet: " + joined(reasons) + ".";
}

std::string record_sentence(const Needs& needs) {
  const auto& recorded = needs["unmet_share_of_requests"].mean;
  if (!recorded) return "The unit's own records would show nothing at all, because nobody asked.";
  const std::int64_t shown = of_100(*recorded);
  if (shown == of_100(*needs["unmet_share_of_need"].mean)) {
    return "The unit's own records would show about the same.";
  }
  return "Of the requests " + std::string{needs.are_discretionary() ? "of this kind " : ""} +
         "that were made, the unit's own records would show " + std::to_string(shown) +
         " in 100 unmet; a request that is never made is in no record.";
}

std::string engagement_sentence(const study::Estimate& early) {
  return "The ECU joined before arrest in " + std::to_string(of_100(*early.mean)) +
         " of 100 investigations that needed it then.";
}

constexpr std::array<std::string_view, 4> where_assets_end{"assets_collected_share",
                                                           "assets_not_joined_share",
                                                           "assets_joined_share",
                                                           "assets_elsewhere_share"};

// Always the same four groups, so that runs can be laid side by side.
std::string assets_sentence(const study::Results& results) {
  std::vector<double> shares;
  shares.reserve(where_assets_end.size());
  for (const std::string_view name : where_assets_end)
    shares.push_back(std::max(0.0, results.share(name).total.mean.value_or(0.0)));
  const auto hundred = apportion(100, shares);
  const auto part = [&](std::size_t i) { return pounds_of_100(hundred[i], shares[i]); };
  return "Of every £100 of modelled realisable assets, " + part(0) + " was collected; " + part(1) +
         " was in cases that needed the ECU and that it never joined; " + part(2) +
         " was in cases that it joined, and was gone by then or later, never found, in no order, "
         "or not paid; " +
         part(3) + " was in cases that had no need of it or are still open.";
}

// The widest of the intervals of what the sentences say, in hundredths.
std::string chance_sentence(const std::vector<const study::Estimate*>& said) {
  double widest = 0.0;
  for (const study::Estimate* estimate : said) {
    if (!estimate->half_width) {
      return "This is one possible future: it says nothing about chance (ask for more "
             "replications).";
    }
    widest = std::max(widest, 100.0 * *estimate->half_width);
  }
  return "Chance alone moves these by at most ± " + decimal(std::max(1.0, std::ceil(widest)), 0) +
         " (95 % intervals); what we do not know about the inputs moves them more.";
}

// What this many futures could tell apart.
std::string difference_sentence(const study::Estimate& unmet, std::size_t futures) {
  if (futures < 2) return {};
  const auto difference = study::smallest_difference(unmet, futures, futures);
  if (!difference || *difference <= 0.0) return {};
  const double of_hundred = 100.0 * *difference;
  return "With " + with_commas(static_cast<std::int64_t>(futures)) +
         " futures, two options that differ by " +
         decimal(of_hundred, decimals_for(of_hundred / 10.0, 6)) +
         " unmet needs in 100 are told apart four times in five; run in the same futures, closer "
         "ones are.";
}

}  // namespace

std::vector<std::string> headline_sentences(const study::Results& results, const RunFacts& facts) {
  std::vector<const study::Estimate*> said;
  std::vector<std::string> sentences;
  const auto say = [&](std::string sentence) { sentences.push_back(std::move(sentence)); };
  say(title_line(facts));
  const Needs needs{results};
  const study::Estimate& unmet = needs["unmet_share_of_need"];
  if (unmet.mean) {
    say(unmet_sentence(needs));
    if (*unmet.mean > 0.0) say(record_sentence(needs));
    said = {&unmet};
    const std::string over_time = facts.demand ? demand_sentences(*facts.demand) : std::string{};
    if (!over_time.empty()) {
      say(over_time);
      said.insert(
          said.end(),
          {&facts.demand->unmet_share_of_need.then, &facts.demand->unmet_share_of_need.now});
    }
    for (const std::string_view way : ways_to_go_unmet)
      said.push_back(&needs.share(way));
    if (needs["unmet_share_of_requests"].mean) said.push_back(&needs["unmet_share_of_requests"]);
  } else {
    say("No investigation needed its Economic Crime Unit (ECU) in this period.");
  }
  const study::Estimate& early = results.at("early_engagement_share").total;
  if (early.mean) {
    say(engagement_sentence(early));
    said.push_back(&early);
  }
  if (results.share(where_assets_end.front()).total.mean) {
    say(assets_sentence(results));
    for (const std::string_view name : where_assets_end)
      said.push_back(&results.share(name).total);
  }
  if (!said.empty()) say(chance_sentence(said));
  const std::string difference = difference_sentence(unmet, facts.finished);
  if (!difference.empty()) say(difference);
  if (facts.finished < facts.asked_for) {
    say("Stopped early: " + with_commas(facts.finished) + " of " + with_commas(facts.asked_for) +
        " futures " + (facts.finished == 1 ? "was" : "were") +
        " finished, and everything here rests on " + (facts.finished == 1 ? "it." : "these."));
  }
  for (const std::string& warning : facts.warnings)
    say(warning);
  return sentences;
}

std::string headline(const study::Results& results, const RunFacts& facts) {
  std::string text;
  for (const std::string& sentence : headline_sentences(results, facts))
    text += wrapped(sentence, line_width);
  return text;
}

}  // namespace ficap::report
