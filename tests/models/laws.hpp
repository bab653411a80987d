#pragma once

#include "models/outcome.hpp"
#include "tests/support/scenarios.hpp"

namespace ficap::test {

/// Checks everything that must hold exactly in every future of every scenario (docs/model.md, 12).
void check_laws(const World& world, const models::Outcome& outcome);

}  // namespace ficap::test
