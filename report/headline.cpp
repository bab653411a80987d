#include "report/headline.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "models/measures.hpp"
#include "report/asset_parts.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

constexpr std::size_t line_width = 100;
constexpr std::size_t parts_named = 3;

std::int64_t of_100(double share) {
  return static_cast<std::int64_t>(std::floor(100.0 * share + 0.5));
}

std::string pounds_of_100(std::int64_t pounds_part, double amount) {
  if (amount <= 0.0) return "nothing";
  return pounds_part == 0 ? "less than £1" : "£" + std::to_string(pounds_part);
}

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 < items.size() ? ", " : items.size() > 2 ? ", and " : " and ";
    text += items[i];
  }
  return text;
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
  [[nodiscard]] double mean(std::string_view measure) const {
    return (*this)[measure].mean.value_or(0.0);
  }

 private:
  const study::Results& results_;
  std::optional<std::size_t> class_;
};

std::string title_line(const RunFacts& facts) {
  return facts.title + " · " + counted(facts.years, "year", "years") + " from " +
         in_words(facts.start) + " · " + counted(facts.finished, "future", "futures") + " · seed " +
         std::to_string(facts.seed) + "\n";
}

std::string unmet_sentence(const Needs& needs) {
  const std::int64_t unmet = of_100(*needs["unmet_share_of_need"].mean);
  std::string sentence = "Of every 100 times an investigation needed the ECU's help";
  sentence += needs.are_discretionary() ? " and was free to ask or not, " : ", ";
  if (*needs["unmet_share_of_need"].mean == 0.0) return sentence + "none went unmet.";
  if (unmet == 0) return sentence + "fewer than one went unmet.";
  const auto parts =
      apportion(unmet, {needs.mean("suppressed"), needs.mean("declined"), needs.mean("expired")});
  std::vector<std::string> reasons;
  if (parts[0] > 0) reasons.push_back(std::to_string(parts[0]) + " were never asked");
  if (parts[1] > 0) reasons.push_back(std::to_string(parts[1]) + " were asked and turned down");
  if (parts[2] > 0) {
    reasons.push_back(std::to_string(parts[2]) + " were asked but not helped in time");
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
  return "The unit's own records would show " + std::to_string(shown) +
         " in 100, because nobody records a request that is never made.";
}

std::string engagement_sentence(const study::Estimate& early) {
  return "The ECU joined before arrest in " + std::to_string(of_100(*early.mean)) +
         " of 100 investigations that needed it then.";
}

std::string assets_sentence(const study::Results& results) {
  std::vector<double> amounts;
  amounts.reserve(asset_parts.size());
  for (const AssetPart& part : asset_parts) {
    amounts.push_back(std::max(0.0, results.at(part.measure).total.mean.value_or(0.0)));
  }
  const auto hundred = apportion(100, amounts);
  std::vector<std::size_t> rest;
  for (std::size_t i = 1; i < asset_parts.size(); ++i) {
    if (hundred[i] > 0) rest.push_back(i);
  }
  std::stable_sort(rest.begin(), rest.end(), [&](std::size_t a, std::size_t b) {
    return amounts[a] > amounts[b];
  });
  std::int64_t unnamed = 100 - hundred[0];
  std::vector<std::string> named;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    // A single part that remains is named, too: "other ways" would be no shorter.
    if (i >= parts_named && rest.size() > parts_named + 1) break;
    named.push_back("£" + std::to_string(hundred[rest[i]]) + " " +
                    std::string{asset_parts.at(rest[i]).sentence});
    unnamed -= hundred[rest[i]];
  }
  if (unnamed > 0) named.push_back("£" + std::to_string(unnamed) + " went other ways");
  const std::string sentence = "Of every £100 of modelled realisable assets, " +
                               pounds_of_100(hundred[0], amounts[0]) + " was collected";
  if (named.empty()) return sentence + ".";
  const std::string rest_of =
      hundred[0] > 0 ? ". Of the other £" + std::to_string(100 - hundred[0]) + ", " : ": ";
  return sentence + rest_of + joined(named) + ".";
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
  const std::string size =
      widest <= 1.0 ? "less than ± 1" : "at most ± " + decimal(std::ceil(widest), 0);
  return "Chance alone moves these by " + size +
         " (95 % intervals); what we do not know about the inputs moves them more.";
}

}  // namespace

std::string headline(const study::Results& results, const RunFacts& facts) {
  std::vector<const study::Estimate*> said;
  std::string text = title_line(facts);
  const auto say = [&](const std::string& sentence) { text += wrapped(sentence, line_width); };
  const Needs needs{results};
  const study::Estimate& unmet = needs["unmet_share_of_need"];
  if (unmet.mean) {
    say(unmet_sentence(needs));
    if (*unmet.mean > 0.0) say(record_sentence(needs));
    said = {&unmet};
    if (needs["unmet_share_of_requests"].mean) said.push_back(&needs["unmet_share_of_requests"]);
  } else {
    say("No investigation needed the ECU in this period.");
  }
  const study::Estimate& early = results.at("early_engagement_share").total;
  if (early.mean) {
    say(engagement_sentence(early));
    said.push_back(&early);
  }
  if (results.collected_share.total.mean) {
    say(assets_sentence(results));
    said.push_back(&results.collected_share.total);
  }
  if (!said.empty()) say(chance_sentence(said));
  if (facts.finished < facts.asked_for) {
    say("Stopped early: " + with_commas(facts.finished) + " of " + with_commas(facts.asked_for) +
        " futures were finished, and everything here rests on these.");
  }
  for (const std::string& warning : facts.warnings)
    say("Warning: " + warning);
  return text;
}

}  // namespace ficap::report
