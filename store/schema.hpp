#pragma once

#include <cstdint>

#include "store/database.hpp"

namespace ficap::store {

/// What a store says it is, in SQLite's own header: "FICA".
inline constexpr std::int64_t application_id = 0x46494341;

/// @returns the version of the tables that this program writes
[[nodiscard]] std::int64_t newest_version() noexcept;

/// Makes the tables where there are none, and brings those of an older version to this one. What a
/// file holds is kept.
///
/// @throws StoreError where the file is no store, or of a newer version; it is left as it is then
void bring_up_to_date(Database& database);

}  // namespace ficap::store
