#include "study/executor.hpp"

namespace ficap::study {

Executor serial() {
  return Executor{.workers = 1,
                  .for_each_worker = [](const std::function<void(std::size_t)>& body) { body(0); }};
}

}  // namespace ficap::study
