#include "io/write_appraisal.hpp"

#include <cstddef>
#include <optional>
#include <utility>

#include "io/csv.hpp"
#include "io/json_text.hpp"
#include "io/number_text.hpp"
#include "io/read_study.hpp"
#include "io/sha256.hpp"
#include "io/value_text.hpp"
#include "io/verdict_words.hpp"
#include "study/discounting.hpp"

namespace ficap::io {

namespace {

Node number(const std::optional<double>& value) {
  return value ? make_node(*value) : Node{};
}
Node whole(std::size_t value) {
  return make_node(static_cast<double>(value));
}

Node mean_node(const study::Mean& mean) {
  return make_object({{"mean", make_node(mean.value)}, {"half_width", number(mean.half_width)}});
}
Node mean_node(const std::optional<study::Mean>& mean) {
  return mean ? mean_node(*mean) : Node{};
}

Node change_node(const study::PairedDifference& change) {
  return make_object({{"difference", number(change.value)},
                      {"half_width", number(change.half_width)},
                      {"verdict", make_node(verdict_words(change.verdict))}});
}

Node view_node(const study::ViewOfOption& view) {
  Array twentieths;
  for (const double net : view.twentieths_with_ranges)
    twentieths.push_back(make_node(net));
  return make_object({{"present_value_of_costs", make_node(view.costs)},
                      {"present_value_of_benefits", make_node(view.benefits)},
                      {"net_present_value", mean_node(view.net)},
                      {"net_without_optimism_bias", make_node(view.net_without_bias)},
                      {"benefit_cost_ratio", number(view.ratio)},
                      {"chance_positive", make_node(view.chance_positive)},
                      {"chance_positive_with_ranges", number(view.chance_positive_with_ranges)},
                      {"twentieths_with_ranges", make_node(std::move(twentieths))},
                      {"switching_factor_of_recoveries", number(view.switching_recoveries)},
                      {"switching_factor_of_costs", number(view.switching_costs)}});
}

template <std::size_t N>
Node kinds_node(const std::array<std::string_view, N>& names, const std::array<double, N>& values) {
  Object kinds;
  for (std::size_t i = 0; i < N; ++i)
    add(kinds, names[i], make_node(values[i]));
  return make_node(std::move(kinds));
}

Node year_node(int year, const study::YearMeans& means) {
  return make_object({{"year", make_node(study::financial_year(year))},
                      {"costs", kinds_node(study::cost_kind_names, means.costs)},
                      {"receipts", kinds_node(study::receipt_kind_names, means.receipts)}});
}

Node role_node(const study::RoleOf& role, const study::Appraisal& appraisal) {
  Array years;
  for (std::size_t i = 0; i < role.years.size(); ++i) {
    const study::RoleYear& year = role.years[i];
    years.push_back(make_object({{"year", make_node(study::financial_year(appraisal.years.at(i)))},
                                 {"fte", make_node(year.fte)},
                                 {"training_fte", make_node(year.training_fte)},
                                 {"joiners", make_node(year.joiners)},
                                 {"trainees", make_node(year.trainees)},
                                 {"supplements", make_node(year.supplements)},
                                 {"overtime", make_node(year.overtime)},
                                 {"agency", make_node(year.agency)}}));
  }
  return make_object({{"organisation", make_node(appraisal.organisations.at(role.organisation))},
                      {"role", make_node(role.role)},
                      {"pay", make_node(role.pay)},
                      {"on_costs", make_node(role.on_costs)},
                      {"years", make_node(std::move(years))}});
}

Node money_node(const study::ScenarioMoney& money, const study::Appraisal& appraisal) {
  Object organisations;
  for (std::size_t o = 0; o < money.organisations.size(); ++o) {
    Array years;
    for (std::size_t y = 0; y < appraisal.years.size(); ++y)
      years.push_back(year_node(appraisal.years[y], money.organisations[o][y]));
    add(organisations, appraisal.organisations.at(o), make_node(std::move(years)));
  }
  Array roles;
  for (const study::RoleOf& role : money.roles)
    roles.push_back(role_node(role, appraisal));
  return make_object({{"organisations", make_node(std::move(organisations))},
                      {"roles", make_node(std::move(roles))}});
}

Node affordability_node(const std::vector<study::AffordabilityYear>& years,
                        const study::Appraisal& appraisal) {
  Array rows;
  for (std::size_t i = 0; i < years.size(); ++i) {
    rows.push_back(make_object({{"year", make_node(study::financial_year(appraisal.years.at(i)))},
                                {"cost", make_node(years[i].cost)},
                                {"receipts", make_node(years[i].receipts)},
                                {"budget", number(years[i].budget)},
                                {"left", number(years[i].left())}}));
  }
  return make_node(std::move(rows));
}

Node parties_node(const study::Parties& parties) {
  return make_object({{"offenders", make_node(parties.offenders)},
                      {"victims", make_node(parties.victims)},
                      {"force_receipts", make_node(parties.force_receipts)},
                      {"other_forces_receipts", make_node(parties.other_forces_receipts)},
                      {"rest_of_public_sector", make_node(parties.rest_of_public_sector)},
                      {"force_costs", make_node(parties.force_costs)},
                      {"other_forces_costs", make_node(parties.other_forces_costs)},
                      {"society", make_node(parties.society)}});
}

Node organisations_node(const std::vector<study::OrganisationChange>& changes) {
  Object organisations;
  for (const study::OrganisationChange& change : changes) {
    add(organisations,
        change.id,
        make_object({{"present_value_of_costs", make_node(change.costs)},
                     {"present_value_of_receipts", make_node(change.receipts)},
                     {"needs_met", change_node(change.needs_met)},
                     {"unmet_share_of_need", change_node(change.unmet_share)}}));
  }
  return make_node(std::move(organisations));
}

Node option_node(const study::StudyOption& option,
                 const study::OptionAppraisal& appraised,
                 const study::Appraisal& appraisal) {
  Object node;
  add(node, "id", make_node(option.id));
  add(node, "kind", make_node(name_of(option.kind)));
  Object views;
  for (std::size_t i = 0; i < study::views; ++i)
    add(views, study::view_names[i], view_node(appraised.by_view[i]));
  add(node, "views", make_node(std::move(views)));
  add(node,
      "lead",
      make_object({{"at_least", number(appraised.lead.at_least)},
                   {"at_most", number(appraised.lead.at_most)},
                   {"may_be_best", make_node(appraised.lead.may_be_best)}}));
  add(node,
      "payback_year",
      appraised.payback_year
          ? make_node(study::financial_year(appraisal.years.at(*appraised.payback_year - 1)))
          : Node{});
  add(node, "needs_met", change_node(appraised.needs_met));
  add(node, "recovered", change_node(appraised.recovered));
  add(node, "more_cost", mean_node(appraised.more_cost));
  add(node, "cost_per_need", mean_node(appraised.cost_per_need));
  add(node, "cost_per_pound", mean_node(appraised.cost_per_pound));
  add(node, "switching_value_of_recovery", number(appraised.switching_value_of_recovery));
  add(node, "affordability", affordability_node(appraised.affordability, appraisal));
  add(node, "parties", parties_node(appraised.parties));
  add(node, "organisations", organisations_node(appraised.organisations));
  add(node, "money", money_node(appraised.money, appraisal));
  return make_node(std::move(node));
}

Node sensitivity_node(const study::Appraisal& appraisal, const study::StudyDocument& study) {
  Array rows;
  for (const study::SensitivityRow& row : appraisal.sensitivity) {
    Array places{make_node(row.number.pointer)};
    for (const std::string& place : row.number.also)
      places.push_back(make_node(place));
    Object views;
    for (std::size_t v = 0; v < study::views; ++v) {
      Object options;
      for (std::size_t i = 0; i < study.options.size(); ++i) {
        add(options,
            study.options[i].id,
            make_object({{"at_low", make_node(row.nets[v][i].at_low)},
                         {"at_high", make_node(row.nets[v][i].at_high)}}));
      }
      add(views, study::view_names[v], make_node(std::move(options)));
    }
    rows.push_back(
        make_object({{"number", make_node(std::move(places))},
                     {"source", make_node(row.number.source)},
                     {"grade", row.number.grade ? make_node(name_of(*row.number.grade)) : Node{}},
                     {"low", make_node(row.number.low)},
                     {"value", make_node(row.number.value)},
                     {"high", make_node(row.number.high)},
                     {"net_present_value", make_node(std::move(views))}}));
  }
  return make_node(std::move(rows));
}

Node switches_node(const study::Appraisal& appraisal, const study::StudyDocument& study) {
  Array rows;
  for (const study::SwitchBetween& between : appraisal.switches) {
    rows.push_back(
        make_object({{"view", make_node(study::view_names[static_cast<std::size_t>(between.view)])},
                     {"ahead", make_node(study.options.at(between.ahead).id)},
                     {"behind", make_node(study.options.at(between.behind).id)},
                     {"factor_of_recoveries", number(between.recoveries)}}));
  }
  return make_node(std::move(rows));
}

Node equal_cost_node(const study::Appraisal& appraisal, const study::StudyDocument& study) {
  Array groups;
  for (const study::EqualCost& group : appraisal.equal_cost) {
    Array ids;
    for (const std::size_t option : group.options)
      ids.push_back(make_node(study.options.at(option).id));
    groups.push_back(make_object({{"options", make_node(std::move(ids))},
                                  {"apart", make_node(group.apart)},
                                  {"spread", number(group.spread)}}));
  }
  return make_node(std::move(groups));
}

Node years_node(const study::Appraisal& appraisal) {
  Array years;
  for (std::size_t i = 0; i < appraisal.years.size(); ++i) {
    years.push_back(make_object({{"year", make_node(study::financial_year(appraisal.years[i]))},
                                 {"discount_factor", make_node(appraisal.factors[i])},
                                 {"prices", make_node(appraisal.prices[i])}}));
  }
  return make_node(std::move(years));
}

Node run_node(const AppraisalInfo& info,
              const study::StudyDocument& study,
              const study::Appraisal& appraisal) {
  const RunInfo& base = info.comparison.scenarios.front().run;
  return make_object(
      {{"command", make_node("appraise")},
       {"id", make_node(info.id)},
       {"title", make_node(study.title)},
       {"study_sha256", make_node(info.study_sha256)},
       {"price_base", make_node(study.terms.price_base)},
       {"green_book", make_node(study.terms.green_book)},
       {"draws_of_prices", whole(appraisal.draws)},
       {"seed", make_node(static_cast<double>(base.seed))},
       {"replications", make_node(static_cast<double>(base.replications))},
       {"start", make_node(to_string(base.start))},
       {"end", make_node(to_string(base.end))},
       {"period_years", make_node(static_cast<double>(base.end.year - base.start.year))},
       {"version", make_node(base.version)}});
}

void add_rows(std::string& text,
              const std::string& scenario,
              const study::ScenarioMoney& money,
              const study::Appraisal& appraisal) {
  for (std::size_t o = 0; o < money.organisations.size(); ++o) {
    for (std::size_t y = 0; y < appraisal.years.size(); ++y) {
      const std::string start = csv_cell(scenario) + "," + csv_cell(appraisal.organisations[o]) +
                                "," + study::financial_year(appraisal.years[y]) + ",";
      const study::YearMeans& means = money.organisations[o][y];
      for (std::size_t i = 0; i < study::cost_kinds; ++i) {
        text += start + "cost," + std::string{study::cost_kind_names[i]} + "," +
                shortest(means.costs[i]) + "\n";
      }
      for (std::size_t i = 0; i < study::receipt_kinds; ++i) {
        text += start + "receipt," + std::string{study::receipt_kind_names[i]} + "," +
                shortest(means.receipts[i]) + "\n";
      }
    }
  }
}

}  // namespace

AppraisalInfo appraisal_info(const study::StudyDocument& study,
                             const std::vector<models::Scenario>& scenarios,
                             const models::DimensionIds& ids_of_base,
                             study::StudyPlan plan,
                             std::string_view version) {
  std::vector<std::string> names{"base"};
  for (const study::StudyOption& option : study.options)
    names.push_back(option.id);
  AppraisalInfo info{
      .id = {},
      .study_sha256 = sha256_hex(canonical(study_node(study))),
      .comparison = comparison_info(scenarios,
                                    names,
                                    study::decision_measures(scenarios.front().planned),
                                    ids_of_base,
                                    plan,
                                    version)};
  std::string text = "appraise " + info.study_sha256;
  for (const ComparedScenario& scenario : info.comparison.scenarios)
    text += " " + scenario.run.scenario_sha256;
  info.id = run_id(text, plan, version);
  return info;
}

std::string appraisal_json(const AppraisalInfo& info,
                           const study::StudyDocument& study,
                           const study::Appraisal& appraisal,
                           Object more) {
  Object document;
  add(document, "run", run_node(info, study, appraisal));
  for (Member& member : more.members)
    document.members.push_back(std::move(member));
  add(document, "years", years_node(appraisal));
  add(document,
      "base",
      make_object({{"affordability", affordability_node(appraisal.affordability, appraisal)},
                   {"money", money_node(appraisal.base, appraisal)}}));
  Array options;
  for (std::size_t i = 0; i < appraisal.options.size(); ++i)
    options.push_back(option_node(study.options.at(i), appraisal.options[i], appraisal));
  add(document, "options", make_node(std::move(options)));
  add(document, "sensitivity", sensitivity_node(appraisal, study));
  add(document, "switching", switches_node(appraisal, study));
  add(document, "equal_cost", equal_cost_node(appraisal, study));
  add(document, "measures", measures_node(info.comparison, appraisal.measures));
  add(document, "study", study_node(study));
  add(document, "scenarios", scenarios_node(info.comparison.scenarios));
  return pretty(make_node(std::move(document)));
}

std::string appraisal_csv(const AppraisalInfo& info, const study::Appraisal& appraisal) {
  std::string text = "scenario,organisation,year,kind,of,pounds\n";
  add_rows(text, info.comparison.scenarios.front().name, appraisal.base, appraisal);
  for (std::size_t i = 0; i < appraisal.options.size(); ++i) {
    add_rows(text, info.comparison.scenarios.at(i + 1).name, appraisal.options[i].money, appraisal);
  }
  return text;
}

}  // namespace ficap::io
