#include "io/extends.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "io/json_text.hpp"
#include "io/pointer.hpp"
#include "tests/io/support.hpp"

namespace io = ficap::io;
using ficap::test::Text;

namespace {

struct Files {
  std::map<std::string, std::string> texts;
  io::Resolved resolve(const std::string& name, const std::vector<std::string>& sets = {}) const {
    return io::resolve(
        name,
        texts.at(name),
        [this](const std::string& wanted) -> std::optional<std::string> {
          const auto found = texts.find(wanted);
          if (found == texts.end()) return std::nullopt;
          return found->second;
        },
        sets);
  }
};

std::string json(const io::Resolved& resolved) {
  return resolved.root ? io::canonical(*resolved.root) : "nothing";
}

std::string where(const io::Resolved& resolved, const std::string& pointer) {
  const io::Place place = io::place_of(*resolved.root, pointer);
  return resolved.sources.name(place.source) + ":" + ficap::test::spot(place);
}

std::string merged(const std::string& base, const std::string& patch) {
  Text a{base};
  Text b{patch};
  io::merge(*a.parsed.root, *b.parsed.root);
  return io::canonical(*a.parsed.root);
}

}  // namespace

TEST_CASE("a merge patch does what RFC 7386 shows in its appendix") {
  CHECK(merged(R"({"a":"b"})", R"({"a":"c"})") == R"({"a":"c"})");
  CHECK(merged(R"({"a":"b"})", R"({"b":"c"})") == R"({"a":"b","b":"c"})");
  CHECK(merged(R"({"a":"b"})", R"({"a":null})") == R"({})");
  CHECK(merged(R"({"a":"b","b":"c"})", R"({"a":null})") == R"({"b":"c"})");
  CHECK(merged(R"({"a":["b"]})", R"({"a":"c"})") == R"({"a":"c"})");
  CHECK(merged(R"({"a":"c"})", R"({"a":["b"]})") == R"({"a":["b"]})");
  CHECK(merged(R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})") == R"({"a":{"b":"d"}})");
  CHECK(merged(R"({"a":[{"b":"c"}]})", R"({"a":[1]})") == R"({"a":[1]})");
  CHECK(merged(R"(["a","b"])", R"(["c","d"])") == R"(["c","d"])");
  CHECK(merged(R"({"a":"b"})", R"(["c"])") == R"(["c"])");
  CHECK(merged(R"({"a":"foo"})", R"(null)") == R"(null)");
  CHECK(merged(R"({"e":null})", R"({"a":1})") == R"({"a":1,"e":null})");
  CHECK(merged(R"([1,2])", R"({"a":"b","c":null})") == R"({"a":"b"})");
  CHECK(merged(R"({})", R"({"a":{"bb":{"ccc":null}}})") == R"({"a":{"bb":{}}})");
}

TEST_CASE("through a chain each value keeps the place of its last writer") {
  const Files files{
      {{"base.json", "{\"a\": {\"x\": 1,\n \"y\": 2},\n \"b\": 3}"},
       {"middle.json", "{\"extends\": \"base.json\",\n \"a\": {\"y\": 20}}"},
       {"top.json", "{\"$schema\": \"s\", \"extends\": \"middle.json\",\n\n \"b\": 30}"}}};
  const io::Resolved resolved = files.resolve("top.json");
  CHECK(resolved.problems.empty());
  CHECK(json(resolved) == R"({"a":{"x":1,"y":20},"b":30})");
  CHECK(where(resolved, "/a") == "base.json:1:7");
  CHECK(where(resolved, "/a/x") == "base.json:1:13");
  CHECK(where(resolved, "/a/y") == "middle.json:2:13");
  CHECK(where(resolved, "/b") == "top.json:3:7");
}

TEST_CASE("a key that a patch took away is looked for at the null that took it") {
  const Files files{{{"base.json", R"({"a": {"x": 1}})"},
                     {"top.json", "{\"extends\": \"base.json\",\n \"a\": {\"x\": null}}"}}};
  const io::Resolved resolved = files.resolve("top.json");
  CHECK(json(resolved) == R"({"a":{}})");
  CHECK(where(resolved, "/a/x") == "top.json:2:13");
}

TEST_CASE("under from_start null is kept, so that an option can take away what its base has") {
  const Files files{
      {{"base.json", R"({"a": {"x": 1, "y": 2}})"},
       {"top.json", R"({"extends": "base.json", "from_start": {"a": {"x": null}}})"},
       {"more.json", R"({"extends": "top.json", "from_start": {"a": {"y": null, "z": 3}}})"}}};
  CHECK(json(files.resolve("top.json")) == R"({"a":{"x":1,"y":2},"from_start":{"a":{"x":null}}})");
  CHECK(json(files.resolve("more.json")) ==
        R"({"a":{"x":1,"y":2},"from_start":{"a":{"x":null,"y":null,"z":3}}})");
}

