#pragma once

#include <string>

#include "report/html/markup.hpp"
#include "report/html/page.hpp"

namespace ficap::report::html {

/// Writes the blocks of one page, and gives each figure and table an id of its own.
class BlockWriter {
 public:
  /// @param cited_as what stands under every chart
  explicit BlockWriter(std::string cited_as) : cited_as_{std::move(cited_as)} {}

  [[nodiscard]] Markup operator()(const Heading& heading) const;
  [[nodiscard]] Markup operator()(const Paragraph& paragraph) const;
  [[nodiscard]] Markup operator()(const Bullets& bullets) const;
  [[nodiscard]] Markup operator()(const Terms& terms) const;
  [[nodiscard]] Markup operator()(const Table& table);
  [[nodiscard]] Markup operator()(const Figure& figure);
  [[nodiscard]] Markup operator()(const Verbatim& verbatim) const;
  [[nodiscard]] Markup operator()(const Closed& closed);

 private:
  std::string cited_as_;
  int tables_{0};
  int figures_{0};
};

/// Words and numbers as CSV (RFC 4180): words that a spreadsheet would take for a formula begin
/// with an apostrophe. The last column, "cite as", says in each row what it is from.
[[nodiscard]] std::string csv(const chart::Data& data, const std::string& cited_as);

}  // namespace ficap::report::html
