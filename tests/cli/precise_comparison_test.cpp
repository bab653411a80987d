#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "io/journal.hpp"
#include "tests/cli/process.hpp"
#include "tests/cli/stopped_run.hpp"
#include "tests/cli/temporary_folder.hpp"

// Comparisons that go on until every option's difference is precise enough.

using namespace ficap;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// A queue, and two options: a slower desk, and a second one.
struct Queues {
  test::TemporaryFolder folder;
  std::string file = folder / "c.json";

  Queues() {
    fs::copy_file(FICAP_SOURCE_DIR "/scenarios/oracles/mm1.json", folder / "base.json");
    test::write(folder / "second.json",
                R"({"extends": "base.json", "title": "A second desk",
                    "from_start": {"teams": {"investigators": {"establishment": 2, "strength": 2}}}})");
    test::write(folder / "again.json", R"({"extends": "base.json", "title": "The same again"})");
  }
  [[nodiscard]] test::Ended compare(const std::vector<std::string>& more) const {
    return test::ficap(command(more));
  }
  [[nodiscard]] std::vector<std::string> command(const std::vector<std::string>& more) const {
    std::vector<std::string> all{
        "compare", folder / "base.json", folder / "second.json", folder / "again.json", "--quiet"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
};

}  // namespace

TEST_CASE("a comparison goes on until each difference is precise enough, on any threads") {
  const Queues queues;
  const auto ended =
      queues.compare({"--precision", "wait_days:6%", "--json", queues.file, "--threads", "1"});
  CHECK(ended.code == 0);
  CHECK(contains(ended.out, "Precise enough after "));
  auto document = json::parse(test::content_of(queues.file));
  const json precision = document["precision"];
  CHECK(precision["met"] == true);
  CHECK(precision["look"] > 1);
  const json target = precision["targets"][0];
  CHECK(target["asked_for"] == "6%");
  const json second = target["options"]["second"];
  const json differences = document["measures"]["wait_days"]["scenarios"];
  CHECK(second["difference"] == differences["second"]["difference"]["mean"]);
  CHECK(second["half_width"] <= second["at_most"]);
  CHECK(second["at_most"].get<double>() ==
        doctest::Approx(0.06 * differences["base"]["mean"].get<double>()));
  CHECK(target["options"]["again"]["half_width"] == 0.0);

  const std::string three = queues.folder / "three.json";
  CHECK(queues.compare({"--precision", "wait_days:6%", "--json", three, "--threads", "3"}).code ==
        0);
  CHECK(test::content_of(three) == test::content_of(queues.file));
  // What is measured is what a comparison of that many futures measures.
  const std::string plain = queues.folder / "plain.json";
  const auto replications = precision["replications"].get<int>();
  CHECK(queues.compare({"--replications", std::to_string(replications), "--json", plain}).code ==
        0);
  document.erase("precision");
  CHECK(document == json::parse(test::content_of(plain)));
}

TEST_CASE("verify makes a precise comparison again, and notices a half-width that was changed") {
  const Queues queues;
  CHECK(queues
            .compare({"--precision",
                      "served[class=statutory]:200",
                      "--precision",
                      "wait_days:50%",
                      "--json",
                      queues.file})
            .code == 0);
  CHECK(test::ficap({"verify", queues.file}).code == 0);
  std::string text = test::content_of(queues.file);
  // A measure that is to be precise is shown as well.
  CHECK(json::parse(text)["measures"].contains("served[class=statutory]"));
  const auto place = text.find("\"at_most\": 200");
  REQUIRE(place != std::string::npos);
  text.replace(place, 14, "\"at_most\": 201");
  test::write(queues.file, text);
  CHECK(test::ficap({"verify", queues.file}).code == 5);
}

TEST_CASE("a comparison that may not go on until it is precise enough ends with exit code 4") {
  const Queues queues;
  const auto ended = queues.compare({"--precision", "wait_days:0.1%", "--replications", "40"});
  CHECK(ended.code == 4);
  CHECK(contains(ended.out, "Not as precise as asked for after 40 futures, the most that were"));
  CHECK(contains(ended.out, "--replications"));
}

TEST_CASE("a precise comparison that is stopped keeps what is finished, and goes on to its bytes") {
  const Queues queues;
  const std::vector<std::string> precise{"--precision", "wait_days:0.01%", "--replications"};
  const auto with = [&](const char* most, const std::vector<std::string>& more) {
    std::vector<std::string> all = queues.command(precise);
    all.emplace_back(most);
    all.insert(all.end(), more.begin(), more.end());
    return all;
  };
  const fs::path journal = queues.file + ".unfinished";
  const auto has_kept_some = [&] {
    return io::read_journal(test::content_of(journal)).records.size() >= 100;
  };
  const auto stopped =
      test::ficap_stopped(with("5000000", {"--json", queues.file}), SIGINT, has_kept_some);
  CHECK(stopped.code == 130);
  CHECK(contains(stopped.out, "Stopped after "));
  CHECK(contains(stopped.out, "before it was known to be precise enough"));
  CHECK(test::ficap({"verify", queues.file}).code == 0);
  const auto ended = test::ficap(with("48", {"--json", queues.file, "--resume"}));
  CHECK(ended.code == 4);
  const std::string straight = queues.folder / "straight.json";
  CHECK(test::ficap(with("48", {"--json", straight})).code == 4);
  CHECK(test::content_of(queues.file) == test::content_of(straight));
  CHECK(test::keeps_only_what_is_beyond(ended, journal.string()));
}

TEST_CASE("a precision about what an option lacks is refused before anything is simulated") {
  const Queues queues;
  test::write(queues.folder / "renamed.json", [&] {
    auto scenario = json::parse(test::content_of(queues.folder / "base.json"));
    std::string text = scenario.dump();
    for (auto at = text.find("force"); at != std::string::npos; at = text.find("force", at + 5))
      text.replace(at, 5, "shire");
    return text;
  }());
  const auto ended = test::ficap({"compare",
                                  queues.folder / "base.json",
                                  queues.folder / "renamed.json",
                                  "--precision",
                                  "served[organisation=force]:1"});
  CHECK(ended.code == 2);
  CHECK(ended.err ==
        "ficap: --precision served[organisation=force]: " + (queues.folder / "renamed.json") +
            " has no organisation \"force\", so there is no difference to be precise "
            "about\nTry: ficap compare --help\n");
}
