#include <string>

#include <doctest/doctest.h>

#include "report/workbook/cell_text.hpp"

using namespace ficap;
using report::workbook::cell_text;
using report::workbook::header_text;
using report::workbook::readable;

TEST_CASE("words that look like a formula stay what they are") {
  for (const char* text : {"=1+1", "+1", "-1", "@SUM(A1)", "|cmd", "\t=1", "<script>", "'\"&"})
    CHECK(cell_text(text) == text);
}

TEST_CASE("what XML cannot carry is seen to have been there") {
  using namespace std::string_literals;
  CHECK(readable("a\x01z") == "a\xEF\xBF\xBDz");
  CHECK(readable("a\0z"s) == "a\xEF\xBF\xBDz");
  CHECK(readable("a\x7Fz") == "a\xEF\xBF\xBDz");
  CHECK(readable("a\xEF\xBF\xBFz") == "a\xEF\xBF\xBDz");
}

TEST_CASE("bytes that are no UTF-8 are replaced one by one") {
  CHECK(readable("\xFF") == "\xEF\xBF\xBD");
  CHECK(readable("\xC3") == "\xEF\xBF\xBD");
  CHECK(readable("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(readable("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(readable("£ – 𝄞") == "£ – 𝄞");
}

TEST_CASE("marks that turn the writing are replaced") {
  CHECK(readable("a\xE2\x80\xAEz") == "a\xEF\xBF\xBDz");
  CHECK(readable("a\xE2\x81\xA6z") == "a\xEF\xBF\xBDz");
}

TEST_CASE("line ends of any system are one") {
  CHECK(readable("a\r\nb\rc\nd") == "a\nb\nc\nd");
  CHECK(report::workbook::one_line("a\r\nb\tc", 20) == "a b c");
}

TEST_CASE("a spreadsheet's way of writing a character is kept from being one") {
  CHECK(cell_text("_x0041_") == "_x005F_x0041_");
  CHECK(cell_text("_x004_") == "_x004_");
}

TEST_CASE("a text that is too long is cut between characters, with a note") {
  const std::string exact(report::workbook::longest_cell, 'x');
  CHECK(cell_text(exact) == exact);
  const std::string cut = cell_text(exact + "y");
  CHECK(cut.ends_with("[cut: a cell holds no more]"));
  std::string wide;
  for (std::size_t i = 0; i < report::workbook::longest_cell; ++i)
    wide += "𝄞";
  CHECK(cell_text(wide).size() < 2 * report::workbook::longest_cell + 100);
  CHECK(readable(cell_text(wide)) == cell_text(wide));
  CHECK(report::workbook::one_line("ab£d", 3) == "ab…");
}

TEST_CASE("codes of a header are doubled, and the whole stays short enough") {
  CHECK(header_text("R&D &P", 60) == "R&&D &&P");
  const std::string many(500, '&');
  CHECK(header_text(many, 60).size() <= 64);
  CHECK(header_text(many, 60).find("&…") != std::string::npos);
}

TEST_CASE("a name of a cell has letters, digits and underscores") {
  CHECK(report::workbook::cell_name("pay_", "fi-senior.2") == "pay_fi_senior_2");
  CHECK(report::workbook::cell_name("pay_", std::string(100, 'a')).size() == 60);
}
