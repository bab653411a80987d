#pragma once

#include <array>
#include <optional>
#include <vector>

#include "models/sourced.hpp"
#include "models/vocabulary.hpp"
#include "sim/time.hpp"

namespace ficap::models {

// A staffing plan: what changes on a date about who is there. Each entry has an id of its author's,
// so that a patch can change one and leave the others. Dates lie within the plan; what is in force
// at its end stays in force in the run-on.

/// How the first holders of new posts come.
enum class Filled : unsigned char { by_recruitment, on_the_day };

[[nodiscard]] constexpr std::array<Enumerator<Filled>, 2> enumerators(Filled) noexcept {
  return {{{"by_recruitment",
            Filled::by_recruitment,
            "as any vacant post: the role's recruitment begins on the day"},
           {"on_the_day", Filled::on_the_day, "by accredited people who come on the day"}}};
}

/// Posts that a team is given, or loses, on a day.
struct PostsChange {
  sim::Date from;
  Ref<Entity::team> team;
  Sourced<Number> change;
  std::optional<Filled> filled;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("from", "the first day on which it holds"), self.from);
    visit(needed("team", "whose posts"), self.team);
    visit(within(needed("change",
                        "posts more, or fewer where negative, a whole number. Vacant posts go "
                        "first; then the holders of the last posts leave"),
                 -1e5,
                 1e5),
          self.change);
    visit(maybe("filled",
                "how the new posts are filled; if absent by recruitment, or on the day where the "
                "role has no `recruitment`"),
          self.filled);
  }
};

/// Nobody is recruited. Who has been promised a post still comes.
struct HiringFreeze {
  sim::Date from;
  std::optional<sim::Date> until;
  std::vector<Ref<Entity::team>> teams;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("from", "the first day on which it holds"), self.from);
    visit(maybe("until", "the first day on which it no longer holds; never if absent"), self.until);
    visit(maybe("teams", "whose posts; those of all teams if absent or empty"), self.teams);
  }
};

/// Hours beyond those of the contract, worked while other work waits.
struct Overtime {
  sim::Date from;
  std::optional<sim::Date> until;
  std::vector<Ref<Entity::team>> teams;
  Sourced<Share> up_to;
  Sourced<Number> paid{Number{1.5}};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("from", "the first day on which it holds"), self.from);
    visit(maybe("until", "the first day on which it no longer holds; never if absent"), self.until);
    visit(needed("teams", "who works it, at least one team"), self.teams);
    visit(within(needed("up_to",
                        "hours of overtime for each contracted hour of somebody who works while "
                        "other work waits that they could do"),
                 0.0,
                 1.0),
          self.up_to);
    visit(within(maybe("paid", "what an hour of it costs, in hours of the role's pay"), 0.0, 10.0),
          self.paid);
  }
};

/// People of an agency, for a time: accredited from their first day, and of no post.
struct AgencyStaff {
  sim::Date from;
  std::optional<sim::Date> until;
  Ref<Entity::team> team;
  Sourced<Number> people;
  Sourced<Money> day_rate;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("from", "their first day"), self.from);
    visit(maybe("until", "the first day on which they are gone; never if absent"), self.until);
    visit(needed("team", "whom they work with, and whose work they do"), self.team);
    visit(within(needed("people", "how many, a whole number; each full-time"), 0.0, 1e4),
          self.people);
    visit(within(needed("day_rate", "what one of them costs for each day that the office is open"),
                 0.0,
                 1e5),
          self.day_rate);
  }
};

/// People who work for another organisation for a time. Their employer goes on paying them.
struct Loan {
  sim::Date from;
  std::optional<sim::Date> until;
  Ref<Entity::team> team;
  Sourced<Number> people;
  Ref<Entity::organisation> to;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("from", "their first day there"), self.from);
    visit(maybe("until", "the first day on which they are back; never if absent"), self.until);
    visit(needed("team", "whose people"), self.team);
    visit(
        within(needed("people",
                      "how many, a whole number: accredited people who hold the last posts of "
                      "their team; fewer where there are fewer. Who leaves is not replaced there"),
               0.0,
               1e4),
        self.people);
    visit(needed("to", "the organisation whose requests they take"), self.to);
  }
};

/// Pay beyond that of the role, to keep people.
struct MarketSupplement {
  sim::Date from;
  std::optional<sim::Date> until;
  std::vector<Ref<Entity::team>> teams;
  Sourced<Money> pay;
  Sourced<Share> leaving;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("from", "the first day on which it is paid"), self.from);
    visit(maybe("until", "the first day on which it is no longer paid; never if absent"),
          self.until);
    visit(needed("teams", "who is paid it, at least one team"), self.teams);
    visit(within(needed("pay", "a year for each full-time equivalent in post, before on-costs"),
                 0.0,
                 1e6),
          self.pay);
    visit(within(needed("leaving",
                        "what is left of the role's rates of leaving while it is paid: 0.7 means "
                        "three in ten fewer leave in a year"),
                 0.0,
                 1.0),
          self.leaving);
  }
};

/// All that is to change on dates.
struct StaffingPlan {
  Named<PostsChange> posts;
  Named<HiringFreeze> hiring_freezes;
  Named<Overtime> overtime;
  Named<AgencyStaff> agency;
  Named<Loan> loans;
  Named<MarketSupplement> supplements;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(maybe("posts", "posts added and cut, by id"), self.posts);
    visit(maybe("hiring_freezes", "times in which nobody is recruited, by id"),
          self.hiring_freezes);
    visit(maybe("overtime", "hours beyond those of the contract, by id"), self.overtime);
    visit(maybe("agency", "people of an agency, by id"), self.agency);
    visit(maybe("loans", "people who work for another organisation for a time, by id"), self.loans);
    visit(maybe("supplements", "pay that keeps people, by id"), self.supplements);
  }
};

}  // namespace ficap::models
