#include "io/journal.hpp"

#include <optional>
#include <utility>

#include "io/bytes.hpp"
#include "io/outcome_bytes.hpp"
#include "io/sha256.hpp"

namespace ficap::io {

namespace {

constexpr std::string_view first_words = "ficap journal ";
constexpr std::string_view first_line = "ficap journal 1\n";
constexpr std::size_t checksum_size = 8;

enum class Block : std::uint64_t { finished = 1, written = 2 };

std::string digest_of(std::string_view stands_in, std::string_view content) {
  std::string text{stands_in};
  text += content;
  std::string digest;
  for (const std::uint8_t byte : sha256(text))
    digest += static_cast<char>(byte);
  return digest;
}

std::string block(std::string_view stands_in, std::string_view content) {
  ByteWriter writer;
  writer.text(content);
  return writer.bytes() + digest_of(stands_in, content).substr(0, checksum_size);
}

/// Takes the next block away.
/// @returns its content; nothing where it is cut short or damaged
std::optional<std::string_view> next_block(std::string_view& rest, std::string_view stands_in) {
  ByteReader reader{rest};
  const auto content = reader.text();
  if (!content || reader.rest().size() < checksum_size) return std::nullopt;
  const std::string_view checksum = reader.rest().substr(0, checksum_size);
  if (digest_of(stands_in, *content).substr(0, checksum_size) != checksum) return std::nullopt;
  rest = reader.rest().substr(checksum_size);
  return content;
}

std::string content_of(const JournalSubject& subject) {
  ByteWriter writer;
  writer.text(subject.version);
  writer.number(subject.seed);
  writer.number(subject.scenario_sha256.size());
  for (const std::string& digest : subject.scenario_sha256)
    writer.text(digest);
  return writer.bytes();
}

std::optional<JournalSubject> subject_of(std::string_view content) {
  ByteReader reader{content};
  const auto version = reader.text();
  const auto seed = reader.number();
  const auto scenarios = reader.number();
  if (!version || !seed || !scenarios || *scenarios > content.size()) return std::nullopt;
  JournalSubject subject{.version = std::string{*version}, .seed = *seed, .scenario_sha256 = {}};
  for (std::uint64_t s = 0; s < *scenarios; ++s) {
    const auto digest = reader.text();
    if (!digest) return std::nullopt;
    subject.scenario_sha256.emplace_back(*digest);
  }
  if (!reader.rest().empty()) return std::nullopt;
  return subject;
}

/// @returns whether the content is that of a block that is known
bool take(std::string_view content, JournalReading& reading) {
  ByteReader reader{content};
  const auto kind = reader.number();
  if (kind == static_cast<std::uint64_t>(Block::written)) {
    reading.written.emplace_back(reader.rest());
    return true;
  }
  const auto scenario = reader.number();
  const auto replication = reader.number();
  if (kind != static_cast<std::uint64_t>(Block::finished) || !scenario || !replication ||
      *scenario >= reading.subject.scenario_sha256.size() || *replication > UINT32_MAX ||
      !outcome_of(reader.rest())) {
    return false;
  }
  reading.records.push_back({.scenario = static_cast<std::size_t>(*scenario),
                             .replication = static_cast<std::uint32_t>(*replication),
                             .outcome = std::string{reader.rest()}});
  return true;
}

}  // namespace

JournalWriter::JournalWriter(const JournalSubject& subject) {
  const std::string content = content_of(subject);
  beginning_ = std::string{first_line} + block("", content);
  digest_ = digest_of("", content);
}

std::string JournalWriter::finished(std::size_t scenario,
                                    std::uint32_t replication,
                                    std::string_view outcome) const {
  ByteWriter writer;
  writer.number(static_cast<std::uint64_t>(Block::finished));
  writer.number(scenario);
  writer.number(replication);
  return block(digest_, writer.bytes() + std::string{outcome});
}

std::string JournalWriter::written(std::string_view sha256) const {
  ByteWriter writer;
  writer.number(static_cast<std::uint64_t>(Block::written));
  return block(digest_, writer.bytes() + std::string{sha256});
}

JournalReading read_journal(std::string_view text) {
  JournalReading reading;
  if (text.empty()) return reading;
  if (text.substr(0, first_line.size()) != first_line) {
    const bool of_other_format = text.substr(0, first_words.size()) == first_words;
    reading.kind = of_other_format ? JournalKind::other_format : JournalKind::no_journal;
    return reading;
  }
  std::string_view rest = text.substr(first_line.size());
  const auto first = next_block(rest, "");
  auto subject = first ? subject_of(*first) : std::nullopt;
  if (!subject) {
    reading.kind = JournalKind::damaged;
    return reading;
  }
  reading.kind = JournalKind::journal;
  reading.subject = *std::move(subject);
  reading.sound_bytes = text.size() - rest.size();
  const std::string digest = digest_of("", *first);
  while (!rest.empty()) {
    const auto content = next_block(rest, digest);
    if (!content || !take(*content, reading)) break;
    reading.sound_bytes = text.size() - rest.size();
  }
  return reading;
}

}  // namespace ficap::io
