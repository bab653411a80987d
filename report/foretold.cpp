#include "report/foretold.hpp"

#include "report/words.hpp"

namespace ficap::report {

std::string in_words(const Foretold& foretold, const std::string& name, const MeasureText& text) {
  constexpr int most_decimals = 4;
  // A few futures know their spread to about a quarter: more digits would be false.
  const int decimals = decimals_for(foretold.difference / text.worth() / 2.0, most_decimals);
  const std::string by = text.change(foretold.difference, decimals);
  const std::string planned = with_commas(foretold.planned);
  const std::string begin =
      "After " + with_commas(foretold.first) + " of " + planned + " futures: " + planned;
  if (foretold.from_base) {
    return begin + " will show differences from the base in " + name + " of about " + by +
           " or more (four times in five; see --precision).";
  }
  return begin + " will tell apart two options that differ by about " + by + " in " + name +
         " (four times in five; closer ones in `ficap compare`, see also --precision).";
}

}  // namespace ficap::report
