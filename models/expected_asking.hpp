#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "models/expected_flow.hpp"
#include "models/pathway_graph.hpp"
#include "models/scenario.hpp"

namespace ficap::models {

/// How likely the needs of one stream are asked for sooner or later, if officers believe what they
/// believe at the beginning of the run.
class ExpectedAsking {
 public:
  /// @param setting  outlives this, as do the others
  /// @param flow     of the stream
  ExpectedAsking(const Setting& setting, const CaseStream& stream, const StreamFlow& flow);

  [[nodiscard]] const StageChain& chain() const noexcept { return chain_; }

  /// @returns how often a case of this harm is referred under the mandatory policy
  [[nodiscard]] double referrals_per_case(Harm harm) const;

  /// Statutory and directed work is always asked for. Discretionary work is decided on when the
  /// need arises and again at each later stage that reconsiders it while its window is open; it is
  /// certain once the case has been referred. A window that closes after a time is taken to be
  /// open at every later stage.
  ///
  /// @returns P(asked), given that a case of this harm has the need on a visit to the stage
  [[nodiscard]] double probability(const std::string& request, std::size_t stage, Harm harm) const;

 private:
  const Setting& setting_;
  const Pathway& pathway_;
  const StreamFlow& flow_;
  StageChain chain_;
  double once_{};
  std::optional<std::size_t> referred_at_;
};

}  // namespace ficap::models
