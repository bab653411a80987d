#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "sim/expects.hpp"

namespace ficap::sim {

/// An index that remembers what it counts: the index of one table cannot index another.
///
/// "None" is std::optional<Id<Tag>>, never a special number.
template <class Tag>
struct Id {
  std::uint32_t value{};
  friend constexpr auto operator<=>(Id, Id) = default;
};

/// The ids 0 to size - 1 in order, for a range-for.
template <class Tag>
class IdRange {
 public:
  class Iterator {
   public:
    using value_type = Id<Tag>;
    using difference_type = std::ptrdiff_t;
    using pointer = const Id<Tag>*;
    using reference = Id<Tag>;
    using iterator_category = std::input_iterator_tag;

    constexpr Iterator() noexcept = default;
    explicit constexpr Iterator(std::uint32_t value) noexcept : value_{value} {}
    [[nodiscard]] constexpr Id<Tag> operator*() const noexcept { return {value_}; }
    constexpr Iterator& operator++() noexcept {
      ++value_;
      return *this;
    }
    constexpr Iterator operator++(int) noexcept {
      const Iterator before = *this;
      ++value_;
      return before;
    }
    friend constexpr bool operator==(Iterator, Iterator) = default;

   private:
    std::uint32_t value_{};
  };

  explicit constexpr IdRange(std::uint32_t size) noexcept : size_{size} {}
  [[nodiscard]] constexpr Iterator begin() const noexcept { return Iterator{0}; }
  [[nodiscard]] constexpr Iterator end() const noexcept { return Iterator{size_}; }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return size_; }

 private:
  std::uint32_t size_{};
};

/// A vector that only Id<Tag> may index. Bounds are checked in every build.
template <class Tag, class T>
class Table {
 public:
  using value_type = T;
  using iterator = typename std::vector<T>::iterator;
  using const_iterator = typename std::vector<T>::const_iterator;
  using reference = typename std::vector<T>::reference;
  using const_reference = typename std::vector<T>::const_reference;

  Table() = default;
  explicit Table(std::size_t size, const T& value = T{}) : rows_(size, value) {}
  explicit Table(std::vector<T> rows) : rows_{std::move(rows)} {}

  [[nodiscard]] reference operator[](Id<Tag> id) {
    FICAP_EXPECTS(holds(id));
    return rows_[id.value];
  }
  [[nodiscard]] const_reference operator[](Id<Tag> id) const {
    FICAP_EXPECTS(holds(id));
    return rows_[id.value];
  }

  [[nodiscard]] bool contains(Id<Tag> id) const noexcept { return id.value < rows_.size(); }
  [[nodiscard]] bool empty() const noexcept { return rows_.empty(); }
  [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }
  [[nodiscard]] IdRange<Tag> ids() const noexcept {
    return IdRange<Tag>{static_cast<std::uint32_t>(rows_.size())};
  }

  /// @returns the id of the new row
  Id<Tag> push_back(T row) {
    FICAP_EXPECTS(rows_.size() < UINT32_MAX);
    rows_.push_back(std::move(row));
    return {static_cast<std::uint32_t>(rows_.size() - 1)};
  }
  void reserve(std::size_t size) { rows_.reserve(size); }
  void resize(std::size_t size) { rows_.resize(size); }
  /// Keeps the memory.
  void clear() noexcept { rows_.clear(); }

  [[nodiscard]] iterator begin() noexcept { return rows_.begin(); }
  [[nodiscard]] iterator end() noexcept { return rows_.end(); }
  [[nodiscard]] const_iterator begin() const noexcept { return rows_.begin(); }
  [[nodiscard]] const_iterator end() const noexcept { return rows_.end(); }

  friend bool operator==(const Table&, const Table&) = default;

 private:
  /// A vector divides to know its size; asked in bytes, it need not.
  [[nodiscard]] bool holds(Id<Tag> id) const noexcept {
    return std::size_t{id.value} * sizeof(T) < rows_.size() * sizeof(T);
  }

  std::vector<T> rows_;
};

}  // namespace ficap::sim
