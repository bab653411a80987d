#pragma once

#include <cstddef>
#include <string>

#include "models/scenario.hpp"

namespace ficap::models {

/// @returns the most posts that a team has at any time of the plan, or people at its start; 0 where
///          the setting has no such team
[[nodiscard]] std::size_t most_posts(const Setting& setting, const std::string& id);

/// @returns which embedding a post of a team belongs to; nullptr where it stays with the unit
/// @param post  counted from 1
[[nodiscard]] const std::string* embedding_of(const Setting& setting,
                                              const std::string& team,
                                              std::size_t post);

/// @returns how many posts of a team sit with investigating teams
[[nodiscard]] double embedded_posts(const Setting& setting, const std::string& team);

/// @returns how the first holders of new posts of a role come
[[nodiscard]] Filled filled(const PostsChange& posts, const Role& role);

/// @returns the people of a team when what the plan says of its first day has been done
/// @pre the setting has the team
[[nodiscard]] double people_on_the_first_day(const Setting& setting, const std::string& id);

/// @returns the fewest posts of a team that a staffing plan leaves at any time, below 0 where it
///          cuts more than there are
/// @pre the setting has the team
[[nodiscard]] double fewest_posts(const Setting& setting, const std::string& id);

}  // namespace ficap::models
