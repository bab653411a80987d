#include <string>

#include <doctest/doctest.h>

#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// Citing a result, and a number of it, as a user does it.

using namespace ficap;

namespace {

const std::string scenario = FICAP_SOURCE_DIR "/scenarios/oracles/priorities.json";

const std::string& results() {
  static const std::string text = [] {
    const auto ended = test::ficap(
        {"run", scenario, "--set", "/plan/years=1", "--replications", "4", "--json", "-"});
    REQUIRE(ended.code == 0);
    return ended.out;
  }();
  return text;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a result is cited in three ways, with what its own file says") {
  const test::TemporaryFolder folder;
  const std::string file = folder / "r.json";
  test::write(file, results());
  const auto all = test::ficap({"cite", file});
  CHECK(all.code == 0);
  CHECK(all.err.empty());
  std::string expected;
  for (const auto& [title, format] : {std::pair{"In a sentence\n", "sentence"},
                                      std::pair{"\nIn a footnote\n", "footnote"},
                                      std::pair{"\nIn BibTeX\n", "bibtex"}})
    expected += title + test::ficap({"cite", file, "--format", format}).out;
  CHECK(all.out == expected);
  CHECK(contains(all.out, "1 April 2026 to 31 March 2027, as simulated by ficap "));
  CHECK(contains(all.out, "4 replications, seed 1"));
  CHECK(contains(all.out, "ficap verify r.json"));
  CHECK_FALSE(contains(all.out, folder.path().string()));
}

TEST_CASE("a cited number is the one that verify finds again") {
  const test::TemporaryFolder folder;
  const std::string file = folder / "r.json";
  test::write(file, results());
  const std::string name = "wait_days[class=statutory]";
  const auto cited = test::ficap({"cite", file, "--measure", name, "--format", "footnote"});
  CHECK(cited.code == 0);
  const std::size_t at = cited.out.find(name + " = ");
  REQUIRE(at != std::string::npos);
  const std::string number = cited.out.substr(at, cited.out.find(')', at) + 1 - at);
  const auto verified = test::ficap({"verify", file, "--measure", name});
  CHECK(verified.code == 0);
  CHECK(contains(verified.out, "\n" + number + ": this matches, to the bit.\n"));
}

TEST_CASE("an edited number is shown beside the one computed, and one beside it still matches") {
  const std::string edited =
      replaced(results(), "\"needs\": {\"mean\": ", "\"needs\": {\"mean\": 1");
  const auto wrong = test::ficap({"verify", "-", "--measure", "needs"}, edited);
  CHECK(wrong.code == 5);
  CHECK(contains(wrong.out, "this does not match.\n  computed: needs = "));
  const auto beside = test::ficap({"verify", "-", "--measure", "served"}, edited);
  CHECK(beside.code == 5);
  CHECK(contains(beside.out, "this matches, to the bit.\n"));
}

TEST_CASE("what cannot be cited is refused, with what to do") {
  const auto other = test::ficap({"cite", "-", "--measure", "neds"}, results());
  CHECK(other.code == 2);
  CHECK(contains(other.err, "did you mean \"needs\"?"));
  const auto format = test::ficap({"cite", "-", "--format", "apa"}, results());
  CHECK(format.code == 2);
  CHECK(contains(format.err, "--format takes sentence, footnote, bibtex or all, not \"apa\""));
  const auto edited =
      test::ficap({"cite", "-"}, replaced(results(), "\"years\": 1", "\"years\": 2"));
  CHECK(edited.code == 5);
  CHECK(edited.out.empty());
  CHECK(contains(edited.err, "there is nothing to cite"));
  CHECK(test::ficap({"cite", scenario}).code == 3);
}
