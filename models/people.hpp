#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/sourced.hpp"
#include "models/vocabulary.hpp"
#include "models/workforce.hpp"
#include "sim/time.hpp"

namespace ficap::models {

/// Something that a task needs and a role offers.
struct Skill {
  std::string name;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("name", "what people call it"), self.name);
  }
};

/// When an office is open. Around the clock: 24 hours on seven days.
struct OfficeHours {
  std::vector<double> hours_by_weekday{7.4, 7.4, 7.4, 7.4, 7.4, 0.0, 0.0};
  TimeOfDay opens{std::chrono::hours{9}};
  Holidays holidays{Holidays::england};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(within(maybe("hours_by_weekday", "seven numbers of hours, Monday first; 0 for a day off"),
                 0.0,
                 24.0),
          self.hours_by_weekday);
    visit(maybe("opens", "when the working day begins"), self.opens);
    visit(maybe("holidays", "days on which the office is closed"), self.holidays);
  }
};

/// What a person is employed as.
struct Role {
  std::string name;
  std::vector<Ref<Entity::skill>> skills;
  Named<Sourced<Share>> away;
  std::optional<Sickness> sickness;
  std::optional<AnnualLeave> leave;
  std::optional<Leaving> leaving;
  std::optional<Recruitment> recruitment;
  std::optional<Training> training;
  Sourced<Money> pay{Money{0}};
  Sourced<Number> on_costs{Number{1.0}};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("name", "what people call it"), self.name);
    visit(needed("skills", "what people of this role can do"), self.skills);
    visit(within(maybe("away",
                       "share of contracted hours that does not go into requests, by cause (leave, "
                       "sickness, training, court, other police work); bank holidays are in the "
                       "calendar, not here"),
                 0.0,
                 1.0),
          self.away);
    visit(maybe("sickness", "illness in spells; none if absent"), self.sickness);
    visit(maybe("leave", "leave in days off; none if absent"), self.leave);
    visit(maybe("leaving", "how likely people are to leave; from the start of the plan"),
          self.leaving);
    visit(maybe("recruitment",
                "how a vacant post is filled, from the start of the plan; never if absent"),
          self.recruitment);
    visit(maybe("training", "how a recruit becomes accredited"), self.training);
    visit(within(maybe("pay", "salary a year"), 0.0, 1e7), self.pay);
    visit(within(maybe("on_costs", "what an employer pays for each pound of salary"), 1.0, 3.0),
          self.on_costs);
  }
};

/// A person who differs from the rest of the team.
struct Individual {
  std::optional<Sourced<Share>> fte;
  std::vector<Ref<Entity::skill>> skills;
  std::optional<sim::Date> training_began;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(within(maybe("fte", "full-time equivalent of this person"), 0.05, 1.0), self.fte);
    visit(maybe("skills", "what this person can do, in place of the role's skills"), self.skills);
    visit(maybe("training_began",
                "the day on which this person's training began, of somebody who is in training "
                "when the plan starts"),
          self.training_began);
  }
};

/// People of one role in one organisation.
struct Team {
  std::string name;
  Ref<Entity::organisation> organisation;
  Ref<Entity::role> role;
  Sourced<Number> establishment;
  Sourced<Number> strength;
  Sourced<Share> fte{Share{1.0}};
  Named<Individual> people;
  Sourced<Number> caseload_cap{Number{12.0}};
  Sourced<Share> weight_of_waiting{Share{0.2}};
  Ref<Entity::calendar> calendar;
  Sourced<Number> early_desk{Number{0.0}};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(maybe("name", "what people call it; its id if absent"), self.name);
    visit(needed("organisation", "who employs them"), self.organisation);
    visit(needed("role", "what they are employed as"), self.role);
    visit(within(needed("establishment", "posts, a whole number"), 0.0, 1e5), self.establishment);
    visit(within(needed("strength", "people in post, a whole number"), 0.0, 1e5), self.strength);
    visit(within(maybe("fte", "full-time equivalent of each person"), 0.05, 1.0), self.fte);
    visit(maybe("people", "people who differ from the rest, keyed by post number from \"1\""),
          self.people);
    visit(within(
              maybe("caseload_cap",
                    "how many requests one person may hold, requests in an external wait weighted"),
              1.0,
              1e6),
          self.caseload_cap);
    visit(within(
              maybe("weight_of_waiting", "weight of a request in an external wait against the cap"),
              0.0,
              1.0),
          self.weight_of_waiting);
    visit(needed("calendar", "when they work"), self.calendar);
    visit(within(maybe("early_desk",
                       "how many of them are reserved for early-stage requests: after statutory "
                       "hearings, before the rest"),
                 0.0,
                 1e5),
          self.early_desk);
  }
};

}  // namespace ficap::models
