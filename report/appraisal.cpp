#include "report/appraisal.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "report/appraisal_tables.hpp"
#include "report/words.hpp"
#include "study/discounting.hpp"

namespace ficap::report {

namespace {

constexpr std::size_t line_width = 100;

using study::View;

std::string quoted(const std::string& text) {
  return "\"" + text + "\"";
}

std::string net_text(const study::Mean& net) {
  return pounds_with_interval({.mean = net.value, .half_width = net.half_width});
}

class Writer {
 public:
  Writer(const study::Appraisal& appraisal, const AppraisalFacts& facts)
      : appraisal_{appraisal}, facts_{facts} {
    for (std::size_t i = 0; i < appraisal.options.size(); ++i) {
      if (facts.study.options.at(i).kind != study::OptionKind::sensitivity) choices_.push_back(i);
    }
  }

  [[nodiscard]] std::string about() const {
    const study::AppraisalTerms& terms = facts_.study.terms;
    const auto options = static_cast<std::int64_t>(appraisal_.options.size());
    const auto futures = static_cast<std::int64_t>(appraisal_.replications);
    return counted(options, "option", "options") + " against " + quoted(facts_.titles.front()) +
           " · " + years() + " · prices of " + terms.price_base + " · " +
           decimal(terms.discount_rate.value.value * 100.0, 1) + " % a year (Green Book " +
           terms.green_book + ") · " + counted(futures, "future", "futures") +
           ", the same for all · seed " + std::to_string(facts_.seed);
  }

  [[nodiscard]] std::string of_stop() const {
    if (!facts_.stopped_of) return {};
    return "Stopped early: " + with_commas(static_cast<std::int64_t>(appraisal_.replications)) +
           " of " + with_commas(*facts_.stopped_of) +
           " futures were finished for all scenarios; the figures rest on these.";
  }

  [[nodiscard]] std::string of_society() const {
    if (choices_.empty()) return {};
    if (facts_.study.terms.society.value_of_recovery.value.value == 0.0) return cost_to_society();
    const std::size_t best = best_in(View::society);
    const study::OptionAppraisal& option = appraisal_.options[best];
    const study::Mean& net = option.of(View::society).net;
    std::string text = net.value > 0.0
                           ? "Worth most to society: " + title_of(best) + ", " + net_text(net) +
                                 " more than business as usual (net present social value)."
                           : "No option is worth more to society than business as usual, as far as "
                             "its value is counted here; " +
                                 title_of(best) + " comes nearest, with " + net_text(net) + ".";
    std::vector<std::string> rivals;
    for (const std::size_t i : choices_) {
      if (i != best && appraisal_.options[i].lead.may_be_best) rivals.push_back(title_of(i));
    }
    if (!rivals.empty()) text += " These futures cannot tell it apart from " + joined(rivals) + ".";
    if (option.switching_value_of_recovery) {
      text += " It breaks even where a pound taken from offenders is worth £" +
              decimal(*option.switching_value_of_recovery, 2) + " to society (" + stated_value() +
              ").";
    }
    return text;
  }

  /// Which option meets most needs for the money, and which for none.
  [[nodiscard]] std::string of_needs() const {
    std::vector<std::string> free;
    const study::OptionAppraisal* cheapest = nullptr;
    std::size_t which = 0;
    for (const std::size_t i : choices_) {
      const study::OptionAppraisal& option = appraisal_.options[i];
      if (!option.cost_per_need) continue;
      if (!costs_money(option)) {
        std::string said = title_of(i) + " (" + decimal(option.needs_met.value.value_or(0.0), 0);
        if (option.recovered.verdict == study::Verdict::lower)
          said += ", while " + pounds(-option.recovered.value.value_or(0.0)) + " less is recovered";
        free.push_back(said + ")");
      } else if (cheapest == nullptr ||
                 option.cost_per_need->value < cheapest->cost_per_need->value) {
        cheapest = &option;
        which = i;
      }
    }
    std::string text;
    if (cheapest != nullptr) {
      text = "Of the options that cost money, " + title_of(which) +
             " meets an additional need for least: " +
             pounds_with_interval({.mean = cheapest->cost_per_need->value,
                                   .half_width = cheapest->cost_per_need->half_width}) +
             " each.";
    }
    if (!free.empty()) {
      text += (text.empty() ? "" : " ") +
              std::string{"More needs are met for next to nothing by "} + joined(free) + ".";
    }
    return text;
  }

