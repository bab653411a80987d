#include "io/read_study.hpp"

#include <string>

#include <doctest/doctest.h>

#include "io/json_text.hpp"
#include "io/schema.hpp"
#include "io/write_appraisal.hpp"
#include "report/diagnostics.hpp"
#include "tests/io/support.hpp"
#include "tests/support/appraised.hpp"

namespace {

using namespace ficap;

/// A study on lines of its own, with something put in or instead.
std::string study_with(
    const std::string& options = R"([{"id": "more", "scenario": "more.json"}])",
    const std::string& terms = R"({"price_base": "2025-26", "green_book": "2026"})",
    const std::string& rest = "") {
  return "{\"title\": \"T\", \"pays\": \"wmp\",\n\"base\": {\"scenario\": \"b.json\"},\n"
         "\"options\": " +
         options + ",\n\"terms\": " + terms + rest + "}\n";
}

std::string words(const std::string& text) {
  return report::to_text(io::read_study("study.json", text).problems);
}

bool says(const std::string& text, const std::string& where, const std::string& what) {
  const std::string said = words(text);
  CAPTURE(said);
  return said.find(where) != std::string::npos && said.find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("a study is read, and written so that the same study is read again") {
  const io::StudyReading reading = io::read_study(
      "study.json",
      study_with(
          R"([{"id": "more", "scenario": "more.json", "set": ["/plan/seed=2"], "kind": "do_minimum",
               "extra_costs": {"it": {"name": "System", "a_year": "£10,000", "first_year": 2}}}])",
          R"({"price_base": "2025-26", "green_book": "2026", "discounting": "middle_of_year",
              "staff": {"overhead": {"value": "£6,000", "source": "s", "grade": "C",
                                     "low": "£4,000", "high": "£10,000"}}})",
          R"(, "plan": {"years": 4}, "evidence": {"s": {"title": "A source"}})"));
  REQUIRE(reading.text);
  const study::StudyDocument& study = reading.text->study;
  CHECK(study.options[0].extra_costs.at("it").a_year.value == models::Money{1'000'000});
  CHECK(study.terms.staff.overhead.high == models::Money{1'000'000});
  CHECK(study.terms.discount_rate.value.value == 0.035);
  const io::Node node = io::study_node(study);
  const auto again = io::read_study(io::Sources{}, node);
  REQUIRE(again.text);
  CHECK(io::canonical(io::study_node(again.text->study)) == io::canonical(node));
  CHECK(io::settings_of(study, {"/plan/years=9"}) ==
        std::vector<std::string>{"/plan/years=4", "/plan/years=9"});
}

TEST_CASE("what is wrong with a study is said with its place and what may stand there") {
  CHECK(says(study_with("[]"), "study.json:3:12", "at least one"));
  CHECK(says(
      study_with(R"([{"id": "Too Big", "scenario": "x"}])"), "/options/0/id", "small letters"));
  CHECK(says(study_with(R"([{"id": "base", "scenario": "x"}])"), "/options/0/id", "another id"));
  CHECK(says(study_with(R"([{"id": "a", "scenario": "x"}, {"id": "a", "scenario": "y"}])"),
             "/options/1/id",
             "no other option"));
  CHECK(says(study_with(R"([{"id": "a", "scenario": "x", "kind": "best"}])"),
             "/options/0/kind",
             "do_minimum"));
  CHECK(says(
      study_with(R"([{"id": "a", "scenario": "x"}])",
                 R"({"price_base": "2025-26", "green_book": "2026", "discount_rate": "350 %"})"),
      "/terms/discount_rate",
      "between 0 and 0.2"));
  CHECK(says(study_with(R"([{"id": "a", "scenario": "x"}])", R"({"price_base": "2025-26"})"),
             "/terms",
             "green_book"));
  CHECK(
      says(study_with(
               R"([{"id": "a", "scenario": "x"}])",
               R"({"price_base": "2025-26", "green_book": "2026", "staff": {"overheads": "£1"}})"),
           "/terms/staff",
           "overhead"));
  CHECK(says(study_with(R"([{"id": "a", "scenario": "x"}])",
                        R"({"price_base": "2025-26", "green_book": "2026"})",
                        R"(, "equal_cost": [["a", "b"], ["a"]])"),
             "/equal_cost/0/1",
             "the id of an option"));
  CHECK(says(study_with(R"([{"id": "a", "scenario": "x", "extra_costs":
                             {"e": {"name": "E", "a_year": "£1", "first_year": 3, "last_year": 2}}}])"),
             "/options/0/extra_costs/e/last_year",
             "from 3"));
  CHECK(says(study_with(R"([{"id": "a", "scenario": "x"}])",
                        R"({"price_base": "2025-26", "green_book": "2026",
                            "staff": {"overhead": {"value": "£1", "source": "nowhere"}}})"),
             "/terms/staff/overhead/source",
             "nowhere"));
  CHECK(says(study_with(R"([{"id": "a", "scenario": "x"}])",
                        R"({"price_base": "2025-26", "green_book": "2026"})",
                        R"(, "plan": {"years": 2.5})"),
             "/plan/years",
             "a whole number"));
  for (const char* year : {"", "p", "2025", "2025-27", "2025-26 ", "25-26", "-999-00", "2025/26"}) {
    CHECK(says(study_with(R"([{"id": "a", "scenario": "x"}])",
                          R"({"green_book": "2026", "price_base": ")" + std::string{year} + "\"}"),
               "/terms/price_base",
               R"(a financial year as "2025-26")"));
  }
  CHECK(says(study_with(R"([{"id": "a", "scenario": "x"}])",
                        R"({"price_base": "2025-26", "green_book": ""})"),
             "/terms/green_book",
             "the edition"));
}

