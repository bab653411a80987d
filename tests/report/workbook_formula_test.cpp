#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "report/workbook/formula.hpp"

using namespace ficap;
using report::workbook::Formula;

namespace {

Formula cell(const std::string& sheet, std::uint32_t row, std::uint16_t column, double value) {
  return Formula::cell({.sheet = sheet, .row = row, .column = column}, value);
}

}  // namespace

TEST_CASE("a formula and its value come from one expression") {
  const Formula fte = cell("Volumes", 4, 3, 12.0);
  const Formula training = cell("Volumes", 5, 3, 1.0);
  const Formula share = Formula::named("trainee_pay", 0.8);
  const Formula pay = (fte - training * (1.0 - share)) * Formula::named("pay", 40'000.0);
  CHECK(pay.text_in("Volumes") == "(D5-D6*(1-trainee_pay))*pay");
  CHECK(pay.number() == 472'000.0);
}

TEST_CASE("brackets stand where the order of sums would be another without them") {
  const Formula a = Formula::named("a", 7.0);
  const Formula b = Formula::named("b", 2.0);
  const Formula c = Formula::named("c", 4.0);
  CHECK((a - (b - c)).text() == "a-(b-c)");
  CHECK((a - b - c).text() == "a-b-c");
  CHECK((a / (b * c)).text() == "a/(b*c)");
  CHECK((a * (b + c)).text() == "a*(b+c)");
  CHECK(raised(1.0 + a, b - 1.0).text() == "(1+a)^(b-1)");
  CHECK((-a * b).text() == "(0-a)*b");
  CHECK((Formula{-3.0} * a).text() == "(-3)*a");
}

TEST_CASE("a cell of another sheet is named with its sheet, one of the same is not") {
  const Formula here = cell("Options by year", 0, 0, 1.0);
  const Formula there = cell("About", 27, 27, 2.0);
  CHECK((here + there).text_in("Options by year") == "A1+'About'!AB28");
  CHECK((here + there).text_in("Summary") == "'Options by year'!A1+'About'!AB28");
}

TEST_CASE("cells side by side are summed as a range, others one by one") {
  const std::vector<Formula> row{cell("S", 1, 1, 1.0), cell("S", 1, 2, 2.0), cell("S", 1, 3, 4.0)};
  CHECK(sum(row).text_in("S") == "SUM(B2:D2)");
  CHECK(sum(row).number() == 7.0);
  const std::vector<Formula> apart{row[0], row[2]};
  CHECK(sum(apart).text_in("S") == "SUM(B2,D2)");
  CHECK(report::workbook::sum({}).text() == "0");
  CHECK(report::workbook::sum({row[1]}).text_in("S") == "C2");
  CHECK(sum_of_products(row, row).text_in("S") == "SUMPRODUCT(B2:D2,B2:D2)");
  CHECK(sum_of_products(row, row).number() == 21.0);
}

TEST_CASE("more terms than a function takes are summed in parts") {
  std::vector<Formula> terms;
  for (std::uint16_t i = 0; i < 600; ++i)
    terms.push_back(cell("S", 0, static_cast<std::uint16_t>(2 * i), 1.0));
  const Formula total = sum(terms);
  CHECK(total.number() == 600.0);
  CHECK(total.text_in("S").starts_with("SUM(SUM(A1,"));
}

TEST_CASE("words in a formula are quoted") {
  CHECK(Formula::words("say \"no\"").text() == "\"say \"\"no\"\"\"");
}

TEST_CASE("amounts are said as the spreadsheet says them") {
  CHECK(said_pounds(Formula{-1'234.5}).said() == "-£1,235");
  CHECK(said_pounds(Formula{-0.4}).said() == "£0");
  CHECK(said_pounds(Formula{1'234'567.0}).said() == "£1,234,567");
  CHECK(said_ratio(Formula{1.005}).said() == "1.00");
  CHECK(said_ratio(Formula::words("–")).said() == "not defined");
  CHECK(said_ratio(Formula{1'234.5}).said() == "1,234.50");
  CHECK(said_percent(Formula{0.385}).said() == "39%");
  CHECK(said_percent(Formula{49.71}).said() == "4,971%");
  CHECK(said_percent(Formula{49.71}).text() == "TEXT(49.71,\"#,##0%\")");
}

TEST_CASE("one of two is chosen by the condition's value") {
  const Formula a = Formula::named("a", -1.0);
  const Formula chosen = either(a >= 0.0, Formula{1.0}, Formula::words("–"));
  CHECK(chosen.text() == "IF(a>=0,1,\"–\")");
  CHECK(chosen.said() == "–");
  CHECK(report::workbook::all_of({a<0.0, a> - 2.0}).is_true());
  CHECK(magnitude(a).number() == 1.0);
}
