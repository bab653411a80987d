#include "report/appraisal.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "report/words.hpp"
#include "tests/report/squeezed.hpp"
#include "tests/support/appraised.hpp"

using namespace ficap;

namespace {

struct Said {
  explicit Said(const test::AppraisedByHand& by_hand, std::string title = "One more")
      : setting{by_hand.scenarios.front().planned},
        names{setting},
        appraisal{by_hand.appraise()},
        facts{.study = by_hand.study,
              .titles = {"Business as usual", std::move(title)},
              .setting = setting,
              .names = names,
              .seed = 1,
              .id = "FI-0000-0000"} {}
  const models::Setting& setting;
  report::Names names;
  study::Appraisal appraisal;
  report::AppraisalFacts facts;

  [[nodiscard]] std::string headline() const {
    return test::squeezed(report::appraisal_headline(appraisal, facts));
  }
  [[nodiscard]] std::string tables() const {
    return test::squeezed(report::appraisal_tables(appraisal, facts));
  }
};

std::string in_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the headline says what was appraised, in whose prices, and by which edition") {
  const test::AppraisedByHand by_hand;
  const std::string text = in_one_line(Said{by_hand}.headline());
  CAPTURE(text);
  CHECK(contains(text,
                 "By hand · 1 option against \"Business as usual\" · 2026-27 to 2028-29 · "
                 "prices of 2025-26 · 3.5 % a year (Green Book 2026) · 2 futures"));
  CHECK(contains(text, "\"One more\" meets an additional need for least: £11.6k each."));
  // Society's net: 14,936 - 121,273.
  CHECK(contains(text, "No option is worth more to society than business as usual"));
  CHECK(contains(text, "every option costs more than it brings"));
}

TEST_CASE("an appraisal that was stopped says so first, with how many futures were finished") {
  const test::AppraisedByHand by_hand;
  Said said{by_hand};
  CHECK_FALSE(contains(said.headline(), "Stopped"));
  said.facts.stopped_of = 1'000;
  CHECK(report::appraisal_answers(said.appraisal, said.facts).front() ==
        "Stopped early: 2 of 1,000 futures were finished for all scenarios; the figures rest on "
        "these.");
}

TEST_CASE("without a social value an option is what it costs, and nothing is made of noise") {
  test::AppraisedByHand by_hand;
  by_hand.study.terms.society.value_of_recovery.value.value = 0.0;
  const std::string text = in_one_line(Said{by_hand}.headline());
  CAPTURE(text);
  CHECK(contains(text,
                 "to society each option is what it costs: of those to choose from, "
                 "at most £121k (present value), for \"One more\"."));
  // Two futures cannot tell what it recovers from nothing, so nothing breaks even.
  CHECK_FALSE(contains(text, "break even"));
}

TEST_CASE("the tables hold what was worked out by hand, in thousands") {
  const test::AppraisedByHand by_hand;
  const std::string text = Said{by_hand}.tables();
  CAPTURE(text);
  // PV of society's net -106,337; BCR 14,936 / 121,273; public purse 29,872 - 121,273.
  CHECK(contains(text, "One more -106 ± 95 0.12 0 % – -91 -116 – –"));
  CHECK(contains(text, "One more +10 (+40 ± 254) +116 ± 0 11,600 –"));
  CHECK(contains(text, "Business as usual: cost 112 112 112"));
  CHECK(contains(text, "One more: cost 112 172 168"));
  // Costs 121,273; benefits 14,936 to society, 5,321 to the force, 29,872 to the public purse.
  CHECK(contains(text, "One more 8.12 × 0.12 × 22.79 × 0.04 × 4.06 × –"));
  // Offenders, victims, force, others, the rest, costs, others' costs, social value.
  CHECK(contains(text, "One more -37 0 +7 0 +31 -110 0 +19"));
  CHECK(contains(text, "Cite as FI-0000-0000."));
}

TEST_CASE("where society gains nothing, what would change that has no empty columns") {
  test::AppraisedByHand by_hand;
  by_hand.study.terms.society.value_of_recovery.value.value = 0.0;
  CHECK(contains(Said{by_hand}.tables(), "One more 22.79 × 0.04 × 4.06 × –"));
}

TEST_CASE("what an option meets for nothing has no price") {
  test::AppraisedByHand by_hand;
  by_hand.study.terms.staff = {};
  by_hand.outcomes[1][0].accounts.teams = by_hand.outcomes[0][0].accounts.teams;
  by_hand.outcomes[1][1].accounts.teams = by_hand.outcomes[0][1].accounts.teams;
  CHECK(contains(Said{by_hand}.tables(), "One more +10 (+40 ± 254) 0 ± 0 about 0 –"));
}

TEST_CASE("no line of an appraisal is wider than a screen, whatever things are called") {
  const test::AppraisedByHand by_hand;
  const Said said{by_hand,
                  "An option whose name goes on and on and on, further than anybody reads"};
  for (const std::string& text : {report::appraisal_headline(said.appraisal, said.facts),
                                  report::appraisal_tables(said.appraisal, said.facts)}) {
    std::size_t begin = 0;
    for (std::size_t end = text.find('\n'); end != std::string::npos;
         end = text.find('\n', begin)) {
      CAPTURE(text.substr(begin, end - begin));
      CHECK(report::width_of(text.substr(begin, end - begin)) <= 100);
      begin = end + 1;
    }
  }
}
