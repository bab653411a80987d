#include "models/uncertain_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>

#include "models/keep_rules.hpp"
#include "models/number_values.hpp"
#include "models/walk_numbers.hpp"
#include "sim/expects.hpp"

namespace ficap::models {

namespace {

// A value that was drawn beyond its range, or brought there by a rule, is stated without it. The
// range of a mean may lie beside it from the first.
void forget_ranges_left(Setting& setting) {
  NumberWalk{[](std::string_view /*pointer*/, const Field& /*field*/, auto& sourced) {
    using Value = std::remove_cvref_t<decltype(sourced.value)>;
    if constexpr (std::is_same_v<Value, typename RangeOf<Value>::type>) {
      if (!is_uncertain(sourced)) return;
      const double value = base(sourced.value);
      if (base(*sourced.low) <= value && value <= base(*sourced.high)) return;
      sourced.low.reset();
      sourced.high.reset();
      sourced.spread.reset();
    }
  }}(setting);
}

// What one number is called among others: the last token of its pointer.
std::string_view name_of(std::string_view pointer) {
  const std::string_view last = pointer.substr(pointer.rfind('/') + 1);
  return last == "benefit_at_least" || last == "benefit_below" ? "benefit" : last;
}

// People and posts, which do not come in parts.
bool is_whole(std::string_view pointer) {
  const std::string_view name = name_of(pointer);
  if (pointer.substr(0, 10) == "/staffing/") return name == "change" || name == "people";
  if (pointer.substr(0, 19) == "/policies/embedded/") return name == "posts";
  return pointer.substr(0, 7) == "/teams/" &&
         (name == "establishment" || name == "strength" || name == "early_desk");
}

/// A number as it was met on a walk.
struct Met {
  UncertainNumber number;
  sim::Distribution distribution;  ///< of a mean
};

template <class T>
Met met(std::string_view pointer, const Field& field, const Sourced<T>& sourced) {
  using Range = typename RangeOf<T>::type;
  Met result{.number = uncertain_number(pointer, field, sourced, is_whole(pointer)),
             .distribution = {}};
  if constexpr (!std::is_same_v<T, Range>) result.distribution = sourced.value.distribution;
  return result;
}

bool say_the_same(const Met& a, const Met& b) {
  const UncertainNumber& x = a.number;
  const UncertainNumber& y = b.number;
  return x.low == y.low && x.value == y.value && x.high == y.high && x.spread == y.spread &&
         x.counts == y.counts && x.is_mean == y.is_mean && x.source == y.source &&
         x.grade == y.grade && a.distribution == b.distribution;
}

/// Gathers numbers, and finds those that were met before.
class Gathering {
 public:
  template <class T>
  void add(const std::string& prefix,
           std::string_view pointer,
           const Field& field,
           const Sourced<T>& sourced) {
    if (!is_uncertain(sourced)) return;
    Met found = met(pointer, field, sourced);
    const std::string name{name_of(pointer)};
    const auto known = std::find_if(met_.begin(), met_.end(), [&](const Met& other) {
      const bool same_place = !prefix.empty() && other.number.pointer == pointer;
      const bool same_evidence =
          !found.number.source.empty() && name_of(other.number.pointer) == name;
      return (same_place || same_evidence) && say_the_same(found, other);
    });
    number_of_.push_back(static_cast<std::size_t>(known - met_.begin()));
    found.number.pointer.insert(0, prefix);
    if (known == met_.end()) {
      met_.push_back(std::move(found));
      return;
    }
    // What the plan only repeats is no other place.
    std::vector<std::string>& also = known->number.also;
    const bool repeats = known->number.pointer == pointer ||
                         std::find(also.begin(), also.end(), pointer) != also.end();
    if (prefix.empty() || !repeats) also.push_back(std::move(found.number.pointer));
  }

  [[nodiscard]] std::vector<UncertainNumber> take_numbers() {
    std::vector<UncertainNumber> numbers;
    numbers.reserve(met_.size());
    for (Met& each : met_)
      numbers.push_back(std::move(each.number));
    return numbers;
  }
  [[nodiscard]] std::vector<std::size_t> take_places() { return std::move(number_of_); }

 private:
  std::vector<Met> met_;
  std::vector<std::size_t> number_of_;
};

}  // namespace

UncertainNumbers::UncertainNumbers(const Scenario& scenario) : scenario_{scenario} {
  Gathering gathering;
  const auto walk = [&](const Setting& setting, const std::string& prefix) {
    NumberWalk{[&](std::string_view pointer, const Field& field, const auto& sourced) {
      gathering.add(prefix, pointer, field, sourced);
    }}(setting);
  };
  walk(scenario.before, "");
  walk(scenario.planned, "/from_start");
  numbers_ = gathering.take_numbers();
  number_of_ = gathering.take_places();
}

Scenario UncertainNumbers::with(std::span<const double> values) const {
  FICAP_EXPECTS(values.size() == numbers_.size());
  Scenario scenario = scenario_;
  bool changed = false;
  std::size_t place = 0;
  const auto walk = [&](Setting& setting) {
    NumberWalk{[&](std::string_view /*pointer*/, const Field& /*field*/, auto& sourced) {
      if (!is_uncertain(sourced)) return;
      const std::size_t number = number_of_[place++];
      const double value = values[number];
      if (value == numbers_[number].value) return;
      set(sourced.value, numbers_[number].is_whole ? std::floor(value + 0.5) : value);
      changed = true;
    }}(setting);
  };
  walk(scenario.before);
  walk(scenario.planned);
  if (changed) {
    for (Setting* const setting : {&scenario.before, &scenario.planned}) {
      keep_rules(*setting);
      forget_ranges_left(*setting);
    }
  }
  return scenario;
}

}  // namespace ficap::models
