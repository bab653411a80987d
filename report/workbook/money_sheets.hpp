#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "report/workbook/formula.hpp"
#include "study/appraisal.hpp"

namespace ficap::report::workbook {

/// One row of a sheet: a cell for each year.
using ByYear = std::vector<Formula>;

/// Cells of one organisation in one scenario.
struct OrganisationCells {
  std::array<ByYear, study::cost_kinds> costs;
  std::array<ByYear, study::receipt_kinds> receipts;
};

/// People of one role in one organisation.
struct RoleCells {
  std::size_t organisation{};
  std::string role;
  ByYear fte;
  ByYear joiners;
  ByYear trainees;
};

/// Cells of one scenario in the sheet of volumes.
struct VolumeCells {
  std::vector<OrganisationCells> organisations;
  std::vector<RoleCells> roles;
};

/// Cells of what a scenario costs and brings, all of it, in the sheet of options.
struct ScenarioCells {
  Formula name;
  ByYear cost;             ///< of all organisations
  ByYear recovered;        ///< by all
  ByYear victims;          ///< of that
  ByYear rest;             ///< of that, to the rest of the public sector
  ByYear force_cost;       ///< of whoever pays
  ByYear force_receipts;   ///< likewise
  ByYear others_receipts;  ///< of the other organisations
  ByYear cash_cost;        ///< of whoever pays, in the money of each year
  ByYear cash_receipts;    ///< likewise
};

/// One view of an option: present values.
struct ViewCells {
  Formula costs;     ///< with optimism bias
  Formula benefits;  ///< likewise
  Formula net;
  Formula ratio;
};

/// Present values before optimism bias, as in study::Parties.
struct PartyCells {
  Formula offenders;
  Formula victims;
  Formula force_receipts;
  Formula others_receipts;
  Formula rest;
  Formula force_costs;
  Formula others_costs;
  Formula society;
};

/// Cells of one option less business as usual.
struct OptionCells {
  ScenarioCells scenario;
  std::array<ViewCells, study::views> views;
  PartyCells parties;
  ByYear more_cost;            ///< all organisations
  ByYear more_force_receipts;  ///< of whoever pays
  Formula total_more_cost;
  Formula payback;
};

/// Whether the workbook agrees with the engine.
struct Agreement {
  Formula holds;  ///< a cell that is TRUE then
  Formula words;  ///< a cell that says so
};

/// All of the sheet of options.
struct OptionsCells {
  std::vector<Formula> years;  ///< the headings
  ScenarioCells base;
  Formula next_to_nothing;  ///< study::next_to_nothing()
  std::vector<OptionCells> options;
};

}  // namespace ficap::report::workbook
