#include "io/journal.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "io/bytes.hpp"
#include "io/outcome_bytes.hpp"

using namespace ficap;

namespace {

const io::JournalSubject subject{
    .version = "1.2.3", .seed = 7, .scenario_sha256 = {"base", "option"}};

models::Outcome outcome(std::int64_t first) {
  return {.values = {first, 0, -1, std::numeric_limits<std::int64_t>::min()},
          .months = {{.needs = 1,
                      .asked = 2,
                      .served = 3,
                      .backlog = 4,
                      .belief_thousandths = 612,
                      .cash_confiscation = 123'456'789,
                      .cash_forfeiture = -5,
                      .people = 6,
                      .fte_thousandths = 5500,
                      .leavers = 7,
                      .recruits_accredited = 8,
                      .discretionary_never_asked = 9}},
          .year_before = models::MonthRow{.discretionary_needs = 10, .discretionary_asked = 11},
          .accounts = {.teams = {{.in_post_fte_ms = 12, .supplement_pence = 13}, {.joiners = 14}},
                       .organisations = {{.cover_pence = 15}}},
          .events = 99};
}

/// A journal of three futures, and where each of its parts ends.
struct Example {
  std::string text;
  std::vector<std::size_t> ends;
};

Example example() {
  const io::JournalWriter writer{subject};
  Example made{.text = writer.beginning(), .ends = {writer.beginning().size()}};
  for (std::uint32_t r = 0; r < 3; ++r) {
    made.text += writer.finished(r % 2, 40 - r, io::outcome_bytes(outcome(r)));
    made.ends.push_back(made.text.size());
  }
  return made;
}

}  // namespace

TEST_CASE("whole numbers of every size come back from their bytes, small ones from one") {
  std::vector<std::int64_t> values{0, 1, -1, 63, -64, 64, -65, 1'000'000};
  for (int bit = 0; bit < 63; ++bit)
    values.push_back(-(std::int64_t{1} << bit));
  values.push_back(std::numeric_limits<std::int64_t>::max());
  values.push_back(std::numeric_limits<std::int64_t>::min());
  for (const std::int64_t value : values) {
    io::ByteWriter writer;
    writer.signed_number(value);
    writer.number(static_cast<std::uint64_t>(value));
    CHECK((value < -64 || value > 63 || io::ByteReader{writer.bytes()}.signed_number() == value));
    io::ByteReader reader{writer.bytes()};
    CHECK(reader.signed_number() == value);
    CHECK(reader.number() == static_cast<std::uint64_t>(value));
    CHECK(reader.rest().empty());
  }
  io::ByteWriter small;
  small.signed_number(-64);
  CHECK(small.bytes().size() == 1);
}

TEST_CASE("bytes that mean no number give none, nor does what follows them") {
  io::ByteReader cut{"\x80\x80"};
  CHECK(cut.number() == std::nullopt);
  CHECK(cut.number() == std::nullopt);
  io::ByteReader too_long{"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02\x01"};
  CHECK(too_long.number() == std::nullopt);
  CHECK(too_long.number() == std::nullopt);
  io::ByteReader no_text{"\x05only"};
  CHECK(no_text.text() == std::nullopt);
}

TEST_CASE("an outcome comes back from its bytes, and from no part of them") {
  const models::Outcome before = outcome(-12);
  const std::string bytes = io::outcome_bytes(before);
  const auto after = io::outcome_of(bytes);
  REQUIRE(after);
  CHECK(*after == before);
  CHECK(after->events == before.events);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK_FALSE(io::outcome_of(bytes.substr(0, size)));
  CHECK_FALSE(io::outcome_of(bytes + '\0'));
}

TEST_CASE("a journal gives back what was written into it") {
  const Example made = example();
  const io::JournalWriter writer{subject};
  const auto reading = io::read_journal(made.text + writer.written("abc"));
  CHECK(reading.kind == io::JournalKind::journal);
  CHECK(reading.subject == subject);
  REQUIRE(reading.records.size() == 3);
  CHECK(reading.records[1].scenario == 1);
  CHECK(reading.records[1].replication == 39);
  CHECK(io::outcome_of(reading.records[1].outcome) == outcome(1));
  CHECK(reading.written == std::vector<std::string>{"abc"});
  CHECK(reading.sound_bytes == made.text.size() + writer.written("abc").size());
}

TEST_CASE("a journal cut at any byte gives all that was finished before, and says where it ends") {
  const Example made = example();
  for (std::size_t size = made.ends[0]; size <= made.text.size(); ++size) {
    const auto reading = io::read_journal(made.text.substr(0, size));
    std::size_t whole = 0;
    while (whole + 1 < made.ends.size() && made.ends[whole + 1] <= size)
      ++whole;
    CAPTURE(size);
    CHECK(reading.kind == io::JournalKind::journal);
    CHECK(reading.records.size() == whole);
    CHECK(reading.sound_bytes == made.ends[whole]);
  }
}

TEST_CASE("any byte that is changed is noticed, and what stands before it is used") {
  const Example made = example();
  for (std::size_t place = made.ends[0]; place < made.text.size(); ++place) {
    std::string text = made.text;
    text[place] = static_cast<char>(static_cast<unsigned char>(text[place]) ^ 0x10U);
    std::size_t whole = 0;
    while (made.ends[whole + 1] <= place)
      ++whole;
    CAPTURE(place);
    const auto reading = io::read_journal(text);
    CHECK(reading.records.size() == whole);
    CHECK(reading.sound_bytes == made.ends[whole]);
  }
}

TEST_CASE("a journal whose beginning is damaged is no journal of anything") {
  const Example made = example();
  const std::size_t first_line = made.text.find('\n') + 1;
  for (std::size_t place = first_line; place < made.ends[0]; ++place) {
    std::string text = made.text;
    text[place] = static_cast<char>(static_cast<unsigned char>(text[place]) ^ 0x10U);
    CHECK(io::read_journal(text).kind == io::JournalKind::damaged);
  }
  CHECK(io::read_journal("").kind == io::JournalKind::nothing_yet);
  CHECK(io::read_journal("ficap journal 2\n...").kind == io::JournalKind::other_format);
  CHECK(io::read_journal("{\"mine\": 1}").kind == io::JournalKind::no_journal);
}

TEST_CASE("a future of one journal is none of another") {
  io::JournalSubject other = subject;
  other.seed = 8;
  const std::string stray = io::JournalWriter{other}.finished(0, 0, io::outcome_bytes(outcome(0)));
  const auto reading = io::read_journal(example().text + stray);
  CHECK(reading.records.size() == 3);
  CHECK(reading.sound_bytes == example().text.size());
}

TEST_CASE("a future of a scenario that the journal does not know is not believed") {
  const io::JournalWriter writer{subject};
  const std::string stray = writer.finished(2, 0, io::outcome_bytes(outcome(0)));
  CHECK(io::read_journal(writer.beginning() + stray).records.empty());
  CHECK(io::read_journal(writer.beginning() + writer.finished(0, 0, "none")).records.empty());
}
