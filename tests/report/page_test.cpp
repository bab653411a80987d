#include "report/html/page.hpp"

#include <string>
#include <utility>
#include <variant>

#include <doctest/doctest.h>

#include "report/citation.hpp"
#include "report/html/assurance.hpp"
#include "report/html/blocks.hpp"
#include "report/html/markup.hpp"
#include "report/html/page_assets.hpp"
#include "report/html/suppression.hpp"

using namespace ficap;
namespace html = report::html;
namespace chart = report::chart;

namespace {

const std::string hostile = "</script><script>alert(1)</script> \"quotes\" & 'more' \u202etxt.exe";

html::Page page_that_says(const std::string& words) {
  const chart::Bars bars{.words = {.headline = words, .subtitle = words, .description = words},
                         .axis = {.title = words},
                         .bars = {{.label = words, .value = 1.0, .said = words}}};
  const html::Table table{.caption = words, .columns = {words, words}, .rows = {{{words, words}}}};
  return {.title = words,
          .about = words,
          .marking = words,
          .provenance = {.id = "FI-0000-0000",
                         .version = "0.0.0",
                         .scenarios = {{.title = "A region", .sha256 = std::string(64, 'a')}},
                         .seed = 1,
                         .replications = 2,
                         .file = {}},
          .sections = {{.heading = words,
                        .blocks = {html::Heading{words},
                                   html::Paragraph{words},
                                   html::Bullets{{words}},
                                   html::Terms{{{words, words}}},
                                   table,
                                   html::Figure{bars, table},
                                   html::Verbatim{words, words, words, "text/plain"},
                                   html::Closed{words, table}}}}};
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

}  // namespace

TEST_CASE("text is shown, whatever it looks like") {
  CHECK(html::text("a < b & \"c\" > 'd'").bytes() ==
        "a &lt; b &amp; &quot;c&quot; &gt; &#39;d&#39;");
  CHECK(html::text("a\u202eb\x01").bytes() == "a&lt;U+202E&gt;b&lt;U+0001&gt;");
  CHECK(html::text("two\nlines").bytes() == "two\nlines");
  CHECK(html::Element{"p"}.with("title", "\"><b>").around("<i>").bytes() ==
        "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;i&gt;</p>");
}

TEST_CASE("no words of a page become markup, wherever they stand") {
  const std::string page = html::to_html(page_that_says(hostile));
  const std::string plain = html::to_html(page_that_says("words"));
  for (const char* const tag : {"<script", "</script", "<style", "<p", "<h2", "<a ", "<td", "<th"})
    CHECK_MESSAGE(count_of(page, tag) == count_of(plain, tag), tag);
  CHECK(page.find("alert(1)</script") == std::string::npos);
  CHECK(page.find("\u202e") == std::string::npos);
  CHECK(count_of(page, "&lt;/script&gt;&lt;script&gt;alert(1)") > 15);
}

TEST_CASE("a page allows its own script and style, by their digests, and nothing else") {
  const std::string page = html::to_html(page_that_says("words"));
  const std::string policy =
      "default-src &#39;none&#39;; script-src &#39;sha256-" + std::string{html::script_sha256()} +
      "&#39;; style-src &#39;sha256-" + std::string{html::style_sha256()} +
      "&#39;; img-src data:; base-uri &#39;none&#39;; form-action &#39;none&#39;";
  CHECK(count_of(page, "content=\"" + policy + "\"") == 1);
  CHECK(count_of(page, "<script>" + html::page_script() + "</script>") == 1);
  CHECK(count_of(page, "<style>" + html::page_style() + "</style>") == 1);
  CHECK(page.find("unsafe-") == std::string::npos);
  CHECK(page.find(" style=\"") == std::string::npos);
}

TEST_CASE("a page is in British English, marked at both ends, and skips to its content") {
  const std::string page = html::to_html(page_that_says("words"));
  CHECK(page.starts_with("<!doctype html>\n<html lang=\"en-GB\">"));
  CHECK(count_of(page, "<p class=\"marking\"") == 2);
  CHECK(count_of(page, "class=\"on-every-page") == 2);
  CHECK(count_of(page, "<a class=\"skip\" href=\"#content\">") == 1);
  CHECK(count_of(page, "<main id=\"content\"") == 1);
  CHECK(count_of(page, "<caption") == 3);
  CHECK(count_of(page, "scope=\"row\"") == 3);
}

TEST_CASE("sections of one name have addresses of their own") {
  html::Page page = page_that_says("words");
  page.sections.push_back(page.sections.front());
  const std::string bytes = html::to_html(page);
  CHECK(count_of(bytes, "id=\"words\"") == 1);
  CHECK(count_of(bytes, "id=\"words-2\"") == 1);
}

TEST_CASE("the run is named under each chart, with its digest, version and seed") {
  const html::Page page = page_that_says("words");
  const std::string cited =
      "run FI-0000-0000 · scenario sha256 aaaaaaaaaaaa… · ficap 0.0.0 · seed 1 · 2 futures";
  CHECK(html::in_a_line(page.provenance) == cited);
  CHECK(count_of(html::to_html(page), cited) == 4);  // header, chart, footer, every sheet
}

TEST_CASE("the same page gives the same bytes") {
  CHECK(html::to_html(page_that_says("words")) == html::to_html(page_that_says("words")));
}

TEST_CASE("words of a CSV are no formulas, numbers stay numbers") {
  const chart::Data data{.columns = {"name", "x"},
                         .rows = {{{"=1+1", "-2.5"}}, {{"@a, \"b\"", "1e-07"}}, {{"-b", ""}}}};
  CHECK(html::csv(data, "run FI-1") ==
        "name,x,cite as\r\n'=1+1,-2.5,run FI-1\r\n\"'@a, \"\"b\"\"\",1e-07,run FI-1\r\n"
        "'-b,,run FI-1\r\n");
}

TEST_CASE("what a link holds comes back as it was") {
  CHECK(html::data_address("text/csv", "a b\"<£") ==
        "data:text/csv;charset=utf-8,a%20b%22%3C%C2%A3");
  CHECK(html::slug("Of every £100, £7!") == "of-every-100-7");
  CHECK(html::slug("£") == "part");
}

TEST_CASE("small numbers are withheld, and no single one can be had from the total") {
  using Rows = std::vector<bool>;
  CHECK(html::withheld({10, 20, 30}) == Rows{false, false, false});
  CHECK(html::withheld({2, 20, 30}) == Rows{true, true, false});
  CHECK(html::withheld({2, 3, 30}) == Rows{true, true, false});
  CHECK(html::withheld({2, 0, 30}) == Rows{true, false, true});
  CHECK(html::withheld({4.9}) == Rows{true});
  CHECK(html::withheld({5.0, 6.0}) == Rows{false, false});
  CHECK(html::withheld({}).empty());
}

TEST_CASE("a table of the terminal keeps its groups, and its title becomes its caption") {
  report::TextTable table{{"Title", "a\nyear", ""}};
  table.add_group("by place");
  table.add_row({"  north", "1", "2"});
  const html::Table made = html::table_of(table);
  CHECK(made.caption == "Title");
  CHECK(made.columns == std::vector<std::string>{"Of what", "a year", "Figure"});
  CHECK(made.rows[0].cells.size() == 1);
  html::BlockWriter writer{""};
  const std::string bytes = writer(made).bytes();
  CHECK(bytes.find("scope=\"colgroup\" colspan=\"3\">by place</th>") != std::string::npos);
  CHECK(bytes.find("<th scope=\"row\" class=\"within\">north</th>") != std::string::npos);
}

TEST_CASE("nobody has signed what the program writes") {
  const html::Section section = html::roles_and_sign_off();
  const auto& table = std::get<html::Table>(section.blocks.back());
  CHECK(table.rows.size() == 4);
  for (const html::Row& row : table.rows) {
    for (std::size_t cell = 2; cell < row.cells.size(); ++cell)
      CHECK(row.cells[cell].empty());
  }
}

TEST_CASE("a page of a study names the study beside its scenarios, each with its whole digest") {
  html::Page page = page_that_says("words");
  report::Citation& cited = page.provenance;
  cited.study = report::CitedScenario{.title = "A case", .sha256 = std::string(64, 's')};
  for (const char digit : {'b', 'c', 'd'})
    cited.scenarios.push_back({.title = "More", .sha256 = std::string(64, digit)});
  CHECK(html::in_a_line(cited) ==
        "run FI-0000-0000 · study sha256 ssssssssssss… · scenarios sha256 aaaaaaaaaaaa… and 3 "
        "more · ficap 0.0.0 · seed 1 · 2 futures");
  cited.again = report::command_again(cited, "appraise STUDY.json", "--html FILE", "O'R & Co");
  page.sections = {html::how_to_cite(cited)};
  const auto& terms = std::get<html::Terms>(page.sections.front().blocks.front()).entries;
  REQUIRE(terms.size() == 8);
  CHECK(terms[0].second == report::sentence(cited));
  CHECK(terms[2] ==
        std::pair<std::string, std::string>{"Digest of the study (SHA-256)", std::string(64, 's')});
  CHECK(terms[3] == std::pair<std::string, std::string>{"Digest of “A region” (SHA-256)",
                                                        std::string(64, 'a')});
  CHECK(terms.back().second ==
        "ficap appraise STUDY.json --seed 1 --replications 2 --html FILE "
        "--marking 'O'\\''R & Co'");
  CHECK(report::command_again(cited, "run S.json", "", "OFFICIAL") ==
        "ficap run S.json --seed 1 --replications 2");
}
