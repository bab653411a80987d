#include "report/precision.hpp"

#include <cstddef>
#include <string_view>

#include "report/words.hpp"
#include "study/estimate.hpp"
#include "study/measure_ref.hpp"

namespace ficap::report {

namespace {

constexpr std::uint64_t most_proposed = 1'000'000;

bool is_money(const models::Measure& measure) {
  return measure.unit == "pounds";
}

// An amount with two digits that mean something.
std::string width(const models::Measure& measure, double amount) {
  return is_money(measure) ? pounds(amount) : decimal(amount, decimals_for(amount / 10.0, 6));
}

// What was seen, with two digits of its half-width.
std::string seen_in_words(const models::Measure& measure, const study::TargetSeen& seen) {
  if (is_money(measure)) {
    return pounds_with_interval(study::Estimate{.mean = seen.value, .half_width = seen.half_width});
  }
  const int decimals = decimals_for(*seen.half_width / 10.0, 6);
  return decimal(*seen.value, decimals) + " ± " + decimal(*seen.half_width, decimals);
}

// Totals are of all years, unlike those of the tables.
std::string_view period(const models::Measure& measure) {
  return measure.is_ratio() ? "" : " over the period";
}

std::string in_per_cent(double percent) {
  std::string text = decimal(percent, 6);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text + " %";
}

/// @param whole what a target in per cent is of, in words
std::string wanted_in_words(const study::PrecisionGoal& goal,
                            const study::TargetSeen& seen,
                            std::string_view whole) {
  const std::string in_unit = width(*goal.measure.measure, *seen.wanted);
  if (!goal.target.per_cent) return "± " + in_unit;
  const std::string of_whole =
      "± " + in_per_cent(goal.target.half_width) + " of " + std::string{whole};
  if (*seen.wanted == 0.0) return of_whole + ", which is 0: name a width in its unit";
  return of_whole + ", which is ± " + in_unit;
}

std::string told(const study::PrecisionGoal& goal,
                 const study::TargetSeen& seen,
                 const models::DimensionIds& ids) {
  const std::string name = study::to_string(goal.measure, ids);
  if (!seen.value) return name + " has no value in these futures";
  if (!seen.half_width) return name + " is known from one future only";
  if (*seen.half_width == 0.0) return name + " is the same in all of these futures";
  return name + " is " + seen_in_words(*goal.measure.measure, seen) +
         std::string{period(*goal.measure.measure)} +
         " (asked for: " + wanted_in_words(goal, seen, "it") + (seen.met ? ")" : "; not reached)");
}

// One target for the differences of all options, told by the one that is least certain.
std::string told_of_all(std::span<const study::PrecisionGoal> goals,
                        std::span<const study::TargetSeen> seen,
                        const models::DimensionIds& ids,
                        std::span<const std::string> titles) {
  const std::string name = study::to_string(goals.front().measure, ids);
  std::size_t widest = 0;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const std::string& title = titles[*goals[i].option];
    if (!seen[i].value)
      return name + " does not have a value both in the base and with “" + title + "”";
    if (!seen[i].half_width) return name + " is known from one future only";
    if (*seen[i].half_width > *seen[widest].half_width) widest = i;
  }
  const double half_width = *seen[widest].half_width;
  const std::string difference = seen.size() == 1 ? "the difference in " : "every difference in ";
  if (half_width == 0.0) return difference + name + " is the same in all of these futures";
  return difference + name + " is known to ± " + width(*goals.front().measure.measure, half_width) +
         (seen.size() == 1 ? "" : " or less") +
         std::string{period(*goals.front().measure.measure)} +
         " (asked for: " + wanted_in_words(goals.front(), seen[widest], "its value in the base") +
         (seen[widest].met ? ")"
          : seen.size() == 1
              ? "; not reached)"
              : "; not reached, “" + titles[*goals[widest].option] + "” being the least certain)");
}

std::string ending(const study::PrecisionReached& reached, bool differences) {
  if (reached.interrupted) return "";
  if (reached.met) {
    if (differences) {
      return " These ± hold all at once and allow for having looked more than once; those of the "
             "tables allow for one look.";
    }
    return reached.look == 1 ? ""
                             : " The ± here allows for having looked more than once; those of "
                               "the tables do not.";
  }
  if (reached.expected == 0) return "";
  const std::uint64_t proposal = to_propose(reached.expected);
  if (proposal > most_proposed) return " It would take more than a million futures.";
  return " It would take about " + with_commas(static_cast<std::int64_t>(proposal)) +
         " futures (--replications " + std::to_string(proposal) + ").";
}

}  // namespace

std::string precision_sentences(const study::PrecisionReached& reached,
                                const models::DimensionIds& ids,
                                std::span<const std::string> titles) {
  const std::string futures = counted(reached.replications, "future", "futures");
  std::string text =
      reached.met ? "Precise enough after " + futures + ": "
      : reached.interrupted
          ? "Stopped after " + futures + " before it was known to be precise enough: "
          : "Not as precise as asked for after " + futures + ", the most that were allowed: ";
  const bool differences = reached.goals.front().option.has_value();
  const std::size_t goals_a_target = differences ? titles.size() - 1 : 1;
  const std::span goals{reached.goals};
  const std::span seen{reached.seen};
  for (std::size_t i = 0; i < goals.size(); i += goals_a_target) {
    text += (i == 0 ? "" : "; ") + (differences ? told_of_all(goals.subspan(i, goals_a_target),
                                                              seen.subspan(i, goals_a_target),
                                                              ids,
                                                              titles)
                                                : told(goals[i], seen[i], ids));
  }
  return text + "." + ending(reached, differences);
}

std::uint64_t to_propose(std::uint64_t expected) noexcept {
  const std::uint64_t more = expected + expected / 20;
  std::uint64_t unit = 1;
  while (more / unit >= 100)
    unit *= 10;
  return (more + unit - 1) / unit * unit;
}

}  // namespace ficap::report
