#pragma once

#include "report/figures.hpp"
#include "report/text_table.hpp"

namespace ficap::report {

/// Needs a year, what became of them and how long they waited: by class of work, organisation and
/// kind of help.
[[nodiscard]] TextTable needs_table(const Figures& figures);

/// Cases a year by when the unit first joined them: by organisation and threat.
[[nodiscard]] TextTable engagement_table(const Figures& figures);

/// In which stage the unit joined. @pre some case was engaged
[[nodiscard]] TextTable stages_table(const Figures& figures);

/// Where modelled realisable assets went: by the year, of every £100 of them and of every £100 of
/// benefit. @pre there are any
[[nodiscard]] TextTable assets_table(const Figures& figures);

/// Orders, money received, and what standing in cost, by the year.
[[nodiscard]] TextTable orders_table(const Figures& figures);

/// How long things took, and what was protected in time.
[[nodiscard]] TextTable clocks_table(const Figures& figures);

}  // namespace ficap::report
