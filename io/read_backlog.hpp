#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "io/csv.hpp"
#include "io/document.hpp"
#include "io/extends.hpp"
#include "io/problem.hpp"
#include "io/sources.hpp"

namespace ficap::io {

/// A table of the cases that are open today: what `start` names as its backlog.
///
/// A row is a request of a case, or a case without any. Its columns are those of models::OpenCase
/// and models::OpenRequest, found by their names in the header, in any order. Rows of one case say
/// what the case is once, or the same each time. The table becomes the cases of the scenario's
/// tree, each value with its place in the table; whoever reads the tree finds what is wrong with a
/// value, and here it is known to which row that belongs.
class Backlog {
 public:
  /// @param source of the table's text
  Backlog(const Sources& sources, std::uint32_t source);

  /// @returns what is wrong with the table as a whole; without that there are rows
  [[nodiscard]] const Problems& problems() const noexcept { return problems_; }
  [[nodiscard]] std::size_t rows() const noexcept { return rows_.size(); }

  /// @returns the cases of the rows that are not left out, by reference, and their requests, so
  ///          that the order of rows is of no account
  [[nodiscard]] Node cases();

  /// Leaves out the rows to which errors belong: the one with a bad request, or all those of a case
  /// that is bad itself. Where a request is bad its row still says what the case is.
  ///
  /// @param errors of the tree that cases() gave last, and of the rows themselves
  /// @returns those that belong to rows, with columns for pointers; there are fewer rows then
  [[nodiscard]] Problems leave_out(const Problems& errors);

  /// @returns the lines of the rows left out, in ascending order
  [[nodiscard]] std::vector<std::uint32_t> lines_left_out() const;

 private:
  enum class Use : unsigned char { whole, case_only, none };  // less and less of a row
  struct Row {
    CsvRecord record;
    Use use{Use::whole};
  };
  struct Case {
    std::string reference;
    std::vector<std::size_t> rows;
    std::vector<std::size_t> request_rows;  ///< in the order of the tree
  };

  void read_header(const CsvRecord& header);
  [[nodiscard]] const CsvField* field(std::size_t row, std::string_view column) const;
  [[nodiscard]] bool has_request(std::size_t row) const;
  [[nodiscard]] std::vector<Case> grouped() const;
  [[nodiscard]] Node case_node(Case& c);
  void no_two_minds(const Case& c);
  [[nodiscard]] std::string request_key(std::size_t row) const;

  std::vector<std::optional<std::string>> columns_;  ///< by place; none: of an unknown name
  std::vector<Row> rows_;
  std::vector<Case> cases_;  ///< as the tree has them
  Problems problems_;
  Problems of_rows_;  ///< what is wrong with rows before they are read, and not yet told
};

/// Reads the table that a scenario's `start` names and puts its cases into the tree.
///
/// @param load gives the table's text; its name is relative to that of the text that names it
/// @returns the table; nothing where none is named, where the cases are there already, or where it
///          cannot be read, which is a problem then
[[nodiscard]] std::optional<Backlog> read_backlog(Resolved& resolved, const Load& load);

/// Puts the cases of the rows that are left into the tree, and says which are not.
void put_cases(Node& root, Backlog& backlog);

}  // namespace ficap::io
