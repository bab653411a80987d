#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace ficap::bench {

/// What happened when to which case: a buffer that is handed on when it is full, so that memory
/// does not grow with the horizon. Here it is folded into a number that any change changes.
class Trace {
 public:
  /// @param working_ms since the start, on a clock that stands still outside working days
  void write(std::int64_t working_ms, std::uint32_t who, std::uint32_t what) {
    if (count_ == records_.size()) hand_on();
    records_[count_++] = {calendar_ms(working_ms), who, what};
  }

  [[nodiscard]] std::uint64_t fold() {
    hand_on();
    return fold_;
  }

 private:
  struct Record {
    std::int64_t at;
    std::uint32_t who;
    std::uint32_t what;
  };

  /// Five working days a week, the first a Monday; two others pass between them.
  static std::int64_t calendar_ms(std::int64_t working_ms) {
    constexpr std::int64_t day = 86'400'000;
    return working_ms + working_ms / (5 * day) * (2 * day);
  }

  void hand_on() {
    for (std::size_t i = 0; i < count_; ++i) {
      const Record& record = records_[i];
      const std::uint64_t word = (std::uint64_t{record.who} << 32U) | record.what;
      fold_ = (fold_ ^ static_cast<std::uint64_t>(record.at) ^ (word << 7U)) * 0x9E3779B97F4A7C15U;
    }
    count_ = 0;
  }

  std::array<Record, 4096> records_{};
  std::size_t count_{0};
  std::uint64_t fold_{0};
};

}  // namespace ficap::bench