  [[nodiscard]] std::string of_force() const {
    if (choices_.empty()) return {};
    const std::size_t best = best_in(View::force);
    const study::Mean& net = appraisal_.options[best].of(View::force).net;
    const std::string whose =
        "In the cash of " + facts_.names.of(models::Dimension::organisation, facts_.study.pays.id);
    if (net.value + net.half_width.value_or(0.0) < 0.0) {
      return whose + " every option costs more than it brings; " + title_of(best) +
             " least, with " + net_text(net) + ".";
    }
    if (net.value - net.half_width.value_or(0.0) > 0.0) {
      return whose + ": " + title_of(best) + " brings " + net_text(net) +
             " more than it costs; to the public purse as a whole it is worth " +
             net_text(appraisal_.options[best].of(View::public_purse).net) + ".";
    }
    return whose + " these futures cannot tell whether any option brings more than it costs; " +
           title_of(best) + " comes nearest, with " + net_text(net) + ".";
  }

  [[nodiscard]] std::vector<std::string> notes() const {
    const study::AppraisalTerms& terms = facts_.study.terms;
    std::vector<std::string> all;
    const auto say = [&](std::string sentence) { all.push_back(std::move(sentence)); };
    say("Money is real, in prices of " + terms.price_base +
        ", less business as usual in the same futures. ± holds luck alone (95 %); brackets: cannot "
        "be told apart from nothing. Present values count each year's money at the " +
        std::string{terms.discounting == study::Discounting::start_of_year ? "start" : "middle"} +
        " of the year, with optimism bias (costs +" +
        decimal(terms.optimism_bias.costs.value.value * 100.0, 0) + " %, benefits -" +
        decimal(terms.optimism_bias.benefits.value.value * 100.0, 0) +
        " %), but for the tables of effects, kinds, and who gains and pays.");
    say("To society what offenders lose is a transfer and counts for nothing; what counts is the "
        "social value of a pound taken from them: " +
        stated_value() +
        ". The public purse gets what is recovered less what victims get; the force its share of "
        "that. The three are never added. Only money that comes within these years is counted: "
        "cases outlast them, so options that begin late show less than they bring.");
    say("To break even, all that an option recovers more, or costs more, is multiplied by the "
        "factor that stands there; where it saves and recovers less, what it recovers less, or "
        "saves. A dash: no factor does it, it costs next to nothing, or (of what a pound is worth) "
        "it cannot be told whether it recovers more.");
    if (appraisal_.draws > 0) {
      say("\"Prices too\": " + with_commas(static_cast<std::int64_t>(appraisal_.draws)) +
          " draws of all prices and shares that carry a range, with luck. What is not known of the "
          "scenario itself is in neither; `ficap uncertainty` shows it.");
    }
    return all;
  }

 private:
  // "2026-27 to 2030-31"
  [[nodiscard]] std::string years() const {
    const std::string first = study::financial_year(appraisal_.years.front());
    const std::string last = study::financial_year(appraisal_.years.back());
    return first == last ? first : first + " to " + last;
  }

