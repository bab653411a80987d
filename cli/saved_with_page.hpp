#pragma once

#include <string>
#include <vector>

#include "models/scenario.hpp"
#include "report/html/saved_files.hpp"
#include "study/study_document.hpp"

namespace ficap::cli {

// The files that a page lets one save. They name one another by the names that they are saved
// under, so that a folder of them runs as it is, whatever the folders were that they came from.

/// @param scenarios the base first
/// @param titles    of each
/// @param names     of files beside them
/// @returns the base as the program reads it, and of each option what it changes of that
[[nodiscard]] std::vector<report::html::SavedFile> files_of_scenarios(
    const std::vector<models::Scenario>& scenarios,
    const std::vector<std::string>& titles,
    report::html::FileNames& names);

/// @returns the study, whose scenarios are the files after it
[[nodiscard]] std::vector<report::html::SavedFile> files_of_study(
    const study::StudyDocument& study,
    const std::vector<models::Scenario>& scenarios,
    const std::vector<std::string>& titles);

}  // namespace ficap::cli
