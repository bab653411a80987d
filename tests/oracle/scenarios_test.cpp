#include "tests/support/scenarios.hpp"

#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "models/expected_flow.hpp"
#include "models/queueing_formulas.hpp"
#include "models/tables.hpp"
#include "sim/tally.hpp"
#include "tests/support/statistics.hpp"

// The oracle scenarios as a user would run them, and the baseline's pathways, against theory.

namespace {

using ficap::models::Counter;
using ficap::models::Dimension;
using ficap::models::Outcome;
using ficap::test::Changes;
using ficap::test::World;
namespace models = ficap::models;
namespace sim = ficap::sim;
namespace test = ficap::test;

constexpr double ms_per_day = 86'400'000.0;

using Seen = std::function<double(const World&, const Outcome&)>;

/// One number of each of some futures.
sim::Tally seen_in(const World& world, std::uint32_t replications, const Seen& number) {
  sim::Tally tally;
  models::Simulator simulator{world.compiled()};
  for (std::uint32_t r = 0; r < replications; ++r)
    tally.add(number(world, simulator.run(1, r)));
  return tally;
}

double total(const World& world, const Outcome& o, Counter counter) {
  return static_cast<double>(world.total(o, counter));
}

double mean_wait(const World& world, const Outcome& o) {
  return total(world, o, Counter::wait_ms) / total(world, o, Counter::served) / ms_per_day;
}

Seen mean_wait_of(Dimension dimension, const std::string& id) {
  return [=](const World& world, const Outcome& o) {
    return static_cast<double>(world.cut(o, Counter::wait_ms, dimension, id)) /
           static_cast<double>(world.cut(o, Counter::served, dimension, id)) / ms_per_day;
  };
}

double period_ms(const World& world) {
  const models::Tables& tables = world.compiled().tables();
  return static_cast<double>((tables.period_end - tables.period_start).count());
}

double mean_queue(const World& world, const Outcome& o) {
  return total(world, o, Counter::queue_level_ms) / period_ms(world);
}

double open_cases(const World& world, const Outcome& o) {
  return total(world, o, Counter::stage_level_ms) / period_ms(world);
}

double utilisation(const World& world, const Outcome& o) {
  return total(world, o, Counter::worked_ms) /
         (total(world, o, Counter::worked_ms) + total(world, o, Counter::idle_ms));
}

World oracle(const std::string& name, Changes changes = {}) {
  changes.emplace_back("/plan/run_on=0 d");
  return World{test::scenario("scenarios/oracles/" + name + ".json", changes)};
}

const std::string slow_work =
    R"(/requests/help/tasks/0/effort={"exponential": {"mean": "25.2 h"}})";  // 5 % more than a day

constexpr std::uint32_t futures = 24;

double z(const World& world, double expected, const Seen& number) {
  return test::z_score(seen_in(world, futures, number), expected);
}

}  // namespace

TEST_CASE("the scenario M/M/1 waits, queues and works as theory says") {
  const World world = oracle("mm1");
  const models::SteadyQueue theory = models::mm1(0.8, 1.0);
  CHECK(z(world, theory.wait, mean_wait) < test::z_limit);
  CHECK(z(world, theory.waiting, mean_queue) < test::z_limit);
  CHECK(z(world, 0.8, utilisation) < test::z_limit);
  // Cases stay 300 days whatever happens to their requests: M/D/infinity.
  CHECK(z(world, 0.8 * 300.0, open_cases) < test::z_limit);
  const World slow = oracle("mm1", {slow_work});
  CHECK(z(slow, theory.wait, mean_wait) > test::z_limit);
  CHECK(z(slow, 0.8, utilisation) > test::z_limit);
}

TEST_CASE("the scenario M/M/c waits as Erlang C says") {
  const World world = oracle("mmc");
  const models::SteadyQueue theory = models::mmc(2.4, 1.0, 3);
  CHECK(z(world, theory.wait, mean_wait) < test::z_limit);
  CHECK(z(world, theory.waiting, mean_queue) < test::z_limit);
  CHECK(z(world, theory.busy_share, utilisation) < test::z_limit);
  const World slow = oracle("mmc", {slow_work});
  CHECK(z(slow, theory.wait, mean_wait) > test::z_limit);
}

