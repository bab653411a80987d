#include <cstdlib>

#include "report/html/blocks.hpp"

namespace ficap::report::html {

namespace {

bool is_number(const std::string& cell) {
  if (cell.find_first_not_of("0123456789.+-eE") != std::string::npos) return false;
  char* end = nullptr;
  static_cast<void>(std::strtod(cell.c_str(), &end));
  return !cell.empty() && *end == '\0';
}

std::string cell_of(const std::string& words) {
  if (is_number(words)) return words;
  constexpr std::string_view begins_a_formula = "=+-@\t\r";
  std::string cell;
  if (!words.empty() && begins_a_formula.find(words.front()) != std::string_view::npos) cell = "'";
  cell += words;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    quoted += c;
    if (c == '"') quoted += c;
  }
  return quoted + "\"";
}

std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i)
    line += (i == 0 ? "" : ",") + cell_of(cells[i]);
  return line + "\r\n";
}

}  // namespace

std::string csv(const chart::Data& data, const std::string& cited_as) {
  const auto with = [](std::vector<std::string> cells, const std::string& last) {
    cells.push_back(last);
    return line_of(cells);
  };
  std::string text = with(data.columns, "cite as");
  for (const chart::DataRow& row : data.rows)
    text += with(row.cells, cited_as);
  return text;
}

}  // namespace ficap::report::html
