#include <filesystem>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "tests/architecture/rules.hpp"
#include "tests/architecture/source_text.hpp"

namespace fs = std::filesystem;
using namespace ficap;

TEST_CASE("a layer includes and uses only what its row of the table allows") {
  const fs::path root{FICAP_SOURCE_DIR};
  const auto elementary = root / "sim" / "elementary.hpp";
  const auto own_functions = test::functions_declared_in(test::read_file(elementary));
  CHECK(own_functions.contains("log"));

  int files = 0;
  for (const test::Layer& layer : test::layers()) {
    // Only sim/ may call them bare: elsewhere a bare log() is the library's.
    const auto bare = layer.name == "sim" ? own_functions : std::set<std::string>{};
    for (const fs::path& path : test::sources_below(root / layer.name)) {
      ++files;
      const auto text = test::read_file(path);
      for (const auto& violation : test::violations(
               layer, fs::relative(path, root / layer.name).generic_string(), text, bare)) {
        FAIL_CHECK(fs::relative(path, root).string(), ":", violation.line, ": ", violation.what);
      }
    }
  }
  CHECK(files > 0);  // a test that reads nothing proves nothing
}
