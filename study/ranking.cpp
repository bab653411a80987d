#include "study/ranking.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace ficap::study {

namespace {

/// What each measure came to at each point of a design, in two futures.
struct Outputs {
  struct OfMeasure {
    std::vector<double> one;
    std::vector<double> other;
    bool defined{true};
  };
  std::vector<OfMeasure> measures;
  PointsDone done;
};

/// @param stretch_of the stretch of points that share their futures
template <class Design, class StretchOf>
Outputs run(const Experiment& experiment,
            const Design& design,
            const RankingPlan& plan,
            StretchOf&& stretch_of,
            const Executor& executor,
            const Watch& watch) {
  std::vector<std::vector<SeenMeasure>> seen(design.points());
  Outputs outputs;
  outputs.done = for_each_point(
      design.points(),
      [&](std::size_t /*worker*/, std::size_t point) {
        const auto stretch = static_cast<std::uint32_t>(stretch_of(point));
        const auto simulation = static_cast<std::uint32_t>(point * futures_at_a_point);
        seen[point] = experiment.at(design.place(point),
                                    {.first = plan.first_future + stretch * futures_at_a_point,
                                     .count = futures_at_a_point,
                                     .simulation = plan.first_simulation + simulation},
                                    watch.should_stop);
      },
      executor,
      watch);
  if (outputs.done.finished < design.points()) return outputs;
  outputs.measures.resize(experiment.measures().size());
  for (const std::vector<SeenMeasure>& at_point : seen) {
    for (std::size_t measure = 0; measure < at_point.size(); ++measure) {
      Outputs::OfMeasure& of = outputs.measures[measure];
      const auto& singles = at_point[measure].singles;
      of.defined = of.defined && singles[0] && singles[1];
      of.one.push_back(singles[0].value_or(0.0));
      of.other.push_back(singles[1].value_or(0.0));
    }
  }
  return outputs;
}

}  // namespace

Screening screen(const Experiment& experiment,
                 const RankingPlan& plan,
                 const Executor& executor,
                 const Watch& watch) {
  const MorrisDesign design{experiment.seed(), experiment.ids(), plan.trajectories};
  Outputs outputs = run(
      experiment,
      design,
      plan,
      [&](std::size_t point) { return design.trajectory_of(point); },
      executor,
      watch);
  Screening screening;
  screening.interrupted = outputs.done.interrupted;
  screening.failures = std::move(outputs.done.failures);
  for (const Outputs::OfMeasure& of : outputs.measures) {
    screening.effects.push_back(of.defined ? elementary_effects(design, of.one, of.other)
                                           : std::vector<ElementaryEffects>{});
  }
  return screening;
}

std::vector<std::size_t> those_that_matter(const Screening& screening, std::size_t at_most) {
  // For each measure its numbers that stand out, the largest effect first.
  std::vector<std::vector<std::size_t>> lines;
  for (const std::vector<ElementaryEffects>& effects : screening.effects) {
    std::vector<std::size_t>& line = lines.emplace_back();
    for (std::size_t i = 0; i < effects.size(); ++i) {
      if (effects[i].stands_out) line.push_back(i);
    }
    std::stable_sort(line.begin(), line.end(), [&](std::size_t a, std::size_t b) {
      return effects[a].mu_star > effects[b].mu_star;
    });
  }
  std::vector<std::size_t> chosen;
  const auto is_new = [&](std::size_t number) {
    return std::find(chosen.begin(), chosen.end(), number) == chosen.end();
  };
  for (bool found = true; found && chosen.size() < at_most;) {
    found = false;
    for (const std::vector<std::size_t>& line : lines) {
      const auto next = std::find_if(line.begin(), line.end(), is_new);
      if (next == line.end() || chosen.size() == at_most) continue;
      chosen.push_back(*next);
      found = true;
    }
  }
  return chosen;
}

Indices index(const Experiment& experiment,
              std::vector<std::size_t> numbers,
              const RankingPlan& plan,
              const Executor& executor,
              const Watch& watch) {
  std::vector<std::size_t> groups(experiment.numbers().size(), numbers.size());
  for (std::size_t group = 0; group < numbers.size(); ++group)
    groups[numbers[group]] = group;
  const SobolDesign design{
      experiment.seed(), experiment.ids(), std::move(groups), numbers.size() + 1, plan.rows};
  Outputs outputs = run(
      experiment,
      design,
      plan,
      [&](std::size_t point) { return design.row_of(point); },
      executor,
      watch);
  Indices indices{.numbers = std::move(numbers),
                  .of = {},
                  .interrupted = outputs.done.interrupted,
                  .failures = std::move(outputs.done.failures)};
  for (const Outputs::OfMeasure& of : outputs.measures) {
    indices.of.push_back(of.defined ? sobol_indices(design, of.one, of.other)
                                    : std::vector<SobolIndex>{});
  }
  return indices;
}

}  // namespace ficap::study