TEST_CASE("the scenario of lost patience expires, waits and works as Erlang A says") {
  const World world = oracle("mmc-abandonment");
  const models::LossyQueue theory = models::erlang_a(3.0, 1.0, 3, 0.5);
  const Seen lost = [](const World& w, const Outcome& o) {
    return total(w, o, Counter::expired) /
           (total(w, o, Counter::expired) + total(w, o, Counter::served));
  };
  CHECK(theory.p_lost == doctest::Approx(0.18727).epsilon(1e-4));
  CHECK(theory.wait_of_served == doctest::Approx(0.344968).epsilon(1e-5));
  CHECK(z(world, theory.p_lost, lost) < test::z_limit);
  CHECK(z(world, theory.wait_of_served, mean_wait) < test::z_limit);
  CHECK(z(world, theory.waiting, mean_queue) < test::z_limit);
  CHECK(z(world, theory.busy_share, utilisation) < test::z_limit);
  const World slow = oracle("mmc-abandonment", {slow_work});
  CHECK(z(slow, theory.p_lost, lost) > test::z_limit);
  CHECK(z(slow, theory.wait_of_served, mean_wait) > test::z_limit);
}

TEST_CASE("the scenario M/G/1 waits as Pollaczek and Khinchine say") {
  const World world = oracle("mg1");
  const models::SteadyQueue theory = models::mg1(0.8, 1.0, 0.25);
  CHECK(theory.wait == doctest::Approx(2.5));
  CHECK(z(world, theory.wait, mean_wait) < test::z_limit);
  CHECK(z(world, theory.waiting, mean_queue) < test::z_limit);
  const World more_even = oracle(
      "mg1", {R"(/requests/help/tasks/0/effort={"lognormal": {"mean": "24 h", "cv": 0.2}})"});
  CHECK(z(more_even, theory.wait, mean_wait) > test::z_limit);
}

TEST_CASE("ranks of work wait as Cobham says") {
  const World world = oracle("priorities");
  const std::vector<double> waits = models::priority_waits({0.4, 0.6, 0.6}, 1.0, 2);
  const std::vector<std::string> classes{"statutory", "directed", "discretionary"};
  for (std::size_t i = 0; i < classes.size(); ++i) {
    CAPTURE(classes[i]);
    CHECK(z(world, waits[i], mean_wait_of(Dimension::work_class, classes[i])) < test::z_limit);
  }
  CHECK(z(world, waits[0], mean_wait_of(Dimension::work_class, "directed")) > test::z_limit);
}

TEST_CASE("bands of harm wait as Cobham says") {
  const World world = oracle("priorities-by-harm");
  const std::vector<double> waits = models::priority_waits({0.4, 0.6, 0.6}, 1.0, 2);
  const std::vector<std::string> bands{"very_high", "high", "medium"};
  for (std::size_t i = 0; i < bands.size(); ++i) {
    CAPTURE(bands[i]);
    CHECK(z(world, waits[i], mean_wait_of(Dimension::harm, bands[i])) < test::z_limit);
  }
  const World in_order =
      oracle("priorities-by-harm", {"/policies/allocation=first_come_first_served"});
  CHECK(z(in_order, waits[0], mean_wait_of(Dimension::harm, "very_high")) > test::z_limit);
}

namespace {

// The baseline in its first year, long after its beginning, without delays by the court: what the
// chain of stages does not know.
Changes stationary(const models::Setting& setting) {
  Changes changes{"/plan/years=1", "/plan/warm_up=12 y", "/plan/run_on=0 d"};
  for (const auto& pathway : setting.pathways) {
    for (const auto& stage : pathway.second.stages) {
      if (stage.second.adjourns)
        changes.push_back("/pathways/" + pathway.first + "/stages/" + stage.first +
                          "/adjourns=null");
    }
  }
  return changes;
}

constexpr std::uint32_t baseline_futures = 10;

}  // namespace

