#pragma once

#include <string>
#include <vector>

#include "io/csv.hpp"
#include "io/document.hpp"

namespace ficap::io {

/// A column of a table of open cases: a field of models::OpenCase or models::OpenRequest.
struct BacklogColumn {
  std::string name;
  bool required{};
  bool of_request{};
  /// What a scenario would say in place of the cell: a spreadsheet has numbers without their units,
  /// which are pounds and hours. @pre the cell is not empty
  Node (*value)(const CsvField& cell);
};

/// @returns the columns of a case, then those of a request
[[nodiscard]] const std::vector<BacklogColumn>& backlog_columns();
[[nodiscard]] std::vector<std::string> backlog_column_names();

}  // namespace ficap::io
