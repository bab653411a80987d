#include "cli/run_store.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include <boost/program_options/value_semantic.hpp>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "io/json_text.hpp"
#include "io/outcome_bytes.hpp"
#include "io/sha256.hpp"
#include "io/write_scenario.hpp"
#include "report/words.hpp"
#include "store/error.hpp"

namespace ficap::cli {

namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t seal_length = 16;

std::string seal(const store::Experiment& of, std::uint32_t number, std::string_view bytes) {
  std::string all = of.scenario_sha256 + " " + std::to_string(of.seed) + " " + of.version + " " +
                    std::to_string(number) + " ";
  all += bytes;
  return io::sha256_hex(all).substr(0, seal_length);
}

/// @returns the first bytes of a file; nothing where it has none, or is none
std::string beginning_of(const fs::path& path) {
  constexpr std::size_t enough = 4;
  std::ifstream file{path, std::ios::binary};
  std::string bytes(enough, '\0');
  file.read(bytes.data(), enough);
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

/// What SQLite finds beside a store it takes for the store's own, and deletes. So nothing else may
/// stand there. Its own files begin as its file format says: https://sqlite.org/fileformat2.html
void check_companions(const std::string& store) {
  using namespace std::string_literals;
  std::error_code ignored;
  for (const char* suffix : {"-wal", "-journal"}) {
    const fs::path beside{store + suffix};
    const std::string begins = beginning_of(beside);
    if (begins.empty() || begins == "\0\0\0\0"s) continue;
    const bool is_its_own = begins == "\xD9\xD5\x05\xF9"s || begins == "\x37\x7F\x06\x82"s ||
                            begins == "\x37\x7F\x06\x83"s;
    if (is_its_own && fs::exists(store, ignored)) continue;
    throw RefusedOutput{beside.string() +
                        " stands where SQLite keeps what belongs to the store of runs " + store +
                        ", and would be deleted; move it, or name another store"};
  }
}

std::string futures(std::size_t count) {
  return report::counted(static_cast<std::int64_t>(count), "future", "futures");
}

}  // namespace

void add_store_option(po::options_description& options, const char* doc) {
  options.add_options()("store", po::value<std::string>()->value_name("FILE"), doc);
}

std::string sealed(const store::Experiment& of,
                   std::uint32_t number,
                   const models::Outcome& outcome) {
  std::string bytes = io::outcome_bytes(outcome);
  return bytes + seal(of, number, bytes);
}

std::optional<models::Outcome> unsealed(const store::Experiment& of,
                                        std::uint32_t number,
                                        std::string_view bytes) {
  if (bytes.size() < seal_length) return std::nullopt;
  const std::string_view outcome = bytes.substr(0, bytes.size() - seal_length);
  if (seal(of, number, outcome) != bytes.substr(outcome.size())) return std::nullopt;
  return io::outcome_of(outcome);
}

RunStore::RunStore(const std::string& path,
                   const Outputs& outputs,
                   const std::vector<std::string>& inputs,
                   bool quiet,
                   std::ostream& err)
    : err_{err}, quiet_{quiet} {
  if (path.empty()) return;
  if (path == "-") throw UsageError{"--store takes a file: runs cannot be kept on standard output"};
  if (is_special(path))
    throw RefusedOutput{path + " is no plain file, so no runs can be kept there"};
  std::vector<fs::path> others = outputs.files();
  others.insert(others.end(), inputs.begin(), inputs.end());
  for (const fs::path& other : others) {
    if (other == "-" || !is_one_file(path, other)) continue;
    throw RefusedOutput{
        path + " cannot be both --store and " +
        (other == path ? std::string{"another file of the command"} : other.string())};
  }
  if (!outputs.csv_folder.empty() &&
      (lies_in(path, outputs.csv_folder) || is_one_file(path, outputs.csv_folder)))
    throw RefusedOutput{path + " cannot be both --store and in the folder of --csv"};
  check_name(path);
  check_companions(path);
  store_.emplace(path, store::Access::write);
}

void RunStore::look_up(std::span<const models::Scenario> scenarios,
                       std::span<const models::Compiled* const> compiled,
                       study::StudyPlan plan) {
  if (!store_) return;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    experiments_.push_back({.scenario_sha256 = io::scenario_sha256(scenarios[i]),
                            .seed = plan.seed,
                            .version = FICAP_VERSION});
    known_.push_back(store_->futures(experiments_.back(), plan.replications));
    check_build(i, *compiled[i]);
  }
  if (!quiet_) say_what_is_there(plan);
}

