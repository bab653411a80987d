#include "tests/cli/process.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <stdexcept>

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/cli/temporary_folder.hpp"

namespace ficap::test {

namespace {

// The program in a child process, its standard streams on the given descriptors.
pid_t start(const std::vector<std::string>& arguments, int in, int out, int err) {
  std::vector<std::string> words{FICAP_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words)
    pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error{"cannot fork"};
  if (child == 0) {
    (void)::dup2(in, STDIN_FILENO);
    (void)::dup2(out, STDOUT_FILENO);
    (void)::dup2(err, STDERR_FILENO);
    (void)::execv(FICAP_PROGRAM, pointers.data());
    ::_exit(127);
  }
  return child;
}

int code_of(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int open_file(const std::string& path, int flags) {
  const int number = ::open(path.c_str(), flags | O_CLOEXEC, 0600);
  if (number < 0) throw std::runtime_error{"cannot open " + path};
  return number;
}

// The same with files of a folder: "in", which is there, "out" and "err".
pid_t start_with_files(const std::vector<std::string>& arguments, const TemporaryFolder& folder) {
  const int in = open_file(folder / "in", O_RDONLY);
  const int out = open_file(folder / "out", O_WRONLY | O_CREAT);
  const int err = open_file(folder / "err", O_WRONLY | O_CREAT);
  const pid_t child = start(arguments, in, out, err);
  for (const int number : {in, out, err})
    (void)::close(number);
  return child;
}

bool is_running(pid_t child) {
  siginfo_t state{};
  return ::waitid(P_PID, static_cast<id_t>(child), &state, WEXITED | WNOHANG | WNOWAIT) == 0 &&
         state.si_pid == 0;
}

}  // namespace

Ended ficap(const std::vector<std::string>& arguments, const std::string& input) {
  const TemporaryFolder folder;
  write(folder / "in", input);
  const pid_t child = start_with_files(arguments, folder);
  return {
      .code = code_of(child), .out = content_of(folder / "out"), .err = content_of(folder / "err")};
}

Ended ficap_stopped(const std::vector<std::string>& arguments,
                    int signal,
                    const std::function<bool()>& due) {
  const TemporaryFolder folder;
  write(folder / "in", "");
  const pid_t child = start_with_files(arguments, folder);
  while (is_running(child)) {
    if (due()) {
      (void)::kill(child, signal);
      break;
    }
    (void)::usleep(1000);
  }
  return {
      .code = code_of(child), .out = content_of(folder / "out"), .err = content_of(folder / "err")};
}

Ended ficap_interrupted(const std::vector<std::string>& arguments,
                        const std::string& sign,
                        int signal) {
  const TemporaryFolder folder;
  const int in = open_file("/dev/null", O_RDONLY);
  const int out = open_file(folder / "out", O_WRONLY | O_CREAT);
  int terminal = -1;
  int err = -1;
  if (::openpty(&terminal, &err, nullptr, nullptr, nullptr) != 0) {
    throw std::runtime_error{"cannot open a terminal"};
  }
  const pid_t child = start(arguments, in, out, err);
  for (const int number : {in, out, err})
    (void)::close(number);
  Ended ended;
  bool sent = false;
  std::array<char, 4096> buffer{};
  for (;;) {
    const auto count = ::read(terminal, buffer.data(), buffer.size());
    if (count <= 0) break;  // the program has closed its end
    ended.err.append(buffer.data(), static_cast<std::size_t>(count));
    if (!sent && ended.err.find(sign) != std::string::npos) {
      (void)::kill(child, signal);
      sent = true;
    }
  }
  (void)::close(terminal);
  ended.code = code_of(child);
  ended.out = content_of(folder / "out");
  return ended;
}

}  // namespace ficap::test
