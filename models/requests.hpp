#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/sourced.hpp"
#include "models/vocabulary.hpp"

namespace ficap::models {

/// A piece of a request's workflow: hours of somebody's work, then an external wait (bank, court,
/// laboratory) in which nobody works on it.
struct Task {
  std::string name;
  Ref<Entity::skill> skill;
  Sourced<Drawn<Effort>> effort;
  std::optional<Sourced<Drawn<Elapsed>>> then_waits;
  bool decisive{false};
  bool triage{false};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("name", "what is done"), self.name);
    visit(needed("skill", "who can do it"), self.skill);
    visit(needed("effort", "hours of work"), self.effort);
    visit(maybe("then_waits", "time that others take afterwards; nobody of the unit works on it"),
          self.then_waits);
    visit(maybe("decisive",
                "whether its end is what can change the case; the last task if none is marked"),
          self.decisive);
    visit(
        maybe("triage", "whether it only sorts requests: its beginning does not count as a start"),
        self.triage);
  }
};

/// The request is useful however late it starts.
struct WindowOpen {
  static constexpr std::string_view name = "open";
  static constexpr std::string_view doc = "never closes";
  template <class Self, class Visit>
  static void fields(Self& /*self*/, Visit&& /*visit*/) {}
};
/// The request must start before the stage ends in which the need arose.
struct WindowUntilStageEnds {
  static constexpr std::string_view name = "until_stage_ends";
  static constexpr std::string_view doc = "closes when the stage ends in which the need arose";
  template <class Self, class Visit>
  static void fields(Self& /*self*/, Visit&& /*visit*/) {}
};
/// The request must start before the case leaves a phase.
struct WindowUntilPhaseEnds {
  static constexpr std::string_view name = "until_phase_ends";
  static constexpr std::string_view doc = "closes when the case goes beyond a phase";
  Phase phase{Phase::early};
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("phase", "the last phase in which a start is of use"), self.phase);
  }
};
/// The request must start within a time that is fixed or drawn.
struct WindowWithin {
  static constexpr std::string_view name = "within";
  static constexpr std::string_view doc = "closes after a time, fixed or drawn";
  Sourced<Drawn<Elapsed>> time;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("time", "from the need to the end of its usefulness"), self.time);
  }
};
/// A statutory clock that stands still on weekends and bank holidays.
struct WindowStatutoryClock {
  static constexpr std::string_view name = "statutory_clock";
  static constexpr std::string_view doc =
      "closes when a clock runs out that stands still on weekends and bank holidays";
  Sourced<Elapsed> time;
  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(above(needed("time", "time that the statute allows"), 0.0, 3653.0), self.time);
  }
};

using Window = std::variant<WindowOpen,
                            WindowUntilStageEnds,
                            WindowUntilPhaseEnds,
                            WindowWithin,
                            WindowStatutoryClock>;

/// When triage says no at once.
struct DeclineRule {
  std::optional<Sourced<Money>> benefit_below;
  std::optional<Harm> harm_below;
  std::optional<Sourced<Number>> waiting_per_person_above;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(within(maybe("benefit_below", "declined when the case's benefit is smaller"), 0.0, 1e12),
          self.benefit_below);
    visit(maybe("harm_below", "declined when the case's harm band is lower"), self.harm_below);
    visit(within(
              maybe("waiting_per_person_above",
                    "declined when more requests than this wait for each person who could take it"),
              0.0,
              1e6),
          self.waiting_per_person_above);
  }
};

/// Who steps in when nobody of the unit can meet a statutory hearing.
struct Cover {
  Sourced<Money> cost;
  Sourced<Share> effectiveness;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(within(needed("cost", "what an officer's or lawyer's attendance costs"), 0.0, 1e9),
          self.cost);
    visit(within(needed("effectiveness",
                        "chance of the result that an investigator would get, relative"),
                 0.0,
                 1.0),
          self.effectiveness);
  }
};

