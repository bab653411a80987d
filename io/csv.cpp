#include "io/csv.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "io/document.hpp"

namespace ficap::io {

namespace {

class CsvReader {
 public:
  CsvReader(std::uint32_t source, std::string_view text) : text_{text}, places_{source, text} {}

  CsvText read() {
    CsvText table;
    while (at_ < text_.size() && !unclosed_) {
      CsvRecord record = read_record();
      if (record.problem || !record.is_blank()) table.records.push_back(std::move(record));
    }
    table.problem = std::move(unclosed_);
    return table;
  }

 private:
  [[nodiscard]] bool is_line_end(std::size_t at) const {
    return text_[at] == '\n' || text_.substr(at, 2) == "\r\n";
  }
  [[nodiscard]] bool ends_field(std::size_t at) const {
    return at >= text_.size() || text_[at] == ',' || is_line_end(at);
  }

  CsvRecord read_record() {
    CsvRecord record;
    for (;;) {
      record.fields.push_back(text_.substr(at_, 1) == "\"" ? read_quoted(record)
                                                           : read_bare(record));
      if (at_ >= text_.size()) return record;
      if (text_[at_] == ',') {
        ++at_;
        continue;
      }
      at_ += text_[at_] == '\r' ? 2U : 1U;
      return record;
    }
  }

  CsvField read_bare(CsvRecord& record) {
    std::size_t begin = at_;
    while (!ends_field(at_)) {
      if (text_[at_] == '"') {
        complain(
            record, at_, "a quote in the middle of a field", "no quotes, or one on either side");
      }
      ++at_;
    }
    std::size_t end = at_;
    const auto is_blank = [&](std::size_t at) { return text_[at] == ' ' || text_[at] == '\t'; };
    while (begin < end && is_blank(begin))
      ++begin;
    while (begin < end && is_blank(end - 1))
      --end;
    return {std::string{text_.substr(begin, end - begin)}, places_.place(begin, end)};
  }

  CsvField read_quoted(CsvRecord& record) {
    const std::size_t begin = at_++;
    std::string content;
    while (at_ < text_.size() && (text_[at_] != '"' || text_.substr(at_, 2) == "\"\"")) {
      if (text_[at_] == '"') ++at_;
      content += text_[at_++];
    }
    if (at_ >= text_.size()) {
      const Place place = places_.place(begin, begin + 1);
      unclosed_ =
          problem_at(place, "", "a quote that is never closed", "a quote at the field's end");
      return {std::move(content), place};
    }
    ++at_;
    CsvField field{trimmed(content), places_.place(begin, at_)};
    if (!ends_field(at_)) {
      complain(record, at_, "text behind the closing quote", "a comma, or the end of the line");
    }
    while (!ends_field(at_))
      ++at_;
    return field;
  }

  static std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
  }

  void complain(CsvRecord& record, std::size_t at, std::string found, std::string expected) {
    if (record.problem) return;
    record.problem = problem_at(places_.place(at, at + 1),
                                "",
                                std::move(found),
                                std::move(expected),
                                "a field that holds quotes is put in quotes, and they are doubled");
  }

  std::string_view text_;
  PlaceFinder places_;
  std::size_t at_{0};
  std::optional<Problem> unclosed_;
};

}  // namespace

bool CsvRecord::is_blank() const noexcept {
  return std::all_of(
      fields.begin(), fields.end(), [](const CsvField& field) { return field.text.empty(); });
}

CsvText parse_csv(const Sources& sources, std::uint32_t source) {
  const std::string_view text = sources.text(source);
  if (text.size() > largest_text) {
    return {{}, problem_at(Place{source}, "", "a table of more than 64 MB", "a smaller one")};
  }
  if (auto encoding = bad_encoding(source, text)) return {{}, std::move(encoding)};
  return CsvReader{source, text}.read();
}

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{text};
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

std::string without_byte_order_mark(std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

}  // namespace ficap::io
