#include <csignal>
#include <string>

#include <doctest/doctest.h>

#include "tests/cli/process.hpp"

// What a long run says, while it goes on, of what it will be able to show.

using namespace ficap;

namespace {

const std::string queue = FICAP_SOURCE_DIR "/scenarios/oracles/mm1.json";
const std::string desks = FICAP_SOURCE_DIR "/scenarios/oracles/small-region.json";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a long run says on the side what its futures will tell apart, and how long it takes") {
  const auto stopped = test::ficap_interrupted(
      {"run", desks, "--replications", "16000000"}, "(four times in five; ", SIGINT);
  CHECK(stopped.code == 130);
  CHECK(contains(stopped.err,
                 "After 10 of 16,000,000 futures: 16,000,000 will tell apart two options that"));
  CHECK(contains(stopped.err, ". About "));
  CHECK_FALSE(contains(stopped.out, "After 10 of"));
}

TEST_CASE("a long comparison says which differences it will show") {
  const auto stopped = test::ficap_interrupted({"compare",
                                                desks,
                                                desks,
                                                queue,
                                                "--set",
                                                "/plan/start=2026-04-01",
                                                "--set",
                                                "/plan/years=2",
                                                "--set",
                                                "/plan/warm_up=100 d",
                                                "--set",
                                                "/plan/run_on=100 d",
                                                "--measure",
                                                "served",
                                                "--replications",
                                                "5000000"},
                                               "four times in five; ",
                                               SIGINT);
  CHECK(stopped.code == 130);
  CHECK(contains(stopped.err, " will show differences from the base in needs served of about "));
}

TEST_CASE("a short run, one that is to be precise and one that nobody watches foretell nothing") {
  const auto watched = [](const std::vector<std::string>& arguments) {
    return test::ficap_interrupted(arguments, "never said", SIGINT).err;
  };
  CHECK_FALSE(contains(watched({"run", desks, "--replications", "30"}), "After 10"));
  const auto precise = test::ficap_interrupted(
      {"run", queue, "--precision", "wait_days:0.01%", "--replications", "16000000"},
      "futures, about ",
      SIGINT);
  CHECK_FALSE(contains(precise.err, "After 10"));
  CHECK(test::ficap({"run", desks, "--replications", "30"}).err.empty());
}
