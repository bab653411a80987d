#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/process.hpp"
#include "tests/cli/small_study.hpp"
#include "tests/cli/temporary_folder.hpp"

// `ficap appraise` as a user runs it, on the small region.

using namespace ficap;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using test::Study;
using test::terms;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a study is appraised, written, and made again to the bit") {
  const Study study;
  const std::string file = study.folder / "appraisal.json";
  const auto ended =
      test::ficap({"appraise", study.file(), "--json", file, "--csv", study.folder / "money"});
  CHECK(ended.code == 0);
  CHECK(contains(ended.out, "A case · 1 option against "));
  CHECK(contains(ended.out, "Present values, £k"));
  CHECK(contains(ended.err, "wrote " + file));
  const json document = json::parse(test::content_of(file));
  CHECK(document["run"]["command"] == "appraise");
  CHECK(document["run"]["replications"] == 3);
  CHECK(document["options"][0]["views"]["society"]["net_present_value"]["mean"] < 0.0);
  CHECK(fs::exists(study.folder / "money/appraisal.csv"));
  const auto verified = test::ficap({"verify", file});
  CHECK(verified.code == 0);
  CHECK(contains(verified.out, "matches, to the bit"));
}

TEST_CASE("an appraisal has the same bytes whatever the threads, and quiet leaves the answers") {
  const Study study;
  const auto one = test::ficap({"appraise", study.file(), "--threads", "1", "--json", "-"});
  const auto two = test::ficap({"appraise", study.file(), "--threads", "2", "--json", "-"});
  CHECK(one.out == two.out);
  const auto quiet = test::ficap({"appraise", study.file(), "--quiet"});
  CHECK(contains(quiet.out, "A case"));
  CHECK_FALSE(contains(quiet.out, "Present values, £k"));
}

TEST_CASE("a workbook is written, the same for the same run, and never over another file") {
  const Study study;
  const std::string file = study.folder / "case.xlsx";
  const auto ended = test::ficap({"appraise", study.file(), "--xlsx", file});
  REQUIRE(ended.code == 0);
  CHECK(contains(ended.err, "wrote " + file));
  const std::string bytes = test::content_of(file);
  CHECK(bytes.starts_with("PK"));
  const auto again = test::ficap({"appraise", study.file(), "--xlsx", file});
  CHECK(again.code == 2);
  CHECK(contains(again.err, "--force"));
  CHECK(test::ficap({"appraise", study.file(), "--xlsx", file, "--force"}).code == 0);
  CHECK(test::content_of(file) == bytes);
}

TEST_CASE("a workbook goes into a file of its own, and a marking needs one") {
  const Study study;
  const std::string file = study.folder / "case";
  CHECK(test::ficap({"appraise", study.file(), "--xlsx", "-"}).code == 2);
  const auto twice = test::ficap({"appraise", study.file(), "--xlsx", file, "--json", file});
  CHECK(twice.code == 2);
  CHECK(contains(twice.err, "cannot be both --json and --xlsx"));
  const auto marked = test::ficap({"appraise", study.file(), "--marking", "OFFICIAL"});
  CHECK(marked.code == 2);
  CHECK(contains(marked.err, "--xlsx FILE"));
}

TEST_CASE("an edited price in the results is found out") {
  const Study study;
  const std::string file = study.folder / "appraisal.json";
  REQUIRE(test::ficap({"appraise", study.file(), "--json", file}).code == 0);
  std::string text = test::content_of(file);
  const std::string overhead = "\"overhead\": \"£6000\"";
  const auto at = text.find(overhead);
  REQUIRE(at != std::string::npos);
  test::write(file, text.replace(at, overhead.size(), "\"overhead\": \"£7000\""));
  CHECK(test::ficap({"verify", file}).code == 5);
}

