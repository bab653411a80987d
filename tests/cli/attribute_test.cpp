#include <algorithm>
#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// `ficap attribute` as a user runs it: the small region, and the same with more people who are
// trusted from the beginning.

using namespace ficap;

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

struct Files {
  test::TemporaryFolder folder;
  std::string base = folder / "base.json";
  std::string option = folder / "option.json";
  std::string people = folder / "people.json";
  std::string again = folder / "again.json";

  Files() {
    fs::copy_file(FICAP_SOURCE_DIR "/scenarios/oracles/small-region.json", base);
    const std::string more =
        R"("from_start": {"teams": {"north-fi": {"establishment": 7, "strength": 7}}})";
    test::write(option,
                R"({"extends": "base.json", "title": "More people, and words",
                    "asking": {"ceiling": 1}, )" +
                    more + "}");
    test::write(people, R"({"extends": "base.json", "title": "More people", )" + more + "}");
    test::write(again, R"({"extends": "base.json", "title": "The same again"})");
  }
  [[nodiscard]] std::vector<std::string> command(std::vector<std::string> more) const {
    std::vector<std::string> all{"attribute", base, option, "--replications", "8"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
};

double sum_of_terms(const json& measure) {
  double sum = 0.0;
  for (const char* const lever : {"people_and_rules", "asking", "timing"})
    sum += measure["terms"][lever]["mean"].get<double>();
  return sum;
}

}  // namespace

TEST_CASE("a difference is shared out among mechanisms, and the worlds' ends are the two alone") {
  const Files files;
  const auto ended = test::ficap(files.command({}));
  CHECK(ended.code == 0);
  CHECK(ended.err.empty());
  CHECK(contains(on_one_line(ended.out),
                 "More people, and words, against A small region with one of everything"));
  CHECK(contains(ended.out, "\nUnmet need (discretionary): "));
  CHECK(contains(ended.out, "not causes"));
  CHECK(contains(ended.out, "\nPeople and rules: all that the option changes"));
  CHECK(contains(ended.out, "\nAll of it"));
  CHECK(contains(ended.out, "\nNothing: the base"));
  const auto quiet = test::ficap(files.command({"--quiet"}));
  CHECK(ended.out.starts_with(quiet.out));
  CHECK_FALSE(contains(quiet.out, "All of it"));

  const auto as_json = test::ficap(files.command({"--json", "-", "--quiet"}));
  const json measures = json::parse(as_json.out)["measures"];
  CHECK(measures.size() == 3);
  const auto compared = test::ficap({"compare",
                                     files.base,
                                     files.option,
                                     "--replications",
                                     "8",
                                     "--measure",
                                     "assets_collected",
                                     "--json",
                                     "-",
                                     "--quiet"});
  const json scenarios = json::parse(compared.out)["measures"]["assets_collected"]["scenarios"];
  const json worlds = measures["assets_collected"]["worlds"];
  REQUIRE(worlds.size() == 8);
  for (const char* const figure : {"mean", "half_width"}) {
    CHECK(worlds[0][figure] == scenarios["base"][figure]);
    CHECK(worlds[7][figure] == scenarios["option"][figure]);
  }
  for (const auto& item : measures.items()) {
    CAPTURE(item.key());
    const json& measure = item.value();
    CHECK(measure["total"]["mean"].get<double>() == sum_of_terms(measure));
  }
}

TEST_CASE("it is shared out among the parts in which the two differ") {
  const Files files;
  const auto ended = test::ficap(files.command({"--by", "parts", "--json", "-", "--quiet"}));
  CHECK(ended.code == 0);
  const json document = json::parse(ended.out);
  CHECK(document["run"]["levers"] == json{"people", "trust"});
  const json worlds = document["measures"]["unmet_share_of_need[class=discretionary]"]["worlds"];
  CHECK(worlds.size() == 4);
  const auto people_alone = test::ficap({"compare",
                                         files.base,
                                         files.people,
                                         "--replications",
                                         "8",
                                         "--measure",
                                         "unmet_share_of_need[class=discretionary]",
                                         "--json",
                                         "-",
                                         "--quiet"});
  CHECK(worlds[1]["mean"] ==
        json::parse(people_alone.out)["measures"]["unmet_share_of_need[class=discretionary]"]
                                     ["scenarios"]["people"]["mean"]);
}

