#include "io/backlog_columns.hpp"

#include <optional>
#include <type_traits>
#include <utility>

#include "io/number_text.hpp"
#include "io/shapes.hpp"
#include "models/start.hpp"

namespace ficap::io {

namespace {

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

Node text_node(std::string text, const Place& place) {
  return Node{std::move(text), place};
}

// A spreadsheet has numbers without their units: those are pounds and hours.
Node value_of(const CsvField& field, Tag<models::Money> /*type*/) {
  const bool bare = is_digit(field.text.front());
  return text_node((bare ? "£" : "") + field.text, field.place);
}
Node value_of(const CsvField& field, Tag<models::Effort> /*type*/) {
  const bool bare = is_digit(field.text.back());
  return text_node(field.text + (bare ? " h" : ""), field.place);
}
Node value_of(const CsvField& field, Tag<double> /*type*/) {
  const auto number = read_decimal(field.text);
  if (!number) return text_node(field.text, field.place);
  return Node{Number{*number, field.text}, field.place};
}
template <class T>
Node value_of(const CsvField& field, Tag<T> /*type*/) {
  return text_node(field.text, field.place);
}
template <class T>
Node value_of(const CsvField& field, Tag<std::optional<T>> /*type*/) {
  return value_of(field, Tag<T>{});
}

}  // namespace

const std::vector<BacklogColumn>& backlog_columns() {
  static const std::vector<BacklogColumn> list = [] {
    std::vector<BacklogColumn> columns;
    const auto add_to = [&](bool of_request) {
      return [&columns, of_request](const sim::Field& field, auto& member) {
        using Value = std::remove_cvref_t<decltype(member)>;
        columns.push_back(
            {std::string{field.name}, field.required, of_request, [](const CsvField& cell) {
               return value_of(cell, Tag<Value>{});
             }});
      };
    };
    models::OpenCase open_case;
    models::OpenCase::columns(open_case, add_to(false));
    models::OpenRequest request;
    models::OpenRequest::fields(request, add_to(true));
    return columns;
  }();
  return list;
}

std::vector<std::string> backlog_column_names() {
  std::vector<std::string> names;
  for (const BacklogColumn& column : backlog_columns())
    names.push_back(column.name);
  return names;
}

}  // namespace ficap::io
