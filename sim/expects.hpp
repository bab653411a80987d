#pragma once

namespace ficap::sim {

/// Writes the promise and its place to standard error and aborts.
[[noreturn]] void broken_promise(const char* promise, const char* file, int line) noexcept;

}  // namespace ficap::sim

/// A promise of the program to itself, checked in every build.
///
/// What a user can get wrong is never checked here: that is a value (a diagnostic), not an abort.
/// A macro, because only a macro has the text of the promise and the place it stands at.
#define FICAP_EXPECTS(condition)                       \
  (static_cast<bool>(condition) ? static_cast<void>(0) \
                                : ::ficap::sim::broken_promise(#condition, __FILE__, __LINE__))
