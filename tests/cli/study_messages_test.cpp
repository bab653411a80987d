#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/cli/process.hpp"
#include "tests/cli/small_study.hpp"
#include "tests/cli/temporary_folder.hpp"

// What is said of studies that are not right, or given to another command.

using namespace ficap;
using test::Study;

namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// What `ficap appraise` says of a study with an option of this kind, in which something is wrong.
std::string error_of(const Study& study) {
  const auto ended = test::ficap({"appraise", study.file()});
  CHECK(ended.code == 3);
  CHECK(ended.out.empty());
  CHECK(test::ficap({"validate", study.file()}).err == ended.err);
  return ended.err;
}

}  // namespace

TEST_CASE("a study given to a command for scenarios is told which command is for it") {
  const Study study;
  const std::string more = study.folder / "more.json";
  for (const auto& arguments : {std::vector<std::string>{"run", study.file()},
                                {"explain", study.file()},
                                {"compare", more, study.file()}}) {
    const auto ended = test::ficap(arguments);
    CHECK(ended.code == 3);
    CHECK(contains(ended.err, "found a study, expected a scenario"));
    CHECK(contains(ended.err, "`ficap appraise`"));
  }
  const auto alone = test::ficap({"compare", study.file()});
  CHECK(alone.code == 2);
  CHECK(contains(alone.err, "ficap appraise STUDY.json"));
}

TEST_CASE("a study is validated with all its scenarios, and nothing is simulated") {
  const Study study;
  const auto ended = test::ficap({"validate", study.file()});
  CHECK(ended.code == 0);
  CHECK(ended.err.empty());
  CHECK(contains(ended.out, "study.json is ok: \"A case\", 1 option against"));
  CHECK(contains(ended.out, "region.json is ok: \"A small region"));
  CHECK(contains(ended.out, "more.json is ok: \"More <people>\""));
  const auto set = test::ficap({"validate", study.file(), "--set", "/plan/years=2"});
  CHECK(set.code == 2);
  CHECK(contains(set.err, "is a study"));

  test::write(study.folder / "more.json",
              R"({"extends": "region.json", "asking": {"ceiling": 7}})");
  const auto wrong = test::ficap({"validate", study.file()});
  CHECK(wrong.code == 3);
  CHECK(wrong.out.empty());
  CHECK(contains(wrong.err, "/asking/ceiling: found 7"));
  CHECK(contains(wrong.err, "more.json:1:"));
}

TEST_CASE("an impossible precision is the study's mistake, at its place") {
  const Study study;
  test::write(study.file(),
              replaced(test::content_of(study.file()),
                       R"("replications": 3)",
                       "\"replications\": 3,\n\"precision\": [\"served:10\",\n\"servd:10\"]"));
  const std::string error = error_of(study);
  CHECK(contains(error, "error: /plan/precision/1: found \"servd:10\""));
  CHECK(contains(error, "study.json:4:1"));
  CHECK(contains(error, "did you mean \"served\"?"));
}

TEST_CASE("an impossible setting of an option is placed where the study makes it") {
  const Study study{R"({"id": "more", "scenario": "more.json", "set": ["/asking/floor=0.1",
"/asking/ceiling=7"]})",
                    ""};
  const std::string error = error_of(study);
  CHECK(contains(error, "error: /options/0/set/1: found 7, expected a share"));
  CHECK(contains(error, "study.json:3:1"));
  CHECK(contains(error, "for /asking/ceiling of the scenario"));
  CHECK_FALSE(contains(error, "--set"));
}

TEST_CASE("an option that cannot be compared is named by its id, and --set is not offered") {
  const Study study{R"({"id": "longer", "scenario": "more.json", "set": ["/plan/years=3"]})"};
  const std::string error = error_of(study);
  CHECK(
      contains(error, "error: /options/0/scenario: found option \"longer\", which lasts 3 years"));
  CHECK_FALSE(contains(error, "--set"));
}

TEST_CASE("a cost that goes on beyond the study is no cost of it") {
  const Study study{R"({"id": "more", "scenario": "more.json", "extra_costs":
{"it": {"name": "IT", "a_year": "£5", "last_year": 4}}})"};
  const std::string error = error_of(study);
  CHECK(contains(error,
                 "/options/0/extra_costs/it/last_year: found 4, expected a year of the study"));
}

