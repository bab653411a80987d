#include "report/attribution.hpp"

#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "report/words.hpp"
#include "sim/stream.hpp"
#include "tests/report/world.hpp"

using namespace ficap;

namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Worlds by number, each with so many served in each of its futures, of 1,000 needs a future.
struct Made {
  std::vector<test::World> worlds;
  models::Setting setting;
  report::Names names{setting};
  std::vector<std::string> levers;

  Made(std::vector<std::string> called, const std::vector<std::vector<std::int64_t>>& served)
      : levers{std::move(called)} {
    for (const auto& of_world : served) {
      test::World& world = worlds.emplace_back(of_world.size());
      for (std::size_t r = 0; r < of_world.size(); ++r) {
        models::Outcome& outcome = world.outcomes[r];
        test::add(outcome, world.layout, models::Counter::served, of_world[r]);
        test::add(outcome, world.layout, models::Counter::expired, 1000 - of_world[r]);
        test::add(outcome, world.layout, models::Counter::assets_collected, 100'000 * of_world[r]);
      }
    }
  }
  [[nodiscard]] study::Attribution attributed(const std::vector<const char*>& measures) const {
    std::vector<study::Alternative> all;
    all.reserve(worlds.size());
    for (const test::World& world : worlds)
      all.push_back({.ids = world.ids, .layout = world.layout, .outcomes = world.outcomes});
    std::vector<study::MeasureRef> refs;
    refs.reserve(measures.size());
    for (const char* const name : measures)
      refs.push_back({.measure = models::find_measure(name), .cut = std::nullopt});
    return study::attribute(all, refs);
  }
  [[nodiscard]] report::AttributionFacts facts() const {
    return {.base = "As it is",
            .option = "More people",
            .levers = levers,
            .meanings = std::vector<std::string>(levers.size(), "what it means."),
            .ids = worlds.front().ids,
            .names = names,
            .start = {2026, 4, 1},
            .years = 5,
            .seed = 1,
            .asked_for = static_cast<std::uint32_t>(worlds.front().outcomes.size()),
            .id = "FI-0000-0000",
            .warnings = {}};
  }
  [[nodiscard]] std::string headline(const std::vector<const char*>& measures) const {
    return report::attribution_headline(attributed(measures), facts());
  }
  [[nodiscard]] std::string tables(const std::vector<const char*>& measures) const {
    return report::attribution_tables(attributed(measures), facts());
  }
};

// People alone serve 200 more, asking alone 100, both 350: terms 225 and 125 over five years.
Made clear() {
  return {{"people", "asking"},
          {{300, 310, 290, 300}, {500, 511, 489, 500}, {400, 410, 390, 400}, {650, 661, 639, 650}}};
}

/// Three levers, each with an effect and a noise of its own.
std::vector<std::vector<std::int64_t>> any_additive_game(std::uint32_t id) {
  sim::Stream stream{sim::Address{.seed = 5, .id = id}};
  std::vector<std::vector<std::int64_t>> served(8);
  double effects[3];
  for (double& effect : effects)
    effect = 40.0 + (40.0 * stream.uniform());
  for (int future = 0; future < 6; ++future) {
    double of_future[3];
    for (int lever = 0; lever < 3; ++lever)
      of_future[lever] = effects[lever] + (12.0 * stream.uniform()) - 6.0;
    for (std::uint32_t world = 0; world < 8; ++world) {
      double value = 300.0;
      for (std::size_t lever = 0; lever < 3; ++lever)
        value += study::is_on(world, lever) ? of_future[lever] : 0.0;
      served[world].push_back(static_cast<std::int64_t>(value));
    }
  }
  return served;
}

/// The figures of a table of three levers, people, asking and timing, and their total.
struct Printed {
  std::vector<double> differences;
  std::vector<double> shares;
};

Printed printed_in(const std::string& tables) {
  Printed printed;
  std::istringstream lines{tables};
  for (std::string line; std::getline(lines, line);) {
    for (const std::string label : {"People  ", "Asking  ", "Timing  ", "All of it  "}) {
      if (!line.starts_with(label) || !contains(line, "±")) continue;
      std::istringstream cells{line.substr(label.size())};
      double difference = 0.0;
      double half_width = 0.0;
      double share = 0.0;
      std::string sign;
      cells >> difference >> sign >> half_width >> share;
      printed.differences.push_back(difference);
      printed.shares.push_back(share);
    }
  }
  return printed;
}

std::string on_one_line(std::string text) {
  for (char& c : text)
    c = c == '\n' ? ' ' : c;
  return text;
}

}  // namespace

TEST_CASE("parts of either sign add up to their whole, and nothing stays nothing") {
  CHECK(report::whole_parts(10, {3.4, 3.3, 3.3}) == std::vector<std::int64_t>{4, 3, 3});
  CHECK(report::whole_parts(2, {5.6, -3.6}) == std::vector<std::int64_t>{6, -4});
  CHECK(report::whole_parts(-7, {-2.5, -4.5, 0.0}) == std::vector<std::int64_t>{-2, -5, 0});
  CHECK(report::whole_parts(0, {0.3, -0.3, 0.0}) == std::vector<std::int64_t>{0, 0, 0});
  CHECK(report::whole_parts(1, {0.4, 0.4, 0.0}) == std::vector<std::int64_t>{1, 0, 0});
}

