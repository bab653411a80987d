#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "models/vocabulary.hpp"
#include "sim/time.hpp"

namespace ficap::models {

/// Which need: at which point of a stage, of which case, on which visit. It is part of the address
/// of the need's random numbers (draws.hpp), and so the same in every scenario that has the need.
struct NeedAddress {
  std::uint32_t id{};       ///< of the case's stream, the stage and the need point
  std::uint32_t ordinal{};  ///< which case of the stream
  std::uint16_t step{};     ///< of its path
  friend auto operator<=>(const NeedAddress&, const NeedAddress&) = default;
};

/// What became of a need in one run, as far as another run may take it from there.
struct NeedRecord {
  /// The decisive task was finished, and found or secured something.
  struct Work {
    sim::Time at;
    Phase phase{};  ///< of the stage in which the case was
  };

  NeedAddress need;
  /// How often its team had decided not to ask before it asked; absent where it never did.
  std::optional<std::uint8_t> asked_after{};
  /// When it was asked between two decisions, because triage of a referral was done or the unit
  /// joined the case; absent where it was not.
  std::optional<sim::Time> asked_between{};
  std::optional<Work> worked{};
};

/// What became of the primary needs of one run. Memory for one future; used again for the next.
class History {
 public:
  void clear() noexcept { records_.clear(); }
  /// Adds what is known so far: the address, and what has just happened.
  void add(const NeedRecord& record) { records_.push_back(record); }
  /// Puts together what is known of each need. Nothing is added after that.
  void settle();

  /// @returns the need's record; nullptr where the run had no such need
  /// @pre settle() has been called since the last add()
  [[nodiscard]] const NeedRecord* find(const NeedAddress& need) const;
  [[nodiscard]] const std::vector<NeedRecord>& records() const noexcept { return records_; }

 private:
  std::vector<NeedRecord> records_;
};

/// Takes from the histories of two runs of a future what a third run does not find out for itself.
/// What neither has a record of happens as in any run.
struct Replay {
  const History* asking{};  ///< every decision whether to ask is that of this run
  /// Work that both runs have finished counts at the time and in the phase of this run ...
  const History* timing{};
  const History* other{};  ///< ... and this is the other one

  /// @returns which record of `timing` has the need's work, where both runs have finished it
  [[nodiscard]] std::optional<std::size_t> work_on(const NeedAddress& need) const;
};

}  // namespace ficap::models