TEST_CASE("prices are of the year in which the plan starts, or of the ten before it") {
  const Study study;
  const std::string text = test::content_of(study.file());
  const std::size_t at = text.find("20", text.find("price_base"));
  REQUIRE(at != std::string::npos);
  const auto with = [&](const std::string& year) {
    std::string changed = text;
    test::write(study.file(), changed.replace(at, year.size(), year));
    return test::ficap({"validate", study.file()});
  };
  for (const char* year : {"2016-17", "2026-27"})
    CHECK(with(year).code == 0);
  for (const char* year : {"2015-16", "2027-28", "1900-01"}) {
    const auto wrong = with(year);
    CHECK(wrong.code == 3);
    CHECK(contains(wrong.err,
                   "/terms/price_base: found \"" + std::string{year} +
                       "\", expected a financial year from \"2016-17\" to \"2026-27\""));
  }
}

TEST_CASE("verify says what is missing from a broken appraisal, and names a whole one's study") {
  const Study study;
  const std::string file = study.folder / "case.json";
  REQUIRE(test::ficap({"appraise", study.file(), "--json", file, "--quiet"}).code == 0);
  const std::string text = test::content_of(file);
  const auto whole = test::ficap({"verify", file});
  CHECK(whole.code == 0);
  CHECK(contains(whole.out, "A case: "));
  const auto said = [](const std::string& broken) {
    const auto ended = test::ficap({"verify", "-"}, broken);
    CHECK(ended.code == 3);
    return ended.err;
  };
  CHECK(
      contains(said(replaced(text, "\n  \"study\": {", "\n  \"stud\": {")), "it has no \"study\""));
  CHECK(contains(said(replaced(text, "\n    \"pays\": \"north\"", "\n    \"pays\": \"nobody\"")),
                 "error: /study/pays: found \"nobody\""));
  CHECK(
      contains(said(replaced(text, "\n    \"terms\": {", "\n    \"therms\": {")), "/study/terms"));
}

TEST_CASE("a title of a scenario, a study or an option is one line of at most 200 characters") {
  const std::string longest(200, 'x');
  const auto titled = [&](const std::string& title, const std::string& name) {
    const Study study{R"({"id": "more", "scenario": "more.json", "name": ")" + name + "\"}"};
    test::write(study.file(),
                replaced(test::content_of(study.file()), "\"A case\"", "\"" + title + "\""));
    return test::ficap({"validate", study.file()});
  };
  CHECK(titled(longest, longest).code == 0);
  const auto wrong = titled(longest + "é", longest + longest);
  CHECK(wrong.code == 3);
  CHECK(contains(wrong.err, "/title: found 201 characters, expected at most 200 characters"));
  CHECK(contains(wrong.err, "/options/0/name: found 400 characters"));
  const Study study;
  test::write(study.folder / "more.json",
              R"({"extends": "region.json", "title": ")" + longest + "x\"}");
  CHECK(contains(test::ficap({"run", study.folder / "more.json"}).err,
                 "/title: found 201 characters, expected at most 200 characters"));
}

TEST_CASE("a marking is one line that can be printed") {
  const Study study;
  const std::string file = study.folder / "case.html";
  const auto marked = [&](const std::string& marking) {
    return test::ficap({"appraise", study.file(), "--html", file, "--marking", marking});
  };
  for (const std::string& marking : {std::string{"OFFICIAL\nSECRET"},
                                     std::string{"OFFICIAL\x1b[2J"},
                                     std::string{"OFFICIAL \xE2\x80\xAEterces"},
                                     std::string{"   "},
                                     std::string{"a\tb"},
                                     std::string(101, 'x')}) {
    const auto ended = marked(marking);
    CHECK(ended.code == 2);
    CHECK(contains(ended.err, "--marking takes one line of at most 100 characters"));
    CHECK_FALSE(contains(ended.err, "\xE2\x80\xAE"));
  }
  CHECK(contains(marked("").err, "--marking has nothing: give it a value, or leave it out"));
  CHECK(marked("OFFICIAL–SENSITIVE: " + std::string(80, 'x')).code == 0);
}

TEST_CASE("no result goes where SQLite keeps what belongs to a store of runs") {
  const Study study;
  for (const char* name : {"runs.db-wal", "runs.db-shm", "runs.db-journal"}) {
    const auto ended =
        test::ficap({"appraise", study.file(), "--json", study.folder / name, "--force"});
    CHECK(ended.code != 0);
    CHECK(contains(ended.err, "SQLite keeps beside a store"));
  }
  const auto ended =
      test::ficap({"appraise", study.file(), "--json", study.folder / "case.json.unfinished"});
  CHECK(ended.code == 2);
  CHECK(contains(ended.err, "in which a run keeps what it has finished"));
}

TEST_CASE("one year is said once") {
  const Study study;
  const auto ended = test::ficap({"appraise", study.file()});
  CHECK(contains(ended.out, " · 2026-27 · prices of"));
}
