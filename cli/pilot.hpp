#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

#include "models/outcome.hpp"
#include "study/simulate.hpp"

namespace ficap::cli {

/// Collects the first futures of a study as they are finished, in whatever order that is. May be
/// told from several threads at once.
class Pilot {
 public:
  /// @param scenarios each future goes through
  /// @param futures   that are collected, from number 0 on
  Pilot(std::size_t scenarios, std::uint32_t futures);

  /// @returns all of them, for each scenario in the order of their numbers, when this was the last
  ///          that was missing; nothing before that, and never again
  [[nodiscard]] std::optional<study::SideBySide> add(std::size_t scenario,
                                                     std::uint32_t replication,
                                                     const models::Outcome& outcome);

 private:
  std::mutex mutex_;
  std::vector<std::vector<std::optional<models::Outcome>>> collected_;  // [scenario][replication]
  std::size_t missing_;
};

}  // namespace ficap::cli
