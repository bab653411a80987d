#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/measure_text.hpp"
#include "report/number_label.hpp"
#include "report/number_range.hpp"
#include "report/text_table.hpp"
#include "report/uncertainty.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

constexpr std::size_t line_width = 100;

std::string part(const study::VariancePart& of) {
  const auto shown = [](double x) { return decimal(100.0 * std::clamp(x, 0.0, 1.0), 0); };
  return shown(of.value) + " (" + shown(of.low) + "–" + shown(of.high) + ")";
}

class Writer {
 public:
  Writer(const study::UncertaintyStudy& study, double years, const models::Setting& setting)
      : study_{study}, years_{years}, setting_{setting} {}

  [[nodiscard]] std::string table_of(const study::RankedMeasure& ranked) const {
    if (ranked.effects.empty()) {
      return wrapped("What matters to " + ranked.name +
                         " cannot be said: it is undefined in some of the futures.",
                     line_width);
    }
    std::vector<std::size_t> order = those_that_stand_out(ranked);
    if (order.empty()) {
      return wrapped(
          "No number moves " + ranked.name + " beyond luck, as far as this screening can tell.",
          line_width);
    }
    const bool indexed = !ranked.indices.empty();
    std::vector<std::string> headings{
        "What matters to: " + called(ranked.name), "grade", "range", "moves it by"};
    if (indexed) {
      headings.emplace_back("% of variance\nby itself");
      headings.emplace_back("% with its\ninteractions");
    }
    TextTable table{headings, 40};
    const MeasureText text{*ranked.measure.measure, years_};
    const std::size_t shown = std::min<std::size_t>(order.size(), study_.ranking.at_most);
    for (std::size_t i = 0; i < shown; ++i)
      add(table, ranked, order[i], text);
    if (indexed) add_rest(table, ranked);
    std::string result = table.text();
    if (order.size() > shown) {
      result += wrapped("Beside these, " + std::to_string(order.size() - shown) +
                            " more numbers move it by less (--json has them).",
                        line_width);
    }
    return result;
  }

 private:
  // Those with indices by their total, then the others by their effect.
  [[nodiscard]] std::vector<std::size_t> those_that_stand_out(
      const study::RankedMeasure& ranked) const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < ranked.effects.size(); ++i) {
      if (ranked.effects[i].stands_out) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const double total_a = total_of(ranked, a);
      const double total_b = total_of(ranked, b);
      if (total_a != total_b) return total_a > total_b;
      return ranked.effects[a].mu_star > ranked.effects[b].mu_star;
    });
    return order;
  }

  [[nodiscard]] const study::SobolIndex* index_of(const study::RankedMeasure& ranked,
                                                  std::size_t number) const {
    if (ranked.indices.empty()) return nullptr;
    const auto found = std::find(study_.went_on.begin(), study_.went_on.end(), number);
    if (found == study_.went_on.end()) return nullptr;
    return &ranked.indices[static_cast<std::size_t>(found - study_.went_on.begin())];
  }
  [[nodiscard]] double total_of(const study::RankedMeasure& ranked, std::size_t number) const {
    const study::SobolIndex* const index = index_of(ranked, number);
    return index == nullptr ? -1.0 : std::max(0.0, index->total.value);
  }

  void add(TextTable& table,
           const study::RankedMeasure& ranked,
           std::size_t place,
           const MeasureText& text) const {
    const models::UncertainNumber& number = study_.numbers[place];
    std::string at = number.pointer;
    if (!number.also.empty())
      at += " and " + std::to_string(number.also.size()) + " more that say the same";
    table.add_group(at);
    const study::ElementaryEffects& effects = ranked.effects[place];
    const bool lowers = effects.mu < 0.0;
    std::vector<std::string> cells{
        "  " + number_label(number, setting_) + (number.is_mean ? " (mean)" : ""),
        grade_of(number),
        range_text(number),
        (lowers ? "–" : "+") + text.change(effects.mu_star)};
    if (!ranked.indices.empty()) {
      const study::SobolIndex* const index = index_of(ranked, place);
      cells.push_back(index == nullptr ? std::string{no_number} : part(index->first));
      cells.push_back(index == nullptr ? std::string{no_number} : part(index->total));
    }
    table.add_row(cells);
  }

  void add_rest(TextTable& table, const study::RankedMeasure& ranked) const {
    const std::size_t others = study_.numbers.size() - study_.went_on.size();
    if (others == 0) return;
    const study::SobolIndex& rest = ranked.indices.back();
    table.add_row({"all " + std::to_string(others) + " others together",
                   "",
                   "",
                   "",
                   part(rest.first),
                   part(rest.total)});
  }

  const study::UncertaintyStudy& study_;
  double years_;
  const models::Setting& setting_;
};

}  // namespace

std::string uncertain_inputs(const study::UncertaintyStudy& study,
                             const RunFacts& facts,
                             const models::Setting& setting) {
  std::string text;
  const Writer writer{study, static_cast<double>(facts.years), setting};
  for (const study::RankedMeasure& ranked : study.ranked)
    text += writer.table_of(ranked) + "\n";
  const auto note = [&](const std::string& words) { text += wrapped(words, line_width); };
  if (!study.ranked.empty()) {
    note(
        "Moves it by: the mean size of the change when this number alone goes through its whole "
        "range, + where it mostly raises, – where it mostly lowers. Grade A is published, B "
        "derived, C judgement: a C that matters is what to measure first.");
    if (!study.went_on.empty() && !study.ranked.front().indices.empty()) {
      note(
          "% of variance: of what nobody has measured, luck left out, with 95 % intervals: by "
          "itself, what would go if it were known; with its interactions, what would stay if all "
          "else were known.");
    }
  }
  note(
      "Each number is drawn from its range by the `spread` that the scenario gives it (--json has "
      "them), from a triangle with the peak at its value where it gives none. Numbers that state "
      "the same value and range from the same source move together; beyond that no correlation is "
      "assumed. What nobody has given a range is taken as known.");
  return text;
}

}  // namespace ficap::report
