#pragma once

#include <vector>

#include "models/scenario.hpp"
#include "report/figures.hpp"
#include "report/html/page.hpp"
#include "study/demand.hpp"

namespace ficap::report::html {

/// The four steps of a Force Management Statement: demand, recorded and latent; workforce; what is
/// planned; demand that will not be met, by harm.
///
/// Source: HMICFRS, Force management statements: template.
[[nodiscard]] Section force_management(const Figures& figures,
                                       const models::Setting& planned,
                                       const std::vector<study::DemandMonth>& months);

}  // namespace ficap::report::html
