#include "store/store.hpp"

#include <string>

#include <doctest/doctest.h>

#include "store/error.hpp"
#include "tests/cli/temporary_folder.hpp"
#include "tests/store/kept.hpp"
#include "tests/support/print.hpp"

// What is kept comes out again, and nothing else does.

using namespace ficap;
using store::Access;
using store::Database;
using store::Store;
using store::StoreError;
using test::SmallRun;

namespace {

StoreError::Kind kind_of(Database& database, const char* sql) {
  try {
    database.run(sql);
  } catch (const StoreError& error) {
    return error.kind();
  }
  FAIL("nothing was refused");
  return StoreError::Kind::no_file;
}

}  // namespace

TEST_CASE("a run comes out again as it was kept, to the last byte") {
  const test::TemporaryFolder folder;
  const SmallRun run{3};
  {
    Store store{folder / "s.sqlite", Access::write};
    CHECK(store.keep(run.to_keep()));
  }
  const Store store{folder / "s.sqlite", Access::read};
  REQUIRE(store.runs().size() == 1);
  const store::KeptRun kept = store.runs().front();
  CHECK(kept.id == 1);
  CHECK(kept.name == "FI-0000-1111");
  CHECK(kept.title == "A region");
  CHECK(kept.seed == 7);
  CHECK(kept.version == "1.2");
  CHECK(kept.replications == 3);
  CHECK(kept.start == sim::Date{2026, 4, 1});
  CHECK(kept.end == sim::Date{2027, 4, 1});
  const store::ScenarioRecord scenario = store.scenario(kept);
  CHECK(scenario.sha256 == run.scenario.sha256);
  CHECK(scenario.document == run.scenario.document);
  const auto futures = store.futures(run.experiment(), 100);
  REQUIRE(futures.size() == 3);
  for (const auto& [number, bytes] : futures)
    CHECK(bytes == test::small_bytes(number));
  CHECK(folder.entries() == 1);
}

TEST_CASE("the estimates and the months of a run can be read by any program") {
  const test::TemporaryFolder folder;
  const SmallRun run{3};
  Store store{folder / "s.sqlite", Access::write};
  store.keep(run.to_keep());
  const auto needs = store.estimate(1, "needs");
  REQUIRE(needs);
  CHECK(needs->mean == run.results.at("needs").total.mean);
  CHECK(needs->half_width == run.results.at("needs").total.half_width);
  CHECK(store.estimate(1, "needs", "organisation", "north")->mean == 120.0);
  CHECK_FALSE(store.estimate(1, "needs", "organisation", "nowhere"));
  const Database database{folder / "s.sqlite", Access::read};
  const auto number = [&](const char* sql) { return database.number(sql); };
  CHECK(number("SELECT count(*) FROM v_runs WHERE run = 'FI-0000-1111' AND last_day = "
               "'2027-03-31' AND stored_at LIKE '20__-__-__T__:__:__Z'") == 1);
  CHECK(number("SELECT mean FROM v_measures WHERE measure = 'needs' AND part = 'north'") == 120);
  CHECK(number("SELECT count(*) FROM v_series WHERE measure = 'needs' AND mean = 10.0") == 12);
  CHECK(number("SELECT value FROM v_replications WHERE replication = 2 AND measure = 'needs'") ==
        240);
}

TEST_CASE("a run that is there is left as it is, and a longer one adds to its futures") {
  const test::TemporaryFolder folder;
  Store store{folder / "s.sqlite", Access::write};
  CHECK(store.keep(SmallRun{3}.to_keep()));
  CHECK_FALSE(store.keep(SmallRun{3}.to_keep()));
  SmallRun longer{5};
  longer.name = "FI-2222-3333";
  CHECK(store.keep(longer.to_keep()));
  CHECK(store.runs().size() == 2);
  const Database database{folder / "s.sqlite", Access::read};
  CHECK(database.number("SELECT count(*) FROM replication") == 5);
  CHECK(database.number("SELECT count(*) FROM scenario") == 1);
  CHECK(database.number("SELECT count(*) FROM v_replications WHERE id = 1 AND measure = 'needs'") ==
        3);
  CHECK(store.futures(longer.experiment(), 4).size() == 4);
}

