#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>

namespace ficap::cli {

/// Where a command's results go, beside what it says: one document, and tables in a folder.
struct Outputs {
  std::string json;                    ///< empty: none; "-": standard output
  std::string csv_folder;              ///< empty: none
  std::vector<std::string> csv_names;  ///< what the command writes there
  std::string html{};                  ///< a page; empty: none
  std::string docx{};                  ///< the same page as a Word document; empty: none
  std::string xlsx{};                  ///< a workbook; empty: none
  std::string marking{};               ///< of page and workbook, where there are any

  /// @returns whether there is to be a page, or the same as a Word document
  [[nodiscard]] bool has_report() const { return !html.empty() || !docx.empty(); }
  [[nodiscard]] bool has_json_file() const { return !json.empty() && json != "-"; }
  /// @returns the files in the folder, in the order of their names above; none without a folder
  [[nodiscard]] std::vector<std::filesystem::path> csv_files() const;
  /// @returns the file of --json, if any, then those of --html, --docx, --xlsx and --csv, where
  /// there are any
  [[nodiscard]] std::vector<std::filesystem::path> files() const;
};

/// @returns whether a file lies in a folder, at any depth; neither need exist
[[nodiscard]] bool lies_in(const std::filesystem::path& file, const std::filesystem::path& folder);

/// @returns whether two paths lead to one file, which need not exist
[[nodiscard]] bool is_one_file(const std::filesystem::path& a, const std::filesystem::path& b);

/// Adds --json and --csv.
///
/// @param json_doc, csv_doc what is written, e.g. "write replications.csv and series.csv there"
void add_output_options(boost::program_options::options_description& options,
                        const char* json_doc,
                        const char* csv_doc);

/// Adds --html, --docx and --marking.
///
/// @param html_doc what the page is
void add_page_options(boost::program_options::options_description& options, const char* html_doc);

/// Adds --xlsx, and --marking where no page has it.
///
/// @param xlsx_doc what the workbook is
void add_workbook_options(boost::program_options::options_description& options,
                          const char* xlsx_doc);

/// @throws UsageError where an option was given without a text, or a marking without a page or
/// workbook
[[nodiscard]] Outputs outputs_of(const boost::program_options::variables_map& values,
                                 std::vector<std::string> csv_names);

/// Finds out before the work is done whether results can be written, each into a file of its own.
///
/// @param scenarios the files that the command reads
/// @param may_overwrite asked for each file that is to be written
/// @throws UsageError where a file exists and may not be overwritten, is a scenario, or is two
///         outputs at once, however they are spelt
/// @throws std::system_error where nothing can be written there
void check_outputs(const Outputs& outputs,
                   const std::vector<std::string>& scenarios,
                   const std::function<bool(const std::filesystem::path&)>& may_overwrite);

}  // namespace ficap::cli
