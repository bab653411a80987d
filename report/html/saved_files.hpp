#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>

#include "report/html/page.hpp"

namespace ficap::report::html {

/// A file that a page lets one save.
struct SavedFile {
  std::string title;      ///< what it is, for people
  std::string file_name;  ///< to save it under
  std::string words;      ///< what is in it: JSON
};

/// Names of files that stand beside one another in a folder: small letters, digits and hyphens, no
/// two alike, and none that a system keeps for its devices.
class FileNames {
 public:
  /// @returns a name that no call returned before: "five-more-investigators.json"
  [[nodiscard]] std::string for_title(std::string_view title);

 private:
  std::set<std::string> taken_;
};

/// The study and the scenarios that the figures rest on, and how they are run once they are saved.
///
/// @param files   a study with its scenarios, or scenarios, the base first; at least one
/// @param command what gives the figures again in the folder of the files
[[nodiscard]] Section saved_files(std::span<const SavedFile> files, const std::string& command);

}  // namespace ficap::report::html
