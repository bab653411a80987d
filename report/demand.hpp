#pragma once

#include <optional>
#include <string>
#include <vector>

#include "study/demand.hpp"
#include "study/demand_against_base.hpp"

namespace ficap::report {

/// What a record of requests would tell a planner, and what is behind it, in two sentences:
/// "Requests that officers are free to make rose by 27 ± 1 % from the year before the plan to its
/// last, ... A record would show more demand where there is no more need: ...".
///
/// @returns nothing where a record tells nothing else than the need; see what_a_record_tells()
[[nodiscard]] std::string demand_sentences(const study::DemandOverTime& demand);

/// What an option does to requests that officers are free to make.
struct OptionDemand {
  std::optional<study::DemandAgainstBase> demand{};
  bool asks_by_belief_alike{false};  ///< belief alone decides, by the base's rule
};

/// @returns "More is asked because more is believed: discretionary requests up 26 %, need the
///          same."; nothing where requests are not worth a word; see asks_otherwise()
[[nodiscard]] std::string asked_sentence(const OptionDemand& option);

/// The same of many options in few sentences, one for each reason and direction: "More is asked
/// because more is believed: Plan A (discretionary requests up 26 %, need the same); Plan B (...)."
///
/// @param titles the base first
/// @pre a title more than there are options
[[nodiscard]] std::vector<std::string> asked_sentences(const std::vector<OptionDemand>& options,
                                                       const std::vector<std::string>& titles);

}  // namespace ficap::report
