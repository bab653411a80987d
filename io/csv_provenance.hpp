#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "io/run_info.hpp"
#include "io/write_comparison.hpp"

namespace ficap::io {

/// What a table is cited by.
struct CsvProvenance {
  std::string run;      ///< the name to cite it by
  std::string sha256;   ///< of what was simulated: the scenario, the base of several, the study
  std::string version;  ///< of the program
  std::uint64_t seed{};
};

[[nodiscard]] CsvProvenance provenance_of(const RunInfo& run);
[[nodiscard]] CsvProvenance provenance_of(const ComparisonInfo& comparison);

/// @param table as we write tables: a header, and lines that end in a line feed
/// @returns the table with the columns `run`, `sha256`, `version` and `seed` behind the others, the
///          same in each row: a row that is copied elsewhere can still be traced
[[nodiscard]] std::string with_provenance(std::string_view table, const CsvProvenance& provenance);

}  // namespace ficap::io
