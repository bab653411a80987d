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
  std::string file;                      ///< of results, as a reader will have it; empty: none
  /// The command that computes it again from what it was made of; empty where none does.
  std::string again{};
  std::optional<CitedMeasure> measure{};
};

/// @param inputs "appraise STUDY.json"
/// @param output what it writes, "--html FILE"; may be empty
/// @param marking of what it writes; said where it is not the usual one
/// @returns "ficap appraise STUDY.json --seed 1 --replications 200 --html FILE"
[[nodiscard]] std::string command_again(const Citation& cited,
                                        const std::string& inputs,
                                        const std::string& output,
                                        const std::string& marking);

/// For the running text: what was simulated, by what, and how to do it again. One line, without its
/// end.
[[nodiscard]] std::string sentence(const Citation& cited);

/// For the foot of the page: the same with every figure as it stands in the file. One line, without
/// its end.
[[nodiscard]] std::string footnote(const Citation& cited);

/// For a bibliography: an entry of BibTeX, with the whole digests. Nothing in a title can end a
/// field or be a command. There is no author and no year, which a result does not know of itself.
[[nodiscard]] std::string bibtex(const Citation& cited);

}  // namespace ficap::report
