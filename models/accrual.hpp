#pragma once

#include <cstdint>

namespace ficap::models {

/// An amount that grows by fractions and is written down in whole units: none gets lost, and none
/// is written down twice.
class Accrual {
 public:
  /// @pre amount >= 0
  /// @returns the whole units that are complete now and were not before
  [[nodiscard]] std::int64_t add(double amount) {
    due_ += amount;
    const auto whole = static_cast<std::int64_t>(due_);
    const std::int64_t more = whole - written_;
    written_ = whole;
    return more;
  }

 private:
  double due_{};
  std::int64_t written_{};
};

}  // namespace ficap::models