void RunStore::check_build(std::size_t scenario, const models::Compiled& compiled) const {
  const auto& known = known_[scenario];
  if (known.empty()) return;
  const auto& [number, bytes] = *known.rbegin();
  const store::Experiment& of = experiments_[scenario];
  models::Simulator simulator{compiled};
  if (simulator.run(of.seed, number) == unsealed(of, number, bytes)) return;
  throw RefusedOutput{store_->path() + " has futures of this scenario as another build of ficap " +
                      of.version +
                      " computed them, which came to other results, or is damaged. Use that "
                      "build, or keep the runs of this one in another store"};
}

void RunStore::say_what_is_there(study::StudyPlan plan) const {
  std::size_t known = 0;
  for (const auto& of_scenario : known_)
    known += of_scenario.size();
  if (known == 0) return;
  const std::size_t all = std::size_t{plan.replications} * known_.size();
  const auto run =
      known_.size() == 1 ? store_->find(experiments_.front(), plan.replications) : std::nullopt;
  err_ << "ficap: ";
  if (known == all && run) {
    err_ << run->name << " is in " << store_->path() << "; it is not computed again\n";
  } else if (known == all) {
    err_ << "all " << futures(all) << " are in " << store_->path()
         << "; they are not computed again\n";
  } else {
    err_ << futures(known) << " of this " << (known == 1 ? "is" : "are") << " in " << store_->path()
         << "; only others are computed\n";
  }
}

study::Archive RunStore::archive(study::Archive beyond) {
  if (!store_) return beyond;
  study::Archive archive = beyond;
  archive.find = [this, beyond = std::move(beyond.find)](
                     std::size_t scenario,
                     std::uint32_t replication) -> std::optional<models::Outcome> {
    const auto& known = known_[scenario];
    const auto found = known.find(replication);
    if (found != known.end()) {
      auto outcome = unsealed(experiments_[scenario], replication, found->second);
      if (outcome) return outcome;
    }
    return beyond ? beyond(scenario, replication) : std::nullopt;
  };
  return archive;
}

std::optional<std::vector<std::string>> RunStore::findings(std::uint32_t replications) const {
  if (!store_) return std::nullopt;
  const auto run = store_->find(experiments_.front(), replications);
  return run ? store_->findings(run->id) : std::nullopt;
}

void RunStore::keep(std::span<const RunAndFindings> runs) {
  if (!store_) return;
  std::vector<std::string> names;
  for (const RunAndFindings& each : runs) {
    const io::RunInfo& info = each.run.info;
    const store::ScenarioRecord scenario{.sha256 = info.scenario_sha256,
                                         .title = info.scenario,
                                         .document = io::pretty(info.resolved)};
    const store::Experiment of{
        .scenario_sha256 = info.scenario_sha256, .seed = info.seed, .version = info.version};
    const bool is_new = store_->keep(
        {.name = info.id,
         .scenario = scenario,
         .seed = info.seed,
         .version = info.version,
         .start = info.start,
         .end = info.end,
         .layout = each.run.compiled.layout(),
         .results = each.run.results,
         .outcomes = each.run.outcomes,
         .bytes_of = [&of](std::uint32_t number,
                           const models::Outcome& outcome) { return sealed(of, number, outcome); },
         .findings = each.findings});
    if (is_new) names.push_back(info.id);
  }
  if (!names.empty()) err_ << "kept " << report::joined(names) << " in " << store_->path() << "\n";
}

}  // namespace ficap::cli
