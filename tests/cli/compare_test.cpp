#include <algorithm>
#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// `ficap compare` as a user runs it: a queue, the same with a second desk, and the same again.

using namespace ficap;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const std::string oracles = FICAP_SOURCE_DIR "/scenarios/oracles/";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Where a line is wrapped depends on how long the path of the folder is.
std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

struct Options {
  test::TemporaryFolder folder;
  std::string base = folder / "base.json";
  std::string second_desk = folder / "second-desk.json";
  std::string again = folder / "again.json";

  Options() {
    fs::copy_file(oracles + "mm1.json", base);
    test::write(second_desk,
                R"({"extends": "base.json", "title": "A second desk",
                    "from_start": {"teams": {"investigators": {"establishment": 2, "strength": 2}}}})");
    test::write(again, R"({"extends": "base.json", "title": "The same again"})");
  }
  [[nodiscard]] std::vector<std::string> command(std::vector<std::string> more) const {
    std::vector<std::string> all{"compare", base, second_desk, again, "--replications", "12"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
};

}  // namespace

TEST_CASE("options are told apart from the base, or said to be exactly the same") {
  const Options options;
  const auto ended = test::ficap(options.command({}));
  CHECK(ended.code == 0);
  CHECK(ended.err.empty());
  CHECK(contains(on_one_line(ended.out),
                 ", against 2 options · 10 years from 1 April 2026 · starts after 1 year of "
                 "warm-up · 12 futures, "));
  CHECK(contains(ended.out, "A second desk\n  Better: "));
  CHECK(contains(ended.out, "wait for a start down from "));
  CHECK(contains(ended.out, "The same again\n  Exactly the same: "));
  CHECK(contains(ended.out, "\nBest: A second desk.\n"));
  const auto quiet = test::ficap(options.command({"--quiet"}));
  CHECK(ended.out.starts_with(quiet.out));
  CHECK_FALSE(contains(quiet.out, "\nBest: "));
}

TEST_CASE("five options are shown at one glance, and a table for each measure only if asked for") {
  const Options options;
  std::vector<std::string> many{"compare", options.base, options.second_desk, options.again};
  for (const char* const rate : {"1", "2", "3"}) {
    many.push_back(options.folder / ("option" + std::string{rate} + ".json"));
    test::write(many.back(),
                std::string{R"({"extends": "base.json", "title": "Option )"} + rate +
                    R"(", "from_start": {"asking": {"floor": 0.)" + rate + "}}}");
  }
  many.insert(many.end(), {"--replications", "6"});
  const auto ended = test::ficap(many);
  CHECK(ended.code == 0);
  CHECK(contains(ended.out, "\nA second desk"));
  CHECK(contains(ended.out, ": lowest with A second desk.\n"));
  CHECK(contains(on_one_line(ended.out), "with every difference and its interval: --tables; in"));
  CHECK_FALSE(contains(ended.out, "\nBest: "));
  CHECK_FALSE(contains(ended.out, "Better: "));
  many.emplace_back("--tables");
  const auto with_tables = test::ficap(many);
  CHECK(contains(with_tables.out, "\nBest: A second desk.\n"));
  CHECK(contains(with_tables.out, "All 40 differences lie in their intervals at once"));
}

TEST_CASE("the files of a comparison do not depend on threads, nor an option's on the others") {
  const Options options;
  const auto files = [&](const std::string& threads) {
    const std::string file = options.folder / (threads + ".json");
    const std::string csv = options.folder / threads;
    CHECK(test::ficap(options.command({"--threads", threads, "--json", file, "--csv", csv})).code ==
          0);
    return std::vector<std::string>{test::content_of(file),
                                    test::content_of(csv + "/comparison.csv"),
                                    test::content_of(csv + "/series.csv")};
  };
  const auto one = files("1");
  CHECK(one[1].size() > 100);
  CHECK(contains(one[2], "\nsecond-desk,A second desk,2027-03-01,"));
  CHECK(json::parse(one[0])["demand"]["scenarios"]["second-desk"]["months"].size() == 120);
  CHECK(files("8") == one);
  const auto turned = test::ficap({"compare",
                                   options.base,
                                   options.again,
                                   options.second_desk,
                                   "--replications",
                                   "12",
                                   "--json",
                                   "-",
                                   "--quiet"});
  const json forth = json::parse(one[0])["measures"];
  const json back = json::parse(turned.out)["measures"];
  for (const auto& [measure, figures] : forth.items())
    CHECK(back[measure]["scenarios"]["second-desk"] == figures["scenarios"]["second-desk"]);
}

