#include <csignal>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <system_error>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "io/journal.hpp"
#include "io/outcome_bytes.hpp"
#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// The command as a user runs it, on a scenario in which two numbers are given a range.

using namespace ficap;

namespace {

const std::string scenario = FICAP_SOURCE_DIR "/tests/support/one_desk.json";

std::vector<std::string> arguments(const std::vector<std::string>& more) {
  std::vector<std::string> all{
      "uncertainty",
      scenario,
      "--set",
      R"(/streams/cases/rate={"value": "0.5 /d", "low": "0.4 /d", "high": "0.6 /d"})",
      "--set",
      R"(/requests/help/tasks/0/effort={"fixed": {"value": "12 h"}, "low": "6 h", "high": "18 h"})"};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

/// A study whose files stand in a folder of their own.
struct Study {
  const test::TemporaryFolder& folder;
  std::string json = folder / "u.json";
  std::string journal = folder / "u.json.unfinished";

  /// @param rows of the last design; with very many of them the study takes hours
  [[nodiscard]] std::vector<std::string> command(const char* rows,
                                                 const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"--draws",
                                   "20",
                                   "--rows",
                                   rows,
                                   "--json",
                                   json,
                                   "--csv",
                                   folder / "u",
                                   "--rank-measure",
                                   "hours_worked",
                                   "--quiet"};
    words.insert(words.end(), more.begin(), more.end());
    return arguments(words);
  }
  /// @returns whether more than that many bytes are kept
  [[nodiscard]] std::function<bool()> has_kept(std::size_t bytes) const {
    return [this, bytes] {
      std::error_code none;
      const auto size = std::filesystem::file_size(journal, none);
      return !none && size > bytes;
    };
  }
  [[nodiscard]] std::string results() const {
    return test::content_of(json) + test::content_of(folder / "u/draws.csv") +
           test::content_of(folder / "u/s_curve.csv");
  }
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("uncertainty answers first, then shows the parts of each measure, then what matters") {
  const auto ended = test::ficap(arguments({"--draws", "20", "--rank-measure", "hours_worked"}));
  CHECK(ended.code == 0);
  CHECK(ended.err.empty());  // no terminal, no progress
  const auto answer = ended.out.find("Of what is uncertain about");
  const auto table = ended.out.find("How uncertain, and why");
  const auto inputs = ended.out.find("What matters to: hours worked");
  REQUIRE(inputs != std::string::npos);
  CHECK(answer < table);
  CHECK(table < inputs);
  CHECK(contains(ended.out, "/requests/help/tasks/0/effort"));
}

TEST_CASE("uncertainty writes the same bytes with one, two and eight threads") {
  std::string first;
  for (const char* threads : {"1", "2", "8"}) {
    const auto ended = test::ficap(arguments(
        {"--draws", "12", "--rows", "8", "--json", "-", "--quiet", "--threads", threads}));
    CHECK(ended.code == 0);
    REQUIRE(nlohmann::json::accept(ended.out));
    if (first.empty()) first = ended.out;
    CHECK(ended.out == first);
  }
}

TEST_CASE("uncertainty writes its files whole and never over others") {
  const test::TemporaryFolder folder;
  const auto all = arguments({"--draws",
                              "5",
                              "--no-ranking",
                              "--json",
                              folder / "study.json",
                              "--csv",
                              folder.path().string(),
                              "--quiet"});
  CHECK(test::ficap(all).code == 0);
  CHECK(nlohmann::json::parse(test::content_of(folder / "study.json"))["run"]["draws"] == 5);
  CHECK(contains(test::content_of(folder / "draws.csv"), "draw,/streams/cases/rate,"));
  CHECK(contains(test::content_of(folder / "s_curve.csv"), "measure,percent,"));
  CHECK(test::ficap(all).code == 2);
}

TEST_CASE("a study stopped by Ctrl-C keeps the draws that are finished, and says so") {
  const test::TemporaryFolder folder;
  const auto stopped = test::ficap_interrupted(
      arguments({"--draws", "100000", "--replications", "80", "--json", folder / "stopped.json"}),
      "left",
      SIGINT);
  CHECK(stopped.code == 130);
  CHECK(contains(stopped.out, "Stopped early: "));
  CHECK(contains(stopped.out, "which of them matter is not known"));
  const auto json = nlohmann::json::parse(test::content_of(folder / "stopped.json"));
  const auto draws = json["run"]["draws"].get<int>();
  CHECK(draws >= 2);
  CHECK(draws < 100'000);
  CHECK(test::ficap({"verify", folder / "stopped.json"}).code == 0);
}

TEST_CASE("a scenario without ranges is told how to give one") {
  const auto ended = test::ficap({"uncertainty", scenario});
  CHECK(ended.code == 2);
  CHECK(contains(ended.err, "no number of this scenario has a low and a high"));
  CHECK(contains(ended.err, R"({"value": 0.1, "low": 0.05, "high": 0.2})"));
}

TEST_CASE("a measure that does not exist is met with the nearest one") {
  const auto ended = test::ficap(arguments({"--rank-measure", "wait_day"}));
  CHECK(ended.code == 2);
  CHECK(contains(ended.err, "wait_days"));
}

TEST_CASE("sizes of the study are checked before any work") {
  CHECK(test::ficap(arguments({"--draws", "1"})).code == 2);
  CHECK(test::ficap(arguments({"--replications", "1"})).code == 2);
  CHECK(test::ficap(arguments({"--draws", "100000", "--replications", "100000"})).code == 2);
}

// The first futures are of the scenario as it stands, then come draws, screening and weighing: a
// future of this scenario takes 110 bytes or more.
TEST_CASE("a study that is killed in any of its parts goes on to the bytes of one that was not") {
  const test::TemporaryFolder undisturbed;
  const Study whole{undisturbed};
  REQUIRE(test::ficap(whole.command("400")).code == 0);
  REQUIRE(undisturbed.entries() == 2);  // the journal is gone
  for (const std::size_t moment : {0U, 6'000U, 16'000U, 200'000U}) {
    const test::TemporaryFolder folder;
    const Study study{folder};
    CAPTURE(moment);
    const auto killed = test::ficap_stopped(study.command("400"), SIGKILL, study.has_kept(moment));
    CHECK(killed.code == 128 + SIGKILL);
    const auto ended = test::ficap(study.command("400", {"--resume"}));
    CHECK(ended.code == 0);
    CHECK(study.results() == whole.results());
    CHECK(folder.entries() == 2);
  }
}

TEST_CASE(
    "a study stopped by Ctrl-C in its ranking reports all draws, and goes on over its files") {
  const test::TemporaryFolder folder;
  const Study study{folder};
  const auto stopped =
      test::ficap_stopped(study.command("100000"), SIGINT, study.has_kept(500'000));
  CHECK(stopped.code == 130);
  CHECK(contains(stopped.out, "Stopped before the numbers that matter were weighed"));
  CHECK(contains(stopped.err, "; the same command with --resume goes on from there\n"));
  const auto json = nlohmann::json::parse(test::content_of(study.json));
  CHECK(json["run"]["draws"] == 20);
  CHECK(json["run"].contains("trajectories"));
  CHECK_FALSE(json["run"].contains("rows"));
  CHECK(test::ficap({"verify", study.json}).code == 0);
  const auto again =
      test::ficap_stopped(study.command("100000", {"--resume"}), SIGINT, study.has_kept(700'000));
  CHECK(again.code == 130);
}

TEST_CASE("what was finished is taken from the journal, and nothing of it is simulated twice") {
  const test::TemporaryFolder folder;
  const Study study{folder};
  (void)test::ficap_stopped(study.command("400"), SIGKILL, study.has_kept(70'000));
  const std::string text = test::content_of(study.journal);
  const io::JournalReading reading = io::read_journal(text);
  const io::JournalWriter writer{reading.subject};
  // Those of the scenario as it stands are left as they are: one of them is tried again.
  std::string forged = writer.beginning();
  for (const io::JournalRecord& record : reading.records) {
    auto outcome = *io::outcome_of(record.outcome);
    if (record.replication < 20U * 4U) outcome.values[0] += 1000;
    forged += writer.finished(0, record.replication, io::outcome_bytes(outcome));
  }
  test::write(study.journal, forged);
  REQUIRE(test::ficap(study.command("400", {"--resume"})).code == 0);
  const test::TemporaryFolder undisturbed;
  const Study whole{undisturbed};
  REQUIRE(test::ficap(whole.command("400")).code == 0);
  CHECK(study.results() != whole.results());
}

TEST_CASE("a journal of a study of other sizes, or of another build, is not gone on with") {
  const test::TemporaryFolder folder;
  const Study study{folder};
  (void)test::ficap_stopped(study.command("400"), SIGKILL, study.has_kept(70'000));
  const auto other = test::ficap(study.command("401", {"--resume"}));
  CHECK(other.code == 2);
  CHECK(contains(other.err, "or of a study of other sizes or measures"));
  const io::JournalReading reading = io::read_journal(test::content_of(study.journal));
  const io::JournalWriter writer{reading.subject};
  std::string forged = writer.beginning();
  for (const io::JournalRecord& record : reading.records) {
    auto outcome = *io::outcome_of(record.outcome);
    outcome.values[0] += 1000;
    forged += writer.finished(0, record.replication, io::outcome_bytes(outcome));
  }
  test::write(study.journal, forged);
  const auto ended = test::ficap(study.command("400", {"--resume"}));
  CHECK(ended.code == 2);
  CHECK(contains(ended.err, "was made by another build of ficap"));
}

TEST_CASE("a study matches what its own file makes again, with a ranking and without") {
  const test::TemporaryFolder folder;
  const auto verified = [&](const std::vector<std::string>& more) {
    std::vector<std::string> all{"--json", "-", "--quiet"};
    all.insert(all.end(), more.begin(), more.end());
    const auto made = test::ficap(arguments(all));
    REQUIRE(made.code == 0);
    const auto ended = test::ficap({"verify", "-"}, made.out);
    CHECK(contains(ended.out, " matches, to the bit.\n"));
    CHECK(contains(ended.out, "One desk, with /"));
    CHECK(contains(ended.out, " · 10 draws, 3 futures of each · seed 5 · FU-"));
    return made.out;
  };
  const std::string ranked = verified({"--draws",
                                       "10",
                                       "--replications",
                                       "3",
                                       "--seed",
                                       "5",
                                       "--rows",
                                       "9",
                                       "--trajectories",
                                       "3",
                                       "--rank-measure",
                                       "hours_worked",
                                       "--rank-measure",  // twice is once
                                       "hours_worked"});
  verified({"--draws",
            "10",
            "--replications",
            "3",
            "--seed",
            "5",
            "--no-ranking",
            "--rank-measure",
            "hours_worked[organisation=force]"});
  for (const char* key : {"draws_asked_for", "trajectories", "rows", "seed", "replications"}) {
    CAPTURE(key);
    const std::size_t at = ranked.find('"' + std::string{key} + "\": ");
    REQUIRE(at != std::string::npos);
    std::string edited = ranked;
    edited.insert(edited.find(':', at) + 2, "1");
    CHECK(test::ficap({"verify", "-"}, edited).code == 5);
  }
}