TEST_CASE("a difference is told with what comes with each lever") {
  const std::string text = clear().headline({"served", "unmet_share_of_need", "assets_collected"});
  CHECK(contains(on_one_line(text),
                 "More people, against As it is · 5 years from 1 April 2026 · 4 futures, the same "
                 "in all 4 worlds · seed 1 "));
  CHECK(contains(
      text, "Needs served: 70.0 a year more, of which 45.0 with people and 25.0 with asking.\n"));
  CHECK(contains(on_one_line(text),
                 "Unmet need: 35.0 points less, of which 22.5 points with people and 12.5 points "
                 "with asking. "));
  CHECK(contains(on_one_line(text),
                 "Assets collected: £70.0k a year more, of which £45.0k with people and £25.0k "
                 "with asking. "));
  CHECK(contains(on_one_line(text), "shares of a difference by a stated rule, not causes"));
}

TEST_CASE("a lever that goes the other way is said with its sign") {
  const Made made{{"people", "asking"},
                  {{300, 310, 290}, {500, 511, 489}, {200, 210, 190}, {400, 411, 389}}};
  CHECK(contains(
      made.headline({"served"}),
      "Needs served: 20.0 a year more: 40.0 more with people and 20.0 less with asking.\n"));
}

TEST_CASE("what may be nothing is said so, and what is nothing") {
  const Made made{{"people", "asking", "timing"},
                  {{300, 310, 290, 300},
                   {500, 511, 489, 500},
                   {310, 350, 260, 320},
                   {510, 551, 459, 520},
                   {300, 310, 290, 300},
                   {500, 511, 489, 500},
                   {310, 350, 260, 320},
                   {510, 551, 459, 520}}};
  CHECK(contains(on_one_line(made.headline({"served"})),
                 "Needs served: 42 a year more, of which 40 with people, 2 with asking (may be "
                 "nothing), and nothing with timing. "));
  const std::string tables = made.tables({"served"});
  CHECK(contains(tables, "exactly nothing\n"));
  CHECK(contains(tables, "may be nothing\n"));
}

TEST_CASE("a total that cannot be told from nothing has no shares, but terms that can be told") {
  const Made made{{"people", "asking"},
                  {{300, 310, 290}, {500, 510, 490}, {100, 110, 90}, {300, 312, 291}}};
  const std::string text = made.headline({"served"});
  CHECK(contains(on_one_line(text), "Needs served: cannot be told apart, at most "));
  CHECK(contains(on_one_line(text),
                 "between them; and yet 40.1 a year more with people and 39.9 a year less with "
                 "asking."));
  CHECK_FALSE(contains(made.tables({"served"}), "% of"));
}

TEST_CASE("the same in all worlds is said once, and one future tells nothing") {
  const Made same{{"people", "asking"}, {{300, 310}, {300, 310}, {300, 310}, {300, 310}}};
  CHECK(contains(same.headline({"served"}), "Needs served: exactly the same.\n"));
  const Made one{{"people", "asking"}, {{300}, {500}, {400}, {650}}};
  const std::string text = one.headline({"served"});
  CHECK(contains(text, "Needs served: cannot be told apart.\n"));
  CHECK(contains(text, "One possible future tells nothing from nothing: ask for more"));
}

TEST_CASE("printed terms add up to the printed total, in points, pounds and per cent") {
  // Rounded one by one they would not: a third of all games would be off by one.
  for (std::uint32_t game = 0; game < 10; ++game) {
    const Made made{{"people", "asking", "timing"}, any_additive_game(game)};
    for (const char* const measure : {"served", "unmet_share_of_need", "assets_collected"}) {
      CAPTURE(game);
      CAPTURE(measure);
      const Printed printed = printed_in(made.tables({measure}));
      REQUIRE(printed.differences.size() == 4);
      CHECK(printed.differences[0] + printed.differences[1] + printed.differences[2] ==
            doctest::Approx(printed.differences[3]));
      CHECK(printed.shares[0] + printed.shares[1] + printed.shares[2] == 100.0);
      CHECK(printed.shares[3] == 100.0);
    }
  }
}

TEST_CASE("a small term that is something is not printed as nothing") {
  const Made made{{"people", "asking"},
                  {{300, 310, 290}, {500, 530, 470}, {301, 311, 291}, {501, 531, 471}}};
  CHECK(contains(made.headline({"served"}), "40.0 with people and 0.2 with asking.\n"));
}

TEST_CASE("tables show terms, shares, verdicts and worlds") {
  const std::string text = clear().tables({"served"});
  CHECK(text.starts_with("People: what it means.\nAsking: what it means.\n\nNeeds served, a year"));
  CHECK(contains(text, "64  more\n"));
  CHECK(contains(text, "36  more\n"));
  CHECK(contains(text, "Nothing: the base"));
  CHECK(contains(text, "All: the option"));
  CHECK(contains(on_one_line(text), "All 3 terms and totals lie in their intervals at once in 95"));
  CHECK(contains(on_one_line(text), "Run FI-0000-0000: the same scenarios, levers, measures"));
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);)
    CHECK(report::width_of(line) <= 100);
}

TEST_CASE("of many worlds those with one lever, and those with all but one, are shown") {
  std::vector<std::vector<std::int64_t>> served;
  for (std::int64_t world = 0; world < 16; ++world)
    served.push_back({300 + (10 * world), 310 + (11 * world)});
  const Made made{{"people", "rules", "trust", "work"}, served};
  const std::string text = made.tables({"served"});
  CHECK(contains(text, "\nPeople, rules, and trust"));
  CHECK_FALSE(contains(text, "\nPeople and rules  "));
  CHECK(contains(on_one_line(text), "And 6 worlds between: --json FILE or --csv FOLDER has them"));
}

TEST_CASE("a study that was stopped says how far it came") {
  const Made made = clear();
  report::AttributionFacts facts = made.facts();
  facts.asked_for = 200;
  facts.warnings = {"Something to know."};
  const std::string text = report::attribution_headline(made.attributed({"served"}), facts);
  CHECK(contains(text, "Stopped early: 4 of 200 futures were finished in all worlds.\n"));
  CHECK(contains(text, "Something to know.\n"));
}
