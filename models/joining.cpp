#include "models/model.hpp"

// A thought experiment: the unit joins each case at one moment, whoever would have asked.

namespace ficap::models {

bool Model::is_joined_by_rule(const Case& c) const {
  return rules_->joins && rules_->joins->concerns[c.stage.value];
}

// @pre is_joined_by_rule(c)
bool Model::has_joined(const Case& c) const {
  const JoinRow& rule = *rules_->joins;
  return rule.joined.empty() ? now() - c.opened >= rule.after : rule.joined[c.stage.value];
}

// What nobody could ask for before is asked for now, while it is of use.
void Model::join(sim::Handle file) {
  const Case& c = cases_[file.slot];
  if (!is_joined_by_rule(c) || !has_joined(c)) return;
  for (sim::Handle r = c.first_request; r;) {
    const sim::Handle next = requests_[r.slot].next;
    const Request& need = requests_[r.slot];
    if (need.progress == Progress::not_asked && now() < need.window_closes &&
        asks_between_decisions(need)) {
      ask(r);
    }
    r = next;
  }
}

void Model::handle(const UnitJoinsCase& event) {
  if (cases_.holds(event.case_file)) join(event.case_file);
}

}  // namespace ficap::models
