#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "tests/architecture/rules.hpp"
#include "tests/architecture/source_text.hpp"

namespace fs = std::filesystem;
using namespace ficap;

namespace {

const fs::path root{FICAP_SOURCE_DIR};

/// Is `path` named, relative to its folder, by a CMakeLists.txt between it and the root?
bool is_listed(const fs::path& path) {
  for (fs::path folder = path.parent_path(); folder != root; folder = folder.parent_path()) {
    const fs::path list = folder / "CMakeLists.txt";
    if (!fs::exists(list)) continue;
    const std::string text = test::read_file(list);
    const std::string name = fs::relative(path, folder).generic_string();
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
      const auto ends = [&](std::size_t i) {
        return i >= text.size() || std::string_view{" \t\n()\""}.find(text[i]) != std::string::npos;
      };
      if ((at == 0 || ends(at - 1)) && ends(at + name.size())) return true;
    }
  }
  return false;
}

/// Words that say "unfinished". Written in halves, so that this file does not say them.
const std::array<std::string, 4> unfinished{
    "TO"
    "DO",
    "FIX"
    "ME",
    "XX"
    "X",
    "HA"
    "CK"};
/// Where a path begins that only one machine has.
const std::array<std::string, 5> local_roots{
    "/wo"
    "rk/",
    "/ho"
    "me/",
    "/ro"
    "ot/",
    "/tm"
    "p/",
    "/Use"
    "rs/"};

/// @returns the first of `unfinished` that stands in `text` as a word of its own
std::string unfinished_word_in(std::string_view text) {
  const auto is_word = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; };
  for (const std::string& word : unfinished) {
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      const auto end = at + word.size();
      const bool open = at == 0 || !is_word(text[at - 1]);
      if (open && (end == text.size() || !is_word(text[end]))) return word;
    }
  }
  return {};
}

/// @returns the first of `local_roots` at which a path begins in `text`; the middle of an
///          address or of a relative path does not count
std::string local_path_in(std::string_view text) {
  for (const std::string& start : local_roots) {
    for (auto at = text.find(start); at != std::string_view::npos; at = text.find(start, at + 1)) {
      const char before = at == 0 ? ' ' : text[at - 1];
      const bool inside = std::isalnum(static_cast<unsigned char>(before)) != 0 ||
                          std::string_view{"._-~}/"}.find(before) != std::string_view::npos;
      if (!inside) return start;
    }
  }
  return {};
}

/// Every text file of the project; not what builds and tools leave in the tree.
std::vector<fs::path> text_files() {
  const std::set<std::string> skipped{// in a second work tree .git is a file
                                      ".git",
                                      "build",
                                      "results",
                                      ".venv",
                                      ".cache",
                                      "__pycache__",
                                      ".ipynb_checkpoints"};
  const std::set<std::string> text_extensions{".cpp",
                                              ".hpp",
                                              ".txt",
                                              ".cmake",
                                              ".json",
                                              ".md",
                                              ".sh",
                                              ".py",
                                              ".ipynb",
                                              ".yml",
                                              ".csv",
                                              ".dot",
                                              ".html",
                                              ".js",
                                              ".css",
                                              ".svg",
                                              ""};
  std::vector<fs::path> files;
  for (auto it = fs::recursive_directory_iterator{root}; it != fs::recursive_directory_iterator{};
       ++it) {
    const std::string name = it->path().filename().string();
    if (skipped.contains(name) || (it->is_directory() && name.starts_with("build-"))) {
      it.disable_recursion_pending();
    } else if (it->is_regular_file() && text_extensions.contains(it->path().extension().string())) {
      files.push_back(it->path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("every source of a layer is listed in a CMakeLists.txt") {
  int files = 0;
  std::vector<std::string> folders{"tests"};
  for (const test::Layer& layer : test::layers())
    folders.push_back(layer.name);
  for (const std::string& folder : folders) {
    for (const fs::path& path : test::sources_below(root / folder)) {
      // Headers of tests and benchmarks belong to no library.
      const bool loose = path.extension() == ".hpp" && (folder == "tests" || folder == "bench");
      if (loose) continue;
      ++files;
      CHECK_MESSAGE(is_listed(path), fs::relative(path, root).string(), " is built by nothing");
    }
  }
  CHECK(files > 0);
}

TEST_CASE("every header of the tests is included by something") {
  std::string all;
  for (const fs::path& path : test::sources_below(root / "tests"))
    all += test::read_file(path);
  for (const fs::path& path : test::sources_below(root / "bench"))
    all += test::read_file(path);
  for (const fs::path& path : test::sources_below(root / "tests")) {
    if (path.extension() != ".hpp") continue;
    const std::string name = fs::relative(path, root).generic_string();
    CHECK_MESSAGE(all.find("\"" + name + "\"") != std::string::npos, name, " is used by nothing");
  }
}

TEST_CASE("an orphan is noticed") {
  CHECK_FALSE(is_listed(root / "tests" / "orphan_test.cpp"));
}

TEST_CASE("no file names a path of one machine, and none is unfinished") {
  const auto files = text_files();
  CHECK(files.size() > 10);
  for (const fs::path& path : files) {
    const std::string name = fs::relative(path, root).generic_string();
    const std::string text = test::read_file(path);
    CHECK_MESSAGE(local_path_in(text).empty(), name, " names ", local_path_in(text));
    CHECK_MESSAGE(unfinished_word_in(text).empty(), name, " says ", unfinished_word_in(text));
  }
}

TEST_CASE("a path of one machine is noticed, an address on the web is not") {
  CHECK(local_path_in("read \"" + local_roots[0] + "x\"") == local_roots[0]);
  CHECK(local_path_in(local_roots[3] + "x") == local_roots[3]);
  CHECK(local_path_in("https://example.org" + local_roots[0] + "x").empty());
  CHECK(local_path_in("../models" + local_roots[1]).empty());
}

TEST_CASE("an unfinished word is noticed, a longer word is not") {
  CHECK(unfinished_word_in("// " + unfinished[0] + ": later") == unfinished[0]);
  CHECK(unfinished_word_in(unfinished[0] + "S").empty());
}
