#include "report/self_test.hpp"

#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "report/words.hpp"

namespace {

namespace report = ficap::report;
namespace study = ficap::study;

study::SelfTest sound() {
  study::SelfTest test{.futures = 100, .chance_of_alarm = 1e-4, .oracles = {}, .exact = {}};
  test.oracles = {{.scenario = "mm1.json",
                   .name = "One investigator (M/M/1)",
                   .source = "Gross (2008)",
                   .claims = {{.claim = {.what = "mean wait, days",
                                         .law = "rho / (mu - lambda)",
                                         .expected = 4.0,
                                         .measure = {}},
                               .simulated = 4.04,
                               .half_width = 0.25}}}};
  for (std::size_t i = 0; i < study::exact_count; ++i)
    test.exact[i] = {.what = static_cast<study::Exact>(i), .looked_at = 1'200, .wrong = {}};
  return test;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE(
    "the table of a self-test has each closed form, its value, the interval and the verdict") {
  const std::string text = report::to_text(sound());
  CHECK(contains(text, "One investigator (M/M/1); Gross (2008)\n"));
  CHECK(
      contains(text, "mean wait, days = rho / (mu - lambda)  4.0000  4.0400 ± 0.2500   agrees\n"));
  CHECK(contains(text, "Every need ends in exactly one outcome"));
  CHECK(contains(text, "1,200 equations    holds\n"));
  CHECK(contains(text, "less than once in 10,000"));
  CHECK(contains(text, "All of it holds"));
  CHECK_FALSE(contains(text, "DISAGREES"));
  CHECK_FALSE(contains(text, "BROKEN"));
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);)
    CHECK(report::width_of(line) <= 100);
}

TEST_CASE("what is wrong is named, and what to do about it") {
  study::SelfTest test = sound();
  test.oracles[0].claims[0].simulated = 4.4;
  test.exact[0].wrong = "what is served is completed: 3 is not 4";
  const std::string text = report::to_text(test);
  CHECK(contains(text, "4.4000 ± 0.2500  DISAGREES\n"));
  CHECK(contains(text, "BROKEN\n"));
  CHECK(contains(text,
                 "Every need ends in exactly one outcome: what is served is completed: 3 is not "
                 "4\n"));
  CHECK(contains(text, "do not use results from this program on this machine"));
}

TEST_CASE("every exact law has words of its own") {
  for (std::size_t i = 0; i < study::exact_count; ++i) {
    CHECK_FALSE(report::in_words(static_cast<study::Exact>(i)).empty());
    for (std::size_t j = 0; j < i; ++j)
      CHECK(report::in_words(static_cast<study::Exact>(i)) !=
            report::in_words(static_cast<study::Exact>(j)));
  }
}
