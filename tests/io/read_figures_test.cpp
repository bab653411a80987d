#include "io/read_figures.hpp"

#include <string>
#include <variant>

#include <doctest/doctest.h>

// What is found in results documents, each in the manner of the command that wrote it.

namespace io = ficap::io;

namespace {

io::Node document(const std::string& measures) {
  io::Sources sources;
  const io::Parsed parsed =
      io::parse(sources, sources.add("r.json", "{\"measures\": " + measures + "}"));
  REQUIRE(parsed.root);
  return *parsed.root;
}

const std::string of_a_run =
    R"({"needs": {"mean": 567.25, "half_width": 51.0, "unit": "needs", "of": "total over the period",
        "by": {"class": {"statutory": {"mean": 134.5, "half_width": null, "unit": "needs"}}}},
        "wait_days": {"mean": 1.5, "half_width": 0.5, "unit": "days", "of": "mean", "by": {}}})";

io::MeasureFigures found(const std::string& measures, const std::string& name) {
  const auto read = io::read_figures(document(measures), name);
  REQUIRE(std::holds_alternative<io::MeasureFigures>(read));
  return std::get<io::MeasureFigures>(read);
}

std::string problem(const std::string& measures, const std::string& name) {
  const auto read = io::read_figures(document(measures), name);
  REQUIRE(std::holds_alternative<io::NoSuchMeasure>(read));
  return std::get<io::NoSuchMeasure>(read).why;
}

}  // namespace

TEST_CASE("a measure of a run is found whole and cut, as it is written") {
  const auto whole = found(of_a_run, "needs");
  CHECK(whole.unit == "needs");
  CHECK(whole.over_period);
  REQUIRE(whole.figures.size() == 1);
  CHECK(whole.figures[0].value->text == "567.25");
  CHECK(whole.figures[0].half_width->text == "51.0");
  const auto cut = found(of_a_run, "needs[class=statutory]");
  CHECK(cut.over_period);
  CHECK(cut.figures.at(0).value->text == "134.5");
  CHECK_FALSE(cut.figures.at(0).half_width);
  CHECK_FALSE(found(of_a_run, "wait_days").over_period);
}

TEST_CASE("a measure of a comparison is a value of each scenario and a change of each option") {
  const auto compared = found(R"({"served[class=statutory]": {"unit": "needs",
      "of": "total over the period", "scenarios": {
        "base": {"mean": 1, "half_width": 2},
        "more": {"mean": 3, "half_width": 4, "difference": {"mean": 2, "half_width": 1}}}}})",
                              "served[class=statutory]");
  REQUIRE(compared.figures.size() == 3);
  CHECK(compared.figures[0].of == "base");
  CHECK(compared.figures[2].kind == io::Figure::Kind::difference);
  CHECK(compared.figures[2].of == "more");
  CHECK(compared.figures[2].value->text == "2");
}

TEST_CASE("a measure of an attribution is a change and its parts") {
  const auto parts = found(R"({"served": {"unit": "needs", "of": "total over the period",
      "total": {"mean": 5, "half_width": 1}, "terms": {"asking": {"mean": 4, "half_width": 1}},
      "worlds": []}})",
                           "served");
  REQUIRE(parts.figures.size() == 2);
  CHECK(parts.figures[0].kind == io::Figure::Kind::difference);
  CHECK(parts.figures[1].kind == io::Figure::Kind::part);
  CHECK(parts.figures[1].of == "asking");
}

TEST_CASE("a measure of a study of uncertainty has the interval for what nobody has measured") {
  const auto uncertain = found(
      R"({"served": {"unit": "needs", "mean": 5, "expected": {"p10": 2, "p90": 9}}})", "served");
  CHECK(uncertain.over_period);
  CHECK(uncertain.figures.at(0).low->text == "2");
  CHECK(uncertain.figures.at(0).high->text == "9");
}

TEST_CASE("where there is no such measure, what was meant is offered") {
  CHECK(problem(of_a_run, "neds") == "the file has no measure \"neds\"; did you mean \"needs\"?");
  CHECK(problem(of_a_run, "anything") ==
        "the file has no measure \"anything\"; it has: needs, wait_days");
  CHECK(problem(of_a_run, "needs[class=statutor]") ==
        "the file knows no class \"statutor\"; did you mean \"statutory\"?");
  CHECK(problem(of_a_run, "needs[clas=statutory]") ==
        "the file does not have needs by \"clas\"; did you mean \"class\"?");
  CHECK(problem(of_a_run, "needs[class") ==
        "a part of a measure is written like unmet_share_of_need[class=discretionary], not "
        "\"needs[class\"");
  CHECK(problem("7", "needs") == "the file has no measures");
  CHECK(problem("{\"needs\": 7}", "needs[class=x]") ==
        "the file has no measure \"needs[class=x]\"; it has: needs");
}

TEST_CASE("figures are the same where their last digits are") {
  const auto one = found(of_a_run, "needs");
  auto other = one;
  CHECK(io::same_figures(one, other));
  other.figures[0].value->text = "567.250";
  CHECK_FALSE(io::same_figures(one, other));
  other = one;
  other.figures[0].half_width.reset();
  CHECK_FALSE(io::same_figures(one, other));
}
