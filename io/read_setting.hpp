#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/document.hpp"
#include "io/problem.hpp"
#include "models/scenario.hpp"

namespace ficap::io {

/// A sourced number as it was met, and where.
struct SourcedNumber {
  std::string pointer;
  std::string text;
  std::string source;
  std::optional<models::Grade> grade;
  std::string low;
  std::string high;
  std::string note;
  Place place;
};

/// What came of reading one setting; `setting` holds what could be read even when there are
/// problems.
struct SettingReading {
  models::Setting setting;
  Problems problems;
  std::vector<SourcedNumber> numbers;
};

/// Reads a setting from a resolved tree without "from_start": walks the models' field lists, so a
/// field that is added there is read here. Reports shapes, keys, units, bounds, the rules inside
/// a distribution, and sources that `evidence` does not list; not the rules across fields.
/// A `null` stands for an absent member.
[[nodiscard]] SettingReading read_setting(const Node& root);

/// @param numbers of a tree, with what they cite
/// @param evidence what may be cited
/// @returns a problem for each number whose source is not there
[[nodiscard]] Problems uncited(const std::vector<SourcedNumber>& numbers,
                               const models::Named<models::Evidence>& evidence,
                               const Node& root);

}  // namespace ficap::io
