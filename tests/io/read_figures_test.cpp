#include "io/read_figures.hpp"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include <doctest/doctest.h>

#include "io/list_figures.hpp"

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
  CHECK(problem(of_a_run, "needs[class=statutory,skill=x]") ==
        "the file knows no class \"statutory,skill=x\"; these measures are cut by one thing at a "
        "time");
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

namespace {

/// An appraisal, of what it says only what has a name.
io::Node appraisal() {
  io::Sources sources;
  const std::string text = R"({
    "run": {"command": "appraise", "price_base": "2025-26", "seed": 7},
    "years": [{"year": "2026-27", "discount_factor": 1, "prices": 1.02}],
    "base": {"affordability": [{"year": "2026-27", "cost": 10, "receipts": 1, "budget": 12, "left": 2}]},
    "options": [
      {"id": "more", "views": {
         "society": {"net_present_value": {"mean": -5.25, "half_width": 0.5}, "benefit_cost_ratio": null},
         "force": {"net_present_value": {"mean": 3e2, "half_width": null}, "benefit_cost_ratio": 1.20}},
       "payback_year": "2028-29",
       "needs_met": {"difference": 40, "half_width": 3, "verdict": "more"},
       "organisations": {"north": {"needs_met": {"difference": 30, "half_width": 2, "verdict": "more"}}}},
      {"id": "more-still", "views": {"force": {"net_present_value": {"mean": 4, "half_width": 1}}}}],
    "measures": {"served": {"unit": "needs", "scenarios": {"base": {"mean": 1, "half_width": 2}}},
                 "unmet[class=statutory]": {"unit": "share", "scenarios": {"base": {"mean": 0.5}}}}})";
  const io::Parsed parsed = io::parse(sources, sources.add("case.json", text));
  REQUIRE(parsed.root);
  return *parsed.root;
}

io::MeasureFigures of_appraisal(const std::string& name) {
  const io::Node document = appraisal();
  const auto read = io::read_figures(document, name);
  CAPTURE(name);
  if (const auto* const none = std::get_if<io::NoSuchMeasure>(&read)) FAIL(none->why);
  return std::get<io::MeasureFigures>(read);
}

std::string not_in_appraisal(const std::string& name) {
  const io::Node document = appraisal();
  const auto read = io::read_figures(document, name);
  REQUIRE(std::holds_alternative<io::NoSuchMeasure>(read));
  return std::get<io::NoSuchMeasure>(read).why;
}

}  // namespace

TEST_CASE("money of an appraisal is found by its name, option and view, with its prices") {
  const auto net = of_appraisal("net_present_value[option=more,view=society]");
  CHECK(net.measure == "net_present_value[option=more,view=society]");
  CHECK(net.unit == "pounds");
  CHECK(net.prices == "2025-26");
  CHECK(net.less_base);
  CHECK(net.of == std::vector<io::Selector>{{"view", "society"}});
  REQUIRE(net.figures.size() == 1);
  CHECK(net.figures[0].kind == io::Figure::Kind::value);
  CHECK(net.figures[0].of == "more");
  CHECK(net.figures[0].value->text == "-5.25");
  CHECK(net.figures[0].half_width->text == "0.5");
  CHECK_FALSE(of_appraisal("bcr[option=more,view=society]").figures.at(0).value);
}

TEST_CASE("a name may be short, its keys in any order, and a pointer leads to the same figure") {
  for (const std::string text : {"npv[view=society,option=more]",
                                 "/options/0/views/society/net_present_value",
                                 "/options/0/views/society/net_present_value/mean"}) {
    CHECK(of_appraisal(text).measure == "net_present_value[option=more,view=society]");
    CHECK(of_appraisal(text).figures.at(0).half_width->text == "0.5");
  }
  CHECK(of_appraisal("/options/0/views/force/net_present_value/mean").measure ==
        "net_present_value[option=more,view=force]");
  CHECK(of_appraisal("/run/seed").figures.at(0).value->text == "7");
  CHECK(of_appraisal("served").figures.at(0).half_width->text == "2");
}

TEST_CASE("a change of an option is not that of one of its organisations") {
  const auto whole = of_appraisal("needs_met[option=more]");
  CHECK(whole.figures.at(0).kind == io::Figure::Kind::difference);
  CHECK(whole.figures.at(0).value->text == "40");
  CHECK(of_appraisal("needs_met[option=more,organisation=north]").figures.at(0).value->text ==
        "30");
  CHECK(whole.prices.empty());
}

TEST_CASE("affordability is in the money of its year, and business as usual is an option of it") {
  const auto left = of_appraisal("affordability_left[option=base,year=2026-27]");
  CHECK(left.prices == "2026-27");
  CHECK_FALSE(left.less_base);
  CHECK(left.figures.at(0).of == "base");
  CHECK(of_appraisal("payback_year[option=more]").figures.at(0).value->text == "2028-29");
}

TEST_CASE("a figure that an appraisal does not have is answered with what was meant") {
  CHECK(not_in_appraisal("npvv") == "the file has no measure \"npvv\"; did you mean \"npv\"?");
  CHECK(not_in_appraisal("net_present").find("\"net_present_value\"?") != std::string::npos);
  CHECK(not_in_appraisal("npv[option=mroe]").find("did you mean \"more\"?") != std::string::npos);
  CHECK(not_in_appraisal("npv[opton=more]").find("did you mean \"option\"?") != std::string::npos);
  CHECK(not_in_appraisal("npv[option=more]").find("say which view") != std::string::npos);
  CHECK(not_in_appraisal("npv[view=society,view=force]").find("knows no view") !=
        std::string::npos);
  CHECK(not_in_appraisal("unmet[class=statutry]").find("\"unmet[class=statutory]\"?") !=
        std::string::npos);
  CHECK(not_in_appraisal("npv[option=more").find("no measure") != std::string::npos);
  CHECK(not_in_appraisal("").find("no measure") != std::string::npos);
  CHECK(not_in_appraisal("/options/9") == "nothing stands at /options/9");
  CHECK(not_in_appraisal("/options/0/id") == "/options/0/id leads to \"more\", which is no number");
  CHECK(not_in_appraisal("/") == "nothing stands at /");
}

TEST_CASE("what can be cited is listed once for each form, with all values of its keys") {
  const io::FigureList list = io::list_figures(appraisal());
  const auto nets = std::count_if(list.forms.begin(), list.forms.end(), [](const auto& form) {
    return form.form == "net_present_value[option=...,view=...]" && form.unit == "pounds";
  });
  CHECK(nets == 1);
  REQUIRE_FALSE(list.keys.empty());
  for (const io::FigureKey& key : list.keys) {
    if (key.key != "option") continue;
    CHECK(key.values == std::vector<std::string>{"base", "more", "more-still"});
  }
  const io::FigureList of_run = io::list_figures(document(of_a_run));
  REQUIRE(of_run.forms.size() == 3);
  CHECK(of_run.forms[1].form == "needs[class=...]");
  CHECK(of_run.forms[1].unit == "needs");
}
