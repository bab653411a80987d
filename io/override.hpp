#pragma once

#include <cstddef>
#include <string>

#include "io/document.hpp"
#include "io/problem.hpp"
#include "io/sources.hpp"

namespace ficap::io {

/// Applies one `--set` argument, "/json/pointer=VALUE", to a resolved scenario. Blanks around the
/// pointer and around VALUE are no part of them. VALUE is JSON, or else the string that it is;
/// `null` takes the member away (under "from_start" it is kept, as the order to take it away then).
/// Objects on the way that are missing are made; items of a list are named by index, and "-"
/// appends.
///
/// @param number which `--set` of the command line it is, from 1: its source is "--set 2"
/// @returns what is wrong with it; `root` is then unchanged
[[nodiscard]] Problems apply_override(Node& root,
                                      Sources& sources,
                                      std::size_t number,
                                      const std::string& argument);

}  // namespace ficap::io
