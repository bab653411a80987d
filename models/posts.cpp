#include "models/posts.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace ficap::models {

namespace {

/// How many posts a team has from the start of the plan on, and after each date on which that
/// changes.
std::vector<double> posts_over_time(const Setting& setting, const std::string& id) {
  std::map<sim::Date, double> changes;
  for (const auto& entry : setting.staffing.posts) {
    if (entry.second.team.id == id) changes[entry.second.from] += entry.second.change.value.value;
  }
  std::vector<double> posts{setting.teams.find(id)->second.establishment.value.value};
  for (const auto& change : changes)
    posts.push_back(posts.back() + change.second);
  return posts;
}

}  // namespace

std::size_t most_posts(const Setting& setting, const std::string& id) {
  const auto team = setting.teams.find(id);
  if (team == setting.teams.end()) return 0;
  const std::vector<double> posts = posts_over_time(setting, id);
  return static_cast<std::size_t>(
      std::max(team->second.strength.value.value, *std::max_element(posts.begin(), posts.end())));
}

double fewest_posts(const Setting& setting, const std::string& id) {
  const std::vector<double> posts = posts_over_time(setting, id);
  return *std::min_element(posts.begin(), posts.end());
}

}  // namespace ficap::models
