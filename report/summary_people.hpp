#pragma once

#include <optional>

#include "report/figures.hpp"
#include "report/text_table.hpp"

namespace ficap::report {

/// Hours that could go into requests, hours that did, and trust, by organisation.
[[nodiscard]] TextTable people_table(const Figures& figures);

/// Posts and who holds them, by organisation and team; nothing where nobody comes, goes or is away.
[[nodiscard]] std::optional<TextTable> posts_table(const Figures& figures);

/// What became of the hours that people are employed for, in parts that add up; nothing where there
/// are none.
[[nodiscard]] std::optional<TextTable> hours_table(const Figures& figures);

/// Overtime, agencies, loans and supplements: who, how much, at which cost; and whose people worked
/// for whom. Nothing where there is nothing of the kind.
[[nodiscard]] std::optional<TextTable> beyond_the_contract_table(const Figures& figures);

}  // namespace ficap::report