TEST_CASE("a document of another kind is told what it is") {
  CHECK(says("[]", "study.json:1:1", "a study"));
  CHECK(says(R"({"extends": "x.json"})", "study.json:1:1", "ficap run"));
  CHECK(says(R"({"a": 1})", "study.json:1:1", "none of its sections"));
  CHECK(says("{", "study.json", ""));
}

TEST_CASE("the committed schema of studies is the one that the field lists give") {
  const auto committed =
      test::bytes_of(std::filesystem::path{FICAP_SOURCE_DIR} / "schema" / "study.schema.json");
  REQUIRE(committed);
  const bool fresh = *committed == io::study_schema();
  CHECK_MESSAGE(fresh, "write it anew: ficap schema --study > schema/study.schema.json");
}

TEST_CASE("an appraisal as JSON carries its study, its scenarios and its money, to the penny") {
  const test::AppraisedByHand by_hand;
  const io::AppraisalInfo info = io::appraisal_info(
      by_hand.study, by_hand.scenarios, by_hand.ids(), {.seed = 1, .replications = 2}, "0.0.0");
  const std::string text = io::appraisal_json(info, by_hand.study, by_hand.appraise());
  const test::Text read{text};
  REQUIRE(read.parsed.root);
  const io::Object& root = *read.parsed.root->object();
  const io::Object& run = *root.find("run")->object();
  CHECK(*run.find("command")->string() == "appraise");
  CHECK(*run.find("id")->string() == info.id);
  const auto study = io::read_study(io::Sources{}, *root.find("study"));
  REQUIRE(study.text);
  CHECK(study.text->study.options[0].id == "more");
  CHECK(root.find("scenarios")->array()->size() == 2);
  CHECK(text.find("\"force_from_forfeiture\": 9500") != std::string::npos);
  const std::string csv = io::appraisal_csv(info, by_hand.appraise());
  const std::string organisation = by_hand.scenarios[0].planned.organisations.begin()->first;
  CHECK(csv.find("\nmore," + organisation + ",2027-28,cost,pay,116000\n") != std::string::npos);
  CHECK(csv.find("\nbase," + organisation + ",2028-29,receipt,victims,10000\n") !=
        std::string::npos);
}

TEST_CASE("another price, seed or scenario is another appraisal to cite") {
  test::AppraisedByHand by_hand;
  const auto id = [&](std::uint64_t seed) {
    return io::appraisal_info(by_hand.study,
                              by_hand.scenarios,
                              by_hand.ids(),
                              {.seed = seed, .replications = 2},
                              "1")
        .id;
  };
  const std::string first = id(1);
  CHECK(id(1) == first);
  CHECK(id(2) != first);
  by_hand.study.terms.staff.overhead.value.pence += 1;
  CHECK(id(1) != first);
}
