#include "report/html/suppression.hpp"

#include <algorithm>
#include <cstddef>

#include "report/words.hpp"

namespace ficap::report::html {

std::vector<bool> withheld(const std::vector<double>& counts) {
  std::vector<bool> rows(counts.size(), false);
  for (std::size_t i = 0; i < counts.size(); ++i)
    rows[i] = counts[i] > 0.0 && counts[i] < least_count_shown;
  if (std::count(rows.begin(), rows.end(), true) != 1) return rows;
  std::size_t next = counts.size();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (rows[i] || counts[i] <= 0.0) continue;
    if (next == counts.size() || counts[i] < counts[next]) next = i;
  }
  if (next < counts.size()) rows[next] = true;
  return rows;
}

std::string rule_of_suppression() {
  const std::string least = decimal(least_count_shown, 0);
  return "Small numbers: counts below " + least + " a year are shown as \u201cfewer than " + least +
         "\u201d, without rates or shares. Where that would be a single row, the next smallest is "
         "withheld as well, because the total would give it away.";
}

}  // namespace ficap::report::html
