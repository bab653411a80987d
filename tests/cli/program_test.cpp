#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// The program as a user runs it, on a small scenario.

using namespace ficap;

namespace {

namespace fs = std::filesystem;

const std::string scenario = FICAP_SOURCE_DIR "/scenarios/oracles/mm1.json";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a run answers first, then shows tables, then where to look next") {
  const auto ended = test::ficap({"run", scenario, "--replications", "3"});
  CHECK(ended.code == 0);
  CHECK(ended.err.empty());  // no terminal, no progress
  CHECK(contains(
      ended.out,
      " · 10 years from 1 April 2026 · starts after 1 year of\nwarm-up · 3 futures · seed 1\n"));
  const auto answer = ended.out.find("Of every 100 times");
  const auto tables = ended.out.find("Needs and requests");
  const auto next = ended.out.find("Where to look next");
  REQUIRE(next != std::string::npos);
  CHECK(answer < tables);
  CHECK(tables < next);
  CHECK(contains(ended.out, "ficap explain " + scenario));
}

TEST_CASE("an option is proposed only beside the scenario that it changes") {
  const test::TemporaryFolder folder;
  fs::copy_file(scenario, folder / "base.json");
  fs::copy_file(scenario, folder / "other.json");
  test::write(folder / "five-more-investigators.json", R"({"extends": "base.json"})");
  const std::string proposal = " " + (folder / "five-more-investigators.json") + "\n";
  CHECK(contains(test::ficap({"run", folder / "base.json", "--replications", "1"}).out, proposal));
  CHECK_FALSE(
      contains(test::ficap({"run", folder / "other.json", "--replications", "1"}).out, proposal));
}

TEST_CASE("quiet leaves the sentences") {
  const auto ended = test::ficap({"run", scenario, "--replications", "3", "--quiet"});
  CHECK(ended.code == 0);
  CHECK(contains(ended.out, "Of every 100 times"));
  CHECK_FALSE(contains(ended.out, "Needs and requests"));
}

TEST_CASE("quiet names the files that were written, beside the sentences") {
  const test::TemporaryFolder folder;
  const auto ended = test::ficap(
      {"run", scenario, "--replications", "1", "--quiet", "--csv", folder.path().string()});
  CHECK(ended.code == 0);
  CHECK(ended.err ==
        "wrote " + (folder / "replications.csv") + "\nwrote " + (folder / "series.csv") + "\n");
  CHECK_FALSE(contains(ended.out, "wrote"));
}

TEST_CASE("data goes to standard output and nothing beside it") {
  auto ended = test::ficap({"run", scenario, "--replications", "2", "--seed", "7", "--json", "-"});
  CHECK(ended.code == 0);
  const auto document = nlohmann::json::parse(ended.out);
  CHECK(document["run"]["seed"] == 7);
  CHECK(document["run"]["replications"] == 2);
  CHECK(document["measures"]["served"]["mean"].is_number());
  CHECK(contains(ended.err, "Of every 100 times"));
  ended = test::ficap({"run", scenario, "--replications", "2", "--json", "-", "--quiet"});
  CHECK(nlohmann::json::accept(ended.out));
  CHECK(ended.err.empty());
}

TEST_CASE("with the standard streams closed, a file holds nothing but its results") {
  const test::TemporaryFolder folder;
  const std::string file = folder / "x.json";
  const std::string command = "\"" FICAP_PROGRAM "\" run \"" + scenario +
                              "\" --replications 1 --json \"" + file + "\" <&- >&- 2>&-";
  CHECK(std::system(command.c_str()) != 0);  // nobody got the answer, and that is said
  const std::string written = test::content_of(file);
  CHECK((written.empty() || nlohmann::json::accept(written)));
}

TEST_CASE("one, two and eight threads write the same bytes") {
  const test::TemporaryFolder folder;
  const auto files = [&](const std::string& threads) {
    const std::string json = folder / (threads + ".json");
    const std::string csv = folder / threads;
    const auto ended = test::ficap({"run",
                                    scenario,
                                    "--replications",
                                    "24",
                                    "--threads",
                                    threads,
                                    "--json",
                                    json,
                                    "--csv",
                                    csv});
    CHECK(ended.code == 0);
    return std::vector<std::string>{test::content_of(json),
                                    test::content_of(csv + "/replications.csv"),
                                    test::content_of(csv + "/series.csv")};
  };
  const auto one = files("1");
  for (const std::string& content : one)
    CHECK(content.size() > 100);
  CHECK(files("2") == one);
  CHECK(files("8") == one);
}

