#include "study/fingerprint.hpp"

namespace ficap::study {

namespace {

class Hash {
 public:
  void add(std::int64_t number) noexcept {
    for (unsigned byte = 0; byte < 8; ++byte) {
      value_ ^= (static_cast<std::uint64_t>(number) >> (8U * byte)) & 0xFFU;
      value_ *= 0x100000001b3U;
    }
  }
  void add(const models::MonthRow& month) noexcept {
    for (const models::MonthColumn& column : models::month_columns())
      add(month.*column.member);
  }
  template <class Row>
  void add(std::span<const Row> rows,
           std::span<const models::AccountColumn<Row>> columns) noexcept {
    for (const Row& row : rows) {
      for (const auto& column : columns)
        add(row.*column.member);
    }
  }
  [[nodiscard]] std::uint64_t value() const noexcept { return value_; }

 private:
  std::uint64_t value_{0xcbf29ce484222325U};
};

}  // namespace

std::uint64_t fingerprint(std::span<const models::Outcome> outcomes) {
  Hash hash;
  for (const models::Outcome& outcome : outcomes) {
    for (const std::int64_t value : outcome.values)
      hash.add(value);
    for (const models::MonthRow& month : outcome.months)
      hash.add(month);
    if (outcome.year_before) hash.add(*outcome.year_before);
    hash.add(std::span{outcome.accounts.teams}, models::team_columns());
    hash.add(std::span{outcome.accounts.organisations}, models::organisation_columns());
  }
  return hash.value();
}

}  // namespace ficap::study
