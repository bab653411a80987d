#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/counters.hpp"
#include "models/outcome.hpp"
#include "models/scenario.hpp"
#include "models/simulator.hpp"
#include "study/linearised.hpp"
#include "study/measure_ref.hpp"
#include "study/multiple_comparisons.hpp"
#include "study/simulate.hpp"

namespace ficap::study {

/// One scenario of a comparison, and what its futures came to. All are referred to.
struct Alternative {
  const models::DimensionIds& ids;
  const models::Layout& layout;
  std::span<const models::Outcome> outcomes;
};

/// @param scenarios that were simulated, the base first; they and `done` outlive the result
[[nodiscard]] std::vector<Alternative> alternatives(
    std::span<const models::Compiled* const> scenarios, const SideBySide& done);

/// A measure in one of the scenarios of a comparison. A cut goes by its id: where the scenario
/// lacks that id, the measure is undefined there.
///
/// @param ids_of_base to which the cut refers
[[nodiscard]] Linearised quantity_in(const Alternative& alternative,
                                     const MeasureRef& ref,
                                     const models::DimensionIds& ids_of_base);

/// What an option changes in one measure.
struct Change {
  PairedDifference difference;  ///< option less base
  /// Futures with which a difference that cannot be told now would be; see futures_to_tell().
  /// Absent where it can be told, where nothing differs, and where more than
  /// most_futures_to_tell would be needed.
  std::optional<std::uint32_t> futures_to_tell{};
};

/// One scenario's figures in one measure.
struct Standing {
  std::optional<double> value{};
  std::optional<double> half_width{};  ///< of the 95 % interval of this value alone
  std::optional<Change> change{};      ///< absent for the base
  std::optional<AgainstBest> lead{};   ///< absent where the measure has no better direction
};

struct MeasureComparison {
  MeasureRef measure;  ///< its cut as in the base
  std::vector<Standing> standings;
};

/// Options against a base in the same futures. Two families of statements, each of confidence
/// `confidence` jointly: all differences from the base (options x measures), and all leads over the
/// best (measures with a better direction).
struct Comparison {
  std::size_t replications{};
  double confidence{};
  std::vector<MeasureComparison> measures;
};

/// Compares.
///
/// @param alternatives the base first; the order of the others changes none of their figures
/// @pre at least two alternatives with as many outcomes each, at least one measure,
///      0 < confidence < 1
[[nodiscard]] Comparison compare(std::span<const Alternative> alternatives,
                                 std::span<const MeasureRef> measures,
                                 double confidence = 0.95);

/// @returns how many times as many independent futures the differences would have taken, for each
///          difference that varies, ascending
[[nodiscard]] std::vector<double> variance_reductions(const Comparison& comparison);

/// @returns the cut of discretionary work, where any work of the setting is; else none
[[nodiscard]] std::optional<Cut> of_discretionary_work(const models::Setting& setting);

/// The measures by which a planner decides, where nobody names others: how much need goes unmet and
/// what a record shows of it (of discretionary work where there is any), requests made, early
/// engagement, waits, hours worked, orders, and assets collected. Each answers a question of its
/// own; more of them would widen every interval.
[[nodiscard]] std::vector<MeasureRef> decision_measures(const models::Setting& setting);

/// What more there is to decide by where some scenario's people work beyond their contracts or for
/// others: what overtime, agencies and supplements cost, and the hours that went to others.
[[nodiscard]] std::vector<MeasureRef> staffing_measures(
    std::span<const models::Scenario> scenarios);

}  // namespace ficap::study
