#include "report/next_steps.hpp"

#include <string>

#include <doctest/doctest.h>

using namespace ficap;

TEST_CASE("the files that were written come first, then commands that can be pasted") {
  CHECK(report::next_steps(
            {.scenario = "scenarios/a b.json", .json = "r.json", .csv_folder = "out/"}) ==
        "Where to look next\n"
        "  r.json: every measure with its interval, in every cut\n"
        "  out/replications.csv: one row for each future\n"
        "  out/series.csv: month by month\n"
        "  ficap explain 'scenarios/a b.json'\n"
        "      what the load is against the hours, without simulating\n"
        "  ficap run 'scenarios/a b.json' --set /from_start/asking/floor=1 --set "
        "/from_start/asking/ceiling=1\n"
        "      the same futures, if from the start of the plan nobody hesitated to ask\n");
}

TEST_CASE("a run that wrote no file says how to write one") {
  CHECK(report::next_steps({.scenario = "-", .json = "", .csv_folder = ""}) ==
        "Where to look next\n"
        "  ficap explain SCENARIO\n"
        "      what the load is against the hours, without simulating\n"
        "  ficap run SCENARIO --set /from_start/asking/floor=1 --set "
        "/from_start/asking/ceiling=1\n"
        "      the same futures, if from the start of the plan nobody hesitated to ask\n"
        "  ficap run SCENARIO --json results.json --csv results\n"
        "      every measure, in files\n");
}

TEST_CASE("an option that lies beside the scenario is proposed as one in the same futures") {
  const std::string text = report::next_steps(
      {.scenario = "s/west.json", .json = "", .csv_folder = "", .option = "s/five more.json"});
  CHECK(text.find("  ficap compare s/west.json 's/five more.json'\n"
                  "      what an option changes, in the same futures\n") != std::string::npos);
}

namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a scenario with ranges is told how to use them, one without is not") {
  CHECK_FALSE(contains(report::next_steps({.scenario = "a.json"}), "ficap uncertainty"));
  CHECK(contains(report::next_steps({.scenario = "a.json", .ranges = 1251}),
                 "  ficap uncertainty a.json\n      1,251 numbers carry ranges: how far off the "
                 "answer may be, and what to measure first\n"));
  CHECK(contains(report::next_steps({.scenario = "a.json", .ranges = 1}),
                 "one number carries a range: "));
}
