#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// What a page lets its reader save, saved into an empty folder and run there.

using namespace ficap;

namespace {

using nlohmann::json;

const std::string small_region = FICAP_SOURCE_DIR "/scenarios/oracles/small-region.json";

int digit(char c) {
  return c <= '9' ? c - '0' : c - 'A' + 10;
}

std::string decoded(const std::string& address) {
  std::string text;
  for (std::size_t i = 0; i < address.size(); ++i) {
    if (address[i] == '%') {
      text += static_cast<char>(16 * digit(address.at(i + 1)) + digit(address.at(i + 2)));
      i += 2;
    } else {
      text += address[i];
    }
  }
  return text;
}

/// @returns every scenario and study of a page, by the name to save it under; charts are left out
std::map<std::string, std::string> files_within(const std::string& page) {
  const std::string data = "href=\"data:application/json;charset=utf-8,";
  const std::string name = "\" download=\"";
  std::map<std::string, std::string> files;
  for (auto at = page.find(data); at != std::string::npos; at = page.find(data, at + 1)) {
    const auto from = at + data.size();
    const auto to = page.find(name, from);
    const auto named = to + name.size();
    const std::string file = page.substr(named, page.find('"', named) - named);
    if (file.ends_with(".vl.json")) continue;
    CHECK_MESSAGE(files.emplace(file, decoded(page.substr(from, to - from))).second,
                  file << " would be saved over another");
  }
  return files;
}

/// Saves them into an empty folder. @returns the file whose name begins so
std::string saved(const test::TemporaryFolder& folder,
                  const std::string& page,
                  const std::string& begins) {
  std::string found;
  for (const auto& [name, text] : files_within(test::content_of(page))) {
    test::write(folder / name, text);
    if (name.starts_with(begins)) found = folder / name;
  }
  REQUIRE(!found.empty());
  return found;
}

json written_by(const std::vector<std::string>& arguments, const test::TemporaryFolder& folder) {
  std::vector<std::string> all = arguments;
  const std::string file = folder / "results";
  all.insert(all.end(), {"--quiet", "--force", "--json", file, "--html", folder / "page.html"});
  const auto ended = test::ficap(all);
  CAPTURE(ended.err);
  REQUIRE(ended.code == 0);
  return json::parse(test::content_of(file));
}

/// @returns the digest of every scenario, in order
std::vector<std::string> digests_of(const json& results) {
  std::vector<std::string> digests;
  for (const json& scenario : results.at("scenarios"))
    digests.push_back(scenario.at("sha256"));
  std::sort(digests.begin(), digests.end());
  return digests;
}

/// @returns what a comparison says of its scenarios under other names
json renamed(const json& part, const std::map<std::string, std::string>& names) {
  std::string text = part.dump();
  for (const auto& [from, to] : names) {
    const std::string old = '"' + from + '"';
    for (auto at = text.find(old); at != std::string::npos; at = text.find(old, at + 1))
      text.replace(at, old.size(), '"' + to + '"');
  }
  return json::parse(text);
}

/// A study in which the base changes things from the start, and options change those again: one
/// takes them back, others have the titles of one another, of the study and of a device.
class Study {
 public:
  Study() {
    std::filesystem::create_directory(folder.path() / "options");
    std::filesystem::copy_file(small_region, folder / "region.json");
    test::write(folder / "base.json",
                R"({"extends": "region.json", "title": "Same", "from_start":
                    {"teams": {"north-fi": {"establishment": 6, "strength": 6}}}})");
    test::write(folder / "options/back.json",
                R"({"extends": "../region.json", "title": "Con", "from_start":
                    {"teams": {"north-fi": {"early_desk": 0}}}})");
    test::write(folder / "options/more.json",
                R"({"extends": "../base.json", "title": "Same", "from_start":
                    {"teams": {"north-fi": {"establishment": 9, "strength": 9}}}})");
    test::write(file(), R"({"title": "Same", "pays": "north", "base": {"scenario": "base.json"},
        "plan": {"replications": 3, "seed": 7},
        "options": [{"id": "back", "scenario": "options/back.json"},
                    {"id": "more", "scenario": "options/more.json"},
                    {"id": "set", "name": "Same!", "scenario": "base.json", "set":
                      ["/from_start/teams/north-fi/establishment=7",
                       "/from_start/teams/north-fi/strength=7"]}],
        "terms": {"price_base": "2025-26", "green_book": "2026", "staff": {"overhead": "£6,000"}}})");
  }
  test::TemporaryFolder folder;
  [[nodiscard]] std::string file() const { return folder / "study.json"; }
};

}  // namespace

TEST_CASE("the files of an appraisal's page, saved into an empty folder, give its figures again") {
  const Study study;
  const json first = written_by({"appraise", study.file()}, study.folder);
  const test::TemporaryFolder empty;
  const std::string file = saved(empty, study.folder / "page.html", "study-");
  CHECK(empty.entries() == 5);
  const json again = written_by({"appraise", file}, empty);
  CHECK(digests_of(again) == digests_of(first));
  CHECK(again.at("options") == first.at("options"));
  CHECK(again.at("sensitivity") == first.at("sensitivity"));
}

TEST_CASE("the files of a comparison's page, saved into an empty folder, give its figures again") {
  const Study study;
  const json first = written_by({"compare",
                                 study.folder / "base.json",
                                 study.folder / "options/more.json",
                                 study.folder / "options/back.json",
                                 "--replications",
                                 "3"},
                                study.folder);
  const test::TemporaryFolder empty;
  saved(empty, study.folder / "page.html", "same");
  const json again = written_by({"compare",
                                 empty / "same-base.json",
                                 empty / "same-more.json",
                                 empty / "the-con.json",
                                 "--replications",
                                 "3"},
                                empty);
  CHECK(digests_of(again) == digests_of(first));
  CHECK(renamed(again.at("measures"),
                {{"same-base", "base"}, {"same-more", "more"}, {"the-con", "back"}}) ==
        first.at("measures"));
}

TEST_CASE("the file of a run's page gives its figures again") {
  const Study study;
  const json first =
      written_by({"run", study.folder / "base.json", "--replications", "2"}, study.folder);
  const test::TemporaryFolder empty;
  const std::string file = saved(empty, study.folder / "page.html", "same");
  const json again = written_by({"run", file, "--replications", "2"}, empty);
  CHECK(again.at("run").at("id") == first.at("run").at("id"));
  CHECK(again.at("measures") == first.at("measures"));
}

TEST_CASE("a page says by what command its files give the figures again") {
  const Study study;
  written_by({"appraise", study.file()}, study.folder);
  const std::string page = test::content_of(study.folder / "page.html");
  CHECK(page.find("ficap appraise study-same.json --seed 7 --replications 3") != std::string::npos);
}
