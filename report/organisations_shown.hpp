#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "models/scenario.hpp"

namespace ficap::report {

/// The organisations that a text tells of.
struct OrganisationsShown {
  std::vector<std::string> ids;  ///< in their order
  std::size_t others{};          ///< that have people, and are not told of for want of room

  [[nodiscard]] bool contains(const std::string& id) const;
  /// @returns a sentence that says where the others are, in lines; empty where there are none
  [[nodiscard]] std::string where_the_others_are() const;
};

/// @param only the id of the one organisation to tell of; empty: all of them, and of more than 24
///        with people the twelve that have most posts, or people where these are more
[[nodiscard]] OrganisationsShown organisations_shown(const models::Setting& setting,
                                                     const std::string& only);

}  // namespace ficap::report
