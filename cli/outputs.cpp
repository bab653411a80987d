#include "cli/outputs.hpp"

#include <cstddef>
#include <system_error>
#include <utility>

#include <boost/program_options/value_semantic.hpp>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/plan_options.hpp"

namespace ficap::cli {

namespace po = boost::program_options;
namespace fs = std::filesystem;

bool is_one_file(const fs::path& a, const fs::path& b) {
  std::error_code ignored;
  return fs::equivalent(a, b, ignored) ||
         fs::weakly_canonical(destination(a)) == fs::weakly_canonical(destination(b));
}

std::vector<fs::path> Outputs::csv_files() const {
  std::vector<fs::path> files;
  if (csv_folder.empty()) return files;
  for (const std::string& name : csv_names)
    files.push_back(fs::path{csv_folder} / name);
  return files;
}

std::vector<fs::path> Outputs::files() const {
  std::vector<fs::path> files = csv_files();
  if (has_json_file()) files.insert(files.begin(), json);
  return files;
}

void add_output_options(po::options_description& options,
                        const char* json_doc,
                        const char* csv_doc) {
  options.add_options()("json", po::value<std::string>()->value_name("FILE"), json_doc)(
      "csv", po::value<std::string>()->value_name("FOLDER"), csv_doc);
}

Outputs outputs_of(const po::variables_map& values, std::vector<std::string> csv_names) {
  return {.json = text_of(values, "json"),
          .csv_folder = text_of(values, "csv"),
          .csv_names = std::move(csv_names)};
}

void check_outputs(const Outputs& outputs,
                   const std::vector<std::string>& scenarios,
                   const std::function<bool(const fs::path&)>& may_overwrite) {
  if (outputs.has_json_file()) {
    check_output(outputs.json, scenarios, false, may_overwrite(outputs.json));
  }
  const std::vector<fs::path> tables = outputs.csv_files();
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const fs::path& table = tables[i];
    if (outputs.has_json_file() && is_one_file(table, outputs.json)) {
      throw RefusedOutput{outputs.json + " cannot be both --json and a file of --csv"};
    }
    for (std::size_t before = 0; before < i; ++before) {
      if (!is_one_file(table, tables[before])) continue;
      throw RefusedOutput{table.string() + " and " + tables[before].string() + " are one file"};
    }
    check_output(table, scenarios, true, may_overwrite(table));
  }
}

}  // namespace ficap::cli
