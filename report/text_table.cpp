#include "report/text_table.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "report/words.hpp"
#include "sim/expects.hpp"

namespace ficap::report {

namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t line_width = 100;
constexpr std::size_t narrowest_label = 12;
constexpr std::string_view continued = "  ";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0;;) {
    const std::size_t end = text.find('\n', from);
    lines.push_back(text.substr(from, end - from));
    if (end == std::string::npos) return lines;
    from = end + 1;
  }
}

// A label in lines of at most `width` characters; those after the first begin a little further in.
std::vector<std::string> label_lines(const std::string& label, std::size_t width) {
  const std::size_t indent = std::min(label.find_first_not_of(' '), label.size());
  if (width_of(label) <= width) return {label};
  const std::string margin(indent, ' ');
  std::vector<std::string> lines =
      lines_of(wrapped(label.substr(indent), width - indent - continued.size()));
  lines.pop_back();  // wrapped() ends its last line, too
  for (std::size_t i = 0; i < lines.size(); ++i) {
    lines[i] = margin + std::string{i == 0 ? "" : continued} + lines[i];
  }
  return lines;
}

std::string line_of(const std::vector<std::string>& cells,
                    const std::vector<std::size_t>& widths,
                    bool ends_in_words) {
  std::string line;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    const std::string padding(widths[column] - std::min(widths[column], width_of(cells[column])),
                              ' ');
    if (column > 0) line.append(gap, ' ');
    const bool to_the_left = column == 0 || (ends_in_words && column + 1 == widths.size());
    line += to_the_left ? cells[column] + padding : padding + cells[column];
  }
  line.erase(line.find_last_not_of(' ') + 1);
  return line + "\n";
}

}  // namespace

TextTable::TextTable(std::vector<std::string> headings, std::size_t widest_label)
    : headings_{std::move(headings)}, widest_label_{widest_label} {
  FICAP_EXPECTS(!headings_.empty());
}

void TextTable::add_group(std::string label) {
  rows_.push_back({std::move(label)});
}

void TextTable::add_row(std::vector<std::string> cells) {
  FICAP_EXPECTS(cells.size() == headings_.size());
  rows_.push_back(std::move(cells));
}

std::string TextTable::text() const {
  // Headings stand on their last line: a column with fewer lines begins lower.
  std::size_t height = 0;
  for (const std::string& heading : headings_) {
    height = std::max(height, lines_of(heading).size());
  }
  std::vector<std::vector<std::string>> head(height, std::vector<std::string>(headings_.size()));
  std::vector<std::size_t> widths(headings_.size(), 0);
  for (std::size_t column = 0; column < headings_.size(); ++column) {
    const auto lines = lines_of(headings_[column]);
    const std::size_t first = column == 0 ? 0 : height - lines.size();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      head[first + i][column] = lines[i];
      widths[column] = std::max(widths[column], width_of(lines[i]));
    }
  }
  std::size_t others = 0;
  for (std::size_t column = 1; column < headings_.size(); ++column) {
    for (const auto& row : rows_) {
      if (row.size() > 1) widths[column] = std::max(widths[column], width_of(row[column]));
    }
    others += gap + widths[column];
  }
  const std::size_t room = line_width - std::min(line_width, others);
  const std::size_t label_limit = std::max(narrowest_label, std::min(widest_label_, room));
  std::vector<std::vector<std::string>> body;
  for (const auto& row : rows_) {
    if (row.size() == 1) {
      body.push_back(row);
      continue;
    }
    const auto label = label_lines(row[0], label_limit);
    for (const std::string& line : label) {
      widths[0] = std::max(widths[0], width_of(line));
      body.push_back({line});
    }
    body.back() = row;
    body.back()[0] = label.back();
  }
  std::string text;
  for (const auto& cells : head)
    text += line_of(cells, widths, ends_in_words_);
  for (const auto& row : body)
    text += row.size() == 1 ? row[0] + "\n" : line_of(row, widths, ends_in_words_);
  return text;
}

}  // namespace ficap::report
