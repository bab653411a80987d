#include "study/demand_against_base.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>

#include "sim/expects.hpp"
#include "study/linearised.hpp"
#include "study/multiple_comparisons.hpp"

namespace ficap::study {

namespace {

using models::MonthRow;
using models::Outcome;

/// What the months of each future add up to.
std::vector<double> sums(std::span<const Outcome> outcomes, std::int64_t MonthRow::*column) {
  std::vector<double> all;
  all.reserve(outcomes.size());
  for (const Outcome& outcome : outcomes) {
    double sum = 0.0;
    for (const MonthRow& row : outcome.months)
      sum += static_cast<double>(row.*column);
    all.push_back(sum);
  }
  return all;
}

Linearised mean_belief(std::span<const Outcome> outcomes) {
  std::vector<double> beliefs = sums(outcomes, &MonthRow::belief_thousandths);
  for (std::size_t r = 0; r < beliefs.size(); ++r)
    beliefs[r] *= 0.001 / static_cast<double>(outcomes[r].months.size());
  return linearised_mean(beliefs);
}

Estimate estimate_of(const Linearised& quantity, double confidence) {
  return {.mean = quantity.value,
          .half_width = quantity.half_width(confidence),
          .replications = quantity.replications()};
}

Estimate requests_more_in(std::size_t month, const Alternative& option, const Alternative& base) {
  std::vector<double> more;
  more.reserve(option.outcomes.size());
  for (std::size_t r = 0; r < option.outcomes.size(); ++r) {
    more.push_back(static_cast<double>(option.outcomes[r].months.at(month).discretionary_asked -
                                       base.outcomes[r].months.at(month).discretionary_asked));
  }
  constexpr double for_itself = 0.95;
  return estimate_of(linearised_mean(more), for_itself);
}

Estimate less_one(Estimate times) {
  if (times.mean) *times.mean -= 1.0;
  return times;
}

std::optional<DemandAgainstBase> demand_of(const Alternative& option,
                                           const Alternative& base,
                                           double confidence) {
  const std::vector<double> needs_of_base = sums(base.outcomes, &MonthRow::discretionary_needs);
  const std::vector<double> needs = sums(option.outcomes, &MonthRow::discretionary_needs);
  const Linearised requests =
      linearised_ratio(sums(option.outcomes, &MonthRow::discretionary_asked),
                       sums(base.outcomes, &MonthRow::discretionary_asked));
  const Linearised need = linearised_ratio(needs, needs_of_base);
  if (!requests.value || !need.value) return std::nullopt;
  DemandAgainstBase demand{
      .requests_change = less_one(estimate_of(requests, confidence)),
      .need_change = less_one(estimate_of(need, confidence)),
      .requests_beyond_need = estimate_of(difference(requests, need), confidence),
      .belief_change = estimate_of(
          difference(mean_belief(option.outcomes), mean_belief(base.outcomes)), confidence),
      .same_need = needs == needs_of_base};
  const std::size_t months = base.outcomes.front().months.size();
  demand.requests_more.reserve(months);
  for (std::size_t month = 0; month < months; ++month)
    demand.requests_more.push_back(requests_more_in(month, option, base));
  return demand;
}

}  // namespace

std::vector<std::optional<DemandAgainstBase>> demand_against_base(
    std::span<const Alternative> alternatives, double confidence) {
  FICAP_EXPECTS(alternatives.size() > 1);
  const double of_one = one_of_many(confidence, 2 * (alternatives.size() - 1));
  std::vector<std::optional<DemandAgainstBase>> all;
  all.reserve(alternatives.size() - 1);
  for (const Alternative& option : alternatives.subspan(1))
    all.push_back(demand_of(option, alternatives.front(), of_one));
  return all;
}

bool asks_otherwise(const DemandAgainstBase& demand) noexcept {
  const Estimate& requests = demand.requests_change;
  const Estimate& beyond = demand.requests_beyond_need;
  if (!requests.mean || !beyond.mean || !requests.half_width || !beyond.half_width) return false;
  return std::fabs(*beyond.mean) >= least_difference_told && *requests.mean * *beyond.mean > 0.0 &&
         std::fabs(*requests.mean) > *requests.half_width &&
         std::fabs(*beyond.mean) > *beyond.half_width;
}

bool ask_by_belief_alike(const models::Setting& a, const models::Setting& b) {
  return a.asking.floor.value.value == b.asking.floor.value.value &&
         a.asking.ceiling.value.value == b.asking.ceiling.value.value &&
         !a.policies.mandatory_referral && !b.policies.mandatory_referral;
}

}  // namespace ficap::study
