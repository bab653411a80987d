#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "io/read_study.hpp"
#include "models/walk_numbers.hpp"
#include "report/diagnostics.hpp"

namespace {

using namespace ficap;

const std::filesystem::path file =
    std::filesystem::path{FICAP_SOURCE_DIR} / "scenarios" / "studies" / "west-midlands.json";

io::StudyReading read() {
  std::ifstream stream{file, std::ios::binary};
  REQUIRE(stream);
  std::ostringstream text;
  text << stream.rdbuf();
  return io::read_study("west-midlands.json", text.str());
}

}  // namespace

TEST_CASE("the shipped study reads without a word of complaint, and names files that are there") {
  const io::StudyReading reading = read();
  CHECK(report::to_text(reading.problems).empty());
  REQUIRE(reading.text);
  const study::StudyDocument& study = reading.text->study;
  CHECK(std::filesystem::exists(file.parent_path() / study.base.scenario));
  CHECK(study.options.size() == 10);
  for (const study::StudyOption& option : study.options)
    CHECK(std::filesystem::exists(file.parent_path() / option.scenario));
}

TEST_CASE("every price and share of the shipped study names its source and grade") {
  const io::StudyReading reading = read();
  REQUIRE(reading.text);
  models::NumberWalk{[](std::string_view pointer, const models::Field& /*field*/, auto& sourced) {
    // Nothing is assumed to grow: that is how the study is built.
    if (pointer == "/terms/staff/real_pay_growth") return;
    CAPTURE(pointer);
    CHECK_FALSE(sourced.source.empty());
    REQUIRE(sourced.grade.has_value());
    const bool has_range = sourced.low.has_value() && sourced.high.has_value();
    const bool is_judgement = sourced.grade == models::Grade::judgement;
    CHECK((!is_judgement || has_range || !sourced.note.empty()));
  }}(reading.text->study);
}
