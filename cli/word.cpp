#include "cli/word.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/command.hpp"
#include "cli/files.hpp"

// POSIX declares it nowhere, and it is no constant.
extern char** environ;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

namespace ficap::cli {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view dated_by = "SOURCE_DATE_EPOCH=";

/// A folder that is gone when this is.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "ficap-word-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr)
      throw std::system_error{errno, std::generic_category(), "cannot make a folder in " + name};
    path_ = std::move(name);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  TemporaryFolder(TemporaryFolder&&) = delete;
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  [[nodiscard]] const fs::path& path() const noexcept { return path_; }

 private:
  fs::path path_;
};

/// Runs a program of the path and waits for it.
///
/// @returns its exit status, or 127 where there is no such program
int run(std::vector<std::string> words, std::vector<std::string> environment) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (std::string& word : words)
    arguments.push_back(word.data());
  arguments.push_back(nullptr);
  std::vector<char*> settings;
  settings.reserve(environment.size() + 1);
  for (std::string& setting : environment)
    settings.push_back(setting.data());
  settings.push_back(nullptr);
  pid_t child = 0;
  if (::posix_spawnp(
          &child, arguments.front(), nullptr, nullptr, arguments.data(), settings.data()) != 0)
    return 127;
  int status = 0;
  while (::waitpid(child, &status, 0) == -1) {
    if (errno != EINTR) return 127;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

std::vector<std::string> environment_dated(std::int64_t seconds) {
  std::vector<std::string> settings;
  for (char** each = environ; *each != nullptr; ++each) {
    if (!std::string_view{*each}.starts_with(dated_by)) settings.emplace_back(*each);
  }
  settings.push_back(std::string{dated_by} + std::to_string(seconds));
  return settings;
}

bool is_on_the_path(std::string_view program) {
  const char* const path = std::getenv("PATH");  // NOLINT(concurrency-mt-unsafe): nobody sets it
  std::string_view rest = path == nullptr ? "" : path;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(':'), rest.size());
    const fs::path file = fs::path{rest.substr(0, end)} / program;
    if (::access(file.c_str(), X_OK) == 0) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

}  // namespace

void check_word() {
  if (is_on_the_path("pandoc")) return;
  throw RefusedOutput{
      "--docx needs pandoc, which is not on this machine's path: install it (Debian: apt-get "
      "install pandoc; others: pandoc.org), or write the page with --html and open that in Word"};
}

std::string word_document(const std::string& html, sim::Date dated) {
  constexpr std::int64_t seconds_a_day = 86'400;
  const TemporaryFolder folder;
  const fs::path page = folder.path() / "page.html";
  const fs::path document = folder.path() / "page.docx";
  write_files({{.path = page, .content = html}});
  const std::int64_t epoch = sim::days_from_civil(dated) - sim::days_from_civil({1970, 1, 1});
  const int status = run({"pandoc", "-f", "html", "-t", "docx", "-o", document, page},
                         environment_dated(epoch * seconds_a_day));
  if (status != 0)
    throw std::runtime_error{"pandoc could not make the Word document (it ended with " +
                             std::to_string(status) + "); nothing is written"};
  return read_text(document);
}

}  // namespace ficap::cli
