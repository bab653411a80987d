#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// `--html FILE` as a user asks for it. What a browser makes of the pages: tools/browser.sh.

using namespace ficap;

namespace {

namespace fs = std::filesystem;

const std::string queue = FICAP_SOURCE_DIR "/scenarios/oracles/mm1.json";

std::string bytes_of(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::vector<std::string> run(std::vector<std::string> more) {
  std::vector<std::string> all{"run", queue, "--replications", "3", "--quiet"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

TEST_CASE("a page of a run has its answer, its marking, its self-test and its scenario") {
  const test::TemporaryFolder folder;
  const std::string file = folder / "report.html";
  const auto ended = test::ficap(run({"--html", file, "--marking", "OFFICIAL-SENSITIVE"}));
  CHECK(ended.code == 0);
  CHECK(contains(ended.err, "wrote " + file));
  const std::string page = bytes_of(file);
  CHECK(page.starts_with("<!doctype html>"));
  CHECK(contains(page, "<p class=\"marking\" data-place=\"top\">OFFICIAL-SENSITIVE</p>"));
  CHECK(contains(page, "Of every 100 times"));
  CHECK(contains(page, "All of it holds"));
  CHECK(contains(page, "&quot;pathways&quot;: {"));
  CHECK(contains(page, "run FI-"));
  CHECK_FALSE(contains(page, FICAP_SOURCE_DIR));
}

TEST_CASE(
    "a page is OFFICIAL where nothing else is said, and the same from any number of threads") {
  const test::TemporaryFolder folder;
  const std::string one = folder / "one.html";
  const std::string three = folder / "three.html";
  CHECK(test::ficap(run({"--html", one, "--threads", "1"})).code == 0);
  CHECK(test::ficap(run({"--html", three, "--threads", "3"})).code == 0);
  CHECK(bytes_of(one) == bytes_of(three));
  CHECK(contains(bytes_of(one), ">OFFICIAL</p>"));
}

TEST_CASE("a page is not overwritten, and is no other output at once") {
  const test::TemporaryFolder folder;
  const std::string file = folder / "report.html";
  test::write(file, "mine");
  const auto refused = test::ficap(run({"--html", file}));
  CHECK(refused.code == 2);
  CHECK(contains(refused.err, "--force"));
  CHECK(bytes_of(file) == "mine");
  const auto twice = test::ficap(run({"--html", file, "--json", file, "--force"}));
  CHECK(twice.code == 2);
  CHECK(contains(twice.err, "cannot be both --json and --html"));
  CHECK(bytes_of(file) == "mine");
  CHECK(test::ficap(run({"--html", file, "--force"})).code == 0);
}

TEST_CASE("a marking needs a page, and a page a file") {
  const auto marked = test::ficap(run({"--marking", "OFFICIAL"}));
  CHECK(marked.code == 2);
  CHECK(contains(marked.err, "add --html FILE"));
  CHECK(test::ficap(run({"--html", "-"})).code == 2);
}

TEST_CASE("what a scenario says is never markup of a page") {
  const test::TemporaryFolder folder;
  const std::string scenario = folder / "hostile.json";
  fs::copy_file(queue, folder / "base.json");
  test::write(scenario,
              R"({"extends": "base.json", "title": "</script><script>alert(1)</script> \"&'"})");
  const std::string file = folder / "report.html";
  CHECK(test::ficap({"run", scenario, "--replications", "2", "--quiet", "--html", file}).code == 0);
  const std::string page = bytes_of(file);
  CHECK_FALSE(contains(page, "<script>alert"));
  CHECK(contains(page,
                 "<h1>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;&#39;</h1>"));
}

TEST_CASE("a page of a comparison has the verdicts, and both scenarios") {
  const test::TemporaryFolder folder;
  fs::copy_file(queue, folder / "base.json");
  const std::string option = folder / "option.json";
  test::write(option,
              R"({"extends": "base.json", "title": "A second desk",
                  "from_start": {"teams": {"investigators": {"establishment": 2, "strength": 2}}}})");
  const std::string file = folder / "comparison.html";
  const auto ended = test::ficap(
      {"compare", folder / "base.json", option, "--replications", "8", "--quiet", "--html", file});
  CHECK(ended.code == 0);
  CHECK(contains(ended.err, "wrote " + file));
  const std::string page = bytes_of(file);
  CHECK(contains(page, "<h1>A second desk, against "));
  CHECK(contains(page, "lower: better"));
  CHECK(contains(page, "There is one organisation in these scenarios"));
  CHECK(contains(page, "download=\"a-second-desk.json\""));
  CHECK(contains(page, "scenarios sha256"));
}
