#include "study/oracles.hpp"

#include <array>
#include <cstddef>
#include <span>

#include "models/queueing_formulas.hpp"

namespace ficap::study {

namespace {

using models::Counter;
using models::Dimension;
using models::Measure;

constexpr double ms_per_day = 86'400'000.0;

template <Counter... counters>
constexpr std::array<Counter, sizeof...(counters)> sum{counters...};

constexpr Measure ratio(std::span<const Counter> over,
                        std::span<const Counter> under,
                        double scale = 1.0) {
  return {.name = "", .unit = "", .doc = "", .over = over, .under = under, .scale = scale};
}
constexpr Measure total(std::span<const Counter> over, double scale = 1.0) {
  return {.name = "", .unit = "", .doc = "", .over = over, .under = {}, .scale = scale};
}

constexpr Measure wait_in_days =
    ratio(sum<Counter::wait_ms>, sum<Counter::served>, 1.0 / ms_per_day);
constexpr Measure share_expired =
    ratio(sum<Counter::expired>, sum<Counter::expired, Counter::served>);
constexpr Measure share_worked =
    ratio(sum<Counter::worked_ms>, sum<Counter::worked_ms, Counter::idle_ms>);
constexpr Measure mean_belief =
    ratio(sum<Counter::belief_by_time>, sum<Counter::belief_time>, 0.001);
constexpr Measure mean_waiting = total(sum<Counter::queue_level_ms>);

const char* const textbook = "Gross, Shortle, Thompson and Harris (2008)";

Claim wait(std::string law, double expected) {
  return {.what = "mean wait, days",
          .law = std::move(law),
          .expected = expected,
          .measure = wait_in_days};
}

Claim waiting(double lambda, double mean_wait) {
  return {.what = "mean number waiting",
          .law = "lambda W (Little's law)",
          .expected = lambda * mean_wait,
          .measure = mean_waiting};
}

Claim used(std::string law, double expected) {
  return {.what = "share of the hours worked",
          .law = std::move(law),
          .expected = expected,
          .measure = share_worked};
}

Oracle mm1() {
  constexpr double lambda = 0.8;
  const models::SteadyQueue theory = models::mm1(lambda, 1.0);
  constexpr double days_open = 300.0;
  return {.scenario = "mm1.json",
          .name = "One investigator, no memory anywhere (M/M/1)",
          .source = textbook,
          .claims = {wait("rho / (mu - lambda)", theory.wait),
                     waiting(lambda, theory.wait),
                     used("rho", theory.busy_share),
                     {.what = "mean number of open cases",
                      .law = "lambda D (M/D/infinity)",
                      .expected = lambda * days_open,
                      .measure = total(sum<Counter::stage_level_ms>)}}};
}

Oracle mmc() {
  constexpr double lambda = 2.4;
  const models::SteadyQueue theory = models::mmc(lambda, 1.0, 3);
  return {.scenario = "mmc.json",
          .name = "Three investigators, one line (M/M/3)",
          .source = textbook,
          .claims = {wait("Erlang C / (c mu - lambda)", theory.wait),
                     waiting(lambda, theory.wait),
                     used("lambda / (c mu)", theory.busy_share)}};
}

Oracle mg1() {
  constexpr double lambda = 0.8;
  const models::SteadyQueue theory = models::mg1(lambda, 1.0, 0.25);
  return {.scenario = "mg1.json",
          .name = "One investigator, work of any length (M/G/1)",
          .source = "Pollaczek (1930), Khinchine (1932)",
          .claims = {wait("rho (1 + cv^2) / (2 (mu - lambda))", theory.wait),
                     waiting(lambda, theory.wait),
                     used("rho", theory.busy_share)}};
}

Oracle abandonment() {
  constexpr double lambda = 3.0;
  const models::LossyQueue theory = models::erlang_a(lambda, 1.0, 3, 0.5);
  return {.scenario = "mmc-abandonment.json",
          .name = "Requests that lose their use (M/M/3 + M)",
          .source = "Palm (1957); Mandelbaum and Zeltyn (2007)",
          .claims = {{.what = "share of requests that expire",
                      .law = "Erlang A",
                      .expected = theory.p_lost,
                      .measure = share_expired},
                     wait("Erlang A, of the served", theory.wait_of_served),
                     {.what = "mean number waiting",
                      .law = "Erlang A",
                      .expected = theory.waiting,
                      .measure = mean_waiting},
                     used("Erlang A", theory.busy_share)}};
}

/// Three classes of equal work before two investigators, 0.4, 0.6 and 0.6 requests a day.
Oracle priorities(std::string scenario,
                  std::string name,
                  Dimension dimension,
                  const std::array<const char*, 3>& ids) {
  const std::vector<double> theory = models::priority_waits({0.4, 0.6, 0.6}, 1.0, 2);
  Oracle oracle{.scenario = std::move(scenario),
                .name = std::move(name),
                .source = "Cobham (1954)",
                .claims = {}};
  for (std::size_t i = 0; i < ids.size(); ++i) {
    oracle.claims.push_back(
        {.what = "wait of rank " + std::to_string(i + 1) + ", days",
         .law = "W0 / ((1 - s" + std::to_string(i) + ") (1 - s" + std::to_string(i + 1) + "))",
         .expected = theory[i],
         .measure = wait_in_days,
         .cut = NamedCut{dimension, ids[i]}});
  }
  return oracle;
}

Oracle pathway() {
  constexpr double lambda = 0.5;
  // Solved by hand: reviews r = b, b = 0.7 v + 0.4 r, courts 0.5 r, v = 1 + 0.2 x 0.5 r.
  constexpr double builds_per_enquiry = 0.7 / (1.0 - 0.4);
  constexpr double enquiries = 1.0 / (1.0 - 0.2 * 0.5 * builds_per_enquiry);
  constexpr double builds = builds_per_enquiry * enquiries;
  constexpr double courts = 0.5 * builds;
  const auto visits = [&](const char* stage, const char* request, double expected) {
    return Claim{.what = std::string{"visits of a case to "} + stage,
                 .law = "(I - P)^-1",
                 .expected = expected,
                 .measure = total(sum<Counter::needs>, ms_per_day / lambda),
                 .cut = NamedCut{Dimension::request, request}};
  };
  return {.scenario = "pathway.json",
          .name = "A pathway that goes back on itself (absorbing Markov chain)",
          .source = "Kemeny and Snell (1960)",
          .claims = {visits("enquiry", "profile", enquiries),
                     visits("build", "enquiry", builds),
                     visits("review", "report", builds),
                     visits("court", "hearing", courts),
                     {.what = "days from opening to closing",
                      .law = "sum of visits x stays",
                      .expected = 20.0 * enquiries + (30.0 + 10.0) * builds + 60.0 * courts,
                      .measure = total(sum<Counter::stage_level_ms>, 1.0 / lambda)}}};
}

Oracle belief() {
  constexpr double rate = 0.5;
  constexpr double good = 0.7;
  constexpr double news = 0.1;
  constexpr double bad_news = 2.0;
  constexpr double drift = 1.0 / 30.0;
  return {.scenario = "belief.json",
          .name = "What officers come to believe under steady news",
          .source = "news and drift cancel (docs/model.md)",
          .claims = {{.what = "mean belief",
                      .law = "(n a p + p/m) / (n a (p + q r) + 1/m)",
                      .expected = (rate * news * good + good * drift) /
                                  (rate * news * (good + (1.0 - good) * bad_news) + drift),
                      .measure = mean_belief,
                      .cut = NamedCut{Dimension::work_class, "discretionary"}}}};
}

}  // namespace

std::vector<Oracle> oracles() {
  return {mm1(),
          mmc(),
          mg1(),
          abandonment(),
          priorities("priorities.json",
                     "Three ranks of work, nobody interrupted (M/M/2, priorities)",
                     Dimension::work_class,
                     {"statutory", "directed", "discretionary"}),
          priorities("priorities-by-harm.json",
                     "Three bands of harm, the gravest first (M/M/2, priorities)",
                     Dimension::harm,
                     {"very_high", "high", "medium"}),
          pathway(),
          belief()};
}

}  // namespace ficap::study
