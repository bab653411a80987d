#include "models/laws.hpp"

#include <string_view>
#include <utility>

#include "models/counters.hpp"
#include "models/vocabulary.hpp"

namespace ficap::models {

namespace {

using enum Counter;

/// A whole and the parts that it falls into.
struct Equation {
  Law law;
  std::string_view what;
  Counter whole;
  std::vector<Counter> parts;
  bool by_organisation{true};  ///< whether it holds in each organisation
};

const std::vector<Equation>& equations() {
  static const std::vector<Equation> list{
      {Law::needs,
       "every need ends in exactly one outcome",
       needs,
       {suppressed, declined, expired, withdrawn, covered, served, waiting}},
      {Law::needs, "what is not suppressed was asked for", needs, {asked, suppressed}},
      {Law::needs,
       "what is served is completed, stopped or in work",
       served,
       {completed, stopped, in_work}},
      {Law::needs,
       "a promise of a start is kept, escalated or lapsed",
       promises,
       {promises_kept, promises_escalated, promises_lapsed}},
      {Law::needs,
       "a case that must be referred is, or is not",
       referrals_covered,
       {referrals, referrals_withheld}},
      {Law::needs,
       "a referral is refused, triaged, open, or lapses with its case",
       referrals,
       {referrals_refused, referrals_triaged, referrals_lapsed, referrals_open}},
      {Law::needs,
       "a case is first engaged in one phase or never",
       cases,
       {first_engaged_early, first_engaged_middle, first_engaged_late, never_engaged}},
      {Law::needs,
       "a case that is engaged at all is first engaged in one stage",
       first_engaged,
       {first_engaged_early, first_engaged_middle, first_engaged_late}},
      {Law::hours,
       "contracted time is worked, idle, away or training",
       contracted_ms,
       {worked_ms, idle_ms, away_ms, training_ms}},
      {Law::hours, "time that goes to others comes to others", lent_ms, {borrowed_ms}, false},
      {Law::assets,
       "every penny of realisable assets is in one part",
       assets_realisable,
       {assets_collected,
        assets_outstanding,
        assets_not_collected,
        assets_still_open,
        assets_no_need_arose,
        assets_never_asked,
        assets_asked_but_unserved,
        assets_dissipated_before_engagement,
        assets_dissipated_after_engagement,
        assets_not_identified,
        assets_no_order_made}},
      {Law::assets,
       "an order is collected, outstanding or not collected",
       assets_ordered,
       {assets_collected, assets_outstanding, assets_not_collected}},
      {Law::integrals,
       "the requests waiting, over time, are the waits of the requests",
       queue_level_ms,
       {queue_stay_ms}},
      {Law::integrals,
       "the open cases, over time, are the stays of the cases",
       stage_level_ms,
       {stage_stay_ms}},
  };
  return list;
}

bool is_a_sum(Counter counter) noexcept {
  return counter != wait_p90_ms && counter != wait_p90_known && counter != period_ms;
}

class Auditor {
 public:
  Auditor(const DimensionIds& ids, const Layout& layout, const Outcome& outcome)
      : ids_{ids}, layout_{layout}, outcome_{outcome} {}

  Audit run() {
    for (const Equation& equation : equations())
      hold(equation);
    for (std::size_t c = 0; c < counter_count; ++c)
      hold_cuts(static_cast<Counter>(c));
    hold_months();
    hold_accounts(outcome_.accounts.teams, team_columns(), Dimension::team);
    hold_accounts(outcome_.accounts.organisations, organisation_columns(), Dimension::organisation);
    hold_compensation();
    return std::move(audit_);
  }

 private:
  [[nodiscard]] std::int64_t total(Counter counter) const {
    return outcome_.values[layout_.total(counter)];
  }
  [[nodiscard]] std::int64_t cut(Counter counter, Dimension dimension, std::size_t id) const {
    return outcome_.values[layout_.cut(counter, dimension, id)];
  }

  void expect_equal(Law law, const std::string& what, std::int64_t left, std::int64_t right) {
    ++audit_.equations[static_cast<std::size_t>(law)];
    if (left != right)
      audit_.breaches.push_back({.law = law, .what = what, .left = left, .right = right});
  }

