#include "report/self_test.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "report/words.hpp"

namespace ficap::report {

namespace {

using study::Exact;

constexpr std::size_t width = 100;
constexpr std::size_t widest_label = 52;
constexpr int decimals = 4;

TextTable oracle_table(const study::SelfTest& test) {
  TextTable table{{"What theory knows", "theory", "simulated", "verdict"}, widest_label};
  for (const study::OracleFinding& oracle : test.oracles) {
    table.add_group(oracle.name + "; " + oracle.source);
    for (const study::ClaimFinding& finding : oracle.claims) {
      std::string simulated{no_number};
      if (finding.simulated && finding.half_width) {
        simulated =
            decimal(*finding.simulated, decimals) + " ± " + decimal(*finding.half_width, decimals);
      }
      table.add_row({finding.claim.what + " = " + finding.claim.law,
                     decimal(finding.claim.expected, decimals),
                     simulated,
                     finding.agrees() ? "agrees" : "DISAGREES"});
    }
  }
  return table;
}

std::string_view unit_of(Exact what) noexcept {
  switch (what) {
    case Exact::known_answers:
      return "blocks";
    case Exact::same_numbers:
    case Exact::threads:
      return "futures";
    default:
      return "equations";
  }
}

TextTable exact_table(const study::SelfTest& test) {
  TextTable table{{"What must hold exactly", "looked at", "verdict"}, 70};
  for (const study::ExactFinding& finding : test.exact) {
    table.add_row({in_words(finding.what),
                   with_commas(finding.looked_at) + " " + std::string{unit_of(finding.what)},
                   finding.holds() ? "holds" : "BROKEN"});
  }
  return table;
}

// No claim is about a chance below this.
constexpr double rarest = 1e-15;

std::string what_it_is_worth(const study::SelfTest& test) {
  return "Each ± is the half-width of an interval over " +
         counted(test.futures, "future", "futures") +
         ", so wide that a right program disagrees anywhere above less than once in " +
         with_commas(static_cast<std::int64_t>(1.0 / std::max(test.chance_of_alarm, rarest))) +
         " sets of futures. The futures are always those of the same seeds: every machine prints "
         "this same table, to the last digit.";
}

}  // namespace

std::string in_words(Exact what) {
  switch (what) {
    case Exact::needs:
      return "Every need ends in exactly one outcome";
    case Exact::hours:
      return "Every contracted hour is worked, idle or away, to the millisecond";
    case Exact::assets:
      return "Every penny of realisable assets is in exactly one part";
    case Exact::integrals:
      return "Queues and open cases, over time, are the stays, to the millisecond";
    case Exact::cuts:
      return "Parts by organisation, threat, month and so on add up to totals";
    case Exact::known_answers:
      return "Random numbers are the published ones (Philox4x32-10)";
    case Exact::same_numbers:
      return "A small region comes to the same numbers as on every machine";
    case Exact::threads:
      return "One thread and several come to the same futures";
  }
  return {};
}

std::vector<TextTable> self_test_tables(const study::SelfTest& test) {
  return {oracle_table(test), exact_table(test)};
}

std::vector<std::string> self_test_sentences(const study::SelfTest& test) {
  std::string verdict;
  if (test.passed()) {
    verdict = "All of it holds: this program computes here what its authors say it computes.";
  } else {
    verdict =
        "Something is wrong: do not use results from this program on this machine. Build or "
        "download it again and repeat this test; if it fails again, please report it with this "
        "table, the version (`ficap --version`) and the machine and compiler.";
  }
  std::vector<std::string> sentences;
  for (const study::ExactFinding& finding : test.exact) {
    if (!finding.wrong.empty()) sentences.push_back(in_words(finding.what) + ": " + finding.wrong);
  }
  sentences.push_back(what_it_is_worth(test));
  sentences.push_back(std::move(verdict));
  return sentences;
}

std::string to_text(const study::SelfTest& test) {
  const std::vector<TextTable> tables = self_test_tables(test);
  std::string text = tables.front().text() + "\n" + tables.back().text();
  const std::vector<std::string> sentences = self_test_sentences(test);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (i + 2 >= sentences.size()) text += "\n";
    text += wrapped(sentences[i], width);
  }
  return text;
}

}  // namespace ficap::report