TEST_CASE("a run stopped by Ctrl-C keeps the bytes of a run of that many futures") {
  for (const int signal : {SIGINT, SIGTERM}) {
    const test::TemporaryFolder folder;
    const auto stopped = test::ficap_interrupted({"run",
                                                  scenario,
                                                  "--replications",
                                                  "16000000",
                                                  "--json",
                                                  folder / "stopped.json",
                                                  "--csv",
                                                  folder / "stopped"},
                                                 "futures, about ",
                                                 signal);
    CHECK(stopped.code == 130);
    CHECK(contains(stopped.out, "Stopped early: "));
    const std::string stopped_json = test::content_of(folder / "stopped.json");
    REQUIRE(nlohmann::json::accept(stopped_json));
    const auto finished = nlohmann::json::parse(stopped_json)["run"]["replications"].get<int>();
    CHECK(finished >= 1);
    CHECK(finished < 16000000);
    const auto whole = test::ficap({"run",
                                    scenario,
                                    "--replications",
                                    std::to_string(finished),
                                    "--json",
                                    folder / "whole.json",
                                    "--csv",
                                    folder / "whole"});
    CHECK(whole.code == 0);
    CHECK(stopped_json == test::content_of(folder / "whole.json"));
    for (const char* name : {"/replications.csv", "/series.csv"}) {
      CHECK(test::content_of((folder / "stopped") + name) ==
            test::content_of((folder / "whole") + name));
    }
    CHECK(folder.entries() == 5);  // and what --resume goes on from
  }
}

TEST_CASE("an existing file is not overwritten without --force, and that is known before the run") {
  const test::TemporaryFolder folder;
  test::write(folder / "r.json", "mine");
  const std::vector<std::string> run{
      "run", scenario, "--replications", "16000000", "--json", folder / "r.json"};
  auto ended = test::ficap(run);  // would take hours
  CHECK(ended.code == 2);
  CHECK(contains(ended.err, "r.json exists; --force overwrites it\n"));
  CHECK_FALSE(contains(ended.err, "Try:"));
  CHECK(test::content_of(folder / "r.json") == "mine");
  ended =
      test::ficap({"run", scenario, "--replications", "1", "--json", folder / "r.json", "--force"});
  CHECK(ended.code == 0);
  CHECK(nlohmann::json::accept(test::content_of(folder / "r.json")));
  CHECK(folder.entries() == 1);
}

TEST_CASE("results never replace the scenario, nor each other") {
  const test::TemporaryFolder folder;
  fs::copy_file(scenario, folder / "s.json");
  const std::string before = test::content_of(folder / "s.json");
  CHECK(test::ficap({"run", folder / "s.json", "--json", folder / "s.json", "--force"}).code == 2);
  CHECK(test::content_of(folder / "s.json") == before);
  CHECK(test::ficap({"run",
                     folder / "s.json",
                     "--json",
                     folder / "series.csv",
                     "--csv",
                     folder.path().string()})
            .code == 2);
}

TEST_CASE("a file of results cannot be the folder of others, and that is known before the run") {
  const test::TemporaryFolder folder;
  const std::string file = folder / "r";
  for (const std::string& csv : {file, file + "/tables"}) {
    const auto ended = test::ficap({"run", scenario, "--json", file, "--csv", csv});
    CHECK(ended.code == 2);
    CHECK(contains(ended.err, file + ", which is --json, cannot be the folder of " + csv));
  }
  CHECK(folder.entries() == 0);
}

TEST_CASE("a folder that does not exist or a full disk ends with one plain sentence") {
  auto ended = test::ficap({"run", scenario, "--json", "/no/such/folder/r.json"});
  CHECK(ended.code == 1);
  CHECK(ended.err == "ficap: cannot write /no/such/folder/r.json: No such file or directory\n");
  if (!fs::exists("/dev/full")) return;
  ended = test::ficap({"run", scenario, "--replications", "1", "--json", "/dev/full"});
  CHECK(ended.code == 1);
  CHECK(ended.err == "ficap: cannot write /dev/full: No space left on device\n");
  CHECK(ended.out.empty());
}

