#include "io/journal.hpp"

#include <csignal>
#include <cstddef>
#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "io/outcome_bytes.hpp"
#include "tests/cli/process.hpp"
#include "tests/cli/stopped_run.hpp"
#include "tests/cli/temporary_folder.hpp"

// What a run does with the journal that it finds: torn, damaged, forged, or of something else.

using namespace ficap;
using test::operator+;

namespace {

namespace fs = std::filesystem;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// The same futures in another order, the first of them with another outcome.
std::string forged(bool also_the_last) {
  const io::JournalReading reading = io::read_journal(test::left_by_a_kill());
  const io::JournalWriter writer{reading.subject};
  std::string text = writer.beginning();
  for (std::size_t i = 1; i <= reading.records.size(); ++i) {
    const io::JournalRecord& record = reading.records[i % reading.records.size()];
    auto outcome = *io::outcome_of(record.outcome);
    if (i == 1 || (also_the_last && i == reading.records.size())) outcome.values[0] += 1000;
    text += writer.finished(record.scenario, record.replication, io::outcome_bytes(outcome));
  }
  return text;
}

}  // namespace

TEST_CASE("what was finished is taken from the journal, in whatever order it stands there") {
  const test::TemporaryFolder folder;
  const test::StoppedRun run{folder};
  test::write(run.journal, forged(false));
  CHECK(test::ficap(run.resume()).code == 0);
  CHECK(run.results() != test::results_of_whole_run());
}

TEST_CASE("a journal of a build that comes to other futures is refused") {
  const test::TemporaryFolder folder;
  const test::StoppedRun run{folder};
  test::write(run.journal, forged(true));
  const auto ended = test::ficap(run.resume());
  CHECK(ended.code == 2);
  CHECK(ended.err == "ficap: cannot go on: " + run.journal +
                         " was made by another build of ficap, which came to other results. Start "
                         "anew with --force\n");
  CHECK(test::content_of(run.journal) == forged(true));
}

TEST_CASE("a journal that ends in the middle of a future is gone on with before it") {
  const io::JournalReading reading = io::read_journal(test::left_by_a_kill());
  const std::size_t last = reading.records.back().outcome.size();
  for (const std::size_t missing : {std::size_t{1}, std::size_t{9}, last / 2, last}) {
    const test::TemporaryFolder folder;
    const test::StoppedRun run{folder};
    const std::string torn =
        test::left_by_a_kill().substr(0, test::left_by_a_kill().size() - missing);
    test::write(run.journal, torn);
    const auto ended = test::ficap(run.resume());
    CAPTURE(missing);
    CHECK(ended.code == 0);
    CHECK(contains(ended.err,
                   " bytes of " + run.journal +
                       " are incomplete or damaged; what they held is simulated again\n"));
    CHECK(run.results() == test::results_of_whole_run());
  }
}

TEST_CASE("a torn end is cut off before anything is added to it") {
  const test::TemporaryFolder folder;
  const test::StoppedRun run{folder};
  test::write(run.journal, test::left_by_a_kill() + "\x50torn");
  const auto bytes = fs::file_size(run.journal);
  (void)test::ficap_stopped(
      run.endless() + test::Words{"--resume"}, SIGKILL, run.has_kept(bytes + 20'000));
  const auto reading = io::read_journal(test::content_of(run.journal));
  CHECK(reading.records.size() > io::read_journal(test::left_by_a_kill()).records.size());
}

TEST_CASE("a byte that was changed is noticed, and what stands before it is used") {
  const test::TemporaryFolder folder;
  const test::StoppedRun run{folder};
  std::string damaged = test::left_by_a_kill();
  damaged[damaged.size() / 2] = static_cast<char>(~damaged[damaged.size() / 2]);
  test::write(run.journal, damaged);
  const auto ended = test::ficap(run.resume());
  CHECK(ended.code == 0);
  CHECK(contains(ended.err, " are incomplete or damaged; "));
  CHECK(run.results() == test::results_of_whole_run());
}

TEST_CASE("a journal of something else is refused, with what differs, and stays as it is") {
  const test::TemporaryFolder folder;
  const test::StoppedRun run{folder};
  const auto refused = [&](const test::Words& more, const std::string& why) {
    const auto ended = test::ficap(run.resume() + more);
    CHECK(ended.code == 2);
    CHECK(ended.err == "ficap: " + why + "\n");
    CHECK(ended.out.empty());
  };
  test::write(run.journal, test::left_by_a_kill());
  refused({"--seed", "2"},
          "cannot go on: " + run.journal +
              " is of seed 1, not 2. Give the command as it was, or start anew with --force");
  refused({"--set", "/plan/years=9"},
          "cannot go on: " + run.journal +
              " is of another scenario, or of this one before an edit or with another --set. Give "
              "the command as it was, or start anew with --force");
  CHECK(test::content_of(run.journal) == test::left_by_a_kill());

  io::JournalSubject subject = io::read_journal(test::left_by_a_kill()).subject;
  const std::string version = subject.version;
  const auto with_one_future = [](const io::JournalSubject& of) {
    const io::JournalWriter writer{of};
    return writer.beginning() + writer.finished(0, 0, io::outcome_bytes({}));
  };
  subject.version = "0.0.1";
  test::write(run.journal, with_one_future(subject));
  refused({},
          "cannot go on: " + run.journal + " was made by ficap 0.0.1, and this is " + version +
              ". Give the command as it was, or start anew with --force");
  subject.version = version;
  subject.scenario_sha256.emplace_back("another");
  test::write(run.journal, with_one_future(subject));
  refused({},
          "cannot go on: " + run.journal +
              " is of 2 scenarios, and this command has 1. Give the command as it was, or "
              "start anew with --force");

  test::write(run.journal, "my notes");
  refused({}, run.journal + " was not made by ficap; move it away");
  test::write(run.journal, "ficap journal 2\n");
  refused({},
          run.journal +
              " was made by another version of ficap. Go on with that one, or start anew with "
              "--force");
  test::write(run.journal, test::left_by_a_kill().substr(0, 40));
  refused({},
          run.journal +
              " is damaged from its beginning, and nothing in it can be used. Start anew with "
              "--force");
}
