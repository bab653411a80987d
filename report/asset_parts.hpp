#pragma once

#include <array>
#include <string_view>

namespace ficap::report {

/// One of the parts into which the realisable assets of the cohort are split exactly.
struct AssetPart {
  std::string_view measure;  ///< its name among the reported measures
  std::string_view label;    ///< in a table
};

/// All parts; they add up to `assets_realisable`. The first is what was collected.
inline constexpr std::array<AssetPart, 11> asset_parts{{
    {"assets_collected", "collected"},
    {"assets_outstanding", "in an order, due later"},
    {"assets_not_collected", "in an order, never paid"},
    {"assets_still_open", "in cases still open"},
    {"assets_no_need_arose", "in cases that never needed the unit"},
    {"assets_never_asked", "in cases in which nobody asked"},
    {"assets_asked_but_unserved", "in cases that asked and got no help"},
    {"assets_dissipated_before_engagement", "gone before the unit joined"},
    {"assets_dissipated_after_engagement", "gone after the unit had joined"},
    {"assets_not_identified", "still there, never found"},
    {"assets_no_order_made", "found, no order made"},
}};

}  // namespace ficap::report