TEST_CASE("a wrong scenario ends with exit code 3, whatever the command") {
  for (const char* command : {"run", "validate", "explain"}) {
    const auto ended = test::ficap({command, scenario, "--set", "/plan/years=0"});
    CAPTURE(command);
    CHECK(ended.code == 3);
    CHECK(contains(ended.err, "/plan/years"));
    CHECK(ended.out.empty());
  }
}

TEST_CASE("explain tells of one organisation's people, and asks which one is meant") {
  const std::string region = FICAP_SOURCE_DIR "/scenarios/oracles/small-region.json";
  auto ended = test::ficap({"explain", region, "--organisation", "north"});
  CHECK(ended.code == 0);
  CHECK(contains(ended.out, "Who is there, and what for\n"));
  CHECK(contains(ended.out, "\nNorth"));
  CHECK(!contains(ended.out, "How cases go"));
  CHECK(!contains(ended.out, "\nSouth"));
  ended = test::ficap({"explain", region, "--organisation", "nroth"});
  CHECK(ended.code == 2);
  CHECK(contains(ended.err, "no organisation \"nroth\"; did you mean \"north\"?"));
  CHECK(ended.out.empty());
}

TEST_CASE("a good scenario is said to be ok, with what it holds") {
  auto ended = test::ficap({"validate", scenario});
  CHECK(ended.code == 0);
  std::replace(
      ended.out.begin(), ended.out.end(), '\n', ' ');  // where lines break depends on the path
  CHECK(
      contains(ended.out,
               "mm1.json is ok: \"One investigator, no memory anywhere (M/M/1)\", 1 organisation, "
               "1 stream of cases, 1 pathway, 1 kind of help, 1 team; a run starts after 1 year of "
               "warm-up."));
  ended = test::ficap({"validate", "-"}, test::content_of(scenario));
  CHECK(ended.code == 0);
  CHECK(contains(ended.out, "standard input is ok"));
}

TEST_CASE("a scenario that was changed on the command line says so in its title") {
  const auto title_with = [](const std::vector<std::string>& sets) {
    std::vector<std::string> words{"validate", scenario};
    for (const std::string& set : sets)
      words.insert(words.end(), {"--set", set});
    auto ended = test::ficap(words);
    CHECK(ended.code == 0);
    std::replace(ended.out.begin(), ended.out.end(), '\n', ' ');
    const std::size_t from = ended.out.find('"') + 1;
    return ended.out.substr(from, ended.out.find("\", 1 org") - from);
  };
  const std::string title = "One investigator, no memory anywhere (M/M/1)";
  CHECK(title_with({"/asking/floor=0.5"}) == title + ", with /asking/floor=0.5");
  CHECK(title_with({"/asking/floor=0.5", "/plan/years=2", "/asking/ceiling=0.95"}) ==
        title + ", with /asking/floor=0.5 and /asking/ceiling=0.95");
  // What every result says anyway is not said twice, and who gives a title has said enough.
  CHECK(title_with({"/plan/years=2", "/plan/seed=3", "/plan/replications=4"}) == title);
  CHECK(title_with({"/asking/floor=0.5", "/title=Bold"}) == "Bold");
  // One line is one line.
  const std::vector<std::string> many(8, "/asking/floor=0.5000000001");
  CHECK(title_with(many) == title + ", with 8 numbers set on the command line");
  // A title that leaves no room for it gives way.
  test::TemporaryFolder folder;
  std::string long_title;
  for (int i = 0; i < 195; ++i)
    long_title += "é";
  test::write(folder / "long.json",
              R"({"extends": ")" + scenario + R"(", "title": ")" + long_title + "\"}");
  const auto ended = test::ficap({"run",
                                  folder / "long.json",
                                  "--set",
                                  "/asking/floor=0.5",
                                  "--replications",
                                  "2",
                                  "--json",
                                  "-",
                                  "--quiet"});
  CHECK(contains(ended.out, "é..., with 1 number set on the command line\""));
}