/// What completed work finds: a share of what is identifiable and still there.
struct Identification {
  std::vector<AssetKind> kinds;
  Sourced<Share> early;
  Sourced<Share> middle;
  Sourced<Share> late;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(maybe("kinds", "kinds that it looks at; all if absent"), self.kinds);
    visit(within(needed("early", "share found when finished in an early stage"), 0.0, 1.0),
          self.early);
    visit(within(needed("middle", "share found when finished in a middle stage"), 0.0, 1.0),
          self.middle);
    visit(within(needed("late", "share found when finished in a late stage"), 0.0, 1.0), self.late);
  }
};

/// What completed work secures (restraint, freezing, detention).
struct Protection {
  std::vector<AssetKind> kinds;
  Sourced<Share> share;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(maybe("kinds", "kinds that it secures; all if absent"), self.kinds);
    visit(
        within(
            needed("share", "share secured of what has been identified at that moment"), 0.0, 1.0),
        self.share);
  }
};

/// What a court lets the police keep for a time: detained cash, a frozen account. Renewals are work
/// of a kind that holds the same; what nobody renews in time is let go.
struct Hold {
  std::vector<AssetKind> kinds;
  Sourced<Elapsed> period;
  Sourced<Elapsed> at_most;
  std::vector<Ref<Entity::request>> until_decided;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("kinds", "kinds that it holds"), self.kinds);
    visit(above(needed("period", "how long it holds unless it is renewed"), 0.0, 36525.0),
          self.period);
    visit(above(needed("at_most", "how long it holds in all, however often it is renewed"),
                0.0,
                36525.0),
          self.at_most);
    visit(maybe("until_decided",
                "requests that, once finished, make it hold until the court has decided on them"),
          self.until_decided);
  }
};

/// Work that success reveals: counted apart, never a primary need, always in the hours.
struct Induced {
  Ref<Entity::request> request;
  Sourced<Share> probability{Share{1.0}};
  Sourced<Elapsed> after{Elapsed{0.0}};
  std::optional<Sourced<Elapsed>> every;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("request", "the work that follows"), self.request);
    visit(within(maybe("probability", "chance that it follows"), 0.0, 1.0), self.probability);
    visit(within(maybe("after", "time from the decisive task to the work"), 0.0, 36525.0),
          self.after);
    visit(within(maybe("every", "repeated at this interval while the case is open; once if absent"),
                 1.0,
                 36525.0),
          self.every);
  }
};

/// A kind of help that the unit gives: a short workflow of tasks.
struct RequestType {
  std::string name;
  WorkClass work_class{WorkClass::discretionary};
  std::vector<Task> tasks;
  Window window{WindowOpen{}};
  TimelyUntil timely{TimelyUntil::case_ends};
  std::vector<Ref<Entity::stage>> reconsidered_at;
  std::optional<DeclineRule> declines;
  std::optional<Cover> cover;
  std::optional<Identification> identifies;
  std::optional<Protection> protects;
  std::optional<Hold> holds;
  Named<Induced> induces;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("name", "what people call it"), self.name);
    visit(needed("class", "statutory, directed or discretionary"), self.work_class);
    visit(needed("tasks", "the workflow, in order"), self.tasks);
    visit(maybe("window", "how long a start is of use; always if absent"), self.window);
    visit(maybe("timely", "by when the decisive task must be finished to change the case"),
          self.timely);
    visit(maybe("reconsidered_at",
                "stages at whose beginning a need that was not asked for is considered again"),
          self.reconsidered_at);
    visit(maybe("declines", "when triage says no at once"), self.declines);
    visit(maybe("cover", "who steps in when the window closes before an investigator could start"),
          self.cover);
    visit(maybe("identifies", "what the work finds"), self.identifies);
    visit(maybe("protects", "what the work secures"), self.protects);
    visit(maybe("holds",
                "what it keeps secured, and for how long; where the work is not done or covered in "
                "time, that is let go"),
          self.holds);
    visit(maybe("induces", "work that success reveals"), self.induces);
  }
};

}  // namespace ficap::models
