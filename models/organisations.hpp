#pragma once

#include <string>

#include "models/sourced.hpp"
#include "models/vocabulary.hpp"

namespace ficap::models {

/// A local policing area. Organisation and area together are an investigating team, which asks
/// for help and remembers what came of it.
struct Area {
  std::string name;
  Sourced<Number> weight{Number{1.0}};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("name", "what people call it"), self.name);
    visit(
        above(maybe("weight", "its share of the organisation's cases, relative to the other areas"),
              0.0,
              1e6),
        self.weight);
  }
};

/// A police force or a regional unit.
struct Organisation {
  std::string name;
  OrganisationKind kind{OrganisationKind::force};
  Named<Area> areas;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("name", "what people call it"), self.name);
    visit(maybe("kind", "a force or a regional unit"), self.kind);
    visit(
        maybe("areas",
              "local policing areas; none makes one investigating team with the area id \"none\""),
        self.areas);
  }
};

/// A kind of crime that cases are about.
struct Threat {
  std::string name;
  ByEnum<Harm, Sourced<Number>> harm;
  bool has_victims{false};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("name", "what people call it"), self.name);
    visit(within(needed("harm", "relative frequency of each harm band among its cases"), 0.0, 1e6),
          self.harm);
    visit(maybe("has_victims", "whether identifiable victims can be compensated"),
          self.has_victims);
  }
};

/// A published source that numbers of the scenario cite.
struct Evidence {
  std::string title;
  std::string url;
  std::string note;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(needed("title", "what the source says, who published it and when"), self.title);
    visit(maybe("url", "where it can be read"), self.url);
    visit(maybe("note", "how it was used"), self.note);
  }
};

}  // namespace ficap::models
