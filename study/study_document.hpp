#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "models/organisations.hpp"
#include "models/sourced.hpp"
#include "study/appraisal_terms.hpp"

namespace ficap::study {

// A study as its author writes it: which scenarios are compared, for whom, and with what money.

/// Money that an option costs and no scenario knows of: a system, a project team.
struct ExtraCost {
  std::string name;
  models::Sourced<models::Money> a_year;
  double first_year{1.0};
  std::optional<double> last_year;
  std::optional<models::Ref<models::Entity::organisation>> paid_by;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    using models::maybe;
    using models::needed;
    using models::within;
    visit(needed("name", "what it is for"), self.name);
    visit(within(needed("a_year", "in each of its years"), 0.0, 1e9), self.a_year);
    visit(within(maybe("first_year", "number of the study's year in which it begins"), 1.0, 50.0),
          self.first_year);
    visit(within(maybe("last_year", "number of its last year; the study's if absent"), 1.0, 50.0),
          self.last_year);
    visit(maybe("paid_by", "which organisation; the one that the study is for if absent"),
          self.paid_by);
  }
};

/// What an option is in the case.
enum class OptionKind : unsigned char { option, do_minimum, sensitivity };

[[nodiscard]] constexpr std::array<models::Enumerator<OptionKind>, 3> enumerators(
    OptionKind) noexcept {
  return {{{"option", OptionKind::option, "one of those to choose from"},
           {"do_minimum",
            OptionKind::do_minimum,
            "the least that keeps the service as it is meant to be"},
           {"sensitivity",
            OptionKind::sensitivity,
            "shows what more, or less, of an option would do; not to choose"}}};
}

/// A scenario of a study.
struct StudyOption {
  std::string id;
  std::string name;
  std::string scenario;
  std::vector<std::string> set;
  OptionKind kind{OptionKind::option};
  models::Named<ExtraCost> extra_costs;
  std::string note;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    using models::maybe;
    using models::needed;
    visit(needed("id", R"(short, and no other's: small letters, digits, "-", "_")"), self.id);
    visit(maybe("name", "what people call it; the scenario's title if absent"), self.name);
    visit(needed("scenario", "its file, relative to this one"), self.scenario);
    visit(maybe("set", R"(changes to it, each "/json/pointer=VALUE", in order)"), self.set);
    visit(maybe("kind", "what it is in the case"), self.kind);
    visit(maybe("extra_costs", "money that its scenario does not know of"), self.extra_costs);
    visit(maybe("note", "what a reader should know of it"), self.note);
  }
};

/// Business as usual: what everything else is compared with.
struct StudyBase {
  std::string name;
  std::string scenario;
  std::vector<std::string> set;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    using models::maybe;
    using models::needed;
    visit(maybe("name", "what people call it; the scenario's title if absent"), self.name);
    visit(needed("scenario", "its file, relative to this one"), self.scenario);
    visit(maybe("set", R"(changes to it, each "/json/pointer=VALUE", in order)"), self.set);
  }
};

/// What of the scenarios' plans the study decides, for all of them alike.
struct StudyYears {
  std::optional<double> years;
  std::optional<double> replications;
  std::optional<double> seed;
  std::vector<std::string> precision;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    using models::maybe;
    using models::within;
    visit(within(maybe("years", "financial years appraised; the base's plan if absent"), 1.0, 30.0),
          self.years);
    visit(within(maybe("replications", "possible futures; the base's plan if absent"), 1.0, 1e6),
          self.replications);
    visit(within(maybe("seed", "of the random numbers; the base's plan if absent"), 0.0, 9.007e15),
          self.seed);
    visit(maybe("precision",
                R"(how precise the differences are to be, each "MEASURE:HALF-WIDTH": futures are )"
                "simulated until they are, at most ten times `replications`"),
          self.precision);
  }
};

struct StudyDocument {
  std::string title;
  std::string description;
  StudyYears plan;
  models::Ref<models::Entity::organisation> pays;
  StudyBase base;
  std::vector<StudyOption> options;
  std::vector<std::vector<std::string>> equal_cost;
  AppraisalTerms terms;
  models::Named<models::Evidence> evidence;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    using models::maybe;
    using models::needed;
    visit(needed("title", "what the case is about"), self.title);
    visit(maybe("description", "in a few sentences"), self.description);
    visit(maybe("plan", "years, futures and seed for all scenarios"), self.plan);
    visit(needed("pays", "the organisation whose cash and budget the case is about"), self.pays);
    visit(needed("base", "business as usual"), self.base);
    visit(needed("options", "what could be done instead, at least one"), self.options);
    visit(maybe("equal_cost", "lists of options' ids that are meant to cost the same"),
          self.equal_cost);
    visit(needed("terms", "prices, shares and rates"), self.terms);
    visit(maybe("evidence", "the sources that numbers of this study cite"), self.evidence);
  }
};

}  // namespace ficap::study
