#include "io/write_results.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/json_text.hpp"
#include "io/measure_kind.hpp"
#include "io/number_text.hpp"
#include "io/write_demand.hpp"
#include "io/write_precision.hpp"
#include "models/measures.hpp"
#include "study/observe.hpp"
#include "study/series.hpp"

namespace ficap::io {

namespace {

std::string number(const std::optional<double>& value) {
  return value ? shortest(*value) : "null";
}

/// The members of an estimate, without braces.
std::string members(const study::Estimate& estimate, std::string_view unit) {
  return "\"mean\": " + number(estimate.mean) + ", \"half_width\": " + number(estimate.half_width) +
         ", \"sd\": " + number(estimate.sd) + ", \"p10\": " + number(estimate.p10) +
         ", \"p90\": " + number(estimate.p90) + ", \"unit\": " + quoted(unit);
}

std::string cuts(const study::MeasureResult& result, const models::DimensionIds& ids) {
  std::string text;
  for (std::size_t dimension = 0; dimension < models::dimension_count; ++dimension) {
    const std::vector<study::Estimate>& estimates = result.by[dimension];
    if (estimates.empty()) continue;
    std::string entries;
    for (std::size_t id = 0; id < estimates.size(); ++id) {
      entries += (entries.empty() ? "\n          " : ",\n          ") + quoted(ids[dimension][id]) +
                 ": {" + members(estimates[id], result.measure.unit) + "}";
    }
    text += (text.empty() ? "\n        " : ",\n        ") +
            quoted(models::dimension_names[dimension]) + ": {" + entries + "\n        }";
  }
  return text.empty() ? "{}" : "{" + text + "\n      }";
}

bool is_money(const models::Measure& measure) noexcept {
  return measure.unit == "pounds";
}

std::string pounds(std::int64_t pence) {
  const std::int64_t absolute = pence < 0 ? -pence : pence;
  const std::string digits = std::to_string(absolute % 100 + 100).substr(1);
  return (pence < 0 ? "-" : "") + std::to_string(absolute / 100) + "." + digits;
}

/// @pre |value| < 9e16
std::string pounds(double value) {
  return pounds(static_cast<std::int64_t>(std::floor(value * 100.0 + 0.5)));
}

/// One measure in one future: whole numbers stay whole, so that sums can be checked exactly.
std::string cell(const models::Measure& measure,
                 const models::Layout& layout,
                 const models::Outcome& outcome) {
  const study::Observed observed = study::observe(measure, layout, outcome);
  if (is_money(measure) && !measure.is_ratio()) return pounds(observed.over);
  if (measure.scale == 1.0 && !measure.is_ratio()) return std::to_string(observed.over);
  const std::optional<double> value = study::value_of(measure, observed);
  return value ? shortest(*value) : "";
}

}  // namespace

std::string results_json(const RunInfo& run,
                         const study::Results& results,
                         const study::PrecisionReached* precision,
                         const study::DemandOverTime* demand) {
  std::string text = "{\n  \"run\": {\n";
  text += "    \"command\": \"run\",\n";
  text += "    \"id\": " + quoted(run.id) + ",\n";
  text += "    \"scenario\": " + quoted(run.scenario) + ",\n";
  text += "    \"scenario_sha256\": " + quoted(run.scenario_sha256) + ",\n";
  text += "    \"seed\": " + std::to_string(run.seed) + ",\n";
  text += "    \"replications\": " + std::to_string(run.replications) + ",\n";
  text += "    \"start\": " + quoted(to_string(run.start)) + ",\n";
  text += "    \"end\": " + quoted(to_string(run.end)) + ",\n";
  text += "    \"period_years\": " + std::to_string(run.end.year - run.start.year) + ",\n";
  text += "    \"version\": " + quoted(run.version) + "\n  },\n";
  if (precision != nullptr) {
    text += pretty_member("precision", precision_node(*precision, results.ids), 0) + ",\n";
  }
  text += "  \"measures\": {";
  bool first = true;
  for (const study::MeasureResult& result : results.measures) {
    text += first ? "\n    " : ",\n    ";
    first = false;
    text += quoted(result.measure.name) + ": {" + members(result.total, result.measure.unit) +
            ", \"of\": " + quoted(kind_of(result.measure)) +
            ",\n      \"by\": " + cuts(result, results.ids) + "\n    }";
  }
  text += "\n  },\n";
  if (demand != nullptr) text += pretty_member("demand", demand_node(*demand), 0) + ",\n";
  text += pretty_member("scenario", run.resolved, 0) + "\n}\n";
  return text;
}

std::string replications_csv(const models::Layout& layout,
                             std::span<const models::Outcome> outcomes) {
  std::string text = "replication";
  for (const models::Measure& measure : models::measures()) {
    text += "," + std::string{measure.name};
  }
  text += "\n";
  for (std::size_t replication = 0; replication < outcomes.size(); ++replication) {
    text += std::to_string(replication);
    for (const models::Measure& measure : models::measures()) {
      text += "," + cell(measure, layout, outcomes[replication]);
    }
    text += "\n";
  }
  return text;
}

std::string series_csv(sim::Date start, std::span<const models::Outcome> outcomes) {
  std::string text = "month";
  for (const models::MonthColumn& column : models::month_columns())
    text += "," + std::string{column.name};
  text += "\n";
  for (const study::MonthMeans& month : study::mean_series(start, outcomes)) {
    text += to_string(month.first_day);
    std::size_t place = 0;
    for (const models::MonthColumn& column : models::month_columns()) {
      const double value = month.values[place++];
      text += "," + (column.unit == "pounds" ? pounds(value) : shortest(value));
    }
    text += "\n";
  }
  return text;
}

}  // namespace ficap::io