  [[nodiscard]] std::string title_of(std::size_t option) const {
    return quoted(facts_.titles.at(option + 1));
  }
  [[nodiscard]] std::string stated_value() const {
    const double value = facts_.study.terms.society.value_of_recovery.value.value;
    return value > 0.0 ? "£" + decimal(value, 2) + " by this study" : "none by this study";
  }
  [[nodiscard]] bool costs_money(const study::OptionAppraisal& option) const {
    return option.more_cost.value > 0.0 && !costs_next_to_nothing(appraisal_, option);
  }
  [[nodiscard]] std::string cost_to_society() const {
    const auto dearer = [&](std::size_t a, std::size_t b) {
      return appraisal_.options[a].of(View::society).costs <
             appraisal_.options[b].of(View::society).costs;
    };
    const std::size_t most = *std::max_element(choices_.begin(), choices_.end(), dearer);
    const study::OptionAppraisal& option = appraisal_.options[most];
    std::string text =
        "The study states no social value of what is taken from offenders, so to society each "
        "option is what it costs: of those to choose from, at most " +
        pounds(option.of(View::society).costs) + " (present value), for " + title_of(most) + ".";
    std::vector<std::string> worth;
    for (const std::size_t i : choices_) {
      const auto value = appraisal_.options[i].switching_value_of_recovery;
      if (value) worth.push_back("£" + decimal(*value, 2) + " for " + title_of(i));
    }
    if (!worth.empty()) {
      text +=
          " To break even, by the means of these futures, a pound taken from offenders would have "
          "to be worth " +
          joined(worth) + ".";
    }
    return text;
  }
  [[nodiscard]] std::size_t best_in(View view) const {
    return *std::max_element(choices_.begin(), choices_.end(), [&](std::size_t a, std::size_t b) {
      return appraisal_.options[a].of(view).net.value < appraisal_.options[b].of(view).net.value;
    });
  }

  const study::Appraisal& appraisal_;
  const AppraisalFacts& facts_;
  std::vector<std::size_t> choices_;
};

}  // namespace

bool costs_next_to_nothing(const study::Appraisal& appraisal,
                           const study::OptionAppraisal& option) {
  return std::fabs(option.more_cost.value) <= study::next_to_nothing(appraisal.base);
}

std::string appraisal_about(const study::Appraisal& appraisal, const AppraisalFacts& facts) {
  return Writer{appraisal, facts}.about();
}

std::vector<std::string> appraisal_answers(const study::Appraisal& appraisal,
                                           const AppraisalFacts& facts) {
  const Writer writer{appraisal, facts};
  std::vector<std::string> sentences{
      writer.of_stop(), writer.of_needs(), writer.of_society(), writer.of_force()};
  std::erase(sentences, std::string{});
  return sentences;
}

std::vector<std::string> appraisal_notes(const study::Appraisal& appraisal,
                                         const AppraisalFacts& facts) {
  return Writer{appraisal, facts}.notes();
}

std::string appraisal_headline(const study::Appraisal& appraisal, const AppraisalFacts& facts) {
  std::string text =
      wrapped(facts.study.title + " · " + appraisal_about(appraisal, facts), line_width) + "\n";
  for (const std::string& sentence : appraisal_answers(appraisal, facts))
    text += wrapped(sentence, line_width);
  return text;
}

std::string appraisal_tables(const study::Appraisal& appraisal, const AppraisalFacts& facts) {
  std::string text;
  const auto add = [&](const std::optional<TextTable>& table) {
    if (table) text += (text.empty() ? "" : "\n") + table->text();
  };
  const auto say = [&](const std::vector<std::string>& sentences) {
    for (const std::string& sentence : sentences)
      text += wrapped(sentence, line_width);
  };
  for (const auto table : {present_values_table,
                           effects_table,
                           costs_table,
                           affordability_table,
                           parties_table,
                           switching_table})
    add(table(appraisal, facts));
  say(switching_sentences(appraisal, facts));
  add(sensitivity_table(appraisal, facts));
  add(elsewhere_table(appraisal, facts));
  const std::vector<TextTable> equal = equal_cost_tables(appraisal, facts);
  const std::vector<std::string> apart = equal_cost_sentences(appraisal);
  for (std::size_t i = 0; i < equal.size(); ++i) {
    add(equal[i]);
    say({apart[i]});
  }
  text += "\n";
  say(appraisal_notes(appraisal, facts));
  return text + "Cite as " + facts.id + ".\n";
}

}  // namespace ficap::report
