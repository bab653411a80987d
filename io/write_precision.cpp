#include "io/write_precision.hpp"

#include <cstddef>
#include <optional>

#include "io/json_text.hpp"
#include "io/number_text.hpp"
#include "io/read_precision.hpp"
#include "study/measure_ref.hpp"

namespace ficap::io {

namespace {

std::string number(const std::optional<double>& value) {
  return value ? shortest(*value) : "null";
}

std::string truth(bool value) {
  return value ? "true" : "false";
}

std::string target(const study::PrecisionGoal& goal,
                   const study::Seen& seen,
                   const models::DimensionIds& ids) {
  return "{\"measure\": " + quoted(study::to_string(goal.measure, ids)) +
         ", \"asked_for\": " + quoted(to_text(goal.target)) +
         ",\n       \"estimate\": " + number(seen.value) +
         ", \"half_width\": " + number(seen.half_width) + ", \"at_most\": " + number(seen.wanted) +
         ", \"unit\": " + quoted(goal.measure.measure->unit) + ", \"met\": " + truth(seen.met) +
         "}";
}

}  // namespace

std::string precision_member(const study::PrecisionReached& reached,
                             const models::DimensionIds& ids) {
  std::string text = "  \"precision\": {\n";
  text += "    \"met\": " + truth(reached.met) + ",\n";
  text += "    \"look\": " + std::to_string(reached.look) + ",\n";
  text += "    \"replications\": " + std::to_string(reached.replications) + ",\n";
  text += "    \"most_replications\": " + std::to_string(reached.most) + ",\n";
  text += "    \"confidence_of_look\": " + shortest(1.0 - reached.error) + ",\n";
  text += "    \"confidence\": 0.95,\n    \"targets\": [";
  for (std::size_t i = 0; i < reached.goals.size(); ++i) {
    text += (i == 0 ? "\n      " : ",\n      ") + target(reached.goals[i], reached.seen.at(i), ids);
  }
  return text + "\n    ]\n  }";
}

}  // namespace ficap::io
