#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "models/pathway_graph.hpp"
#include "models/scenario.hpp"

namespace ficap::models {

// Where cases go and what they need, on average and without simulating. Rates are those of the
// plan's first year: growth, the months and the variation between years are left out.

/// The cases of one stream.
struct StreamFlow {
  std::string id;
  Rate rate;                    ///< with the cases that other streams' cases give rise to
  std::vector<double> visits;   ///< by stage: expected visits of one case
  std::vector<double> reached;  ///< by stage: probability that a case ever enters it
  std::vector<Elapsed> stays;   ///< by stage: mean length of one visit
};

/// The streams in the order of their ids, the stages of each in the order of StageChain.
///
/// Cases that cases give rise to are followed for 64 generations.
/// @pre check(scenario) reports no error
[[nodiscard]] std::vector<StreamFlow> stream_flows(const Setting& setting);

/// Which of the cases that have a need are left out.
struct Declining {
  std::optional<Money> benefit_below;
  std::optional<Harm> harm_below;
};

/// @param stream     one of the setting's
/// @param declining  cases left out beside those that the need point itself leaves out
/// @returns by harm band, P(a case of the stream has this harm, and a visit to the stage brings the
///          need): together the expected needs of one visit
[[nodiscard]] std::array<double, harm_count> need_by_harm(const Setting& setting,
                                                          const CaseStream& stream,
                                                          const NeedPoint& need,
                                                          const Declining& declining = {});

/// One stage over all the streams of its pathway.
struct StageFlow {
  std::string id;
  double visits{};   ///< expected visits of one case
  double reached{};  ///< probability that a case ever enters it
  Elapsed stay;      ///< mean length of one visit
  struct Need {
    std::string id;
    double per_case{};  ///< expected number in one case
  };
  std::vector<Need> needs;  ///< in the order of their ids
};

/// One pathway over all its streams, each weighing as many cases as it has.
struct PathwayFlow {
  std::string id;
  Rate rate;                      ///< of all streams on it; with none, the rest is that of no case
  Elapsed open;                   ///< expected time from opening to closing, adjournments left out
  std::vector<StageFlow> stages;  ///< in the order of their ids
};

/// The pathways in the order of their ids.
/// @pre check(scenario) reports no error
[[nodiscard]] std::vector<PathwayFlow> pathway_flows(const Setting& setting);

}  // namespace ficap::models
