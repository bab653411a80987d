#include "io/outcome_bytes.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

#include "io/bytes.hpp"

namespace ficap::io {

namespace {

using Row = std::array<std::int64_t, 11>;

// A member that is added to a row or an outcome stops this from compiling, and nothing is lost.
Row row_of(const models::MonthRow& month) {
  const auto& [needs,
               asked,
               served,
               backlog,
               belief,
               confiscation,
               forfeiture,
               people,
               fte,
               leavers,
               accredited] = month;
  return {needs,
          asked,
          served,
          backlog,
          belief,
          confiscation,
          forfeiture,
          people,
          fte,
          leavers,
          accredited};
}

models::MonthRow month_of(const Row& row) {
  return {.needs = row[0],
          .asked = row[1],
          .served = row[2],
          .backlog = row[3],
          .belief_thousandths = row[4],
          .cash_confiscation = row[5],
          .cash_forfeiture = row[6],
          .people = row[7],
          .fte_thousandths = row[8],
          .leavers = row[9],
          .recruits_accredited = row[10]};
}

}  // namespace

std::string outcome_bytes(const models::Outcome& outcome) {
  const auto& [values, months, events] = outcome;
  ByteWriter writer;
  writer.number(events);
  writer.number(values.size());
  for (const std::int64_t value : values)
    writer.signed_number(value);
  writer.number(months.size());
  for (const models::MonthRow& month : months) {
    for (const std::int64_t value : row_of(month))
      writer.signed_number(value);
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
  if (!months || *months > reader.rest().size() / Row{}.size()) return std::nullopt;
  for (std::size_t m = 0; m < *months; ++m) {
    Row row{};
    for (std::int64_t& value : row) {
      const auto read = reader.signed_number();
      if (!read) return std::nullopt;
      value = *read;
    }
    outcome.months.push_back(month_of(row));
  }
  if (!reader.rest().empty()) return std::nullopt;
  return outcome;
}

}  // namespace ficap::io
