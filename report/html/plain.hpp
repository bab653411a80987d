#pragma once

#include <string>

#include "report/html/page.hpp"

namespace ficap::report::html {

/// The page for programs that turn pages into documents: HTML without scripts, styles or addresses.
/// A chart is its headline, what it shows in words, and its table; what stands in a page to be
/// saved (the scenarios) is left to the page. The marking stands first and last. The same page
/// gives the same bytes.
[[nodiscard]] std::string to_plain_html(const Page& page);

}  // namespace ficap::report::html
