#include "report/organisations_shown.hpp"

#include <algorithm>
#include <utility>

#include "report/words.hpp"

namespace ficap::report {

bool OrganisationsShown::contains(const std::string& id) const {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::string OrganisationsShown::where_the_others_are() const {
  if (others == 0) return {};
  constexpr std::size_t line_width = 100;
  return wrapped("These are the " + std::to_string(ids.size()) +
                     " organisations with most posts; " + "--organisation ID shows one of the " +
                     std::to_string(others) + " others.",
                 line_width);
}

OrganisationsShown organisations_shown(const models::Setting& setting, const std::string& only) {
  if (!only.empty()) return {.ids = {only}, .others = 0};
  std::vector<std::pair<double, std::string>> posts;
  for (const auto& organisation : setting.organisations) {
    double most = 0.0;
    for (const auto& team : setting.teams) {
      if (team.second.organisation.id != organisation.first) continue;
      most += std::max(team.second.establishment.value.value, team.second.strength.value.value);
    }
    posts.emplace_back(most, organisation.first);
  }
  // Of too many, those that have most, as in the tables of a run.
  constexpr std::size_t too_many = 24;
  constexpr std::size_t enough = 12;
  std::stable_sort(
      posts.begin(), posts.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  const auto with_people = static_cast<std::size_t>(
      std::count_if(posts.begin(), posts.end(), [](const auto& each) { return each.first > 0.0; }));
  OrganisationsShown shown;
  if (with_people > too_many) {
    posts.resize(enough);
    shown.others = with_people - enough;
  }
  for (auto& each : posts)
    shown.ids.push_back(std::move(each.second));
  std::sort(shown.ids.begin(), shown.ids.end());
  return shown;
}

}  // namespace ficap::report
