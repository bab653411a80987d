#pragma once

#include <cstdint>
#include <variant>

#include "models/ids.hpp"
#include "sim/time.hpp"

namespace ficap::models {

/// What a staffing plan says of a team, as it stands at one time.
struct TeamTerms {
  bool frozen{};      ///< nobody is recruited
  double overtime{};  ///< for each contracted hour; 0: none
  double overtime_pence_an_hour{};
  double leaving{1.0};               ///< what is left of the rates of leaving
  double supplement_pence_per_ms{};  ///< for each full-time equivalent
};

/// Something that a staffing plan changes on a date.
struct StaffingStep {
  struct Freeze {
    bool holds{};
  };
  struct OvertimeTerms {
    double share{};
    double pence_an_hour{};
  };
  struct Supplement {
    double leaving{1.0};
    double pence_per_ms{};
  };
  struct Posts {
    std::int64_t change{};
    bool on_the_day{};
  };
  struct Agency {
    PersonId first;
    std::uint32_t people{};
    bool comes{};
  };
  struct Lending {
    std::uint32_t loan{};  ///< which, so that its end finds its people
    UnitId to;
    std::uint32_t people{};
    bool begins{};
  };
  sim::Time at;
  StaffTeamId team;
  std::variant<Freeze, OvertimeTerms, Supplement, Posts, Agency, Lending> what;

  /// Whether it changes what holds for a team, and nobody comes or goes by it.
  [[nodiscard]] bool is_of_terms() const noexcept { return what.index() < 3; }
};

/// What the people of an agency cost in a year of the plan.
struct AgencyBill {
  PersonId first;
  std::size_t year{};
  std::int64_t pence{};
};

}  // namespace ficap::models
