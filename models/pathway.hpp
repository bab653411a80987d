#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/sourced.hpp"
#include "models/vocabulary.hpp"

namespace ficap::models {

/// The id under which a stage's `next` names the end of a case.
inline constexpr std::string_view closed_id = "closed";

/// A case closes after so many stages, wherever its path would lead: a future ends.
inline constexpr std::size_t most_stages_of_a_case = 251;

/// A point of a stage at which a case may need help.
struct NeedPoint {
  Ref<Entity::request> request;
  Share at{0.0};
  Sourced<Share> probability;
  ByRef<Entity::threat, Sourced<Share>> by_threat;
  ByEnum<Harm, Sourced<Number>> by_harm;
  std::optional<Sourced<Money>> benefit_at_least;
  std::optional<Sourced<Money>> benefit_below;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("request", "what help is needed"), self.request);
    visit(within(maybe("at", "how far into the stage the need arises: 0 at its beginning, below 1"),
                 0.0,
                 0.999),
          self.at);
    visit(within(needed("probability", "chance that a case in this stage has the need"), 0.0, 1.0),
          self.probability);
    visit(within(maybe("by_threat", "the chance for particular threats, in place of `probability`"),
                 0.0,
                 1.0),
          self.by_threat);
    visit(within(maybe("by_harm", "factor on the chance by harm band; the product is capped at 1"),
                 0.0,
                 100.0),
          self.by_harm);
    visit(within(maybe("benefit_at_least", "only cases with at least this benefit"), 0.0, 1e12),
          self.benefit_at_least);
    visit(within(maybe("benefit_below", "only cases with less than this benefit"), 0.0, 1e12),
          self.benefit_below);
  }
};

/// Confiscation after conviction: an order for the smaller of benefit and identified assets
/// still there (Proceeds of Crime Act 2002, part 2).
struct ConfiscationDecision {
  static constexpr std::string_view name = "confiscation";
  static constexpr std::string_view doc = "an order on conviction";

  Ref<Entity::request> on;
  std::optional<Ref<Entity::request>> nominal_on;
  Sourced<Share> granted{Share{1.0}};
  Sourced<Drawn<Elapsed>> paid_after;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("on", "the request whose work leads to the order"), self.on);
    visit(maybe("nominal_on", "the request whose work leads to a nominal order, without value"),
          self.nominal_on);
    visit(within(maybe("granted", "chance that the court makes the order"), 0.0, 1.0),
          self.granted);
    visit(needed("paid_after", "time from the order to payment"), self.paid_after);
  }
};

/// Forfeiture of cash or of money in a frozen account: no conviction is needed.
struct ForfeitureDecision {
  static constexpr std::string_view name = "forfeiture";
  static constexpr std::string_view doc = "a civil order without conviction";

  Ref<Entity::request> on;
  std::vector<AssetKind> kinds;
  Sourced<Share> granted{Share{1.0}};
  Sourced<Drawn<Elapsed>> paid_after;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("on", "the request whose work leads to the order"), self.on);
    visit(needed("kinds", "the kinds of asset that the order covers"), self.kinds);
    visit(within(needed("granted", "chance that the court makes the order"), 0.0, 1.0),
          self.granted);
    visit(needed("paid_after", "time from the order to payment"), self.paid_after);
  }
};

using Decision = std::variant<ConfiscationDecision, ForfeitureDecision>;

/// How late work holds up its own stage.
struct Adjournment {
  std::vector<Ref<Entity::request>> waits_for;
  Sourced<Share> value_lost_per_month{Share{0.0}};
  Sourced<Elapsed> at_most;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("waits_for",
                 "requests that must be finished, covered or declined before the stage can end"),
          self.waits_for);
    visit(within(maybe("value_lost_per_month",
                       "share of the contested value lost for each month of delay"),
                 0.0,
                 1.0),
          self.value_lost_per_month);
    visit(above(needed("at_most",
                       "longest delay that the court allows; then the stage ends without the work"),
                0.0,
                36525.0),
          self.at_most);
  }
};

/// A case of one stream giving rise to a case of another, e.g. a cash seizure that opens an
/// investigation.
struct Escalation {
  Ref<Entity::stream> to;
  Sourced<Share> probability;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("to", "the stream that the new case belongs to"), self.to);
    visit(within(needed("probability", "chance that it happens when the stage begins"), 0.0, 1.0),
          self.probability);
  }
};

/// A stage of a pathway. It never waits for the Economic Crime Unit, except as `adjourns` says.
struct Stage {
  std::string name;
  Phase phase{Phase::early};
  Visibility visibility{Visibility::covert};
  Sourced<Drawn<Elapsed>> lasts;
  ByRef<Entity::threat, Sourced<Drawn<Elapsed>>> lasts_by_threat;
  ByRef<Entity::stage, Sourced<Share>> next;
  Named<NeedPoint> needs;
  std::optional<Decision> decides;
  std::optional<Adjournment> adjourns;
  ByRef<Entity::organisation, Escalation> escalates;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(maybe("name", "what people call it; its id if absent"), self.name);
    visit(needed("phase", "early, middle or late"), self.phase);
    visit(needed("visibility", "whether the subject knows"), self.visibility);
    visit(needed("lasts", "how long the stage lasts"), self.lasts);
    visit(maybe("lasts_by_threat", "how long for particular threats, in place of `lasts`"),
          self.lasts_by_threat);
    visit(within(needed("next",
                        "probability of each stage that may follow; \"closed\" ends the case; they "
                        "sum to 1"),
                 0.0,
                 1.0),
          self.next);
    visit(maybe("needs", "points at which a case may need help"), self.needs);
    visit(maybe("decides", "the order that is decided when the stage ends"), self.decides);
    visit(maybe("adjourns", "how late work holds the stage up"), self.adjourns);
    visit(maybe("escalates",
                "by organisation: cases of another stream that may arise when the stage begins"),
          self.escalates);
  }
};

/// The stages that a kind of case can go through.
struct Pathway {
  std::string name;
  ByRef<Entity::stage, Sourced<Share>> entry;
  ByEnum<Origin, ByRef<Entity::stage, Sourced<Share>>> entry_by_origin;
  Named<Stage> stages;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("name", "what people call it"), self.name);
    visit(
        within(
            needed("entry", "probability of each stage to be the first; they sum to 1"), 0.0, 1.0),
        self.entry);
    visit(within(maybe("entry_by_origin", "the same for particular origins, in place of `entry`"),
                 0.0,
                 1.0),
          self.entry_by_origin);
    visit(needed("stages", "the stages, by id"), self.stages);
  }
};

}  // namespace ficap::models
