#include <csignal>
#include <filesystem>
#include <string>

#include <doctest/doctest.h>

#include "io/read_results.hpp"
#include "tests/cli/process.hpp"
#include "tests/cli/stopped_run.hpp"
#include "tests/cli/temporary_folder.hpp"

// Runs that are kept, found again, listed, shown, compared and exported, as a user does it.

using namespace ficap;
using test::operator+;

namespace {

namespace fs = std::filesystem;

const std::string base = FICAP_SOURCE_DIR "/scenarios/oracles/priorities.json";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// A store in a folder of its own, and commands that use it.
struct Kept {
  test::TemporaryFolder folder{};
  std::string store = folder / "runs.sqlite";

  [[nodiscard]] test::Words run(const std::string& futures, const test::Words& more = {}) const {
    return test::Words{"run", base, "--set", "/plan/years=1", "--replications", futures} + more;
  }
  [[nodiscard]] test::Words in_store() const { return {"--store", store}; }
  [[nodiscard]] test::Ended keep(const std::string& futures, const test::Words& more = {}) const {
    const auto ended = test::ficap(run(futures, more) + in_store());
    REQUIRE(ended.code == 0);
    return ended;
  }
  [[nodiscard]] test::Ended runs(const test::Words& words) const {
    return test::ficap(test::Words{"runs"} + words + in_store());
  }
};

std::string id_of(const std::string& json) {
  const auto reading = io::read_results("r.json", json);
  REQUIRE(reading.document);
  return reading.document->manifest.id;
}

}  // namespace

TEST_CASE("a run that is kept is not computed again, says so, and gives the same bytes") {
  const Kept kept;
  const auto plain = test::ficap(kept.run("24", {"--json", "-"}));
  const auto first = kept.keep("24", {"--json", "-"});
  CHECK(first.out == plain.out);
  const std::string id = id_of(first.out);
  CHECK(contains(first.err, "kept " + id + " in " + kept.store + "\n"));
  const auto second = kept.keep("24", {"--json", "-"});
  CHECK(second.out == plain.out);
  CHECK(second.err ==
        "ficap: " + id + " is in " + kept.store + "; it is not computed again\n" + plain.err);
  CHECK(kept.folder.entries() == 1);
}

TEST_CASE("a kept run writes the same files and says the same answer, at any number of threads") {
  const Kept kept;
  const auto outputs = [&](const std::string& name) {
    return test::Words{"--json", kept.folder / (name + ".json"), "--csv", kept.folder / name};
  };
  CHECK(test::ficap(kept.run("24", outputs("plain"))).code == 0);
  (void)kept.keep("24");
  (void)kept.keep("24", outputs("kept") + test::Words{"--threads", "3"});
  CHECK(test::content_of(kept.folder / "kept.json") ==
        test::content_of(kept.folder / "plain.json"));
  for (const char* table : {"replications.csv", "series.csv"}) {
    CHECK(test::content_of(kept.folder / "kept" + "/" + table) ==
          test::content_of(kept.folder / "plain" + "/" + table));
  }
  CHECK(kept.keep("24").out == test::ficap(kept.run("24")).out);
}

TEST_CASE("a longer run begins with the futures of a shorter one, and a shorter needs none") {
  const Kept kept;
  (void)kept.keep("5");
  const auto longer = kept.keep("9", {"--json", "-"});
  CHECK(contains(longer.err,
                 "ficap: 5 futures of this are in " + kept.store + "; only others are computed\n"));
  CHECK(longer.out == test::ficap(kept.run("9", {"--json", "-"})).out);
  const auto shorter = kept.keep("3", {"--json", "-"});
  CHECK(contains(shorter.err,
                 "ficap: all 3 futures are in " + kept.store + "; they are not computed again\n"));
  CHECK(shorter.out == test::ficap(kept.run("3", {"--json", "-"})).out);
}

TEST_CASE("another seed or scenario is computed") {
  const Kept kept;
  (void)kept.keep("3");
  CHECK_FALSE(contains(kept.keep("3", {"--seed", "2"}).err, "computed"));
  CHECK_FALSE(contains(kept.keep("3", {"--set", "/plan/years=2"}).err, "computed"));
}

