#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/located_diagnostic.hpp"

namespace ficap::report {

/// One diagnostic in the manner of a compiler: what, where, the line itself with a mark under the
/// value, how to mend it, and the other places that take part.
///
///     error: /asking/ceiling: found 1.4, expected a share between 0 and 1
///       --> options.json:41:22
///        |
///     41 |     "ceiling": 1.4,
///        |                ^^^
///        = help: a percentage? write 0.014 or "1.4 %"
///
/// What comes from the text is shown harmless: control characters and those that turn the
/// direction of writing appear as their code points. Long lines are cut around the value.
///
/// @returns lines, each ended by a line feed
[[nodiscard]] std::string to_text(const models::LocatedDiagnostic& diagnostic);

/// All of them, a blank line between, and a last line that counts them: "2 errors, 1 warning".
/// Empty when there are none.
[[nodiscard]] std::string to_text(const std::vector<models::LocatedDiagnostic>& diagnostics);

/// @returns `text` with control characters, direction marks and bytes that are no UTF-8 written as
///          code points: "<U+202E>", "<0xA3>"; tabs become blanks
[[nodiscard]] std::string harmless(std::string_view text);

}  // namespace ficap::report
