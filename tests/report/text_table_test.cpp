#include "report/text_table.hpp"

#include <string>

#include <doctest/doctest.h>

#include "report/words.hpp"

using namespace ficap;

TEST_CASE("columns are as wide as they must be, the first to the left, the others to the right") {
  report::TextTable table{{"Fruit", "a\nyear", "price"}};
  table.add_row({"apples", "1,200", "£3"});
  table.add_group("by colour, which is a long line");
  table.add_row({"  pomegranates", "7", "£12 ± 1"});
  CHECK(table.text() ==
        "Fruit               a\n"
        "                 year    price\n"
        "apples          1,200       £3\n"
        "by colour, which is a long line\n"
        "  pomegranates      7  £12 ± 1\n");
}

TEST_CASE("a long label goes over several lines, the figures being on the last") {
  report::TextTable table{{"Help", "n"}, 14};
  table.add_row({"  early help for the young", "1"});
  table.add_row({"££££££ ££££££ ££", "2"});
  CHECK(table.text() ==
        "Help          n\n"
        "  early help\n"
        "    for the\n"
        "    young     1\n"
        "££££££\n"
        "  ££££££ ££   2\n");
}

TEST_CASE("labels give way before a line passes 100 characters") {
  report::TextTable table{{"", std::string(60, 'x'), std::string(20, 'y')}, 60};
  table.add_row({"one two three four five", "1", "2"});
  const std::string numbers = "  " + std::string(59, ' ') + "1  " + std::string(19, ' ') + "2\n";
  CHECK(table.text().find("one two three\n  four five  " + numbers) != std::string::npos);
  CHECK(report::width_of("one two three" + numbers) <= 101);  // with its end
}

TEST_CASE("a last column of words stands to the left, as the first does") {
  report::TextTable table{{"Fruit", "n", "verdict"}};
  table.end_in_words();
  table.add_row({"apples", "1", "fewer"});
  table.add_row({"pears", "10", "as many as ever"});
  CHECK(table.text() ==
        "Fruit    n  verdict\n"
        "apples   1  fewer\n"
        "pears   10  as many as ever\n");
}
