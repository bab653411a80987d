#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "io/identifier.hpp"
#include "io/json_text.hpp"
#include "io/nearest.hpp"
#include "io/number_text.hpp"
#include "io/sha256.hpp"
#include "sim/philox.hpp"
#include "tests/io/support.hpp"

namespace io = ficap::io;

namespace {

double from_bits(std::uint64_t bits) {
  double value = 0.0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

std::string canonical(const std::string& text) {
  const ficap::test::Text read{text};
  REQUIRE(read.parsed.root);
  return io::canonical(*read.parsed.root);
}

}  // namespace

TEST_CASE("numbers are written as RFC 8785 shows in its appendix B") {
  CHECK(io::shortest(from_bits(0x0000000000000000)) == "0");
  CHECK(io::shortest(from_bits(0x8000000000000000)) == "0");
  CHECK(io::shortest(from_bits(0x0000000000000001)) == "5e-324");
  CHECK(io::shortest(from_bits(0x8000000000000001)) == "-5e-324");
  CHECK(io::shortest(from_bits(0x7fefffffffffffff)) == "1.7976931348623157e+308");
  CHECK(io::shortest(from_bits(0xffefffffffffffff)) == "-1.7976931348623157e+308");
  CHECK(io::shortest(from_bits(0x4340000000000000)) == "9007199254740992");
  CHECK(io::shortest(from_bits(0xc340000000000000)) == "-9007199254740992");
  CHECK(io::shortest(from_bits(0x4430000000000000)) == "295147905179352830000");
  CHECK(io::shortest(from_bits(0x44b52d02c7e14af5)) == "9.999999999999997e+22");
  CHECK(io::shortest(from_bits(0x44b52d02c7e14af6)) == "1e+23");
  CHECK(io::shortest(from_bits(0x44b52d02c7e14af7)) == "1.0000000000000001e+23");
  CHECK(io::shortest(from_bits(0x444b1ae4d6e2ef4e)) == "999999999999999700000");
  CHECK(io::shortest(from_bits(0x444b1ae4d6e2ef4f)) == "999999999999999900000");
  CHECK(io::shortest(from_bits(0x444b1ae4d6e2ef50)) == "1e+21");
  CHECK(io::shortest(from_bits(0x3eb0c6f7a0b5ed8c)) == "9.999999999999997e-7");
  CHECK(io::shortest(from_bits(0x3eb0c6f7a0b5ed8d)) == "0.000001");
  CHECK(io::shortest(from_bits(0x41b3de4355555553)) == "333333333.3333332");
  CHECK(io::shortest(from_bits(0x41b3de4355555554)) == "333333333.33333325");
  CHECK(io::shortest(from_bits(0x41b3de4355555555)) == "333333333.3333333");
  CHECK(io::shortest(from_bits(0x41b3de4355555556)) == "333333333.3333334");
  CHECK(io::shortest(from_bits(0x41b3de4355555557)) == "333333333.33333343");
  CHECK(io::shortest(from_bits(0xbecbf647612f3696)) == "-0.0000033333333333333333");
  CHECK(io::shortest(from_bits(0x43143ff3c1cb0959)) == "1424953923781206.2");
}

TEST_CASE("any finite number reads back, with at most seventeen digits") {
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    const auto block = ficap::sim::philox4x32({i, 0, 0, 0}, {1, 2});
    const double x = from_bits((std::uint64_t{block[0]} << 32U) | block[1]);
    if (!(x - x == 0.0)) continue;
    const std::string text = io::shortest(x);
    const auto back = io::read_decimal(text);
    REQUIRE(back);
    CHECK(*back == x);
  }
}

TEST_CASE("what is no decimal number is not read") {
  for (const std::string text :
       {"", "-", ".", "e5", "1e", "1e+", "1x", "+1", "1.2.3", "1e400", "nan", "inf", "0x1", " 1"}) {
    CAPTURE(text);
    CHECK_FALSE(io::read_decimal(text));
  }
  CHECK(io::read_decimal("1e-400").value() == 0.0);
  CHECK(io::read_decimal(".5").value() == 0.5);
  CHECK(io::read_decimal("5.").value() == 5.0);
  CHECK(io::read_decimal("1e999999999999").has_value() == false);
}

TEST_CASE("canonical JSON is that of RFC 8785") {
  // Section 3.2.2 and 3.2.3 of the RFC.
  CHECK(canonical(
            "{\"numbers\": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],"
            "\"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
            "\"literals\": [null, true, false]}") ==
        "{\"literals\":[null,true,false],"
        "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
        "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  CHECK(canonical("{\"\\u20ac\": \"Euro Sign\", \"\\r\": \"Carriage Return\", "
                  "\"\\ufb33\": \"Hebrew Letter Dalet With Dagesh\", \"1\": \"One\", "
                  "\"\\ud83d\\ude00\": \"Emoji: Grinning Face\", \"\\u0080\": \"Control\", "
                  "\"\\u00f6\": \"Latin Small Letter O With Diaeresis\"}") ==
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xC2\x80\":\"Control\","
        "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
        "\"\U0001F600\":\"Emoji: Grinning Face\",\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}");
}

TEST_CASE("pretty JSON breaks what does not fit a line and reads back the same") {
  const std::string text =
      R"({"b": {"x": 1, "y": [true, null]}, "a": ")" + std::string(90, 'q') + R"(", "c": []})";
  const ficap::test::Text read{text};
  const std::string shown = io::pretty(*read.parsed.root);
  CHECK(shown.starts_with("{\n  \"b\": {\"x\": 1, \"y\": [true, null]},\n  \"a\": \"qqq"));
  CHECK(shown.ends_with("\",\n  \"c\": []\n}\n"));
  CHECK(canonical(shown) == canonical(text));
}

TEST_CASE("SHA-256 gives the published known answers") {
  // FIPS 180-4 examples and the NIST long-message vector.
  CHECK(io::sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(io::sha256_hex("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(io::sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(io::sha256_hex(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("edits are counted with swaps of neighbours as one") {
  CHECK(io::edit_distance("", "") == 0);
  CHECK(io::edit_distance("abc", "") == 3);
  CHECK(io::edit_distance("kitten", "sitting") == 3);
  CHECK(io::edit_distance("strenght", "strength") == 1);
  CHECK(io::edit_distance("ca", "abc") == 3);  // no part is edited twice
}

TEST_CASE("a typo finds the word that was meant and a stranger finds none") {
  const std::vector<std::string> known{"strength", "establishment", "organisation", "at", "fte"};
  CHECK(io::nearest("strenght", known) == "strength");
  CHECK(io::nearest("Organisation", known) == "organisation");
  CHECK(io::nearest("organization", known) == "organisation");
  CHECK(io::nearest("establishmnt", known) == "establishment");
  CHECK_FALSE(io::nearest("colour", known));
  CHECK_FALSE(io::nearest("strength", known));
  CHECK_FALSE(io::nearest("", known));
  CHECK_FALSE(io::nearest("x", known));
}

TEST_CASE("ids are short, small and plain, and a better one is offered") {
  CHECK(io::is_id("west-mercia_2"));
  CHECK(io::is_id("1"));
  CHECK_FALSE(io::is_id(""));
  CHECK_FALSE(io::is_id("-a"));
  CHECK_FALSE(io::is_id("Wmp"));
  CHECK_FALSE(io::is_id("a b"));
  CHECK(io::is_id(std::string(60, 'a')));
  CHECK_FALSE(io::is_id(std::string(61, 'a')));
  CHECK(io::id_help("West Mercia") == "write \"west-mercia\"");
  CHECK(io::id_help("£").empty());
}
