#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/scenario.hpp"
#include "study/executor.hpp"

namespace ficap::study {

/// What one year of the plan has of a team. Posts and people are averages over the year.
struct TeamYear {
  double posts{};
  double vacant{};  ///< posts that nobody holds
  double people{};
  double fte{};             ///< of the people
  double productive_fte{};  ///< the same, less what recruits and their tutors do not do
  double leavers{};
  double contracted_hours{};
  double productive_hours{};       ///< what there is for requests
  double training_hours{};         ///< of recruits, and of their tutors
  std::vector<double> away_hours;  ///< by cause, in the order of ExpectedPeople::causes
};

/// A team over the years of the plan.
struct TeamPeople {
  std::string team;
  std::vector<TeamYear> years;
  double people_p10{};  ///< of ten futures one has fewer people than this in the last year,
  double people_p90{};  ///< and one has more
};

/// People over the years of the plan: means over futures. What becomes of the contracted hours adds
/// up to them.
struct ExpectedPeople {
  std::uint32_t futures{};  ///< 1 where nothing about people is left to chance
  std::vector<std::string> causes;
  std::vector<TeamPeople> teams;  ///< in the order of their ids
};

/// Who is there in each year of the plan, and what for. It is the simulation's own account of
/// people: work never changes who is there, so the scenario is run without any cases, in its first
/// 100 futures, after a year of warm-up (less if the scenario's is shorter) by whose end as many as
/// usual are ill or on leave. All that is productive is idle then. The first of the futures has the
/// people of the first future of a run, to the millisecond where nobody falls ill or takes leave.
///
/// @pre models::check(scenario) reports no error
/// @throws std::runtime_error where a future could not be simulated
[[nodiscard]] ExpectedPeople expected_people(const models::Scenario& scenario,
                                             const Executor& executor);

}  // namespace ficap::study
