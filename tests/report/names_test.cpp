#include "report/names.hpp"

#include <doctest/doctest.h>

using namespace ficap;
using models::Dimension;

TEST_CASE("things are called what the scenario calls them, or by their id") {
  models::Setting setting;
  setting.organisations["wmp"].name = "West Midlands Police";
  setting.organisations["wmp"].areas["bham"].name = "Birmingham";
  setting.requests["early_profile"].name = "early financial profile";
  const report::Names names{setting};
  CHECK(names.of(Dimension::organisation, "wmp") == "West Midlands Police");
  CHECK(names.of(Dimension::area, "bham") == "Birmingham");
  CHECK(names.of(Dimension::area, "none") == "no area");
  CHECK(names.of(Dimension::request, "early_profile") == "early financial profile");
  CHECK(names.of(Dimension::skill, "gone") == "gone");
  CHECK(names.of(Dimension::threat, "drugs") == "drugs");
  CHECK(names.of(Dimension::harm, "very_high") == "very high");
  CHECK(names.of(Dimension::work_class, "statutory") == "statutory");
}
