#pragma once

#include <optional>
#include <vector>

#include "models/sourced.hpp"
#include "models/vocabulary.hpp"
#include "sim/time.hpp"

namespace ficap::models {

// What a unit says of its help, so that officers ask. Grade C: nobody has measured how far words
// move trust.

/// Words on a day: investigating teams trust more at once. Then news and drift go on as ever.
struct Announcement {
  sim::Date on;
  std::vector<Ref<Entity::organisation>> organisations;
  WorkClass work_class{WorkClass::discretionary};
  Sourced<Share> step;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("on", "the day on whose first instant it is heard"), self.on);
    visit(maybe("organisations", "whose investigating teams hear it; all if absent"),
          self.organisations);
    visit(maybe("class", "the work that it is about"), self.work_class);
    visit(
        within(needed("step", "how much more they believe from then on; at most fully"), 0.0, 1.0),
        self.step);
  }
};

}  // namespace ficap::models
