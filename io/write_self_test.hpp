#pragma once

#include <string>

#include "study/self_test.hpp"

namespace ficap::io {

/// One JSON document: whether the test passed, the futures of each oracle and the chance of a false
/// alarm; for each oracle its claims with the closed form, its value, the simulated value and the
/// half-width; and what must hold exactly. Nothing in it depends on the machine.
[[nodiscard]] std::string self_test_json(const study::SelfTest& test);

}  // namespace ficap::io
