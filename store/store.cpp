#include "store/store.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "models/measures.hpp"
#include "sim/expects.hpp"
#include "store/error.hpp"
#include "store/schema.hpp"
#include "study/observe.hpp"
#include "study/series.hpp"

namespace ficap::store {

namespace {

constexpr const char* select_runs =
    "SELECT run.id, run.name, scenario.title, scenario.sha256, experiment.seed, "
    "experiment.version, run.replications, run.start_day, run.end_day "
    "FROM run JOIN experiment ON experiment.id = run.experiment_id "
    "JOIN scenario ON scenario.id = experiment.scenario_id ";

std::string runs_where(const char* condition) {
  return std::string{select_runs} + condition + " ORDER BY run.id";
}

sim::Date day(const Statement& row, int column, const std::string& path) {
  const auto date = sim::parse_date(row.text(column));
  if (date) return *date;
  throw StoreError{StoreError::Kind::damaged,
                   path + " is damaged: a run of it has a period that is none. Put back a copy"};
}

std::vector<KeptRun> runs_of(Statement& rows, const std::string& path) {
  std::vector<KeptRun> all;
  while (rows.step()) {
    all.push_back({.id = rows.whole(0),
                   .name = rows.text(1),
                   .title = rows.text(2),
                   .scenario_sha256 = rows.text(3),
                   .seed = static_cast<std::uint64_t>(rows.whole(4)),
                   .version = rows.text(5),
                   .replications = static_cast<std::uint32_t>(rows.whole(6)),
                   .start = day(rows, 7, path),
                   .end = day(rows, 8, path)});
  }
  return all;
}

std::int64_t key_of(std::uint64_t seed) {
  FICAP_EXPECTS(seed < std::uint64_t{1} << 63U);
  return static_cast<std::int64_t>(seed);
}

/// A whole number that a person typed for a run; nothing where it is a name.
std::optional<std::int64_t> number_in(std::string_view text) {
  constexpr std::size_t most_digits = 18;  // any such number fits
  if (text.empty() || text.size() > most_digits ||
      text.find_first_not_of("0123456789") != std::string_view::npos) {
    return std::nullopt;
  }
  std::int64_t number = 0;
  for (const char digit : text)
    number = 10 * number + (digit - '0');
  return number;
}

}  // namespace

Store::Store(std::string path, Access access) : database_{std::move(path), access} {
  bring_up_to_date(database_);
  if (access == Access::write && database_.is_read_only()) {
    throw StoreError{StoreError::Kind::cannot_write,
                     database_.path() +
                         " cannot be written. Ask for the right to write it and its folder, or "
                         "name another file"};
  }
}

std::int64_t Store::scenario_key(const ScenarioRecord& scenario) {
  database_
      .prepare(
          "INSERT INTO scenario (sha256, title, document) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
      .with(scenario.sha256, scenario.title, scenario.document)
      .run();
  Statement found = database_.prepare("SELECT id FROM scenario WHERE sha256 = ?");
  (void)found.with(scenario.sha256).step();
  return found.whole(0);
}

std::int64_t Store::experiment_key(std::int64_t scenario,
                                   std::uint64_t seed,
                                   const std::string& version) {
  database_
      .prepare(
          "INSERT INTO experiment (scenario_id, seed, version) VALUES (?, ?, ?) "
          "ON CONFLICT DO NOTHING")
      .with(scenario, key_of(seed), version)
      .run();
  Statement found = database_.prepare(
      "SELECT id FROM experiment WHERE scenario_id = ? AND seed = ? AND version = ?");
  (void)found.with(scenario, key_of(seed), version).step();
  return found.whole(0);
}

std::vector<std::int64_t> Store::measure_keys() {
  Statement add = database_.prepare(
      "INSERT INTO measure (name, unit, doc) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
  Statement find = database_.prepare("SELECT id FROM measure WHERE name = ? AND unit = ?");
  std::vector<std::int64_t> keys;
  keys.reserve(models::measures().size());
  for (const models::Measure& measure : models::measures()) {
    add.with(measure.name, measure.unit, measure.doc).run();
    (void)find.with(measure.name, measure.unit).step();
    keys.push_back(find.whole(0));
  }
  return keys;
}

void Store::keep_futures(std::int64_t experiment, const RunToKeep& run) {
  const std::vector<std::int64_t> measures = measure_keys();
  Statement find =
      database_.prepare("SELECT outcome FROM replication WHERE experiment_id = ? AND number = ?");
  Statement add = database_.prepare(
      "INSERT INTO replication (experiment_id, number, outcome) VALUES (?, ?, ?)");
  Statement add_value = database_.prepare(
      "INSERT INTO replication_value (experiment_id, number, measure_id, value) "
      "VALUES (?, ?, ?, ?)");
  for (std::uint32_t number = 0; number < run.outcomes.size(); ++number) {
    const models::Outcome& outcome = run.outcomes[number];
    const std::string bytes = run.bytes_of(number, outcome);
    if (find.with(experiment, number).step()) {
      if (find.text(0) == bytes) continue;
      throw StoreError{StoreError::Kind::other_build,
                       path() + " has future " + std::to_string(number) + " of " + run.name +
                           " as another build of ficap " + run.version +
                           " computed it, which came to other results. Keep the runs of this one "
                           "in another store"};
    }
    add.with(experiment, number, Statement::blob(bytes)).run();
    std::size_t place = 0;
    for (const models::Measure& measure : models::measures()) {
      const auto value = study::value_of(measure, study::observe(measure, run.layout, outcome));
      add_value.with(experiment, number, measures[place++], value).run();
    }
  }
}

void Store::keep_estimates(std::int64_t key, const RunToKeep& run) {
  const std::vector<std::int64_t> measures = measure_keys();
  Statement add = database_.prepare(
      "INSERT INTO estimate (run_id, measure_id, dimension, part, mean, half_width, sd, p10, p90) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const auto keep = [&](std::int64_t measure,
                        std::string_view dimension,
                        std::string_view part,
                        const study::Estimate& e) {
    add.with(key, measure, dimension, part, e.mean, e.half_width, e.sd, e.p10, e.p90).run();
  };
  std::size_t place = 0;
  for (const study::MeasureResult& result : run.results.measures) {
    const std::int64_t measure = measures.at(place++);
    keep(measure, "", "", result.total);
    for (std::size_t d = 0; d < models::dimension_count; ++d) {
      for (std::size_t id = 0; id < result.by[d].size(); ++id)
        keep(measure, models::dimension_names[d], run.results.ids[d].at(id), result.by[d][id]);
    }
  }
}

void Store::keep_series(std::int64_t key, const RunToKeep& run) {
  Statement add_column = database_.prepare(
      "INSERT INTO month_column (name, unit, doc) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
  Statement find = database_.prepare("SELECT id FROM month_column WHERE name = ? AND unit = ?");
  std::vector<std::int64_t> columns;
  for (const models::MonthColumn& column : models::month_columns()) {
    add_column.with(column.name, column.unit, column.doc).run();
    (void)find.with(column.name, column.unit).step();
    columns.push_back(find.whole(0));
  }
  Statement add = database_.prepare(
      "INSERT INTO month_value (run_id, month, column_id, mean) VALUES (?, ?, ?, ?)");
  for (const study::MonthMeans& month : study::mean_series(run.start, run.outcomes)) {
    for (std::size_t c = 0; c < columns.size(); ++c)
      add.with(key, to_string(month.first_day), columns[c], std::optional{month.values.at(c)})
          .run();
  }
}

void Store::keep_findings(std::int64_t key, const RunToKeep& run) {
  if (!run.findings || findings(key)) return;
  database_.prepare("INSERT INTO findings (run_id) VALUES (?)").with(key).run();
  Statement add =
      database_.prepare("INSERT INTO finding (run_id, position, sentence) VALUES (?, ?, ?)");
  std::int64_t position = 0;
  for (const std::string& sentence : *run.findings)
    add.with(key, position++, sentence).run();
}

bool Store::keep(const RunToKeep& run) {
  FICAP_EXPECTS(!run.outcomes.empty());
  Transaction transaction{database_};
  const auto replications = static_cast<std::uint32_t>(run.outcomes.size());
  const Experiment of{
      .scenario_sha256 = run.scenario.sha256, .seed = run.seed, .version = run.version};
  const std::int64_t experiment = experiment_key(scenario_key(run.scenario), run.seed, run.version);
  keep_futures(experiment, run);
  const auto known = find(of, replications);
  std::int64_t key = known ? known->id : 0;
  if (!known) {
    database_
        .prepare(
            "INSERT INTO run (name, experiment_id, replications, start_day, end_day) "
            "VALUES (?, ?, ?, ?, ?)")
        .with(run.name, experiment, replications, to_string(run.start), to_string(run.end))
        .run();
    key = database_.last_key();
    keep_estimates(key, run);
    keep_series(key, run);
  }
  keep_findings(key, run);
  transaction.commit();
  return !known;
}

std::map<std::uint32_t, std::string> Store::futures(const Experiment& experiment,
                                                    std::uint32_t most) const {
  Statement rows = database_.prepare(
      "SELECT replication.number, replication.outcome "
      "FROM replication JOIN experiment ON experiment.id = replication.experiment_id "
      "JOIN scenario ON scenario.id = experiment.scenario_id "
      "WHERE scenario.sha256 = ? AND experiment.seed = ? AND experiment.version = ? "
      "AND replication.number < ?");
  rows.with(experiment.scenario_sha256, key_of(experiment.seed), experiment.version, most);
  std::map<std::uint32_t, std::string> all;
  while (rows.step())
    all.emplace(static_cast<std::uint32_t>(rows.whole(0)), rows.text(1));
  return all;
}

std::vector<KeptRun> Store::runs() const {
  Statement rows = database_.prepare(runs_where("").c_str());
  return runs_of(rows, path());
}

std::vector<KeptRun> Store::find(std::string_view text) const {
  const auto number = number_in(text);
  Statement rows =
      database_.prepare(runs_where(number ? "WHERE run.id = ?" : "WHERE run.name = ?").c_str());
  if (number) {
    rows.with(*number);
  } else {
    rows.with(text);
  }
  return runs_of(rows, path());
}

std::optional<KeptRun> Store::find(const Experiment& experiment, std::uint32_t replications) const {
  Statement rows = database_.prepare(
      runs_where("WHERE scenario.sha256 = ? AND experiment.seed = ? AND experiment.version = ? "
                 "AND run.replications = ?")
          .c_str());
  rows.with(experiment.scenario_sha256, key_of(experiment.seed), experiment.version, replications);
  std::vector<KeptRun> found = runs_of(rows, path());
  if (found.empty()) return std::nullopt;
  return std::move(found.front());
}

ScenarioRecord Store::scenario(const KeptRun& run) const {
  Statement row =
      database_.prepare("SELECT sha256, title, document FROM scenario WHERE sha256 = ?");
  const bool found = row.with(run.scenario_sha256).step();
  FICAP_EXPECTS(found);
  return {.sha256 = row.text(0), .title = row.text(1), .document = row.text(2)};
}

std::optional<std::vector<std::string>> Store::findings(std::int64_t run) const {
  if (!database_.prepare("SELECT 1 FROM findings WHERE run_id = ?").with(run).step()) {
    return std::nullopt;
  }
  Statement rows =
      database_.prepare("SELECT sentence FROM finding WHERE run_id = ? ORDER BY position");
  rows.with(run);
  std::vector<std::string> sentences;
  while (rows.step())
    sentences.push_back(rows.text(0));
  return sentences;
}

std::optional<study::Estimate> Store::estimate(std::int64_t run,
                                               std::string_view measure,
                                               std::string_view dimension,
                                               std::string_view part) const {
  Statement row = database_.prepare(
      "SELECT estimate.mean, estimate.half_width FROM estimate "
      "JOIN measure ON measure.id = estimate.measure_id "
      "WHERE estimate.run_id = ? AND measure.name = ? AND dimension = ? AND part = ?");
  if (!row.with(run, measure, dimension, part).step()) return std::nullopt;
  return study::Estimate{.mean = row.real(0), .half_width = row.real(1)};
}

}  // namespace ficap::store
