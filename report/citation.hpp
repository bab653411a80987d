#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/cited_measure.hpp"
#include "sim/time.hpp"

namespace ficap::report {

/// A scenario that a result is of, or the study that names several.
struct CitedScenario {
  std::string title;
  std::string sha256;  ///< of all that it says
};

/// What a citation of a result is made of. Every text in it is data: of a file that anybody may
/// have written.
struct Citation {
  std::string id;
  std::string version;                   ///< of the program
  std::vector<CitedScenario> scenarios;  ///< at least one; of several the first is the base
  std::optional<CitedScenario> study{};  ///< that names the scenarios, where there is one
  std::uint64_t seed{};
  std::uint32_t replications{};          ///< of each draw, where there are draws
  std::optional<std::uint32_t> draws{};  ///< of uncertain numbers
  std::optional<sim::Date> start{};      ///< of the measured period, where there is one
  std::optional<sim::Date> end{};        ///< the first day after it
  std::string file;                      ///< what a reader will have it as
  bool is_run{false};                    ///< one scenario, simulated as it is
  std::optional<CitedMeasure> measure{};
};

/// For the running text: what was simulated, by what, and how to do it again. One line.
[[nodiscard]] std::string sentence(const Citation& cited);

/// For the foot of the page: the same with every figure as it stands in the file. One line.
[[nodiscard]] std::string footnote(const Citation& cited);

/// For a bibliography: an entry of BibTeX, with the whole digests. Nothing in a title can end a
/// field or be a command. There is no author and no year, which a result does not know of itself.
[[nodiscard]] std::string bibtex(const Citation& cited);

}  // namespace ficap::report
