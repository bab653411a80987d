#include "cli/pilot.hpp"

#include <utility>

namespace ficap::cli {

Pilot::Pilot(std::size_t scenarios, std::uint32_t futures)
    : collected_(scenarios, std::vector<std::optional<models::Outcome>>(futures)),
      missing_{scenarios * futures} {}

std::optional<study::SideBySide> Pilot::add(std::size_t scenario,
                                            std::uint32_t replication,
                                            const models::Outcome& outcome) {
  const std::lock_guard lock{mutex_};
  std::vector<std::optional<models::Outcome>>& of_scenario = collected_.at(scenario);
  if (replication >= of_scenario.size() || of_scenario[replication]) return std::nullopt;
  of_scenario[replication] = outcome;
  if (--missing_ > 0) return std::nullopt;
  study::SideBySide all;
  for (const auto& outcomes : collected_) {
    std::vector<models::Outcome>& in_order = all.outcomes.emplace_back();
    for (const std::optional<models::Outcome>& each : outcomes)
      in_order.push_back(*each);
  }
  return all;
}

}  // namespace ficap::cli
