#pragma once

#include <cstdint>
#include <string>

#include "report/measure_text.hpp"

namespace ficap::report {

/// What the first futures of a study say of what all of them will show.
struct Foretold {
  std::uint32_t first{};    ///< futures that say it
  std::uint32_t planned{};  ///< futures of the study
  double difference{};      ///< the smallest that will be seen four times in five
  bool from_base{false};    ///< of an option from the base, in the same futures
};

/// @param name as called() says it
/// @returns one sentence, without what is left to do
[[nodiscard]] std::string in_words(const Foretold& foretold,
                                   const std::string& name,
                                   const MeasureText& text);

}  // namespace ficap::report
