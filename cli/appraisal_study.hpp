#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "io/read_study.hpp"
#include "models/scenario.hpp"
#include "study/study_document.hpp"

namespace ficap::cli {

/// A study and the scenarios that it names.
struct StudyInput {
  io::StudyText text;
  std::vector<std::string> paths;           ///< the study's, then those of its scenarios
  std::vector<models::Scenario> scenarios;  ///< the base first

  [[nodiscard]] const study::StudyDocument& study() const noexcept { return text.study; }
  /// What people call the base and the options.
  [[nodiscard]] std::vector<std::string> titles() const;
};

/// @returns the same for scenarios that are at hand
[[nodiscard]] std::vector<std::string> titles_of(const study::StudyDocument& study,
                                                 const std::vector<models::Scenario>& scenarios);

/// Reads a study and its scenarios, says the problems of all of them on the side.
///
/// @param path "-" is standard input; scenarios are then looked for from the current folder
/// @returns nothing where there is an error in one of them
/// @throws std::system_error where the study cannot be read
[[nodiscard]] std::optional<StudyInput> read_study(const std::string& path, std::ostream& err);
/// The same of a text that has been read from there.
[[nodiscard]] std::optional<StudyInput> read_study(const std::string& path,
                                                   const std::string& text,
                                                   std::ostream& err);

}  // namespace ficap::cli