TEST_CASE("futures of another seed, version or scenario are others") {
  const test::TemporaryFolder folder;
  Store store{folder / "s.sqlite", Access::write};
  const SmallRun run{2};
  store.keep(run.to_keep());
  SmallRun other{2};
  other.seed = 8;
  CHECK(store.futures(other.experiment(), 9).empty());
  CHECK(store.keep(other.to_keep()));
  other.version = "1.3";
  CHECK(store.keep(other.to_keep()));
  other.scenario.sha256 = std::string(64, 'b');
  CHECK(store.keep(other.to_keep()));
  CHECK(store.runs().size() == 4);
  CHECK(store.find(run.experiment(), 2)->id == 1);
  CHECK(store.find(other.experiment(), 2)->id == 4);
  CHECK_FALSE(store.find(run.experiment(), 3));
}

TEST_CASE("a run is found by its number and by its name, of which there may be several") {
  const test::TemporaryFolder folder;
  Store store{folder / "s.sqlite", Access::write};
  store.keep(SmallRun{2}.to_keep());
  store.keep(SmallRun{3}.to_keep());
  CHECK(store.find("2").size() == 1);
  CHECK(store.find("FI-0000-1111").size() == 2);
  CHECK(store.find("3").empty());
  CHECK(store.find("").empty());
  CHECK(store.find("99999999999999999999").empty());
  CHECK(store.find("' OR 1=1 --").empty());
}

TEST_CASE("a future that came out otherwise is refused, and nothing of its run is kept") {
  const test::TemporaryFolder folder;
  Store store{folder / "s.sqlite", Access::write};
  store.keep(SmallRun{2}.to_keep());
  SmallRun other{4};
  other.bytes_of = [](std::uint32_t number, const models::Outcome&) {
    return number == 1 ? std::string{"otherwise"} : test::small_bytes(number);
  };
  try {
    store.keep(other.to_keep());
    FAIL("it was kept");
  } catch (const StoreError& error) {
    CHECK(error.kind() == StoreError::Kind::other_build);
    CHECK(std::string{error.what()}.find("another build of ficap 1.2") != std::string::npos);
  }
  CHECK(store.runs().size() == 1);
  CHECK(store.futures(other.experiment(), 9).size() == 2);
}

TEST_CASE("findings are kept with a run, or added to it once they are known") {
  const test::TemporaryFolder folder;
  Store store{folder / "s.sqlite", Access::write};
  const SmallRun run{2};
  store.keep(run.to_keep());
  CHECK_FALSE(store.findings(1));
  store::RunToKeep again = run.to_keep();
  again.findings = {"Depends on where trust starts.", "It's \"too\" short; DROP TABLE run"};
  CHECK_FALSE(store.keep(again));
  CHECK(store.findings(1) == again.findings);
  again.findings = {"Something else."};
  store.keep(again);
  CHECK(store.findings(1)->size() == 2);
  const SmallRun three{3};
  store::RunToKeep none = three.to_keep();
  none.findings.emplace();
  store.keep(none);
  REQUIRE(store.findings(2));
  CHECK(store.findings(2)->empty());
}

TEST_CASE("a title is data, whatever SQL it says") {
  const test::TemporaryFolder folder;
  Store store{folder / "s.sqlite", Access::write};
  using namespace std::string_literals;
  const std::string title = "'); DROP TABLE run; --\"\xE2\x80\xAE\n\0end"s;
  store.keep(SmallRun{2, title}.to_keep());
  REQUIRE(store.runs().size() == 1);
  CHECK(store.runs().front().title == title);
}

TEST_CASE("rows that contradict what the tables promise are refused") {
  const test::TemporaryFolder folder;
  Store store{folder / "s.sqlite", Access::write};
  store.keep(SmallRun{2}.to_keep());
  Database database{folder / "s.sqlite", Access::write};
  for (const char* sql :
       {"INSERT INTO replication VALUES (99, 0, x'00')",  // of no experiment
        "INSERT INTO replication VALUES (1, -1, x'00')",
        "INSERT INTO replication VALUES (1, 0, x'00')",     // there already
        "INSERT INTO replication VALUES (1, 7, 'a text')",  // STRICT
        "INSERT INTO estimate VALUES (1, 1, 'class', '', 1.0, 1.0, 1.0, 1.0, 1.0)",
        "INSERT INTO estimate VALUES (1, 1, 'x', 'y', 1.0, -1.0, 1.0, 1.0, 1.0)",
        "INSERT INTO scenario VALUES (9, 'no digest', 't', 'd')",
        "UPDATE run SET replications = 0",
        "UPDATE run SET start_day = 'today'",
        "UPDATE run SET end_day = start_day",
        "DELETE FROM experiment",  // runs refer to it
        "DELETE FROM measure"}) {
    CAPTURE(sql);
    CHECK(kind_of(database, sql) == StoreError::Kind::constraint);
  }
  CHECK(test::integrity_of(folder / "s.sqlite") == "ok");
  CHECK(store.runs().size() == 1);
}
