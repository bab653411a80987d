#include <algorithm>
#include <csignal>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "io/journal.hpp"
#include "io/sha256.hpp"
#include "tests/cli/process.hpp"
#include "tests/cli/stopped_run.hpp"
#include "tests/cli/temporary_folder.hpp"

// Runs that are stopped or killed go on to the bytes of one that was not.

using namespace ficap;
using test::operator+;

namespace {

namespace fs = std::filesystem;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a run that is killed at any moment goes on to the bytes of one that was not") {
  for (const char* threads : {"1", "2"}) {
    for (const std::size_t moment : {0U, 1U, 3000U, 20'000U}) {
      const test::TemporaryFolder folder;
      const test::StoppedRun run{folder};
      const test::Words with_threads{"--threads", threads};
      CAPTURE(threads);
      CAPTURE(moment);
      const auto killed =
          test::ficap_stopped(run.endless() + with_threads, SIGKILL, run.has_kept(moment));
      CHECK(killed.code == 128 + SIGKILL);
      CHECK_FALSE(fs::exists(run.json));
      const auto ended = test::ficap(run.resume() + with_threads);
      CHECK(ended.code == 0);
      CHECK(run.results() == test::results_of_whole_run());
      CHECK(test::keeps_only_what_is_beyond(ended, run.journal));
    }
  }
}

TEST_CASE("a run that is killed again and again loses nothing that it has finished") {
  const test::TemporaryFolder folder;
  const test::StoppedRun run{folder};
  std::size_t before = 0;
  for (const std::size_t moment : {10'000U, 60'000U, 120'000U}) {
    const test::Words more = before == 0 ? test::Words{} : test::Words{"--resume"};
    CHECK(test::ficap_stopped(run.endless() + more, SIGKILL, run.has_kept(moment)).code ==
          128 + SIGKILL);
    const auto reading = io::read_journal(test::content_of(run.journal));
    CHECK(reading.records.size() > before);
    before = reading.records.size();
    // None was simulated twice.
    std::vector<std::uint32_t> numbers;
    for (const io::JournalRecord& record : reading.records)
      numbers.push_back(record.replication);
    std::sort(numbers.begin(), numbers.end());
    CHECK(std::adjacent_find(numbers.begin(), numbers.end()) == numbers.end());
  }
  CHECK(test::ficap(run.resume()).code == 0);
  CHECK(run.results() == test::results_of_whole_run());
}

TEST_CASE("a run stopped by Ctrl-C reports what it has, and goes on over its own files") {
  for (const int signal : {SIGINT, SIGTERM}) {
    const test::TemporaryFolder folder;
    const test::StoppedRun run{folder};
    const auto stopped = test::ficap_stopped(run.endless(), signal, run.has_kept(30'000));
    CHECK(stopped.code == 130);
    CHECK(contains(stopped.err,
                   " finished futures are kept in " + run.journal +
                       "; the same command with --resume goes on from there\n"));
    const auto finished =
        nlohmann::json::parse(test::content_of(run.json))["run"]["replications"].get<int>();
    CHECK(finished < 200000);
    const test::TemporaryFolder other;
    const test::StoppedRun shorter{other};
    CHECK(test::ficap(shorter.of(std::to_string(finished).c_str())).code == 0);
    CHECK(run.results() == shorter.results());
    const auto ended = test::ficap(run.resume());
    CHECK(ended.code == 0);
    CHECK(contains(ended.err, "ficap: going on from "));
    CHECK(run.results() == test::results_of_whole_run());
    CHECK(test::keeps_only_what_is_beyond(ended, run.journal));
  }
}

TEST_CASE("what a killed run has finished is not lost to one that starts anew, unless asked") {
  const test::TemporaryFolder folder;
  const test::StoppedRun run{folder};
  test::write(run.journal, test::left_by_a_kill());
  auto ended = test::ficap(run.command());
  CHECK(ended.code == 2);
  CHECK(contains(ended.err,
                 " finished futures of a run that was stopped. Add --resume to go on from there, "
                 "or --force to start anew\n"));
  CHECK(test::content_of(run.journal) == test::left_by_a_kill());
  // The journal is found beside any of the files that are to be written.
  ended = test::ficap(
      {"run", test::scenario_to_stop(), "--json", folder / "q.json", "--csv", folder / "q"});
  CHECK(ended.code == 0);
  fs::rename(run.journal, folder / "q/replications.csv.unfinished");
  ended = test::ficap({"run",
                       test::scenario_to_stop(),
                       "--json",
                       folder / "p.json",
                       "--csv",
                       folder / "q",
                       "--force",
                       "--quiet"});
  CHECK(ended.code == 0);
  CHECK_FALSE(fs::exists(folder / "q/replications.csv.unfinished"));
  // One that has finished nothing is in nobody's way.
  test::write(run.journal, "");
  CHECK(test::ficap(run.command()).code == 0);
  CHECK(run.results() == test::results_of_whole_run());
}

TEST_CASE("fewer futures, or more, can be asked for when a run is gone on with, and none is lost") {
  const std::size_t left = io::read_journal(test::left_by_a_kill()).records.size();
  REQUIRE(left > 3);
  for (const std::string& many : {std::string{"3"}, std::to_string(left + 10)}) {
    const test::TemporaryFolder folder;
    const test::StoppedRun run{folder};
    test::write(run.journal, test::left_by_a_kill());
    const auto ended = test::ficap(run.of(many.c_str()) + test::Words{"--resume"});
    CHECK(ended.code == 0);
    const test::TemporaryFolder other;
    const test::StoppedRun straight{other};
    CHECK(test::ficap(straight.of(many.c_str())).code == 0);
    CHECK(run.results() == straight.results());
    CHECK(fs::exists(run.journal) == (many == "3"));
    if (many != "3") continue;
    CHECK(contains(ended.err,
                   run.journal + " keeps " + std::to_string(left - 3) + " finished future"));
    CHECK(contains(ended.err, " beyond those asked for"));
    // They are all there for a command that asks for them.
    CHECK(io::read_journal(test::content_of(run.journal)).records.size() == left);
    const auto on =
        test::ficap(run.of(std::to_string(left + 10).c_str()) + test::Words{"--resume"});
    CHECK(contains(on.err, "going on from " + std::to_string(left) + " finished futures"));
    CHECK_FALSE(fs::exists(run.journal));
  }
}

TEST_CASE("only files that the run itself has written are overwritten when it goes on") {
  const test::TemporaryFolder folder;
  const test::StoppedRun run{folder};
  test::write(run.json, "as the run wrote it");
  const std::string text = test::left_by_a_kill();
  const io::JournalWriter writer{io::read_journal(text).subject};
  const std::string with_digest = text + writer.written(io::sha256_hex("as the run wrote it"));
  test::write(run.journal, text);
  auto ended = test::ficap(run.resume());
  CHECK(ended.code == 2);
  CHECK(ended.err == "ficap: " + run.json + " exists; --force overwrites it\n");
  test::write(run.journal, with_digest);
  CHECK(test::ficap(run.resume()).code == 0);
  CHECK(run.results() == test::results_of_whole_run());
  test::write(run.journal, with_digest);
  ended = test::ficap(run.resume());
  CHECK(ended.code == 2);
  CHECK(test::ficap(run.resume() + test::Words{"--force"}).code == 0);
  CHECK(run.results() == test::results_of_whole_run());
}

TEST_CASE("two processes never work on one journal") {
  const test::TemporaryFolder folder;
  const test::StoppedRun run{folder};
  bool asked = false;
  const auto has_asked_another = [&] {
    if (asked || !run.has_kept(1000)()) return asked;
    asked = true;
    for (const test::Words& more :
         {test::Words{}, test::Words{"--resume"}, test::Words{"--force"}}) {
      const auto second = test::ficap(run.endless() + more);
      CHECK(second.code == 2);
      CHECK(second.err == "ficap: another ficap is at work on " + run.journal +
                              "; wait for it, or write to another place\n");
    }
    return true;
  };
  const auto first = test::ficap_stopped(run.endless(), SIGKILL, has_asked_another);
  CHECK(first.code == 128 + SIGKILL);
  CHECK(test::ficap(run.resume()).code == 0);
  CHECK(run.results() == test::results_of_whole_run());
}

TEST_CASE("a comparison that is killed goes on to the bytes of one that was not") {
  const test::TemporaryFolder folder;
  fs::copy_file(test::scenario_to_stop(), folder / "base.json");
  test::write(folder / "again.json", R"({"extends": "base.json", "title": "The same again"})");
  const auto command = [&](const char* name, const char* many, const test::Words& more) {
    return test::Words{"compare",
                       folder / "base.json",
                       folder / "again.json",
                       "--replications",
                       many,
                       "--json",
                       folder / name} +
           more;
  };
  CHECK(test::ficap(command("whole.json", "12", {})).code == 0);
  const fs::path journal = folder / "c.json.unfinished";
  const auto has_kept_five = [&] {
    return io::read_journal(test::content_of(journal)).records.size() >= 5;
  };
  CHECK(test::ficap_stopped(command("c.json", "200000", {}), SIGKILL, has_kept_five).code ==
        128 + SIGKILL);
  CHECK(test::ficap(command("c.json", "12", {"--resume"})).code == 0);
  CHECK(test::content_of(folder / "c.json") == test::content_of(folder / "whole.json"));
  CHECK(test::ficap_stopped(command("c.json", "200000", {"--force"}), SIGINT, has_kept_five).code ==
        130);
  const auto ended = test::ficap(command("c.json", "12", {"--resume"}));
  CHECK(ended.code == 0);
  CHECK(test::content_of(folder / "c.json") == test::content_of(folder / "whole.json"));
  CHECK(test::keeps_only_what_is_beyond(ended, journal));
}

TEST_CASE("a run until it is precise enough is gone on with in the same way") {
  const test::TemporaryFolder folder;
  const test::StoppedRun run{folder};
  const test::Words precise{"--precision", "wait_days:1%"};
  const test::Words most{"--replications", "80", "--threads", "2"};
  const test::Words base = test::Words{"run", test::scenario_to_stop()} + precise + most;
  CHECK(test::ficap(base + test::Words{"--json", folder / "whole.json"}).code == 4);
  test::write(run.journal, test::left_by_a_kill());
  const auto ended = test::ficap(base + test::Words{"--json", run.json, "--resume"});
  CHECK(ended.code == 4);
  CHECK(test::content_of(run.json) == test::content_of(folder / "whole.json"));
  CHECK(test::keeps_only_what_is_beyond(ended, run.journal));
}

TEST_CASE("going on where there is nothing to go on from is an error that says what to do") {
  const test::TemporaryFolder folder;
  const test::StoppedRun run{folder};
  auto ended = test::ficap(run.resume());
  CHECK(ended.code == 2);
  CHECK(ended.err == "ficap: there is nothing to go on from: " + run.journal +
                         " does not exist. Leave --resume out to start\n");
  ended = test::ficap({"run", test::scenario_to_stop(), "--resume", "--json", "-"});
  CHECK(ended.code == 2);
  CHECK(contains(ended.err, "name them as they were, with --json FILE or --csv FOLDER\n"));
  CHECK(folder.entries() == 0);
}
