#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// A scenario that takes about two years to settle: help is needed on the 700th day of a case.

using namespace ficap;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const std::string too_short = "/plan/warm_up=1 y";
const std::string long_enough = "/plan/warm_up=3 y";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Where a line is wrapped is no matter here.
std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

struct Slow {
  test::TemporaryFolder folder;
  std::string scenario = folder / "slow.json";
  std::string json_file = folder / "w.json";

  Slow() {
    fs::copy_file(FICAP_SOURCE_DIR "/scenarios/oracles/mm1.json", folder / "base.json");
    test::write(scenario,
                R"({"extends": "base.json", "title": "Help is needed in the second year",
                    "pathways": {"one_stage": {"entry": {"open": null, "quiet": 1}, "stages": {
                      "quiet": {"phase": "early", "visibility": "covert",
                                "lasts": {"fixed": {"value": "700 d"}}, "next": {"open": 1}}}}}})");
  }
  [[nodiscard]] test::Ended ficap(const char* command,
                                  const std::string& warm_up,
                                  const std::vector<std::string>& more = {}) const {
    std::vector<std::string> all{command, scenario, "--set", warm_up, "--replications", "20"};
    all.insert(all.end(), more.begin(), more.end());
    return test::ficap(all);
  }
};

}  // namespace

TEST_CASE("a run warns where its warm-up is too short, and does not where it suffices") {
  const Slow slow;
  const auto warned = slow.ficap("run", too_short, {"--quiet"});
  CHECK(warned.code == 0);
  CHECK(contains(on_one_line(warned.out),
                 "The warm-up of 1 year looks too short: needs, requests made and help started "
                 "still move after it (`ficap warmup` shows how)."));
  const auto silent = slow.ficap("run", long_enough, {"--quiet"});
  CHECK(silent.code == 0);
  CHECK_FALSE(contains(silent.out, "looks too short"));
}

TEST_CASE("warmup says whether a warm-up is long enough, and shows the evidence") {
  const Slow slow;
  const auto short_one = slow.ficap("warmup", too_short);
  CHECK(short_one.code == 0);
  CHECK(short_one.err.empty());
  CHECK(
      contains(on_one_line(short_one.out), "The stated warm-up of 1 year is too short for needs"));
  CHECK(contains(short_one.out, "\nSeries, month by month"));
  CHECK(contains(short_one.out, "each bar a quarter of a year\n"));
  const auto long_one = slow.ficap("warmup", long_enough);
  CHECK(contains(on_one_line(long_one.out), "The stated warm-up of 3 years is long enough: "));
  const auto quiet = slow.ficap("warmup", long_enough, {"--quiet"});
  CHECK(long_one.out.starts_with(quiet.out));
  CHECK_FALSE(contains(quiet.out, "Series, month by month"));
}

TEST_CASE("warmup writes what it has found, the same on any threads, and verify repeats it") {
  const Slow slow;
  const std::string csv = slow.folder / "w";
  const auto ended =
      slow.ficap("warmup", too_short, {"--json", slow.json_file, "--csv", csv, "--threads", "1"});
  CHECK(ended.code == 0);
  CHECK(ended.err == "wrote " + slow.json_file + "\nwrote " + csv + "/settling.csv\nwrote " + csv +
                         "/monthly.csv\n");
  const std::string text = test::content_of(slow.json_file);
  const json document = json::parse(text);
  CHECK(document["run"]["command"] == "warmup");
  CHECK(document["run"]["replications"] == 20);
  CHECK(document["stated_months"] == 12);
  CHECK(document["long_enough"] == false);
  const json needs = document["series"]["needs"];
  CHECK(needs["moves_after_warm_up"] == true);
  CHECK(needs["settled_after_months"] > 20);
  CHECK(needs["settled_after_months"] < 36);
  CHECK(needs["monthly"].size() == 12 * 12);
  const std::string months = test::content_of(csv + "/monthly.csv");
  CHECK(std::count(months.begin(), months.end(), '\n') == 1 + 12 * 12);
  CHECK(months.starts_with("month,needs,requests made,help started,"));
  CHECK(contains(test::content_of(csv + "/settling.csv"), "\nneeds,"));

  const auto three = slow.ficap("warmup", too_short, {"--json", "-", "--quiet", "--threads", "3"});
  CHECK(three.out == text);
  CHECK(test::ficap({"verify", slow.json_file}).code == 0);
  std::string changed = text;
  changed.replace(changed.find("\"long_enough\": false"), 20, "\"long_enough\": true ");
  test::write(slow.json_file, changed);
  CHECK(test::ficap({"verify", slow.json_file}).code == 5);
}

TEST_CASE("warmup overwrites nothing that it was not told to") {
  const Slow slow;
  const std::vector<std::string> to_file{"--json", slow.json_file};
  test::write(slow.json_file, "mine");
  const auto refused = slow.ficap("warmup", too_short, to_file);
  CHECK(refused.code == 2);
  CHECK(refused.err == "ficap: " + slow.json_file + " exists; --force overwrites it\n");
  CHECK(test::content_of(slow.json_file) == "mine");
  CHECK(slow.ficap("warmup", too_short, {"--json", slow.json_file, "--force"}).code == 0);
  CHECK(json::accept(test::content_of(slow.json_file)));
  CHECK(slow.ficap("warmup", too_short, {"--json", slow.scenario, "--force"}).code == 2);
  CHECK(contains(test::content_of(slow.scenario), "Help is needed"));
}

TEST_CASE("where everything is settled from the beginning, that is said, and nothing went before") {
  const auto ended = test::ficap({"warmup",
                                  FICAP_SOURCE_DIR "/scenarios/oracles/mm1.json",
                                  "--replications",
                                  "40",
                                  "--json",
                                  "-"});
  CHECK(contains(ended.err, "All of these series are settled from the beginning."));
  CHECK(json::parse(ended.out)["series"]["needs"]["mean_before"].is_null());
}
