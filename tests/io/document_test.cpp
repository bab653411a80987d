#include "io/document.hpp"

#include <string>

#include <doctest/doctest.h>

#include "io/json_text.hpp"
#include "io/pointer.hpp"
#include "tests/io/support.hpp"

using ficap::io::Node;
using ficap::test::problem_of;
using ficap::test::spot;
using ficap::test::Text;
namespace io = ficap::io;

namespace {

std::string spot_of(const Text& text, const std::string& pointer) {
  const io::Place place = io::place_of(*text.parsed.root, pointer);
  return spot(place) + "+" + std::to_string(place.width);
}

}  // namespace

TEST_CASE("every value knows its line, its column in characters and its width") {
  const Text text{"{\n  \"a\": 1.50,\n  \"é£\": [true, null, \"two\\n\"],\n\t\"b\" : {}}"};
  REQUIRE(text.parsed.root);
  CHECK(text.parsed.problems.empty());
  CHECK(spot_of(text, "") == "1:1+1");
  CHECK(spot_of(text, "/a") == "2:8+4");
  CHECK(spot_of(text, "/é£") == "3:9+1");
  CHECK(spot_of(text, "/é£/0") == "3:10+4");
  CHECK(spot_of(text, "/é£/1") == "3:16+4");
  CHECK(spot_of(text, "/é£/2") == "3:22+7");
  CHECK(spot_of(text, "/b") == "4:8+1");
  CHECK(spot(text.parsed.root->object()->member("é£")->key_place) == "3:3");
}

TEST_CASE("a number at the very end of a text is read whole") {
  const Text text{
      "[1, 23"
      "]"};
  CHECK(spot_of(text, "/1") == "1:5+2");
  const Text bare{"-12.5e3"};
  REQUIRE(bare.parsed.root);
  CHECK(bare.parsed.root->number()->text == "-12.5e3");
  CHECK(bare.parsed.root->number()->value == -12500.0);
}

TEST_CASE("the place of what is missing is that of the nearest parent") {
  const Text text{"{\"a\":\n {\"b\": [1]}}"};
  CHECK(spot_of(text, "/a/c/d") == "2:2+1");
  CHECK(spot_of(text, "/a/b/7") == "2:8+1");
  CHECK(spot_of(text, "/x") == "1:1+1");
}

TEST_CASE("keys that need escaping in a pointer are found") {
  const Text text{"{\"a/b\": {\"m~n\": 5}}"};
  CHECK(spot_of(text, "/a~1b/m~0n") == "1:17+1");
  CHECK(io::pointer_token("a/b~c") == "a~1b~0c");
  CHECK_FALSE(io::pointer_tokens("/a~2"));
  CHECK_FALSE(io::pointer_tokens("/a~"));
  CHECK_FALSE(io::pointer_tokens("a"));
}

TEST_CASE("duplicate keys name both places and the first value is kept") {
  const Text text{"{\"a\": 1,\n \"b\": 2,\n \"a\": 3,\n \"a\": 4}"};
  REQUIRE(text.parsed.problems.size() == 2);
  CHECK(spot(text.parsed.problems[0].at) == "3:2");
  CHECK(spot(text.parsed.problems[0].also.at(0)) == "1:2");
  CHECK(spot(text.parsed.problems[1].at) == "4:2");
  CHECK(text.parsed.problems[0].what.pointer == "/a");
  REQUIRE(text.parsed.root);
  CHECK(io::canonical(*text.parsed.root) == R"({"a":1,"b":2})");
}