TEST_CASE("names are relative to the text that says them") {
  CHECK(io::name_relative_to("options/a.json", "../b.json") == "b.json");
  CHECK(io::name_relative_to("a.json", "b.json") == "b.json");
  CHECK(io::name_relative_to("x/y/a.json", "./z/../b.json") == "x/y/b.json");
  CHECK(io::name_relative_to("../a.json", "../b.json") == "../../b.json");
  CHECK(io::name_relative_to("/data/a.json", "../b.json") == "/b.json");
  CHECK(io::name_relative_to("x/a.json", "/b.json") == "/b.json");
}

TEST_CASE("a circle of extends and a missing text name the whole chain") {
  const Files circle{
      {{"a.json", R"({"extends": "x/b.json"})"}, {"x/b.json", R"({"extends": "../a.json"})"}}};
  const io::Resolved round = circle.resolve("a.json");
  REQUIRE(round.problems.size() == 1);
  CHECK(round.problems[0].what.help == "a.json extends x/b.json extends a.json");
  CHECK(round.sources.name(round.problems[0].at.source) == "x/b.json");

  const Files self{{{"a.json", R"({"extends": "./a.json"})"}}};
  CHECK(self.resolve("a.json").problems.size() == 1);

  const Files gap{{{"a.json", R"({"extends": "b.json"})"}, {"b.json", R"({"extends": "c.json"})"}}};
  const io::Resolved missing = gap.resolve("a.json");
  REQUIRE(missing.problems.size() == 1);
  CHECK(missing.problems[0].what.found == "\"c.json\", which cannot be read");
  CHECK(missing.problems[0].what.help == "a.json extends b.json extends c.json");
}

TEST_CASE("a setting writes a value, its place and the objects on the way") {
  const Files files{{{"a.json", R"({"plan": {"years": 5}, "list": [1, {"x": 2}]})"}}};
  const io::Resolved resolved = files.resolve("a.json",
                                              {"/plan/years=3",
                                               "/plan/start=2026-04-01",
                                               "/list/1/x=14 h",
                                               "/list/-={\"y\": [1]}",
                                               "/new/deep/er=true",
                                               "/a~1b=\"q\""});
  CHECK(resolved.problems.empty());
  CHECK(json(resolved) ==
        R"({"a/b":"q","list":[1,{"x":"14 h"},{"y":[1]}],"new":{"deep":{"er":true}},)"
        R"("plan":{"start":"2026-04-01","years":3}})");
  CHECK(where(resolved, "/plan/years") == "--set 1:1:13");
  CHECK(where(resolved, "/list/2/y/0") == "--set 4:1:16");
}

TEST_CASE("a setting of null takes a member away, but stays as an order under from_start") {
  const Files files{{{"a.json", R"({"a": 1, "b": 2, "from_start": {"c": 3}})"}}};
  CHECK(json(files.resolve("a.json", {"/a=null", "/from_start/b=null"})) ==
        R"({"b":2,"from_start":{"b":null,"c":3}})");
}

TEST_CASE("a setting that cannot be applied changes nothing and says why") {
  const Files files{{{"a.json", R"({"plan": {"years": 5}, "list": [1]})"}}};
  const auto complaint = [&](const std::string& set) {
    const io::Resolved resolved = files.resolve("a.json", {set});
    CHECK(json(resolved) == R"({"list":[1],"plan":{"years":5}})");
    if (resolved.problems.size() != 1) return std::string{"no complaint"};
    return resolved.problems[0].what.pointer + ": " + resolved.problems[0].what.found + " | " +
           resolved.problems[0].what.expected;
  };
  CHECK(complaint("/plan/years/x=1") ==
        "/plan/years/x: a member of /plan/years, which is 5 | the pointer of a member of an object "
        "or list");
  CHECK(complaint("/list/1=1") ==
        "/list/1: the index \"1\" | an index from 0 to 0, or \"-\" to append, because /list is a "
        "list of 1");
  CHECK(complaint("/list/01=1").starts_with("/list/01: the index"));
  CHECK(complaint("plan=1").starts_with(": \"plan=1\" |"));
  CHECK(complaint("/plan").starts_with(": \"/plan\" |"));
  CHECK(complaint("=1").starts_with(": \"=1\" |"));
  CHECK(complaint("/extends=\"b.json\"").starts_with("/extends: --set of \"extends\""));
}

TEST_CASE("duplicate keys inside a setting's value are found at their place in it") {
  const Files files{{{"a.json", "{}"}}};
  const io::Resolved resolved = files.resolve("a.json", {R"(/a={"x": 1, "x": 2})"});
  REQUIRE(resolved.problems.size() == 1);
  CHECK(ficap::test::spot(resolved.problems[0].at) == "1:13");
  CHECK(resolved.sources.name(resolved.problems[0].at.source) == "--set 1");
}
