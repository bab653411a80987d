#include "io/outcome_bytes.hpp"

#include <cstddef>
#include <cstdint>

#include "io/bytes.hpp"

namespace ficap::io {

namespace {

void write(ByteWriter& writer, const models::MonthRow& row) {
  for (const models::MonthColumn& column : models::month_columns())
    writer.signed_number(row.*column.member);
}

std::optional<models::MonthRow> read_row(ByteReader& reader) {
  models::MonthRow row;
  for (const models::MonthColumn& column : models::month_columns()) {
    const auto read = reader.signed_number();
    if (!read) return std::nullopt;
    row.*column.member = *read;
  }
  return row;
}

template <class Row>
void write(ByteWriter& writer,
           const std::vector<Row>& rows,
           std::span<const models::AccountColumn<Row>> columns) {
  writer.number(rows.size());
  for (const Row& row : rows) {
    for (const auto& column : columns)
      writer.signed_number(row.*column.member);
  }
}

template <class Row>
bool read(ByteReader& reader,
          std::vector<Row>& rows,
          std::span<const models::AccountColumn<Row>> columns) {
  const auto count = reader.number();
  if (!count || *count > reader.rest().size() / columns.size()) return false;
  rows.resize(*count);
  for (Row& row : rows) {
    for (const auto& column : columns) {
      const auto number = reader.signed_number();
      if (!number) return false;
      row.*column.member = *number;
    }
  }
  return true;
}

}  // namespace

std::string outcome_bytes(const models::Outcome& outcome) {
  const auto& [values, months, year_before, accounts, events] = outcome;
  ByteWriter writer;
  writer.number(events);
  writer.number(values.size());
  for (const std::int64_t value : values)
    writer.signed_number(value);
  writer.number(months.size());
  for (const models::MonthRow& month : months)
    write(writer, month);
  writer.number(year_before ? 1 : 0);
  if (year_before) write(writer, *year_before);
  write(writer, accounts.teams, models::team_columns());
  write(writer, accounts.organisations, models::organisation_columns());
  return writer.bytes();
}

std::optional<models::Outcome> outcome_of(std::string_view bytes) {
  ByteReader reader{bytes};
  models::Outcome outcome;
  // Every number takes a byte at least: no count is believed that the bytes cannot hold.
  const auto events = reader.number();
  const auto values = reader.number();
  if (!events || !values || *values > reader.rest().size()) return std::nullopt;
  outcome.events = *events;
  outcome.values.resize(*values);
  for (std::int64_t& value : outcome.values)
    value = reader.signed_number().value_or(0);
  const auto months = reader.number();
  const std::size_t columns = models::month_columns().size();
  if (!months || *months > reader.rest().size() / columns) return std::nullopt;
  outcome.months.reserve(*months);
  for (std::size_t m = 0; m < *months; ++m) {
    const auto row = read_row(reader);
    if (!row) return std::nullopt;
    outcome.months.push_back(*row);
  }
  const auto has_year_before = reader.number();
  if (!has_year_before || *has_year_before > 1) return std::nullopt;
  if (*has_year_before == 1) {
    outcome.year_before = read_row(reader);
    if (!outcome.year_before) return std::nullopt;
  }
  const bool kept = read(reader, outcome.accounts.teams, models::team_columns()) &&
                    read(reader, outcome.accounts.organisations, models::organisation_columns());
  if (!kept || !reader.rest().empty()) return std::nullopt;
  return outcome;
}

}  // namespace ficap::io