TEST_CASE("what is no JSON is explained where it goes wrong") {
  CHECK(problem_of("{\"a\": 1,}") ==
        "1:8 a comma before \"}\" | a key in double quotes | remove the last comma");
  CHECK(problem_of("[1, 2,\n]") == "1:6 a comma before \"]\" | a value | remove the last comma");
  CHECK(problem_of("{\"a\" 1}") == "1:6 1 | \":\" and a value | ");
  CHECK(problem_of("{\"a\": }") == "1:7 \"}\" | a value | ");
  CHECK(problem_of("{,}") == "1:2 \",\" | a key in double quotes, or \"}\" | ");
  CHECK(problem_of("[1 2]") == "1:4 2 | \",\" or \"]\" | ");
  CHECK(problem_of("{a: 1}") ==
        "1:2 a | a key in double quotes, or \"}\" | text stands in double quotes: \"a\"");
  CHECK(
      problem_of("[1, 2") ==
      "1:6 the end of the text | \",\" or \"]\" | the text is cut short, or a bracket is missing");
  CHECK(
      problem_of("[1, 2 ") ==
      "1:7 the end of the text | \",\" or \"]\" | the text is cut short, or a bracket is missing");
  CHECK(problem_of("{\"a\": ") ==
        "1:7 the end of the text | a value | the text is cut short, or a bracket is missing");
  CHECK(problem_of("{\"a\": 01}") ==
        "1:7 01 | a number as JSON writes it | no zero stands before the other digits");
  CHECK(problem_of("{\"a\": 5.}") ==
        "1:7 5. | a number as JSON writes it | expected digit after '.'");
  CHECK(problem_of("[nan]") ==
        "1:2 nan | a finite number | JSON has neither NaN nor infinity; leave out a key that has "
        "no value");
  CHECK(problem_of("[1e999]") == "1:2 1e999 | a number below 1.8e308 | ");
  CHECK(problem_of("") == "1:1 an empty text | a JSON object | ");
  CHECK(problem_of("{} x") ==
        "1:4 x | nothing after the document | text stands in double quotes: \"x\"");
  CHECK(problem_of("{\"a\": \"b\nc\"}") ==
        "1:7 a string without an end | a closing double quote on the same line | a line break "
        "inside a string is written \\n");
  CHECK(problem_of("{\"a\": 1 /* one */}") ==
        "1:9 a comment | \",\" or \"}\" | JSON has no comments");
}

TEST_CASE("a bracket that is never closed is named with its opening") {
  const Text text{"{\n  \"a\": {\n    \"b\": 1\n"};
  REQUIRE(text.parsed.problems.size() == 1);
  CHECK(spot(text.parsed.problems[0].at) == "4:1");
  CHECK(spot(text.parsed.problems[0].also.at(0)) == "2:8");
}

TEST_CASE("bytes that are no UTF-8 and a byte order mark are named before all else") {
  CHECK(problem_of("\xEF\xBB\xBF{}") ==
        "1:1 a byte order mark | UTF-8 without a byte order mark | save the file as plain UTF-8");
  CHECK(problem_of("{\"a\": \"\xA3\"}").starts_with("1:8 the byte 0xA3 | UTF-8"));
  CHECK(io::first_bad_utf8("\xC0\xAF") == 0);               // overlong
  CHECK(io::first_bad_utf8("a\xED\xA0\x80") == 1);          // a surrogate
  CHECK(io::first_bad_utf8("\xF4\x90\x80\x80") == 0);       // above U+10FFFF
  CHECK(io::first_bad_utf8("\xE2\x82") == 0);               // cut short
  CHECK(io::first_bad_utf8("\xF0\x9F\x92\xB0 £ €") == 11);  // all of it is good
}

TEST_CASE("sixty-four levels are read and the sixty-fifth is refused") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  CHECK(problem_of(nested(64)).empty());
  CHECK(problem_of(nested(65)) ==
        "1:65 one more list | at most 64 objects and lists inside one another | ");
  CHECK(problem_of(nested(100'000)).starts_with("1:65 "));
}

TEST_CASE("sixteen megabytes are read and a byte more is refused") {
  std::string text = "[\"";
  text.resize(io::largest_text - 2, 'x');
  text += "\"]";
  CHECK(problem_of(text).empty());
  CHECK(problem_of(std::string{"{}\n"} + '\0' + "x").starts_with("2:1 the byte 0x00 | text | "));
  CHECK(problem_of(text + " ") == "1:1 67108865 bytes | a text of at most 64 MB | ");
}

TEST_CASE("a text cut anywhere is a diagnostic and never a crash") {
  const std::string whole =
      *ficap::test::bytes_of(std::string{FICAP_SOURCE_DIR} + "/tests/bad/good.json");
  REQUIRE(problem_of(whole).empty());
  const std::string trimmed = whole.substr(0, whole.find_last_of('}') + 1);
  for (std::size_t length = 0; length < trimmed.size(); ++length) {
    CAPTURE(length);
    CHECK_FALSE(problem_of(trimmed.substr(0, length)).empty());
  }
}

TEST_CASE("a text with any one byte replaced is read or explained, never a crash") {
  const std::string whole = R"({"a": [1, -2.5e3, "x\u00e9\n"], "b": {"c": null, "d": true}})";
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text = whole;
      text[at] = static_cast<char>(byte);
      const Text read{text};
      CAPTURE(at);
      CAPTURE(byte);
      CHECK(read.parsed.root.has_value() !=
            (read.parsed.problems.size() > 0 &&
             read.parsed.problems[0].what.found.find("second time") == std::string::npos));
    }
  }
}
