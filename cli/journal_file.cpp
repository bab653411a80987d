#include "cli/journal_file.hpp"

#include <cerrno>
#include <limits>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/command.hpp"

namespace ficap::cli {

namespace fs = std::filesystem;

namespace {

bool is_still_at(const fs::path& path, const struct stat& opened) noexcept {
  struct stat now {};
  return ::stat(path.c_str(), &now) == 0 && now.st_dev == opened.st_dev &&
         now.st_ino == opened.st_ino;
}

}  // namespace

JournalFile::JournalFile(fs::path path, Descriptor file)
    : path_{std::move(path)}, file_{std::move(file)} {
  struct stat facts {};
  if (::fstat(file_.number(), &facts) != 0) refuse(errno, "cannot read " + path_.string());
  size_ = static_cast<std::size_t>(facts.st_size);
}

std::optional<JournalFile> JournalFile::open(const fs::path& path, bool makes) {
  if (makes && path.has_parent_path()) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error) throw std::system_error{error, "cannot create " + path.parent_path().string()};
  }
  for (;;) {
    const int flags = O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK;
    Descriptor file{path, makes ? flags | O_CREAT : flags};
    if (!file.is_open()) {
      if (!makes && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
      refuse(errno, "cannot write " + path.string());
    }
    struct stat facts {};
    if (::fstat(file.number(), &facts) != 0 || !S_ISREG(facts.st_mode)) {
      throw RefusedOutput{path.string() + " is no plain file; move it away"};
    }
    // Some network drives know no locks. There is then no guard against two runs at once.
    if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
      throw RefusedOutput{"another ficap is at work on " + path.string() +
                          "; wait for it, or write to another place"};
    }
    // The run that had it may have ended, and taken it away, between the opening and the lock.
    if (is_still_at(path, facts)) return JournalFile{path, std::move(file)};
  }
}

std::string JournalFile::content() const {
  const std::string what = "cannot read " + path_.string();
  if (::lseek(file_.number(), 0, SEEK_SET) != 0) refuse(errno, what);
  return read_rest(file_, std::numeric_limits<std::size_t>::max(), what);
}

void JournalFile::cut(std::size_t size) {
  if (::ftruncate(file_.number(), static_cast<off_t>(size)) != 0) {
    refuse(errno, "cannot write " + path_.string());
  }
  size_ = size;
}

bool JournalFile::append(std::string_view piece) noexcept {
  if (write_all(file_, piece)) {
    size_ += piece.size();
    return true;
  }
  const int error = errno;
  (void)::ftruncate(file_.number(), static_cast<off_t>(size_));
  errno = error;
  return false;
}

void JournalFile::bring_to_disk() const noexcept {
  (void)::fdatasync(file_.number());
}

void JournalFile::remove() noexcept {
  (void)::unlink(path_.c_str());
}

}  // namespace ficap::cli
