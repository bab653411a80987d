#include <algorithm>
#include <csignal>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <system_error>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

#include "io/journal.hpp"
#include "io/outcome_bytes.hpp"
#include "io/sha256.hpp"
#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// Runs that are stopped, killed and gone on with, as real processes on a small scenario.

using namespace ficap;

namespace {

namespace fs = std::filesystem;

using Words = std::vector<std::string>;

const std::string scenario = FICAP_SOURCE_DIR "/scenarios/oracles/mm1.json";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

Words operator+(Words a, const Words& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// A run whose files stand in a folder of their own.
struct Run {
  const test::TemporaryFolder& folder;
  std::string json = folder / "r.json";
  std::string journal = folder / "r.json.unfinished";

  [[nodiscard]] Words of(const char* many) const {
    return {"run", scenario, "--replications", many, "--json", json, "--csv", folder / "r"};
  }
  [[nodiscard]] Words command() const { return of("60"); }
  [[nodiscard]] Words resume() const { return command() + Words{"--resume"}; }
  /// It would take many minutes, so that it cannot end before it is stopped.
  [[nodiscard]] Words endless() const { return of("200000"); }
  /// @returns whether more than that many bytes are kept
  [[nodiscard]] std::function<bool()> has_kept(std::size_t bytes) const {
    return [this, bytes] {
      std::error_code none;
      const auto size = fs::file_size(journal, none);
      return !none && size > bytes;
    };
  }
  /// All that was written, in one text.
  [[nodiscard]] std::string results() const {
    return test::content_of(json) + test::content_of(folder / "r/replications.csv") +
           test::content_of(folder / "r/series.csv");
  }
};

/// @returns what the run comes to when nothing stops it
const std::string& whole() {
  static const std::string results = [] {
    const test::TemporaryFolder folder;
    const Run run{folder};
    REQUIRE(test::ficap(run.command()).code == 0);
    REQUIRE(folder.entries() == 2);  // the journal is gone
    return run.results();
  }();
  return results;
}

/// @returns the journal of a run that was killed after some futures
const std::string& left_by_a_kill() {
  static const std::string journal = [] {
    const test::TemporaryFolder folder;
    const Run run{folder};
    REQUIRE(test::ficap_stopped(run.endless(), SIGKILL, run.has_kept(8000)).code == 128 + SIGKILL);
    std::string text = test::content_of(run.journal);
    text.resize(io::read_journal(text).sound_bytes);
    return text;
  }();
  return journal;
}

/// The same futures in another order, the first of them with another outcome.
std::string forged(bool also_the_last) {
  const io::JournalReading reading = io::read_journal(left_by_a_kill());
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

/// While it lives, no file of this process or one it starts can be larger.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) {
    (void)::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit limit = before_;
    limit.rlim_cur = bytes;
    (void)::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() { (void)::setrlimit(RLIMIT_FSIZE, &before_); }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  FileSizeLimit(FileSizeLimit&&) = delete;
  FileSizeLimit& operator=(FileSizeLimit&&) = delete;

 private:
  rlimit before_{};
};

}  // namespace

TEST_CASE("a run that is killed at any moment goes on to the bytes of one that was not") {
  for (const char* threads : {"1", "2"}) {
    for (const std::size_t moment : {0U, 1U, 3000U, 20'000U}) {
      const test::TemporaryFolder folder;
      const Run run{folder};
      const Words with_threads{"--threads", threads};
      CAPTURE(threads);
      CAPTURE(moment);
      const auto killed =
          test::ficap_stopped(run.endless() + with_threads, SIGKILL, run.has_kept(moment));
      CHECK(killed.code == 128 + SIGKILL);
      CHECK_FALSE(fs::exists(run.json));
      const auto ended = test::ficap(run.resume() + with_threads);
      CHECK(ended.code == 0);
      CHECK(run.results() == whole());
      CHECK(folder.entries() == 2);
    }
  }
}

TEST_CASE("a run that is killed again and again loses nothing that it has finished") {
  const test::TemporaryFolder folder;
  const Run run{folder};
  std::size_t before = 0;
  for (const std::size_t moment : {2000U, 20'000U, 40'000U}) {
    const Words more = moment == 2000U ? Words{} : Words{"--resume"};
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
  CHECK(run.results() == whole());
}

TEST_CASE("a run stopped by Ctrl-C reports what it has, and goes on over its own files") {
  for (const int signal : {SIGINT, SIGTERM}) {
    const test::TemporaryFolder folder;
    const Run run{folder};
    const auto stopped = test::ficap_stopped(run.endless(), signal, run.has_kept(5000));
    CHECK(stopped.code == 130);
    CHECK(contains(stopped.err,
                   " finished futures are kept in " + run.journal +
                       "; the same command with --resume goes on from there\n"));
    const auto finished =
        nlohmann::json::parse(test::content_of(run.json))["run"]["replications"].get<int>();
    CHECK(finished < 200000);
    const test::TemporaryFolder other;
    const Run shorter{other};
    CHECK(test::ficap(shorter.of(std::to_string(finished).c_str())).code == 0);
    CHECK(run.results() == shorter.results());
    const auto ended = test::ficap(run.resume());
    CHECK(ended.code == 0);
    CHECK(contains(ended.err, "ficap: going on from "));
    CHECK(run.results() == whole());
    CHECK(folder.entries() == 2);
  }
}

TEST_CASE("what was finished is taken from the journal, in whatever order it stands there") {
  const test::TemporaryFolder folder;
  const Run run{folder};
  test::write(run.journal, forged(false));
  CHECK(test::ficap(run.resume()).code == 0);
  CHECK(run.results() != whole());
}

TEST_CASE("a journal of a build that comes to other futures is refused") {
  const test::TemporaryFolder folder;
  const Run run{folder};
  test::write(run.journal, forged(true));
  const auto ended = test::ficap(run.resume());
  CHECK(ended.code == 2);
  CHECK(ended.err == "ficap: cannot go on: " + run.journal +
                         " was made by another build of ficap, which came to other results. Start "
                         "anew with --force\n");
  CHECK(test::content_of(run.journal) == forged(true));
}

TEST_CASE("a journal that ends in the middle of a future is gone on with before it") {
  const io::JournalReading reading = io::read_journal(left_by_a_kill());
  const std::size_t last = reading.records.back().outcome.size();
  for (const std::size_t missing : {std::size_t{1}, std::size_t{9}, last / 2, last}) {
    const test::TemporaryFolder folder;
    const Run run{folder};
    const std::string torn = left_by_a_kill().substr(0, left_by_a_kill().size() - missing);
    test::write(run.journal, torn);
    const auto ended = test::ficap(run.resume());
    CAPTURE(missing);
    CHECK(ended.code == 0);
    CHECK(contains(ended.err,
                   " bytes of " + run.journal +
                       " are incomplete or damaged; what they held is simulated again\n"));
    CHECK(run.results() == whole());
  }
}

TEST_CASE("a torn end is cut off before anything is added to it") {
  const test::TemporaryFolder folder;
  const Run run{folder};
  test::write(run.journal, left_by_a_kill() + "\x50torn");
  const auto bytes = fs::file_size(run.journal);
  (void)test::ficap_stopped(run.endless() + Words{"--resume"}, SIGKILL, run.has_kept(bytes + 3000));
  const auto reading = io::read_journal(test::content_of(run.journal));
  CHECK(reading.records.size() > io::read_journal(left_by_a_kill()).records.size());
}

TEST_CASE("a byte that was changed is noticed, and what stands before it is used") {
  const test::TemporaryFolder folder;
  const Run run{folder};
  std::string damaged = left_by_a_kill();
  damaged[damaged.size() / 2] = static_cast<char>(~damaged[damaged.size() / 2]);
  test::write(run.journal, damaged);
  const auto ended = test::ficap(run.resume());
  CHECK(ended.code == 0);
  CHECK(contains(ended.err, " are incomplete or damaged; "));
  CHECK(run.results() == whole());
}

TEST_CASE("a journal of something else is refused, with what differs, and stays as it is") {
  const test::TemporaryFolder folder;
  const Run run{folder};
  const auto refused = [&](const Words& more, const std::string& why) {
    const auto ended = test::ficap(run.resume() + more);
    CHECK(ended.code == 2);
    CHECK(ended.err == "ficap: " + why + "\n");
    CHECK(ended.out.empty());
  };
  test::write(run.journal, left_by_a_kill());
  refused({"--seed", "2"},
          "cannot go on: " + run.journal +
              " is of seed 1, not 2. Give the command as it was, or start anew with --force");
  refused({"--set", "/plan/years=9"},
          "cannot go on: " + run.journal +
              " is of another scenario, or of this one before an edit or with another --set. Give "
              "the command as it was, or start anew with --force");
  CHECK(test::content_of(run.journal) == left_by_a_kill());

  io::JournalSubject subject = io::read_journal(left_by_a_kill()).subject;
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
  test::write(run.journal, left_by_a_kill().substr(0, 40));
  refused({},
          run.journal +
              " is damaged from its beginning, and nothing in it can be used. Start anew with "
              "--force");
}

TEST_CASE("what a killed run has finished is not lost to one that starts anew, unless asked") {
  const test::TemporaryFolder folder;
  const Run run{folder};
  test::write(run.journal, left_by_a_kill());
  auto ended = test::ficap(run.command());
  CHECK(ended.code == 2);
  CHECK(contains(ended.err,
                 " finished futures of a run that was stopped. Add --resume to go on from there, "
                 "or --force to start anew\n"));
  CHECK(test::content_of(run.journal) == left_by_a_kill());
  // The journal is found beside any of the files that are to be written.
  ended = test::ficap({"run", scenario, "--json", folder / "q.json", "--csv", folder / "q"});
  CHECK(ended.code == 0);
  fs::rename(run.journal, folder / "q/replications.csv.unfinished");
  ended = test::ficap(
      {"run", scenario, "--json", folder / "p.json", "--csv", folder / "q", "--force", "--quiet"});
  CHECK(ended.code == 0);
  CHECK_FALSE(fs::exists(folder / "q/replications.csv.unfinished"));
  // One that has finished nothing is in nobody's way.
  test::write(run.journal, "");
  CHECK(test::ficap(run.command()).code == 0);
  CHECK(run.results() == whole());
}

TEST_CASE("fewer futures, or more, can be asked for when a run is gone on with") {
  for (const char* many : {"5", "70"}) {
    const test::TemporaryFolder folder;
    const Run run{folder};
    test::write(run.journal, left_by_a_kill());
    CHECK(test::ficap(run.of(many) + Words{"--resume"}).code == 0);
    const test::TemporaryFolder other;
    const Run straight{other};
    CHECK(test::ficap(straight.of(many)).code == 0);
    CHECK(run.results() == straight.results());
    CHECK_FALSE(fs::exists(run.journal));
  }
}

TEST_CASE("only files that the run itself has written are overwritten when it goes on") {
  const test::TemporaryFolder folder;
  const Run run{folder};
  test::write(run.json, "as the run wrote it");
  const std::string text = left_by_a_kill();
  const io::JournalWriter writer{io::read_journal(text).subject};
  const std::string with_digest = text + writer.written(io::sha256_hex("as the run wrote it"));
  test::write(run.journal, text);
  auto ended = test::ficap(run.resume());
  CHECK(ended.code == 2);
  CHECK(ended.err == "ficap: " + run.json + " exists; --force overwrites it\n");
  test::write(run.journal, with_digest);
  CHECK(test::ficap(run.resume()).code == 0);
  CHECK(run.results() == whole());
  test::write(run.journal, with_digest);
  ended = test::ficap(run.resume());
  CHECK(ended.code == 2);
  CHECK(test::ficap(run.resume() + Words{"--force"}).code == 0);
  CHECK(run.results() == whole());
}

TEST_CASE("two processes never work on one journal") {
  const test::TemporaryFolder folder;
  const Run run{folder};
  bool asked = false;
  const auto has_asked_another = [&] {
    if (asked || !run.has_kept(1000)()) return asked;
    asked = true;
    for (const Words& more : {Words{}, Words{"--resume"}, Words{"--force"}}) {
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
  CHECK(run.results() == whole());
}

TEST_CASE("when no more can be kept, that is said once and the run is finished") {
  const test::TemporaryFolder folder;
  const std::string json = folder / "r.json";
  const Words command{"run", scenario, "--replications", "300", "--json", json, "--threads", "2"};
  const auto limited = [&] {
    const FileSizeLimit limit{90'000};  // more than the results, less than the journal
    return test::ficap(command);
  }();
  CHECK(limited.code == 0);
  CHECK(limited.err == "ficap: cannot write " + json +
                           ".unfinished: File too large. The run goes on, but what it finishes "
                           "from here on is lost if it is stopped\n");
  const std::string results = test::content_of(json);
  CHECK(folder.entries() == 1);
  CHECK(test::ficap(command + Words{"--force"}).code == 0);
  CHECK(test::content_of(json) == results);
}

TEST_CASE("what was kept until the disk was full can be gone on with") {
  const test::TemporaryFolder folder;
  const Run run{folder};
  {
    const FileSizeLimit limit{10'000};  // less than the results
    const auto ended = test::ficap(run.command());
    CHECK(ended.code == 1);
    CHECK(contains(ended.err, "File too large"));
  }
  CHECK(folder.entries() == 1 + (fs::exists(folder / "r") ? 1 : 0));
  const auto reading = io::read_journal(test::content_of(run.journal));
  CHECK(reading.sound_bytes == fs::file_size(run.journal));
  CHECK(reading.records.size() > 2);
  CHECK(test::ficap(run.resume()).code == 0);
  CHECK(run.results() == whole());
}

TEST_CASE("a journal that cannot be made ends the run before it begins, with one plain sentence") {
  const test::TemporaryFolder folder;
  const Run run{folder};
  fs::create_directory(run.journal);
  auto ended = test::ficap(run.endless());
  CHECK(ended.code == 1);
  CHECK(ended.err == "ficap: cannot write " + run.journal + ": Is a directory\n");
  ended = test::ficap({"run", scenario, "--json", "/proc/r.json"});
  CHECK(ended.code == 1);
  CHECK(contains(ended.err, "ficap: cannot write /proc/r.json"));
}

TEST_CASE("a comparison that is killed goes on to the bytes of one that was not") {
  const test::TemporaryFolder folder;
  fs::copy_file(scenario, folder / "base.json");
  test::write(folder / "again.json", R"({"extends": "base.json", "title": "The same again"})");
  const auto command = [&](const char* name, const char* many, const Words& more) {
    return Words{"compare",
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
  CHECK(test::ficap(command("c.json", "12", {"--resume"})).code == 0);
  CHECK(test::content_of(folder / "c.json") == test::content_of(folder / "whole.json"));
  CHECK(folder.entries() == 4);
}

TEST_CASE("a run until it is precise enough is gone on with in the same way") {
  const test::TemporaryFolder folder;
  const Run run{folder};
  const Words precise{"--precision", "wait_days:1%"};
  const Words most{"--replications", "80", "--threads", "2"};
  const Words base = Words{"run", scenario} + precise + most;
  CHECK(test::ficap(base + Words{"--json", folder / "whole.json"}).code == 4);
  test::write(run.journal, left_by_a_kill());
  CHECK(test::ficap(base + Words{"--json", run.json, "--resume"}).code == 4);
  CHECK(test::content_of(run.json) == test::content_of(folder / "whole.json"));
  CHECK_FALSE(fs::exists(run.journal));
}

TEST_CASE("going on where there is nothing to go on from is an error that says what to do") {
  const test::TemporaryFolder folder;
  const Run run{folder};
  auto ended = test::ficap(run.resume());
  CHECK(ended.code == 2);
  CHECK(ended.err == "ficap: there is nothing to go on from: " + run.journal +
                         " does not exist. Leave --resume out to start\n");
  ended = test::ficap({"run", scenario, "--resume", "--json", "-"});
  CHECK(ended.code == 2);
  CHECK(contains(ended.err, "name them as they were, with --json FILE or --csv FOLDER\n"));
  CHECK(folder.entries() == 0);
}
