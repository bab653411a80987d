#include <array>
#include <csignal>
#include <cstddef>
#include <string>

#include <doctest/doctest.h>

#include "io/read_results.hpp"
#include "io/run_info.hpp"
#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// Results, repeated from their own file as a user does it.

using namespace ficap;

namespace {

const std::string scenario = FICAP_SOURCE_DIR "/scenarios/oracles/priorities.json";

std::string results(const std::string& futures = "2") {
  const auto ended = test::ficap(
      {"run", scenario, "--set", "/plan/years=1", "--replications", futures, "--json", "-"});
  REQUIRE(ended.code == 0);
  return ended.out;
}

test::Ended verified(const std::string& text) {
  return test::ficap({"verify", "-"}, text);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a result matches what its own file makes again, whatever the threads") {
  const std::string text = results("5");
  for (const char* threads : {"1", "2", "7"}) {
    const auto ended = test::ficap({"verify", "-", "--threads", threads}, text);
    CHECK(ended.code == 0);
    CHECK(contains(ended.out, "standard input matches, to the bit.\n"));
    CHECK(ended.err.empty());
  }
  const auto quiet = test::ficap({"verify", "-", "--quiet"}, text);
  CHECK(quiet.code == 0);
  CHECK(quiet.out.empty());
}

TEST_CASE("no byte of a result can be changed, added or taken away unnoticed") {
  const std::string text = results();
  constexpr std::size_t places = 60;
  for (std::size_t i = 0; i < places; ++i) {
    const std::size_t at = (i * 7'919 * 31) % text.size();
    CAPTURE(at);
    std::string other = text;
    other[at] = other[at] == '7' ? '8' : '7';
    CHECK(verified(other).code != 0);
  }
  CHECK(verified(text + "\n").code == 5);
  CHECK(verified(text.substr(0, text.size() - 1)).code == 5);
  CHECK(verified(text).code == 0);
}

TEST_CASE("an edited figure is named with its measure, its cut and both values") {
  const std::string text = results();
  const std::size_t measure = text.find("\"unmet_share_of_need\"");
  const std::size_t cut = text.find("\"force\": {\"mean\": ", measure);
  REQUIRE(cut != std::string::npos);
  std::string edited = text;
  edited.insert(cut + std::string{"\"force\": {\"mean\": "}.size(), "1");
  const auto ended = verified(edited);
  CHECK(ended.code == 5);
  CHECK(contains(ended.out, "1 value differs:\n"));
  CHECK(
      contains(ended.out,
               ": unmet_share_of_need, organisation force: mean\n      recorded 10, computed 0\n"));
  CHECK(contains(ended.out, "report this with the file attached"));
}

TEST_CASE("an edited scenario, seed or version, and a new layout, are told apart") {
  const std::string text = results();
  CHECK(contains(verified(replaced(text, "\"years\": 1", "\"years\": 2")).out,
                 "The scenario in the file is not the one whose digest the file states"));
  CHECK(contains(verified(replaced(text, "\"seed\": 1,", "\"seed\": 2,")).out,
                 "does not belong together"));
  CHECK(contains(verified(replaced(text, "\"version\": \"", "\"version\": \"9")).out,
                 "does not belong together"));
  const auto wider = verified(replaced(text, "\"run\": {", "\"run\":  {"));
  CHECK(wider.code == 5);
  CHECK(contains(wider.out, "The text differs from line 2 on.\n"));
}

TEST_CASE("a result of another version is repeated all the same, and both versions are named") {
  const std::string text = results();
  const auto reading = io::read_results("r.json", text);
  REQUIRE(reading.document);
  const auto scenario_of_it = reading.document->scenario(0).scenario;
  REQUIRE(scenario_of_it);
  const io::RunInfo other = io::run_info(*scenario_of_it, {.seed = 1, .replications = 2}, "99.1.2");
  const std::string here = reading.document->manifest.version;
  const std::string elsewhere = replaced(replaced(text, reading.document->manifest.id, other.id),
                                         "\"version\": \"" + here + "\"",
                                         "\"version\": \"99.1.2\"");
  const auto agreeing = verified(elsewhere);
  CHECK(agreeing.code == 0);
  CHECK(contains(agreeing.out,
                 "ficap 99.1.2 wrote the file and this is ficap " + here + ": both agree.\n"));
  const auto deviating = verified(replaced(elsewhere, "{\"mean\": ", "{\"mean\": 1"));
  CHECK(deviating.code == 5);
  CHECK(contains(deviating.out, "another version may compute other figures"));
}

TEST_CASE("what is no result, or cannot be run, is not verified") {
  CHECK(test::ficap({"verify"}).code == 2);
  CHECK(test::ficap({"verify", "a.json", "b.json"}).code == 2);
  CHECK(test::ficap({"verify", "no-such-file.json"}).code == 1);
  CHECK(test::ficap({"verify", scenario}).code == 3);
  const std::string text = results();
  const auto broken = verified(replaced(text, "\"years\": 1", "\"years\": -1"));
  CHECK(broken.code == 5);
  CHECK(contains(broken.err, "was edited after the run and is none any more: not verified"));
  const auto unknown = verified(replaced(text, "\"command\": \"run\"", "\"command\": \"walk\""));
  CHECK(unknown.code == 3);
  CHECK(contains(unknown.err, "cannot repeat it: not verified"));
}

TEST_CASE("a verification that is stopped by Ctrl-C verifies nothing") {
  const test::TemporaryFolder folder;
  const std::string file = folder / "results.json";
  test::write(file, replaced(results(), "\"replications\": 2,", "\"replications\": 1000000,"));
  const auto ended = test::ficap_interrupted({"verify", file}, "left", SIGINT);
  CHECK(ended.code == 130);
  CHECK(ended.out.empty());
  CHECK(contains(ended.err, "is not verified"));
}
