#pragma once

#include <string>
#include <variant>
#include <vector>

namespace ficap::models {

/// One thing wrong with a scenario, said so that its author can put it right.
struct Diagnostic {
  enum class Severity : unsigned char { error, warning };

  std::string pointer;   ///< RFC 6901, e.g. "/requests/restraint/tasks/0/effort"
  std::string found;     ///< what stands there, as written
  std::string expected;  ///< what may stand there, with its unit
  std::string help;      ///< how to mend it; may be empty
  Severity severity{Severity::error};
  std::vector<std::string> also;  ///< pointers of other values that take part in the problem

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// A value, or every reason why there is none.
template <class T>
using Checked = std::variant<T, Diagnostics>;

}  // namespace ficap::models
