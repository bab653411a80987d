#include <filesystem>
#include <string>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/error.hpp"
#include "store/schema.hpp"
#include "store/store.hpp"
#include "tests/cli/temporary_folder.hpp"
#include "tests/store/kept.hpp"

// Files that are no store, or not one that this program may touch.

using namespace ficap;
using store::Access;
using store::Database;
using store::Store;
using store::StoreError;
using test::SmallRun;

namespace {

namespace fs = std::filesystem;

/// @returns what was said of a file that was refused, its kind in `kind`
std::string refusal(const std::string& path, Access access, StoreError::Kind& kind) {
  try {
    const Store store{path, access};
  } catch (const StoreError& error) {
    kind = error.kind();
    return error.what();
  }
  FAIL("it was opened");
  return {};
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a file of something else is refused and left as it is") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "s.sqlite";
  const std::string content = "{\"run\": {\"command\": \"run\"}}" + std::string(2000, ' ');
  test::write(path, content);
  StoreError::Kind kind{};
  for (const Access access : {Access::read, Access::write}) {
    CHECK(contains(refusal(path, access, kind), path + " is no store of ficap: it is no SQLite"));
    CHECK(kind == StoreError::Kind::no_store);
  }
  CHECK(test::content_of(path) == content);
}

TEST_CASE("an SQLite file of another program is refused and left as it is") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "s.sqlite";
  {
    Database other{path, Access::write};
    other.run("CREATE TABLE bookmark (url TEXT)");
  }
  const std::string content = test::content_of(path);
  StoreError::Kind kind{};
  CHECK(contains(refusal(path, Access::write, kind), "is an SQLite file of another program"));
  CHECK(kind == StoreError::Kind::no_store);
  CHECK(test::content_of(path) == content);
}

TEST_CASE("a store of a newer version is refused, which says so, and left as it is") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "s.sqlite";
  { Store{path, Access::write}.keep(SmallRun{2}.to_keep()); }
  {
    Database newer{path, Access::write};
    newer.run("PRAGMA user_version = 99");
  }
  const std::string content = test::content_of(path);
  StoreError::Kind kind{};
  const std::string said = refusal(path, Access::write, kind);
  CHECK(kind == StoreError::Kind::newer);
  CHECK(contains(said,
                 "was written by a newer ficap: it is of version 99 of the store, and this "
                 "ficap reads up to version " +
                     std::to_string(store::newest_version())));
  CHECK(test::content_of(path) == content);
}

TEST_CASE("a store that does not exist is not made to be read") {
  const test::TemporaryFolder folder;
  StoreError::Kind kind{};
  CHECK(contains(refusal(folder / "none.sqlite", Access::read, kind), "cannot open "));
  CHECK(kind == StoreError::Kind::no_file);
  CHECK(folder.entries() == 0);
  CHECK(contains(refusal(folder.path().string(), Access::write, kind), "cannot open "));
}

TEST_CASE("a damaged store is refused in words") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "s.sqlite";
  { Store{path, Access::write}.keep(SmallRun{20}.to_keep()); }
  const std::string whole = test::content_of(path);
  SUBCASE("cut short") {
    test::write(path, whole.substr(0, 3 * 4096));
  }
  SUBCASE("its pages overwritten") {
    test::write(path, whole.substr(0, 100) + std::string(whole.size() - 100, '\x5a'));
  }
  try {
    const Store store{path, Access::read};
    for (const store::KeptRun& run : store.runs())
      (void)store.scenario(run);
    (void)store.futures(SmallRun{1}.experiment(), 100);
    FAIL("nothing was noticed");
  } catch (const StoreError& error) {
    CHECK(error.kind() == StoreError::Kind::damaged);
    CHECK(contains(error.what(), path + " is damaged"));
    CHECK(contains(error.what(), "Put back a copy"));
  }
}

TEST_CASE("a store that may only be read is read, and a run for it is refused") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "s.sqlite";
  { Store{path, Access::write}.keep(SmallRun{2}.to_keep()); }
  fs::permissions(path, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    // Who may do everything can write this as well: as somebody else, then.
    constexpr uid_t nobody = 65534;
    if (::geteuid() == 0 && ::setuid(nobody) != 0) ::_exit(1);
    int code = 0;
    try {
      if (Store(path, Access::read).runs().size() != 1) ::_exit(2);
      const Store store{path, Access::write};
      code = 3;
    } catch (const StoreError& error) {
      if (error.kind() != StoreError::Kind::cannot_write) code = 4;
      if (!contains(error.what(), path + " cannot be written.")) code = 5;
    }
    ::_exit(code);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("a store at rest is one file, and can be copied") {
  const test::TemporaryFolder folder;
  { Store{folder / "s.sqlite", Access::write}.keep(SmallRun{2}.to_keep()); }
  CHECK(folder.entries() == 1);
  fs::copy_file(folder / "s.sqlite", folder / "copy.sqlite");
  CHECK(Store(folder / "copy.sqlite", Access::read).runs().size() == 1);
  CHECK(folder.entries() == 2);
}