TEST_CASE("a run that is asked to be precise uses what is kept, and comes to the same bytes") {
  const Kept kept;
  (void)kept.keep("20");
  const test::Words precise{"--precision", "wait_days:10%", "--json", "-"};
  const auto plain = test::ficap(kept.run("400", precise));
  const auto with_store = test::ficap(kept.run("400", precise) + kept.in_store());
  CHECK(with_store.code == plain.code);
  CHECK(with_store.out == plain.out);
  CHECK(contains(with_store.err, "ficap: 20 futures of this are in "));
}

TEST_CASE("an export has the bytes that the run wrote") {
  const Kept kept;
  const auto plain = test::ficap(
      kept.run("4", {"--json", kept.folder / "plain.json", "--csv", kept.folder / "plain"}));
  CHECK(plain.code == 0);
  const std::string json = test::content_of(kept.folder / "plain.json");
  (void)kept.keep("4");
  CHECK(kept.runs({"export", "1", "--json", "-"}).out == json);
  CHECK(kept.runs({"export", id_of(json), "--json", "-"}).out == json);
  const auto written =
      kept.runs({"export", "1", "--json", kept.folder / "e.json", "--csv", kept.folder / "e"});
  CHECK(written.code == 0);
  CHECK(contains(written.err, "wrote " + (kept.folder / "e.json") + "\n"));
  CHECK(test::content_of(kept.folder / "e.json") == json);
  for (const char* table : {"replications.csv", "series.csv"}) {
    CHECK(test::content_of(kept.folder / "e" + "/" + table) ==
          test::content_of(kept.folder / "plain" + "/" + table));
  }
  CHECK(kept.runs({"export", "1", "--json", kept.folder / "e.json"}).code == 2);
  const test::Words page{"--html", kept.folder / "plain.html"};
  CHECK(test::ficap(kept.run("4", page)).code == 0);
  CHECK(kept.runs({"export", "1", "--html", kept.folder / "e.html"}).code == 0);
  CHECK(test::content_of(kept.folder / "e.html") == test::content_of(kept.folder / "plain.html"));
  const auto itself = kept.runs({"export", "1", "--json", kept.store, "--force"});
  CHECK(itself.code == 2);
  CHECK(contains(itself.err, "is the store itself"));
}

TEST_CASE("runs are listed, shown as they were, and compared in the futures that both have") {
  const Kept kept;
  const auto first = kept.keep("4", {"--quiet"});
  (void)kept.keep("6", {"--set", "/title=Another", "--set", "/plan/years=1"});
  const auto list = kept.runs({});
  CHECK(list.code == 0);
  CHECK(contains(list.out, "2  Another\n  FI-"));
  CHECK(kept.runs({"list"}).out == list.out);
  CHECK(kept.runs({"show", "1", "--quiet"}).out == first.out);
  const auto compared = kept.runs({"compare", "1", "2", "--quiet"});
  CHECK(compared.code == 0);
  CHECK(contains(compared.out, "4 futures, the same for all"));
  (void)kept.keep("4", {"--seed", "2"});
  const auto other_seed = kept.runs({"compare", "1", "3"});
  CHECK(other_seed.code == 2);
  CHECK(contains(other_seed.err, "their futures are not the same"));
  (void)kept.keep("4", {"--set", "/plan/years=2"});
  CHECK(contains(kept.runs({"compare", "1", "4"}).err, "cannot be compared in the same futures"));
}

TEST_CASE("a comparison keeps the run of each scenario, and takes what is kept") {
  const Kept kept;
  const std::string west_midlands = FICAP_SOURCE_DIR "/scenarios/west-midlands.json";
  const std::string option = FICAP_SOURCE_DIR "/scenarios/early-desk.json";
  const test::Words compare{
      "compare", west_midlands, option, "--set", "/plan/years=1", "--replications", "2"};
  const auto plain = test::ficap(compare);
  const auto first = test::ficap(compare + kept.in_store());
  CHECK(first.out == plain.out);
  CHECK(contains(kept.runs({}).out, "2  A ring-fenced early desk"));
  const auto second = test::ficap(compare + kept.in_store());
  CHECK(second.out == plain.out);
  CHECK(contains(second.err, "all 4 futures are in "));
  const auto run = test::ficap(
      test::Words{"run", option, "--set", "/plan/years=1", "--replications", "2", "--json", "-"} +
      kept.in_store());
  CHECK(contains(run.err, "it is not computed again"));
  CHECK(run.out ==
        test::ficap({"run", option, "--set", "/plan/years=1", "--replications", "2", "--json", "-"})
            .out);
}

