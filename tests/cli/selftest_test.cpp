#include <csignal>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "tests/cli/process.hpp"
#include "tests/cli/temporary_folder.hpp"

// The self-test as a user runs it: with the program alone, far from its sources.

using namespace ficap;

namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the self-test holds, and its table and its file say the same") {
  const test::TemporaryFolder folder;
  const std::string file = folder / "selftest.json";
  const auto ended = test::ficap({"selftest", "--json", file});
  CHECK(ended.code == 0);
  CHECK(ended.err.empty());
  CHECK(contains(ended.out, "All of it holds"));
  CHECK(contains(ended.out, "mean wait, days = rho / (mu - lambda)"));
  CHECK_FALSE(contains(ended.out, "DISAGREES"));
  CHECK_FALSE(contains(ended.out, "BROKEN"));
  const auto document = nlohmann::json::parse(test::content_of(file));
  CHECK(document["passed"] == true);
  CHECK(document["oracles"].size() == 8);
  CHECK(document["oracles"][0]["claims"][0]["expected"] == doctest::Approx(4.0));
  CHECK(document["oracles"][0]["claims"][0]["agrees"] == true);
  CHECK(document["exact"].size() == 8);
  CHECK(document["exact"][0]["what"] == "needs");
  CHECK(document["exact"][0]["holds"] == true);
  CHECK(test::ficap({"selftest", "--json", file}).code == 2);  // it exists
}

TEST_CASE("a self-test that is stopped by Ctrl-C says nothing about the program") {
  const auto ended = test::ficap_interrupted({"selftest", "--threads", "1"}, "left", SIGINT);
  CHECK(ended.code == 130);
  CHECK(ended.out.empty());
}
