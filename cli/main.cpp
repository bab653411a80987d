#include <csignal>
#include <iostream>
#include <string>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

#include "cli/command.hpp"

namespace {

// A file that is opened while a standard stream is closed would become that stream, and what is
// meant for it would be written into the file. Writing to a closed standard output must still fail.
void keep_standard_streams_apart() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    const int mode = stream == STDERR_FILENO ? O_WRONLY : O_RDONLY;
    if (::fcntl(stream, F_GETFD) == -1 && ::open("/dev/null", mode | O_CLOEXEC) == -1) return;
  }
}

}  // namespace

int main(int count, char** values) {
  keep_standard_streams_apart();
  // A limit on the size of files is then an error of the write, as a full disk is.
  (void)std::signal(SIGXFSZ, SIG_IGN);
  const std::vector<std::string> arguments(values + (count > 0 ? 1 : 0), values + count);
  const auto code = ficap::cli::run_program(arguments, {.out = std::cout, .err = std::cerr});
  return static_cast<int>(code);
}
