#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/scenario.hpp"
#include "report/html/page.hpp"

namespace ficap::report::html {

/// One thing that an option's scenario says otherwise than business as usual. All texts are as the
/// scenario has them; empty where it has none.
struct OptionChange {
  std::vector<std::string> path;  ///< keys down to it: "staffing", "posts", "cell", "change"
  std::string before;             ///< empty: business as usual has no such thing
  std::string after;              ///< empty: the option has none any more
  std::string low;                ///< plausible, of a number
  std::string high;
  std::string grade;
  std::string source;  ///< id in the option's evidence
};

/// A table of them, closed at first: what each is, what it was and is, its range, grade and source.
///
/// @param title  of the option
/// @param option for the titles of sources
[[nodiscard]] Block option_changes(const std::string& title,
                                   const models::Setting& option,
                                   std::span<const OptionChange> changes);

}  // namespace ficap::report::html
