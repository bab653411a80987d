#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "models/outcome.hpp"

namespace ficap::models {

// What must hold exactly in every future of every scenario: whole numbers on both sides.

/// The laws, by what they are about.
enum class Law : std::uint8_t {
  needs,      ///< every need ends in exactly one outcome
  hours,      ///< every contracted millisecond is worked, idle, away or training
  assets,     ///< every penny of realisable assets is in one part
  integrals,  ///< the level of queues and stages, summed over time, is the sum of the stays
  cuts        ///< the parts of every count, by each dimension, month and year, make up its total
};
inline constexpr std::size_t law_count = 5;

/// An equation that a future breaks.
struct Breach {
  Law law{};
  std::string what;  ///< in words, with the dimension and the id where it is about a part
  std::int64_t left{};
  std::int64_t right{};
  friend bool operator==(const Breach&, const Breach&) = default;
};

/// What came of holding futures to the laws.
struct Audit {
  std::array<std::int64_t, law_count> equations{};  ///< by law, how many were looked at
  std::vector<Breach> breaches;

  [[nodiscard]] std::int64_t looked_at(Law law) const noexcept {
    return equations[static_cast<std::size_t>(law)];
  }
};

/// Holds a future to the laws, in total and in every cut.
///
/// @pre the outcome has the layout's size, and the layout was made from `ids`
[[nodiscard]] Audit audit(const DimensionIds& ids, const Layout& layout, const Outcome& outcome);

}  // namespace ficap::models
