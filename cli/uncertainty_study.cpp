#include "cli/uncertainty_study.hpp"

#include <algorithm>
#include <cstddef>
#include <ostream>
#include <utility>

#include "cli/command.hpp"
#include "cli/conductor.hpp"
#include "io/read_measure_ref.hpp"
#include "io/sha256.hpp"
#include "io/write_scenario.hpp"
#include "models/simulator.hpp"
#include "models/uncertain_numbers.hpp"
#include "report/words.hpp"
#include "study/comparison.hpp"
#include "study/one_at_a_time.hpp"

namespace ficap::cli {

namespace {

study::MeasureRef measure_of(const std::string& name, const models::DimensionIds& ids) {
  auto read = io::read_measure_ref(name, ids);
  if (const auto* problem = std::get_if<io::NoSuchMeasure>(&read)) throw UsageError{problem->why};
  return std::get<study::MeasureRef>(read);
}

// What the command measures and ranks, of this scenario.
struct Measures {
  std::vector<std::string> names;
  std::vector<study::MeasureRef> all;
  std::vector<std::string> ranked_names;
  std::vector<study::MeasureRef> ranked;
};

Measures measures_of(const models::Scenario& scenario,
                     const models::DimensionIds& ids,
                     const UncertaintyPlan& plan) {
  Measures result;
  const auto add = [&](const std::string& name) {
    const study::MeasureRef ref = measure_of(name, ids);
    const std::string whole_name = study::to_string(ref, ids);
    if (std::find(result.names.begin(), result.names.end(), whole_name) == result.names.end()) {
      result.names.push_back(whole_name);
      result.all.push_back(ref);
    }
    return std::pair{whole_name, ref};
  };
  for (const models::Measure& measure : models::measures())
    add(std::string{measure.name});
  if (study::of_discretionary_work(scenario.planned)) {
    add("unmet_share_of_need[class=discretionary]");
    add("unmet_share_of_requests[class=discretionary]");
  }
  std::vector<std::string> to_rank = plan.rank_measures;
  if (to_rank.empty()) {
    for (const study::MeasureRef& ref : study::measures_to_rank_by(scenario.planned))
      to_rank.push_back(study::to_string(ref, ids));
  }
  for (const std::string& name : to_rank) {
    auto added = add(name);
    const auto& ranked = result.ranked_names;
    if (std::find(ranked.begin(), ranked.end(), added.first) != ranked.end()) continue;
    result.ranked_names.push_back(std::move(added.first));
    result.ranked.push_back(added.second);
  }
  return result;
}

/// Simulations of the parts of a study. Their numbers follow one another in this order.
struct Parts {
  std::uint64_t drawn{};
  std::uint64_t screened{};
  std::uint64_t weighed{};  ///< at most

