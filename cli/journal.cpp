#include "cli/journal.hpp"

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <limits>
#include <ostream>
#include <system_error>

#include <unistd.h>

#include "cli/command.hpp"
#include "io/outcome_bytes.hpp"
#include "io/sha256.hpp"
#include "report/words.hpp"

namespace ficap::cli {

namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace {

// What a power cut may cost; a kill costs nothing that is finished.
constexpr std::chrono::seconds between_disk_writes{1};

/// @returns where a command keeps what it has finished: where an earlier run did, otherwise beside
///          its first file; nothing where it writes none
fs::path place_of(const Outputs& outputs) {
  std::vector<fs::path> places;
  for (const fs::path& file : outputs.files()) {
    if (!is_special(file)) places.emplace_back(file.string() + ".unfinished");
  }
  if (places.empty()) return {};
  std::error_code ignored;
  const auto found = std::find_if(
      places.begin(), places.end(), [&](const fs::path& place) { return exists(place, ignored); });
  return found == places.end() ? places.front() : *found;
}

std::string futures(std::size_t count) {
  if (count == 0) return "part of a future";
  return report::with_commas(static_cast<std::int64_t>(count)) +
         (count == 1 ? " finished future" : " finished futures");
}

}  // namespace

void add_resume_option(po::options_description& options) {
  options.add_options()("resume",
                        "go on where the same command was stopped or killed: what it had finished "
                        "is in the file that ends in .unfinished");
}

Journal::Journal(const Outputs& outputs, const PlanOptions& options, std::ostream& err)
    : options_{options}, err_{err}, path_{place_of(outputs)} {
  if (path_.empty()) {
    if (!options_.resume) return;
    throw UsageError{
        "--resume goes on from what a run keeps beside its files, and this one writes none; name "
        "them as they were, with --json FILE or --csv FOLDER"};
  }
  file_ = JournalFile::open(path_, false);
  if (file_) {
    judge();
  } else if (options_.resume) {
    throw RefusedOutput{"there is nothing to go on from: " + path_.string() +
                        " does not exist. Leave --resume out to start"};
  }
}

Journal::~Journal() {
  if (writer_ && kept_ == 0 && file_) file_->remove();
}

// What is there must not be lost unless that was asked for.
void Journal::judge() {
  const std::string text = file_->content();
  left_bytes_ = text.size();
  left_ = io::read_journal(text);
  if (!options_.resume && options_.force) return;
  const std::string name = path_.string();
  switch (left_.kind) {
    case io::JournalKind::nothing_yet:
      return;
    case io::JournalKind::no_journal:
      throw RefusedOutput{name + " was not made by ficap; move it away"};
    case io::JournalKind::other_format:
      throw RefusedOutput{name +
                          " was made by another version of ficap. Go on with that one, or start "
                          "anew with --force"};
    case io::JournalKind::damaged:
      throw RefusedOutput{name +
                          " is damaged from its beginning, and nothing in it can be used. "
                          "Start anew with --force"};
    case io::JournalKind::journal:
      break;
  }
  if (options_.resume || left_.records.empty()) return;
  throw RefusedOutput{name + " holds " +
                      futures(left_.records.size() / left_.subject.scenario_sha256.size()) +
                      " of a run that was stopped. Add --resume to go on from there, or --force to "
                      "start anew"};
}

bool Journal::wrote(const fs::path& file) const {
  if (!options_.resume || left_.written.empty()) return false;
  const Descriptor open{file, 0};
  if (!open.is_open()) return false;
  const std::string content =
      read_rest(open, std::numeric_limits<std::size_t>::max(), "cannot read " + file.string());
  const std::string digest = io::sha256_hex(content);
  return std::find(left_.written.begin(), left_.written.end(), digest) != left_.written.end();
}

void Journal::begin(std::span<const models::Compiled* const> scenarios,
                    std::vector<std::string> sha256,
                    std::uint64_t seed) {
  begin({.sha256 = std::move(sha256),
         .seed = seed,
         .again = [scenarios, seed](std::size_t scenario, std::uint32_t replication) {
           models::Simulator simulator{*scenarios[scenario]};
           return std::optional{simulator.run(seed, replication)};
         }});
}

void Journal::begin(const JournalMatter& matter) {
  if (path_.empty()) return;
  if (!file_) {
    file_ = JournalFile::open(path_, true);
    judge();  // another run may have come between
  }
  const io::JournalSubject subject{
      .version = FICAP_VERSION, .seed = matter.seed, .scenario_sha256 = matter.sha256};
  const bool goes_on = options_.resume && !left_.records.empty();
  if (goes_on) {
    check_subject(subject, matter.otherwise);
    check_program(matter);
  }
  scenarios_ = matter.sha256.size();
  on_disk_ = std::chrono::steady_clock::now();
  writer_.emplace(subject);
  if (!goes_on) {
    file_->cut(0);
    left_ = {};
    add(writer_->beginning());
    return;
  }
  file_->cut(left_.sound_bytes);
  for (io::JournalRecord& record : left_.records)
    known_.emplace(Future{record.scenario, record.replication}, Known{std::move(record.outcome)});
  left_.records.clear();
  kept_ = known_.size();
  const std::size_t lost = left_bytes_ - left_.sound_bytes;
  if (lost > 0) {
    err_ << "ficap: the last " << report::with_commas(static_cast<std::int64_t>(lost))
         << " bytes of " << path_.string()
         << " are incomplete or damaged; what they held is simulated again\n";
  }
  if (!options_.quiet) {
    err_ << "ficap: going on from " << futures(kept_ / scenarios_) << " in " << path_.string()
         << "\n";
  }
}

void Journal::check_subject(const io::JournalSubject& subject, const std::string& otherwise) const {
  const io::JournalSubject& left = left_.subject;
  std::string difference;
  if (left.version != subject.version) {
    difference = "was made by ficap " + left.version + ", and this is " + subject.version;
  } else if (left.scenario_sha256.size() != subject.scenario_sha256.size()) {
    difference = "is of " + std::to_string(left.scenario_sha256.size()) +
                 " scenarios, and this command has " +
                 std::to_string(subject.scenario_sha256.size());
  } else if (left.scenario_sha256 != subject.scenario_sha256) {
    difference = "is of " + otherwise;
  } else if (left.seed != subject.seed) {
    difference =
        "is of seed " + std::to_string(left.seed) + ", not " + std::to_string(subject.seed);
  } else {
    return;
  }
  throw RefusedOutput{"cannot go on: " + path_.string() + " " + difference +
                      ". Give the command as it was, or start anew with --force"};
}

// Two builds may call themselves one version and come to different futures. One is tried.
void Journal::check_program(const JournalMatter& matter) const {
  std::optional<models::Outcome> again;
  auto last = left_.records.rbegin();
  for (; last != left_.records.rend() && !again; ++last)
    again = matter.again(last->scenario, last->replication);
  if (!again || again == io::outcome_of(std::prev(last)->outcome)) return;
  throw RefusedOutput{"cannot go on: " + path_.string() +
                      " was made by another build of ficap, which came to other results. Start "
                      "anew with --force"};
}

study::Archive Journal::archive() {
  if (!writer_) return {};
  study::Archive archive{.find = {}, .keep = {}};
  if (!known_.empty()) {
    archive.find = [this](std::size_t scenario, std::uint32_t replication) {
      const auto found = known_.find(Future{scenario, replication});
      if (found == known_.end()) return std::optional<models::Outcome>{};
      {
        const std::lock_guard lock{mutex_};
        found->second.asked_for = true;
      }
      return io::outcome_of(found->second.outcome);
    };
  }
  archive.keep =
      [this](std::size_t scenario, std::uint32_t replication, const models::Outcome& outcome) {
        keep({scenario, replication}, outcome);
      };
  return archive;
}

void Journal::keep(Future future, const models::Outcome& outcome) {
  const std::string piece =
      writer_->finished(future.first, future.second, io::outcome_bytes(outcome));
  bool due = false;
  {
    const std::lock_guard lock{mutex_};
    if (failed_) return;
    add(piece);
    if (failed_) return;
    ++kept_;
    const auto now = std::chrono::steady_clock::now();
    due = now - on_disk_ >= between_disk_writes;
    if (due) on_disk_ = now;
  }
  if (due) file_->bring_to_disk();  // the others go on meanwhile
}

// A run that cannot be gone on with is worth more than none: it is finished without.
void Journal::add(const std::string& piece) {
  if (failed_ || file_->append(piece)) return;
  const std::error_code reason{errno, std::generic_category()};
  failed_ = true;
  err_ << (::isatty(STDERR_FILENO) == 1 ? "\r\x1b[K" : "") << "ficap: cannot write "
       << path_.string() << ": " << reason.message()
       << ". The run goes on, but what it finishes from here on is lost if it is stopped\n";
}

void Journal::deliver(const std::vector<OutputFile>& files, bool complete) {
  if (!writer_) {
    write_files(files);
    return;
  }
  for (const OutputFile& file : files)
    add(writer_->written(io::sha256_hex(file.content)));
  write_files(files);
  if (!complete) {
    stop();
  } else if (const std::size_t more = beyond(); more > 0) {
    err_ << "ficap: " << path_.string() << " keeps " << futures(more)
         << " beyond those asked for; with --resume and as many as there were it goes on, and "
            "whoever wants none of them deletes it\n";
  } else {
    file_->remove();
    kept_ = 0;
  }
}

std::size_t Journal::beyond() const {
  const auto count = std::count_if(
      known_.begin(), known_.end(), [](const auto& each) { return !each.second.asked_for; });
  return (static_cast<std::size_t>(count) + scenarios_ - 1) / scenarios_;
}

void Journal::stop() const {
  if (kept_ == 0) return;
  err_ << "ficap: " << futures(kept_ / scenarios_) << (kept_ / scenarios_ == 1 ? " is" : " are")
       << " kept in " << path_.string() << "; the same command with --resume goes on from there\n";
}

}  // namespace ficap::cli
