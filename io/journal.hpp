#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ficap::io {

/// A journal keeps the futures that a run has finished, so that another can go on after a kill.
///
/// Its bytes: the line "ficap journal 1", then blocks. A block is its length, its content and the
/// first 8 bytes of a SHA-256 of what it stands in (nothing for the first, the digest of the first
/// for all others) and the content. The first block is the subject; every other is a finished
/// future or the digest of a file that was written. Blocks are only ever added, and their order
/// means nothing.

/// What the futures in a journal are futures of.
struct JournalSubject {
  std::string version;  ///< of the program
  std::uint64_t seed{};
  std::vector<std::string> scenario_sha256;  ///< of each scenario, in order
  friend bool operator==(const JournalSubject&, const JournalSubject&) = default;
};

/// Makes the parts of one journal.
class JournalWriter {
 public:
  explicit JournalWriter(const JournalSubject& subject);

  /// @returns what the journal begins with
  [[nodiscard]] const std::string& beginning() const noexcept { return beginning_; }
  /// @param outcome as outcome_bytes() gives it
  [[nodiscard]] std::string finished(std::size_t scenario,
                                     std::uint32_t replication,
                                     std::string_view outcome) const;
  /// @param sha256 of a file's content, in hexadecimal digits
  [[nodiscard]] std::string written(std::string_view sha256) const;

 private:
  std::string beginning_;
  std::string digest_;
};

/// One finished future.
struct JournalRecord {
  std::size_t scenario{};
  std::uint32_t replication{};
  std::string outcome;  ///< for outcome_of(), which has been seen to read it
};

/// What a text may be to whoever hoped for a journal.
enum class JournalKind : unsigned char {
  journal,
  nothing_yet,   ///< empty
  damaged,       ///< a journal of which not even the subject can be read
  other_format,  ///< a journal of another version of this format
  no_journal
};

/// What a journal holds.
struct JournalReading {
  JournalKind kind{JournalKind::nothing_yet};
  JournalSubject subject;
  std::vector<JournalRecord> records;  ///< as they come; one future may stand there twice
  std::vector<std::string> written;    ///< digests of files, in hexadecimal digits
  std::size_t sound_bytes{0};          ///< what follows is cut short or damaged, and was not read
};

[[nodiscard]] JournalReading read_journal(std::string_view text);

}  // namespace ficap::io
