#include "io/read_backlog.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "io/backlog_columns.hpp"
#include "io/complaints.hpp"
#include "io/json_text.hpp"
#include "io/pointer.hpp"
#include "io/shapes.hpp"

namespace ficap::io {

namespace {

constexpr std::string_view start_key = "start";
constexpr std::string_view from_start_key = "from_start";

/// @returns the name of the column that a pointer into the tree ends in; empty where it names a
///          whole case or request
std::string column_of(const std::vector<std::string>& tokens) {
  const std::vector<std::string> names = backlog_column_names();
  for (std::size_t i = tokens.size(); i > 3; --i) {
    if (std::find(names.begin(), names.end(), tokens[i - 1]) != names.end()) return tokens[i - 1];
  }
  return {};
}

/// @returns the tokens of a pointer to an open case or something in it; none of any other
std::vector<std::string> tokens_in_cases(const std::string& pointer) {
  auto tokens = pointer_tokens(pointer).value_or(std::vector<std::string>{});
  if (!tokens.empty() && tokens.front() == from_start_key) tokens.erase(tokens.begin());
  const bool is_case = tokens.size() > 2 && tokens[0] == start_key && tokens[1] == "cases";
  return is_case ? tokens : std::vector<std::string>{};
}

void name_columns(Problem& problem) {
  problem.what.pointer = column_of(tokens_in_cases(problem.what.pointer));
  for (std::string& pointer : problem.what.also) {
    const auto tokens = tokens_in_cases(pointer);
    if (!tokens.empty()) pointer = column_of(tokens);
  }
}

std::string counted_fields(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " field" : " fields");
}

bool is_error(const Problem& problem) {
  return problem.what.severity == models::Diagnostic::Severity::error;
}

void set_member(Object& object, std::string_view key, Node value) {
  if (Node* const already = object.find(key)) {
    *already = std::move(value);
  } else {
    add(object, key, std::move(value));
  }
}

}  // namespace

Backlog::Backlog(const Sources& sources, std::uint32_t source) {
  CsvText table = parse_csv(sources, source);
  if (table.problem) {
    problems_.push_back(std::move(*table.problem));
    return;
  }
  if (table.records.empty()) {
    problems_.push_back(problem_at(
        Place{source},
        "",
        "an empty table",
        "a first line with the names of the columns: " + one_of(backlog_column_names())));
    return;
  }
  read_header(table.records.front());
  if (!problems_.empty()) return;
  for (std::size_t i = 1; i < table.records.size(); ++i) {
    CsvRecord& record = table.records[i];
    Row row{std::move(record), Use::whole};
    if (!row.record.problem && row.record.fields.size() != columns_.size()) {
      row.record.problem =
          problem_at(row.record.fields.front().place,
                     "",
                     counted_fields(row.record.fields.size()),
                     "as many as the first line names columns, " + std::to_string(columns_.size()),
                     "a comma too few or too many? A field that holds commas is "
                     "put in quotes");
    }
    if (row.record.problem) {
      of_rows_.push_back(*row.record.problem);
      row.use = Use::none;
    }
    rows_.push_back(std::move(row));
    if (rows_.back().use == Use::none) continue;
    const CsvField* const reference = field(rows_.size() - 1, "case");
    if (!reference->text.empty()) continue;
    rows_.back().use = Use::none;
    of_rows_.push_back(problem_at(reference->place,
                                  "case",
                                  "nothing",
                                  "the unit's own reference of the case, any text",
                                  "each row names its case"));
  }
}

