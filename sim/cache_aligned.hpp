#pragma once

#include <cstddef>
#include <new>

namespace ficap::sim {

/// An allocator of memory whose blocks start where a cache line does, or where T asks for more.
template <class T>
struct CacheAligned {
  using value_type = T;
  static constexpr std::align_val_t line{alignof(T) > 64 ? alignof(T) : 64};
  CacheAligned() noexcept = default;
  template <class U>
  explicit CacheAligned(const CacheAligned<U>&) noexcept {}
  [[nodiscard]] T* allocate(std::size_t n) {
    return static_cast<T*>(::operator new(n * sizeof(T), line));
  }
  void deallocate(T* p, std::size_t) noexcept { ::operator delete(p, line); }
  friend bool operator==(const CacheAligned&, const CacheAligned&) noexcept { return true; }
};

}  // namespace ficap::sim
