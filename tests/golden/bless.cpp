#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "tests/golden/results.hpp"

// Rewrites the golden. Run it by hand (`ninja ficap-bless`) when results are meant to change, and
// look at the difference: the commit says what changed and why.

TEST_CASE("the golden is what the program says now") {
  std::ofstream file{std::filesystem::path{FICAP_SOURCE_DIR} / ficap::test::golden_file,
                     std::ios::binary};
  file << ficap::test::golden_results().dump(2) << '\n';
  file.close();
  CHECK(file.good());
}