void Backlog::read_header(const CsvRecord& header) {
  if (header.problem) problems_.push_back(*header.problem);
  const std::vector<std::string> names = backlog_column_names();
  for (const CsvField& cell : header.fields) {
    const bool known = std::find(names.begin(), names.end(), cell.text) != names.end();
    const bool twice = std::find(columns_.begin(), columns_.end(), cell.text) != columns_.end();
    columns_.emplace_back(cell.text);
    if (known && !twice) continue;
    const bool other_separator =
        header.fields.size() == 1 && cell.text.find_first_of(";\t") != std::string::npos;
    problems_.push_back(
        problem_at(cell.place,
                   "",
                   twice ? "the column \"" + cell.text + "\" a second time"
                         : (cell.text.empty() ? "a column without a name"
                                              : "the unknown column \"" + cell.text + "\""),
                   twice ? "each column once" : one_of(names),
                   other_separator ? "the columns are to be separated by commas"
                   : twice         ? ""
                                   : did_you_mean(cell.text, names)));
  }
  const bool has_requests =
      std::any_of(backlog_columns().begin(), backlog_columns().end(), [&](auto& c) {
        return c.of_request &&
               std::find(columns_.begin(), columns_.end(), c.name) != columns_.end();
      });
  if (!problems_.empty()) return;
  for (const BacklogColumn& column : backlog_columns()) {
    if (!column.required || (column.of_request && !has_requests)) continue;
    if (std::find(columns_.begin(), columns_.end(), column.name) != columns_.end()) continue;
    problems_.push_back(problem_at(header.fields.front().place,
                                   "",
                                   "no column \"" + column.name + "\"",
                                   "a table with that column"));
  }
}

const CsvField* Backlog::field(std::size_t row, std::string_view column) const {
  const auto at = std::find(columns_.begin(), columns_.end(), column);
  if (at == columns_.end()) return nullptr;
  return &rows_[row].record.fields[static_cast<std::size_t>(at - columns_.begin())];
}

bool Backlog::has_request(std::size_t row) const {
  return std::any_of(
      backlog_columns().begin(), backlog_columns().end(), [&](const BacklogColumn& column) {
        const CsvField* const cell = column.of_request ? field(row, column.name) : nullptr;
        return cell != nullptr && !cell->text.empty();
      });
}

std::vector<Backlog::Case> Backlog::grouped() const {
  std::map<std::string, Case> cases;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (rows_[row].use == Use::none) continue;
    const std::string& reference = field(row, "case")->text;
    Case& c = cases[reference];
    c.reference = reference;
    c.rows.push_back(row);
    if (rows_[row].use == Use::whole && has_request(row)) c.request_rows.push_back(row);
  }
  std::vector<Case> list;
  for (auto& entry : cases) {
    auto& requests = entry.second.request_rows;
    std::stable_sort(requests.begin(), requests.end(), [this](std::size_t a, std::size_t b) {
      return request_key(a) < request_key(b);
    });
    list.push_back(std::move(entry.second));
  }
  return list;
}

std::string Backlog::request_key(std::size_t row) const {
  std::string key;
  for (const BacklogColumn& column : backlog_columns()) {
    const CsvField* const cell = column.of_request ? field(row, column.name) : nullptr;
    if (cell != nullptr) key += cell->text + '\n';
  }
  return key;
}

// Where two rows say different things of one case, the later one is wrong, as far as anybody can
// tell.
void Backlog::no_two_minds(const Case& c) {
  for (const BacklogColumn& column : backlog_columns()) {
    if (column.of_request) continue;
    const CsvField* first = nullptr;
    for (const std::size_t row : c.rows) {
      const CsvField* const cell = field(row, column.name);
      if (cell == nullptr || cell->text.empty()) continue;
      if (first == nullptr) first = cell;
      if (cell->text == first->text || rows_[row].use != Use::whole) continue;
      Problem problem =
          problem_at(cell->place,
                     column.name,
                     "\"" + cell->text + "\"",
                     "what line " + std::to_string(first->place.line) + " says of the case \"" +
                         c.reference + "\", \"" + first->text + "\"",
                     "write it once, and leave it empty in the case's other rows");
      problem.what.also.push_back(column.name);
      problem.also.push_back(first->place);
      of_rows_.push_back(std::move(problem));
      rows_[row].use = Use::case_only;
    }
  }
}

Node Backlog::case_node(Case& c) {
  Object object;
  for (const BacklogColumn& column : backlog_columns()) {
    if (column.of_request || field(c.rows.front(), column.name) == nullptr) continue;
    const CsvField* cell = field(c.rows.front(), column.name);
    for (const std::size_t row : c.rows) {
      if (cell->text.empty()) cell = field(row, column.name);
    }
    Node value = cell->text.empty() ? Node{Null{}, field(c.rows.front(), column.name)->place}
                                    : column.value(*cell);
    object.members.push_back({column.name, cell->place, std::move(value)});
  }
  Array requests;
  for (const std::size_t row : c.request_rows) {
    Object request;
    for (const BacklogColumn& column : backlog_columns()) {
      const CsvField* const cell = column.of_request ? field(row, column.name) : nullptr;
      if (cell == nullptr) continue;
      request.members.push_back(
          {column.name,
           cell->place,
           cell->text.empty() ? Node{Null{}, cell->place} : column.value(*cell)});
    }
    requests.push_back(Node{std::move(request), field(row, "case")->place});
  }
  const Place place = field(c.rows.front(), "case")->place;
  object.members.push_back({"requests", place, Node{std::move(requests), place}});
  return Node{std::move(object), place};
}

