#include "io/write_demand.hpp"

#include <cstddef>
#include <string_view>
#include <utility>

#include "io/csv.hpp"
#include "io/json_text.hpp"
#include "io/number_text.hpp"
#include "sim/time.hpp"

namespace ficap::io {

namespace {

constexpr std::string_view of_discretionary_work = "primary needs of discretionary work";

Node number(const std::optional<double>& value) {
  return value ? make_node(*value) : Node{};
}

Node estimate_node(const study::Estimate& estimate) {
  return make_object(
      {{"mean", number(estimate.mean)}, {"half_width", number(estimate.half_width)}});
}

Node then_and_now_node(const study::ShareThenAndNow& share) {
  return make_object({{"then", estimate_node(share.then)},
                      {"now", estimate_node(share.now)},
                      {"change", estimate_node(share.change)}});
}

Object month_of(const study::DemandMonth& month) {
  Object object;
  add(object, "month", make_node(to_string(month.first_day)));
  add(object, "needs", make_node(month.needs));
  add(object, "asked", make_node(month.asked));
  add(object, "served", make_node(month.served));
  add(object, "unmet_share_of_requests", number(month.unmet_share_of_requests));
  add(object, "unmet_share_of_need", number(month.unmet_share_of_need));
  add(object, "belief", make_node(month.belief));
  return object;
}

Node against_base_node(const study::DemandAgainstBase& option) {
  return make_object({{"requests_change", estimate_node(option.requests_change)},
                      {"need_change", estimate_node(option.need_change)},
                      {"requests_beyond_need", estimate_node(option.requests_beyond_need)},
                      {"belief_change", estimate_node(option.belief_change)}});
}

std::string cell(const std::optional<double>& value) {
  return value ? shortest(*value) : "";
}

}  // namespace

Node demand_node(const study::DemandOverTime& demand) {
  return make_object(
      {{"of", make_node(of_discretionary_work)},
       {"from",
        make_node(demand.from_year_before ? "the year before the plan"
                                          : "the first year of the plan")},
       {"to", make_node("the last year of the plan")},
       {"requests_change", estimate_node(demand.requests_change)},
       {"need_change", estimate_node(demand.need_change)},
       {"requests_beyond_need", estimate_node(demand.requests_beyond_need)},
       {"unmet_share_of_need", then_and_now_node(demand.unmet_share_of_need)},
       {"unmet_share_of_requests", then_and_now_node(demand.unmet_share_of_requests)}});
}

Node demand_node(const ComparisonInfo& info,
                 const std::vector<std::vector<study::DemandMonth>>& months,
                 const std::vector<std::optional<study::DemandAgainstBase>>& options) {
  Object scenarios;
  for (std::size_t i = 0; i < info.scenarios.size(); ++i) {
    const study::DemandAgainstBase* option = nullptr;
    if (i > 0 && options.at(i - 1)) option = &*options[i - 1];
    Object scenario;
    if (i > 0)
      add(scenario, "against_base", option != nullptr ? against_base_node(*option) : Node{});
    Array series;
    series.reserve(months.at(i).size());
    for (std::size_t m = 0; m < months[i].size(); ++m) {
      Object month = month_of(months[i][m]);
      if (option != nullptr) add(month, "asked_more", estimate_node(option->requests_more.at(m)));
      series.push_back(make_node(std::move(month)));
    }
    add(scenario, "months", make_node(std::move(series)));
    add(scenarios, info.scenarios[i].name, make_node(std::move(scenario)));
  }
  return make_object(
      {{"of", make_node(of_discretionary_work)}, {"scenarios", make_node(std::move(scenarios))}});
}

std::string demand_csv(const ComparisonInfo& info,
                       const std::vector<std::vector<study::DemandMonth>>& months) {
  std::string text =
      "scenario,title,month,needs,asked,served,unmet_share_of_requests,unmet_share_of_need,"
      "belief\n";
  for (std::size_t i = 0; i < info.scenarios.size(); ++i) {
    const ComparedScenario& scenario = info.scenarios[i];
    for (const study::DemandMonth& month : months.at(i)) {
      text += csv_cell(scenario.name) + "," + csv_cell(scenario.run.scenario) + "," +
              to_string(month.first_day) + "," + shortest(month.needs) + "," +
              shortest(month.asked) + "," + shortest(month.served) + "," +
              cell(month.unmet_share_of_requests) + "," + cell(month.unmet_share_of_need) + "," +
              shortest(month.belief) + "\n";
    }
  }
  return text;
}

}  // namespace ficap::io
