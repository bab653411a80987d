#include "cli/page_studies.hpp"

#include <cstddef>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <boost/program_options/value_semantic.hpp>

#include "cli/command.hpp"
#include "cli/compared.hpp"
#include "cli/conductor.hpp"
#include "cli/joining_worlds.hpp"
#include "cli/options.hpp"
#include "report/html/engagement.hpp"
#include "report/joining.hpp"
#include "report/names.hpp"
#include "report/words.hpp"
#include "study/comparison.hpp"
#include "study/experiment.hpp"
#include "study/one_at_a_time.hpp"

namespace ficap::cli {

namespace po = boost::program_options;
namespace html = report::html;

namespace {

constexpr const char* ranking_option = "rank-assumptions";
constexpr const char* engagement_option = "engagement-curve";
constexpr std::uint64_t most_futures = 1000;

void add(po::options_description& options, const char* name, const char* doc) {
  options.add_options()(name, po::value<std::string>()->value_name("N"), doc);
}

std::uint32_t futures_of(const po::variables_map& values,
                         const char* option,
                         const Outputs& outputs,
                         std::uint32_t usual) {
  if (values.count(option) == 0) return outputs.has_report() ? usual : 0;
  const std::string text = text_of(values, option);
  const auto futures = static_cast<std::uint32_t>(whole_number(option, text, 0, most_futures));
  if (futures == 1) {
    throw UsageError{"--" + std::string{option} +
                     " needs 2 futures or more, for luck shows only between futures; 0 leaves it "
                     "out"};
  }
  if (futures > 0 && !outputs.has_report()) {
    throw UsageError{"what --" + std::string{option} +
                     " works out stands in a report: add --html FILE or --docx FILE"};
  }
  return futures;
}

class Studies {
 public:
  Studies(const models::Scenario& scenario,
          std::uint64_t seed,
          Simulation& simulation,
          std::ostream& err)
      : scenario_{scenario}, seed_{seed}, simulation_{simulation}, err_{err} {}

  void rank(std::uint32_t futures) {
    const models::Compiled compiled{scenario_};
    auto measures = study::measures_to_rank_by(scenario_.planned);
    for (const study::MeasureRef& ref : measures)
      done_.ranking.measures.push_back(study::to_string(ref, compiled.ids()));
    const study::Experiment experiment{scenario_, std::move(measures), seed_};
    std::vector<std::size_t> judged;
    for (std::size_t i = 0; i < experiment.numbers().size(); ++i) {
      if (study::is_judged(experiment.numbers()[i])) judged.push_back(i);
    }
    if (judged.empty()) return;
    const std::uint64_t ahead = study::simulations_one_at_a_time(judged.size(), futures);
    Conductor conductor{ahead, simulation_, err_};
    conductor.announce(compiled,
                       seed_,
                       ahead,
                       "to see which of " + std::to_string(judged.size()) +
                           " numbers of grade C matter (--rank-assumptions 0 leaves it out)");
    study::OneAtATime made =
        conductor.conduct(ahead / futures, futures, [&](const auto& executor, const auto& watch) {
          return study::one_at_a_time(experiment, judged, futures, executor, watch);
        });
    for (const study::PointFailure& failure : made.failures)
      err_ << "ficap: the ranking of assumptions could not be made: " << failure.what << "\n";
    if (made.failures.empty() && !made.interrupted) {
      done_.ranking.made = std::move(made);
      return;
    }
    done_.ranking.why_not = why_not(!made.failures.empty());
  }

  void engage(std::uint32_t futures) {
    const JoiningWorlds worlds = joining_worlds(scenario_, {}, usual_days_to_join());
    if (worlds.pathways.empty()) {
      done_.engagement = html::nowhere_to_join();
      return;
    }
    const std::vector<models::Compiled> ready = compiled(worlds.compared.scenarios);
    const std::vector<const models::Compiled*> scenarios = pointers(ready);
    const study::StudyPlan plan{.seed = seed_, .replications = futures};
    const study::SideBySide all = simulation_.run(scenarios, plan);
    if (say_failures(all, plan, err_) || all.interrupted) {
      done_.engagement = html::no_engagement(why_not(!all.failures.empty()));
      return;
    }
    const models::DimensionIds& ids = ready.front().ids();
    const study::Comparison curve =
        study::compare(study::alternatives(scenarios, all), report::measures_of_joining(ids));
    const report::Names names{worlds.as_simulated().planned};
    done_.engagement = html::engagement(curve, joining_facts(worlds, ids, names, seed_, {}));
  }

  [[nodiscard]] PageStudies take() { return std::move(done_); }

 private:
  html::Unmade why_not(bool failed) {
    (failed ? done_.failed : done_.stopped) = true;
    return failed ? html::Unmade::failed : html::Unmade::stopped;
  }

  const models::Scenario& scenario_;
  std::uint64_t seed_;
  Simulation& simulation_;
  std::ostream& err_;
  PageStudies done_;
};

}  // namespace

void add_ranking_option(po::options_description& options, const char* doc) {
  add(options, ranking_option, doc);
}

void add_engagement_option(po::options_description& options, const char* doc) {
  add(options, engagement_option, doc);
}

PageStudyOptions page_study_options(const po::variables_map& values,
                                    const Outputs& outputs,
                                    PageStudyOptions usual) {
  return {.ranking = futures_of(values, ranking_option, outputs, usual.ranking),
          .engagement = futures_of(values, engagement_option, outputs, usual.engagement)};
}

PageStudies page_studies(const models::Scenario& scenario,
                         std::uint64_t seed,
                         const PageStudyOptions& options,
                         Simulation& simulation,
                         std::ostream& err) {
  Studies studies{scenario, seed, simulation, err};
  // The shorter one first: a Ctrl-C in the other leaves it.
  if (options.engagement > 0) studies.engage(options.engagement);
  if (options.ranking > 0) studies.rank(options.ranking);
  return studies.take();
}

}  // namespace ficap::cli
