#include <algorithm>

#include "models/model.hpp"

// Hours: what people are employed for, and what becomes of it. Every contracted millisecond is
// worked, idle, away or training.

namespace ficap::models {

namespace {

std::int64_t part_of(std::int64_t ms, double share) {
  return static_cast<std::int64_t>(static_cast<double>(ms) * share);
}

}  // namespace

Cut Model::cut_of(PersonId person) const {
  const PersonRow& who = row(person);
  Cut cut;
  cut.set(Dimension::organisation, who.organisation.value).set(Dimension::team, who.team.value);
  return cut;
}

// Writes down how a person spent the time since it was last written down.
void Model::account(PersonId person) {
  Person& p = people_[person];
  const sim::Time from = std::max(p.accounted_to, tables_.period_start);
  const sim::Time to = std::min(now(), tables_.period_end);
  p.accounted_to = now();
  if (!p.in_post || from >= to) return;
  const std::int64_t open = tables_.calendars[row(person).calendar].open_between(from, to).count();
  p.open_ms += open;
  if (p.absent) return;
  const std::int64_t productive = part_of(p.open_ms, p.rate);
  const std::int64_t ms = productive - p.productive_ms;
  p.productive_ms = productive;
  if (p.working_on) {
    write_work(person, ms, open);
  } else if (!row(person).of_agency) {
    ledger_.add(Counter::idle_ms, cut_of(person), ms);
  }
}

// Time that went into a request.
// @param ms       of those for which somebody is there anyway
// @param open_ms  of the office meanwhile
void Model::write_work(PersonId person, std::int64_t ms, std::int64_t open_ms) {
  Person& p = people_[person];
  const PersonRow& who = row(person);
  const Request& r = requests_[p.working_on.slot];
  Cut cut = cut_of(person);
  cut.set(Dimension::request, r.type.value)
      .set(Dimension::work_class, rules_->requests[r.type].work_class)
      .set(Dimension::skill, task_of(r).skill.value);
  ledger_.add(who.of_agency ? Counter::agency_ms : Counter::worked_ms, cut, ms);
  std::int64_t overtime = 0;
  if (p.overtime > 0.0) {
    const TeamTerms& terms = terms_[who.team.value];
    const double beyond = static_cast<double>(open_ms) * who.fte * terms.overtime;
    overtime = p.overtime_ms.add(beyond);
    ledger_.add(Counter::overtime_ms, cut, overtime);
    constexpr double ms_per_hour = 3'600'000.0;
    const std::int64_t pence =
        p.overtime_pence.add(beyond / ms_per_hour * terms.overtime_pence_an_hour);
    ledger_.add(Counter::overtime_pence, cut_of(person), pence);
    ledger_.add_to_year(who.team, &TeamYear::overtime_pence, pence);
  }
  if (!tables_.works_for_others) return;
  const OrganisationId whose = cases_[r.case_file.slot].organisation;
  if (whose == who.organisation) return;
  ledger_.add(Counter::lent_ms, cut, ms + overtime);
  cut.set(Dimension::organisation, whose.value).of[static_cast<std::size_t>(Dimension::team)] = -1;
  ledger_.add(Counter::borrowed_ms, cut, ms + overtime);
}

// Whoever works while other work waits that they could do goes on after hours, where that is paid.
// @returns effort hours more in an open hour
double Model::overtime_of(PersonId person) const {
  const PersonRow& who = row(person);
  const double share = terms_[who.team.value].overtime;
  if (share <= 0.0 || who.of_agency) return 0.0;
  const Person& p = people_[person];
  const bool waits = !p.ready.empty() || work_waits(p.serves, p.ability.skills);
  return waits ? share * who.fte * ability_of(person) : 0.0;
}

// Something about a person is about to change: writes down what their time came to until now.
void Model::settle_hours(PersonId person) {
  account(person);
  settle_strength(person);
  Person& p = people_[person];
  if (p.open_ms == 0) return;
  const PersonRow& who = row(person);
  if (who.of_agency) {  // paid by the day, and employed by somebody else
    p.open_ms = 0;
    p.productive_ms = 0;
    return;
  }
  const RoleRow& role = rules_->roles[who.role];
  const Career& career = careers_[person];
  const std::int64_t contracted = part_of(p.open_ms, who.fte);
  ledger_.add(Counter::contracted_ms, cut_of(person), contracted);
  if (p.absent) {
    write_away(person, career.ill ? tables_.sick : tables_.on_leave, contracted);
  } else {
    const std::int64_t rest = contracted - p.productive_ms;
    const bool learns_or_teaches = career.recruit || career.recruits > 0;
    const std::int64_t away =
        learns_or_teaches ? std::min(rest, part_of(p.open_ms, who.fte * role.away_share)) : rest;
    if (rest > away) ledger_.add(Counter::training_ms, cut_of(person), rest - away);
    // Each cause has its share of it, and the last what rounding leaves.
    std::int64_t left = away;
    for (std::size_t i = 0; i < role.away.size() && away > 0; ++i) {
      const bool last = i + 1 == role.away.size();
      const std::int64_t ms = last ? left : part_of(away, role.away[i].share / role.away_share);
      write_away(person, role.away[i].cause, ms);
      left -= ms;
    }
  }
  p.open_ms = 0;
  p.productive_ms = 0;
}

void Model::write_away(PersonId person, CauseId cause, std::int64_t ms) {
  Cut cut = cut_of(person);
  cut.set(Dimension::cause, cause.value);
  ledger_.add(Counter::away_ms, cut, ms);
  away_ms_[(row(person).team.value * tables_.layout->width(Dimension::cause)) + cause.value] += ms;
}

// Who holds the posts, over the days of the calendar.
void Model::settle_strength(PersonId person) {
  Career& career = careers_[person];
  const std::int64_t ms = within_period(career.since, now());
  career.since = now();
  if (ms == 0) return;
  const PersonRow& who = row(person);
  const Cut cut = cut_of(person);
  Person& p = people_[person];
  if (who.of_agency) {
    if (p.in_post) ledger_.add(Counter::agency_fte_ms, cut, part_of(ms, 1000.0 * who.fte));
    return;
  }
  if (p.is_post) ledger_.add(Counter::posts_ms, cut, ms);
  if (p.is_post && !p.in_post) ledger_.add(Counter::vacant_ms, cut, ms);
  if (!p.in_post) return;
  const double supplement = terms_[who.team.value].supplement_pence_per_ms;
  if (supplement > 0.0) {
    const std::int64_t pence =
        p.supplement_pence.add(static_cast<double>(ms) * who.fte * supplement);
    ledger_.add(Counter::supplement_pence, cut, pence);
    ledger_.add_to_year(who.team, &TeamYear::supplement_pence, pence);
  }
  if (p.loan) ledger_.add(Counter::lent_fte_ms, cut, part_of(ms, 1000.0 * who.fte));
  ledger_.add(Counter::people_ms, cut, ms);
  const std::int64_t fte_ms = part_of(ms, 1000.0 * who.fte);
  ledger_.add(Counter::in_post_fte_ms, cut, fte_ms);
  ledger_.add_to_year(who.team, &TeamYear::in_post_fte_ms, fte_ms);
  if (career.recruit) ledger_.add_to_year(who.team, &TeamYear::training_fte_ms, fte_ms);
  ledger_.add(Counter::productive_fte_ms, cut, part_of(ms, 1000.0 * who.fte * ability_of(person)));
}

// What a person does of the work of somebody accredited who teaches nobody.
double Model::ability_of(PersonId person) const {
  const Career& career = careers_[person];
  const auto& training = rules_->roles[row(person).role].training;
  const double teaching = training ? training->tutoring * career.recruits : 0.0;
  return (career.recruit ? career.productivity : 1.0) * std::max(0.0, 1.0 - teaching);
}

double Model::rate_of(PersonId person, const Regime& regime) const {
  const PersonRow& who = regime.people[person];
  const RoleRow& role = regime.roles[who.role];
  if (who.of_agency) return who.fte * (1.0 - role.away_share_at_work);
  return who.fte * (1.0 - role.away_share) * ability_of(person);
}

// What a person can do follows from their post and how far they have come in it.
void Model::describe(PersonId person) {
  Person& p = people_[person];
  const PersonRow& who = row(person);
  p.ability = careers_[person].recruit ? who.recruit : who.accredited;
  if (p.serves != who.unit) {
    const GroupRow there{p.serves, p.ability.skills, who.calendar, who.early_desk};
    const auto group = std::find(tables_.groups.begin(), tables_.groups.end(), there);
    FICAP_EXPECTS(group != tables_.groups.end());
    p.ability.group = static_cast<std::uint32_t>(group - tables_.groups.begin());
  }
  p.rate = rate_of(person, *rules_);
}

}  // namespace ficap::models
