#pragma once

#include <cstddef>
#include <functional>
#include <thread>
#include <vector>

#include "study/executor.hpp"

namespace ficap::test {

/// @returns an executor with as many threads as workers, begun in the order of their numbers
inline study::Executor threads(std::size_t workers) {
  return {.workers = workers,
          .for_each_worker = [workers](const std::function<void(std::size_t)>& body) {
            std::vector<std::thread> pool;
            for (std::size_t w = 0; w < workers; ++w)
              pool.emplace_back(body, w);
            for (std::thread& thread : pool)
              thread.join();
          }};
}

}  // namespace ficap::test