  Parts(const UncertaintyPlan& plan, std::size_t numbers)
      : drawn{std::uint64_t{plan.nested.draws} * plan.nested.futures} {
    if (!plan.ranks) return;
    screened = study::simulations_of_screening(plan.ranking, numbers);
    if (!plan.weighs) return;
    weighed = study::simulations_of_indices(plan.ranking,
                                            std::min<std::size_t>(plan.ranking.at_most, numbers));
  }
  [[nodiscard]] std::uint64_t all() const {
    return study::stated_futures + drawn + screened + weighed;
  }
  // The scenario as it is stated comes first, but its numbers stand behind those of the draws.
  [[nodiscard]] std::uint32_t first_stated() const { return static_cast<std::uint32_t>(drawn); }
  [[nodiscard]] std::uint32_t first_screened() const {
    return first_stated() + study::stated_futures;
  }
  [[nodiscard]] std::uint32_t first_weighed() const {
    return first_screened() + static_cast<std::uint32_t>(screened);
  }
};

// What the work ahead is for.
std::string purposes(const Parts& parts, const UncertaintyPlan& plan, std::size_t numbers) {
  const auto many = [](std::uint64_t count) {
    return report::with_commas(static_cast<std::int64_t>(count));
  };
  std::string text =
      many(study::stated_futures + parts.drawn) + " to say how uncertain the answer is";
  if (plan.ranks) {
    text += ", " + many(parts.screened) + " to see which of " + many(numbers) +
            " numbers move it, up to " + many(parts.weighed) +
            " to weigh those that do (--no-ranking leaves out the last two)";
  }
  return text;
}

bool say_failures(const std::vector<study::PointFailure>& failures,
                  const char* design,
                  std::ostream& err) {
  for (const study::PointFailure& failure : failures) {
    err << "ficap: point " << failure.point << " of the " << design
        << " could not be simulated: " << failure.what << "\n";
  }
  return !failures.empty();
}

/// @returns whether anything could not be simulated
bool rank(const study::Experiment& experiment,
          const Measures& measures,
          const UncertaintyPlan& whole,
          Conductor& conductor,
          study::UncertaintyStudy& study,
          std::ostream& err) {
  const std::size_t numbers = experiment.numbers().size();
  const Parts parts{whole, numbers};
  study::RankingPlan plan = whole.ranking;
  plan.first_future = static_cast<std::uint32_t>(parts.drawn);
  plan.first_simulation = parts.first_screened();
  study::Screening screening =
      conductor.conduct(std::uint64_t{plan.trajectories} * (numbers + 1),
                        study::futures_at_a_point,
                        [&](const auto& executor, const auto& watch) {
                          return study::screen(experiment, plan, executor, watch);
                        });
  if (say_failures(screening.failures, "screening", err)) return true;
  if (screening.interrupted) return false;
  study.was_screened = true;
  for (std::size_t i = 0; i < measures.ranked.size(); ++i) {
    study.ranked.push_back({.name = measures.ranked_names[i],
                            .measure = measures.ranked[i],
                            .effects = screening.effects[i],
                            .indices = {}});
  }
  const auto chosen = study::those_that_matter(screening, plan.at_most);
  if (chosen.empty() || !whole.weighs) return false;
  plan.first_future += plan.trajectories * study::futures_at_a_point;
  plan.first_simulation = parts.first_weighed();
  study::Indices indices =
      conductor.conduct(std::uint64_t{plan.rows} * (chosen.size() + 3),
                        study::futures_at_a_point,
                        [&](const auto& executor, const auto& watch) {
                          return study::index(experiment, chosen, plan, executor, watch);
                        });
  if (say_failures(indices.failures, "weighing", err)) return true;
  if (indices.interrupted) return false;
  study.went_on = std::move(indices.numbers);
  for (std::size_t i = 0; i < study.ranked.size(); ++i)
    study.ranked[i].indices = std::move(indices.of[i]);
  return false;
}

}  // namespace

bool is_possible(const UncertaintyPlan& plan) {
  const auto fits = [](std::uint32_t size) { return size >= 2 && size <= most_of_a_design; };
  return fits(plan.nested.draws) && fits(plan.nested.futures) && fits(plan.ranking.trajectories) &&
         fits(plan.ranking.rows) && plan.nested.only_first.value_or(2) >= 2 &&
         plan.nested.only_first.value_or(2) <= plan.nested.draws &&
         std::uint64_t{plan.nested.draws} * plan.nested.futures <= most_replications / 2;
}

JournalMatter matter_of(const models::Scenario& scenario, const UncertaintyPlan& plan) {
  std::string what = io::scenario_sha256(scenario);
  const auto add = [&](const auto& size) { what += " " + std::to_string(size); };
  add(plan.nested.draws);
  add(plan.nested.futures);
  add(plan.ranking.trajectories);
  add(plan.ranking.rows);
  for (const std::string& name : plan.rank_measures)
    what += " " + name;
  const std::uint32_t first_stated = Parts{plan, 0}.first_stated();
  return {.sha256 = {io::sha256_hex(what)},
          .seed = plan.seed,
          .again = [&scenario, first_stated, seed = plan.seed](
                       std::size_t /*scenario*/,
                       std::uint32_t simulation) -> std::optional<models::Outcome> {
            if (simulation < first_stated || simulation - first_stated >= study::stated_futures)
              return std::nullopt;
            const models::Compiled compiled{scenario};
            return models::Simulator{compiled}.run(seed, simulation - first_stated);
          },
          .otherwise =
              "another scenario, of this one before an edit or with another --set, or of a study "
              "of other sizes or measures"};
}

std::variant<study::UncertaintyStudy, ExitCode> study_uncertainty(const models::Scenario& scenario,
                                                                  const UncertaintyPlan& plan,
                                                                  Simulation& simulation,
                                                                  std::ostream& err,
                                                                  const Kept& kept) {
  const models::Compiled compiled{scenario};
  const Measures measures = measures_of(scenario, compiled.ids(), plan);
  const std::size_t numbers = models::UncertainNumbers{scenario}.all().size();
  if (numbers == 0) {
    err << "ficap: no number of this scenario has a low and a high, so there is nothing to draw\n"
           "Give a number its plausible range: {\"value\": 0.1, \"low\": 0.05, \"high\": 0.2}\n";
    return ExitCode::usage;
  }
  const Parts parts{plan, numbers};
  Conductor conductor{parts.all(), simulation, err};
  const study::Archive archive = conductor.counting(kept.archive);
  const study::Experiment experiment{scenario, measures.all, plan.seed, archive};
  study::UncertaintyStudy study;
  study.seed = plan.seed;
  study.plan = plan.nested;
  study.ranking = plan.ranking;
  study.ranks = plan.ranks;
  study.to_rank = measures.ranked_names;
  study.names = measures.names;
  study.numbers.assign(experiment.numbers().begin(), experiment.numbers().end());
  const std::uint64_t known = std::min<std::uint64_t>(kept.simulations, parts.all());
  conductor.announce(compiled, plan.seed, parts.all() - known, purposes(parts, plan, numbers));
  const study::FuturesOfPoint stated{
      .first = 0, .count = study::stated_futures, .simulation = parts.first_stated()};
  study::StatedValues as_stated =
      conductor.conduct(study::stated_futures, 1, [&](const auto& executor, const auto& watch) {
        return experiment.as_stated(stated, executor, watch);
      });
  if (say_failures(as_stated.done.failures, "scenario as it is stated", err))
    return ExitCode::internal;
  study.as_stated = std::move(as_stated.values);
  study.draws = conductor.conduct(
      plan.nested.draws, plan.nested.futures, [&](const auto& executor, const auto& watch) {
        return study::draw_nested(experiment, plan.nested, executor, watch);
      });
  if (say_failures(study.draws.failures, "draws", err)) return ExitCode::internal;
  if (study.draws.seen.size() < 2) {
    err << "ficap: stopped before two draws were finished; nothing is written\n";
    return ExitCode::interrupted;
  }
  study.measures = study::uncertainty_of(experiment, study.draws);
  if (!plan.ranks || study.draws.interrupted) return study;
  const study::Experiment ranking{scenario, measures.ranked, plan.seed, archive};
  if (rank(ranking, measures, plan, conductor, study, err)) return ExitCode::internal;
  return study;
}

}  // namespace ficap::cli
