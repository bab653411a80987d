#include "models/expected_flow.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "sim/distributions.hpp"

namespace ficap::models {
namespace {

constexpr int generations = 64;

/// One stream's cases opening cases of another.
struct Link {
  std::size_t from{};
  std::size_t to{};
  double per_case{};
};

std::vector<Link> links_between(const Setting& setting, const std::vector<StreamFlow>& flows) {
  std::vector<Link> links;
  std::size_t from = 0;
  for (const auto& stream : setting.streams) {
    const Pathway& pathway = setting.pathways.find(stream.second.pathway.id)->second;
    std::size_t stage = 0;
    for (const auto& entry : pathway.stages) {
      const auto& escalates = entry.second.escalates.values;
      const auto own = escalates.find(stream.second.organisation.id);
      if (own != escalates.end()) {
        const auto to = setting.streams.find(own->second.to.id);
        links.push_back({from,
                         static_cast<std::size_t>(std::distance(setting.streams.begin(), to)),
                         flows[from].visits[stage] * own->second.probability.value.value});
      }
      ++stage;
    }
    ++from;
  }
  return links;
}

void add_escalated(const std::vector<Link>& links, std::vector<StreamFlow>& flows) {
  std::vector<double> generation(flows.size());
  std::transform(flows.begin(), flows.end(), generation.begin(), [](const StreamFlow& flow) {
    return flow.rate.per_year;
  });
  for (int i = 0; i < generations; ++i) {
    std::vector<double> children(flows.size(), 0.0);
    for (const Link& link : links)
      children[link.to] += generation[link.from] * link.per_case;
    for (std::size_t s = 0; s < flows.size(); ++s)
      flows[s].rate.per_year += children[s];
    generation = std::move(children);
  }
}

double pounds(Money money) {
  return static_cast<double>(money.pence) / 100.0;
}

/// P(from <= benefit < to). Benefits are whole pence, so a bound lies half a penny below itself.
double benefit_between(const sim::Distribution& benefit,
                       const std::optional<Money>& from,
                       const std::optional<Money>& to) {
  const double above = to ? sim::cdf(benefit, pounds(*to) - 0.005) : 1.0;
  const double below = from ? sim::cdf(benefit, pounds(*from) - 0.005) : 0.0;
  return std::max(0.0, above - below);
}

std::optional<Money> value_of(const std::optional<Sourced<Money>>& sourced) {
  return sourced ? std::optional{sourced->value} : std::nullopt;
}

}  // namespace

std::vector<StreamFlow> stream_flows(const Setting& setting) {
  std::vector<StreamFlow> flows;
  for (const auto& [id, stream] : setting.streams) {
    const Pathway& pathway = setting.pathways.find(stream.pathway.id)->second;
    const StageChain chain{pathway};
    const auto entry = chain.entry(stream.origins);
    StreamFlow flow{id, stream.rate.value, chain.expected_visits(entry), chain.reached(entry), {}};
    for (const auto& stage : pathway.stages) {
      flow.stays.push_back(mean_stay(stage.second, stream.threat.id));
    }
    flows.push_back(std::move(flow));
  }
  add_escalated(links_between(setting, flows), flows);
  return flows;
}

std::array<double, harm_count> need_by_harm(const Setting& setting,
                                            const CaseStream& stream,
                                            const NeedPoint& need,
                                            const Declining& declining) {
  const auto own = need.by_threat.values.find(stream.threat.id);
  const double p =
      (own == need.by_threat.values.end() ? need.probability : own->second).value.value;
  std::optional<Money> from = value_of(need.benefit_at_least);
  if (declining.benefit_below && (!from || from->pence < declining.benefit_below->pence)) {
    from = declining.benefit_below;
  }
  const double share_of_benefit = benefit_between(
      setting.asset_profiles.find(stream.assets.id)->second.benefit.value.distribution,
      from,
      value_of(need.benefit_below));

  const auto& harms = setting.threats.find(stream.threat.id)->second.harm.values;
  double total = 0.0;
  for (const auto& harm : harms)
    total += harm.second.value.value;
  std::array<double, harm_count> needed{};
  for (const auto& [harm, weight] : harms) {
    if (declining.harm_below && harm < *declining.harm_below) continue;
    const auto factor = need.by_harm.values.find(harm);
    const double chance =
        factor == need.by_harm.values.end() ? p : std::min(1.0, p * factor->second.value.value);
    needed[static_cast<std::size_t>(harm)] = weight.value.value / total * chance * share_of_benefit;
  }
  return needed;
}

std::vector<PathwayFlow> pathway_flows(const Setting& setting) {
  const std::vector<StreamFlow> streams = stream_flows(setting);
  std::vector<PathwayFlow> flows;
  for (const auto& [id, pathway] : setting.pathways) {
    PathwayFlow flow{.id = id, .rate = {}, .open = {}, .stages = {}};
    for (const auto& [stage_id, stage] : pathway.stages) {
      StageFlow row{.id = stage_id, .visits = 0.0, .reached = 0.0, .stay = {}, .needs = {}};
      for (const auto& need : stage.needs)
        row.needs.push_back({need.first, 0.0});
      flow.stages.push_back(std::move(row));
    }
    // Sums over cases first, then divided by their number.
    std::size_t s = 0;
    for (const auto& entry : setting.streams) {
      const StreamFlow& from = streams[s++];
      if (entry.second.pathway.id != id) continue;
      const double rate = from.rate.per_year;
      flow.rate.per_year += rate;
      std::size_t i = 0;
      for (const auto& stage : pathway.stages) {
        StageFlow& row = flow.stages[i];
        const double visits = rate * from.visits[i];
        row.visits += visits;
        row.reached += rate * from.reached[i];
        row.stay.days += visits * from.stays[i].days;
        std::size_t n = 0;
        for (const auto& need : stage.second.needs) {
          for (const double p : need_by_harm(setting, entry.second, need.second)) {
            row.needs[n].per_case += visits * p;
          }
          ++n;
        }
        ++i;
      }
    }
    if (flow.rate.per_year > 0.0) {
      for (StageFlow& row : flow.stages) {
        flow.open.days += row.stay.days / flow.rate.per_year;
        if (row.visits > 0.0) row.stay.days /= row.visits;
        row.visits /= flow.rate.per_year;
        row.reached /= flow.rate.per_year;
        for (StageFlow::Need& need : row.needs)
          need.per_case /= flow.rate.per_year;
      }
    }
    flows.push_back(std::move(flow));
  }
  return flows;
}

}  // namespace ficap::models
