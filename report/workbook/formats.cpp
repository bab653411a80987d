#include <array>
#include <cstdint>

#include <xlsxwriter.h>

#include "report/workbook/spreadsheet.hpp"

namespace ficap::report::workbook {

namespace {

// Dark on light throughout, so that every pair has a contrast of more than 7 : 1.
constexpr std::uint32_t ink = 0x1F2937;
constexpr std::uint32_t navy = 0x12325A;
constexpr std::uint32_t band = 0xDCE6F2;
constexpr std::uint32_t pale = 0xF3F6FA;
constexpr std::uint32_t input_fill = 0xFFF2CC;
constexpr std::uint32_t input_ink = 0x1F3FA8;
constexpr std::uint32_t quiet = 0x4B5563;
constexpr std::uint32_t line = 0xB8C4D4;

const char* number_format(Shown shown) {
  switch (shown) {
    case Shown::pounds:
      return "£#,##0;-£#,##0;\"–\"";
    case Shown::pounds_and_pence:
      return "£#,##0.00;-£#,##0.00;£0.00";
    case Shown::count:
      return "#,##0;-#,##0;0";
    case Shown::one_decimal:
      return "#,##0.0;-#,##0.0;0.0";
    case Shown::two_decimals:
      return "#,##0.00;-#,##0.00;0.00";
    case Shown::factor:
      return "0.0000";
    case Shown::percent:
      return "0%";
    case Shown::percent_fine:
      return "0.00%";
    case Shown::text:
    case Shown::indented:
    case Shown::wrapped:
    case Shown::wrapped_indented:
    case Shown::general:
    case Shown::truth:
      break;
  }
  return "General";
}

void fill(lxw_format* format, std::uint32_t colour) {
  format_set_pattern(format, LXW_PATTERN_SOLID);
  format_set_bg_color(format, colour);
}

void set_look(lxw_format* format, Look look) {
  format_set_font_name(format, "Calibri");
  format_set_font_size(format, 10);
  format_set_font_color(format, ink);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  switch (look) {
    case Look::plain:
      break;
    case Look::title:
      format_set_font_size(format, 16);
      format_set_bold(format);
      format_set_font_color(format, navy);
      break;
    case Look::headline:
      format_set_font_size(format, 11);
      format_set_text_wrap(format);
      break;
    case Look::note:
      format_set_font_size(format, 9);
      format_set_font_color(format, quiet);
      format_set_text_wrap(format);
      break;
    case Look::heading_of_numbers:
      format_set_align(format, LXW_ALIGN_CENTER);
      [[fallthrough]];
    case Look::heading:
      format_set_bold(format);
      format_set_font_color(format, LXW_COLOR_WHITE);
      fill(format, navy);
      format_set_text_wrap(format);
      break;
    case Look::name:
      format_set_bold(format);
      format_set_font_size(format, 13);
      format_set_font_color(format, navy);
      format_set_bottom(format, LXW_BORDER_MEDIUM);
      format_set_border_color(format, navy);
      break;
    case Look::first:
      format_set_top(format, LXW_BORDER_THIN);
      format_set_top_color(format, line);
      break;
    case Look::section:
      format_set_bold(format);
      format_set_font_size(format, 11);
      format_set_font_color(format, navy);
      fill(format, band);
      break;
    case Look::subtotal:
      format_set_bold(format);
      format_set_top(format, LXW_BORDER_THIN);
      format_set_border_color(format, line);
      break;
    case Look::total:
      format_set_bold(format);
      format_set_top(format, LXW_BORDER_THIN);
      format_set_bottom(format, LXW_BORDER_DOUBLE);
      fill(format, pale);
      break;
    case Look::key:
      format_set_bold(format);
      fill(format, band);
      break;
    case Look::input:
      format_set_font_color(format, input_ink);
      fill(format, input_fill);
      format_set_border(format, LXW_BORDER_THIN);
      format_set_border_color(format, line);
      break;
    case Look::run:
      format_set_font_color(format, quiet);
      format_set_italic(format);
      break;
    case Look::verdict:
      format_set_bold(format);
      format_set_font_size(format, 11);
      format_set_border(format, LXW_BORDER_MEDIUM);
      format_set_border_color(format, navy);
      format_set_text_wrap(format);
      break;
  }
}

}  // namespace

lxw_format* Spreadsheet::warning() {
  if (warning_ != nullptr) return warning_;
  constexpr std::uint32_t dark_red = 0x9C0006;
  constexpr std::uint32_t pale_red = 0xFFC7CE;
  warning_ = workbook_add_format(book_);
  format_set_font_color(warning_, dark_red);
  format_set_bg_color(warning_, pale_red);
  return warning_;
}

lxw_format* Spreadsheet::format(Look look, Shown shown) {
  lxw_format*& format = formats_[{look, shown}];
  if (format != nullptr) return format;
  format = workbook_add_format(book_);
  set_look(format, look);
  if (shown == Shown::indented || shown == Shown::wrapped_indented) format_set_indent(format, 1);
  if (shown == Shown::wrapped || shown == Shown::wrapped_indented) {
    format_set_text_wrap(format);
  } else if (shown != Shown::text && shown != Shown::indented) {
    format_set_num_format(format, number_format(shown));
    format_set_align(format, shown == Shown::truth ? LXW_ALIGN_CENTER : LXW_ALIGN_RIGHT);
  }
  return format;
}

}  // namespace ficap::report::workbook
