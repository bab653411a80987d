#include "cli/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "cli/command.hpp"
#include "cli/descriptor.hpp"
#include "cli/interrupt.hpp"
#include "io/document.hpp"
#include "io/nearest.hpp"

namespace ficap::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t most_bytes = io::largest_text + 1;  // so that io/ refuses it

/// A file that does not stay unless it is given its final name.
class TemporaryFile {
 public:
  /// @param path the final name
  explicit TemporaryFile(const fs::path& path)
      : final_{path},
        path_{path.parent_path() /
              ("." + path.filename().string() + "." + std::to_string(::getpid()) + ".part")} {
    Descriptor file{path_, O_WRONLY | O_CREAT | O_EXCL};
    if (!file.is_open()) refuse(errno, "cannot write " + final_.string());
  }
  ~TemporaryFile() {
    if (!path_.empty()) (void)::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  TemporaryFile(TemporaryFile&& other) noexcept
      : final_{std::move(other.final_)}, path_{std::exchange(other.path_, {})} {}
  TemporaryFile& operator=(TemporaryFile&&) = delete;

  void write(std::string_view content) const { write_to(path_, O_TRUNC, content); }
  void keep() {
    if (std::rename(path_.c_str(), final_.c_str()) != 0) {
      refuse(errno, "cannot write " + final_.string());
    }
    path_.clear();
  }

  static void write_to(const fs::path& path, int flags, std::string_view content) {
    Descriptor file{path, O_WRONLY | flags};
    if (!file.is_open()) refuse(errno, "cannot write " + path.string());
    if (!write_all(file, content)) refuse(errno, "cannot write " + path.string());
    if (!file.close()) refuse(errno, "cannot write " + path.string());
  }

 private:
  fs::path final_;
  fs::path path_;
};

fs::path folder_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path{"."};
}

// What stands before the dot is compared: a shared ".json" brings no names nearer.
std::string nearest_file(const fs::path& path) {
  std::vector<fs::path> files;
  std::vector<std::string> stems;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator{folder_of(path), ignored}) {
    files.push_back(entry.path().filename());
    stems.push_back(entry.path().stem().string());
  }
  const std::string stem = path.stem().string();
  auto found = std::find(stems.begin(), stems.end(), stem);
  if (found == stems.end()) {
    const auto meant = io::nearest(stem, stems);
    if (!meant) return "";
    found = std::find(stems.begin(), stems.end(), *meant);
  }
  const fs::path& file = files[static_cast<std::size_t>(found - stems.begin())];
  return " (did you mean " + (path.parent_path() / file).string() + "?)";
}

}  // namespace

void check_name(const fs::path& path) {
  const std::string name = path.filename().string();
  if (name.ends_with("-wal") || name.ends_with("-shm") || name.ends_with("-journal")) {
    throw RefusedOutput{path.string() +
                        " has the name of a file that SQLite keeps beside a store of runs, and "
                        "would be taken for one; give another name"};
  }
  if (name.ends_with(".unfinished")) {
    throw RefusedOutput{path.string() +
                        " has the name of a file in which a run keeps what it has finished, and "
                        "would be taken for one; give another name"};
  }
}

std::string read_text(const std::string& path) {
  const bool standard = path == "-";
  const Descriptor file = [&] {
    return standard ? Descriptor{STDIN_FILENO} : Descriptor{path, O_RDONLY};
  }();
  if (!file.is_open()) {
    const int error = errno;
    refuse(error, "cannot read " + path + (error == ENOENT ? nearest_file(path) : ""));
  }
  return read_rest(file, most_bytes, "cannot read " + path);
}

io::Load scenario_files() {
  return [](const std::string& name) -> std::optional<std::string> {
    try {
      return read_text(name);
    } catch (const std::system_error&) {
      return std::nullopt;  // a diagnostic of the scenario that names it
    }
  };
}

bool is_special(const fs::path& path) {
  std::error_code ignored;
  const auto kind = fs::status(path, ignored).type();
  return kind == fs::file_type::character || kind == fs::file_type::fifo ||
         kind == fs::file_type::socket || kind == fs::file_type::block;
}

fs::path destination(fs::path path) {
  constexpr int most_links = 40;  // as the kernel has it
  std::error_code ignored;
  for (int links = 0; fs::is_symlink(path, ignored); ++links) {
    if (links == most_links) refuse(ELOOP, "cannot write " + path.string());
    path = path.parent_path() / fs::read_symlink(path);
  }
  return path;
}

void check_output(const fs::path& path,
                  const std::vector<std::string>& scenarios,
                  bool makes_folder,
                  bool may_overwrite) {
  std::error_code ignored;
  if (is_special(path)) return;
  if (fs::is_directory(path, ignored)) {
    throw RefusedOutput{path.string() + " is a folder; give the name of a file"};
  }
  const fs::path arrives = destination(path);
  check_name(path);
  check_name(arrives);
  for (const std::string& scenario : scenarios) {
    if (!fs::equivalent(path, scenario, ignored)) continue;
    throw RefusedOutput{path.string() + " is the scenario itself"};
  }
  if (!may_overwrite && fs::exists(path, ignored)) {
    throw RefusedOutput{path.string() + " exists; --force overwrites it"};
  }
  fs::path folder = folder_of(arrives);
  while (makes_folder && !fs::exists(folder, ignored) && folder != folder_of(folder)) {
    folder = folder_of(folder);
  }
  const SignalsWait wait;
  const TemporaryFile probe{folder / arrives.filename()};
}

void write_files(const std::vector<OutputFile>& files) {
  const SignalsWait wait;
  std::vector<TemporaryFile> written;
  for (const OutputFile& file : files) {
    if (is_special(file.path)) {
      TemporaryFile::write_to(file.path, 0, file.content);
      continue;
    }
    const fs::path arrives = destination(file.path);
    const fs::path folder = folder_of(arrives);
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw std::system_error{error, "cannot create " + folder.string()};
    written.emplace_back(arrives).write(file.content);
  }
  for (TemporaryFile& file : written)
    file.keep();
}

}  // namespace ficap::cli
