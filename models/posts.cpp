#include "models/posts.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace ficap::models {

namespace {

/// How many posts a team has from the start of the plan on, and after each change: on one day what
/// is cut goes before what is added comes.
std::vector<double> posts_over_time(const Setting& setting, const std::string& id) {
  struct Day {
    double cut{};
    double added{};
  };
  std::map<sim::Date, Day> days;
  for (const auto& entry : setting.staffing.posts) {
    if (entry.second.team.id != id) continue;
    const double change = entry.second.change.value.value;
    (change < 0.0 ? days[entry.second.from].cut : days[entry.second.from].added) += change;
  }
  std::vector<double> posts{setting.teams.find(id)->second.establishment.value.value};
  for (const auto& day : days) {
    posts.push_back(posts.back() + day.second.cut);
    posts.push_back(posts.back() + day.second.added);
  }
  return posts;
}

/// Whether new posts have people at once.
bool filled_on_the_day(const Setting& setting, const PostsChange& posts) {
  const Team& team = setting.teams.find(posts.team.id)->second;
  return filled(posts, setting.roles.find(team.role.id)->second) == Filled::on_the_day;
}

}  // namespace

std::size_t most_posts(const Setting& setting, const std::string& id) {
  const auto team = setting.teams.find(id);
  if (team == setting.teams.end()) return 0;
  const std::vector<double> posts = posts_over_time(setting, id);
  return static_cast<std::size_t>(
      std::max(team->second.strength.value.value, *std::max_element(posts.begin(), posts.end())));
}

const std::string* embedding_of(const Setting& setting, const std::string& team, std::size_t post) {
  double last = 0.0;
  for (const auto& entry : setting.policies.embedded) {
    if (entry.second.team.id != team) continue;
    last += entry.second.posts.value.value;
    if (static_cast<double>(post) <= last) return &entry.first;
  }
  return nullptr;
}

double embedded_posts(const Setting& setting, const std::string& team) {
  double posts = 0.0;
  for (const auto& entry : setting.policies.embedded) {
    if (entry.second.team.id == team) posts += entry.second.posts.value.value;
  }
  return posts;
}

Filled filled(const PostsChange& posts, const Role& role) {
  return posts.filled.value_or(role.recruitment ? Filled::by_recruitment : Filled::on_the_day);
}

double people_on_the_first_day(const Setting& setting, const std::string& id) {
  const Team& team = setting.teams.find(id)->second;
  double vacant = std::max(0.0, team.establishment.value.value - team.strength.value.value);
  double people = team.strength.value.value;
  double come = 0.0;
  for (const auto& entry : setting.staffing.posts) {
    const PostsChange& posts = entry.second;
    if (posts.team.id != id || posts.from > setting.plan.start) continue;
    const double change = posts.change.value.value;
    if (change < 0.0) {
      const double of_vacant = std::min(vacant, -change);
      vacant -= of_vacant;
      people += change + of_vacant;
    } else if (filled_on_the_day(setting, posts)) {
      come += change;
    }
  }
  return std::max(0.0, people) + come;
}

double fewest_posts(const Setting& setting, const std::string& id) {
  const std::vector<double> posts = posts_over_time(setting, id);
  return *std::min_element(posts.begin(), posts.end());
}

}  // namespace ficap::models
