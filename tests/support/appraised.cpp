#include "tests/support/appraised.hpp"

#include "tests/support/scenarios.hpp"

namespace ficap::test {

namespace {

constexpr std::int64_t day_ms = 86'400'000;
constexpr std::int64_t days_of_year[] = {365, 366, 365};

models::Sourced<models::Money> pounds(std::int64_t amount) {
  return {.value = models::Money{amount * 100}};
}
models::Sourced<models::Share> share(double value) {
  return {.value = models::Share{value}};
}

std::int64_t fte_ms(std::int64_t half_years_of_one, std::size_t year) {
  return 1000 * half_years_of_one * days_of_year[year] * day_ms / 2;
}

models::Outcome outcome_of(const models::Compiled& compiled, bool more, std::int64_t pounds_more) {
  models::Outcome outcome;
  outcome.values.assign(compiled.layout().size(), 0);
  outcome.values[compiled.layout().total(models::Counter::needs)] = 100;
  const std::int64_t served = more ? 60 : 50;
  const std::size_t organisation =
      compiled.layout().cut(models::Counter::served, models::Dimension::organisation, 0);
  outcome.values[compiled.layout().total(models::Counter::served)] = served;
  outcome.values[organisation] = served;
  for (std::size_t year = 0; year < 3; ++year) {
    const bool has_more = more && year > 0;
    outcome.accounts.teams.push_back({.in_post_fte_ms = fte_ms(has_more ? 6 : 4, year),
                                      .training_fte_ms = more && year == 1 ? fte_ms(1, year) : 0,
                                      .joiners = more && year == 1 ? 1 : 0,
                                      .trainees = more && year == 1 ? 1 : 0});
    outcome.accounts.organisations.push_back(
        {.confiscation_pence = (100'000 + (year == 2 ? pounds_more : 0)) * 100,
         .confiscation_to_victims_pence = 1'000'000,
         .forfeiture_pence = 2'000'000});
  }
  outcome.months.resize(36);
  return outcome;
}

}  // namespace

AppraisedByHand::AppraisedByHand() {
  const models::Scenario scenario =
      test::scenario("scenarios/oracles/mm1.json",
                     {"/plan/years=3", "/roles/fi/pay=£40,000", "/roles/fi/on_costs=1.25"});
  scenarios = {scenario, scenario};
  for (const models::Scenario& each : scenarios)
    compiled_.emplace_back(each);
  outcomes = {{outcome_of(compiled_[0], false, 0), outcome_of(compiled_[0], false, 0)},
              {outcome_of(compiled_[1], true, 60'000), outcome_of(compiled_[1], true, 20'000)}};
  study.title = "By hand";
  study.pays.id = scenario.planned.organisations.begin()->first;
  study.options.resize(1);
  study.options[0].id = "more";
  study::AppraisalTerms& terms = study.terms;
  terms.price_base = "2025-26";
  terms.green_book = "2026";
  terms.optimism_bias = {.costs = share(0.1), .benefits = share(0.2)};
  terms.staff.overhead = pounds(6'000);
  terms.staff.recruitment = pounds(3'000);
  terms.staff.equipment = pounds(2'000);
  terms.staff.training = pounds(4'000);
  terms.staff.trainee_pay = share(0.8);
  terms.receipts.top_slice = share(0.05);
  terms.society.value_of_recovery.value.value = 0.5;
}

std::vector<study::Alternative> AppraisedByHand::alternatives() const {
  std::vector<study::Alternative> all;
  for (std::size_t i = 0; i < compiled_.size(); ++i) {
    all.push_back(
        {.ids = compiled_[i].ids(), .layout = compiled_[i].layout(), .outcomes = outcomes[i]});
  }
  return all;
}

study::Appraisal AppraisedByHand::appraise(std::uint64_t seed) const {
  return study::appraise(study, scenarios, alternatives(), seed);
}

}  // namespace ficap::test
