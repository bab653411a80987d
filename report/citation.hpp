#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/time.hpp"
#include "study/estimate.hpp"

namespace ficap::report {

/// A scenario that a result is of, or the study that names several.
struct CitedScenario {
  std::string title;
  std::string sha256;  ///< of all that it says
};

/// One number that is cited.
struct CitedFigure {
  enum class Kind : std::uint8_t { value, difference, part };
  Kind kind{Kind::value};
  std::string of;            ///< title of the scenario, or the lever; empty where there is one
  study::Estimate estimate;  ///< its mean and half_width
  /// The 80 % interval for what nobody has measured, in place of the half_width.
  std::optional<double> low{};
  std::optional<double> high{};
  std::string written;  ///< in the file, to the last digit: "0.52 ± 0.03"
};

/// A measure that is cited, with all that a file says of it.
struct CitedMeasure {
  std::string name;  ///< "unmet_share_of_need[class=discretionary]"
  std::string unit;
  bool over_period{false};  ///< a total over the measured period
  std::vector<CitedFigure> figures;
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

/// What became of a cited measure when its file was repeated.
struct RepeatedMeasure {
  CitedMeasure recorded;
  std::optional<CitedMeasure> computed;  ///< nothing where there is no such measure now
  bool same{false};                      ///< to the last digit
};

/// A sentence for each of its figures: its value, and whether it matches, to the bit.
[[nodiscard]] std::string to_text(const RepeatedMeasure& repeated);

}  // namespace ficap::report
