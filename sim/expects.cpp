#include "sim/expects.hpp"

#include <cstdio>
#include <cstdlib>

namespace ficap::sim {

void broken_promise(const char* promise, const char* file, int line) noexcept {
  // Nothing is left to do where standard error itself refuses.
  (void)std::fprintf(stderr, "%s:%d: broken promise: %s\n", file, line, promise);
  std::abort();
}

}  // namespace ficap::sim
