#include <cstdint>
#include <map>
#include <string>

#include "models/check_rules.hpp"
#include "models/posts.hpp"
#include "sim/stream.hpp"

namespace ficap::models {

// Random numbers are addressed by hashes of ids: two things with one hash would share their luck.
void check_addresses(const Setting& setting, Findings& findings) {
  std::map<std::uint32_t, std::string> seen;
  const auto add = [&](std::uint32_t hash, const std::string& at) {
    const auto first = seen.emplace(hash, at);
    if (!first.second) {
      findings.error(at,
                     "an id whose hash is that of another",
                     "a different id, so that both draw their own random numbers",
                     "",
                     {first.first->second});
    }
  };
  for (const auto& stream : setting.streams) {
    const std::uint32_t hash = sim::stable_hash(stream.first);
    add(hash, "/streams/" + stream.first);
    for (const auto& stage : setting.pathways.find(stream.second.pathway.id)->second.stages) {
      for (const auto& need : stage.second.needs) {
        add(sim::combine(sim::combine(hash, sim::stable_hash(stage.first)),
                         sim::stable_hash(need.first)),
            "/pathways/" + stream.second.pathway.id + "/stages/" + stage.first + "/needs/" +
                need.first);
      }
    }
  }
  std::map<std::uint32_t, std::string> posts;
  for (const auto& team : setting.teams) {
    const auto most = static_cast<std::uint32_t>(most_posts(setting, team.first));
    for (std::uint32_t post = 1; post <= most; ++post) {
      const std::uint32_t hash = sim::combine(sim::stable_hash(team.first), post);
      const auto first = posts.emplace(hash, team.first);
      if (first.second || first.first->second == team.first) continue;
      findings.error("/teams/" + team.first,
                     "an id with a post whose hash is that of another team's",
                     "a different id, so that both draw their own random numbers",
                     "",
                     {"/teams/" + first.first->second});
    }
  }
}

}  // namespace ficap::models
