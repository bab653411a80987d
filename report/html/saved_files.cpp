#include "report/html/saved_files.hpp"

#include <cstddef>

#include "report/html/markup.hpp"

namespace ficap::report::html {

namespace {

// Windows opens these instead of a file, whatever their ending.
bool is_a_device(const std::string& stem) {
  if (stem == "con" || stem == "prn" || stem == "aux" || stem == "nul") return true;
  return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt"));
}

}  // namespace

std::string FileNames::for_title(std::string_view title) {
  constexpr std::size_t longest = 60;
  std::string stem = slug(std::string{slug(title)}.substr(0, longest));
  if (is_a_device(stem)) stem = "the-" + stem;
  std::string name = stem;
  for (int again = 2; !taken_.insert(name).second; ++again)
    name = stem + "-" + std::to_string(again);
  return name + ".json";
}

Section saved_files(std::span<const SavedFile> files, const std::string& command) {
  const bool several = files.size() > 1;
  Section section{.heading = several ? "The scenarios" : "The scenario", .blocks = {}};
  section.blocks.emplace_back(Paragraph{
      .words = std::string{"All that the figures rest on, every number with its source "
                           "and grade, as "} +
               (several ? "files that the program reads. Save them all in one folder "
                          "under the names that they have here, and run the program there."
                        : "a file that the program reads. Save it, and run the program "
                          "in its folder.")});
  section.blocks.emplace_back(Terms{.entries = {{"The figures again", command}}});
  for (const SavedFile& file : files) {
    section.blocks.emplace_back(Verbatim{.summary = file.title,
                                         .words = file.words,
                                         .file_name = file.file_name,
                                         .media_type = "application/json"});
  }
  return section;
}

}  // namespace ficap::report::html
