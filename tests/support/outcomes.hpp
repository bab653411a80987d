#pragma once

#include <cstddef>
#include <cstdint>

#include "models/counters.hpp"
#include "models/outcome.hpp"

namespace ficap::test {

/// The ids of a small world, for outcomes made by hand.
inline models::DimensionIds small_world() {
  models::DimensionIds ids;
  const auto set = [&ids](models::Dimension dimension, std::vector<std::string> names) {
    ids[static_cast<std::size_t>(dimension)] = std::move(names);
  };
  set(models::Dimension::organisation, {"north", "south"});
  set(models::Dimension::threat, {"drugs"});
  set(models::Dimension::request, {"profile", "hearing"});
  set(models::Dimension::work_class, {"statutory", "directed", "discretionary"});
  set(models::Dimension::skill, {"investigation"});
  set(models::Dimension::area, {"none"});
  set(models::Dimension::harm, {"low", "medium", "high", "very_high"});
  set(models::Dimension::team, {"investigators"});
  set(models::Dimension::cause, {"other_work"});
  set(models::Dimension::stage, {"covert", "overt"});
  return ids;
}

/// An outcome in which nothing happened.
inline models::Outcome nothing(const models::Layout& layout) {
  models::Outcome outcome;
  outcome.values.assign(layout.size(), 0);
  return outcome;
}

inline void add(models::Outcome& outcome,
                const models::Layout& layout,
                models::Counter counter,
                std::int64_t amount) {
  outcome.values.at(layout.total(counter)) += amount;
}

inline void add(models::Outcome& outcome,
                const models::Layout& layout,
                models::Counter counter,
                models::Dimension dimension,
                std::size_t id,
                std::int64_t amount) {
  outcome.values.at(layout.cut(counter, dimension, id)) += amount;
}

}  // namespace ficap::test
