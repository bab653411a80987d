#include <csignal>
#include <cstdint>
#include <string>

#include <doctest/doctest.h>
#include <sys/resource.h>

#include "store/error.hpp"
#include "store/store.hpp"
#include "tests/cli/temporary_folder.hpp"
#include "tests/store/kept.hpp"

// A disk that takes no more.

using namespace ficap;
using store::Access;
using store::Store;
using store::StoreError;
using test::SmallRun;

namespace {

/// While it lives, no file of this process can be larger.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_{std::signal(SIGXFSZ, SIG_IGN)} {
    (void)::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit limit = before_;
    limit.rlim_cur = bytes;
    (void)::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    (void)::setrlimit(RLIMIT_FSIZE, &before_);
    (void)std::signal(SIGXFSZ, handler_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  FileSizeLimit(FileSizeLimit&&) = delete;
  FileSizeLimit& operator=(FileSizeLimit&&) = delete;

 private:
  void (*handler_)(int);
  rlimit before_{};
};

}  // namespace

TEST_CASE("where the disk is full the run is not kept, and what was there is whole") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "s.sqlite";
  Store store{path, Access::write};
  store.keep(SmallRun{2}.to_keep());
  SmallRun large{30};
  large.seed = 8;
  large.bytes_of = [](std::uint32_t, const models::Outcome&) { return std::string(200'000, 'x'); };
  {
    const FileSizeLimit limit{1'000'000};
    try {
      store.keep(large.to_keep());
      FAIL("it was kept");
    } catch (const StoreError& error) {
      CHECK(error.kind() == StoreError::Kind::no_room);
      CHECK(std::string{error.what()}.find("what it held before is whole") != std::string::npos);
    }
    CHECK(store.runs().size() == 1);
  }
  CHECK(test::integrity_of(path) == "ok");
  CHECK(store.futures(SmallRun{1}.experiment(), 9).size() == 2);
  CHECK(store.futures(large.experiment(), 99).empty());
  CHECK(store.keep(large.to_keep()));
  CHECK(store.runs().size() == 2);
}
