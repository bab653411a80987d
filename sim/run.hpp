#pragma once

#include <type_traits>
#include <variant>

#include "sim/time.hpp"

namespace ficap::sim {

template <class T>
struct IsVariant : std::false_type {};
template <class... Ts>
struct IsVariant<std::variant<Ts...>> : std::true_type {};

/// Runs `model` until `horizon`, events at the horizon left out. The model has one handle()
/// overload per event type; a missing one is a compile error here.
template <class Model, class Calendar>
void run(Model& model, Calendar& calendar, Time horizon) {
  while (auto event = calendar.next_until(horizon)) {
    if constexpr (IsVariant<typename Calendar::event_type>::value) {
      std::visit([&](const auto& e) { model.handle(e); }, *event);
    } else {
      model.handle(*event);
    }
  }
}

}  // namespace ficap::sim
