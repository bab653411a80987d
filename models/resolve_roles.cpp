#include "models/resolve.hpp"

namespace ficap::models {

namespace {

constexpr double ms_per_year = days_per_year * 24.0 * 3'600'000.0;

double per_ms(const Sourced<Rate>& rate) {
  return rate.value.per_year / ms_per_year;
}

RoleRow::LeaveRow leave_row(const AnnualLeave& leave) {
  RoleRow::LeaveRow row;
  row.days_a_year = leave.days.value.value;
  double total = 0.0;
  for (std::size_t month = 0; month < 12; ++month) {
    row.share_before[month] = total;
    total += leave.monthly_profile.empty() ? 1.0 : leave.monthly_profile[month];
  }
  for (double& share : row.share_before)
    share /= total;
  row.share_before.back() = 1.0;
  return row;
}

RoleRow::LeavingRow leaving_row(const Leaving& leaving) {
  return {.per_ms = per_ms(leaving.rate),
          .newly_per_ms = per_ms(leaving.newly_accredited.value_or(leaving.rate)),
          .newly = leaving.newly.value.duration()};
}

RoleRow::TrainingRow training_row(const Training& training) {
  RoleRow::TrainingRow row;
  row.takes_days = sim::Sampler{training.takes.value.distribution};
  row.productivity_at_first = training.productivity_at_first.value.value;
  row.productivity_at_last = training.productivity_at_last.value.value;
  row.fails = training.fails.value.value;
  row.tutoring = training.tutoring.value.value;
  if (training.places) row.places = static_cast<std::uint32_t>(training.places->value.value);
  return row;
}

RoleRow role_row(const Role& role, const Resolver& resolver) {
  RoleRow row;
  for (const auto& cause : role.away) {
    row.away.push_back({resolver.cause(cause.first), cause.second.value.value});
    row.away_share += cause.second.value.value;
    if (cause.first != sickness_id && cause.first != leave_id)
      row.away_share_at_work += cause.second.value.value;
  }
  if (role.sickness) {
    row.sickness = {per_ms(role.sickness->spells),
                    sim::Sampler{role.sickness->lasts.value.distribution}};
  }
  if (role.leave) row.leave = leave_row(*role.leave);
  if (role.leaving) row.leaving = leaving_row(*role.leaving);
  if (role.recruitment)
    row.recruitment_days = sim::Sampler{role.recruitment->takes.value.distribution};
  if (role.training) row.training = training_row(*role.training);
  return row;
}

}  // namespace

void resolve_roles(const Setting& setting, const Resolver& resolver, Regime& regime) {
  for (const std::string& id : resolver.role_ids()) {
    const auto role = setting.roles.find(id);
    regime.roles.push_back(role == setting.roles.end() ? RoleRow{}
                                                       : role_row(role->second, resolver));
  }
}

}  // namespace ficap::models
