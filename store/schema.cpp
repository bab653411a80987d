#include "store/schema.hpp"

#include <array>
#include <cstddef>
#include <string>

#include "store/error.hpp"

namespace ficap::store {

namespace {

// A step is never edited once a store may have been made by it. The next one stands below it.

/// Runs, the futures that they are made of, and their figures.
constexpr const char* version_1 = R"sql(
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
)sql";

/// What a run says of itself beside its figures, and the same for people.
constexpr const char* version_2 = R"sql(
-- Sentences that took futures of their own. A run of which they are not known has no row here.
CREATE TABLE findings (
  run_id INTEGER PRIMARY KEY REFERENCES run (id)
) STRICT;
CREATE TABLE finding (
  run_id   INTEGER NOT NULL REFERENCES findings (run_id),
  position INTEGER NOT NULL CHECK (position >= 0),
  sentence TEXT NOT NULL,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;

CREATE VIEW v_runs AS
  SELECT run.id, run.name AS run, scenario.title AS scenario, run.replications, experiment.seed,
         run.start_day AS first_day, date(run.end_day, '-1 day') AS last_day, experiment.version,
         scenario.sha256 AS scenario_sha256, run.stored_at
    FROM run
    JOIN experiment ON experiment.id = run.experiment_id
    JOIN scenario ON scenario.id = experiment.scenario_id
   ORDER BY run.id;

CREATE VIEW v_measures AS
  SELECT run.id, run.name AS run, scenario.title AS scenario, measure.name AS measure,
         estimate.dimension, estimate.part, estimate.mean, estimate.half_width, estimate.sd,
         estimate.p10, estimate.p90, measure.unit
    FROM estimate
    JOIN run ON run.id = estimate.run_id
    JOIN experiment ON experiment.id = run.experiment_id
    JOIN scenario ON scenario.id = experiment.scenario_id
    JOIN measure ON measure.id = estimate.measure_id;

CREATE VIEW v_series AS
  SELECT run.id, run.name AS run, scenario.title AS scenario, month_value.month,
         month_column.name AS measure, month_value.mean, month_column.unit
    FROM month_value
    JOIN run ON run.id = month_value.run_id
    JOIN experiment ON experiment.id = run.experiment_id
    JOIN scenario ON scenario.id = experiment.scenario_id
    JOIN month_column ON month_column.id = month_value.column_id;

CREATE VIEW v_replications AS
  SELECT run.id, run.name AS run, scenario.title AS scenario, replication_value.number AS replication,
         measure.name AS measure, replication_value.value, measure.unit
    FROM run
    JOIN experiment ON experiment.id = run.experiment_id
    JOIN scenario ON scenario.id = experiment.scenario_id
    JOIN replication_value ON replication_value.experiment_id = run.experiment_id
                          AND replication_value.number < run.replications
    JOIN measure ON measure.id = replication_value.measure_id;
)sql";

/// The step at place n brings a store of version n to version n + 1.
constexpr std::array<const char*, 2> steps{version_1, version_2};

constexpr auto newest = static_cast<std::int64_t>(steps.size());

std::int64_t version_of(const Database& database) {
  return database.number("PRAGMA user_version");
}

void check_kind(const Database& database) {
  const std::int64_t id = database.number("PRAGMA application_id");
  const bool is_empty = id == 0 && version_of(database) == 0 &&
                        database.number("SELECT count(*) FROM sqlite_schema") == 0;
  if (id != application_id && !is_empty) {
    throw StoreError{StoreError::Kind::no_store,
                     database.path() +
                         " is an SQLite file of another program. A store is a file of its own: "
                         "name another"};
  }
  const std::int64_t version = version_of(database);
  if (version > newest) {
    throw StoreError{
        StoreError::Kind::newer,
        database.path() + " was written by a newer ficap: it is of version " +
            std::to_string(version) + " of the store, and this ficap reads up to version " +
            std::to_string(newest) + ". Use the newer ficap; the file is left as it is"};
  }
}

}  // namespace

std::int64_t newest_version() noexcept {
  return newest;
}

void bring_up_to_date(Database& database) {
  check_kind(database);
  if (version_of(database) == newest) return;
  if (database.is_read_only()) {
    throw StoreError{StoreError::Kind::cannot_write,
                     database.path() +
                         " is of an older ficap and must be brought up to date first, but cannot "
                         "be written. Ask for the right to write it, or copy it"};
  }
  // A file at rest is one file, which may be copied, and works on a network drive.
  database.run("PRAGMA journal_mode = DELETE");
  Transaction transaction{database};
  check_kind(database);  // another program may have come between
  database.run(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
  for (std::int64_t version = version_of(database); version < newest; ++version)
    database.run(steps.at(static_cast<std::size_t>(version)));
  database.run(("PRAGMA user_version = " + std::to_string(newest)).c_str());
  if (database.number("SELECT count(*) FROM pragma_foreign_key_check") != 0) {
    throw StoreError{
        StoreError::Kind::damaged,
        database.path() + " is damaged: its rows do not belong together. Put back a copy of it"};
  }
  transaction.commit();
}

}  // namespace ficap::store
