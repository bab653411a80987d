#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/scenario.hpp"

namespace ficap::models {

/// What a number of a scenario counts, in its base unit.
enum class Counts : unsigned char { number, share, hours, days, pounds, per_year };

/// One thing that is not known for certain: a number, or several that state the same evidence.
struct UncertainNumber {
  std::string pointer;  ///< RFC 6901; begins with "/from_start" where only the plan has it
  std::vector<std::string> also;  ///< the other places that move with it
  std::string meaning;            ///< the words of its field
  std::string key;                ///< which member of the field, where it is a map or list
  std::string source;
  std::optional<Grade> grade;
  Counts counts{Counts::number};
  bool is_mean{false};                ///< of a quantity that varies from case to case
  bool is_whole{false};               ///< people and posts
  Spread spread{Spread::triangular};  ///< what low, value and high mean
  double low{};                       ///< low < high
  double value{};  ///< what the scenario says; of a mean, perhaps outside low and high
  double high{};
  double at_least{};  ///< least value that its field allows, perhaps -infinity
  double at_most{};   ///< greatest, perhaps infinity
};

/// The numbers of a scenario that carry a range.
///
/// Evidence about the world does not change on the day an option begins: where `before` and
/// `planned` say the same at the same place it is one number. So it is wherever value, range,
/// source, grade and the field's name agree and a source is given: what a bank's answer takes is
/// one fact, however many requests state it. The two bounds of a benefit count as one name, so that
/// a threshold between two needs stays one threshold.
class UncertainNumbers {
 public:
  explicit UncertainNumbers(const Scenario& scenario);

  /// In the order of the scenario's fields and ids.
  [[nodiscard]] std::span<const UncertainNumber> all() const noexcept { return numbers_; }

  /// The scenario with a value for each number. Numbers of people are rounded. What belongs
  /// together stays together: probabilities of what follows are divided by their sum, causes of
  /// absence add up to 0.99 at most, upper bounds are at least their lower ones, nobody is
  /// reserved who is not in post, and a variation too small to be drawn is none. A value that
  /// ends beyond its low and high is stated without them.
  ///
  /// @pre one value for each number, each from its at_least to its at_most (between them, of a
  ///      mean) or the scenario's own
  /// @returns the scenario itself, to the last bit, where every value is the scenario's own
  [[nodiscard]] Scenario with(std::span<const double> values) const;

 private:
  Scenario scenario_;
  std::vector<UncertainNumber> numbers_;
  // Which number each ranged value is, in the order of a walk: before's, then planned's.
  std::vector<std::size_t> number_of_;
};

}  // namespace ficap::models
