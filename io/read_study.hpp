#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/document.hpp"
#include "io/sources.hpp"
#include "models/located_diagnostic.hpp"
#include "study/study_document.hpp"

namespace ficap::io {

/// A study as it was read, and the text that it was read from.
struct StudyText {
  Sources sources;
  Node root;  ///< without "$schema"
  study::StudyDocument study;

  /// @returns what is wrong with it beside its scenarios, with places in its text
  [[nodiscard]] std::vector<models::LocatedDiagnostic> located(models::Diagnostics found) const;
};

/// What came of reading a study.
struct StudyReading {
  std::optional<StudyText> text;                    ///< nothing when there is an error
  std::vector<models::LocatedDiagnostic> problems;  ///< every one, by line and column
};

/// Reads a study: every field, the sources that its numbers cite, and what its parts say of one
/// another. Its scenarios are not opened.
///
/// @param name what diagnostics call the text
[[nodiscard]] StudyReading read_study(std::string name, std::string text);

/// Reads the study that a results document carries.
///
/// @param sources of the document
[[nodiscard]] StudyReading read_study(const Sources& sources, const Node& node);

/// @returns whether a document means to be a study: it names a base or options, and their terms
[[nodiscard]] bool is_study(const Node& root);
/// @returns the same of a text; false where it is no JSON
[[nodiscard]] bool is_study(const std::string& text);

/// @returns the study with every field written out: read_study() makes the same study of it
[[nodiscard]] Node study_node(const study::StudyDocument& study);

/// @returns the settings, in the order in which they are to be made, that give the base or an
/// option
///          the years, futures and seed of the study, and then what it sets itself
[[nodiscard]] std::vector<std::string> settings_of(const study::StudyDocument& study,
                                                   const std::vector<std::string>& set);

}  // namespace ficap::io
