#include "cli/files.hpp"

#include <filesystem>
#include <string>
#include <system_error>

#include <doctest/doctest.h>

#include "cli/command.hpp"
#include "cli/outputs.hpp"
#include "tests/cli/temporary_folder.hpp"

using namespace ficap;

TEST_CASE("files are written whole, in folders that are made for them, with nothing beside them") {
  const test::TemporaryFolder folder;
  cli::write_files({{.path = folder / "a.json", .content = "{}"},
                    {.path = folder / "deep/er/b.csv", .content = std::string(200'000, 'x')}});
  CHECK(test::content_of(folder / "a.json") == "{}");
  CHECK(test::content_of(folder / "deep/er/b.csv") == std::string(200'000, 'x'));
  CHECK(folder.entries() == 2);
}

TEST_CASE("when one of several files cannot be written, none appears and old ones stay") {
  const test::TemporaryFolder folder;
  test::write(folder / "old.json", "old");
  test::write(folder / "file", "");
  CHECK_THROWS_AS(cli::write_files({{.path = folder / "old.json", .content = "new"},
                                    {.path = folder / "file/b.csv", .content = "b"}}),
                  std::system_error);
  CHECK(test::content_of(folder / "old.json") == "old");
  CHECK(folder.entries() == 2);
}

TEST_CASE("a full disk is reported") {
  if (!std::filesystem::exists("/dev/full")) return;
  CHECK_THROWS_WITH_AS(cli::write_files({{.path = "/dev/full", .content = "x"}}),
                       "cannot write /dev/full: No space left on device",
                       std::system_error);
}

TEST_CASE("an existing file is replaced only where that was asked for") {
  const test::TemporaryFolder folder;
  test::write(folder / "a.json", "old");
  CHECK_THROWS_WITH_AS(cli::check_output(folder / "a.json", {"s.json"}, false, false),
                       ((folder / "a.json") + " exists; --force overwrites it").c_str(),
                       cli::UsageError);
  CHECK_NOTHROW(cli::check_output(folder / "a.json", {"s.json"}, false, true));
  CHECK_NOTHROW(cli::check_output(folder / "b.json", {"s.json"}, false, false));
  CHECK_NOTHROW(cli::check_output(folder / "new/folder/b.csv", {"s.json"}, true, false));
  CHECK(folder.entries() == 1);
}

TEST_CASE("the scenario itself is never overwritten, however it is called") {
  const test::TemporaryFolder folder;
  test::write(folder / "s.json", "{}");
  CHECK_THROWS_AS(
      cli::check_output(folder.path() / "." / "s.json", {folder / "s.json"}, false, true),
      cli::UsageError);
}

TEST_CASE("what cannot be written is known before the work is done") {
  const test::TemporaryFolder folder;
  CHECK_THROWS_AS(cli::check_output(folder / "missing/a.json", {"s.json"}, false, false),
                  std::system_error);
  test::write(folder / "file", "");
  CHECK_THROWS_AS(cli::check_output(folder / "file/a.csv", {"s.json"}, true, false),
                  std::system_error);
  CHECK_THROWS_AS(cli::check_output(folder.path(), {"s.json"}, false, true), cli::UsageError);
}

TEST_CASE("a link stays, and what it leads to is written, whether it is there or not") {
  const test::TemporaryFolder folder;
  std::filesystem::create_directory(folder / "far");
  test::write(folder / "far/old.json", "old");
  std::filesystem::create_symlink("far/old.json", folder / "to-old.json");
  std::filesystem::create_symlink("far/new.json", folder / "to-nothing.json");
  std::filesystem::create_symlink("to-nothing.json", folder / "to-link.json");
  for (const char* name : {"to-old.json", "to-link.json"}) {
    CHECK_NOTHROW(cli::check_output(folder / name, {"s.json"}, false, true));
    cli::write_files({{.path = folder / name, .content = name}});
    CHECK(std::filesystem::is_symlink(folder / name));
  }
  CHECK(std::filesystem::is_symlink(folder / "to-nothing.json"));
  CHECK(test::content_of(folder / "far/old.json") == "to-old.json");
  CHECK(test::content_of(folder / "far/new.json") == "to-link.json");
  std::filesystem::create_symlink("round.json", folder / "round.json");
  CHECK_THROWS_WITH_AS(
      cli::write_files({{.path = folder / "round.json", .content = "x"}}),
      ("cannot write " + (folder / "round.json") + ": Too many levels of symbolic links").c_str(),
      std::system_error);
}

TEST_CASE("two outputs are never one file, however they are spelt") {
  const test::TemporaryFolder folder;
  std::filesystem::create_directory(folder / "here");
  std::filesystem::create_directory_symlink("here", folder / "there");
  std::filesystem::create_symlink("here/a.csv", folder / "link.json");
  std::filesystem::create_symlink("a.csv", folder / "here/b.csv");
  const auto allow = [](const std::filesystem::path&) { return true; };
  const auto refused = [&](const std::string& json, const std::string& csv) {
    try {
      cli::check_outputs(
          {.json = folder / json, .csv_folder = folder / csv, .csv_names = {"a.csv"}},
          {"s.json"},
          allow);
    } catch (const cli::RefusedOutput& problem) {
      return std::string{problem.what()} ==
             (folder / json) + " cannot be both --json and a file of --csv";
    }
    return false;
  };
  CHECK(refused("here/a.csv", "here/"));
  CHECK(refused("here/../here/a.csv", "./here"));
  CHECK(refused("there/a.csv", "here"));
  CHECK(refused("link.json", "there"));
  CHECK_FALSE(refused("here/other.json", "here"));
  CHECK_THROWS_AS(cli::check_outputs(
                      {.json = "", .csv_folder = folder / "here", .csv_names = {"a.csv", "b.csv"}},
                      {"s.json"},
                      allow),
                  cli::RefusedOutput);
}

TEST_CASE("a file that cannot be read is named, with the one that was probably meant") {
  const test::TemporaryFolder folder;
  test::write(folder / "midlands.json", "{}");
  CHECK(cli::read_text(folder / "midlands.json") == "{}");
  CHECK_THROWS_WITH_AS((void)cli::read_text(folder / "midland.json"),
                       ("cannot read " + (folder / "midland.json") + " (did you mean " +
                        (folder / "midlands.json") + "?): No such file or directory")
                           .c_str(),
                       std::system_error);
  // The ending alone makes no two names alike, and another ending is a likely slip.
  CHECK_THROWS_WITH_AS(
      (void)cli::read_text(folder / "x.json"),
      ("cannot read " + (folder / "x.json") + ": No such file or directory").c_str(),
      std::system_error);
  test::write(folder / "cov6.json", "{}");
  CHECK_THROWS_WITH_AS(
      (void)cli::read_text(folder / "C:\\x.json"),
      ("cannot read " + (folder / "C:\\x.json") + ": No such file or directory").c_str(),
      std::system_error);
  CHECK_THROWS_WITH_AS((void)cli::read_text(folder / "midlands"),
                       ("cannot read " + (folder / "midlands") + " (did you mean " +
                        (folder / "midlands.json") + "?): No such file or directory")
                           .c_str(),
                       std::system_error);
  CHECK_THROWS_AS((void)cli::read_text(folder.path().string()), std::system_error);
  CHECK(cli::scenario_files()(folder / "nowhere.json") == std::nullopt);
}

TEST_CASE("a text beyond any scenario's size is not read to its end") {
  if (!std::filesystem::exists("/dev/zero")) return;
  CHECK(cli::read_text("/dev/zero").size() < (std::size_t{65} << 20U));
}
