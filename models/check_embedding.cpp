#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "models/check_rules.hpp"
#include "models/posts.hpp"
#include "models/resolve.hpp"

namespace ficap::models {

namespace {

class EmbeddingRules {
 public:
  EmbeddingRules(const Setting& setting, Findings& findings)
      : setting_{setting}, findings_{findings} {}

  void check() {
    for (const auto& entry : setting_.policies.embedded) {
      const std::string at = "/policies/embedded/" + entry.first;
      check_posts(at, entry.second);
      check_areas(at, entry.second);
      check_work(at, entry.second);
    }
    if (!sound_) return;
    for (const auto& entry : setting_.policies.embedded)
      who_is_left("/policies/embedded/" + entry.first, entry.second);
  }

 private:
  void error(const std::string& pointer,
             const std::string& found,
             const std::string& expected,
             const std::string& help,
             const std::vector<std::string>& also) {
    sound_ = false;
    findings_.error(pointer, found, expected, help, also);
  }

  [[nodiscard]] const Team& team_of(const Embedding& embedding) const {
    return setting_.teams.find(embedding.team.id)->second;
  }
  [[nodiscard]] const Role& role_of(const Team& team) const {
    return setting_.roles.find(team.role.id)->second;
  }
  [[nodiscard]] std::set<std::string> areas_of(const std::string& organisation) const {
    std::set<std::string> areas;
    for (const auto& area : setting_.organisations.find(organisation)->second.areas)
      areas.insert(area.first);
    if (areas.empty()) areas.emplace(no_area_id);
    return areas;
  }

  void check_posts(const std::string& at, const Embedding& embedding) {
    findings_.whole(at + "/posts", embedding.posts.value.value);
    const double posts = embedded_posts(setting_, embedding.team.id);
    if (posts <= team_of(embedding).establishment.value.value) return;
    error(at + "/posts",
          "more posts of \"" + embedding.team.id +
              "\" than it has, with those of all embeddings together",
          "posts that come to at most `establishment`",
          "",
          {"/teams/" + embedding.team.id + "/establishment"});
  }

  void check_areas(const std::string& at, const Embedding& embedding) {
    if (embedding.with.empty())
      error(at + "/with", "no area", "the id of at least one area", "", {});
    const std::string& organisation = team_of(embedding).organisation.id;
    const std::set<std::string> known = areas_of(organisation);
    for (std::size_t i = 0; i < embedding.with.size(); ++i) {
      const std::string& area = embedding.with[i];
      const std::string place = at + "/with/" + std::to_string(i);
      if (!known.contains(area)) {
        error(place,
              "\"" + area + "\"",
              "the id of an area of \"" + organisation + "\": " + listed(known),
              "",
              {"/organisations/" + organisation});
        continue;
      }
      const auto [first, is_new] = sits_.emplace(std::pair{organisation, area}, place);
      if (is_new) continue;
      error(place,
            "\"" + area + "\" a second time",
            "each area once in all of `embedded`",
            "put the posts together in one of them",
            {first->second});
    }
  }

  // What can do nothing is said, not forbidden: an option may be laid over several baselines.
  void check_work(const std::string& at, const Embedding& embedding) {
    const std::vector<Ref<Entity::skill>>& skills = role_of(team_of(embedding)).skills;
    const auto could_do = [&](const Task& task) {
      return std::find(skills.begin(), skills.end(), task.skill) != skills.end();
    };
    const auto takes = [&](const auto& entry) {
      const RequestType& type = entry.second;
      const auto& classes = embedding.classes;
      const bool of_class =
          classes.empty() ||
          std::find(classes.begin(), classes.end(), type.work_class) != classes.end();
      return of_class && std::any_of(type.tasks.begin(), type.tasks.end(), could_do);
    };
    if (std::any_of(setting_.requests.begin(), setting_.requests.end(), takes)) return;
    findings_.warning(at,
                      "people who have the skills for nothing that they take",
                      "a team whose role can do a task of the work of its `classes`",
                      "all of it goes to the unit");
  }

  // Work of the other areas that only these people could do waits for ever.
  void who_is_left(const std::string& at, const Embedding& embedding) {
    const std::string& organisation = team_of(embedding).organisation.id;
    const std::set<std::string> areas = areas_of(organisation);
    const bool all_sit = std::all_of(areas.begin(), areas.end(), [&](const std::string& area) {
      return sits_.contains({organisation, area});
    });
    if (all_sit) return;
    std::set<std::string> left;
    for (const auto& team : setting_.teams) {
      const double people = people_on_the_first_day(setting_, team.first);
      if (team.second.organisation.id != organisation ||
          people <= embedded_posts(setting_, team.first))
        continue;
      for (const auto& skill : role_of(team.second).skills)
        left.insert(skill.id);
    }
    for (const auto& skill : role_of(team_of(embedding)).skills) {
      if (left.contains(skill.id) || !told_.emplace(organisation, skill.id).second) continue;
      findings_.warning(at + "/posts",
                        "everybody of \"" + organisation + "\" with the skill \"" + skill.id + "\"",
                        "somebody who is left for the other areas",
                        "what these ask for will wait until it expires");
    }
  }

  static std::string listed(const std::set<std::string>& ids) {
    std::string text;
    for (const std::string& id : ids)
      text += (text.empty() ? "" : ", ") + id;
    return text;
  }

  const Setting& setting_;
  Findings& findings_;
  bool sound_{true};
  std::map<std::pair<std::string, std::string>, std::string> sits_;  ///< organisation, area: where
  std::set<std::pair<std::string, std::string>> told_;               ///< organisation, skill
};

}  // namespace

void check_embedding(const Setting& setting, Findings& findings) {
  EmbeddingRules{setting, findings}.check();
}

}  // namespace ficap::models
