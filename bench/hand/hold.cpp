#include "bench/hand/hold.hpp"

#include <array>
#include <cstddef>

#include "bench/hand/heap.hpp"
#include "bench/hand/random.hpp"

namespace ficap::bench::hand {

double hold(std::int64_t pending, std::int64_t holds, std::uint64_t seed) {
  Heap heap{static_cast<std::size_t>(pending) + 1};
  Generator draw{seed};
  const Ziggurat exponential;
  std::array<double, 4096> gaps{};
  for (double& gap : gaps)
    gap = exponential(draw);
  std::size_t which = 0;
  for (std::int64_t i = 0; i < pending; ++i) {
    heap.push(gaps[which++ % gaps.size()] * static_cast<double>(i % 7 + 1) / 7.0,
              static_cast<std::uint32_t>(i));
  }
  double now = 0.0;
  for (std::int64_t i = 0; i < holds; ++i) {
    const Heap::Key key = heap.pop();
    now = Heap::time(key);
    heap.push(now + gaps[which++ % gaps.size()], Heap::handle(key));
  }
  return now;
}

}  // namespace ficap::bench::hand
