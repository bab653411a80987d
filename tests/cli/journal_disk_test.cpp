#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <sys/resource.h>

#include "io/journal.hpp"
#include "tests/cli/process.hpp"
#include "tests/cli/stopped_run.hpp"
#include "tests/cli/temporary_folder.hpp"

// What a run does when its journal cannot be made, or cannot grow.

using namespace ficap;
using test::operator+;

namespace {

namespace fs = std::filesystem;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
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

TEST_CASE("when no more can be kept, that is said once and the run is finished") {
  const test::TemporaryFolder folder;
  const std::string json = folder / "r.json";
  const test::Words command{
      "run", test::scenario_to_stop(), "--replications", "600", "--json", json, "--threads", "2"};
  const auto limited = [&] {
    const FileSizeLimit limit{150'000};  // more than the results, less than the journal
    return test::ficap(command);
  }();
  CHECK(limited.code == 0);
  CHECK(limited.err == "ficap: cannot write " + json +
                           ".unfinished: File too large. The run goes on, but what it finishes "
                           "from here on is lost if it is stopped\nwrote " +
                           json + "\n");
  const std::string results = test::content_of(json);
  CHECK(folder.entries() == 1);
  CHECK(test::ficap(command + test::Words{"--force"}).code == 0);
  CHECK(test::content_of(json) == results);
}

TEST_CASE("what was kept until the disk was full can be gone on with") {
  const test::TemporaryFolder folder;
  const test::StoppedRun run{folder};
  {
    const FileSizeLimit limit{24'000};  // less than the results
    const auto ended = test::ficap(run.command());
    CHECK(ended.code == 1);
    CHECK(contains(ended.err, "File too large"));
  }
  CHECK(folder.entries() == 1 + (fs::exists(folder / "r") ? 1 : 0));
  const auto reading = io::read_journal(test::content_of(run.journal));
  CHECK(reading.sound_bytes == fs::file_size(run.journal));
  CHECK(reading.records.size() > 2);
  CHECK(test::ficap(run.resume()).code == 0);
  CHECK(run.results() == test::results_of_whole_run());
}

TEST_CASE("a journal that cannot be made ends the run before it begins, with one plain sentence") {
  const test::TemporaryFolder folder;
  const test::StoppedRun run{folder};
  fs::create_directory(run.journal);
  auto ended = test::ficap(run.endless());
  CHECK(ended.code == 1);
  CHECK(ended.err == "ficap: cannot write " + run.journal + ": Is a directory\n");
  ended = test::ficap({"run", test::scenario_to_stop(), "--json", "/proc/r.json"});
  CHECK(ended.code == 1);
  CHECK(contains(ended.err, "ficap: cannot write /proc/r.json"));
}