  void hold(const Equation& equation) {
    std::int64_t sum = 0;
    for (const Counter part : equation.parts)
      sum += total(part);
    expect_equal(equation.law, std::string{equation.what}, total(equation.whole), sum);
    Dimensions kept = dimensions_of(equation.whole);
    for (const Counter part : equation.parts)
      kept = kept & dimensions_of(part);
    for (std::size_t d = 0; d < dimension_count; ++d) {
      const auto dimension = static_cast<Dimension>(d);
      if (!kept.contains(dimension)) continue;
      if (dimension == Dimension::organisation && !equation.by_organisation) continue;
      for (std::size_t id = 0; id < layout_.width(dimension); ++id) {
        sum = 0;
        for (const Counter part : equation.parts)
          sum += cut(part, dimension, id);
        expect_equal(equation.law,
                     std::string{equation.what} + " (" + std::string{dimension_names[d]} + " " +
                         ids_[d][id] + ")",
                     cut(equation.whole, dimension, id),
                     sum);
      }
    }
  }

  void hold_cuts(Counter counter) {
    if (!is_a_sum(counter)) return;
    for (std::size_t d = 0; d < dimension_count; ++d) {
      const auto dimension = static_cast<Dimension>(d);
      if (!dimensions_of(counter).contains(dimension)) continue;
      std::int64_t sum = 0;
      for (std::size_t id = 0; id < layout_.width(dimension); ++id)
        sum += cut(counter, dimension, id);
      expect_equal(Law::cuts,
                   "count " + std::to_string(static_cast<int>(counter)) + " by " +
                       std::string{dimension_names[d]} + " adds up",
                   total(counter),
                   sum);
    }
  }

  void hold_months() {
    MonthRow sum;
    for (const MonthRow& month : outcome_.months) {
      for (const MonthColumn& column : month_columns())
        sum.*column.member += month.*column.member;
    }
    for (const HoursColumn& hours : hours_columns()) {
      expect_equal(
          Law::cuts, "the hours of the months add up", total(hours.counter), sum.*hours.member);
    }
    expect_equal(Law::cuts, "the needs of the months add up", total(needs), sum.needs);
    expect_equal(
        Law::cuts,
        "the discretionary needs of the months add up",
        cut(needs, Dimension::work_class, static_cast<std::size_t>(WorkClass::discretionary)),
        sum.discretionary_needs);
    expect_equal(Law::cuts,
                 "the cash of the months from confiscation adds up",
                 total(cash_confiscation),
                 sum.cash_confiscation);
    expect_equal(Law::cuts,
                 "the cash of the months from forfeiture adds up",
                 total(cash_forfeiture),
                 sum.cash_forfeiture);
  }

  template <class Row>
  void hold_accounts(const std::vector<Row>& rows,
                     std::span<const AccountColumn<Row>> columns,
                     Dimension dimension) {
    const std::size_t width = layout_.width(dimension);
    for (const AccountColumn<Row>& column : columns) {
      if (column.counter == AccountColumn<Row>::none) continue;
      for (std::size_t id = 0; id < width; ++id) {
        std::int64_t sum = 0;
        for (std::size_t row = id; row < rows.size(); row += width)
          sum += rows[row].*column.member;
        expect_equal(Law::cuts,
                     "the years of " + std::string{column.name} + " of " +
                         ids_[static_cast<std::size_t>(dimension)][id] + " add up",
                     cut(column.counter, dimension, id),
                     sum);
      }
    }
  }

  void hold_compensation() {
    std::int64_t sum = 0;
    for (const OrganisationYear& year : outcome_.accounts.organisations)
      sum += year.confiscation_to_victims_pence + year.forfeiture_to_victims_pence;
    expect_equal(Law::cuts, "the years of what victims get add up", total(cash_compensation), sum);
  }

  const DimensionIds& ids_;
  const Layout& layout_;
  const Outcome& outcome_;
  Audit audit_;
};

}  // namespace

Audit audit(const DimensionIds& ids, const Layout& layout, const Outcome& outcome) {
  return Auditor{ids, layout, outcome}.run();
}

}  // namespace ficap::models
