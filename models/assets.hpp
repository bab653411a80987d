#pragma once

#include "models/sourced.hpp"
#include "models/vocabulary.hpp"

namespace ficap::models {

/// How unprotected assets of one kind melt away.
struct Dissipation {
  Sourced<Share> lost_at_first_overt_act{Share{0.0}};
  Sourced<Share> lost_per_month_covert{Share{0.0}};
  Sourced<Share> lost_per_month_overt{Share{0.0}};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(
        within(maybe("lost_at_first_overt_act", "share lost at once when the subject first learns"),
               0.0,
               1.0),
        self.lost_at_first_overt_act);
    visit(
        within(maybe("lost_per_month_covert", "share lost a month while the subject does not know"),
               0.0,
               0.99),
        self.lost_per_month_covert);
    visit(
        within(
            maybe("lost_per_month_overt", "share lost a month once the subject knows"), 0.0, 0.99),
        self.lost_per_month_overt);
  }
};

/// Share of an order's unsecured value v that is ever paid: at_1000 + per_tenfold x log10(v /
/// £1,000), kept between lowest and highest.
struct Collection {
  Sourced<Share> at_1000{Share{0.96}};
  Sourced<Number> per_tenfold{Number{-0.247}};
  Sourced<Share> lowest{Share{0.18}};
  Sourced<Share> highest{Share{0.96}};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(within(maybe("at_1000", "share paid of an order of £1,000"), 0.0, 1.0), self.at_1000);
    visit(within(maybe("per_tenfold", "change of the share for each tenfold of the order's value"),
                 -1.0,
                 1.0),
          self.per_tenfold);
    visit(within(maybe("lowest", "never below"), 0.0, 1.0), self.lowest);
    visit(within(maybe("highest", "never above"), 0.0, 1.0), self.highest);
  }
};

/// When a confiscation order falls due, and what it costs not to pay it then.
struct TimeToPay {
  Sourced<Elapsed> due_after{Elapsed{3 * days_per_month}};
  Sourced<Elapsed> extension{Elapsed{3 * days_per_month}};
  Sourced<Share> interest{Share{0.08}};

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(within(maybe("due_after", "time that the court allows"), 0.0, 36525.0), self.due_after);
    visit(within(maybe("extension", "time more for those who pay within it"), 0.0, 36525.0),
          self.extension);
    visit(within(maybe("interest", "simple interest a year on what is not paid in time"), 0.0, 1.0),
          self.interest);
  }
};

/// What happens to assets that nobody protects, and to orders that somebody must pay.
struct AssetRules {
  ByEnum<AssetKind, Dissipation> dissipation;
  Collection collection;
  TimeToPay time_to_pay;

  template <class Self, class Visit>
  static void fields(Self& self, Visit&& visit) {
    visit(maybe("dissipation", "by kind; a kind that is absent does not dissipate"),
          self.dissipation);
    visit(maybe("collection", "share of an order's unsecured value that is paid, by size"),
          self.collection);
    visit(maybe("time_to_pay", "when confiscation orders fall due, and default interest"),
          self.time_to_pay);
  }
};

}  // namespace ficap::models
