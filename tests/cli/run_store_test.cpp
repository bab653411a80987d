#include "cli/run_store.hpp"

#include <array>
#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "cli/command.hpp"
#include "store/error.hpp"
#include "tests/cli/temporary_folder.hpp"
#include "tests/support/scenarios.hpp"

// What a study is told of the futures that a store has.

using namespace ficap;

namespace {

const models::Scenario& scenario() {
  static const models::Scenario one =
      test::scenario("scenarios/oracles/priorities.json", {"/plan/years=1"});
  return one;
}

/// A scenario, a store, and what a command does with both.
struct Command {
  test::TemporaryFolder folder{};
  std::string path = folder / "s.sqlite";
  test::World world{scenario()};
  std::ostringstream err{};

  [[nodiscard]] cli::RunStore store() { return {path, {}, {}, true, err}; }
  void look_up(cli::RunStore& store, std::uint32_t replications) const {
    const std::array compiled{&world.compiled()};
    store.look_up(std::span{&scenario(), 1}, compiled, {.seed = 1, .replications = replications});
  }
  void keep(std::vector<models::Outcome> outcomes,
            const std::optional<std::vector<std::string>>& findings = std::nullopt) {
    cli::RunStore kept = store();
    const cli::FinishedRun run =
        cli::finished_run(scenario(), world.compiled(), {.seed = 1}, std::move(outcomes));
    kept.keep(std::array{cli::RunAndFindings{.run = run, .findings = findings}});
  }
};

}  // namespace

TEST_CASE("futures that a store has are taken from it, others are asked for beyond it") {
  Command command;
  command.keep({command.world.future(0), command.world.future(1)});
  cli::RunStore store = command.store();
  command.look_up(store, 5);
  std::vector<std::uint32_t> asked;
  const study::Archive archive = store.archive({.find =
                                                    [&](std::size_t, std::uint32_t replication) {
                                                      asked.push_back(replication);
                                                      return std::optional<models::Outcome>{};
                                                    },
                                                .keep = {}});
  CHECK(archive.find(0, 1) == command.world.future(1));
  CHECK(archive.find(0, 0) == command.world.future(0));
  CHECK(asked.empty());
  CHECK_FALSE(archive.find(0, 2));
  CHECK(asked == std::vector<std::uint32_t>{2});
}

TEST_CASE("without a store all is asked for elsewhere, and nothing is kept") {
  Command command;
  cli::RunStore none{"", {}, {}, false, command.err};
  command.look_up(none, 5);
  CHECK_FALSE(none.archive({}).find);
  CHECK_FALSE(none.findings(5));
  CHECK(command.err.str().empty());
  CHECK(command.folder.entries() == 0);
}

TEST_CASE("what a run found out is known of the run of as many futures") {
  Command command;
  command.keep({command.world.future(0), command.world.future(1)}, {{"A finding."}});
  cli::RunStore store = command.store();
  command.look_up(store, 5);
  CHECK(store.findings(2) == std::vector<std::string>{"A finding."});
  CHECK_FALSE(store.findings(1));
}

TEST_CASE("futures that another build came to are refused before anything is computed") {
  Command command;
  models::Outcome other = command.world.future(1);
  ++other.values.front();
  command.keep({command.world.future(0), other});
  cli::RunStore store = command.store();
  CHECK_THROWS_WITH_AS(command.look_up(store, 5),
                       doctest::Contains("as another build of ficap"),
                       cli::RefusedOutput);
}

TEST_CASE("a future that came out otherwise replaces none that is kept") {
  Command command;
  command.keep({command.world.future(0)});
  models::Outcome other = command.world.future(0);
  ++other.values.front();
  CHECK_THROWS_AS(command.keep({other, command.world.future(1)}), store::StoreError);
  cli::RunStore store = command.store();
  command.look_up(store, 5);
  CHECK(store.archive({}).find(0, 0) == command.world.future(0));
}

TEST_CASE("a sealed future is that of its scenario, seed, version and number, to the last bit") {
  const test::World world{scenario()};
  const models::Outcome outcome = world.future();
  const store::Experiment of{.scenario_sha256 = std::string(64, 'a'), .seed = 1, .version = "1.2"};
  const std::string bytes = cli::sealed(of, 3, outcome);
  CHECK(cli::unsealed(of, 3, bytes) == outcome);
  CHECK_FALSE(cli::unsealed(of, 4, bytes));
  store::Experiment other = of;
  other.seed = 2;
  CHECK_FALSE(cli::unsealed(other, 3, bytes));
  other = of;
  other.version = "1.3";
  CHECK_FALSE(cli::unsealed(other, 3, bytes));
  for (std::size_t at = 0; at < bytes.size(); at += 7) {
    CAPTURE(at);
    std::string flipped = bytes;
    flipped[at] = static_cast<char>(flipped[at] ^ 4);
    CHECK_FALSE(cli::unsealed(of, 3, flipped));
  }
  CHECK_FALSE(cli::unsealed(of, 3, bytes.substr(1)));
  CHECK_FALSE(cli::unsealed(of, 3, ""));
}
