#pragma once

#include "models/sourced.hpp"

namespace ficap::models {

/// How investigating teams come to trust that help will come.
///
/// A team's belief b lies in [0, 1]. At each outcome y of one of its requests b moves by
/// a (y - b), a = `weight_of_news`, times `weight_of_bad_news` when y < b; other teams of the
/// organisation move by `word_of_mouth` of that. Between news it drifts with `memory` to the
/// organisation's own smoothed outcomes. The form follows perceived-wait models of health care.
struct BeliefRules {
  Sourced<Share> initial{Share{0.5}};
  Sourced<Elapsed> memory{Elapsed{182.625}};
  Sourced<Share> weight_of_news{Share{0.05}};
  Sourced<Number> weight_of_bad_news{Number{1.0}};
  Sourced<Share> word_of_mouth{Share{0.0}};
  Sourced<Share> organisation_weight{Share{0.05}};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(within(maybe("initial", "belief at the beginning of the run"), 0.0, 1.0), self.initial);
    visit(above(maybe("memory", "time constant of the drift towards the organisation's experience"),
                0.0,
                36525.0),
          self.memory);
    visit(within(maybe("weight_of_news",
                       "how far one outcome moves the belief of the team that asked"),
                 0.0,
                 1.0),
          self.weight_of_news);
    visit(
        within(
            maybe("weight_of_bad_news", "how many times more a disappointment weighs"), 1.0, 20.0),
        self.weight_of_bad_news);
    visit(within(
              maybe("word_of_mouth", "how much of the news reaches the organisation's other teams"),
              0.0,
              1.0),
          self.word_of_mouth);
    visit(within(maybe("organisation_weight",
                       "weight of one outcome in the organisation's smoothed experience"),
                 0.0,
                 1.0),
          self.organisation_weight);
  }
};

/// The chance that a discretionary need is asked: floor + (ceiling - floor) x belief.
struct AskingRules {
  Sourced<Share> floor{Share{0.1}};
  Sourced<Share> ceiling{Share{0.85}};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(within(maybe("floor", "chance of asking with no belief that help will come"), 0.0, 1.0),
          self.floor);
    visit(within(maybe("ceiling", "chance of asking with full belief"), 0.0, 1.0), self.ceiling);
  }
};

}  // namespace ficap::models
