#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "io/document.hpp"
#include "models/outcome.hpp"
#include "study/precision.hpp"

namespace ficap::io {

/// A text that asks for no precision: what is wrong with it, and what may stand there.
struct NoSuchPrecision {
  std::string why;
  friend bool operator==(const NoSuchPrecision&, const NoSuchPrecision&) = default;
};

/// Reads "MEASURE:HALF-WIDTH", the measure as in read_measure_ref(), the half-width in its unit or,
/// with "%" after it, as a share of its value: "unmet_share_of_need:0.01",
/// "assets_collected:2%".
///
/// @param ids of the scenario whose results are meant
[[nodiscard]] std::variant<study::PrecisionGoal, NoSuchPrecision> read_precision(
    std::string_view text, const models::DimensionIds& ids);

/// What a results document says that its run was asked for.
struct PrecisionAsked {
  std::vector<std::string> texts;  ///< as read_precision() reads them
  std::uint32_t most{};            ///< replications that were allowed
};

/// @param root of a results document
/// @returns what its member "precision" asks for; nothing where there is none, or one that no run
///          writes
[[nodiscard]] std::optional<PrecisionAsked> precision_asked(const Node& root);

/// @returns the half-width as read_precision() reads it
[[nodiscard]] std::string to_text(const study::PrecisionTarget& target);

}  // namespace ficap::io
