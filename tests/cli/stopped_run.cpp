#include "tests/cli/stopped_run.hpp"

#include <csignal>
#include <filesystem>
#include <system_error>

#include <doctest/doctest.h>

#include "io/journal.hpp"

namespace ficap::test {

namespace fs = std::filesystem;

Words operator+(Words a, const Words& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

const std::string& scenario_to_stop() {
  static const std::string path = FICAP_SOURCE_DIR "/scenarios/oracles/mm1.json";
  return path;
}

Words StoppedRun::of(const char* many) const {
  return {"run", scenario_to_stop(), "--replications", many, "--json", json, "--csv", folder / "r"};
}

std::function<bool()> StoppedRun::has_kept(std::size_t bytes) const {
  return [this, bytes] {
    std::error_code none;
    const auto size = fs::file_size(journal, none);
    return !none && size > bytes;
  };
}

std::string StoppedRun::results() const {
  return content_of(json) + content_of(folder / "r/replications.csv") +
         content_of(folder / "r/series.csv");
}

bool keeps_only_what_is_beyond(const Ended& ended, const std::string& journal) {
  const bool says_so = ended.err.find(" beyond those asked for") != std::string::npos;
  return says_so == fs::exists(journal);
}

const std::string& results_of_whole_run() {
  static const std::string results = [] {
    const TemporaryFolder folder;
    const StoppedRun run{folder};
    REQUIRE(ficap(run.command()).code == 0);
    REQUIRE(folder.entries() == 2);  // the journal is gone
    return run.results();
  }();
  return results;
}

const std::string& left_by_a_kill() {
  static const std::string journal = [] {
    const TemporaryFolder folder;
    const StoppedRun run{folder};
    REQUIRE(ficap_stopped(run.endless(), SIGKILL, run.has_kept(30'000)).code == 128 + SIGKILL);
    std::string text = content_of(run.journal);
    text.resize(io::read_journal(text).sound_bytes);
    return text;
  }();
  return journal;
}

}  // namespace ficap::test
