#include <cstdlib>
#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// `--docx FILE` as a user asks for it, with a pandoc of the test's own.

using namespace ficap;

namespace {

namespace fs = std::filesystem;

const std::string queue = FICAP_SOURCE_DIR "/scenarios/oracles/mm1.json";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// The path of programs, for as long as this lives.
class Path {
 public:
  explicit Path(const std::string& path) : before_{std::getenv("PATH")} { set(path); }
  ~Path() { set(before_); }
  Path(const Path&) = delete;
  Path& operator=(const Path&) = delete;
  Path(Path&&) = delete;
  Path& operator=(Path&&) = delete;

 private:
  static void set(const std::string& path) { ::setenv("PATH", path.c_str(), 1); }
  std::string before_;
};

/// A folder with a program that is called pandoc.
class Pandoc {
 public:
  explicit Pandoc(const std::string& script) {
    test::write(folder / "pandoc", "#!/bin/sh\n" + script);
    fs::permissions(folder / "pandoc", fs::perms::owner_all);
  }
  test::TemporaryFolder folder;
  [[nodiscard]] std::string path() const {
    return (folder / "") + std::string{":"} + std::getenv("PATH");
  }
};

test::Ended run(const std::string& file) {
  return test::ficap({"run", queue, "--replications", "2", "--quiet", "--docx", file});
}

}  // namespace

TEST_CASE("a Word document is what pandoc makes of the page without its charts and scenario") {
  const Pandoc pandoc{
      "printf '%s\\n' \"$1 $2 $3 $4 $SOURCE_DATE_EPOCH\" > \"$6\"\n"
      "cat \"$7\" >> \"$6\"\n"};
  const Path path{pandoc.path()};
  const test::TemporaryFolder folder;
  const std::string file = folder / "report.docx";
  const auto ended = run(file);
  CAPTURE(ended.err);
  CHECK(ended.code == 0);
  CHECK(contains(ended.err, "wrote " + file));
  const std::string document = test::content_of(file);
  // Dated by the first day of the plan, 1 April 2026.
  CHECK(document.starts_with("-f html -t docx 1775001600\n<!doctype html>"));
  CHECK(contains(document, "<strong>OFFICIAL</strong>"));
  CHECK(contains(document, "<table>"));
  CHECK_FALSE(contains(document, "<script"));
  CHECK_FALSE(contains(document, "<style"));
  CHECK_FALSE(contains(document, "&quot;pathways&quot;"));
}

TEST_CASE("without pandoc nothing is simulated, and it is said what to do") {
  const test::TemporaryFolder folder;
  const Path path{folder / ""};
  const auto ended = run(folder / "report.docx");
  CHECK(ended.code == 2);
  CHECK(contains(ended.err, "--docx needs pandoc"));
  CHECK(contains(ended.err, "--html"));
  CHECK_FALSE(fs::exists(folder / "report.docx"));
}

TEST_CASE("a pandoc that fails leaves nothing behind") {
  const Pandoc pandoc{"exit 3\n"};
  const Path path{pandoc.path()};
  const test::TemporaryFolder folder;
  const auto ended = run(folder / "report.docx");
  CHECK(ended.code == 1);
  CHECK(contains(ended.err, "pandoc could not make the Word document (it ended with 3)"));
  CHECK_FALSE(fs::exists(folder / "report.docx"));
}
