#pragma once

#include <array>
#include <vector>

#include "models/scenario.hpp"
#include "report/figures.hpp"
#include "report/html/page.hpp"
#include "study/demand.hpp"

namespace ficap::report::html {

/// Blocks for each of the four steps.
using FourSteps = std::array<std::vector<Block>, 4>;

/// The four steps of a Force Management Statement: demand, recorded and latent; workforce; what is
/// planned; demand that will not be met, by harm.
///
/// Source: HMICFRS, Force management statements: template.
/// @param more what is said at the end of each step: what options change of it
[[nodiscard]] Section force_management(const Figures& figures,
                                       const models::Setting& planned,
                                       const std::vector<study::DemandMonth>& months,
                                       FourSteps more = {});

}  // namespace ficap::report::html
