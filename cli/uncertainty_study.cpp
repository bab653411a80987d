#include "cli/uncertainty_study.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <ostream>
#include <utility>

#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "io/read_measure_ref.hpp"
#include "models/simulator.hpp"
#include "report/words.hpp"

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

bool has_discretionary_work(const models::Setting& setting) {
  return std::any_of(setting.requests.begin(), setting.requests.end(), [](const auto& request) {
    return request.second.work_class == models::WorkClass::discretionary;
  });
}

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
  const bool free_to_ask = has_discretionary_work(scenario.planned);
  for (const models::Measure& measure : models::measures())
    add(std::string{measure.name});
  if (free_to_ask) {
    add("unmet_share_of_need[class=discretionary]");
    add("unmet_share_of_requests[class=discretionary]");
  }
  std::vector<std::string> to_rank = plan.rank_measures;
  if (to_rank.empty()) {
    to_rank = {free_to_ask ? "unmet_share_of_need[class=discretionary]" : "unmet_share_of_need",
               "assets_collected"};
  }
  for (const std::string& name : to_rank) {
    auto added = add(name);
    result.ranked_names.push_back(std::move(added.first));
    result.ranked.push_back(added.second);
  }
  return result;
}

/// Runs the experiments one after another and says on the side how far they are.
class Conductor {
 public:
  Conductor(const UncertaintyPlan& plan, Simulation& simulation, std::ostream& err)
      : plan_{plan}, simulation_{simulation}, err_{err} {}

  /// Says how much work lies ahead, from the time that one future takes.
  void announce(const models::Compiled& compiled, std::size_t numbers) const {
    if (!simulation_.shows_progress()) return;
    const auto began = std::chrono::steady_clock::now();
    (void)models::Simulator{compiled}.run(plan_.seed, 0);
    const auto one = std::chrono::steady_clock::now() - began;
    const std::uint64_t drawn = std::uint64_t{plan_.nested.draws} * plan_.nested.futures;
    std::uint64_t all = drawn;
    std::string parts = report::with_commas(static_cast<std::int64_t>(drawn)) + " for the draws";
    if (plan_.ranks) {
      const auto screened = study::simulations_of_screening(plan_.ranking, numbers);
      const auto indexed = study::simulations_of_indices(
          plan_.ranking, std::min<std::size_t>(plan_.ranking.at_most, numbers));
      all += screened + indexed;
      parts += ", " + report::with_commas(static_cast<std::int64_t>(screened)) + " to screen " +
               std::to_string(numbers) + " numbers, up to " +
               report::with_commas(static_cast<std::int64_t>(indexed)) +
               " to weigh those that matter";
    }
    const auto left = one * all / simulation_.executor(all).workers;
    err_ << "ficap: " << report::with_commas(static_cast<std::int64_t>(all))
         << " simulations ahead, "
         << roughly(std::chrono::duration_cast<std::chrono::seconds>(left)) << ": " << parts
         << ".\n";
  }

  /// @param work (executor, watch) does the experiment
  template <class Work>
  auto conduct(std::uint64_t points, std::uint32_t futures_of_a_point, Work&& work) {
    Progress progress{err_,
                      static_cast<std::uint32_t>(points * futures_of_a_point),
                      std::chrono::steady_clock::now};
    study::Watch watch{.should_stop = Simulation::interrupted, .on_finished = {}};
    if (simulation_.shows_progress()) {
      watch.on_finished = [&](std::uint32_t count) {
        progress.finished(count * futures_of_a_point);
      };
    }
    auto result = work(simulation_.executor(points), watch);
    progress.clear();
    return result;
  }

 private:
  const UncertaintyPlan& plan_;
  Simulation& simulation_;
  std::ostream& err_;
};

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
bool rank(const models::Scenario& scenario,
          const Measures& measures,
          const UncertaintyPlan& whole,
          Conductor& conductor,
          study::UncertaintyStudy& study,
          std::ostream& err) {
  const study::Experiment experiment{scenario, measures.ranked, study.seed};
  study::RankingPlan plan = whole.ranking;
  plan.first_future = whole.nested.draws * whole.nested.futures;
  const std::size_t numbers = experiment.numbers().size();
  study::Screening screening =
      conductor.conduct(plan.trajectories * (numbers + 1),
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
  if (chosen.empty()) return false;
  plan.first_future += plan.trajectories * study::futures_at_a_point;
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

std::variant<study::UncertaintyStudy, ExitCode> study_uncertainty(const models::Scenario& scenario,
                                                                  const UncertaintyPlan& plan,
                                                                  Simulation& simulation,
                                                                  std::ostream& err) {
  const models::Compiled compiled{scenario};
  const Measures measures = measures_of(scenario, compiled.ids(), plan);
  const study::Experiment experiment{scenario, measures.all, plan.seed};
  study::UncertaintyStudy study;
  study.seed = plan.seed;
  study.plan = plan.nested;
  study.ranking = plan.ranking;
  study.ranks = plan.ranks;
  study.names = measures.names;
  study.numbers.assign(experiment.numbers().begin(), experiment.numbers().end());
  if (study.numbers.empty()) {
    err << "ficap: no number of this scenario has a low and a high, so there is nothing to draw\n"
           "Give a number its plausible range: {\"value\": 0.1, \"low\": 0.05, \"high\": 0.2}\n";
    return ExitCode::usage;
  }
  Conductor conductor{plan, simulation, err};
  conductor.announce(compiled, study.numbers.size());
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
  const bool goes_on = plan.ranks && !study.draws.interrupted;
  if (goes_on && rank(scenario, measures, plan, conductor, study, err)) return ExitCode::internal;
  return study;
}

}  // namespace ficap::cli
