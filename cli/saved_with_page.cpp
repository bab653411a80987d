#include "cli/saved_with_page.hpp"

#include <cstddef>
#include <utility>

#include "io/json_text.hpp"
#include "io/read_study.hpp"
#include "io/write_scenario.hpp"

namespace ficap::cli {

namespace html = report::html;

std::vector<html::SavedFile> files_of_scenarios(const std::vector<models::Scenario>& scenarios,
                                                const std::vector<std::string>& titles,
                                                html::FileNames& names) {
  std::vector<html::SavedFile> files;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    const std::string& title = titles.at(i);
    // Of an option what it changes: all of each would be megabytes that say the same.
    files.push_back(
        {.title = i == 0 ? title : title + ": what it changes",
         .file_name = names.for_title(title),
         .words = io::pretty(
             i == 0 ? io::write_scenario(scenarios[i])
                    : io::write_option(scenarios.front(), scenarios[i], files.front().file_name))});
  }
  return files;
}

std::vector<html::SavedFile> files_of_study(const study::StudyDocument& study,
                                            const std::vector<models::Scenario>& scenarios,
                                            const std::vector<std::string>& titles) {
  html::FileNames names;
  std::vector<html::SavedFile> files{
      {.title = "The study", .file_name = names.for_title("Study: " + study.title), .words = {}}};
  for (html::SavedFile& file : files_of_scenarios(scenarios, titles, names))
    files.push_back(std::move(file));
  // What the study sets in its scenarios is in their files already.
  study::StudyDocument beside = study;
  beside.base.scenario = files[1].file_name;
  beside.base.set.clear();
  for (std::size_t i = 0; i < beside.options.size(); ++i) {
    beside.options[i].scenario = files[i + 2].file_name;
    beside.options[i].set.clear();
  }
  files.front().words = io::pretty(io::study_node(beside));
  return files;
}

}  // namespace ficap::cli
