#include "tests/support/scenarios.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "models/expected_flow.hpp"
#include "models/queueing_formulas.hpp"
#include "models/tables.hpp"
#include "sim/tally.hpp"
#include "study/oracles.hpp"
#include "study/self_test.hpp"
#include "tests/support/statistics.hpp"

// The oracle scenarios as a user would run them, and the baseline's pathways, against theory.

namespace {

using ficap::models::Counter;
using ficap::models::Dimension;
using ficap::models::Outcome;
using ficap::test::Changes;
using ficap::test::World;
namespace models = ficap::models;
namespace study = ficap::study;
namespace sim = ficap::sim;
namespace test = ficap::test;

constexpr double ms_per_day = 86'400'000.0;

using Seen = std::function<double(const World&, const Outcome&)>;

double total(const World& world, const Outcome& o, Counter counter) {
  return static_cast<double>(world.total(o, counter));
}

double period_ms(const World& world) {
  const models::Tables& tables = world.compiled().tables();
  return static_cast<double>((tables.period_end - tables.period_start).count());
}

double open_cases(const World& world, const Outcome& o) {
  return total(world, o, Counter::stage_level_ms) / period_ms(world);
}

constexpr std::uint32_t futures = 50;  // half of the self-test's

study::OracleFinding found(const study::Oracle& oracle, const Changes& changes = {}) {
  const auto finding =
      study::examine(oracle,
                     test::scenario("scenarios/oracles/" + oracle.scenario, changes),
                     futures,
                     study::self_test_confidence(),
                     study::serial());
  REQUIRE(finding.has_value());
  return *finding;
}

/// Work that takes 5 % longer than the oracles' day.
std::string slow(const std::string& request, const std::string& effort) {
  return "/requests/" + request + "/tasks/0/effort=" + effort;
}
const std::string slow_exponential = R"({"exponential": {"mean": "25.2 h"}})";

struct WrongProgram {
  std::string scenario;
  Changes changes;
  std::vector<std::size_t> noticed_by;  ///< numbers of the claims that it must not pass
};

const std::vector<WrongProgram>& wrong_programs() {
  static const std::vector<WrongProgram> list{
      {"mm1.json", {slow("help", slow_exponential)}, {0, 1, 2}},
      {"mm1.json", {R"(/pathways/one_stage/stages/open/lasts={"fixed": {"value": "315 d"}})"}, {3}},
      {"mmc.json", {slow("help", slow_exponential)}, {0, 1, 2}},
      {"mg1.json", {slow("help", R"({"lognormal": {"mean": "25.2 h", "cv": 0.5}})")}, {0, 2}},
      {"mg1.json", {slow("help", R"({"lognormal": {"mean": "24 h", "cv": 0.2}})")}, {0, 1}},
      {"mmc-abandonment.json", {slow("help", slow_exponential)}, {0, 1, 2, 3}},
      {"priorities.json",
       {slow("statutory", slow_exponential),
        slow("directed", slow_exponential),
        slow("discretionary", slow_exponential)},
       {0, 1, 2}},
      {"priorities-by-harm.json", {"/policies/allocation=first_come_first_served"}, {0, 1, 2}},
      {"pathway.json",
       {R"(/pathways/one/stages/review/next={"build": 0.45, "court": 0.45, "closed": 0.1})"},
       {1, 2, 3}},
      {"pathway.json", {R"(/pathways/one/stages/court/next={"closed": 0.9, "enquire": 0.1})"}, {0}},
      {"pathway.json",
       {R"(/pathways/one/stages/court/lasts={"exponential": {"mean": "70 d"}})"},
       {4}},
      {"belief.json", {"/belief/weight_of_bad_news=2.2"}, {0}}};
  return list;
}

}  // namespace

TEST_CASE("the formulas that the oracles quote have the values that are published") {
  CHECK(models::mm1(0.8, 1.0).wait == doctest::Approx(4.0));
  CHECK(models::mg1(0.8, 1.0, 0.25).wait == doctest::Approx(2.5));
  CHECK(models::erlang_a(3.0, 1.0, 3, 0.5).p_lost == doctest::Approx(0.18727).epsilon(1e-4));
  CHECK(models::erlang_a(3.0, 1.0, 3, 0.5).wait_of_served ==
        doctest::Approx(0.344968).epsilon(1e-5));
  CHECK(models::mmc(2.4, 1.0, 3).wait == doctest::Approx(1.0787).epsilon(1e-4));
  const auto expected = [](std::size_t oracle, std::size_t claim) {
    return study::oracles().at(oracle).claims.at(claim).expected;
  };
  CHECK(expected(4, 2) == doctest::Approx(3.5556).epsilon(1e-4));
  CHECK(expected(6, 0) == doctest::Approx(1.1321).epsilon(1e-4));
  CHECK(expected(6, 4) == doctest::Approx(115.0943).epsilon(1e-6));
  CHECK(expected(7, 0) == doctest::Approx(0.5932).epsilon(1e-4));
}

TEST_CASE("each oracle scenario comes to what theory says of it") {
  for (const study::Oracle& oracle : study::oracles()) {
    for (const study::ClaimFinding& finding : found(oracle).claims) {
      CAPTURE(oracle.scenario);
      CAPTURE(finding.claim.what);
      CAPTURE(finding.claim.expected);
      CAPTURE(finding.simulated.value_or(-1.0));
      CAPTURE(finding.half_width.value_or(-1.0));
      CHECK(finding.agrees());
    }
  }
}

TEST_CASE("a wrong program disagrees with each of its oracles, already over half the futures") {
  std::set<std::pair<std::string, std::size_t>> tried;
  for (const WrongProgram& wrong : wrong_programs()) {
    CAPTURE(wrong.scenario);
    const std::vector<study::Oracle> all = study::oracles();
    const auto oracle = std::find_if(all.begin(), all.end(), [&](const study::Oracle& each) {
      return each.scenario == wrong.scenario;
    });
    REQUIRE(oracle != all.end());
    const study::OracleFinding finding = found(*oracle, wrong.changes);
    for (const std::size_t claim : wrong.noticed_by) {
      CAPTURE(finding.claims.at(claim).claim.what);
      CHECK_FALSE(finding.claims.at(claim).agrees());
      tried.emplace(wrong.scenario, claim);
    }
  }
  std::size_t claims = 0;
  for (const study::Oracle& oracle : study::oracles())
    claims += oracle.claims.size();
  CHECK(tried.size() == claims);
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
