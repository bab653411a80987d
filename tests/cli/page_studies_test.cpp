#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// What a report shows beside the results of its command: which assumptions matter, and the curve of
// engagement. On the small region, to which two numbers of grade C are given: one that decides how
// much is asked for, and one of trust; and one of grade A, which is no assumption.

using namespace ficap;

namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

class Region {
 public:
  Region() {
    fs::copy_file(FICAP_SOURCE_DIR "/scenarios/oracles/small-region.json", folder / "small.json");
    test::write(folder / "region.json",
                R"({"extends": "small.json", "asking": {
                    "floor": {"value": 0.2, "low": 0.05, "high": 0.6, "grade": "C"},
                    "ceiling": {"value": 0.9, "low": 0.8, "high": 1, "grade": "A"}},
                  "belief": {
                    "memory": {"value": "6 mo", "low": "3 mo", "high": "1 y", "grade": "C"}}})");
    test::write(folder / "more.json",
                R"({"extends": "region.json", "title": "More", "from_start":
                    {"teams": {"north-fi": {"establishment": 9, "strength": 9}}}})");
    test::write(folder / "study.json",
                R"({"title": "A case", "pays": "north", "base": {"scenario": "region.json"},
                    "plan": {"replications": 3}, "options": [{"id": "more", "scenario": "more.json"}],
                    "terms": {"price_base": "2025-26", "green_book": "2026",
                              "staff": {"overhead": "£6,000"}}})");
  }
  [[nodiscard]] Words run(const Words& more) const {
    Words all{"run", folder / "region.json", "--replications", "3"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  [[nodiscard]] Words appraise(const Words& more) const {
    Words all{"appraise", folder / "study.json"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  [[nodiscard]] std::string page() const { return test::content_of(folder / "page.html"); }

  test::TemporaryFolder folder;
};

}  // namespace

TEST_CASE("the report of a business case ranks what it assumes, and shows when to join") {
  const Region region;
  const std::string json = region.folder / "case.json";
  const auto ended =
      test::ficap(region.appraise({"--html", region.folder / "page.html", "--json", json}));
  CHECK(ended.code == 0);
  const std::string page = region.page();
  CHECK(contains(page, "hangs most on chance of asking with no belief that help will come"));
  CHECK(contains(page, "Each of the 2 numbers of grade C was put to the low"));
  CHECK(contains(page, "would be collected had the unit joined"));
  CHECK(contains(page, "mean of 20 futures, the same for all"));
  // Nothing of it is in the results.
  const std::string with = test::content_of(json);
  CHECK(test::ficap(region.appraise({"--json", json, "--force"})).code == 0);
  CHECK(test::content_of(json) == with);
}

TEST_CASE("a page with a ranking has the same bytes from any number of threads") {
  const Region region;
  const auto page_of = [&](const char* threads) {
    const auto ended = test::ficap(region.run({"--html",
                                               region.folder / "page.html",
                                               "--force",
                                               "--quiet",
                                               "--rank-assumptions",
                                               "3",
                                               "--engagement-curve",
                                               "2",
                                               "--threads",
                                               threads}));
    CHECK(ended.code == 0);
    return region.page();
  };
  const std::string one = page_of("1");
  CHECK(one == page_of("3"));
  CHECK(contains(one, "over 3 futures, the same for all"));
  CHECK(contains(one, "mean of 2 futures, the same for all"));
}

TEST_CASE("a comparison ranks the numbers of its base where it is asked to") {
  const Region region;
  const std::string file = region.folder / "page.html";
  const auto ended = test::ficap({"compare",
                                  region.folder / "region.json",
                                  region.folder / "more.json",
                                  "--replications",
                                  "3",
                                  "--rank-assumptions",
                                  "5",
                                  "--html",
                                  file,
                                  "--force"});
  CHECK(ended.code == 0);
  CHECK(contains(region.page(), "All 2 numbers of grade C: "));
}

TEST_CASE("what is worked out for a report needs one, and futures enough to tell luck") {
  const Region region;
  const auto refused = [&](const Words& more, const char* words) {
    const auto ended = test::ficap(region.run(more));
    CHECK(ended.code == 2);
    CHECK(contains(ended.err, words));
  };
  refused({"--rank-assumptions", "10"}, "add --html FILE or --docx FILE");
  refused({"--engagement-curve", "10"}, "add --html FILE or --docx FILE");
  const std::string file = region.folder / "page.html";
  refused({"--html", file, "--rank-assumptions", "1"}, "needs 2 futures or more");
  refused({"--html", file, "--rank-assumptions", "soon"}, "--rank-assumptions");
  refused({"--html", file, "--engagement-curve", "1001"}, "--engagement-curve");
  CHECK_FALSE(fs::exists(file));
}

TEST_CASE("a ranking stopped by Ctrl-C leaves a page that says so, and a command to go on with") {
  const Region region;
  const std::string file = region.folder / "page.html";
  const auto stopped = test::ficap_interrupted(
      region.appraise({"--html", file, "--rank-assumptions", "1000", "--engagement-curve", "2"}),
      "to see which of 2 numbers of grade C matter",
      SIGINT);
  CHECK(stopped.code == 130);
  CHECK(contains(region.page(), "by what they move was stopped, and is not made"));
  CHECK(contains(region.page(), "mean of 2 futures, the same for all"));
  CHECK(contains(region.page(), "A case"));
  CHECK(fs::exists(file + ".unfinished"));
  const auto ended = test::ficap(region.appraise(
      {"--html", file, "--resume", "--rank-assumptions", "2", "--engagement-curve", "2"}));
  CHECK(ended.code == 0);
  CHECK(contains(region.page(), "All 2 numbers of grade C: "));
  CHECK_FALSE(fs::exists(file + ".unfinished"));
}
