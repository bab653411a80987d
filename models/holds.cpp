#include <algorithm>

#include "models/model.hpp"

// What a court lets the police keep for a time: it is renewed, decided on, or let go.

namespace ficap::models {

void Model::hold_for_a_time(sim::Handle file, const HoldRow& terms) {
  Case& c = cases_[file.slot];
  if (!c.hold) c.hold = holds_.open_new().handle;
  HoldState& held = holds_[c.hold.slot];
  held.until_decided |= terms.until_decided;
  sim::Time first_end = sim::Time::max();
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    if (!terms.kinds.contains(kind)) continue;
    if (held.until[kind] == sim::Time{}) held.last[kind] = now() + terms.at_most;
    held.until[kind] = std::min(now() + terms.period, held.last[kind]);
    first_end = std::min(first_end, held.until[kind]);
  }
  // What is for the court is held beyond its last day: a renewal that comes then moves nothing.
  if (first_end < now()) return;
  // Where it is renewed before, this finds nothing that has ended.
  calendar_.schedule(first_end, Order::window_closes, HoldEnds{file});
}

bool Model::is_for_the_court(const Case& c) const {
  return c.hold && (c.done & holds_[c.hold.slot].until_decided) != 0;
}

void Model::handle(const HoldEnds& event) {
  if (!cases_.holds(event.case_file)) return;
  Case& c = cases_[event.case_file.slot];
  if (is_for_the_court(c)) return;
  HoldState& held = holds_[c.hold.slot];
  Kinds ended;
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    if (held.until[kind] == sim::Time{} || now() < held.until[kind]) continue;
    ended.add(kind);
    held.until[kind] = sim::Time{};
  }
  if (!ended.empty()) note(c, {.at = now(), .kind = AssetAct::Kind::let_go, .kinds = ended});
}

// What is held under an earlier order goes on being held until that runs out.
void Model::fail_to_hold(sim::Handle file, const HoldRow& terms) {
  Case& c = cases_[file.slot];
  Kinds lost;
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    const bool still_held = c.hold && holds_[c.hold.slot].until[kind] != sim::Time{};
    if (terms.kinds.contains(kind) && !still_held) lost.add(kind);
  }
  if (!lost.empty()) note(c, {.at = now(), .kind = AssetAct::Kind::let_go, .kinds = lost});
}

}  // namespace ficap::models
