#pragma once

#include <array>
#include <cstdint>

#include "models/tables.hpp"

namespace ficap::models {

/// The realisable assets of one case, in pence. Every penny is in exactly one place:
/// hidden, unidentified, identified or secured of a kind; lost; or in an order.
struct CaseAssets {
  using ByKind = std::array<std::int64_t, kind_count>;

  std::int64_t benefit{};
  std::int64_t realisable{};
  ByKind hidden{};        ///< no investigation ever finds it; it stays where it is
  ByKind unidentified{};  ///< can be found
  ByKind identified{};    ///< found, not secured
  ByKind secured{};       ///< found and restrained, frozen or seized
  std::int64_t lost_before_engagement{};
  std::int64_t lost_after_engagement{};
  std::int64_t ever_secured{};
  std::int64_t secured_before_overt{};  ///< of these, before the subject knew
  std::int64_t let_go{};                ///< of these, when nobody renewed what held them
  std::int64_t ordered{};
  std::int64_t collected{};
  std::int64_t outstanding{};
  std::int64_t not_collected{};
  std::int64_t returned{};  ///< of what was collected, to victims
  sim::Time settled_to;     ///< dissipation is accounted for up to here ...
  bool overt{};             ///< ... and by then the subject knew
  bool engaged{};           ///< ... and work on the case had begun

  /// @returns the sum over all places; always equal to `realisable`
  [[nodiscard]] std::int64_t sum_of_places() const noexcept;
};

/// Sets up the assets of a case from what was drawn for it.
///
/// @param benefit     pence, >= 0
/// @param realisable  pence, in [0, benefit]
/// @param mix         share of each kind, sums to 1
[[nodiscard]] CaseAssets open_assets(std::int64_t benefit,
                                     std::int64_t realisable,
                                     const std::array<double, kind_count>& mix,
                                     const AssetProfileRow& profile,
                                     sim::Time now);

using Dissipations = std::array<DissipationRow, kind_count>;

/// Takes away what unsecured assets have lost since the last settlement.
void settle(CaseAssets& assets, const Dissipations& rules, sim::Time now);

/// The subject comes to know: takes away what is lost at once. @pre settled to now
void lose_at_first_overt_act(CaseAssets& assets, const Dissipations& rules);

/// Moves the share found by work finished in `phase` from unidentified to identified. @pre settled
void identify(CaseAssets& assets, const RequestTypeRow& type, Phase phase);

/// Secures a share of what is identified. @returns whether anything was secured. @pre settled
bool secure(CaseAssets& assets, const RequestTypeRow& type);

/// What was secured of these kinds is no longer; it stays identified. @pre settled
void release(CaseAssets& assets, Kinds kinds);

/// An order: what it is worth and what of it will be paid.
struct CourtOrder {
  std::int64_t value{};
  std::int64_t paid{};
};

/// A confiscation order for the smaller of benefit and identified assets still there, less what
/// delay cost. What is secured is paid in full, the rest at the share for the order's size.
///
/// @param lost_to_delay  share of the value lost because the work was late, in [0, 1]
[[nodiscard]] CourtOrder confiscate(CaseAssets& assets,
                                    const Collection& rules,
                                    double lost_to_delay);

/// Forfeiture of everything secured of the given kinds, paid in full.
[[nodiscard]] CourtOrder forfeit(CaseAssets& assets, const std::array<bool, kind_count>& kinds);

/// Share of an order's unsecured part that is paid, by the order's value in pence.
[[nodiscard]] double paid_share(const Collection& rules, std::int64_t value);

}  // namespace ficap::models
