#pragma once

#include <string>

#include "report/figures.hpp"

namespace ficap::report {

/// Hours that could go into requests, hours that did, and trust, by organisation.
[[nodiscard]] std::string people_table(const Figures& figures);

/// Posts and who holds them, by organisation and team; empty where nobody comes, goes or is away.
[[nodiscard]] std::string posts_table(const Figures& figures);

/// What became of the hours that people are employed for, in parts that add up; empty where there
/// are none.
[[nodiscard]] std::string hours_table(const Figures& figures);

/// Overtime, agencies, loans and supplements: who, how much, at which cost; and whose people worked
/// for whom. Empty where there is nothing of the kind.
[[nodiscard]] std::string beyond_the_contract_table(const Figures& figures);

}  // namespace ficap::report
