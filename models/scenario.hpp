#pragma once

#include <string>

#include "models/assets.hpp"
#include "models/belief.hpp"
#include "models/demand.hpp"
#include "models/diagnostics.hpp"
#include "models/organisations.hpp"
#include "models/pathway.hpp"
#include "models/people.hpp"
#include "models/policies.hpp"
#include "models/requests.hpp"
#include "models/staffing.hpp"
#include "models/start.hpp"

namespace ficap::models {

/// When the plan runs and how often it is simulated.
struct Plan {
  sim::Date start{2026, 4, 1};
  double years{5};
  Elapsed warm_up{6 * days_per_year};
  Elapsed run_on{6 * days_per_year};
  std::vector<Ref<Entity::pathway>> cohort;
  double replications{200};
  double seed{1};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("start", "first day of the measured period"), self.start);
    visit(within(
              needed("years", "length of the measured period in years, a whole number"), 1.0, 50.0),
          self.years);
    visit(within(maybe("warm_up", "time simulated before the measured period; it lasts whole days"),
                 0.0,
                 36525.0),
          self.warm_up);
    visit(within(maybe("run_on",
                       "longest time simulated after the measured period to see cases closed and "
                       "money in"),
                 0.0,
                 36525.0),
          self.run_on);
    visit(maybe("cohort",
                "pathways whose cases, opened in the period, make up the cohort: measures of "
                "cases, engagement and assets are of these; all if absent"),
          self.cohort);
    visit(within(maybe("replications", "possible futures to simulate, a whole number"), 1.0, 1e6),
          self.replications);
    visit(within(maybe("seed", "which set of possible futures, a whole number"),
                 0.0,
                 9007199254740991.0),
          self.seed);
  }
};

/// Everything that is in force at one time: who has cases, what they need, who helps, by which
/// rules.
struct Setting {
  std::string title;
  std::string description;
  Plan plan;
  Start start;
  Named<Evidence> evidence;
  Named<Organisation> organisations;
  Named<Threat> threats;
  Named<AssetProfile> asset_profiles;
  Named<Pathway> pathways;
  Named<CaseStream> streams;
  Named<Skill> skills;
  Named<RequestType> requests;
  Named<Role> roles;
  Named<OfficeHours> calendars;
  Named<Team> teams;
  StaffingPlan staffing;
  BeliefRules belief;
  AskingRules asking;
  Policies policies;
  AssetRules assets;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("title", "one line that says what this scenario is"), self.title);
    visit(maybe("description", "what it is for, in a few sentences"), self.description);
    visit(needed("plan", "when it runs and how often it is simulated"), self.plan);
    visit(maybe("start", "what the run starts from; a warm-up if absent"), self.start);
    visit(maybe("evidence", "sources that numbers cite, by id"), self.evidence);
    visit(needed("organisations", "forces and regional units, by id"), self.organisations);
    visit(needed("threats", "kinds of crime, by id"), self.threats);
    visit(needed("asset_profiles", "what cases are worth, by id"), self.asset_profiles);
    visit(needed("pathways", "the stages of each kind of case, by id"), self.pathways);
    visit(needed("streams", "who has cases and how many, by id"), self.streams);
    visit(needed("skills", "what tasks need and roles offer, by id"), self.skills);
    visit(needed("requests", "kinds of help, by id"), self.requests);
    visit(needed("roles", "what people are employed as, by id"), self.roles);
    visit(needed("calendars", "when offices are open, by id"), self.calendars);
    visit(needed("teams", "people of one role in one organisation, by id"), self.teams);
    visit(maybe("staffing", "what changes on dates about who is there"), self.staffing);
    visit(maybe("belief", "how teams come to trust that help will come"), self.belief);
    visit(maybe("asking", "how likely a need is asked for"), self.asking);
    visit(maybe("policies", "who takes what, when"), self.policies);
    visit(maybe("assets", "dissipation and collection"), self.assets);
  }
};

/// A scenario: what was in force during the warm-up, and what is in force from the start of the
/// plan (the same with the changes under "from_start").
struct Scenario {
  Setting before;
  Setting planned;
};

/// Every rule across fields that the scenario breaks; pointers of rules that only the planned
/// setting breaks begin with "/from_start". Empty when it can be simulated.
[[nodiscard]] Diagnostics check(const Scenario& scenario);

}  // namespace ficap::models
