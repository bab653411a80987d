#include <string>

#include <doctest/doctest.h>

#include "store/schema.hpp"
#include "store/store.hpp"
#include "tests/cli/temporary_folder.hpp"
#include "tests/store/kept.hpp"

// Stores of older versions are brought to this one, with all that they hold.

using namespace ficap;
using store::Access;
using store::Database;
using store::Store;
using test::SmallRun;

namespace {

/// A store of version 1 with one run of two futures, as that version wrote it. Never edited.
constexpr const char* of_version_1 = R"sql(
CREATE TABLE scenario (
  id       INTEGER PRIMARY KEY,
  sha256   TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  title    TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE TABLE experiment (
  id          INTEGER PRIMARY KEY,
  scenario_id INTEGER NOT NULL REFERENCES scenario (id),
  seed        INTEGER NOT NULL CHECK (seed >= 0),
  version     TEXT NOT NULL CHECK (version <> ''),
  UNIQUE (scenario_id, seed, version)
) STRICT;
CREATE TABLE replication (
  experiment_id INTEGER NOT NULL REFERENCES experiment (id),
  number        INTEGER NOT NULL CHECK (number >= 0),
  outcome       BLOB NOT NULL,
  PRIMARY KEY (experiment_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE measure (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  doc  TEXT NOT NULL,
  UNIQUE (name, unit)
) STRICT;
CREATE TABLE replication_value (
  experiment_id INTEGER NOT NULL,
  number        INTEGER NOT NULL,
  measure_id    INTEGER NOT NULL REFERENCES measure (id),
  value         REAL,
  PRIMARY KEY (experiment_id, number, measure_id),
  FOREIGN KEY (experiment_id, number) REFERENCES replication (experiment_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE run (
  id            INTEGER PRIMARY KEY,
  name          TEXT NOT NULL CHECK (name <> ''),
  experiment_id INTEGER NOT NULL REFERENCES experiment (id),
  replications  INTEGER NOT NULL CHECK (replications > 0),
  start_day     TEXT NOT NULL CHECK (start_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  end_day       TEXT NOT NULL CHECK (end_day GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  stored_at     TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
  UNIQUE (experiment_id, replications),
  CHECK (start_day < end_day)
) STRICT;
CREATE INDEX run_by_name ON run (name);
CREATE TABLE estimate (
  run_id     INTEGER NOT NULL REFERENCES run (id),
  measure_id INTEGER NOT NULL REFERENCES measure (id),
  dimension  TEXT NOT NULL,
  part       TEXT NOT NULL,
  mean       REAL,
  half_width REAL CHECK (half_width >= 0),
  sd         REAL CHECK (sd >= 0),
  p10        REAL,
  p90        REAL,
  PRIMARY KEY (run_id, measure_id, dimension, part),
  CHECK ((dimension = '') = (part = ''))
) STRICT, WITHOUT ROWID;
CREATE TABLE month_column (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  doc  TEXT NOT NULL,
  UNIQUE (name, unit)
) STRICT;
CREATE TABLE month_value (
  run_id    INTEGER NOT NULL REFERENCES run (id),
  month     TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
  column_id INTEGER NOT NULL REFERENCES month_column (id),
  mean      REAL NOT NULL,
  PRIMARY KEY (run_id, month, column_id)
) STRICT, WITHOUT ROWID;
INSERT INTO scenario VALUES
  (1, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'As it was', '{}');
INSERT INTO experiment VALUES (1, 1, 7, '1.2');
INSERT INTO replication VALUES (1, 0, x'00ff'), (1, 1, x'01');
INSERT INTO measure VALUES (1, 'needs', 'needs', 'as it was');
INSERT INTO replication_value VALUES (1, 0, 1, 10.0), (1, 1, 1, 12.0);
INSERT INTO run VALUES
  (1, 'FI-0000-1111', 1, 2, '2026-04-01', '2027-04-01', '2026-05-01T12:00:00Z');
INSERT INTO estimate VALUES (1, 1, '', '', 11.0, 12.7, 1.4, 10.2, 11.8);
INSERT INTO month_column VALUES (1, 'needs', 'needs', 'as it was');
INSERT INTO month_value VALUES (1, '2026-04-01', 1, 11.0);
PRAGMA application_id = 1179206465;
PRAGMA user_version = 1;
)sql";

/// @returns all of a store's tables and views as SQLite has them, in their order by name
std::string shape_of(const std::string& path) {
  const Database database{path, Access::read};
  store::Statement rows =
      database.prepare("SELECT name || ':' || coalesce(sql, '') FROM sqlite_schema ORDER BY name");
  std::string text;
  while (rows.step())
    text += rows.text(0) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a store of version 1 is brought to this version with all that it holds") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "s.sqlite";
  {
    Database old{path, Access::write};
    old.run(of_version_1);
  }
  Store store{path, Access::write};
  REQUIRE(store.runs().size() == 1);
  CHECK(store.runs().front().title == "As it was");
  CHECK(store.estimate(1, "needs")->half_width == 12.7);
  CHECK_FALSE(store.findings(1));
  const auto futures = store.futures(SmallRun{1}.experiment(), 9);
  REQUIRE(futures.size() == 2);
  CHECK(futures.at(0) == std::string{"\x00\xff", 2});
  const Database database{path, Access::read};
  CHECK(database.number("PRAGMA user_version") == store::newest_version());
  CHECK(database.number("SELECT mean FROM v_series WHERE run = 'FI-0000-1111'") == 11);
  CHECK(database.number("SELECT count(*) FROM v_replications") == 2);
}

TEST_CASE("a store that was brought to this version is as one that was made by it") {
  const test::TemporaryFolder folder;
  {
    Database old{folder / "old.sqlite", Access::write};
    old.run(of_version_1);
  }
  { const Store store{folder / "old.sqlite", Access::write}; }
  { const Store store{folder / "new.sqlite", Access::write}; }
  CHECK(shape_of(folder / "old.sqlite") == shape_of(folder / "new.sqlite"));
  CHECK(shape_of(folder / "new.sqlite").find("v_measures") != std::string::npos);
}

TEST_CASE("a store takes new runs beside those of an older version") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "s.sqlite";
  {
    Database old{path, Access::write};
    old.run(of_version_1);
  }
  Store store{path, Access::write};
  SmallRun run{2};
  run.seed = 8;
  CHECK(store.keep(run.to_keep()));
  CHECK(store.runs().size() == 2);
  CHECK(test::integrity_of(path) == "ok");
}
