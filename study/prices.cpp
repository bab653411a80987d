#include "study/prices.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "models/number_values.hpp"
#include "models/walk_numbers.hpp"
#include "sim/expects.hpp"

namespace ficap::study {

namespace {

std::string_view last_of(std::string_view pointer) {
  return pointer.substr(pointer.rfind('/') + 1);
}

bool is_same_evidence(const models::UncertainNumber& a, const models::UncertainNumber& b) {
  return !a.source.empty() && a.source == b.source && a.grade == b.grade && a.low == b.low &&
         a.value == b.value && a.high == b.high && a.spread == b.spread &&
         last_of(a.pointer) == last_of(b.pointer);
}

}  // namespace

Prices prices_of(const StudyDocument& study, std::span<const models::Scenario> scenarios) {
  Prices prices{.terms = study.terms, .options = {}, .roles = {}};
  for (const StudyOption& option : study.options)
    prices.options.push_back({option.extra_costs});
  for (const models::Scenario& scenario : scenarios) {
    for (const models::Setting* setting : {&scenario.planned, &scenario.before}) {
      for (const auto& [id, role] : setting->roles)
        prices.roles.try_emplace(id, RolePrices{role.pay, role.on_costs});
    }
  }
  return prices;
}

PayRoll repriced(PayRoll roll, const Prices& stated, const Prices& now) {
  const auto factor = [](double from, double to) { return from > 0.0 ? to / from : 1.0; };
  for (PayRoll::Team& team : roll.teams) {
    const RolePrices& before = stated.roles.at(team.role);
    const RolePrices& after = now.roles.at(team.role);
    team.pay *= factor(models::base(before.pay.value), models::base(after.pay.value));
    team.on_costs *= factor(before.on_costs.value.value, after.on_costs.value.value);
  }
  return roll;
}

PriceNumbers::PriceNumbers(Prices prices) : prices_{std::move(prices)} {
  models::NumberWalk{
      [this](std::string_view pointer, const models::Field& field, const auto& sourced) {
        if (!models::is_uncertain(sourced)) return;
        models::UncertainNumber found = models::uncertain_number(pointer, field, sourced, false);
        const auto known = std::find_if(numbers_.begin(), numbers_.end(), [&](const auto& number) {
          return is_same_evidence(number, found);
        });
        number_of_.push_back(static_cast<std::size_t>(known - numbers_.begin()));
        if (known == numbers_.end()) {
          numbers_.push_back(std::move(found));
        } else {
          known->also.push_back(std::move(found.pointer));
        }
      }}(std::as_const(prices_));
}

Prices PriceNumbers::with(std::span<const double> values) const {
  FICAP_EXPECTS(values.size() == numbers_.size());
  Prices changed = prices_;
  std::size_t next = 0;
  models::NumberWalk{
      [&](std::string_view /*pointer*/, const models::Field& /*field*/, auto& sourced) {
        if (!models::is_uncertain(sourced)) return;
        const std::size_t number = number_of_[next++];
        // What keeps its value keeps its very penny.
        if (values[number] != numbers_[number].value) models::set(sourced.value, values[number]);
      }}(changed);
  return changed;
}

}  // namespace ficap::study
