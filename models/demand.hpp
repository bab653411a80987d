#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/sourced.hpp"
#include "models/vocabulary.hpp"

namespace ficap::models {

/// A stream of cases: one organisation, one threat, one pathway. Cases open by a Poisson process
/// whose rate may grow, follow the months and vary between years.
struct CaseStream {
  std::string name;
  Ref<Entity::organisation> organisation;
  Ref<Entity::threat> threat;
  Ref<Entity::pathway> pathway;
  Ref<Entity::asset_profile> assets;
  Sourced<Rate> rate;
  Sourced<Number> growth{Number{0.0}};
  std::vector<double> monthly_profile;
  Sourced<Number> variation_between_years{Number{0.0}};
  ByEnum<Origin, Sourced<Number>> origins;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(maybe("name", "what people call it; its id if absent"), self.name);
    visit(needed("organisation", "whose cases these are"), self.organisation);
    visit(needed("threat", "what the cases are about"), self.threat);
    visit(needed("pathway", "the stages that the cases go through"), self.pathway);
    visit(needed("assets", "the asset profile from which benefit and realisable assets are drawn"),
          self.assets);
    visit(within(needed("rate", "cases a year in the first year of the plan"), 0.0, 1e6),
          self.rate);
    visit(within(maybe("growth", "growth of the rate a year, 0.02 for two per cent"), -0.9, 10.0),
          self.growth);
    visit(within(maybe("monthly_profile",
                       "twelve weights, January first; none means the same rate all year"),
                 0.0,
                 1e6),
          self.monthly_profile);
    visit(within(maybe("variation_between_years",
                       "coefficient of variation of the yearly rate beyond Poisson chance"),
                 0.0,
                 3.0),
          self.variation_between_years);
    visit(within(
              maybe("origins",
                    "relative frequency of how cases come to the organisation; reactive if absent"),
              0.0,
              1e6),
          self.origins);
  }
};

/// What a case is worth: drawn once, when it opens.
struct AssetProfile {
  std::string name;
  Sourced<Drawn<Money>> benefit;
  Sourced<Drawn<Share>> realisable;
  ByEnum<AssetKind, Sourced<Number>> kinds;
  Sourced<Number> concentration{Number{0.0}};
  ByEnum<AssetKind, Sourced<Share>> hidden;
  Sourced<Share> victims{Share{0.0}};
  std::vector<AssetKind> seized;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(maybe("name", "what people call it"), self.name);
    visit(needed("benefit", "what the crime earned"), self.benefit);
    visit(needed("realisable", "share of the benefit that still exists when the case opens"),
          self.realisable);
    visit(within(
              needed("kinds", "relative value of each kind among the realisable assets"), 0.0, 1e6),
          self.kinds);
    visit(within(maybe("concentration",
                       "how alike cases are in their kinds (Dirichlet concentration); 0 gives "
                       "every case the mean mix"),
                 0.0,
                 1e6),
          self.concentration);
    visit(maybe("hidden", "share of each kind that no financial investigation ever finds"),
          self.hidden);
    visit(maybe("victims",
                "share of what is recovered that goes to victims first, where the threat has any"),
          self.victims);
    visit(maybe("seized", "kinds that officers hold already when the case opens"), self.seized);
  }
};

}  // namespace ficap::models
