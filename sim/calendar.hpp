#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

#include "sim/expects.hpp"
#include "sim/indexed_heap.hpp"
#include "sim/slots.hpp"
#include "sim/time.hpp"

namespace ficap::sim {

/// Future-event list ordered by (time, phase, order of scheduling), with cancellation.
///
/// The third key makes simultaneous events of one phase first-in first-out, so the order is total
/// and a run is a function of its inputs alone.
///
/// Costs: schedule and next_until take time logarithmic in the events pending, cancel as well;
/// none allocates once the calendar has been as full before. A cancelled event is gone at once.
///
/// @tparam Event a regular value type chosen by the model, usually a std::variant
/// @tparam Phase an enumeration with at most 16 values from 0, whose underlying order settles
///               ties; the engine compares it and knows nothing else about it
template <class Event, class Phase>
class Calendar {
 public:
  using event_type = Event;
  using phase_type = Phase;
  using Handle = sim::Handle;

  [[nodiscard]] Time now() const noexcept { return now_; }
  [[nodiscard]] bool empty() const noexcept { return heap_.empty(); }
  [[nodiscard]] std::size_t size() const noexcept { return heap_.size(); }

  /// @pre `at` is not in the past
  Handle schedule(Time at, Phase phase, Event event) {
    FICAP_EXPECTS(at >= now_);
    FICAP_EXPECTS(next_sequence_ < (std::uint64_t{1} << sequence_bits));
    const Handle handle = events_.put(std::move(event));
    heap_.push(Key::of(at, phase, next_sequence_++, handle.slot));
    return handle;
  }

  /// Takes the event out, if it is still to come.
  /// @returns whether it was; false for stale handles and for the one that names nothing
  bool cancel(Handle handle) {
    if (!events_.holds(handle)) return false;
    heap_.remove(handle.slot);
    static_cast<void>(events_.take(handle.slot));
    return true;
  }

  [[nodiscard]] bool pending(Handle handle) const noexcept { return events_.holds(handle); }

  /// @returns when the event will happen
  /// @pre pending(handle)
  [[nodiscard]] Time time_of(Handle handle) const {
    FICAP_EXPECTS(events_.holds(handle));
    return heap_.key_of(handle.slot).at();
  }

  /// Removes the next event and advances the clock to it. Half-open: an event at the horizon does
  /// not happen; then, as when there is none, nothing is returned and the clock stands at the
  /// horizon.
  /// @pre the horizon is not in the past
  [[nodiscard]] std::optional<Event> next_until(Time horizon) {
    FICAP_EXPECTS(horizon >= now_);
    heap_.settle();
    if (!heap_.empty()) {
      const Key key = heap_.first();
      if (key.at() < horizon) {
        heap_.remove_first();
        now_ = key.at();
        return events_.take(key.slot());
      }
    }
    now_ = horizon;
    return std::nullopt;
  }

  /// As new, with the clock at zero, but keeps the memory; handles from before are stale.
  void clear() {
    heap_.clear();
    events_.clear();
    now_ = Time{};
    next_sequence_ = 0;
  }

 private:
  static constexpr unsigned slot_bits = 24;
  static constexpr unsigned sequence_bits = 36;
  static constexpr unsigned phase_bits = 4;

  /// (time, phase, sequence) as two words that compare as one number of 128 bits: the clock starts
  /// at zero, so no time is negative. The slot fills the rest; it never decides, since no two
  /// sequences are equal.
  struct Key {
    std::uint64_t time;
    std::uint64_t rest;

    [[nodiscard]] static Key of(Time at, Phase phase, std::uint64_t sequence, std::uint32_t slot) {
      const auto rank = static_cast<std::uint64_t>(phase);
      FICAP_EXPECTS(rank < (1U << phase_bits));
      return {static_cast<std::uint64_t>(at.time_since_epoch().count()),
              (rank << (sequence_bits + slot_bits)) | (sequence << slot_bits) | slot};
    }
    [[nodiscard]] Time at() const noexcept {
      return Time{Duration{static_cast<std::int64_t>(time)}};
    }
    [[nodiscard]] std::uint32_t slot() const noexcept {
      return static_cast<std::uint32_t>(rest) & ((1U << slot_bits) - 1);
    }
    [[nodiscard]] static bool before(const Key& a, const Key& b) noexcept {
      // A comparison with borrow: no branch, since none could be predicted.
      return wide(a) < wide(b);
    }

    __extension__ using Wide = unsigned __int128;  // both compilers of a desk, and a browser's
    [[nodiscard]] static Wide wide(const Key& key) noexcept {
      return (Wide{key.time} << 64U) | key.rest;
    }
  };
  static_assert(std::is_enum_v<Phase>);
  static_assert(Slots<Event>::most <= (1U << slot_bits));

  IndexedHeap<Key> heap_;
  Slots<Event> events_;
  Time now_{};
  std::uint64_t next_sequence_{0};
};

}  // namespace ficap::sim
