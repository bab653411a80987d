#pragma once

#include <string>

#include "sim/time.hpp"

namespace ficap::cli {

/// @throws RefusedOutput where there is no pandoc, with what to do about it
void check_word();

/// Turns a page into a Word document, by pandoc.
///
/// @param html  as report::html::to_plain_html() gives it
/// @param dated what the document says of when it was made: the same page gives the same bytes
/// @throws std::runtime_error where pandoc does not do it
/// @throws std::system_error where no temporary folder can be used
[[nodiscard]] std::string word_document(const std::string& html, sim::Date dated);

}  // namespace ficap::cli
