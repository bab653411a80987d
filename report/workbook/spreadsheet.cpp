#include "report/workbook/spreadsheet.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <stdexcept>

#include <xlsxwriter.h>

#include "report/workbook/cell_text.hpp"
#include "sim/expects.hpp"

namespace ficap::report::workbook {

namespace {

// The day that the entries of the file itself bear, too: no clock is in it.
constexpr std::time_t first_of_1980 = 315'532'800;

[[noreturn]] void not_made(const std::string& why) {
  throw std::runtime_error{"the workbook could not be made: " + why};
}

void check(lxw_error error) {
  if (error != LXW_NO_ERROR) not_made(lxw_strerror(error));
}

// libxlsxwriter copies what it is handed and changes none of it, but asks for char*.
char* as_argument(const std::string& text) {
  return const_cast<char*>(text.c_str());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

}  // namespace

#if LXW_VERSION_ID >= 115

struct Spreadsheet::Target {
  const char* buffer{};
  std::size_t size{};

  lxw_workbook* open() {
    lxw_workbook_options options{};
    options.output_buffer = &buffer;
    options.output_buffer_size = &size;
    return workbook_new_opt(nullptr, &options);
  }
  std::string bytes() {
    std::string all{buffer, size};
    std::free(const_cast<char*>(buffer));  // NOLINT: malloc'ed for the caller
    return all;
  }
};

#else

// Releases before 1.1.5 want a path. They get that of a file without a name, which is gone when it
// is closed, whatever ends the program.
struct Spreadsheet::Target {
  struct Closes {
    void operator()(std::FILE* open) const noexcept {
      static_cast<void>(std::fclose(open));  // NOLINT(cppcoreguidelines-owning-memory): owned here
    }
  };
  std::unique_ptr<std::FILE, Closes> file{std::tmpfile()};

  [[nodiscard]] lxw_workbook* open() const {
    if (!file) return nullptr;
    const std::string path = "/proc/self/fd/" + std::to_string(fileno(file.get()));
    return workbook_new(path.c_str());
  }
  [[nodiscard]] std::string bytes() const {
    std::string all;
    std::array<char, 65'536> part{};
    std::rewind(file.get());
    while (const std::size_t count = std::fread(part.data(), 1, part.size(), file.get()))
      all.append(part.data(), count);
    if (std::ferror(file.get()) != 0) not_made("its temporary file cannot be read");
    return all;
  }
};

#endif

Spreadsheet::Spreadsheet() : target_{std::make_unique<Target>()}, book_{target_->open()} {
  if (book_ == nullptr) not_made("no temporary file can be written");
}

Spreadsheet::~Spreadsheet() {
  if (book_ != nullptr) lxw_workbook_free(book_);
}

Sheet Spreadsheet::add(const std::string& name, std::uint32_t tab_colour) {
  lxw_worksheet* sheet = workbook_add_worksheet(book_, name.c_str());
  FICAP_EXPECTS(sheet != nullptr);
  worksheet_set_tab_color(sheet, tab_colour);
  worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
  return Sheet{*this, sheet, name};
}

void Spreadsheet::describe(const DocumentFacts& facts) {
  constexpr std::size_t longest = 255;
  const std::string title = one_line(facts.title, longest);
  const std::string subject = one_line(facts.subject, longest);
  const std::string keywords = one_line(facts.keywords, longest);
  const std::string comments = one_line(facts.comments, longest);
  const std::string status = one_line(facts.status, longest);
  lxw_doc_properties properties{};
  properties.title = as_argument(title);
  properties.subject = as_argument(subject);
  properties.keywords = as_argument(keywords);
  properties.comments = as_argument(comments);
  properties.status = as_argument(status);
  properties.created = first_of_1980;
  check(workbook_set_properties(book_, &properties));
}

void Spreadsheet::name(const std::string& name, const CellAt& cell) {
  std::array<char, LXW_MAX_CELL_NAME_LENGTH> address{};
  lxw_rowcol_to_cell_abs(address.data(), cell.row, cell.column, 1, 1);
  const std::string formula = "='" + cell.sheet + "'!" + address.data();
  check(workbook_define_name(book_, name.c_str(), formula.c_str()));
}

std::string Spreadsheet::bytes() {
  lxw_workbook* const book = std::exchange(book_, nullptr);
  check(workbook_close(book));
  return target_->bytes();
}

lxw_chart* Spreadsheet::new_chart(bool lies_down) {
  lxw_chart* chart = workbook_add_chart(book_, lies_down ? LXW_CHART_BAR : LXW_CHART_COLUMN);
  FICAP_EXPECTS(chart != nullptr);
  return chart;
}

}  // namespace ficap::report::workbook
