#include "report/run_list.hpp"

#include <string>

#include <doctest/doctest.h>

namespace {

using ficap::report::ListedRun;
using ficap::report::run_list;

ListedRun run(const std::string& title) {
  return {.number = 12,
          .id = "FI-0000-1111",
          .title = title,
          .seed = 7,
          .replications = 1200,
          .start = ficap::sim::Date{2026, 4, 1},
          .end = ficap::sim::Date{2031, 4, 1},
          .unmet = {.mean = 0.514, .half_width = 0.0312},
          .early = {.mean = 0.5, .half_width = 0.02},
          .collected = {.mean = 45.2e6, .half_width = 2e6}};
}

}  // namespace

TEST_CASE("a run is listed with what it is, and with what planners know it by") {
  const std::string text = run_list({run("A region")});
  CHECK(
      text ==
      "Runs                                              unmet of  joined before     collected\n"
      "                seed  futures        from  years    need %       arrest %        a year\n"
      "12  A region\n"
      "  FI-0000-1111     7    1,200  2026-04-01      5    51 ± 3         50 ± 2  £9.0m ± 0.4m\n");
}

TEST_CASE("a run without a figure has a dash, and a title cannot turn the writing") {
  ListedRun odd =
      run("A\xE2\x80\xAE"
          "B\n");
  odd.unmet = {};
  const std::string text = run_list({odd});
  CHECK(text.find("A<U+202E>B<U+000A>") != std::string::npos);
  CHECK(text.find("–") != std::string::npos);
}

TEST_CASE("an empty list says how a run comes into it") {
  CHECK(run_list({}) == "No runs are kept here yet: ficap run SCENARIO --store FILE keeps one.\n");
}
