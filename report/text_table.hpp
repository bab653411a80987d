#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ficap::report {

/// A table of plain text: the first column to the left, the others to the right, and each as wide
/// as it must be. Labels in the first column go over several lines where one would
/// pass 100 characters.
class TextTable {
 public:
  /// @param headings one for each column, the first being the table's title; a "\n" divides lines
  /// @param widest_label the first column's limit in characters, at least 12; longer labels
  ///        go over several lines, the figures being on the last
  explicit TextTable(std::vector<std::string> headings, std::size_t widest_label = 34);

  /// Puts the last column to the left as well: words, not figures.
  void end_in_words() noexcept { ends_in_words_ = true; }
  /// A row that introduces those below it.
  void add_group(std::string label);
  /// @pre one cell for each column
  void add_row(std::vector<std::string> cells);

  [[nodiscard]] const std::vector<std::string>& headings() const noexcept { return headings_; }
  /// @returns the rows in order; a group has one cell
  [[nodiscard]] const std::vector<std::vector<std::string>>& rows() const noexcept { return rows_; }
  [[nodiscard]] bool ends_in_words() const noexcept { return ends_in_words_; }

  /// @returns lines without trailing spaces, each ending in "\n"
  [[nodiscard]] std::string text() const;

 private:
  std::vector<std::string> headings_;
  std::vector<std::vector<std::string>> rows_;  // a group has one cell
  std::size_t widest_label_;
  bool ends_in_words_{false};
};

}  // namespace ficap::report
