#include "study/self_test.hpp"

#include <algorithm>
#include <span>
#include <stdexcept>
#include <utility>

#include "models/simulator.hpp"
#include "models/tables.hpp"
#include "sim/philox.hpp"
#include "sim/philox_known_answers.hpp"
#include "study/fingerprint.hpp"
#include "study/linearised.hpp"
#include "study/simulate.hpp"

namespace ficap::study {

namespace {

constexpr std::uint64_t seed = 1;
constexpr std::uint32_t futures_of_region = 4;
constexpr std::uint32_t futures_of_fingerprint = 2;
constexpr std::uint32_t futures_for_threads = 12;

/// Simulates one scenario after another and counts on.
class Simulations {
 public:
  explicit Simulations(const Watch& watch) : watch_{watch} {}

  /// @returns nothing when it was stopped
  std::optional<std::vector<models::Outcome>> run(const models::Compiled& compiled,
                                                  StudyPlan plan,
                                                  const Executor& executor) {
    Watch watch{.should_stop = watch_.should_stop, .on_finished = {}};
    if (watch_.on_finished) {
      watch.on_finished = [this](std::uint32_t count) { watch_.on_finished(done_ + count); };
    }
    SideBySide simulated = simulate(std::array{&compiled}, plan, executor, watch);
    if (!simulated.failures.empty()) {
      throw std::runtime_error{"future " + std::to_string(simulated.failures.front().replication) +
                               " could not be simulated: " + simulated.failures.front().what};
    }
    if (simulated.interrupted) return std::nullopt;
    done_ += plan.replications;
    return std::move(simulated.outcomes.front());
  }

 private:
  const Watch& watch_;
  std::uint32_t done_{0};
};

Linearised observed(const Claim& claim,
                    const models::Compiled& compiled,
                    std::span<const models::Outcome> outcomes) {
  models::Measure measure = claim.measure;
  if (!measure.is_ratio()) {
    const models::Tables& tables = compiled.tables();
    measure.scale /= static_cast<double>((tables.period_end - tables.period_start).count());
  }
  std::optional<Cut> cut;
  if (claim.cut) {
    const auto& ids = compiled.ids()[static_cast<std::size_t>(claim.cut->dimension)];
    const auto found = std::find(ids.begin(), ids.end(), claim.cut->id);
    if (found == ids.end()) return {};
    cut =
        Cut{.dimension = claim.cut->dimension, .id = static_cast<std::size_t>(found - ids.begin())};
  }
  return linearised(measure, compiled.layout(), outcomes, cut);
}

std::optional<OracleFinding> examine_with(const Oracle& oracle,
                                          const models::Compiled& compiled,
                                          std::uint32_t futures,
                                          double confidence,
                                          const Executor& executor,
                                          Simulations& simulations) {
  const auto outcomes =
      simulations.run(compiled, {.seed = seed, .replications = futures}, executor);
  if (!outcomes) return std::nullopt;
  OracleFinding finding{
      .scenario = oracle.scenario, .name = oracle.name, .source = oracle.source, .claims = {}};
  for (const Claim& claim : oracle.claims) {
    const Linearised seen = observed(claim, compiled, *outcomes);
    finding.claims.push_back(
        {.claim = claim,
         .simulated = seen.value,
         .half_width = seen.value ? seen.half_width(confidence) : std::nullopt});
  }
  return finding;
}

/// Holds futures to the laws of conservation and adds up what was found.
void audit(std::array<ExactFinding, exact_count>& exact,
           const models::Compiled& compiled,
           std::span<const models::Outcome> outcomes) {
  for (const models::Outcome& outcome : outcomes) {
    const models::Audit audit = models::audit(compiled.ids(), compiled.layout(), outcome);
    for (std::size_t law = 0; law < models::law_count; ++law)
      exact[law].looked_at += audit.equations[law];
    for (const models::Breach& breach : audit.breaches) {
      std::string& wrong = exact[static_cast<std::size_t>(breach.law)].wrong;
      if (!wrong.empty()) continue;
      wrong = breach.what + ": " + std::to_string(breach.left) + " is not " +
              std::to_string(breach.right);
    }
  }
}

void hold_random_numbers(ExactFinding& finding) {
  for (const sim::PhiloxKnownAnswer& known : sim::philox_known_answers) {
    ++finding.looked_at;
    if (sim::philox4x32(known.counter, known.key) != known.block)
      finding.wrong = "Philox4x32-10 gives other numbers than the published ones";
  }
}

std::string hexadecimal(std::uint64_t number) {
  std::string text(16, '0');
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, number >>= 4U)
    *digit = "0123456789abcdef"[number & 0xFU];
  return text;
}

static_assert(static_cast<std::size_t>(Exact::cuts) == static_cast<std::size_t>(models::Law::cuts));

}  // namespace

