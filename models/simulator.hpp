#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "models/bounds.hpp"
#include "models/outcome.hpp"
#include "models/replay.hpp"
#include "models/scenario.hpp"
#include "models/staff_year.hpp"

namespace ficap::models {

/// A scenario resolved into tables: ids become indices, sources and names are left behind.
/// Immutable and shared by all replications.
class Compiled {
 public:
  /// @pre check(scenario) reports no error
  explicit Compiled(const Scenario& scenario);
  Compiled(const Compiled&) = delete;
  Compiled& operator=(const Compiled&) = delete;
  Compiled(Compiled&&) noexcept;
  Compiled& operator=(Compiled&&) noexcept;
  ~Compiled();

  [[nodiscard]] const DimensionIds& ids() const noexcept;
  [[nodiscard]] const Layout& layout() const noexcept;
  [[nodiscard]] const struct Tables& tables() const noexcept { return *tables_; }

 private:
  std::unique_ptr<struct Tables> tables_;
};

/// Simulates one possible future after another, reusing its memory. One per thread.
class Simulator {
 public:
  explicit Simulator(const Compiled& compiled, const Bounds& bounds = {});
  Simulator(const Simulator&) = delete;
  Simulator& operator=(const Simulator&) = delete;
  Simulator(Simulator&&) noexcept;
  Simulator& operator=(Simulator&&) noexcept;
  ~Simulator();

  /// @param stop asked every 4,096 events; where it says true, the future under way ends with
  ///        Stopped. It decides whether there is an outcome, never which.
  void stop_when(std::function<bool()> stop);

  /// A function of the scenario, the seed and the replication, and of nothing else.
  ///
  /// @pre replication < 2^24
  /// @throws OutOfBounds where it would not end; Stopped where it need not
  [[nodiscard]] Outcome run(std::uint64_t seed, std::uint32_t replication);

  /// The same future, as the years of the plan see its people: one entry a year. Hours are written
  /// down at each year's end, so that they may be a millisecond off those of run().
  ///
  /// @pre replication < 2^24
  [[nodiscard]] std::vector<StaffYear> run_by_year(std::uint64_t seed, std::uint32_t replication);

  /// The same outcome as run(), and what became of the future's needs.
  ///
  /// @param history is written anew
  /// @pre replication < 2^24
  /// @throws as run(); the history is then of no use
  [[nodiscard]] Outcome run_recording(std::uint64_t seed,
                                      std::uint32_t replication,
                                      History& history);

  /// The same future with decisions to ask, and times at which work counts, of other runs. Where
  /// all of them are those of this very scenario, the outcome is that of run().
  ///
  /// @param replay whose histories are of runs of this future, of this scenario or another
  /// @pre replication < 2^24
  /// @throws as run()
  [[nodiscard]] Outcome run_replaying(std::uint64_t seed,
                                      std::uint32_t replication,
                                      const Replay& replay);

  /// @returns the most cases, and the most needs and requests, that were open at once in any run so
  ///          far, added: what the memory grows with
  [[nodiscard]] std::size_t slots() const noexcept;

 private:
  std::unique_ptr<class Model> model_;
};

}  // namespace ficap::models
