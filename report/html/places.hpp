#pragma once

#include <vector>

#include "models/scenario.hpp"
#include "report/figures.hpp"
#include "report/html/page.hpp"

namespace ficap::report::html {

/// Where needs arise and whose they are: rates and unmet share by local policing area, and by
/// threats that have victims who can be compensated; small numbers withheld.
[[nodiscard]] std::vector<Block> places_and_victims(const Figures& figures,
                                                    const models::Setting& setting);

}  // namespace ficap::report::html
