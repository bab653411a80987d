#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ficap::report {

/// A value of a results document that came out otherwise when it was computed again.
struct ChangedValue {
  std::vector<std::string> path;        ///< keys from the document's root
  std::optional<std::string> recorded;  ///< as it stands in the file; nothing where it does not
  std::optional<std::string> computed;  ///< nothing where there is no such value now
  std::size_t line{};                   ///< of the file
};

/// What came of repeating a result from what its file says of how it was made.
struct Verification {
  std::string file;
  std::string id;                             ///< of the run, as the file says
  std::string version;                        ///< of the program that wrote it, as it says
  std::string version_here;                   ///< of this one
  std::string study{};                        ///< title of the study that names them; may be empty
  std::vector<std::string> scenarios;         ///< titles of those that it carries
  std::vector<std::string> edited_scenarios;  ///< of those whose digest is not the one stated
  std::uint64_t seed{};
  std::uint32_t replications{};          ///< of each draw, where there are draws
  std::optional<std::uint32_t> draws{};  ///< of uncertain numbers
  std::vector<ChangedValue> changed;     ///< in the order of the file
  /// The first line that is not as this program would write it; nothing when every byte is.
  std::optional<std::size_t> differs_from_line;

  [[nodiscard]] bool matches() const noexcept { return !differs_from_line; }
};

/// The verdict, the first ten values that changed, and what that means for who relies on them.
///
/// @returns lines of at most 100 characters where the file's own words allow it, each ending in
/// "\n"
[[nodiscard]] std::string to_text(const Verification& verification);

}  // namespace ficap::report
