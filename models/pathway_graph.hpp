#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "models/demand.hpp"
#include "models/diagnostics.hpp"
#include "models/pathway.hpp"

namespace ficap::models {

/// Every rule that the pathway breaks as a graph: names of stages that do not exist, probabilities
/// that do not sum to 1 (within 1e-9), stages that no case reaches, stages from which no case
/// closes. Pointers begin with "/pathways/<id>". A probability of 0 is no way.
///
/// Reachability is judged only where every name is known: a misspelt name would otherwise be
/// reported again as a lost stage.
[[nodiscard]] Diagnostics check_pathway(const std::string& id, const Pathway& pathway);

/// A pathway as an absorbing Markov chain: what follows from its probabilities without simulating.
///
/// Stages are numbered in the order of their ids, and every vector below has one element for each.
/// With P the n x n matrix of probabilities from stage to stage (rows sum to at most 1; the rest
/// closes the case), the fundamental matrix N = (I - P)^-1 holds in row i the expected visits to
/// each stage by a case that begins in stage i.
/// Source: Kemeny and Snell, Finite Markov Chains (1960), ch. 3.
///
/// Costs: one solve of an n x n system when made, n^2 for each question.
class StageChain {
 public:
  /// @pre check_pathway() reports no error
  explicit StageChain(const Pathway& pathway);

  [[nodiscard]] std::size_t size() const noexcept { return ids_.size(); }
  [[nodiscard]] const std::vector<std::string>& ids() const noexcept { return ids_; }
  /// @pre `id` is a stage of the pathway
  [[nodiscard]] std::size_t index_of(std::string_view id) const;

  /// @returns the expected visits to stage `to` by a case that is now entering stage `from`, this
  ///          entry included
  [[nodiscard]] double visits(std::size_t from, std::size_t to) const;

  /// @returns the probability of each stage to be a case's first, over the mix of origins; a
  ///          stream that names no origins has only reactive cases
  [[nodiscard]] std::vector<double> entry(const ByEnum<Origin, Sourced<Number>>& origins) const;

  /// @param entry  P(first stage is i), sums to 1
  /// @returns the expected visits to each stage by one case
  [[nodiscard]] std::vector<double> expected_visits(const std::vector<double>& entry) const;

  /// @param entry  P(first stage is i), sums to 1
  /// @returns the probability that a case ever enters each stage
  [[nodiscard]] std::vector<double> reached(const std::vector<double>& entry) const;

  /// @returns the probability that a case would go through more than `stages` stages, of the
  ///          origin for which that is likeliest
  [[nodiscard]] double goes_beyond(std::size_t stages) const;

  /// @param per_visit  what one visit to each stage adds: days, hours, pounds
  /// @returns the expected total from entering each stage to closing, this visit included
  [[nodiscard]] std::vector<double> expected_total(const std::vector<double>& per_visit) const;

  /// @param factor  one for each entry into a stage, in [0, 1]: say, the probability of passing
  ///                through that entry without something happening
  /// @returns for a case now in each stage, the expected product of the factors of all entries
  ///          still to come, this one not included; 1 for a case that closes next
  [[nodiscard]] std::vector<double> expected_product(const std::vector<double>& factor) const;

 private:
  std::vector<std::string> ids_;
  std::vector<double> routing_;                       // n x n, by rows
  std::vector<double> closing_;                       // what the rows leave
  std::vector<std::vector<double>> entry_by_origin_;  // origin_count rows
  std::vector<double> fundamental_;                   // n x n, by rows
};

/// @returns the mean time in one visit to the stage for cases of the threat, adjournments left out
[[nodiscard]] Elapsed mean_stay(const Stage& stage, const std::string& threat);

}  // namespace ficap::models
