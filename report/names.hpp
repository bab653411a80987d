#pragma once

#include <string>

#include "models/counters.hpp"
#include "models/scenario.hpp"

namespace ficap::report {

/// What people call the things that a scenario keys by ids.
class Names {
 public:
  /// @param setting outlives this
  explicit Names(const models::Setting& setting) noexcept : setting_{setting} {}

  /// @returns the name of an id of a dimension; the id itself where nothing has that id
  [[nodiscard]] std::string of(models::Dimension dimension, const std::string& id) const;

 private:
  const models::Setting& setting_;
};

}  // namespace ficap::report
