#include "report/text_table.hpp"

#include <string>

#include <doctest/doctest.h>

#include "report/words.hpp"

using namespace ficap;

TEST_CASE("columns are as wide as they must be, the first to the left, the others to the right") {
  report::TextTable table{{"Fruit", "a\nyear", "price"}, 12};
  table.add_row({"apples", "1,200", "£3"});
  table.add_group("by colour, which is a long line");
  table.add_row({"  pomegranates from afar", "7", "£12 ± 1"});
  CHECK(table.text() ==
        "Fruit             a\n"
        "               year    price\n"
        "apples        1,200       £3\n"
        "by colour, which is a long line\n"
        "  pomegrana…      7  £12 ± 1\n");
}

TEST_CASE("a label is cut between characters") {
  report::TextTable table{{"", "n"}, 12};
  table.add_row({"££££££££££££££", "1"});
  CHECK(table.text() == "              n\n£££££££££££…  1\n");
}

TEST_CASE("labels give way before a line passes 100 characters") {
  report::TextTable table{{"", std::string(60, 'x'), std::string(20, 'y')}, 60};
  table.add_row({std::string(40, 'a'), "1", "2"});
  const std::string line =
      std::string(15, 'a') + "…  " + std::string(59, ' ') + "1  " + std::string(19, ' ') + "2\n";
  CHECK(table.text().find(line) != std::string::npos);
  CHECK(report::width_of(line) == 101);  // with its end
}
