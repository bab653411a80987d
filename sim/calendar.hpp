#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include "sim/event_set.hpp"
#include "sim/expects.hpp"
#include "sim/slots.hpp"
#include "sim/time.hpp"

namespace ficap::sim {

template <class T>
inline constexpr bool is_variant = false;
template <class... Ts>
inline constexpr bool is_variant<std::variant<Ts...>> = true;

/// Future-event list ordered by (time, phase, order of scheduling), with cancellation.
///
/// The third key makes simultaneous events of one phase first-in first-out, so the order is total
/// and a run is a function of its inputs alone.
///
/// Costs: an event, scheduled and taken or cancelled, takes time that hardly grows with the events
/// pending (event_set.hpp). A cancelled event is gone at once.
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
  [[nodiscard]] bool empty() const noexcept { return set_.empty(); }
  [[nodiscard]] std::size_t size() const noexcept { return set_.size(); }

  /// @pre `at` is not in the past
  /// @param event an Event, or one of the alternatives of the variant that Event is
  template <class Happening>
  Handle schedule(Time at, Phase phase, const Happening& event) {
    FICAP_EXPECTS(at >= now_);
    FICAP_EXPECTS(next_sequence_ < (std::uint64_t{1} << sequence_bits));
    const auto [handle, thing] = events_.open();
    if constexpr (is_variant<Event> && !std::is_same_v<Happening, Event>) {
      thing.template emplace<Happening>(event);
    } else {
      thing = event;
    }
    set_.push(Key::of(at, phase, next_sequence_++, handle.slot));
    return handle;
  }

  /// Takes the event out, if it is still to come.
  /// @returns whether it was; false for stale handles and for the one that names nothing
  bool cancel(Handle handle) {
    if (!events_.holds(handle)) return false;
    set_.remove(handle.slot);
    events_.release(handle.slot);
    return true;
  }

  [[nodiscard]] bool pending(Handle handle) const noexcept { return events_.holds(handle); }

  /// @returns when the event will happen
  /// @pre pending(handle)
  [[nodiscard]] Time time_of(Handle handle) const {
    FICAP_EXPECTS(events_.holds(handle));
    return set_.key_of(handle.slot).at();
  }

  /// Removes the next event and advances the clock to it. Half-open: an event at the horizon does
  /// not happen; then, as when there is none, nothing is returned and the clock stands at the
  /// horizon.
  /// @pre the horizon is not in the past
  [[nodiscard]] std::optional<Event> next_until(Time horizon) {
    std::optional<Event> next;
    if (const auto slot = advance(horizon)) next = events_.take(*slot);
    return next;
  }

  /// As next_until, but hands the event to `handle`: of a variant, the alternative that it holds.
  /// @returns whether there was one
  template <class Handle>
  bool handle_next(Time horizon, Handle&& handle) {
    const auto slot = advance(horizon);
    if (!slot) return false;
    if constexpr (is_variant<Event>) {
      hand_over(
          *slot, events_[*slot], handle, std::make_index_sequence<std::variant_size_v<Event>>{});
    } else {
      handle(events_.take(*slot));
    }
    return true;
  }

  /// As new, with the clock at zero, but keeps the memory; handles from before are stale.
  void clear() {
    set_.clear();
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
    [[nodiscard]] static Key last() noexcept { return {UINT64_MAX, UINT64_MAX}; }
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

  /// Takes the next key out of the set and sets the clock.
  /// @returns the slot of its event, still in use; nothing if none is due before the horizon
  std::optional<std::uint32_t> advance(Time horizon) {
    FICAP_EXPECTS(horizon >= now_);
    set_.settle([this](std::uint32_t slot) { events_.prefetch(slot); });
    if (!set_.empty()) {
      const Key key = set_.first();
      if (key.at() < horizon) {
        set_.remove_first();
        now_ = key.at();
        return key.slot();
      }
    }
    now_ = horizon;
    return std::nullopt;
  }

  /// The alternatives one after the other, which compilers turn into a jump to the right one.
  template <class Handle, std::size_t... Index>
  void hand_over(std::uint32_t slot,
                 const Event& event,
                 Handle&& handle,
                 std::index_sequence<Index...>) {
    const std::size_t held = event.index();
    static_cast<void>(
        ((held == Index && (hand_over(slot, *std::get_if<Index>(&event), handle), true)) || ...));
  }

  /// Handling may schedule, and so move all events: the handler gets a copy.
  template <class Happening, class Handle>
  void hand_over(std::uint32_t slot, Happening event, Handle&& handle) {
    events_.release(slot);
    handle(event);
  }

  EventSet<Key> set_;
  Slots<Event> events_;
  Time now_{};
  std::uint64_t next_sequence_{0};
};

}  // namespace ficap::sim
