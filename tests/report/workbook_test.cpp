#include "report/workbook/workbook.hpp"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "tests/support/worked_case.hpp"

using namespace ficap;

// What the cells hold is tested by tests/office, which reads the file.

TEST_CASE("a workbook of the same run has the same bytes") {
  const test::WorkedCase made = test::worked_case();
  const std::string first = report::workbook::appraisal_workbook(made.facts());
  CHECK(first.starts_with("PK"));
  CHECK(first == report::workbook::appraisal_workbook(made.facts()));
  CHECK(first == report::workbook::appraisal_workbook(test::worked_case().facts()));
}

TEST_CASE("a workbook of another seed is another") {
  const test::WorkedCase made = test::worked_case();
  report::workbook::WorkbookFacts facts = made.facts();
  facts.seed += 1;
  CHECK(report::workbook::appraisal_workbook(facts) !=
        report::workbook::appraisal_workbook(made.facts()));
}

TEST_CASE("the worked case adds up") {
  const test::WorkedCase made = test::worked_case();
  const study::Appraisal& appraisal = made.appraisal;
  CHECK(appraisal.base.of_year(0).cost() == doctest::Approx(1'141'000));
  CHECK(appraisal.options[0].money.of_year(2).recovered() == doctest::Approx(2'900'000));
  for (const study::OptionAppraisal& option : appraisal.options) {
    const study::Parties& parties = option.parties;
    CHECK(parties.offenders + parties.victims + parties.force_receipts +
              parties.other_forces_receipts + parties.rest_of_public_sector ==
          doctest::Approx(0.0));
  }
}

TEST_CASE("a plan of thirty years with one organisation makes a workbook") {
  test::WorkedCase made = test::worked_case();
  study::Appraisal& appraisal = made.appraisal;
  const auto stretched = [](auto& years) { years.resize(30, years.back()); };
  const auto only_first = [&](study::ScenarioMoney& money) {
    money.organisations.resize(1);
    money.receipts.resize(1);
    money.roles.resize(2);
    stretched(money.organisations[0]);
    stretched(money.receipts[0]);
    for (study::RoleOf& role : money.roles)
      stretched(role.years);
  };
  appraisal.organisations.resize(1);
  for (int year = 2029; appraisal.years.size() < 30; ++year)
    appraisal.years.push_back(year);
  only_first(appraisal.base);
  stretched(appraisal.affordability);
  for (study::OptionAppraisal& option : appraisal.options) {
    only_first(option.money);
    stretched(option.affordability);
  }
  CHECK(report::workbook::appraisal_workbook(made.facts()).starts_with("PK"));
}

TEST_CASE("hostile words make a workbook, and one option and no measures do") {
  CHECK(report::workbook::appraisal_workbook(test::hostile_case().facts()).starts_with("PK"));
  test::WorkedCase made = test::worked_case();
  made.options.resize(1);
  made.study.options.resize(1);
  made.scenarios.resize(2);
  made.appraisal.options.resize(1);
  made.appraisal.measures.measures.clear();
  made.appraisal.sensitivity.clear();
  made.appraisal.switches.clear();
  made.appraisal.equal_cost.clear();
  made.study.terms.budget.reset();
  CHECK(report::workbook::appraisal_workbook(made.facts()).starts_with("PK"));
}