Node Backlog::cases() {
  for (const Case& c : grouped())
    no_two_minds(c);
  cases_ = grouped();
  Array cases;
  for (Case& c : cases_)
    cases.push_back(case_node(c));
  return make_node(std::move(cases));
}

Problems Backlog::leave_out(const Problems& errors) {
  Problems told = std::exchange(of_rows_, {});
  for (const Problem& error : errors) {
    const std::vector<std::string> tokens = tokens_in_cases(error.what.pointer);
    if (!is_error(error) || tokens.empty()) continue;
    const Case& c = cases_[std::stoul(tokens[2])];
    if (tokens.size() > 4 && tokens[3] == "requests") {
      Use& use = rows_[c.request_rows[std::stoul(tokens[4])]].use;
      use = std::max(use, Use::case_only);
    } else {
      for (const std::size_t row : c.rows)
        rows_[row].use = Use::none;
    }
    told.push_back(error);
    name_columns(told.back());
  }
  return told;
}

std::vector<std::uint32_t> Backlog::lines_left_out() const {
  std::vector<std::uint32_t> lines;
  for (const Row& row : rows_) {
    if (row.use != Use::whole) lines.push_back(row.record.fields.front().place.line);
  }
  return lines;
}

std::optional<Backlog> read_backlog(Resolved& resolved, const Load& load) {
  Node* const start = resolved.root->object()->find(start_key);
  if (start == nullptr || start->object() == nullptr) return std::nullopt;
  const auto given = [&](std::string_view key) -> std::optional<Node> {
    const Node* const node = start->object()->find(key);
    return node == nullptr || node->is_null() ? std::nullopt : std::optional{*node};
  };
  const std::optional<Node> named = given("backlog");
  const std::optional<Node> cases = given("cases");
  if (!given("state") && (named || cases)) {
    set_member(
        *start->object(), "state", Node{std::string{"backlog"}, (named ? named : cases)->place});
  }
  const std::string* const name = named ? named->string() : nullptr;
  if (name == nullptr) return std::nullopt;
  const Place place = named->place;
  if (cases) {
    if (cases->place.source == place.source) return std::nullopt;  // a table that was read before
    resolved.problems.push_back(problem_at(place,
                                           "/start/backlog",
                                           "a table beside the open cases themselves",
                                           "one of the two",
                                           "set /start/cases to null"));
    return std::nullopt;
  }
  const std::string path = name_relative_to(resolved.sources.name(place.source), *name);
  std::optional<std::string> text = load(path);
  if (!text) {
    resolved.problems.push_back(problem_at(place,
                                           "/start/backlog",
                                           "\"" + *name + "\", which cannot be read",
                                           "the name of a table (CSV) beside this scenario",
                                           "looked for " + path));
    return std::nullopt;
  }
  const std::uint32_t source =
      resolved.sources.add(path, without_byte_order_mark(std::move(*text)));
  Backlog backlog{resolved.sources, source};
  if (!backlog.problems().empty()) {
    resolved.problems.insert(
        resolved.problems.end(), backlog.problems().begin(), backlog.problems().end());
    return std::nullopt;
  }
  put_cases(*resolved.root, backlog);
  return backlog;
}

void put_cases(Node& root, Backlog& backlog) {
  Object& start = *root.object()->find(start_key)->object();
  set_member(start, "cases", backlog.cases());
  set_member(start, "rows", make_node(static_cast<double>(backlog.rows())));
  const std::vector<std::uint32_t> lines = backlog.lines_left_out();
  if (lines.empty()) return;
  Array left_out;
  for (const std::uint32_t line : lines)
    left_out.push_back(make_node(static_cast<double>(line)));
  set_member(start, "lines_left_out", make_node(std::move(left_out)));
}

}  // namespace ficap::io
