#include "report/verification.hpp"

#include <algorithm>

#include "report/diagnostics.hpp"
#include "report/words.hpp"

namespace ficap::report {

namespace {

constexpr std::size_t width = 100;
constexpr std::size_t most_shown = 10;

std::string joined(const std::vector<std::string>& path, std::size_t from) {
  std::string text;
  for (std::size_t i = from; i < path.size(); ++i)
    text += "/" + path[i];
  return text;
}

/// @returns "unmet_share_of_need, organisation wmp: mean"; of the rest its place in the document
std::string name_of(const std::vector<std::string>& path) {
  const bool is_measure = path.size() > 1 && path[0] == "measures";
  if (is_measure && path.size() == 3) return path[1] + ": " + path[2];
  if (is_measure && path.size() == 6 && path[2] == "by") {
    return path[1] + ", " + path[3] + " " + path[4] + ": " + path[5];
  }
  return joined(path, 0);
}

std::string sentence(const ChangedValue& value) {
  return "  line " + std::to_string(value.line) + ": " + harmless(name_of(value.path)) +
         "\n      recorded " + harmless(value.recorded.value_or("nothing")) + ", computed " +
         harmless(value.computed.value_or("nothing")) + "\n";
}

std::string what_was_repeated(const Verification& v) {
  constexpr std::size_t most = 4;
  std::string titles = v.study;
  const std::size_t shown = v.study.empty() || v.scenarios.size() <= most ? v.scenarios.size() : 1;
  for (std::size_t i = 0; i < shown; ++i)
    titles += (titles.empty() ? "" : i == 0 ? ": " : ", ") + v.scenarios[i];
  if (shown < v.scenarios.size())
    titles += " and " + std::to_string(v.scenarios.size() - shown) + " others";
  std::string futures = counted(v.replications, "future", "futures");
  if (v.draws) futures = counted(*v.draws, "draw", "draws") + ", " + futures + " of each";
  return harmless(titles) + " · " + futures + " · seed " + std::to_string(v.seed) + " · " +
         harmless(v.id) + "\n";
}

std::string other_version(const Verification& v) {
  return "ficap " + harmless(v.version) + " wrote the file and this is ficap " + v.version_here;
}

std::string meaning(const Verification& v) {
  if (!v.edited_scenarios.empty()) {
    return "The scenario in the file is not the one whose digest the file states: it was edited "
           "after the run. The figures belong to another scenario than the one beside them. Do not "
           "rely on the file; run its scenario again.";
  }
  if (v.changed.empty()) {
    return "Every value is as computed, but the text is not as ficap writes it: the file was laid "
           "out anew or edited after the run (blanks, the order of its members, the spelling of a "
           "number). Its figures can be relied on.";
  }
  const bool run_edited = std::any_of(v.changed.begin(), v.changed.end(), [](const auto& each) {
    return !each.path.empty() && each.path.front() == "run";
  });
  if (run_edited) {
    return "What the file says of how it was made does not belong together: the id follows from "
           "the scenario, the seed, the number of futures and the version, so one of them was "
           "edited after the run. Do not rely on the file.";
  }
  if (v.version != v.version_here) {
    return other_version(v) +
           ": another version may compute other figures (CHANGELOG, under "
           "Results). To know whether the file is as it was written, verify it with ficap " +
           harmless(v.version) + ".";
  }
  return "Either the file was edited after the run, or one of two machines computed wrongly, which "
         "must not happen. Do not rely on the recorded values. If nobody edited the file, run "
         "`ficap selftest` here, and report this with the file attached.";
}

}  // namespace

std::string to_text(const Verification& v) {
  const std::string file = harmless(v.file);
  if (v.matches()) {
    std::string text = file + " matches, to the bit.\n" + what_was_repeated(v);
    if (v.version != v.version_here) text += wrapped(other_version(v) + ": both agree.", width);
    return text;
  }
  std::string text = file + " does not match.\n" + what_was_repeated(v) + "\n";
  if (v.changed.empty()) {
    text += "The text differs from line " + std::to_string(*v.differs_from_line) + " on.\n";
  } else {
    text += counted(static_cast<std::int64_t>(v.changed.size()), "value differs", "values differ") +
            ":\n";
    const std::size_t shown = std::min(v.changed.size(), most_shown);
    for (std::size_t i = 0; i < shown; ++i)
      text += sentence(v.changed[i]);
    if (shown < v.changed.size()) {
      text +=
          "  and " + with_commas(static_cast<std::int64_t>(v.changed.size() - shown)) + " more\n";
    }
  }
  return text + "\n" + wrapped(meaning(v), width);
}

}  // namespace ficap::report