TEST_CASE("a store whose futures were altered is not believed") {
  const Kept kept;
  (void)kept.keep("1");
  std::string bytes = test::content_of(kept.store);
  // The last byte of the outcome's seal: found by what an export needs to read it.
  const auto sound = kept.runs({"export", "1", "--json", "-"});
  CHECK(sound.code == 0);
  bool noticed = false;
  for (std::size_t at = bytes.size() / 4; at < bytes.size() && !noticed; at += 61) {
    std::string other = bytes;
    other[at] = static_cast<char>(other[at] ^ 1);
    test::write(kept.store, other);
    const auto ended = kept.runs({"export", "1", "--json", "-"});
    CHECK((ended.code != 0 || ended.out == sound.out));
    noticed = contains(ended.err, "future 0 of FI-");
  }
  CHECK(noticed);
  CHECK(contains(test::ficap(kept.run("1") + kept.in_store()).err, "or is damaged"));
}

TEST_CASE("what is no store is refused before anything is computed, and left as it is") {
  const Kept kept;
  const test::Words endless = kept.run("200000");
  test::write(kept.store, "not a store");
  const auto ended = test::ficap(endless + kept.in_store());
  CHECK(ended.code == 1);
  CHECK(ended.out.empty());
  CHECK(contains(ended.err, kept.store + " is no store of ficap"));
  CHECK(test::content_of(kept.store) == "not a store");
  CHECK(test::ficap(endless + test::Words{"--store", "-"}).code == 2);
  CHECK(test::ficap(endless + test::Words{"--store", base}).code == 2);
  CHECK(test::ficap(endless + test::Words{"--store", kept.store, "--json", kept.store, "--force"})
            .code == 2);
  CHECK(test::ficap({"runs", "--store", kept.folder / "none.sqlite"}).code == 1);
  CHECK(test::ficap({"runs"}).code == 2);
  CHECK(kept.folder.entries() == 1);
}

TEST_CASE("a run that is stopped keeps the futures that it finished") {
  const Kept kept;
  const std::string json = kept.folder / "r.json";
  const auto stopped =
      test::ficap_stopped(kept.run("200000", {"--json", json}) + kept.in_store(), SIGINT, [&] {
        std::error_code ignored;
        return fs::file_size(json + ".unfinished", ignored) > 20'000 && !ignored;
      });
  CHECK(stopped.code == 130);
  CHECK(contains(stopped.err, "kept FI-"));
  CHECK(kept.runs({"export", "1", "--json", "-"}).out == test::content_of(json));
}

TEST_CASE("nothing of anybody else's is deleted beside a store") {
  const Kept kept;
  const auto refused = [&](const std::string& name, const std::string& why) {
    const auto ended = test::ficap(kept.run("2") + test::Words{"--store", kept.folder / name});
    CHECK(ended.code == 2);
    CHECK(contains(ended.err, why));
  };
  refused("s-wal", "SQLite keeps beside a store");
  refused("s.unfinished", "in which a run keeps what it has finished");
  for (const char* suffix : {"-journal", "-wal"}) {
    const std::string beside = kept.store + suffix;
    test::write(beside, "my notes");
    for (int before_and_after = 0; before_and_after < 2; ++before_and_after) {
      const auto ended = test::ficap(kept.run("2") + kept.in_store());
      CHECK(ended.code == 2);
      CHECK(contains(ended.err, beside + " stands where SQLite keeps what belongs to the store"));
      CHECK(test::content_of(beside) == "my notes");
      fs::remove(beside);
      if (before_and_after == 0) {
        CHECK(test::ficap(kept.run("2") + kept.in_store()).code == 0);
        test::write(beside, "my notes");
      }
    }
    fs::remove(kept.store);
  }
}