TEST_CASE("where the two differ in one part or in none, it is said what to do instead") {
  const Files files;
  const auto one = test::ficap({"attribute", files.base, files.people, "--by", "parts"});
  CHECK(one.code == 2);
  CHECK(one.err ==
        "ficap: the two differ in one part alone, people: all of the difference comes with it\n"
        "Leave out --by parts: mechanisms can be told of any two scenarios.\n");
  const auto none = test::ficap({"attribute", files.base, files.again, "--by", "parts"});
  CHECK(none.code == 2);
  CHECK(contains(none.err, "the two say the same to a simulation"));
  const auto same =
      test::ficap({"attribute", files.base, files.again, "--replications", "2", "--quiet"});
  CHECK(same.code == 0);
  CHECK(contains(same.out, "Assets collected: exactly the same.\n"));
}

TEST_CASE("a mixture that cannot be simulated is named, with what is wrong and a way out") {
  const Files files;
  const std::string skilled = files.folder / "skilled.json";
  test::write(skilled,
              R"({"extends": "base.json", "title": "A new skill",
                  "skills": {"new": {"name": "New"}},
                  "roles": {"fi": {"skills": ["investigation", "new"]}},
                  "requests": {"claim": {"tasks": [{"name": "Answer", "skill": "new",
                               "effort": {"fixed": {"value": "5 h"}}}]}}})");
  const auto ended = test::ficap({"attribute", files.base, skilled, "--by", "parts"});
  CHECK(ended.code == 2);
  CHECK(
      ended.err.starts_with("ficap: a mixture of the two cannot be simulated: people of the base "
                            "and work of the option\n  /requests/claim/tasks/0/skill: found "));
  CHECK(contains(ended.err, "leave out --by parts"));
  CHECK(test::ficap({"attribute", files.base, skilled, "--replications", "2", "--quiet"}).code ==
        0);
}

TEST_CASE("files do not depend on threads, and verify makes them again") {
  const Files files;
  const auto made = [&](const std::string& threads, const std::string& by) {
    const std::string file = files.folder / (by + threads + ".json");
    const std::string csv = files.folder / (by + threads);
    CHECK(
        test::ficap(files.command({"--threads", threads, "--by", by, "--json", file, "--csv", csv}))
            .code == 0);
    return std::vector<std::string>{test::content_of(file),
                                    test::content_of(csv + "/attribution.csv"),
                                    test::content_of(csv + "/worlds.csv")};
  };
  for (const char* const by : {"mechanisms", "parts"}) {
    CAPTURE(by);
    CHECK(made("1", by) == made("5", by));
    const std::string file = files.folder / (std::string{by} + "1.json");
    CHECK(test::ficap({"verify", file}).code == 0);
    std::string text = test::content_of(file);
    const auto place = text.find("\"verdict\": \"");
    REQUIRE(place != std::string::npos);
    text.insert(place + 12, "much ");
    test::write(file, text);
    CHECK(test::ficap({"verify", file}).code == 5);
  }
}

TEST_CASE("an attribution stopped by Ctrl-C keeps the bytes of one of that many futures") {
  const Files files;
  const std::string file = files.folder / "stopped.json";
  const auto stopped = test::ficap_interrupted(
      {"attribute", files.base, files.option, "--replications", "2000000", "--json", file},
      "futures, about ",
      SIGINT);
  CHECK(stopped.code == 130);
  CHECK(contains(stopped.out, "Stopped early: "));
  const auto finished = json::parse(test::content_of(file))["run"]["replications"].get<int>();
  const auto whole = test::ficap({"attribute",
                                  files.base,
                                  files.option,
                                  "--replications",
                                  std::to_string(finished),
                                  "--json",
                                  "-",
                                  "--quiet"});
  CHECK(whole.out == test::content_of(file));
}

TEST_CASE("other periods, one scenario, three, unknown words and too much have their sentence") {
  const Files files;
  const std::string later = files.folder / "later.json";
  test::write(later, R"({"extends": "base.json", "plan": {"start": "2027-04-01"}})");
  const auto other = test::ficap({"attribute", files.base, later});
  CHECK(other.code == 2);
  CHECK(contains(other.err, "these cannot be compared in the same futures\n"));
  CHECK(contains(test::ficap({"attribute", files.base}).err,
                 "ficap: attribute the difference between what and what? Give a base and one"));
  CHECK(test::ficap({"attribute", files.base, files.option, files.people}).code == 2);
  CHECK(contains(test::ficap(files.command({"--by", "people"})).err,
                 "--by people: by \"mechanisms\" or by \"parts\""));
  CHECK(
      contains(test::ficap(files.command({"--measure", "servd"})).err, "did you mean \"served\"?"));
  CHECK(contains(
      test::ficap({"attribute", files.base, files.option, "--replications", "9000000"}).err,
      "so many worlds can be simulated in at most 2097152 futures"));
  CHECK(test::ficap(files.command({"--set", "/plan/years=0"})).code == 3);
  CHECK(test::ficap(files.command({"--json", files.option, "--force"})).code == 2);
}
