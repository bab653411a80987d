#pragma once

#include <span>
#include <vector>

#include "models/scenario.hpp"
#include "models/uncertain_numbers.hpp"
#include "study/money_flows.hpp"
#include "study/study_document.hpp"

namespace ficap::study {

/// What a role is paid.
struct RolePrices {
  models::Sourced<models::Money> pay;
  models::Sourced<models::Number> on_costs;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(models::maybe("pay", "salary a year"), self.pay);
    visit(
        models::within(
            models::maybe("on_costs", "what an employer pays for each pound of salary"), 1.0, 3.0),
        self.on_costs);
  }
};

/// What an option costs that no scenario knows of.
struct OptionPrices {
  models::Named<ExtraCost> extra_costs;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(models::maybe("extra_costs", "money that its scenario does not know of"),
          self.extra_costs);
  }
};

/// All numbers that turn volumes into money.
struct Prices {
  AppraisalTerms terms;
  std::vector<OptionPrices> options;  ///< in the study's order
  models::Named<RolePrices> roles;    ///< by id, as the first scenario that has one states it

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(models::maybe("terms", "prices, shares and rates"), self.terms);
    visit(models::maybe("options", "what each option costs beside"), self.options);
    visit(models::maybe("roles", "what people are paid"), self.roles);
  }
};

/// @param scenarios the base first
[[nodiscard]] Prices prices_of(const StudyDocument& study,
                               std::span<const models::Scenario> scenarios);

/// @returns the roll with its roles' pay and on-costs changed as from `stated` to `now`: in
///          proportion, so that an option that pays a role more goes on doing so
[[nodiscard]] PayRoll repriced(PayRoll roll, const Prices& stated, const Prices& now);

/// The prices that carry a range. Where value, range, source, grade and the field's name agree and
/// a source is given, they are one number.
class PriceNumbers {
 public:
  explicit PriceNumbers(Prices prices);
  [[nodiscard]] std::span<const models::UncertainNumber> all() const noexcept { return numbers_; }
  /// @pre one value for each number
  [[nodiscard]] Prices with(std::span<const double> values) const;

 private:
  Prices prices_;
  std::vector<models::UncertainNumber> numbers_;
  std::vector<std::size_t> number_of_;  ///< of each ranged price, in the order of a walk
};

}  // namespace ficap::study
