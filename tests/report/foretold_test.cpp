#include "report/foretold.hpp"

#include <doctest/doctest.h>

#include "models/measures.hpp"

using namespace ficap;

TEST_CASE("what a study will show is foretold with the digits that a few futures deserve") {
  const report::MeasureText share{*models::find_measure("unmet_share_of_need"), 5.0};
  CHECK(report::in_words({.first = 10, .planned = 200, .difference = 0.01234, .from_base = true},
                         "unmet need",
                         share) ==
        "After 10 of 200 futures: 200 will show differences from the base in unmet need of about "
        "1.2 points or more (four times in five; see --precision).");
  CHECK(
      report::in_words({.first = 10, .planned = 2000, .difference = 0.0543}, "unmet need", share) ==
      "After 10 of 2,000 futures: 2,000 will tell apart two options that differ by about 5 "
      "points in unmet need (four times in five; closer ones in `ficap compare`, see also "
      "--precision).");
  const report::MeasureText money{*models::find_measure("assets_collected"), 5.0};
  CHECK(report::in_words({.first = 10, .planned = 200, .difference = 1.1e6, .from_base = true},
                         "assets collected",
                         money) ==
        "After 10 of 200 futures: 200 will show differences from the base in assets collected of "
        "about £220k a year or more (four times in five; see --precision).");
}
