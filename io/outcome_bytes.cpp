#include "io/outcome_bytes.hpp"

#include <cstddef>
#include <cstdint>

#include "io/bytes.hpp"

namespace ficap::io {

std::string outcome_bytes(const models::Outcome& outcome) {
  const auto& [values, months, events] = outcome;
  ByteWriter writer;
  writer.number(events);
  writer.number(values.size());
  for (const std::int64_t value : values)
    writer.signed_number(value);
  writer.number(months.size());
  for (const models::MonthRow& month : months) {
    for (const models::MonthColumn& column : models::month_columns())
      writer.signed_number(month.*column.member);
  }
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
  for (std::size_t m = 0; m < *months; ++m) {
    models::MonthRow row;
    for (const models::MonthColumn& column : models::month_columns()) {
      const auto read = reader.signed_number();
      if (!read) return std::nullopt;
      row.*column.member = *read;
    }
    outcome.months.push_back(row);
  }
  if (!reader.rest().empty()) return std::nullopt;
  return outcome;
}

}  // namespace ficap::io
