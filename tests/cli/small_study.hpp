#pragma once

#include <filesystem>
#include <string>

#include "tests/cli/temporary_folder.hpp"

namespace ficap::test {

/// The least that a study must say of money.
inline const std::string terms =
    R"("terms": {"price_base": "2025-26", "green_book": "2026", "staff": {"overhead": "£6,000"}})";

/// A study of the small region with an option of five more people, in a folder of its own.
class Study {
 public:
  explicit Study(const std::string& option = R"({"id": "more", "scenario": "more.json"})",
                 const std::string& rest = "") {
    std::filesystem::copy_file(FICAP_SOURCE_DIR "/scenarios/oracles/small-region.json",
                               folder / "region.json");
    write(folder / "more.json",
          R"({"extends": "region.json", "title": "More <people>", "from_start":
                    {"teams": {"north-fi": {"establishment": 9, "strength": 9}}}})");
    write(folder / "study.json",
          R"({"title": "A case", "pays": "north", "base": {"scenario": "region.json"},
                    "plan": {"replications": 3}, "options": [)" +
              option + "], " + terms + rest + "}");
  }
  TemporaryFolder folder;
  [[nodiscard]] std::string file() const { return folder / "study.json"; }
};

}  // namespace ficap::test
