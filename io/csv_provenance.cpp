#include "io/csv_provenance.hpp"

#include <algorithm>

#include "io/csv.hpp"

namespace ficap::io {

CsvProvenance provenance_of(const RunInfo& run) {
  return {.run = run.id, .sha256 = run.scenario_sha256, .version = run.version, .seed = run.seed};
}

CsvProvenance provenance_of(const ComparisonInfo& comparison) {
  CsvProvenance provenance = provenance_of(comparison.scenarios.front().run);
  provenance.run = comparison.id;
  return provenance;
}

std::string with_provenance(std::string_view table, const CsvProvenance& provenance) {
  const std::string in_rows = "," + csv_cell(provenance.run) + "," + csv_cell(provenance.sha256) +
                              "," + csv_cell(provenance.version) + "," +
                              std::to_string(provenance.seed);
  std::string text;
  const auto lines = static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n'));
  text.reserve(table.size() + (lines * in_rows.size()));
  bool quoted = false;  // a line feed within quotes ends no row
  bool is_header = true;
  for (const char c : table) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) {
      text += is_header ? ",run,sha256,version,seed" : in_rows;
      is_header = false;
    }
    text += c;
  }
  return text;
}

}  // namespace ficap::io
