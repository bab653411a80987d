#include "report/measure_text.hpp"

#include <optional>
#include <string>

#include <doctest/doctest.h>

#include "models/scenario.hpp"
#include "tests/support/outcomes.hpp"

using namespace ficap;

namespace {

const models::DimensionIds ids = test::small_world();

study::MeasureRef measure(const char* name, std::optional<study::Cut> cut = std::nullopt) {
  return {.measure = models::find_measure(name), .cut = cut};
}

std::string heading(const study::MeasureRef& ref, double largest) {
  const models::Setting setting;
  return report::heading_of(report::called(ref, ids, report::Names{setting}),
                            report::MeasureText{*ref.measure, 5.0, largest}.unit());
}

}  // namespace

TEST_CASE("a measure is called what people call it, with its cut and its unit") {
  const study::Cut discretionary{.dimension = models::Dimension::work_class, .id = 2};
  CHECK(heading(measure("unmet_share_of_need", discretionary), 0.5) ==
        "Unmet need (discretionary), %");
  CHECK(heading(measure("cash_received"), 2e7) == "Money received, £m a year");
  CHECK(heading(measure("wait_days"), 3.0) == "Wait for a start, days");
  CHECK(heading(measure("cases_protected"), 3.0) == "Cases protected, a year");
}

TEST_CASE("a measure is called the same wherever it is pointed at") {
  const study::Cut discretionary{.dimension = models::Dimension::work_class, .id = 2};
  const models::Setting setting;
  for (const auto& ref : {measure("belief"), measure("unmet_share_of_need", discretionary)}) {
    CHECK(report::called(study::to_string(ref, ids)) ==
          report::called(ref, ids, report::Names{setting}));
  }
  CHECK(report::called("unmet_share_of_need[class=discretionary]") == "unmet need (discretionary)");
}

TEST_CASE("figures are in the unit of their measure, totals by the year") {
  const report::MeasureText share{*models::find_measure("belief"), 5.0};
  CHECK(share.figure(0.204) == "20");
  CHECK(share.unit() == "%");
  CHECK(share.change(-0.0312) == "-3.1 points");
  CHECK(share.change(0.0312, 2) == "3.12 points");
  const report::MeasureText wait{*models::find_measure("wait_days"), 5.0};
  CHECK(wait.figure(17.26) == "17.3");
  CHECK(wait.between(3.0, 3.01) == "at 3.0 days");
  CHECK(wait.change(2.25, 2) == "2.25 days");
  const report::MeasureText needs{*models::find_measure("needs"), 5.0};
  CHECK(needs.figure(12'345.0) == "2,469");
  CHECK(needs.unit() == "a year");
  CHECK(needs.change(50.0) == "10 a year");
}

TEST_CASE("money is said in the unit that suits each figure, or in one for all") {
  const report::MeasureText each{*models::find_measure("assets_collected"), 5.0};
  CHECK(each.between(10e6, 20e6) == "between £2.0m and £4.0m a year");
  CHECK(each.change(1e5) == "£20.0k a year");
  CHECK(each.unit() == "a year");
  const report::MeasureText all{*models::find_measure("assets_collected"), 5.0, 20e6};
  CHECK(all.worth() == 5e6);
  CHECK(all.unit() == "£m a year");
  CHECK(all.amount(-20e6, 1) == "-£4.0m");
  CHECK(all.amount(20e6, 0) == "£4m");
  CHECK(all.change(1e5, 2) == "£0.02m a year");
}
