#include "report/precision.hpp"

#include <cstddef>

#include "report/words.hpp"
#include "study/estimate.hpp"
#include "study/measure_ref.hpp"

namespace ficap::report {

namespace {

constexpr std::uint64_t most_proposed = 1'000'000;

bool is_money(const models::Measure& measure) {
  return measure.unit == "pounds";
}

// What was seen, with two digits of its half-width.
std::string seen_in_words(const models::Measure& measure, const study::Seen& seen) {
  if (is_money(measure)) {
    return pounds_with_interval(study::Estimate{.mean = seen.value, .half_width = seen.half_width});
  }
  const int decimals = decimals_for(*seen.half_width / 10.0, 6);
  return decimal(*seen.value, decimals) + " ± " + decimal(*seen.half_width, decimals);
}

std::string wanted_in_words(const study::PrecisionGoal& goal, double wanted) {
  const models::Measure& measure = *goal.measure.measure;
  const std::string width =
      is_money(measure) ? pounds(wanted) : decimal(wanted, decimals_for(wanted / 10.0, 6));
  if (!goal.target.per_cent) return "± " + width;
  const double percent = goal.target.half_width;
  return "± " + decimal(percent, decimals_for(percent / 10.0, 6)) + " % of it, which is ± " + width;
}

std::string told(const study::PrecisionGoal& goal,
                 const study::Seen& seen,
                 const models::DimensionIds& ids) {
  const std::string name = study::to_string(goal.measure, ids);
  if (!seen.value) return name + " has no value in these futures";
  if (!seen.half_width) return name + " is known from one future only";
  if (*seen.half_width == 0.0) return name + " is the same in all of these futures";
  return name + " is " + seen_in_words(*goal.measure.measure, seen) +
         " (asked for: " + wanted_in_words(goal, *seen.wanted) +
         (seen.met ? ")" : "; not reached)");
}

std::string ending(const study::PrecisionReached& reached) {
  if (reached.interrupted) return "";
  if (reached.met) {
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
                                const models::DimensionIds& ids) {
  const std::string futures = counted(reached.replications, "future", "futures");
  std::string text =
      reached.met ? "Precise enough after " + futures + ": "
      : reached.interrupted
          ? "Stopped after " + futures + " before it was known to be precise enough: "
          : "Not as precise as asked for after " + futures + ", the most that were allowed: ";
  for (std::size_t i = 0; i < reached.goals.size(); ++i)
    text += (i == 0 ? "" : "; ") + told(reached.goals[i], reached.seen.at(i), ids);
  return text + "." + ending(reached);
}

std::uint64_t to_propose(std::uint64_t expected) noexcept {
  const std::uint64_t more = expected + expected / 20;
  std::uint64_t unit = 1;
  while (more / unit >= 100)
    unit *= 10;
  return (more + unit - 1) / unit * unit;
}

}  // namespace ficap::report
