#include "cli/progress.hpp"

#include <chrono>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

using namespace ficap;
using namespace std::chrono_literals;

TEST_CASE("progress says how far a run is and how long it will take, at most five times a second") {
  std::ostringstream err;
  std::chrono::steady_clock::time_point now{};
  cli::Progress progress{err, 100, [&] { return now; }};
  now += 100ms;
  progress.finished(1);
  CHECK(err.str().empty());
  now += 9900ms;
  progress.finished(25);
  CHECK(err.str() == "\r\x1b[K25 of 100 futures, about 30 s left");
  err.str("");
  now += 199ms;
  progress.finished(26);
  CHECK(err.str().empty());
  now += 1ms;
  progress.finished(27);
  CHECK(err.str().find("27 of 100") != std::string::npos);
}

TEST_CASE("futures that were known before do not make the others look quick") {
  std::ostringstream err;
  std::chrono::steady_clock::time_point now{};
  cli::Progress progress{err, 100, [&] { return now; }};
  for (int i = 0; i < 60; ++i)
    progress.known();
  now += 10s;
  progress.finished(60);
  CHECK(err.str().empty());
  progress.finished(70);
  CHECK(err.str() == "\r\x1b[K70 of 100 futures, about 30 s left");
}

TEST_CASE("progress never goes back when threads tell it late") {
  std::ostringstream err;
  std::chrono::steady_clock::time_point now{};
  cli::Progress progress{err, 100, [&] { return now; }};
  now += 1s;
  progress.finished(8);
  now += 1s;
  progress.finished(7);
  CHECK(err.str().find("7 of") == std::string::npos);
}

TEST_CASE("the line of progress is taken away once, and only where there was one") {
  std::ostringstream err;
  std::chrono::steady_clock::time_point now{};
  cli::Progress progress{err, 2, [&] { return now; }};
  progress.clear();
  CHECK(err.str().empty());
  now += 1s;
  progress.finished(1);
  err.str("");
  progress.clear();
  progress.clear();
  CHECK(err.str() == "\r\x1b[K");
}

TEST_CASE("what stays is said on a line of its own, and the time left can be asked for") {
  std::ostringstream err;
  std::chrono::steady_clock::time_point now{};
  cli::Progress progress{err, 100, [&] { return now; }};
  CHECK_FALSE(progress.left());
  progress.say("Hear, hear.");
  CHECK(err.str() == "Hear, hear.\n");
  now += 10s;
  progress.finished(20);
  CHECK(progress.left() == 40s);
  err.str("");
  progress.say("Note this.");
  CHECK(err.str() == "\r\x1b[KNote this.\n");
  err.str("");
  progress.clear();
  CHECK(err.str().empty());
}

TEST_CASE("time left is said roughly") {
  CHECK(cli::roughly(40s) == "about 40 s");
  CHECK(cli::roughly(170s) == "about 3 min");
  CHECK(cli::roughly(2h + 20min) == "about 2 h");
}
