#include "report/verification.hpp"

#include <string>

#include <doctest/doctest.h>

namespace {

using ficap::report::ChangedValue;
using ficap::report::to_text;
using ficap::report::Verification;

Verification of_this_version() {
  return {.file = "results.json",
          .id = "FI-0000-1111",
          .version = "1.2",
          .version_here = "1.2",
          .scenarios = {"A region"},
          .edited_scenarios = {},
          .seed = 7,
          .replications = 200,
          .changed = {},
          .differs_from_line = {}};
}

const ChangedValue in_total{
    .path = {"measures", "needs", "mean"}, .recorded = "10", .computed = "11", .line = 15};
const ChangedValue in_a_cut{
    .path = {"measures", "unmet_share_of_need", "by", "organisation", "wmp", "p10"},
    .recorded = "0.2",
    .computed = {},
    .line = 20};
const ChangedValue of_the_run{
    .path = {"run", "id"}, .recorded = "\"a\"", .computed = "\"b\"", .line = 3};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a result that comes out again is said to match, and which one it is") {
  CHECK(to_text(of_this_version()) ==
        "results.json matches, to the bit.\nA region · 200 futures · seed 7 · FI-0000-1111\n");
}

TEST_CASE("a match across versions is said to be one") {
  Verification v = of_this_version();
  v.version = "1.1";
  CHECK(to_text(v) ==
        "results.json matches, to the bit.\nA region · 200 futures · seed 7 · FI-0000-1111\n"
        "ficap 1.1 wrote the file and this is ficap 1.2: both agree.\n");
}

TEST_CASE("each value that changed is named by measure and cut, with both values") {
  Verification v = of_this_version();
  v.differs_from_line = 15;
  v.changed = {in_total, in_a_cut};
  const std::string text = to_text(v);
  CHECK(contains(text,
                 "2 values differ:\n"
                 "  line 15: needs: mean\n"
                 "      recorded 10, computed 11\n"
                 "  line 20: unmet_share_of_need, organisation wmp: p10\n"
                 "      recorded 0.2, computed nothing\n"));
  CHECK(contains(text, "If nobody edited the file, run `ficap selftest` here"));
}

TEST_CASE("ten values are shown, and how many more there are") {
  Verification v = of_this_version();
  v.differs_from_line = 15;
  v.changed.assign(10, in_total);
  CHECK_FALSE(contains(to_text(v), "more\n"));
  v.changed.assign(1'011, in_total);
  CHECK(contains(to_text(v), "1,011 values differ:\n"));
  CHECK(contains(to_text(v), "recorded 10, computed 11\n  and 1,001 more\n"));
}

TEST_CASE("what a difference means depends on what differs") {
  Verification v = of_this_version();
  v.differs_from_line = 9;
  CHECK(contains(to_text(v), "The text differs from line 9 on.\n"));
  CHECK(contains(to_text(v), "Every value is as computed"));
  v.changed = {in_total};
  v.version = "1.1";
  CHECK(contains(to_text(v), "ficap 1.1 wrote the file and this is ficap 1.2"));
  v.changed = {of_the_run, in_total};
  CHECK(contains(to_text(v), "does not belong together"));
  v.edited_scenarios = {"A region"};
  CHECK(contains(to_text(v), "not the one whose digest the file states"));
}

TEST_CASE("what stands in a file cannot disturb the terminal") {
  Verification v = of_this_version();
  v.id = "\x1b[31m";
  v.differs_from_line = 1;
  v.changed = {{.path = {"\x1b[2J"}, .recorded = "\x07", .computed = {}, .line = 1}};
  CHECK(to_text(v).find_first_of("\x1b\x07") == std::string::npos);
}
