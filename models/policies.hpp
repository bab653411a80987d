#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/engagement.hpp"
#include "models/requests.hpp"

namespace ficap::models {

/// Who is helped next, within a work class. A closed set: each alternative is a few lines in
/// models/allocation.cpp.
struct FirstComeFirstServed {
  static constexpr std::string_view name = "first_come_first_served";
  static constexpr std::string_view doc = "in the order of asking";
  template <class Self, class Visit>
  static void fields(Self& /*self*/, Visit&& /*visit*/) {}
};
struct PriorityByHarmAndStage {
  static constexpr std::string_view name = "priority_by_harm_and_stage";
  static constexpr std::string_view doc =
      "highest harm first, then earliest phase, then in the order of asking";
  template <class Self, class Visit>
  static void fields(Self& /*self*/, Visit&& /*visit*/) {}
};
struct EarliestWindowClose {
  static constexpr std::string_view name = "earliest_window_close";
  static constexpr std::string_view doc =
      "the window that closes first; requests without a window last";
  template <class Self, class Visit>
  static void fields(Self& /*self*/, Visit&& /*visit*/) {}
};
struct EarlyStagesFirst {
  static constexpr std::string_view name = "early_stages_first";
  static constexpr std::string_view doc =
      "needs of early stages first, then in the order of asking";
  template <class Self, class Visit>
  static void fields(Self& /*self*/, Visit&& /*visit*/) {}
};
struct ValuePerHour {
  static constexpr std::string_view name = "value_per_hour";
  static constexpr std::string_view doc = "most realisable assets per expected hour of work first";
  template <class Self, class Visit>
  static void fields(Self& /*self*/, Visit&& /*visit*/) {}
};

using Allocation = std::variant<FirstComeFirstServed,
                                PriorityByHarmAndStage,
                                EarliestWindowClose,
                                EarlyStagesFirst,
                                ValuePerHour>;

/// When the unit turns a referral away at once, before anybody looks at it.
struct ReferralRefusal {
  Sourced<Number> waiting_per_person_above;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(within(needed("waiting_per_person_above",
                        "refused when more requests than this wait for each person who could take "
                        "the referral, or begin the work that it reaches"),
                 0.0,
                 1e6),
          self.waiting_per_person_above);
  }
};

/// How investigating teams remember what became of their referrals. A team's readiness q lies in
/// [0, 1] and is 1 at first; a case that should be referred is, with compliance x q. A refusal
/// moves q by a (0 - q), an accepted referral by a (1 - q), a = `weight`; between referrals it
/// comes back to 1 with `memory`.
struct ReferralMemory {
  Sourced<Share> weight;
  Sourced<Elapsed> memory;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(within(needed("weight",
                        "how far a refusal takes a team towards referring nothing, and an accepted "
                        "referral towards referring all that it should"),
                 0.0,
                 1.0),
          self.weight);
    visit(above(needed("memory",
                       "time constant in which a team that refers nothing comes back to the rule"),
                0.0,
                36525.0),
          self.memory);
  }
};

/// Cases that officers must bring to the unit early, whether they expect help or not.
struct MandatoryReferral {
  std::vector<Harm> harms;
  Ref<Entity::stage> at;
  Sourced<Share> compliance{Share{0.7}};
  Ref<Entity::skill> skill;
  Sourced<Drawn<Effort>> effort;
  std::vector<Ref<Entity::request>> reaches;
  std::optional<ReferralRefusal> refuses;
  std::optional<ReferralMemory> remembered;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("harms", "harm bands that the policy covers"), self.harms);
    visit(needed("at", "the stage at whose beginning the case is referred"), self.at);
    visit(
        within(maybe("compliance", "share of cases that are referred as they should be"), 0.0, 1.0),
        self.compliance);
    visit(needed("skill", "who does the triage"), self.skill);
    visit(needed("effort", "hours of triage for each referral"), self.effort);
    visit(needed("reaches", "discretionary requests that are certain to be asked after triage"),
          self.reaches);
    visit(maybe("refuses", "when a referral is turned away at once; never if absent"),
          self.refuses);
    visit(maybe("remembered",
                "how officers remember that a referral was turned away; not at all if absent"),
          self.remembered);
  }
};

/// A unit that takes requests which have waited too long elsewhere. Units that take from each other
/// are a pool. The requests of an organisation in `from` of several rules go to one unit after the
/// other, in the order of `after`; where that is the same, in the order of the rules.
struct Overflow {
  Ref<Entity::organisation> to;
  std::vector<Ref<Entity::organisation>> from;
  Sourced<Elapsed> after;
  bool own_first{false};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("to", "who takes the requests"), self.to);
    visit(needed("from", "whose requests may be taken"), self.from);
    visit(within(needed("after", "how long they wait first"), 0.0, 36525.0), self.after);
    visit(maybe("own_first",
                "whether a unit turns to its own requests of a work class before those of others; "
                "else all stand in one line"),
          self.own_first);
  }
};

/// What becomes of the work of somebody who is not there.
struct Handover {
  std::optional<Sourced<Elapsed>> after;
  Sourced<Share> effort_lost{Share{0.0}};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(within(maybe("after",
                       "how long somebody is away before their work goes to a colleague; absent: "
                       "it waits for their return"),
                 0.0,
                 36525.0),
          self.after);
    visit(within(maybe("effort_lost",
                       "share of the work done on a task that must be done again when another "
                       "person takes it over, also from somebody who leaves"),
                 0.0,
                 1.0),
          self.effort_lost);
  }
};

/// Who takes what, when.
struct Policies {
  Allocation allocation{FirstComeFirstServed{}};
  std::optional<MandatoryReferral> mandatory_referral;
  std::vector<Overflow> overflow;
  Handover handover;
  Named<Announcement> announcements;
  std::optional<PublishedWaits> published_waits;
  std::optional<ServicePromise> service_promise;
  std::optional<UnitJoins> unit_joins;
  Named<Embedding> embedded;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(maybe("allocation", "who is helped next within a work class"), self.allocation);
    visit(maybe("mandatory_referral", "cases that must be brought to the unit early"),
          self.mandatory_referral);
    visit(maybe("overflow", "units that take requests which have waited too long; a pool"),
          self.overflow);
    visit(maybe("handover", "what becomes of the work of somebody who is not there"),
          self.handover);
    visit(maybe("announcements", "words on a day that make teams trust more, by id"),
          self.announcements);
    visit(maybe("published_waits", "what help really was, published from time to time"),
          self.published_waits);
    visit(maybe("service_promise", "early requests are begun in time, or another unit takes them"),
          self.service_promise);
    visit(maybe("unit_joins",
                "a thought experiment: the unit joins each case at one moment; see `ficap engage`"),
          self.unit_joins);
    visit(maybe("embedded", "people who sit with investigating teams, by id"), self.embedded);
  }
};

}  // namespace ficap::models