TEST_CASE("the baseline's cases stay, and need help, as its chains of stages say") {
  const std::string baseline = "scenarios/west-midlands.json";
  const models::Setting setting = test::scenario(baseline).planned;
  const World world{test::scenario(baseline, stationary(setting))};
  double open = 0.0;
  for (const models::StreamFlow& stream : models::stream_flows(setting)) {
    double days = 0.0;
    for (std::size_t i = 0; i < stream.visits.size(); ++i)
      days += stream.visits[i] * stream.stays[i].days;
    open += stream.rate.per_year / models::days_per_year * days;
  }
  std::map<std::string, double> needs;
  double all_needs = 0.0;
  for (const models::PathwayFlow& pathway : models::pathway_flows(setting)) {
    const auto& stages = setting.pathways.at(pathway.id).stages;
    for (const models::StageFlow& stage : pathway.stages) {
      for (const models::StageFlow::Need& need : stage.needs) {
        const double per_year = pathway.rate.per_year * need.per_case;
        needs[stages.at(stage.id).needs.at(need.id).request.id] += per_year;
        all_needs += per_year;
      }
    }
  }
  std::vector<Outcome> outcomes;
  models::Simulator simulator{world.compiled()};
  for (std::uint32_t r = 0; r < baseline_futures; ++r)
    outcomes.push_back(simulator.run(1, r));
  const auto seen = [&](const Seen& number) {
    sim::Tally tally;
    for (const Outcome& o : outcomes)
      tally.add(number(world, o));
    return tally;
  };
  // The standard error rests on few futures: the limit is that of t with 9 degrees of freedom for
  // a chance of about one in ten thousand.
  constexpr double limit = 6.6;
  CHECK(test::z_score(seen(open_cases), open) < limit);
  CHECK(test::z_score(seen(open_cases), 1.1 * open) > limit);
  const Seen need_count = [](const World& w, const Outcome& o) {
    return total(w, o, Counter::needs);
  };
  const double year = period_ms(world) / ms_per_day / models::days_per_year;
  CHECK(test::z_score(seen(need_count), year * all_needs) < limit);
  CHECK(test::z_score(seen(need_count), 1.1 * year * all_needs) > limit);
  for (const auto& request : needs) {
    CAPTURE(request.first);
    const Seen count = [&](const World& w, const Outcome& o) {
      return static_cast<double>(w.cut(o, Counter::needs, Dimension::request, request.first));
    };
    CHECK(test::z_score(seen(count), year * request.second) < limit);
  }
}

namespace {

// The same futures under the baseline and under an option: what the option adds, summed.
struct Difference {
  World reference;
  World option;

  explicit Difference(const std::string& name)
      : reference{test::scenario("scenarios/west-midlands.json", brief)},
        option{test::scenario("scenarios/" + name + ".json", brief)} {
    for (std::uint32_t r = 0; r < 5; ++r) {
      before.push_back(reference.future(r));
      after.push_back(option.future(r));
    }
  }

  [[nodiscard]] std::int64_t of(Counter counter) const {
    std::int64_t sum = 0;
    for (std::size_t r = 0; r < before.size(); ++r)
      sum += option.total(after[r], counter) - reference.total(before[r], counter);
    return sum;
  }
  [[nodiscard]] std::int64_t of(Counter counter, Dimension dimension, const std::string& id) const {
    std::int64_t sum = 0;
    for (std::size_t r = 0; r < before.size(); ++r)
      sum += option.cut(after[r], counter, dimension, id) -
             reference.cut(before[r], counter, dimension, id);
    return sum;
  }

  static const Changes brief;
  std::vector<Outcome> before;
  std::vector<Outcome> after;
};

const Changes Difference::brief{"/plan/years=2", "/plan/warm_up=3 y", "/plan/run_on=1 y"};

}  // namespace

TEST_CASE("regional overflow moves hours to the regional unit") {
  const Difference overflow{"regional-overflow"};
  CHECK(overflow.of(Counter::worked_ms, Dimension::organisation, "rocuwm") > 0);
  CHECK(overflow.of(Counter::needs) == 0);
}

TEST_CASE("mandatory referral adds referrals, and early needs are asked for more often") {
  const Difference referral{"mandatory-referral"};
  CHECK(referral.of(Counter::referrals) > 0);
  CHECK(referral.of(Counter::asked, Dimension::request, "early_profile") > 0);
  CHECK(referral.of(Counter::needs) == 0);
}

TEST_CASE("a reserved early desk brings more cases help early") {
  const Difference desk{"early-desk"};
  CHECK(desk.of(Counter::first_engaged_early) > 0);
  CHECK(desk.of(Counter::contracted_ms) == 0);
}
