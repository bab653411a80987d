#pragma once

#include <array>
#include <optional>
#include <string>

#include "models/sourced.hpp"

namespace ficap::study {

// The money of an appraisal, as its study states it: prices, shares, rates, each with its source.
// All of it in real terms, in the prices of the year that the study names.

/// When in a year its money counts.
enum class Discounting : unsigned char { start_of_year, middle_of_year };

[[nodiscard]] constexpr std::array<models::Enumerator<Discounting>, 2> enumerators(
    Discounting) noexcept {
  return {{{"start_of_year",
            Discounting::start_of_year,
            "the first year is year 0 and is not discounted, the next by one year"},
           {"middle_of_year",
            Discounting::middle_of_year,
            "the first year by half a year, the next by one and a half"}}};
}

/// What people cost beside the pay and on-costs of their role, which their scenario states.
struct StaffTerms {
  models::Sourced<models::Money> overhead{};
  models::Sourced<models::Money> recruitment{};
  models::Sourced<models::Money> equipment{};
  models::Sourced<models::Money> training{};
  models::Sourced<models::Share> trainee_pay{models::Share{1.0}};
  models::Sourced<models::Number> overtime_on_costs{models::Number{1.0}};
  models::Sourced<models::Share> real_pay_growth{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    using models::maybe;
    using models::within;
    visit(
        within(
            maybe("overhead", "overhead: a year for each full-time equivalent in post"), 0.0, 1e6),
        self.overhead);
    visit(within(maybe("recruitment", "recruitment: advert and vetting for each person who joins"),
                 0.0,
                 1e6),
          self.recruitment);
    visit(within(maybe("equipment", "equipment: for each person who joins"), 0.0, 1e6),
          self.equipment);
    visit(within(maybe("training", "training: for each begun, beside the trainee's pay"), 0.0, 1e6),
          self.training);
    visit(within(maybe("trainee_pay", "pay before accreditation: share of the role's"), 0.0, 1.0),
          self.trainee_pay);
    visit(within(maybe("overtime_on_costs",
                       "on-costs of overtime: what an employer pays for each pound (no pension)"),
                 1.0,
                 3.0),
          self.overtime_on_costs);
    visit(within(maybe("real_pay_growth", "growth of pay above prices, a year"), 0.0, 0.2),
          self.real_pay_growth);
  }
};

/// Who gets what offenders pay. Victims come first; of what is left the force has a share under the
/// Asset Recovery Incentivisation Scheme, after the top slice.
struct ReceiptTerms {
  models::Sourced<models::Share> of_confiscation{models::Share{0.1875}};
  models::Sourced<models::Share> of_forfeiture{models::Share{0.5}};
  models::Sourced<models::Share> top_slice{};
  models::Sourced<models::Share> cap_loss{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    using models::maybe;
    using models::within;
    visit(
        within(
            maybe("of_confiscation", "the investigating force's share of confiscation"), 0.0, 1.0),
        self.of_confiscation);
    visit(within(maybe("of_forfeiture", "its share of forfeited cash and accounts"), 0.0, 1.0),
          self.of_forfeiture);
    visit(within(maybe("top_slice",
                       "top slice: share of receipts taken first for national programmes"),
                 0.0,
                 1.0),
          self.top_slice);
    visit(within(maybe("cap_loss",
                       "loss above the scheme's cap: share of the force's part that is lost where "
                       "receipts of the whole country pass it"),
                 0.0,
                 1.0),
          self.cap_loss);
  }
};

/// What society gains.
struct SocietyTerms {
  models::Sourced<models::Number> value_of_recovery{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(models::within(
              models::maybe("value_of_recovery",
                            "social value of a pound taken from offenders, in pounds: crime not "
                            "financed, crime deterred. The pound itself is a transfer and no "
                            "gain; 0 unless a source is cited"),
              0.0,
              10.0),
          self.value_of_recovery);
  }
};

/// The Green Book's adjustment for the tendency to expect too much.
struct OptimismBias {
  models::Sourced<models::Share> costs{};
  models::Sourced<models::Share> benefits{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    using models::maybe;
    using models::within;
    visit(within(maybe("costs",
                       "optimism bias of costs: by how much more an option is taken to cost than "
                       "it seems (to save less, where it saves)"),
                 0.0,
                 1.0),
          self.costs);
    visit(
        within(
            maybe(
                "benefits",
                "optimism bias of benefits: by how much less it is taken to bring (to lose more)"),
            0.0,
            1.0),
        self.benefits);
  }
};

/// All of it.
struct AppraisalTerms {
  std::string price_base;
  std::string green_book;
  models::Sourced<models::Share> discount_rate{models::Share{0.035}};
  Discounting discounting{Discounting::start_of_year};
  OptimismBias optimism_bias{};
  models::Sourced<models::Share> inflation{};
  std::optional<models::Sourced<models::Money>> budget{};
  StaffTerms staff{};
  ReceiptTerms receipts{};
  SocietyTerms society{};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    using models::maybe;
    using models::needed;
    using models::within;
    visit(needed("price_base", R"(the year in whose prices all money stands, e.g. "2025-26")"),
          self.price_base);
    visit(needed("green_book", R"(the edition of the Green Book that is followed, e.g. "2026")"),
          self.green_book);
    visit(within(maybe("discount_rate", "social time preference rate, real, a year"), 0.0, 0.2),
          self.discount_rate);
    visit(maybe("discounting", "when in a year its money counts"), self.discounting);
    visit(maybe("optimism_bias", "none if absent"), self.optimism_bias);
    visit(within(maybe("inflation",
                       "of prices, a year: turns real into cash terms for affordability, and for "
                       "nothing else"),
                 0.0,
                 0.3),
          self.inflation);
    visit(within(maybe("budget",
                       "what whoever pays has for these teams, a year, in the same prices; "
                       "affordability is not judged if absent"),
                 0.0,
                 1e10),
          self.budget);
    visit(maybe("staff", "what people cost beside pay"), self.staff);
    visit(maybe("receipts", "who gets what offenders pay"), self.receipts);
    visit(maybe("society", "what society gains"), self.society);
  }
};

}  // namespace ficap::study
