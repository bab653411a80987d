#include "models/keep_rules.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "models/posts.hpp"

namespace ficap::models {

namespace {

constexpr double rounding = 1e-9;      // of sums, as check() allows
constexpr double most_away = 0.99;     // of contracted hours
constexpr double least_spread = 0.01;  // of a variation between years

void divide_by_sum(ByRef<Entity::stage, Sourced<Share>>& ways) {
  double sum = 0.0;
  for (const auto& way : ways.values)
    sum += way.second.value.value;
  if (sum <= 0.0 || std::fabs(sum - 1.0) <= rounding) return;
  for (auto& way : ways.values)
    way.second.value.value /= sum;
}

void order_bounds(NeedPoint& need) {
  if (!need.benefit_at_least || !need.benefit_below) return;
  Money& least = need.benefit_at_least->value;
  Money& below = need.benefit_below->value;
  if (below < least) std::swap(least, below);
  if (below == least) below.pence += 1;
}

void limit_absence(Role& role) {
  double sum = 0.0;
  for (const auto& cause : role.away)
    sum += cause.second.value.value;
  if (sum <= most_away) return;
  // A little less, so that rounding does not take the sum past the limit again.
  const double factor = (most_away - rounding) / sum;
  for (auto& cause : role.away)
    cause.second.value.value *= factor;
}

/// Posts enough for those who hold them, for what the plan cuts, and for whoever is named.
void order_people(const Setting& setting, const std::string& id, Team& team) {
  const double strength = team.strength.value.value;
  double& posts = team.establishment.value.value;
  posts = std::max({posts, strength, embedded_posts(setting, id)});
  team.early_desk.value.value = std::min(team.early_desk.value.value, strength);
  posts += std::max(0.0, -fewest_posts(setting, id));
  double last_post = 0.0;
  for (const auto& person : team.people)
    last_post = std::max(last_post, std::stod(person.first));
  posts += std::max(0.0, last_post - static_cast<double>(most_posts(setting, id)));
}

}  // namespace

void keep_rules(Setting& setting) {
  for (auto& pathway : setting.pathways) {
    divide_by_sum(pathway.second.entry);
    for (auto& entry : pathway.second.entry_by_origin.values)
      divide_by_sum(entry.second);
    for (auto& stage : pathway.second.stages) {
      divide_by_sum(stage.second.next);
      for (auto& need : stage.second.needs)
        order_bounds(need.second);
    }
  }
  for (auto& stream : setting.streams) {
    double& variation = stream.second.variation_between_years.value.value;
    if (variation < least_spread) variation = 0.0;
  }
  for (auto& role : setting.roles)
    limit_absence(role.second);
  for (auto& team : setting.teams)
    order_people(setting, team.first, team.second);
  double& ceiling = setting.asking.ceiling.value.value;
  ceiling = std::max(ceiling, setting.asking.floor.value.value);
  double& highest = setting.assets.collection.highest.value.value;
  highest = std::max(highest, setting.assets.collection.lowest.value.value);
}

}  // namespace ficap::models
