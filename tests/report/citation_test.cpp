#include "report/citation.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

namespace {

using ficap::report::bibtex;
using ficap::report::Citation;
using ficap::report::CitedFigure;
using ficap::report::CitedMeasure;
using ficap::report::footnote;
using ficap::report::RepeatedMeasure;
using ficap::report::sentence;
using ficap::report::to_text;

const std::string digest_a(64, 'a');
const std::string digest_b(64, 'b');

Citation of_one(const std::string& title = "A region") {
  return {.id = "FI-0000-1111",
          .version = "1.2",
          .scenarios = {{.title = title, .sha256 = digest_a}},
          .study = {},
          .seed = 7,
          .replications = 200,
          .draws = {},
          .start = ficap::sim::Date{2026, 4, 1},
          .end = ficap::sim::Date{2031, 4, 1},
          .file = "results.json",
          .again = "ficap run SCENARIO.json --seed 7 --replications 200",
          .measure = {}};
}

CitedMeasure unmet() {
  return {.name = "unmet_share_of_need[class=discretionary]",
          .unit = "share",
          .over_period = false,
          .figures = {{.kind = CitedFigure::Kind::value,
                       .of = {},
                       .estimate = {.mean = 0.5166, .half_width = 0.0312},
                       .written = "0.5166 ± 0.0312"}}};
}

CitedMeasure collected() {
  return {.name = "assets_collected",
          .unit = "pounds",
          .over_period = true,
          .figures = {{.kind = CitedFigure::Kind::value,
                       .of = "A region",
                       .estimate = {.mean = 10e6, .half_width = 1e6},
                       .written = "10000000 ± 1000000"},
                      {.kind = CitedFigure::Kind::difference,
                       .of = "More",
                       .estimate = {.mean = 2.5e6, .half_width = 0.5e6},
                       .written = "2500000 ± 500000"}}};
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// @returns whether braces open and close in order, as BibTeX counts them: each of them
bool is_balanced(const std::string& text) {
  int depth = 0;
  for (const char c : text) {
    if (c == '{') ++depth;
    if (c == '}' && --depth < 0) return false;
  }
  return depth == 0;
}

}  // namespace

TEST_CASE("a sentence says what was simulated, when, by what, and how to do it again") {
  CHECK(sentence(of_one()) ==
        "“A region”, 1 April 2026 to 31 March 2031, as simulated by ficap 1.2 (run FI-0000-1111: "
        "scenario aaaaaaaaaaaa, 200 replications, seed 7; recomputed by `ficap verify "
        "results.json`).");
}

TEST_CASE("a footnote has the command that repeats the file, and the one that needs none") {
  CHECK(footnote(of_one()) ==
        "ficap 1.2, run FI-0000-1111, “A region”; measured period 2026-04-01 to 2031-03-31; 200 "
        "replications, seed 7; SHA-256 of the scenario aaaaaaaaaaaa. To recompute it, to the bit: "
        "ficap verify results.json; or, from the scenario of that digest, ficap run SCENARIO.json "
        "--seed 7 --replications 200.");
}

TEST_CASE("a share is cited in per cent in the text, and as the file has it at the foot") {
  Citation cited = of_one();
  cited.measure = unmet();
  CHECK(sentence(cited).starts_with(
      "Unmet need (discretionary): 52 ± 3 % (± 95 % interval for chance alone). “A region”, "));
  CHECK(
      contains(footnote(cited),
               "unmet_share_of_need[class=discretionary] = 0.5166 ± 0.0312 share (± 95 % interval "
               "for chance alone)."));
}

TEST_CASE("totals are cited by the year, and what an option changes as a change") {
  Citation cited = of_one();
  cited.scenarios.push_back({.title = "More", .sha256 = digest_b});
  cited.again.clear();
  cited.measure = collected();
  CHECK(sentence(cited).starts_with(
      "Assets collected: £2.0m ± 0.2m a year in “A region”; changed by £500k ± 100k a year in "
      "“More” (± 95 % interval for chance alone). “A region” against “More”, 1 April 2026 to "));
  CHECK(contains(footnote(cited), "scenarios aaaaaaaaaaaa, bbbbbbbbbbbb. "));
  CHECK_FALSE(contains(footnote(cited), "ficap run"));
}

TEST_CASE("an interval for what nobody has measured is not called one for chance") {
  Citation cited = of_one();
  cited.draws = 40;
  cited.measure = unmet();
  CitedFigure& figure = cited.measure->figures.front();
  figure.estimate.half_width.reset();
  figure.low = 0.40;
  figure.high = 0.85;
  CHECK(sentence(cited).starts_with(
      "Unmet need (discretionary): 52 % (40 to 85 %) (80 % interval for what nobody has measured). "
      "“A region”, "));
  CHECK(contains(sentence(cited), "40 draws of 200 replications each, seed 7"));
}

TEST_CASE("many scenarios are counted, not named") {
  Citation cited = of_one();
  for (int i = 0; i < 12; ++i)
    cited.scenarios.push_back({.title = "Another", .sha256 = digest_b});
  CHECK(sentence(cited).starts_with("“A region” against 12 others, "));
  CHECK(contains(footnote(cited), "SHA-256 of the base scenario aaaaaaaaaaaa."));
}

TEST_CASE("a study is named before the scenarios that it names") {
  Citation cited = of_one();
  cited.study = {.title = "What is it worth?", .sha256 = digest_b};
  CHECK(sentence(cited).starts_with("“What is it worth?”, “A region”, 1 April 2026 to "));
  CHECK(contains(footnote(cited), "SHA-256 of the study bbbbbbbbbbbb, scenario aaaaaaaaaaaa. "));
  CHECK(contains(bibtex(cited), "{{“What is it worth?”, “A region”}}"));
}

TEST_CASE("a bibliography has the whole digest") {
  CHECK(bibtex(of_one()) ==
        "@misc{FI-0000-1111,\n"
        "  title        = {{A region}},\n"
        "  howpublished = {Simulation with ficap 1.2, run FI-0000-1111},\n"
        "  note         = {200 replications, seed 7; measured period 2026-04-01 to 2031-03-31; "
        "SHA-256 of the scenario " +
            digest_a + "; recomputed by \\texttt{ficap verify results.json}}\n}\n");
}

TEST_CASE("no title ends a field of BibTeX or is a command of LaTeX") {
  CHECK(contains(bibtex(of_one("50 % of A & B_1 #2 $3 ^4 ~5 \"6\" <7> |8|")),
                 "{{50 \\% of A \\& B\\_1 \\#2 \\$3 \\textasciicircum{}4 \\textasciitilde{}5 "
                 "{\\textquotedbl}6{\\textquotedbl} \\textless{}7\\textgreater{} "
                 "\\textbar{}8\\textbar{}}}"));
  for (const char* title : {"}}, note = {x", "{", "}", "\\input{/etc/passwd}", "{{{", "a\\}b"}) {
    CAPTURE(title);
    const std::string entry = bibtex(of_one(title));
    CHECK(is_balanced(entry));
    CHECK_FALSE(contains(entry, "\\input"));
    CHECK(std::count(entry.begin(), entry.end(), '\n') == 5);
  }
  CHECK(contains(bibtex(of_one("\\input{x}")),
                 "{{\\textbackslash{}input\\textbraceleft{}x\\textbraceright{}}}"));
}

TEST_CASE("no text of a file breaks a line, turns the writing or leaves a key") {
  Citation cited = of_one(
      "A\nB \xE2\x80\xAE"
      "C");
  cited.id = "FI},\n@misc{x";
  cited.version = "1\x1b[2J";
  cited.file = "my results; rm.json";
  CHECK(bibtex(cited).starts_with("@misc{FI----misc-x,\n"));
  for (const std::string& text : {sentence(cited), footnote(cited)}) {
    CHECK(std::count(text.begin(), text.end(), '\n') == 0);
    CHECK(contains(text, "A<U+000A>B <U+202E>C"));
    CHECK(contains(text, "ficap verify 'my results; rm.json'"));
    CHECK_FALSE(contains(text, "\x1b"));
  }
}

TEST_CASE("a cited number that comes out again is said to match to the bit, another is shown") {
  RepeatedMeasure repeated{.recorded = unmet(), .computed = unmet(), .same = true};
  CHECK(to_text(repeated) ==
        "unmet_share_of_need[class=discretionary] = 0.5166 ± 0.0312 share (± 95 % interval for "
        "chance alone): this matches, to the bit.\n");
  repeated.same = false;
  repeated.computed->figures.front().written = "0.5167 ± 0.0312";
  CHECK(contains(to_text(repeated), "alone): this does not match.\n  computed: unmet_"));
  CHECK(contains(to_text(repeated), "= 0.5167 ± 0.0312 share"));
  repeated.computed.reset();
  CHECK(contains(to_text(repeated), "  computed: no such measure\n"));
}
