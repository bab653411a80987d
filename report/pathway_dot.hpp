#pragma once

#include <string>

#include "models/scenario.hpp"

namespace ficap::report {

/// The pathways as a drawing for Graphviz (`dot -Tsvg`): stages as boxes in a frame for each
/// phase, with the days that a visit lasts and how many of 100 cases come there; arrows with their
/// probabilities; what is needed in a stage as a note beside it.
///
/// @returns one digraph in the DOT language, UTF-8
/// @pre models::check() reports no error about the setting
[[nodiscard]] std::string pathways_dot(const models::Setting& setting);

}  // namespace ficap::report
