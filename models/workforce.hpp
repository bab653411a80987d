#pragma once

#include <optional>
#include <vector>

#include "models/sourced.hpp"

namespace ficap::models {

// How people come, learn, fall ill and go: what a role says of all who have it. Each part is
// optional; without it nothing of the kind happens.

/// Illness that keeps somebody from all work, in spells.
struct Sickness {
  Sourced<Rate> spells;
  Sourced<Drawn<Elapsed>> lasts;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(within(needed("spells", "spells a year of somebody who is well"), 0.0, 100.0),
          self.spells);
    visit(needed("lasts", "how long a spell lasts, weekends included"), self.lasts);
  }
};

/// Leave, taken in whole working days: each month's in one stretch that begins on a day drawn at
/// random.
struct AnnualLeave {
  Sourced<Number> days;
  std::vector<double> monthly_profile;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(within(needed("days", "working days a year"), 0.0, 200.0), self.days);
    visit(within(maybe("monthly_profile",
                       "twelve weights, January first; none means as many in every month"),
                 0.0,
                 1e6),
          self.monthly_profile);
  }
};

/// How likely people are to leave.
struct Leaving {
  Sourced<Rate> rate;
  std::optional<Sourced<Rate>> newly_accredited;
  Sourced<Elapsed> newly{Elapsed{2 * days_per_year}};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(within(needed("rate",
                        "leavings a year of one person: at 0.1 a year, of 100 people 37 are still "
                        "there after ten years"),
                 0.0,
                 100.0),
          self.rate);
    visit(within(maybe("newly_accredited", "the rate of those who have just been accredited"),
                 0.0,
                 100.0),
          self.newly_accredited);
    visit(within(maybe("newly", "how long somebody counts as just accredited"), 0.0, 36525.0),
          self.newly);
  }
};

/// How a vacant post is filled.
struct Recruitment {
  Sourced<Drawn<Elapsed>> takes;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("takes",
                 "from the day a post falls vacant to a recruit's first day; at least a day"),
          self.takes);
  }
};

/// How a recruit becomes accredited. Without it recruits are accredited on their first day.
struct Training {
  Sourced<Drawn<Elapsed>> takes;
  Sourced<Share> productivity_at_first{Share{0.35}};
  Sourced<Share> productivity_at_last{Share{0.8}};
  std::vector<Ref<Entity::skill>> skills;
  Sourced<Share> fails{Share{0.0}};
  Sourced<Share> tutoring{Share{0.0}};
  std::optional<Sourced<Number>> places;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("takes", "from the first day of training to accreditation"), self.takes);
    visit(within(maybe("productivity_at_first",
                       "share of an accredited person's work that a recruit does at first; the "
                       "rest of the time is training"),
                 0.0,
                 1.0),
          self.productivity_at_first);
    visit(within(maybe("productivity_at_last",
                       "the same just before accreditation; it rises evenly, month by month"),
                 0.0,
                 1.0),
          self.productivity_at_last);
    visit(maybe("skills", "what recruits can do before they are accredited; the role's if absent"),
          self.skills);
    visit(within(maybe("fails", "share of recruits who fail accreditation and leave"), 0.0, 1.0),
          self.fails);
    visit(within(maybe("tutoring",
                       "share of an accredited colleague's time that each recruit in training "
                       "takes"),
                 0.0,
                 1.0),
          self.tutoring);
    visit(within(maybe("places",
                       "how many of a team may begin training in a year of the plan, a whole "
                       "number; who finds no place waits, and works as a recruit does at first"),
                 0.0,
                 1e5),
          self.places);
  }
};

}  // namespace ficap::models
