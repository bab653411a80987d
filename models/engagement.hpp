#pragma once

#include <optional>
#include <string>
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

/// What help really was is published from time to time, and investigating teams come nearer to it.
struct PublishedWaits {
  sim::Date from;
  std::optional<sim::Date> until;
  std::vector<Ref<Entity::organisation>> organisations;
  WorkClass work_class{WorkClass::discretionary};
  Sourced<Elapsed> every{Elapsed{days_per_month}};
  Sourced<Share> weight;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("from", "the first day whose experience is published"), self.from);
    visit(maybe("until", "the first day on which nothing is published any more; never if absent"),
          self.until);
    visit(maybe("organisations",
                "who publishes, each for its own investigating teams; all if absent"),
          self.organisations);
    visit(maybe("class", "the work whose waits are published"), self.work_class);
    visit(within(maybe("every",
                       "time from one publication to the next; the first comes that long after "
                       "`from`"),
                 1.0,
                 36525.0),
          self.every);
    visit(within(needed("weight",
                        "how far each publication moves a belief towards what requests experienced "
                        "since the last one"),
                 0.0,
                 1.0),
          self.weight);
  }
};

/// A promise to those who ask early: work begins in time, or another unit takes it before its own.
/// It is made to primary needs of an early phase, of discretionary or directed work.
struct ServicePromise {
  std::vector<Ref<Entity::organisation>> organisations;
  Sourced<Elapsed> time;
  Ref<Entity::organisation> escalates_to;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(maybe("organisations",
                "whose early requests are promised it; all but `escalates_to` if absent"),
          self.organisations);
    visit(within(needed("within", "time from asking in which work is to begin"), 0.0, 36525.0),
          self.time);
    visit(needed("escalates_to",
                 "the unit that then may take a request, before its own of the work class"),
          self.escalates_to);
  }
};

/// A thought experiment: the unit joins each case at one moment, whoever would have asked. Nothing
/// is asked for before; then everything that is still of use is, and from there on every need.
struct UnitJoins {
  std::optional<Ref<Entity::stage>> at;
  std::optional<Sourced<Elapsed>> after;
  std::vector<Ref<Entity::pathway>> pathways;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(maybe("at", "the stage at whose beginning it joins, or at a later one's"), self.at);
    visit(within(maybe("after", "time from the opening of the case"), 0.0, 36525.0), self.after);
    visit(maybe("pathways",
                "whose cases it joins so; all if absent, and where `at` is given all "
                "that have that stage"),
          self.pathways);
  }
};

/// People of a staff team who sit with investigating teams and take the requests of these teams'
/// cases, in lines of their own. It is the first posts of the team that sit there; of several
/// embeddings of one team, those whose id comes first have the first.
struct Embedding {
  Ref<Entity::team> team;
  Sourced<Number> posts{Number{1.0}};
  std::vector<std::string> with;
  std::vector<WorkClass> classes;
  std::optional<Sourced<Elapsed>> overflow_after;
  bool helps_unit{false};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("team", "whose people sit there"), self.team);
    visit(
        within(needed("posts", "how many of its posts, a whole number; the first ones"), 1.0, 1e5),
        self.posts);
    visit(needed("with",
                 "areas of the team's organisation with whose investigators they sit; \"none\" "
                 "where it has no areas"),
          self.with);
    visit(maybe("classes",
                "the work that they take, as far as they have the skills; all but hearings if "
                "absent. The rest goes to the unit"),
          self.classes);
    visit(within(maybe("overflow_after",
                       "how long a request waits for them before the unit may take it as well; "
                       "never if absent"),
                 0.0,
                 36525.0),
          self.overflow_after);
    visit(maybe("helps_unit",
                "whether they turn to what waits for the unit when they have nothing to do"),
          self.helps_unit);
  }
};

}  // namespace ficap::models
