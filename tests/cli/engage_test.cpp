#include <algorithm>
#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// `ficap engage` as a user runs it, on the small region.

using namespace ficap;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const std::string region = FICAP_SOURCE_DIR "/scenarios/oracles/small-region.json";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a curve of engagement is said, written, and made again to the bit") {
  const test::TemporaryFolder folder;
  const std::string file = folder / "curve.json";
  const auto ended = test::ficap({"engage",
                                  region,
                                  "--replications",
                                  "3",
                                  "--days",
                                  "0,40",
                                  "--json",
                                  file,
                                  "--csv",
                                  folder / "curve"});
  CHECK(ended.code == 0);
  CHECK(contains(ended.out, "When the unit joins: "));
  CHECK(contains(ended.out, "as simulated"));
  CHECK(contains(ended.out, "40 days after it opens"));
  CHECK(fs::exists(folder / "curve/engagement.csv"));
  const json document = json::parse(test::content_of(file));
  // Five stages, two times, and the region as it is.
  CHECK(document["scenarios"].size() == 8);
  CHECK(document["scenarios"][0]["name"] == "joined-at-develop");
  CHECK(document["scenarios"][1]["name"] == "as-simulated");
  const json& recovered = document["measures"]["recovered_share"]["scenarios"];
  CHECK(recovered["joined-at-develop"]["mean"] > recovered["joined-at-arrest"]["mean"]);
  CHECK(recovered["joined-at-develop"]["mean"] == recovered["joined-after-0-d"]["mean"]);
  const auto verified = test::ficap({"verify", file});
  CHECK(verified.code == 0);
  CHECK(contains(verified.out, "matches"));
}

TEST_CASE("a curve has the same bytes whatever the threads") {
  const auto one = test::ficap({"engage",
                                region,
                                "--replications",
                                "3",
                                "--days",
                                "30",
                                "--json",
                                "-",
                                "--quiet",
                                "--threads",
                                "1"});
  const auto two = test::ficap({"engage",
                                region,
                                "--replications",
                                "3",
                                "--days",
                                "30",
                                "--json",
                                "-",
                                "--quiet",
                                "--threads",
                                "2"});
  CHECK(one.code == 0);
  CHECK(one.out == two.out);
}

TEST_CASE("what cannot be a curve is refused in words") {
  const auto days = test::ficap({"engage", region, "--days", "10,soon"});
  CHECK(days.code == 2);
  CHECK(contains(days.err, "--days"));
  const auto late = test::ficap({"engage",
                                 region,
                                 "--set",
                                 "/pathways/investigation/stages/develop/phase=middle",
                                 "--set",
                                 "/pathways/investigation/stages/covert/phase=middle"});
  CHECK(late.code != 0);
  CHECK(contains(late.err, "early stage"));
}
