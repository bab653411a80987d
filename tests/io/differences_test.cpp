#include "io/differences.hpp"

#include <string>

#include <doctest/doctest.h>

#include "tests/io/support.hpp"

namespace io = ficap::io;

namespace {

/// @returns each difference as "a/b: 1 -> 2 (line 1)"; "-" for what is not there
std::string between(const std::string& first, const std::string& second) {
  const ficap::test::Text a{first};
  const ficap::test::Text b{second};
  REQUIRE(a.parsed.root);
  REQUIRE(b.parsed.root);
  std::string text;
  for (const io::ValueDifference& each : io::differences(*a.parsed.root, *b.parsed.root)) {
    std::string path;
    for (const std::string& key : each.path)
      path += (path.empty() ? "" : "/") + key;
    text += path + ": " + each.first.value_or("-") + " -> " + each.second.value_or("-") +
            " (line " + std::to_string(each.line) + ")\n";
  }
  return text;
}

}  // namespace

TEST_CASE("documents of the same meaning do not differ, however they are laid out") {
  CHECK(between(R"({"a": [1, 2.50], "b": null})", "{\"b\":null,\n \"a\":[1.0,2.5]}").empty());
}

TEST_CASE("each differing value is named by its path, with both values and its line") {
  CHECK(between("{\"a\": {\"x\": 1,\n\"y\": [1, 2]},\n\"b\": \"t\"}",
                R"({"a": {"x": 2, "y": [1, 3]}, "b": false})") ==
        "a/x: 1 -> 2 (line 1)\na/y/1: 2 -> 3 (line 2)\nb: \"t\" -> false (line 3)\n");
}

TEST_CASE("what only one of two documents has is a difference") {
  CHECK(between("{\"a\": 1,\n\"b\": [1, 2]}", R"({"b": [1], "c": {}})") ==
        "a: 1 -> - (line 1)\nb/1: 2 -> - (line 2)\nc: - -> an empty object (line 1)\n");
  CHECK(between("[1]", "[1, 2]") == "1: - -> 2 (line 1)\n");
}

TEST_CASE("the smallest change of a number is a difference") {
  CHECK(between("[0.1]", "[0.10000000000000002]") == "0: 0.1 -> 0.10000000000000002 (line 1)\n");
}

TEST_CASE("the first differing line is counted from one, ends of texts included") {
  CHECK(io::first_differing_line("a\nb\nc", "a\nb\nd") == 3);
  CHECK(io::first_differing_line("a\nb", "a\nb\n") == 2);
  CHECK(io::first_differing_line("a", "b") == 1);
  CHECK(io::first_differing_line("a\n\nb", "a\nb") == 2);
}
