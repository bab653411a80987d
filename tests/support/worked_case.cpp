#include "tests/support/worked_case.hpp"

#include <array>
#include <cstddef>

#include "models/measures.hpp"
#include "study/money_flows.hpp"

namespace ficap::test {

namespace {

using study::CostKind;
using study::ReceiptKind;
using study::ReceiptYear;
using study::RoleOf;
using study::RoleYear;
using study::YearMeans;

constexpr std::size_t force = 0;
constexpr std::size_t regional = 1;

using Three = std::array<double, 3>;

models::Sourced<models::Money> pounds(std::int64_t whole) {
  return {models::Money{100 * whole}};
}

// At 3.5 % from the start of the year.
double present(const Three& flows) {
  return flows[0] + flows[1] / 1.035 + flows[2] / (1.035 * 1.035);
}

models::Scenario scenario(const std::string& title) {
  models::Scenario made;
  models::Setting& setting = made.planned;
  setting.title = title;
  setting.organisations["anyshire"].name = "Anyshire Police";
  setting.organisations["region"].name = "Regional unit";
  setting.roles["fi"].name = "Financial investigator";
  setting.roles["fi"].pay = {.value = models::Money{4'000'000},
                             .source = "P1",
                             .grade = models::Grade::published,
                             .low = models::Money{3'600'000},
                             .high = models::Money{4'600'000},
                             .spread = {},
                             .note = "middle of the scale"};
  setting.roles["fi"].on_costs = {models::Number{1.3}};
  setting.roles["fio"].name = "Financial intelligence officer";
  setting.roles["fio"].pay = pounds(30'000);
  setting.roles["fio"].on_costs = {models::Number{1.25}};
  setting.evidence["P1"] = {
      .title = "Police staff pay scales, 2025-26", .url = "https://example.org/pay", .note = {}};
  made.before = setting;
  return made;
}

study::AppraisalTerms terms() {
  study::AppraisalTerms made;
  made.price_base = "2025-26";
  made.green_book = "2026";
  made.discount_rate = {.value = models::Share{0.035},
                        .source = "G1",
                        .grade = models::Grade::published,
                        .low = models::Share{0.03},
                        .high = models::Share{0.045},
                        .spread = {},
                        .note = "social time preference rate"};
  made.optimism_bias.costs = {.value = models::Share{0.1},
                              .source = "G1",
                              .grade = models::Grade::judgement,
                              .low = models::Share{0.0},
                              .high = models::Share{0.3},
                              .spread = {},
                              .note = {}};
  made.optimism_bias.benefits.value = models::Share{0.2};
  made.inflation.value = models::Share{0.02};
  made.budget = pounds(1'000'000);
  made.staff.overhead = pounds(5'000);
  made.staff.recruitment = pounds(3'000);
  made.staff.equipment = pounds(1'500);
  made.staff.training = pounds(6'000);
  made.staff.trainee_pay.value = models::Share{0.8};
  made.staff.overtime_on_costs.value = models::Number{1.15};
  made.staff.real_pay_growth.value = models::Share{0.02};
  made.receipts.top_slice.value = models::Share{0.1};
  made.society.value_of_recovery = {.value = models::Number{0.3},
                                    .source = {},
                                    .grade = models::Grade::judgement,
                                    .low = models::Number{0.0},
                                    .high = models::Number{1.0},
                                    .spread = {},
                                    .note = "no source is known"};
  return made;
}

RoleYear people(double fte) {
  RoleYear year;
  year.fte = fte;
  return year;
}

// Investigators of the force: some overtime, agency and supplements every year.
RoleYear investigators(double fte, double training = 0.0, double joiners = 0.0) {
  return {.fte = fte,
          .training_fte = training,
          .joiners = joiners,
          .trainees = joiners,
          .supplements = 10'000.0,
          .overtime = 20'000.0,
          .agency = 15'000.0};
}

RoleOf role(std::size_t organisation, const std::string& id, std::vector<RoleYear> years) {
  const bool fi = id == "fi";
  return {.organisation = organisation,
          .role = id,
          .pay = fi ? 40'000.0 : 30'000.0,
          .on_costs = fi ? 1.3 : 1.25,
          .years = std::move(years)};
}

ReceiptYear receipts(double confiscation,
                     double forfeiture,
                     double cover = 0.0,
                     double other = 0.0) {
  return {.confiscation = confiscation,
          .confiscation_to_victims = 0.2 * confiscation,
          .forfeiture = forfeiture,
          .forfeiture_to_victims = 0.0,
          .cover = cover,
          .other_costs = other};
}

struct Costs {
  double pay{};
  double on_costs{};
  double overtime{};
  double overhead{};
  double recruitment{};
  double training{};
  double equipment{};
  double other{};
};

// The force's: supplements of 10,000 x 1.3, agency of 15,000 and cover of 8,000 in every year.
YearMeans of_force(const Costs& costs, const std::array<double, 4>& shares) {
  return {.costs = {costs.pay,
                    costs.on_costs,
                    13'000.0,
                    costs.overtime,
                    15'000.0,
                    costs.overhead,
                    costs.recruitment,
                    costs.training,
                    costs.equipment,
                    8'000.0,
                    costs.other},
          .receipts = shares};
}

YearMeans of_region(double pay,
                    double on_costs,
                    double overhead,
                    const std::array<double, 4>& shares) {
  YearMeans means;
  means.costs[static_cast<std::size_t>(CostKind::pay)] = pay;
  means.costs[static_cast<std::size_t>(CostKind::on_costs)] = on_costs;
  means.costs[static_cast<std::size_t>(CostKind::overhead)] = overhead;
  means.receipts = shares;
  return means;
}

// Pay grows by 2 % a year: 1, 1.02, 1.0404.
const std::vector<YearMeans>& region_as_usual() {
  static const std::array<double, 4> shares{67'500, 45'000, 100'000, 387'500};
  static const std::vector<YearMeans> years{of_region(240'000, 72'000, 30'000, shares),
                                            of_region(244'800, 73'440, 30'000, shares),
                                            of_region(249'696, 74'908.8, 30'000, shares)};
  return years;
}
std::vector<RoleOf> as_usual() {
  return {role(force, "fi", {investigators(10), investigators(10), investigators(10)}),
          role(force, "fio", {people(4), people(4), people(4)}),
          role(regional, "fi", {people(6), people(6), people(6)})};
}
std::vector<ReceiptYear> three(const ReceiptYear& year) {
  return {year, year, year};
}

study::ScenarioMoney base_money() {
  const std::array<double, 4> shares{135'000, 180'000, 200'000, 885'000};
  study::ScenarioMoney money;
  money.organisations = {
      {of_force({.pay = 520'000, .on_costs = 150'000, .overtime = 23'000, .overhead = 70'000},
                shares),
       of_force({.pay = 530'400, .on_costs = 153'000, .overtime = 23'460, .overhead = 70'000},
                shares),
       of_force({.pay = 541'008, .on_costs = 156'060, .overtime = 23'929.2, .overhead = 70'000},
                shares)},
      region_as_usual()};
  money.roles = as_usual();
  money.receipts = {three(receipts(1'000'000, 400'000, 8'000)), three(receipts(500'000, 100'000))};
  return money;
}

// Two more investigators, one of whom is in training for the first year; more comes in later.
study::ScenarioMoney more_people() {
  study::ScenarioMoney money = base_money();
  money.organisations[force] = {
      of_force({.pay = 592'000,
                .on_costs = 171'600,
                .overtime = 23'000,
                .overhead = 80'000,
                .recruitment = 6'000,
                .training = 12'000,
                .equipment = 3'000},
               {135'000, 180'000, 200'000, 885'000}),
      of_force({.pay = 612'000, .on_costs = 177'480, .overtime = 23'460, .overhead = 80'000},
               {189'000, 202'500, 280'000, 1'178'500}),
      of_force({.pay = 624'240, .on_costs = 181'029.6, .overtime = 23'929.2, .overhead = 80'000},
               {243'000, 225'000, 360'000, 1'472'000})};
  money.roles[0] =
      role(force, "fi", {investigators(12, 1, 2), investigators(12), investigators(12)});
  money.receipts[force] = {receipts(1'000'000, 400'000, 8'000),
                           receipts(1'400'000, 450'000, 8'000),
                           receipts(1'800'000, 500'000, 8'000)};
  return money;
}

// A system for 200,000 in the first year; the region has one investigator fewer and loses cases.
study::ScenarioMoney desk() {
  study::ScenarioMoney money = base_money();
  const std::array<double, 4> shares{135'000, 315'000, 200'000, 1'050'000};
  for (YearMeans& year : money.organisations[force])
    year.receipts = shares;
  money.organisations[force][0].costs[static_cast<std::size_t>(CostKind::other)] = 200'000;
  const std::array<double, 4> less{54'000, 45'000, 80'000, 321'000};
  money.organisations[regional] = {of_region(200'000, 60'000, 25'000, less),
                                   of_region(204'000, 61'200, 25'000, less),
                                   of_region(208'080, 62'424, 25'000, less)};
  money.roles[2] = role(regional, "fi", {people(5), people(5), people(5)});
  money.receipts = {three(receipts(1'000'000, 700'000, 8'000)), three(receipts(400'000, 100'000))};
  money.receipts[force][0].other_costs = 200'000;
  return money;
}

study::ViewOfOption view(double more_costs,
                         double more_benefits,
                         double half_width,
                         double chance) {
  study::ViewOfOption made;
  made.costs = more_costs * (more_costs >= 0.0 ? 1.1 : 0.9);
  made.benefits = more_benefits * (more_benefits >= 0.0 ? 0.8 : 1.2);
  made.net = {.value = made.benefits - made.costs, .half_width = half_width};
  made.net_without_bias = more_benefits - more_costs;
  if (made.costs * made.benefits > 0.0) {
    made.switching_recoveries = made.costs / made.benefits;
    made.switching_costs = made.benefits / made.costs;
    if (made.costs > 0.0) made.ratio = made.switching_costs;
  }
  made.chance_positive = chance;
  made.chance_positive_with_ranges = chance;
  return made;
}

study::PairedDifference told(double value, double half_width) {
  using study::Verdict;
  const bool apart = value > half_width || value < -half_width;
  const Verdict verdict = !apart        ? Verdict::cannot_tell
                          : value > 0.0 ? Verdict::higher
                                        : Verdict::lower;
  return {.value = value, .half_width = half_width, .verdict = verdict, .variance_reduction = {}};
}

study::OptionAppraisal first_option() {
  const Three cost{124'600, 116'080, 118'201.6};
  const Three recovered{0, 450'000, 900'000};
  const Three victims{0, 80'000, 160'000};
  const Three kept{0, 76'500, 153'000};
  const Three rest{0, 293'500, 587'000};
  study::OptionAppraisal option;
  option.by_view = {view(present(cost), 0.3 * present(recovered), 40'000, 0.3),
                    view(present(cost), present(recovered) - present(victims), 90'000, 1.0),
                    view(present(cost), present(kept), 30'000, 0.0)};
  option.money = more_people();
  option.needs_met = told(240, 35);
  option.recovered = told(1'350'000, 400'000);
  option.more_cost = {.value = 358'881.6, .half_width = 2'000};
  option.cost_per_need = study::Mean{.value = 358'881.6 / 240, .half_width = 210};
  option.cost_per_pound = study::Mean{.value = 358'881.6 / 1'350'000, .half_width = 0.08};
  option.parties = {.offenders = -present(recovered),
                    .victims = present(victims),
                    .force_receipts = present(kept),
                    .other_forces_receipts = 0,
                    .rest_of_public_sector = present(rest),
                    .force_costs = -present(cost),
                    .other_forces_costs = 0,
                    .society = 0.3 * present(recovered)};
  return option;
}

study::OptionAppraisal second_option() {
  const Three of_force{200'000, 0, 0};
  const Three cost{143'000, -58'040, -59'100.8};
  const Three recovered{200'000, 200'000, 200'000};
  const Three victims{-20'000, -20'000, -20'000};
  const Three kept{135'000, 135'000, 135'000};
  const Three elsewhere{-13'500, -13'500, -13'500};
  const Three rest{98'500, 98'500, 98'500};
  study::OptionAppraisal option;
  option.by_view = {view(present(cost), 0.3 * present(recovered), 150'000, 0.8),
                    view(present(cost), present(recovered) - present(victims), 100'000, 1.0),
                    view(present(of_force), present(kept), 25'000, 1.0)};
  option.money = desk();
  option.payback_year = 2;
  option.needs_met = told(-12, 30);
  option.recovered = told(600'000, 250'000);
  option.more_cost = {.value = 25'859.2, .half_width = 1'000};
  option.cost_per_pound = study::Mean{.value = 25'859.2 / 600'000, .half_width = 0.03};
  option.parties = {.offenders = -present(recovered),
                    .victims = present(victims),
                    .force_receipts = present(kept),
                    .other_forces_receipts = present(elsewhere),
                    .rest_of_public_sector = present(rest),
                    .force_costs = -present(of_force),
                    .other_forces_costs = present(of_force) - present(cost),
                    .society = 0.3 * present(recovered)};
  option.lead = {.at_least = -20'000, .at_most = 150'000, .may_be_best = true};
  return option;
}

study::MeasureComparison measure(
    const char* name, double base, double first, double second, double half) {
  study::MeasureComparison made;
  made.measure.measure = models::find_measure(name);
  const auto standing = [&](double value) {
    return study::Standing{
        .value = value,
        .half_width = half,
        .change = study::Change{.difference = told(value - base, half), .futures_to_tell = {}},
        .lead = study::AgainstBest{}};
  };
  made.standings = {standing(base), standing(first), standing(second)};
  made.standings[0].change.reset();
  made.standings[2].change->futures_to_tell = 900;
  return made;
}

study::SensitivityRow sensitivity(const char* meaning,
                                  models::Counts counts,
                                  double low,
                                  double value,
                                  double high,
                                  double move) {
  study::SensitivityRow row;
  row.number.pointer = "/terms/" + std::string{meaning};
  row.number.meaning = meaning;
  row.number.grade = models::Grade::judgement;
  row.number.counts = counts;
  row.number.low = low;
  row.number.value = value;
  row.number.high = high;
  for (auto& view : row.nets)
    view = {{.at_low = -move, .at_high = move}, {.at_low = -move / 2, .at_high = move / 2}};
  return row;
}

// Prices have grown by 2 % a year since 2025-26: 1.02, 1.0404, 1.061208.
std::vector<study::AffordabilityYear> in_money_of_each_year(const study::ScenarioMoney& money,
                                                            const std::vector<double>& prices) {
  std::vector<study::AffordabilityYear> made;
  for (std::size_t year = 0; year < prices.size(); ++year) {
    const study::YearMeans& real = money.organisations[force][year];
    made.push_back({.cost = real.cost() * prices[year],
                    .receipts = real.to_force() * prices[year],
                    .budget = 1e6 * prices[year]});
  }
  return made;
}

}  // namespace

WorkedCase worked_case() {
  WorkedCase made;
  made.study.title = "More investigators, or a desk for forfeiture?";
  made.study.description = "Worked out by hand, to be checked by hand.";
  made.study.pays.id = "anyshire";
  made.study.options = {{.id = "people",
                         .name = made.options[0],
                         .scenario = "people.json",
                         .set = {},
                         .kind = study::OptionKind::option,
                         .extra_costs = {},
                         .note = "Both join on the first day."},
                        {.id = "desk",
                         .name = made.options[1],
                         .scenario = "desk.json",
                         .set = {},
                         .kind = study::OptionKind::do_minimum,
                         .extra_costs = {},
                         .note = {}}};
  study::ExtraCost system;
  system.name = "Case system";
  system.a_year = pounds(200'000);
  system.last_year = 1.0;
  made.study.options[1].extra_costs["system"] = system;
  made.study.terms = terms();
  made.study.evidence["G1"] = {.title = "HM Treasury, The Green Book",
                               .url = "https://www.gov.uk/government/publications/the-green-book",
                               .note = {}};
  for (const char* title : {"base", "people", "desk"})
    made.scenarios.push_back(scenario(title));
  made.ids[static_cast<std::size_t>(models::Dimension::organisation)] = {"anyshire", "region"};

  study::Appraisal& appraisal = made.appraisal;
  appraisal.replications = 200;
  appraisal.organisations = {"anyshire", "region"};
  appraisal.pays = force;
  appraisal.years = {2026, 2027, 2028};
  appraisal.factors = {1.0, 1.0 / 1.035, 1.0 / (1.035 * 1.035)};
  appraisal.price_base = 2025;
  appraisal.prices = {1.02, 1.0404, 1.061208};
  appraisal.base = base_money();
  appraisal.options = {first_option(), second_option()};
  appraisal.affordability = in_money_of_each_year(appraisal.base, appraisal.prices);
  for (study::OptionAppraisal& option : appraisal.options)
    option.affordability = in_money_of_each_year(option.money, appraisal.prices);
  appraisal.sensitivity = {
      sensitivity("value_of_recovery", models::Counts::number, 0.0, 0.3, 1.0, 300'000),
      sensitivity("discount_rate", models::Counts::share, 0.03, 0.035, 0.045, 9'000)};
  appraisal.switches = {
      {.ahead = 1, .behind = 0, .view = study::View::society, .recoveries = 2.4},
      {.ahead = 0, .behind = 1, .view = study::View::public_purse, .recoveries = {}}};
  appraisal.equal_cost = {{.options = {0, 1}, .spread = 0.07}};
  appraisal.measures = {.replications = 200,
                        .confidence = 0.95,
                        .measures = {measure("unmet_share_of_need", 0.52, 0.41, 0.51, 0.02),
                                     measure("served", 1'000, 1'240, 988, 30),
                                     measure("cash_received", 6e6, 7.35e6, 6.6e6, 4e5)}};
  return made;
}

WorkedCase hostile_case() {
  WorkedCase made = worked_case();
  made.study.title = "=HYPERLINK(\"http://example.org\",\"click\") &\"quoted\" 'single' &P &D";
  made.study.description = std::string{"@SUM(A1) "} + std::string(40'000, 'x');
  made.run_id = "&P &D";
  made.marking = "R&D &T";
  made.base = "+cmd|' /C calc'!A0";
  made.options = {"-1+1 <script>alert(1)</script>", "\t=1+1\r\n\"=A1\" _x0041_ \xE2\x80\xAEolleh"};
  made.study.options[0].note = "]]> & \x01\x02 \xFF\xFE broken UTF-8 \xED\xA0\x80";
  made.study.options[1].extra_costs["system"].name = "=A1";
  made.study.terms.price_base = "=2025";
  made.study.terms.discount_rate.note = "=1+1";
  for (models::Scenario& scenario : made.scenarios) {
    for (models::Setting* setting : {&scenario.before, &scenario.planned}) {
      setting->organisations["anyshire"].name = "='Anyshire'!A1&\"x\"";
      setting->roles["fi"].name = "@FI";
      setting->evidence["P1"].url = "javascript:alert(1)";
      setting->evidence["P1"].title = "=\"<b>\"";
    }
  }
  return made;
}

report::workbook::WorkbookFacts WorkedCase::facts() const {
  std::vector<std::string> digests{
      "5d41402abc4b2a76b9719d911017c592ae5c7b3f0d2c3e4b5a69788796a5b4c3"};
  for (std::size_t i = 0; i < scenarios.size(); ++i)
    digests.emplace_back(64, static_cast<char>('a' + i));
  return {.study = study,
          .appraisal = appraisal,
          .scenarios = scenarios,
          .ids = ids,
          .base = base,
          .options = options,
          .run_id = run_id,
          .digests = digests,
          .version = "0.1.0",
          .seed = 20260401,
          .measured_period = "1 April 2026 to 31 March 2029",
          .marking = marking};
}

}  // namespace ficap::test
