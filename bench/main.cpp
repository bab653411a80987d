// One measurement of one work, as a line of JSON: how much was done, how long it took, how much
// memory, and the answers, so that a fast wrong one is seen as wrong. bench/side_by_side.py asks
// for many and makes the table.
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <iomanip>
#include <iostream>
#include <map>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "bench/hand/hold.hpp"
#include "bench/hand/network.hpp"
#include "bench/hand/queue.hpp"
#include "bench/hold.hpp"
#include "bench/network.hpp"
#include "bench/peak_memory.hpp"
#include "bench/processor_time.hpp"
#include "bench/queue.hpp"

namespace {

using namespace ficap::bench;

constexpr const char* usage =
    "usage: ficap_bench WORK [NAME=NUMBER ...]\n"
    "WORK: mm1 erlang_a network hold hand_mm1 hand_erlang_a hand_network hand_hold\n"
    "NAME: threads (1), seed (1), count (customers, holds, or replications of a network),\n"
    "      pending (hold), backlog (queues and network), load, servers, horizon (network)\n";

/// What was done by one thread, and what it answered.
struct Done {
  double units{};   ///< customers, holds or replications
  double events{};  ///< that happened
  std::vector<std::pair<std::string, double>> answers;
};

using Settings = std::map<std::string, std::int64_t>;
using Work = std::function<Done(const Settings&, std::uint64_t seed)>;

Done done(const QueueResult& r) {
  return {static_cast<double>(r.customers),
          2.0 * static_cast<double>(r.customers),
          {{"mean_wait", r.mean_wait},
           {"mean_waiting", r.mean_waiting},
           {"share_abandoned", r.share_abandoned}}};
}

template <class OneHold>
Done holds(const Settings& s, std::uint64_t seed, OneHold&& hold) {
  const std::int64_t count = s.at("count");
  const double clock = hold(s.at("pending"), count, seed);
  return {static_cast<double>(count), static_cast<double>(count), {{"clock", clock}}};
}

/// The answers of several replications are their averages.
template <class Replication>
Done replications(std::int64_t count, Replication&& replication) {
  Done all{static_cast<double>(count), 0.0, {}};
  for (std::int64_t r = 0; r < count; ++r) {
    const NetworkResult one = replication(static_cast<std::uint32_t>(r));
    const std::vector<std::pair<std::string, double>> answers{
        {"arrivals", static_cast<double>(one.arrivals)},
        {"done", static_cast<double>(one.done)},
        {"closed", static_cast<double>(one.closed)},
        {"reneged", static_cast<double>(one.reneged)},
        {"mean_wait", one.mean_wait},
        {"mean_time_in_system", one.mean_time_in_system},
        {"utilisation", one.utilisation},
        {"mean_waiting", one.mean_waiting},
        {"wait_ninth_decile", one.wait_ninth_decile}};
    all.answers.resize(answers.size());
    for (std::size_t i = 0; i < answers.size(); ++i) {
      all.answers[i].first = answers[i].first;
      all.answers[i].second += answers[i].second / static_cast<double>(count);
    }
    all.events += static_cast<double>(one.events);
  }
  return all;
}

NetworkSize size_of(const Settings& s) {
  return {.load = static_cast<int>(s.at("load")),
          .servers = static_cast<int>(s.at("servers")),
          .horizon = static_cast<int>(s.at("horizon")),
          .backlog = static_cast<int>(s.at("backlog"))};
}

const std::map<std::string, Work>& works() {
  static const std::map<std::string, Work> all{
      {"mm1",
       [](const Settings& s, std::uint64_t seed) {
         return done(queue(mm1, s.at("count"), seed, s.at("backlog")));
       }},
      {"erlang_a",
       [](const Settings& s, std::uint64_t seed) {
         return done(queue(erlang_a, s.at("count"), seed, s.at("backlog")));
       }},
      {"hand_mm1",
       [](const Settings& s, std::uint64_t seed) {
         return done(hand::queue(mm1, s.at("count"), seed));
       }},
      {"hand_erlang_a",
       [](const Settings& s, std::uint64_t seed) {
         return done(hand::queue(erlang_a, s.at("count"), seed));
       }},
      {"network",
       [](const Settings& s, std::uint64_t seed) {
         return replications(s.at("count"),
                             [&](std::uint32_t r) { return network(size_of(s), seed, r); });
       }},
      {"hand_network",
       [](const Settings& s, std::uint64_t seed) {
         return replications(s.at("count"), [&](std::uint32_t r) {
           return hand::network(size_of(s), 1'000'003 * seed + r);
         });
       }},
      {"hold", [](const Settings& s, std::uint64_t seed) { return holds(s, seed, hold); }},
      {"hand_hold",
       [](const Settings& s, std::uint64_t seed) { return holds(s, seed, hand::hold); }}};
  return all;
}

bool read(int argc, char** argv, Settings& settings) {
  for (int i = 2; i < argc; ++i) {
    const std::string argument = argv[i];
    const auto equals = argument.find('=');
    if (equals == std::string::npos || !settings.contains(argument.substr(0, equals))) return false;
    char* end = nullptr;
    const std::int64_t number = std::strtoll(argument.c_str() + equals + 1, &end, 10);
    if (*end != '\0' || number < 0) return false;
    settings[argument.substr(0, equals)] = number;
  }
  return settings["threads"] > 0 && settings["count"] > 0;
}

}  // namespace

int main(int argc, char** argv) {
  Settings settings{{"threads", 1},
                    {"seed", 1},
                    {"count", 1},
                    {"pending", 1000},
                    {"backlog", 0},
                    {"servers", 1},
                    {"horizon", 1},
                    {"load", 1}};
  if (argc < 2 || !works().contains(argv[1]) || !read(argc, argv, settings)) {
    std::cerr << usage;
    return 2;
  }
  const Work& work = works().at(argv[1]);
  const auto thread_count = static_cast<std::size_t>(settings["threads"]);
  const auto seed = static_cast<std::uint64_t>(settings["seed"]);

  std::vector<Done> each(thread_count);
  const double worked_before = processor_seconds();
  const auto begin = std::chrono::steady_clock::now();
  {
    std::vector<std::thread> threads;
    for (std::size_t t = 1; t < thread_count; ++t)
      threads.emplace_back([&, t] { each[t] = work(settings, seed + t); });
    each[0] = work(settings, seed);
    for (std::thread& thread : threads)
      thread.join();
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  // One thread alone is charged what the processor worked for it, which other programs disturb
  // less.
  const double worked = processor_seconds() - worked_before;
  const double seconds = thread_count == 1 ? worked : took.count();

  double units = 0.0;
  double events = 0.0;
  for (const Done& one : each) {
    units += one.units;
    events += one.events;
  }
  std::cout << std::setprecision(17) << "{\"seconds\": " << seconds << ", \"units\": " << units
            << ", \"events\": " << events << ", \"mebibytes\": " << peak_mebibytes()
            << ", \"answers\": {";
  const char* separator = "";
  for (const auto& [name, value] : each[0].answers) {
    std::cout << separator << '"' << name << "\": " << value;
    separator = ", ";
  }
  std::cout << "}}\n";
  return 0;
}
