#include <csignal>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// Runs that go on until they are precise enough.

using namespace ficap;

namespace {

const std::string scenario = FICAP_SOURCE_DIR "/scenarios/oracles/mm1.json";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a run goes on until it is precise enough, with the measures of that many futures") {
  const test::TemporaryFolder folder;
  const auto run = [&](const std::string& name, const std::vector<std::string>& options) {
    std::vector<std::string> all{"run", scenario, "--quiet", "--json", folder / name};
    all.insert(all.end(), options.begin(), options.end());
    return test::ficap(all);
  };
  const auto precise = run("precise.json", {"--precision", "wait_days:3%", "--threads", "1"});
  CHECK(precise.code == 0);
  CHECK(contains(precise.out, "Precise enough after "));
  auto document = nlohmann::json::parse(test::content_of(folder / "precise.json"));
  const auto& precision = document["precision"];
  CHECK(precision["met"] == true);
  CHECK(precision["look"] > 1);
  CHECK(precision["targets"][0]["half_width"] <= precision["targets"][0]["at_most"]);
  const int replications = document["run"]["replications"];
  CHECK(precision["replications"] == replications);

  // The threads change no byte.
  CHECK(run("three.json", {"--precision", "wait_days:3%", "--threads", "3"}).code == 0);
  CHECK(test::content_of(folder / "three.json") == test::content_of(folder / "precise.json"));
  // Nor does precision, in what is measured.
  CHECK(run("plain.json", {"--replications", std::to_string(replications)}).code == 0);
  document.erase("precision");
  CHECK(document == nlohmann::json::parse(test::content_of(folder / "plain.json")));
  // And the file says enough to make it again.
  CHECK(test::ficap({"verify", folder / "precise.json"}).code == 0);
}

TEST_CASE("a run that may not go on until it is precise enough ends with exit code 4") {
  const auto ended = test::ficap(
      {"run", scenario, "--quiet", "--precision", "wait_days:0.1%", "--replications", "40"});
  CHECK(ended.code == 4);
  CHECK(contains(ended.out, "Not as precise as asked for after 40 futures, the most that were"));
  CHECK(contains(ended.out, "--replications"));
}

TEST_CASE("a precision that cannot be read is refused before the run") {
  const auto ended =
      test::ficap({"run", scenario, "--precision", "wait_day:1%", "--replications", "16000000"});
  CHECK(ended.code == 2);
  CHECK(ended.err ==
        "ficap: --precision: there is no measure \"wait_day\"; did you mean \"wait_days\"?\n"
        "Try: ficap run --help\n");
}

TEST_CASE("a precise run stopped by Ctrl-C reports the futures that are finished") {
  const test::TemporaryFolder folder;
  const auto stopped = test::ficap_interrupted({"run",
                                                scenario,
                                                "--precision",
                                                "wait_days:0.01%",
                                                "--replications",
                                                "16000000",
                                                "--json",
                                                folder / "stopped.json"},
                                               "futures, about ",
                                               SIGINT);
  CHECK(stopped.code == 130);
  CHECK(contains(stopped.out, "Stopped after "));
  CHECK(test::ficap({"verify", folder / "stopped.json"}).code == 0);
}
