#include "io/write_precision.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "io/json_text.hpp"
#include "io/read_precision.hpp"
#include "study/measure_ref.hpp"

namespace ficap::io {

namespace {

Node number(const std::optional<double>& value) {
  return value ? make_node(*value) : Node{};
}

void add_seen(Object& object, std::string_view what, const study::TargetSeen& seen) {
  add(object, what, number(seen.value));
  add(object, "half_width", number(seen.half_width));
  add(object, "at_most", number(seen.wanted));
  add(object, "met", make_node(seen.met));
}

// The goals from `first` on that say what one target came to.
Node target(const study::PrecisionReached& reached,
            std::size_t first,
            const models::DimensionIds& ids,
            std::span<const std::string> options) {
  const study::PrecisionGoal& goal = reached.goals[first];
  Object object;
  add(object, "measure", make_node(study::to_string(goal.measure, ids)));
  add(object, "asked_for", make_node(to_text(goal.target)));
  add(object, "unit", make_node(goal.measure.measure->unit));
  if (options.empty()) {
    add_seen(object, "estimate", reached.seen.at(first));
    return make_node(std::move(object));
  }
  Object differences;
  for (std::size_t i = 0; i < options.size(); ++i) {
    Object of_option;
    add_seen(of_option, "difference", reached.seen.at(first + i));
    add(differences, options[i], make_node(std::move(of_option)));
  }
  add(object, "options", make_node(std::move(differences)));
  return make_node(std::move(object));
}

}  // namespace

Node precision_node(const study::PrecisionReached& reached,
                    const models::DimensionIds& ids,
                    std::span<const std::string> options) {
  Array targets;
  const std::size_t goals_a_target = options.empty() ? 1 : options.size();
  for (std::size_t first = 0; first < reached.goals.size(); first += goals_a_target)
    targets.push_back(target(reached, first, ids, options));
  return make_object({{"met", make_node(reached.met)},
                      {"look", make_node(static_cast<double>(reached.look))},
                      {"replications", make_node(static_cast<double>(reached.replications))},
                      {"most_replications", make_node(static_cast<double>(reached.most))},
                      {"confidence_of_look", make_node(1.0 - reached.error)},
                      {"confidence", make_node(0.95)},
                      {"targets", make_node(std::move(targets))}});
}

}  // namespace ficap::io
