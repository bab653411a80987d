#pragma once

#include <cstddef>
#include <functional>

namespace ficap::study {

/// Who does the work. A study divides it among workers and does not know what they are: threads
/// of a pool, or just the caller.
struct Executor {
  /// How many bodies run at once, at least 1.
  std::size_t workers{1};
  /// Calls the body once for each worker, with the numbers 0 to workers - 1, possibly at the same
  /// time, and returns when all of them have returned. The body does not throw.
  std::function<void(const std::function<void(std::size_t worker)>& body)> for_each_worker;
};

/// @returns an executor with one worker, the caller itself
[[nodiscard]] Executor serial();

}  // namespace ficap::study
