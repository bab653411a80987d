#include "study/appraisal.hpp"

#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "study/check_study.hpp"
#include "study/money_flows.hpp"
#include "tests/support/appraised.hpp"

// Appraisal arithmetic against a case worked out by hand: see AppraisedByHand.
//
// What the option costs more, before bias. Second year: pay (1 - 0.5 x 0.2) x 40,000 = 36,000;
// on-costs a quarter of it, 9,000; overhead 6,000; recruitment 3,000; equipment 2,000; training
// 4,000: 60,000. Third year: 40,000 + 10,000 + 6,000 = 56,000.

namespace {

using doctest::Approx;
using namespace ficap;
using study::View;

constexpr double second = 1.0 / 1.035;
constexpr double third = 1.0 / (1.035 * 1.035);
constexpr double cost = (60'000 * second) + (56'000 * third);

study::OptionAppraisal option_of(const study::Appraisal& appraisal) {
  return appraisal.options.at(0);
}

}  // namespace

TEST_CASE("a team's year becomes pay, on-costs and the rest, to the penny") {
  const test::AppraisedByHand by_hand;
  const study::PayRoll roll = study::pay_roll(by_hand.scenarios[1], by_hand.ids());
  REQUIRE(roll.years() == 3);
  CHECK(roll.year_ms[1] == 366 * std::int64_t{86'400'000});
  const study::MoneyFlows flows =
      study::money_flows(roll, by_hand.outcomes[1][0].accounts, by_hand.study.terms, {});
  using study::CostKind;
  const study::YearMoney& year = flows.at(0, 1);
  CHECK(year.at(CostKind::pay) == 11'600'000);  // (3 - 0.5 x 0.2) x £40,000
  CHECK(year.at(CostKind::on_costs) == 2'900'000);
  CHECK(year.at(CostKind::overhead) == 1'800'000);
  CHECK(year.at(CostKind::recruitment) == 300'000);
  CHECK(year.at(CostKind::equipment) == 200'000);
  CHECK(year.at(CostKind::training) == 400'000);
  CHECK(year.cost() == 17'200'000);
}

TEST_CASE("every penny that offenders pay goes to exactly one party") {
  test::AppraisedByHand by_hand;
  models::Accounts accounts = by_hand.outcomes[1][0].accounts;
  const study::PayRoll roll = study::pay_roll(by_hand.scenarios[1], by_hand.ids());
  for (std::int64_t pence = 1; pence < 3'000; pence += 7) {
    accounts.organisations[0] = {.confiscation_pence = 5 * pence,
                                 .confiscation_to_victims_pence = pence / 3,
                                 .forfeiture_pence = pence,
                                 .forfeiture_to_victims_pence = pence / 5};
    const study::YearMoney year =
        study::money_flows(roll, accounts, by_hand.study.terms, {}).at(0, 0);
    CHECK(year.recovered() == 6 * pence);
    CHECK(year.at(study::ReceiptKind::victims) == pence / 3 + pence / 5);
    // Victims first, then the top slice, then the force's share: 18.75 % and 50 %.
    CHECK(year.at(study::ReceiptKind::force_from_confiscation) ==
          std::llround(static_cast<double>(5 * pence - pence / 3) * 0.95 * 0.1875));
    CHECK(year.at(study::ReceiptKind::force_from_forfeiture) ==
          std::llround(static_cast<double>(pence - pence / 5) * 0.95 * 0.5));
  }
}

TEST_CASE("society's view counts what people cost, and of what is recovered its social value") {
  const test::AppraisedByHand by_hand;
  const study::ViewOfOption society = option_of(by_hand.appraise()).of(View::society);
  CHECK(society.costs == Approx(1.1 * cost));
  // Half of £60,000 or £20,000, in the third year, a fifth less for optimism.
  CHECK(society.benefits == Approx(0.8 * 0.5 * 40'000 * third));
  CHECK(society.net.value == Approx(society.benefits - society.costs));
  CHECK(society.net_without_bias == Approx((0.5 * 40'000 * third) - cost));
  CHECK(society.ratio.value() == Approx(society.benefits / society.costs));
  CHECK(society.chance_positive == 0.0);
  // Two futures, £16,000 of benefits apart on either side of their mean: t = 12.706 for one degree
  // of freedom, and the standard error is half their distance.
  const double apart = 0.8 * 0.5 * 40'000 * third;
  CHECK(society.net.half_width.value() == Approx(12.7062047 * apart / 2.0));
}

TEST_CASE("the public purse gets what is recovered less what victims get, the force its share") {
  const test::AppraisedByHand by_hand;
  const study::OptionAppraisal option = option_of(by_hand.appraise());
  CHECK(option.of(View::public_purse).benefits == Approx(0.8 * 40'000 * third));
  CHECK(option.of(View::force).benefits == Approx(0.8 * 40'000 * 0.95 * 0.1875 * third));
  CHECK(option.of(View::force).costs == Approx(1.1 * cost));
  CHECK_FALSE(option.payback_year.has_value());
}

TEST_CASE("at its switching values an option is worth nothing") {
  test::AppraisedByHand by_hand;
  CHECK_FALSE(
      option_of(by_hand.appraise()).switching_value_of_recovery.has_value());  // luck, may be
  by_hand.outcomes[1][1] = by_hand.outcomes[1][0];
  const study::OptionAppraisal option = option_of(by_hand.appraise());
  for (const View view : {View::society, View::public_purse, View::force}) {
    const study::ViewOfOption& of = option.of(view);
    CHECK(of.switching_recoveries.value() * of.benefits == Approx(of.costs));
    CHECK(of.switching_costs.value() * of.costs == Approx(of.benefits));
  }
  by_hand.study.terms.society.value_of_recovery.value.value =
      option.switching_value_of_recovery.value();
  CHECK(std::fabs(option_of(by_hand.appraise()).of(View::society).net.value) < 1e-6);
}

TEST_CASE("bias goes against an option whichever way it moves") {
  test::AppraisedByHand by_hand;
  std::swap(by_hand.outcomes[0], by_hand.outcomes[1]);  // the option now saves, and loses
  const study::ViewOfOption society = option_of(by_hand.appraise()).of(View::society);
  CHECK(society.costs == Approx(-0.9 * cost));
  CHECK(society.benefits == Approx(-1.2 * 0.5 * 40'000 * third));
  CHECK_FALSE(society.ratio.has_value());
  // What it brings less must become so many times as much for the savings to be all gone.
  CHECK(society.switching_recoveries.value() * society.benefits == Approx(society.costs));
  CHECK(society.switching_recoveries.value() > 1.0);
  CHECK(society.switching_costs.value() * society.costs == Approx(society.benefits));
}

TEST_CASE("bias goes against what a view gets, though all that is recovered goes the other way") {
  test::AppraisedByHand by_hand;
  by_hand.outcomes[1] = by_hand.outcomes[0];
  for (models::Outcome& outcome : by_hand.outcomes[1]) {
    outcome.accounts.organisations[0].confiscation_pence -= 3'000'000;
    outcome.accounts.organisations[0].forfeiture_pence += 2'000'000;
  }
  // £10,000 less from offenders, but of £20,000 the force keeps half, of £30,000 18.75 %.
  const study::OptionAppraisal option = option_of(by_hand.appraise());
  CHECK(option.of(View::force).benefits == Approx(0.8 * 0.95 * (10'000 - 5'625)));
  CHECK(option.of(View::society).benefits == Approx(-1.2 * 0.5 * 10'000));
  CHECK(option.of(View::public_purse).benefits == Approx(-1.2 * 10'000));
}

TEST_CASE("transfers among parties add up to nothing") {
  const test::AppraisedByHand by_hand;
  const study::Parties parties = option_of(by_hand.appraise()).parties;
  CHECK(parties.offenders == Approx(-40'000 * third));
  CHECK(parties.offenders + parties.victims + parties.force_receipts +
            parties.other_forces_receipts + parties.rest_of_public_sector ==
        Approx(0.0).epsilon(1e-9));
  CHECK(parties.force_costs == Approx(-cost));
  CHECK(parties.society == Approx(0.5 * 40'000 * third));
}

TEST_CASE("what each additional need and pound costs is a ratio of what all of them cost") {
  const test::AppraisedByHand by_hand;
  const study::OptionAppraisal option = option_of(by_hand.appraise());
  CHECK(option.more_cost.value == Approx(116'000));
  CHECK(option.needs_met.value.value() == Approx(10.0));
  CHECK(option.cost_per_need.value().value == Approx(11'600));
  // £60,000 and £20,000 cannot be told from nothing by two futures.
  CHECK(option.recovered.verdict == study::Verdict::cannot_tell);
  CHECK_FALSE(option.cost_per_pound.has_value());
}

TEST_CASE("affordability is in the money of each year, and counts no receipts") {
  test::AppraisedByHand by_hand;
  by_hand.study.terms.inflation.value.value = 0.02;
  by_hand.study.terms.budget = models::Sourced<models::Money>{.value = models::Money{16'000'000}};
  const study::OptionAppraisal option = option_of(by_hand.appraise());
  // Two people: 2 x (50,000 + 6,000) = 112,000; the option adds 60,000 and 56,000. Prices are
  // those of 2025-26, and the first year is 2026-27.
  CHECK(option.affordability[0].cost == Approx(112'000 * 1.02));
  CHECK(option.affordability[1].cost == Approx(172'000 * 1.0404));
  CHECK(option.affordability[1].left().value() == Approx((160'000 - 172'000) * 1.0404));
  CHECK(option.affordability[2].cost == Approx(168'000 * 1.061208));
}

TEST_CASE("money in the middle of the year counts half a year less") {
  test::AppraisedByHand by_hand;
  by_hand.study.terms.discounting = study::Discounting::middle_of_year;
  CHECK(option_of(by_hand.appraise()).of(View::society).costs ==
        Approx(1.1 * cost / std::sqrt(1.035)));
}

TEST_CASE("a price with a range moves the net as its two ends do, and chances follow") {
  test::AppraisedByHand by_hand;
  auto& value = by_hand.study.terms.society.value_of_recovery;
  value.low = models::Number{0.0};
  value.high = models::Number{12.0};
  value.spread = models::Spread::uniform;
  const study::Appraisal appraisal = by_hand.appraise();
  REQUIRE(appraisal.sensitivity.size() == 1);
  const auto& nets = appraisal.sensitivity[0].nets[static_cast<std::size_t>(View::society)][0];
  CHECK(nets.at_low == Approx(-1.1 * cost));
  CHECK(nets.at_high == Approx((0.8 * 12.0 * 40'000 * third) - (1.1 * cost)));
  // Above 0 where value > 1.1 cost / (0.8 x recovered): in the first future above 2.7, in the
  // second above 8.1, of 12, each for half of the draws.
  const double first = 1.1 * cost / (0.8 * 60'000 * third) / 12.0;
  const double other = 1.1 * cost / (0.8 * 20'000 * third) / 12.0;
  const auto chance = option_of(appraisal).of(View::society).chance_positive_with_ranges;
  CHECK(chance.value() == Approx(1.0 - ((first + other) / 2.0)).epsilon(0.06));
  CHECK(option_of(appraisal).of(View::force).chance_positive_with_ranges.value() == 0.0);
}

TEST_CASE("an option that loses recoveries is as bad at a value's end as where that is stated") {
  test::AppraisedByHand by_hand;
  std::swap(by_hand.outcomes[0], by_hand.outcomes[1]);
  auto& value = by_hand.study.terms.society.value_of_recovery;
  value = {.value = models::Number{0.0}, .low = models::Number{0.0}, .high = models::Number{1.0}};
  const study::Appraisal appraisal = by_hand.appraise();
  const auto& nets = appraisal.sensitivity.at(0).nets[static_cast<std::size_t>(View::society)][0];
  by_hand.study.terms.society.value_of_recovery = {.value = models::Number{1.0}};
  CHECK(nets.at_high == Approx(option_of(by_hand.appraise()).of(View::society).net.value));
  CHECK(nets.at_high == Approx((0.9 * cost) - (1.2 * 40'000 * third)));
}

TEST_CASE("a role that is paid more in an option goes on being paid more at other prices") {
  test::AppraisedByHand by_hand;
  auto& pay = by_hand.scenarios[0].planned.roles.begin()->second.pay;
  pay.low = models::Money{2'000'000};
  pay.high = models::Money{8'000'000};
  by_hand.scenarios[1].planned.roles.begin()->second.pay.value = models::Money{5'000'000};
  const study::Appraisal appraisal = by_hand.appraise();
  REQUIRE(appraisal.sensitivity.size() == 1);
  // At half the pay both roles cost half as much.
  const study::ViewOfOption stated = option_of(appraisal).of(View::force);
  const double other_costs = 1.1 * ((15'000 * second) + (6'000 * third));
  const double pay_costs = stated.costs - other_costs;
  const auto& nets = appraisal.sensitivity[0].nets[static_cast<std::size_t>(View::force)][0];
  CHECK(nets.at_low == Approx(stated.benefits - other_costs - (0.5 * pay_costs)));
}

TEST_CASE("money that a study adds is paid in its years by whoever it names") {
  test::AppraisedByHand by_hand;
  study::ExtraCost system{.name = "System",
                          .a_year = {.value = models::Money{1'000'000}},
                          .first_year = 2.0,
                          .last_year = 2.0,
                          .paid_by = {}};
  by_hand.study.options[0].extra_costs["system"] = system;
  const study::Appraisal appraisal = by_hand.appraise();
  CHECK(option_of(appraisal).of(View::force).costs == Approx(1.1 * (cost + (10'000 * second))));
  CHECK(option_of(appraisal).money.receipts[0][1].other_costs == Approx(10'000));
  CHECK(option_of(appraisal).money.receipts[0][2].other_costs == 0.0);
}

TEST_CASE("benefits are over costs only where these are a thousandth of business as usual's") {
  test::AppraisedByHand by_hand;
  for (std::size_t future = 0; future < 2; ++future)
    by_hand.outcomes[1][future].accounts.teams = by_hand.outcomes[0][future].accounts.teams;
  study::ExtraCost& extra = by_hand.study.options[0].extra_costs["e"];
  extra.last_year = 1.0;
  // Business as usual costs 3 x 112,000; bias makes a pound £1.10.
  extra.a_year.value = models::Money{30'000};
  const study::ViewOfOption free = option_of(by_hand.appraise()).of(View::society);
  CHECK_FALSE(free.ratio.has_value());
  CHECK_FALSE(free.switching_recoveries.has_value());
  CHECK_FALSE(free.switching_costs.has_value());
  extra.a_year.value = models::Money{31'000};
  CHECK(option_of(by_hand.appraise()).of(View::society).ratio.value() ==
        Approx(0.8 * 0.5 * 40'000 * third / 341.0));
}

TEST_CASE("volumes times prices are the money that they became") {
  const test::AppraisedByHand by_hand;
  const study::ScenarioMoney money = option_of(by_hand.appraise()).money;
  REQUIRE(money.roles.size() == 1);
  const study::RoleYear& year = money.roles[0].years[1];
  CHECK(year.fte == Approx(3.0));
  CHECK(year.training_fte == Approx(0.5));
  CHECK(year.joiners == 1.0);
  CHECK((year.fte - (0.2 * year.training_fte)) * money.roles[0].pay ==
        Approx(money.organisations[0][1].costs[0]));
}

TEST_CASE("recoveries must change by so much for two options to be as good") {
  test::AppraisedByHand by_hand;
  by_hand.scenarios.push_back(by_hand.scenarios[1]);
  by_hand.study.options.push_back(by_hand.study.options[0]);
  by_hand.study.options[1].id = "dearer";
  by_hand.study.options[1].extra_costs["x"] = {.name = "x",
                                               .a_year = {.value = models::Money{100'000}},
                                               .first_year = 1.0,
                                               .last_year = {},
                                               .paid_by = {}};
  std::vector<study::Alternative> alternatives = by_hand.alternatives();
  auto outcomes = by_hand.outcomes[1];
  for (models::Outcome& outcome : outcomes)
    outcome.accounts.organisations[2].confiscation_pence += 100'000'00 / 100;
  alternatives.push_back(
      {.ids = alternatives[1].ids, .layout = alternatives[1].layout, .outcomes = outcomes});
  const study::Appraisal appraisal =
      study::appraise(by_hand.study, by_hand.scenarios, alternatives, 1);
  REQUIRE(appraisal.switches.size() == 2);
  const study::SwitchBetween& between = appraisal.switches[0];
  CHECK(between.view == View::society);
  CHECK(between.ahead == 0);
  CHECK(between.behind == 1);
  // £1,000 a year more, for £1,000 more in the third year at half its value.
  const double more_costs = 1.1 * 1'000 * (1.0 + second + third);
  const double more_benefits = 0.8 * 0.5 * 1'000 * third;
  REQUIRE(between.recoveries.has_value());
  CHECK(*between.recoveries == Approx(more_costs / more_benefits));
  const double k = *between.recoveries;
  const auto net = [&](std::size_t option) {
    const study::ViewOfOption& of = appraisal.options[option].of(View::society);
    return (k * of.benefits) - of.costs;
  };
  CHECK(net(0) == Approx(net(1)));
}

TEST_CASE("options meant to cost the same are told how far apart they are") {
  test::AppraisedByHand by_hand;
  by_hand.scenarios.push_back(by_hand.scenarios[1]);
  by_hand.study.options.push_back(by_hand.study.options[0]);
  by_hand.study.options[1].id = "again";
  by_hand.study.equal_cost = {{"more", "again"}};
  auto alternatives = by_hand.alternatives();
  alternatives.push_back(by_hand.alternatives()[1]);
  const study::EqualCost group =
      study::appraise(by_hand.study, by_hand.scenarios, alternatives, 1).equal_cost.at(0);
  CHECK(group.apart == 0.0);
  CHECK(group.spread == 0.0);
}