bool SelfTest::passed() const noexcept {
  return std::all_of(exact.begin(), exact.end(), [](const auto& each) { return each.holds(); }) &&
         std::all_of(oracles.begin(), oracles.end(), [](const OracleFinding& oracle) {
           return std::all_of(oracle.claims.begin(), oracle.claims.end(), [](const auto& claim) {
             return claim.agrees();
           });
         });
}

std::optional<OracleFinding> examine(const Oracle& oracle,
                                     const models::Scenario& scenario,
                                     std::uint32_t futures,
                                     double confidence,
                                     const Executor& executor,
                                     const Watch& watch) {
  const models::Compiled compiled{scenario};
  Simulations simulations{watch};
  return examine_with(oracle, compiled, futures, confidence, executor, simulations);
}

std::uint32_t self_test_total(std::uint32_t futures) {
  return futures * static_cast<std::uint32_t>(oracles().size()) + futures_of_region +
         futures_of_fingerprint + 2 * futures_for_threads;
}

double self_test_confidence() {
  std::size_t claims = 0;
  for (const Oracle& oracle : oracles())
    claims += oracle.claims.size();
  return 1.0 - self_test_chance_of_alarm / static_cast<double>(claims);
}

std::optional<SelfTest> self_test(const SelfTestMeans& means) {
  const double confidence = self_test_confidence();
  SelfTest test{.futures = means.futures,
                .chance_of_alarm = self_test_chance_of_alarm,
                .oracles = {},
                .exact = {}};
  for (std::size_t i = 0; i < exact_count; ++i)
    test.exact[i].what = static_cast<Exact>(i);
  const auto exact = [&](Exact what) -> ExactFinding& {
    return test.exact[static_cast<std::size_t>(what)];
  };
  hold_random_numbers(exact(Exact::known_answers));
  Simulations simulations{means.watch};

  const models::Compiled small{means.oracle(small_region_scenario)};
  const StudyPlan two{.seed = small_region_seed, .replications = futures_of_fingerprint};
  const auto stated = simulations.run(small, two, means.executor);
  if (!stated) return std::nullopt;
  exact(Exact::same_numbers).looked_at = futures_of_fingerprint;
  if (const std::uint64_t here = fingerprint(*stated); here != small_region_fingerprint) {
    exact(Exact::same_numbers).wrong = "a small region comes to " + hexadecimal(here) +
                                       " here, and to " + hexadecimal(small_region_fingerprint) +
                                       " elsewhere";
  }
  const StudyPlan dozen{.seed = seed, .replications = futures_for_threads};
  const auto alone = simulations.run(small, dozen, serial());
  const auto together = alone ? simulations.run(small, dozen, means.several) : std::nullopt;
  if (!together) return std::nullopt;
  exact(Exact::threads).looked_at = futures_for_threads;
  if (*alone != *together) {
    exact(Exact::threads).wrong = "one thread and several come to different futures";
  }
  audit(test.exact, small, *alone);

  const models::Compiled region{means.region};
  const auto regional =
      simulations.run(region, {.seed = seed, .replications = futures_of_region}, means.executor);
  if (!regional) return std::nullopt;
  audit(test.exact, region, *regional);

  for (const Oracle& oracle : oracles()) {
    const models::Compiled compiled{means.oracle(oracle.scenario)};
    auto finding =
        examine_with(oracle, compiled, means.futures, confidence, means.executor, simulations);
    if (!finding) return std::nullopt;
    test.oracles.push_back(std::move(*finding));
  }
  return test;
}

}  // namespace ficap::study
