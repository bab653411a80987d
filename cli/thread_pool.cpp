#include "cli/thread_pool.hpp"

#include <algorithm>
#include <functional>
#include <system_error>
#include <thread>
#include <vector>

#include "sim/expects.hpp"

namespace ficap::cli {

study::Executor thread_pool(std::size_t workers) {
  FICAP_EXPECTS(workers >= 1);
  const auto for_each_worker = [workers](const std::function<void(std::size_t)>& body) {
    std::vector<std::thread> threads;
    threads.reserve(workers - 1);
    std::size_t first_without = 1;
    try {
      for (; first_without < workers; ++first_without)
        threads.emplace_back(body, first_without);
    } catch (const std::system_error&) {
      // No more threads: the caller is their worker, too, once the others have what they can do.
    }
    body(0);
    for (std::size_t worker = first_without; worker < workers; ++worker)
      body(worker);
    for (std::thread& thread : threads)
      thread.join();
  };
  return {.workers = workers, .for_each_worker = for_each_worker};
}

std::size_t hardware_threads() noexcept {
  return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace ficap::cli
