#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>

#include <xlsxwriter.h>

#include "report/words.hpp"
#include "report/workbook/cell_text.hpp"
#include "report/workbook/spreadsheet.hpp"
#include "sim/expects.hpp"

namespace ficap::report::workbook {

namespace {

constexpr double points_a_line = 13.0;
constexpr double points_of_rim = 4.0;
constexpr double usual_width = 8.43;
constexpr unsigned most_lines = 30;
// What Excel allows in the windows of an input cell.
constexpr std::size_t longest_message = 255;
constexpr std::size_t longest_window_title = 32;
constexpr std::size_t longest_header = 180;

constexpr std::array<std::uint32_t, 10> series_colours{0x12325A,
                                                       0xC2571A,
                                                       0x2E7D6B,
                                                       0x7A4E9E,
                                                       0xB8960C,
                                                       0x4C86C6,
                                                       0x9C2F4F,
                                                       0x5F6B7A,
                                                       0x8FBF6A,
                                                       0xE39AB0};

void ensure(lxw_error error) {
  FICAP_EXPECTS(error == LXW_NO_ERROR);
}

char* as_argument(const std::string& text) {
  return const_cast<char*>(text.c_str());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

// What a chart shows before anything is recalculated. libxlsxwriter fills this in from cells that
// hold numbers and words, and would take every formula for 0; it frees what it finds here.
// NOLINTBEGIN(cppcoreguidelines-no-malloc, cppcoreguidelines-owning-memory): the library frees it
void remember(lxw_series_range* range, const std::vector<Formula>& cells) {
  range->ignore_cache = LXW_TRUE;
  for (const Formula& cell : cells) {
    auto* const point =
        static_cast<lxw_series_data_point*>(std::calloc(1, sizeof(lxw_series_data_point)));
    FICAP_EXPECTS(point != nullptr);
    if (cell.is_number()) {
      point->number = cell.number();
    } else {
      const std::string words = cell.said();
      point->string = static_cast<char*>(std::calloc(words.size() + 1, 1));
      FICAP_EXPECTS(point->string != nullptr);
      words.copy(point->string, words.size());
      point->is_string = LXW_TRUE;
      range->has_string_cache = LXW_TRUE;
    }
    STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
    ++range->num_data_points;
  }
}
// NOLINTEND(cppcoreguidelines-no-malloc, cppcoreguidelines-owning-memory)

}  // namespace

lxw_format* Sheet::format(Look look, Shown shown) {
  return book_->format(look, shown);
}

Formula Sheet::write(std::uint32_t row,
                     std::uint16_t column,
                     std::string_view text,
                     lxw_format* as) {
  const std::string clean = cell_text(text);
  ensure(worksheet_write_string(sheet_, row, column, clean.c_str(), as));
  return Formula::cell({.sheet = name_, .row = row, .column = column}, readable(text));
}

Formula Sheet::text(
    std::uint32_t row, std::uint16_t column, std::string_view text, Look look, Shown shown) {
  const bool heading = look == Look::heading || look == Look::heading_of_numbers;
  if (shown == Shown::wrapped || heading)
    make_room(row, {.first = column, .last = column, .width = 0.0}, text, look);
  if (column > 0 && !heading && look != Look::section) {
    if (shown == Shown::text) shown = Shown::indented;
    if (shown == Shown::wrapped) shown = Shown::wrapped_indented;
  }
  return write(row, column, text, format(look, shown));
}

Formula Sheet::number(
    std::uint32_t row, std::uint16_t column, double number, Shown shown, Look look) {
  ensure(worksheet_write_number(sheet_, row, column, number, format(look, shown)));
  return Formula::cell({.sheet = name_, .row = row, .column = column}, number);
}

Formula Sheet::number(std::uint32_t row,
                      std::uint16_t column,
                      const std::optional<double>& number,
                      Shown shown,
                      Look look) {
  if (number) return this->number(row, column, *number, shown, look);
  ensure(worksheet_write_string(
      sheet_, row, column, std::string{no_number}.c_str(), format(look, shown)));
  return Formula::cell({.sheet = name_, .row = row, .column = column}, std::string{no_number});
}

Formula Sheet::put(
    std::uint32_t row, std::uint16_t column, const Formula& formula, Shown shown, Look look) {
  const std::string text = "=" + formula.text_in(name_);
  auto* const as = format(look, shown);
  if (formula.is_number()) {
    ensure(worksheet_write_formula_num(sheet_, row, column, text.c_str(), as, formula.number()));
  } else {
    ensure(
        worksheet_write_formula_str(sheet_, row, column, text.c_str(), as, formula.said().c_str()));
  }
  return Formula::cell({.sheet = name_, .row = row, .column = column}, formula.value());
}

void Sheet::blank(std::uint32_t row, std::uint16_t column, Look look) {
  ensure(worksheet_write_blank(sheet_, row, column, format(look, Shown::text)));
}

void Sheet::headings(std::uint32_t row,
                     std::uint16_t column,
                     const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto at = static_cast<std::uint16_t>(column + i);
    text(row, at, names[i], at == 0 ? Look::heading : Look::heading_of_numbers);
  }
}

Formula Sheet::across(std::uint32_t row, Columns columns, const Formula& words, Look look) {
  auto* const as = format(look, Shown::text);
  make_room(row, columns, words.said(), look);
  ensure(worksheet_merge_range(sheet_, row, columns.first, row, columns.last, "", as));
  return put(row, columns.first, words, Shown::text, look);
}

Formula Sheet::across(std::uint32_t row, Columns columns, std::string_view words, Look look) {
  auto* const as = format(look, Shown::text);
  make_room(row, columns, words, look);
  ensure(worksheet_merge_range(sheet_, row, columns.first, row, columns.last, "", as));
  return write(row, columns.first, words, as);
}

void Sheet::widths(const std::vector<Columns>& columns) {
  for (const Columns& each : columns) {
    ensure(worksheet_set_column(sheet_, each.first, each.last, each.width, nullptr));
    for (std::uint16_t column = each.first; column <= each.last; ++column)
      widths_[column] = each.width;
  }
}

void Sheet::height(std::uint32_t row, unsigned lines) {
  unsigned& most = lines_[row];
  if (lines <= most) return;
  most = std::min(lines, most_lines);
  ensure(worksheet_set_row(sheet_, row, (points_a_line * most) + points_of_rim, nullptr));
}

void Sheet::make_room(std::uint32_t row, Columns columns, std::string_view words, Look look) {
  double width = 0.0;
  for (std::uint16_t column = columns.first; column <= columns.last; ++column) {
    const auto found = widths_.find(column);
    width += found == widths_.end() ? usual_width : found->second;
  }
  const bool bold =
      look == Look::heading || look == Look::heading_of_numbers || look == Look::verdict;
  // Letters are narrower than the digits by which columns are measured.
  width *= bold ? 1.0 : 1.12;
  unsigned lines = 0;
  for (std::size_t from = 0; from <= words.size();) {
    const std::size_t to = std::min(words.find('\n', from), words.size());
    const auto length = static_cast<double>(width_of(words.substr(from, to - from)));
    lines += std::max(1U, static_cast<unsigned>(std::ceil(length / std::max(1.0, width))));
    from = to + 1;
  }
  height(row, lines);
}

void Sheet::allow(const Formula& cell, const Allowed& allowed) {
  const std::string title = one_line(allowed.title, longest_window_title);
  const std::string message = one_line(allowed.message, longest_message);
  std::vector<char*> words;
  lxw_data_validation rule{};
  if (allowed.words.empty()) {
    rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
    rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule.minimum_number = allowed.at_least;
    rule.maximum_number = allowed.at_most;
  } else {
    for (const std::string& word : allowed.words)
      words.push_back(as_argument(word));
    words.push_back(nullptr);
    rule.validate = LXW_VALIDATION_TYPE_LIST;
    rule.value_list = words.data();
  }
  rule.ignore_blank = LXW_VALIDATION_OFF;
  rule.input_title = as_argument(title);
  rule.input_message = as_argument(message);
  rule.error_title = as_argument(title);
  rule.error_message = as_argument(message);
  ensure(worksheet_data_validation_cell(sheet_, cell.at()->row, cell.at()->column, &rule));
}

void Sheet::filter(std::uint32_t first, std::uint32_t last, std::uint16_t last_column) {
  ensure(worksheet_autofilter(sheet_, first, 0, last, last_column));
}

void Sheet::freeze(std::uint32_t rows, std::uint16_t columns) {
  worksheet_freeze_panes(sheet_, rows, columns);
}

void Sheet::repeat_rows(std::uint32_t first, std::uint32_t last) {
  ensure(worksheet_repeat_rows(sheet_, first, last));
}

void Sheet::page_break_before(std::vector<std::uint32_t> rows) {
  rows.push_back(0);  // ends the list
  ensure(worksheet_set_h_pagebreaks(sheet_, rows.data()));
}

void Sheet::chart(std::uint32_t row, std::uint16_t column, const ChartFacts& facts) {
  lxw_chart* const chart = book_->new_chart(facts.lies_down);
  std::size_t i = 0;
  for (const Series& series : facts.series) {
    lxw_chart_series* const drawn = chart_add_series(chart, nullptr, nullptr);
    const CellAt& from = *series.categories.front().at();
    const CellAt& to = *series.categories.back().at();
    chart_series_set_categories(
        drawn, from.sheet.c_str(), from.row, from.column, to.row, to.column);
    const CellAt& first = *series.values.front().at();
    const CellAt& last = *series.values.back().at();
    chart_series_set_values(
        drawn, first.sheet.c_str(), first.row, first.column, last.row, last.column);
    remember(drawn->categories, series.categories);
    remember(drawn->values, series.values);
    chart_series_set_name_range(
        drawn, series.name.at()->sheet.c_str(), series.name.at()->row, series.name.at()->column);
    lxw_chart_fill fill{};
    fill.color = series_colours.at(i % series_colours.size());
    chart_series_set_fill(drawn, &fill);
    ++i;
  }
  chart_title_set_name_range(
      chart, facts.title.at()->sheet.c_str(), facts.title.at()->row, facts.title.at()->column);
  remember(chart->title.range, {facts.title});
  lxw_chart_font title_font{};
  title_font.size = 12;
  chart_title_set_name_font(chart, &title_font);
  // The library's x axis is the one that lies, whatever it shows.
  lxw_chart_axis* const categories = facts.lies_down ? chart->y_axis : chart->x_axis;
  lxw_chart_axis* const amounts = facts.lies_down ? chart->x_axis : chart->y_axis;
  chart_axis_set_name(categories, facts.across.c_str());
  chart_axis_set_name(amounts, facts.up.c_str());
  lxw_chart_line pale{};
  pale.color = 0xD5DBE3;
  pale.width = 0.75F;
  chart_axis_major_gridlines_set_line(amounts, &pale);
  chart_axis_set_num_format(amounts, "£#,##0;-£#,##0;£0");
  // Below the columns that hang down from 0.
  if (facts.lies_down) chart_axis_set_reverse(categories);
  chart_axis_set_label_position(categories, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  if (facts.series.size() == 1) {
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
  } else {
    chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
  }
  const std::string alt_text = one_line(facts.alt_text, 1000);
  lxw_chart_options options{};
  options.description = as_argument(alt_text);
  options.x_scale = 1.45;
  options.y_scale = facts.height;
  ensure(worksheet_insert_chart_opt(sheet_, row, column, chart, &options));
}

void Sheet::warn_where_false(const Formula& cell) {
  lxw_conditional_format rule{};
  rule.type = LXW_CONDITIONAL_TYPE_CELL;
  rule.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO;
  const std::string no = "FALSE";
  rule.value_string = as_argument(no);
  rule.format = book_->warning();
  const CellAt& at = *cell.at();
  ensure(worksheet_conditional_format_cell(sheet_, at.row, at.column, &rule));
}

void Sheet::warn_unless(const Formula& truth, std::uint32_t row, Columns columns) {
  std::array<char, LXW_MAX_CELL_NAME_LENGTH> fixed{};  // whichever cell of the range asks
  lxw_rowcol_to_cell_abs(fixed.data(), truth.at()->row, truth.at()->column, 1, 1);
  const std::string condition = "=NOT('" + truth.at()->sheet + "'!" + fixed.data() + ")";
  lxw_conditional_format rule{};
  rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
  rule.value_string = as_argument(condition);
  rule.format = book_->warning();
  ensure(worksheet_conditional_format_range(sheet_, row, columns.first, row, columns.last, &rule));
}

void Sheet::print_setup(std::string_view header, std::string_view footer, Paper paper) {
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, static_cast<std::uint8_t>(paper));
  worksheet_fit_to_pages(sheet_, 1, 0);
  worksheet_set_margins(sheet_, 0.5, 0.5, 0.75, 0.75);
  const std::string above = "&C&\"Calibri,Bold\"" + header_text(header, 60);
  const std::string below =
      "&L&8" + header_text(" " + std::string{footer}, longest_header) + "&R&8&A  page &P of &N";
  ensure(worksheet_set_header(sheet_, above.c_str()));
  ensure(worksheet_set_footer(sheet_, below.c_str()));
}

}  // namespace ficap::report::workbook
