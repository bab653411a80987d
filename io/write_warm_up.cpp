#include "io/write_warm_up.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "io/json_text.hpp"
#include "io/number_text.hpp"

namespace ficap::io {

namespace {

Node count(std::size_t number) {
  return make_node(static_cast<double>(number));
}

bool still_moves(const WarmUpStudy& study, const study::Settling& series) {
  return std::any_of(study.unsettled.begin(),
                     study.unsettled.end(),
                     [&](const study::Unsettled& each) { return each.name == series.name; });
}

// Absent where no months are left out.
std::optional<double> mean_before(const study::Settling& series) {
  return series.cut && *series.cut == 0 ? std::nullopt : std::optional{series.before};
}

Node run_node(const WarmUpStudy& study) {
  const RunInfo& run = study.run;
  return make_object({{"command", make_node("warmup")},
                      {"id", make_node(run.id)},
                      {"scenario", make_node(run.scenario)},
                      {"scenario_sha256", make_node(run.scenario_sha256)},
                      {"seed", make_node(static_cast<double>(run.seed))},
                      {"replications", count(run.replications)},
                      {"years", count(study.years)},
                      {"version", make_node(run.version)}});
}

Node series_node(const WarmUpStudy& study, const study::Settling& series) {
  Array monthly;
  for (const double value : series.monthly)
    monthly.push_back(make_node(value));
  const std::optional<double> before = mean_before(series);
  return make_object({{"settled_after_months", series.cut ? count(*series.cut) : Node{}},
                      {"mean_before", before ? make_node(*before) : Node{}},
                      {"mean_after", make_node(series.after)},
                      {"moves_after_warm_up", make_node(still_moves(study, series))},
                      {"monthly", make_node(std::move(monthly))}});
}

}  // namespace

RunInfo warm_up_info(const models::Scenario& scenario,
                     study::StudyPlan plan,
                     unsigned years,
                     std::string_view version) {
  RunInfo info = run_info(scenario, plan, version);
  info.id = run_id("warmup " + std::to_string(years) + " " + info.scenario_sha256, plan, version);
  return info;
}

std::string warm_up_json(const WarmUpStudy& study) {
  Object series;
  for (const study::Settling& each : study.series)
    add(series, each.name, series_node(study, each));
  const bool stated = study.stated_months > 0;
  return pretty(make_object({{"run", run_node(study)},
                             {"stated_months", count(study.stated_months)},
                             {"long_enough", stated ? make_node(study.unsettled.empty()) : Node{}},
                             {"series", make_node(std::move(series))},
                             {"scenario", study.run.resolved}}));
}

std::string settling_csv(const WarmUpStudy& study) {
  std::string text = "series,settled_after_months,mean_before,mean_after,moves_after_warm_up\n";
  for (const study::Settling& each : study.series) {
    const std::optional<double> before = mean_before(each);
    text += std::string{each.name} + "," + (each.cut ? std::to_string(*each.cut) : "") + "," +
            (before ? shortest(*before) : "") + "," + shortest(each.after) + "," +
            (still_moves(study, each) ? "yes" : "no") + "\n";
  }
  return text;
}

std::string monthly_csv(const WarmUpStudy& study) {
  std::string text = "month";
  for (const study::Settling& each : study.series)
    text += "," + std::string{each.name};
  text += "\n";
  const std::size_t months = study.series.empty() ? 0 : study.series.front().monthly.size();
  for (std::size_t month = 0; month < months; ++month) {
    text += std::to_string(month + 1);
    for (const study::Settling& each : study.series)
      text += "," + shortest(each.monthly.at(month));
    text += "\n";
  }
  return text;
}

}  // namespace ficap::io