TEST_CASE("the scenarios' own figures are those of a run of each alone") {
  const Options options;
  const auto compared =
      test::ficap(options.command({"--json", "-", "--quiet", "--measure", "served"}));
  const auto alone =
      test::ficap({"run", options.second_desk, "--replications", "12", "--json", "-", "--quiet"});
  const json of_comparison =
      json::parse(compared.out)["measures"]["served"]["scenarios"]["second-desk"];
  const json of_run = json::parse(alone.out)["measures"]["served"];
  CHECK(of_comparison["mean"] == of_run["mean"]);
  CHECK(of_comparison["half_width"] == of_run["half_width"]);
}

TEST_CASE("verify makes a comparison again, and notices a figure that was changed") {
  const Options options;
  const std::string file = options.folder / "c.json";
  CHECK(test::ficap(
            options.command(
                {"--json", file, "--measure", "wait_days", "--measure", "served[class=statutory]"}))
            .code == 0);
  CHECK(test::ficap({"verify", file}).code == 0);
  std::string text = test::content_of(file);
  const auto place = text.find("\"verdict\": \"exactly the same\"");
  REQUIRE(place != std::string::npos);
  text.replace(place, 29, "\"verdict\": \"higher\"");
  test::write(file, text);
  CHECK(test::ficap({"verify", file}).code == 5);
}

TEST_CASE("a comparison stopped by Ctrl-C keeps the bytes of one of that many futures") {
  const Options options;
  const std::string file = options.folder / "stopped.json";
  const auto stopped = test::ficap_interrupted(
      {"compare", options.base, options.second_desk, "--replications", "8000000", "--json", file},
      "futures, about ",
      SIGINT);
  CHECK(stopped.code == 130);
  CHECK(contains(stopped.out, "Stopped early: "));
  const auto finished = json::parse(test::content_of(file))["run"]["replications"].get<int>();
  const auto whole = test::ficap({"compare",
                                  options.base,
                                  options.second_desk,
                                  "--replications",
                                  std::to_string(finished),
                                  "--json",
                                  "-",
                                  "--quiet"});
  CHECK(whole.out == test::content_of(file));
}

TEST_CASE("scenarios of other periods are not compared, and it is said why") {
  const Options options;
  test::write(options.folder / "later.json",
              R"({"extends": "base.json", "plan": {"start": "2027-04-01", "warm_up": "9 d"}})");
  const std::string later = options.folder / "later.json";
  const auto ended = test::ficap({"compare", options.base, later});
  CHECK(ended.code == 2);
  CHECK(ended.err == "ficap: these cannot be compared in the same futures\n  " + later +
                         " starts on 1 April 2027, but " + options.base +
                         " starts on 1 April 2026\n  " + later + " warms up for 9 days, but " +
                         options.base +
                         " warms up for 365 days\n"
                         "--set changes all of them at once, e.g. --set /plan/years=5\n");
}

TEST_CASE("one scenario, twice the same and an unknown measure each have their sentence") {
  const Options options;
  CHECK(contains(test::ficap({"compare", options.base}).err,
                 "ficap: compare what with what? Give a base and at least one option"));
  const auto twice = test::ficap({"compare",
                                  options.base,
                                  options.base,
                                  "--replications",
                                  "2",
                                  "--quiet",
                                  "--json",
                                  options.folder / "twice.json"});
  CHECK(twice.code == 0);
  CHECK(contains(twice.out, " says the same as "));
  CHECK(json::accept(test::content_of(options.folder / "twice.json")));
  const auto unknown = test::ficap(options.command({"--measure", "servd"}));
  CHECK(unknown.code == 2);
  CHECK(unknown.err ==
        "ficap: --measure servd: there is no measure \"servd\"; did you mean \"served\"?\n"
        "Try: ficap compare --help\n");
  CHECK(test::ficap(options.command({"--set", "/plan/years=0"})).code == 3);
}

TEST_CASE("a name of a file that is no UTF-8 does not spoil the results") {
  const Options options;
  const std::string other = options.folder / "caf\xE9.json";
  fs::copy_file(options.second_desk, other);
  const auto ended = test::ficap(
      {"compare", options.base, other, "--replications", "3", "--json", "-", "--quiet"});
  CHECK(ended.code == 0);
  CHECK(contains(ended.out, "\"caf<0xE9>\""));
  CHECK(test::ficap({"verify", "-"}, ended.out).code == 0);
}

TEST_CASE("no scenario of a comparison is ever overwritten") {
  const Options options;
  CHECK(test::ficap(options.command({"--json", options.again, "--force"})).code == 2);
  CHECK(contains(test::content_of(options.again), "The same again"));
}
