#pragma once

#include "sim/time.hpp"

namespace ficap::sim {

/// Runs `model` until `horizon`, events at the horizon left out. The model has one handle()
/// overload per event type; a missing one is a compile error here.
template <class Model, class Calendar>
void run(Model& model, Calendar& calendar, Time horizon) {
  while (calendar.handle_next(horizon, [&](const auto& event) { model.handle(event); })) {
  }
}

}  // namespace ficap::sim
