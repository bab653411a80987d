#include <csignal>
#include <cstdint>
#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/store.hpp"
#include "tests/cli/temporary_folder.hpp"
#include "tests/store/kept.hpp"

// Several programs at one store, and one that is killed in mid-write: as real processes.

using namespace ficap;
using store::Access;
using store::Store;
using test::SmallRun;

namespace {

namespace fs = std::filesystem;

/// Runs `work` in a process of its own.
template <class Work>
pid_t begin(Work&& work) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child != 0) return child;
  int code = 0;
  try {
    work();
  } catch (...) {
    code = 1;
  }
  ::_exit(code);
}

int code_of(pid_t child) {
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

TEST_CASE("two programs that store at once lose nothing of each other") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "s.sqlite";
  constexpr std::uint64_t many = 12;
  const auto write_runs = [&](std::uint64_t first) {
    for (std::uint64_t seed = first; seed < first + many; ++seed) {
      SmallRun run{3};
      run.seed = seed;
      Store{path, Access::write}.keep(run.to_keep());
    }
  };
  // The second half of the one is the first half of the other.
  const pid_t one = begin([&] { write_runs(0); });
  const pid_t other = begin([&] { write_runs(many / 2); });
  CHECK(code_of(one) == 0);
  CHECK(code_of(other) == 0);
  const Store store{path, Access::read};
  CHECK(store.runs().size() == many + many / 2);
  for (const store::KeptRun& run : store.runs()) {
    SmallRun of{1};
    of.seed = run.seed;
    CHECK(store.futures(of.experiment(), 9).size() == 3);
  }
  CHECK(test::integrity_of(path) == "ok");
  CHECK(folder.entries() == 1);
}

TEST_CASE("a program that is killed while it writes leaves the store as it was before") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "s.sqlite";
  { Store{path, Access::write}.keep(SmallRun{2}.to_keep()); }
  int pipe_ends[2] = {-1, -1};
  REQUIRE(::pipe(pipe_ends) == 0);
  constexpr std::uint32_t futures = 60;
  SmallRun large{futures};
  large.seed = 8;
  const auto large_bytes = [](std::uint32_t number) {
    return std::string(200'000, static_cast<char>('a' + number % 26));
  };
  const pid_t child = begin([&] {
    large.bytes_of = [&](std::uint32_t number, const models::Outcome&) {
      if (number == futures - 1) {
        (void)!::write(pipe_ends[1], "!", 1);
        for (;;)
          ::pause();
      }
      return large_bytes(number);
    };
    Store{path, Access::write}.keep(large.to_keep());
  });
  char said = ' ';
  REQUIRE(::read(pipe_ends[0], &said, 1) == 1);
  REQUIRE(::kill(child, SIGKILL) == 0);
  CHECK(code_of(child) == 128 + SIGKILL);
  (void)::close(pipe_ends[0]);
  (void)::close(pipe_ends[1]);
  // It had begun to change the file: what it changed is written down beside it.
  CHECK(fs::exists(path + "-journal"));
  CHECK(fs::file_size(path) > 1'000'000);

  Store store{path, Access::write};
  REQUIRE(store.runs().size() == 1);
  CHECK(store.futures(SmallRun{1}.experiment(), 9).size() == 2);
  CHECK(store.futures(large.experiment(), futures).empty());
  CHECK_FALSE(fs::exists(path + "-journal"));
  CHECK(test::integrity_of(path) == "ok");
  large.bytes_of = [&](std::uint32_t number, const models::Outcome&) {
    return large_bytes(number);
  };
  CHECK(store.keep(large.to_keep()));
  CHECK(store.futures(large.experiment(), futures).size() == futures);
}