TEST_CASE("what a study gets wrong is said with its place, and nothing is written") {
  const auto refused = [](const Study& study, const std::string& words) {
    const std::string file = study.folder / "out.json";
    const auto ended = test::ficap({"appraise", study.file(), "--json", file});
    CAPTURE(ended.err);
    CHECK(ended.code == 3);
    CHECK(contains(ended.err, words));
    CHECK_FALSE(fs::exists(file));
  };
  refused(Study{R"({"id": "more", "scenario": "nowhere.json"})"}, "/options/0/scenario");
  refused(Study{R"({"id": "more", "scenario": "more.json"})", R"(, "evidence": 3)"}, "/evidence");
  refused(Study{R"({"id": "more", "scenario": "more.json", "set": ["/plan/years=3"]})"},
          "go through the same futures");
  refused(Study{R"({"id": "more", "scenario": "more.json",
                    "extra_costs": {"x": {"name": "X", "a_year": "£1", "paid_by": "east"}}})"},
          "/options/0/extra_costs/x/paid_by");
  refused(Study{R"({"id": "more", "scenario": "more.json", "set": ["/teams/north-fi=3"]})"},
          "/teams/north-fi");
}

TEST_CASE("years that are no financial years are refused") {
  const Study study;
  test::write(study.folder / "may.json",
              R"({"extends": "region.json", "plan": {"start": "2026-05-01"}})");
  test::write(study.folder / "more.json",
              R"({"extends": "may.json", "from_start":
                  {"teams": {"north-fi": {"establishment": 9, "strength": 9}}}})");
  test::write(study.file(),
              R"({"title": "A case", "pays": "north", "base": {"scenario": "may.json"},
                  "options": [{"id": "more", "scenario": "more.json"}], )" +
                  terms + "}");
  const auto ended = test::ficap({"appraise", study.file()});
  CHECK(ended.code == 3);
  CHECK(contains(ended.err, "1 April"));
}

TEST_CASE("a study that is not precise enough says so") {
  const Study study{R"({"id": "more", "scenario": "more.json"})", R"(, "evidence": {})"};
  std::string text = test::content_of(study.file());
  const std::string plan = R"({"replications": 3})";
  text.replace(
      text.find(plan), plan.size(), R"({"replications": 3, "precision": ["served:0.0001"]})");
  test::write(study.file(), text);
  const std::string file = study.folder / "appraisal.json";
  const auto ended = test::ficap({"appraise", study.file(), "--json", file});
  CHECK(ended.code == 4);
  CHECK(json::parse(test::content_of(file))["run"]["replications"] == 30);
  CHECK(test::ficap({"verify", file}).code == 0);
}

TEST_CASE("money of an appraisal is cited by its name, and comes out again to the bit") {
  const Study study;
  const std::string file = study.folder / "case.json";
  REQUIRE(test::ficap({"appraise", study.file(), "--json", file, "--quiet"}).code == 0);
  const std::string name = "npv[option=more,view=society]";
  const auto sentence = test::ficap({"cite", file, "--measure", name, "--format", "sentence"});
  CHECK(sentence.code == 0);
  CHECK(contains(sentence.out, "Net present value (to society): -£"));
  CHECK(contains(sentence.out,
                 " in “More <people>” against business as usual, in prices of 2025-26"));
  CHECK(contains(sentence.out, "(± 95 % interval for chance alone). “A case”"));
  const auto bibtex = test::ficap({"cite", file, "--measure", name, "--format", "bibtex"});
  CHECK(contains(bibtex.out, "net\\_present\\_value[option=more,view=society] = -"));
  const auto list = test::ficap({"cite", file, "--list"});
  CHECK(contains(list.out, "\n  net_present_value[option=...,view=...]: pounds\n"));
  CHECK(contains(list.out, "\noption: base, more\n"));

  const std::string matches = ": this matches, to the bit.\n";
  const auto verified = test::ficap({"verify", file, "--measure", name});
  CHECK(verified.code == 0);
  CHECK(contains(verified.out, "net_present_value[option=more,view=society] = -"));
  CHECK(contains(verified.out, matches));

  std::string edited = test::content_of(file);
  const std::size_t at =
      edited.find("\"mean\": -", edited.find("\"society\"", edited.find("\"views\"")));
  REQUIRE(at != std::string::npos);
  edited.insert(at + std::string{"\"mean\": -"}.size(), "1");
  test::write(file, edited);
  const auto wrong = test::ficap({"verify", file, "--measure", name});
  CHECK(wrong.code == 5);
  CHECK(contains(wrong.out, "this does not match.\n  computed: net_present_value["));
  const auto beside =
      test::ficap({"verify", file, "--measure", "npv[option=more,view=public_purse]"});
  CHECK(beside.code == 5);
  CHECK(contains(beside.out, matches));
  CHECK(test::ficap({"cite", file, "--measure", "npv[option=mor,view=force]"}).code == 2);
}
