#include "cli/outputs.hpp"

#include <cstddef>
#include <system_error>
#include <utility>

#include <boost/program_options/value_semantic.hpp>

#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/plan_options.hpp"
#include "cli/word.hpp"
#include "report/diagnostics.hpp"
#include "report/marking.hpp"
#include "report/words.hpp"

namespace ficap::cli {

namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace {

void add_marking_option(po::options_description& options) {
  constexpr bool by_its_whole_name = false;
  if (options.find_nothrow("marking", by_its_whole_name) != nullptr) return;
  options.add_options()(
      "marking",
      po::value<std::string>()->value_name("TEXT"),
      "protective marking of the page and of each printed sheet; OFFICIAL if absent");
}

/// A marking stands on every sheet, in one line.
void check_marking(const std::string& marking) {
  constexpr std::size_t longest = 100;
  const std::string shown = report::harmless(marking);
  const bool is_blank = marking.find_first_not_of(' ') == std::string::npos;
  if (shown == marking && !is_blank && report::width_of(marking) <= longest) return;
  throw UsageError{"--marking takes one line of at most " + std::to_string(longest) +
                   " characters, such as OFFICIAL-SENSITIVE: no line ends, tabs or other control "
                   "characters, and "
                   "no signs that turn the direction of writing; it has " +
                   (shown == marking ? std::to_string(report::width_of(marking)) + " characters"
                                     : "\"" + shown + "\"")};
}

}  // namespace

bool is_one_file(const fs::path& a, const fs::path& b) {
  std::error_code ignored;
  return fs::equivalent(a, b, ignored) || fs::weakly_canonical(fs::absolute(destination(a))) ==
                                              fs::weakly_canonical(fs::absolute(destination(b)));
}

bool lies_in(const fs::path& file, const fs::path& folder) {
  const auto whole = [](const fs::path& path) {
    std::error_code ignored;
    return fs::weakly_canonical(fs::absolute(destination(path)), ignored);
  };
  const fs::path way = whole(file).lexically_relative(whole(folder));
  return !way.empty() && *way.begin() != ".." && *way.begin() != ".";
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
  if (!xlsx.empty()) files.insert(files.begin(), xlsx);
  if (!docx.empty()) files.insert(files.begin(), docx);
  if (!html.empty()) files.insert(files.begin(), html);
  if (has_json_file()) files.insert(files.begin(), json);
  return files;
}

void add_output_options(po::options_description& options,
                        const char* json_doc,
                        const char* csv_doc) {
  options.add_options()("json", po::value<std::string>()->value_name("FILE"), json_doc)(
      "csv", po::value<std::string>()->value_name("FOLDER"), csv_doc);
}

void add_page_options(po::options_description& options, const char* html_doc) {
  options.add_options()("html", po::value<std::string>()->value_name("FILE"), html_doc)(
      "docx",
      po::value<std::string>()->value_name("FILE"),
      "write the same report as a Word document, with the tables of its charts (needs pandoc)");
  add_marking_option(options);
}

void add_workbook_options(po::options_description& options, const char* xlsx_doc) {
  options.add_options()("xlsx", po::value<std::string>()->value_name("FILE"), xlsx_doc);
  add_marking_option(options);
}

Outputs outputs_of(const po::variables_map& values, std::vector<std::string> csv_names) {
  Outputs outputs{.json = text_of(values, "json"),
                  .csv_folder = text_of(values, "csv"),
                  .csv_names = std::move(csv_names),
                  .html = text_of(values, "html"),
                  .docx = text_of(values, "docx"),
                  .xlsx = text_of(values, "xlsx"),
                  .marking = text_of(values, "marking")};
  if (outputs.html == "-") throw UsageError{"--html needs the name of a file: a page is no text"};
  if (outputs.docx == "-")
    throw UsageError{"--docx needs the name of a file: a Word document is no text"};
  if (outputs.xlsx == "-")
    throw UsageError{"--xlsx needs the name of a file: a workbook is no text"};
  if (!outputs.has_report() && outputs.xlsx.empty() && !outputs.marking.empty())
    throw UsageError{
        "--marking is that of a report or workbook: add --html FILE, --docx FILE or --xlsx FILE"};
  if (!outputs.marking.empty()) check_marking(outputs.marking);
  if (!outputs.docx.empty()) check_word();
  if (outputs.marking.empty()) outputs.marking = report::usual_marking;
  return outputs;
}

void check_outputs(const Outputs& outputs,
                   const std::vector<std::string>& scenarios,
                   const std::function<bool(const fs::path&)>& may_overwrite) {
  // Each with the option that names it.
  std::vector<std::pair<fs::path, std::string>> named;
  if (outputs.has_json_file()) named.emplace_back(outputs.json, "--json");
  if (!outputs.html.empty()) named.emplace_back(outputs.html, "--html");
  if (!outputs.docx.empty()) named.emplace_back(outputs.docx, "--docx");
  if (!outputs.xlsx.empty()) named.emplace_back(outputs.xlsx, "--xlsx");
  const std::size_t documents = named.size();
  for (const fs::path& table : outputs.csv_files())
    named.emplace_back(table, "a file of --csv");
  if (!outputs.csv_folder.empty()) check_name(outputs.csv_folder);
  for (std::size_t i = 0; i < named.size(); ++i) {
    const auto& [file, option] = named[i];
    for (std::size_t before = 0; before < i; ++before) {
      if (lies_in(file, named[before].first)) {
        throw RefusedOutput{named[before].first.string() + ", which is " + named[before].second +
                            ", cannot be the folder of " + file.string() + " as well"};
      }
      if (!is_one_file(file, named[before].first)) continue;
      if (before >= documents)
        throw RefusedOutput{file.string() + " and " + named[before].first.string() +
                            " are one file"};
      throw RefusedOutput{named[before].first.string() + " cannot be both " + named[before].second +
                          " and " + option};
    }
    check_output(file, scenarios, i >= documents, may_overwrite(file));
  }
}

}  // namespace ficap::cli
