#pragma once

#include "models/scenario.hpp"

namespace ficap::models {

/// Brings numbers that were drawn one by one back into what check() asks of them together:
/// probabilities of what follows are divided by their sum, causes of absence add up to 0.99 at
/// most, an upper bound is at least its lower one, desks and posts are no more than the people who
/// hold them, and a variation between years that is too small to be drawn is none. What keeps the
/// rules already is left as it is, to the last bit.
void keep_rules(Setting& setting);

}  // namespace ficap::models
