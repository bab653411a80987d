#include "report/warm_up.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "report/text_table.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

constexpr std::size_t line_width = 100;
constexpr std::size_t months_a_quarter = 3;

std::string years(std::size_t months) {
  const bool whole = months % 12 == 0;
  return decimal(static_cast<double>(months) / 12.0, whole ? 0 : 1) +
         (months == 12 ? " year" : " years");
}

std::string names_of(const std::vector<study::Unsettled>& unsettled) {
  std::string text;
  for (std::size_t i = 0; i < unsettled.size(); ++i) {
    if (i > 0) text += i + 1 < unsettled.size() ? ", " : " and ";
    text += unsettled[i].name;
  }
  return text;
}

// The later of the cuts; one that nobody can tell is latest of all.
bool settles_before(const study::Settling& a, const study::Settling& b) {
  if (!a.cut || !b.cut) return a.cut && !b.cut;
  return *a.cut < *b.cut;
}

std::string amount(double value) {
  return decimal(value, std::fabs(value) < 10.0 ? 2 : 0);
}

std::string table(const std::vector<study::Settling>& series) {
  TextTable table{{"Series, month by month", "settled after", "mean before", "mean from then on"}};
  for (const study::Settling& each : series) {
    const bool cut = each.cut && *each.cut > 0;
    table.add_row({std::string{each.name},
                   each.cut ? counted(static_cast<std::int64_t>(*each.cut), "month", "months")
                            : "cannot tell",
                   cut || !each.cut ? amount(each.before) : std::string{no_number},
                   amount(each.after)});
  }
  return table.text();
}

std::string chart(const study::Settling& series) {
  std::string text = std::string{series.name} + ", each bar a quarter of a year\n  " +
                     bars_by_quarter(series.monthly) + "\n";
  if (!series.cut) return text;
  return text + "  " + std::string(*series.cut / months_a_quarter, ' ') + "^ " +
         counted(static_cast<std::int64_t>(*series.cut), "month", "months") + "\n";
}

}  // namespace

std::string bars_by_quarter(std::span<const double> monthly) {
  constexpr std::array<std::string_view, 8> bars{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::vector<double> quarters;
  for (std::size_t at = 0; at + months_a_quarter <= monthly.size(); at += months_a_quarter) {
    double total = 0.0;
    for (const double x : monthly.subspan(at, months_a_quarter))
      total += x;
    quarters.push_back(total);
  }
  std::string text;
  if (quarters.empty()) return text;
  const auto [least, most] = std::minmax_element(quarters.begin(), quarters.end());
  for (const double quarter : quarters) {
    const double share = *most > *least ? (quarter - *least) / (*most - *least) : 0.5;
    const auto height = static_cast<std::size_t>(std::floor(share * 7.0 + 0.5));
    text += bars.at(height);
  }
  return text;
}

std::string warm_up_warning(std::size_t stated_months,
                            const std::vector<study::Unsettled>& unsettled) {
  if (unsettled.empty()) return {};
  return "The warm-up of " + years(stated_months) + " looks too short: " + names_of(unsettled) +
         (unsettled.size() == 1 ? " still moves" : " still move") +
         " after it (`ficap warmup` shows how).";
}

std::string warm_up_headline(const WarmUpFacts& facts,
                             const std::vector<study::Settling>& series,
                             const std::vector<study::Unsettled>& unsettled) {
  const auto last = std::max_element(series.begin(), series.end(), settles_before);
  std::string text =
      wrapped(facts.title + " · from nothing in hand, " + counted(facts.years, "year", "years") +
                  " · " + counted(static_cast<std::int64_t>(facts.futures), "future", "futures"),
              line_width);
  std::string answer;
  if (last->cut && *last->cut == 0) {
    answer = "All of these series are settled from the beginning.";
  } else if (last->cut) {
    answer = "The last of these series settles after " + years(*last->cut) + ".";
  } else {
    answer = "Nobody can tell when " + std::string{last->name} +
             " settles: it still moved half-way. Watch it for longer (--years).";
  }
  if (facts.stated_months == 0) {
    answer += facts.starts_from.empty()
                  ? " The scenario states no warm-up."
                  : " No warm-up has to be long enough: a run " + facts.starts_from + ".";
  } else if (!unsettled.empty()) {
    answer += " The stated warm-up of " + years(facts.stated_months) + " is too short for " +
              names_of(unsettled) + ".";
  } else if (const std::size_t watched = last->monthly.size();
             watched <= facts.stated_months || (!last->cut && watched / 2 <= facts.stated_months)) {
    answer += " Whether the stated warm-up of " + years(facts.stated_months) +
              " is long enough cannot be told from a watch of " + years(watched) + ".";
  } else {
    answer += " The stated warm-up of " + years(facts.stated_months) +
              " is long enough: what moves after it is within chance.";
  }
  return text + wrapped(answer, line_width);
}

std::string warm_up_evidence(const std::vector<study::Settling>& series) {
  const auto last = std::max_element(series.begin(), series.end(), settles_before);
  return table(series) + "\n" + chart(*last) + "\n" +
         wrapped(
             "Settled: MSER-5, the cut after which the mean of the rest is most certain, in "
             "batches of five months over all futures together, with the turn of the seasons "
             "taken out. Cuts in the first half count.",
             line_width);
}

}  // namespace ficap::report
