#include "store/database.hpp"

#include <limits>
#include <utility>

#include <sqlite3.h>

#include "sim/expects.hpp"
#include "store/error.hpp"

namespace ficap::store {

namespace {

using Kind = StoreError::Kind;

// A long run of another program stores within seconds; a network drive may take longer.
constexpr int longest_wait_ms = 60'000;

[[noreturn]] void refuse(sqlite3* database, int code, const std::string& path) {
  const std::string said = database == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(database);
  switch (code & 0xFF) {
    case SQLITE_NOTADB:
      throw StoreError{Kind::no_store,
                       path + " is no store of ficap: it is no SQLite file. Name another file"};
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      throw StoreError{Kind::damaged,
                       path + " is damaged (" + said +
                           "). Put back a copy of it, or move it away and begin a new one"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw StoreError{Kind::busy,
                       path +
                           " is being written to by another program, which did not end in time. "
                           "Try again later"};
    case SQLITE_FULL:
      throw StoreError{Kind::no_room,
                       "there is no room left to write " + path +
                           "; what it held before is whole. Make room and give the command again"};
    case SQLITE_IOERR:
      throw StoreError{
          Kind::no_room,
          "cannot read or write " + path + " (" + said + "); what it held before is whole"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      throw StoreError{Kind::cannot_write,
                       path + " cannot be written (" + said +
                           "). Ask for the right to write it and its folder, or copy it"};
    case SQLITE_CANTOPEN:
      throw StoreError{
          Kind::no_file,
          "cannot open " + path + ": is there such a file or, to make it, such a folder?"};
    case SQLITE_CONSTRAINT:
      throw StoreError{Kind::constraint, path + " does not take this: " + said};
    case SQLITE_NOMEM:
      throw std::bad_alloc{};
    default:
      throw StoreError{Kind::damaged, path + " cannot be used: " + said};
  }
}

int length_of(std::string_view bytes) {
  FICAP_EXPECTS(bytes.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max()));
  return static_cast<int>(bytes.size());
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept {
  (void)sqlite3_finalize(statement);
}

void Statement::reset() noexcept {
  (void)sqlite3_reset(statement_.get());
  (void)sqlite3_clear_bindings(statement_.get());
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) refuse(database_, code, *path_);
}

void Statement::bind(int place, std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), place, value));
}

void Statement::bind(int place, std::optional<double> value) {
  check(value ? sqlite3_bind_double(statement_.get(), place, *value)
              : sqlite3_bind_null(statement_.get(), place));
}

// Bytes are copied: what was bound may be gone when the statement is stepped.
void Statement::bind(int place, std::string_view value) {
  // A text of no bytes may have no address, which SQLite would take for null.
  const char* const bytes = value.empty() ? "" : value.data();
  check(sqlite3_bind_text(statement_.get(), place, bytes, length_of(value), SQLITE_TRANSIENT));
}

void Statement::bind(int place, Blob value) {
  const char* const bytes = value.bytes.empty() ? "" : value.bytes.data();
  check(
      sqlite3_bind_blob(statement_.get(), place, bytes, length_of(value.bytes), SQLITE_TRANSIENT));
}

bool Statement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  refuse(database_, code, *path_);
}

void Statement::run() {
  while (step()) {
  }
  reset();
}

std::int64_t Statement::whole(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::optional<double> Statement::real(int column) const {
  if (is_null(column)) return std::nullopt;
  return sqlite3_column_double(statement_.get(), column);
}

std::string Statement::text(int column) const {
  const void* const bytes = sqlite3_column_blob(statement_.get(), column);
  const int length = sqlite3_column_bytes(statement_.get(), column);
  if (bytes == nullptr || length <= 0) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(length)};
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

void Database::Close::operator()(sqlite3* database) const noexcept {
  (void)sqlite3_close(database);
}

Database::Database(std::string path, Access access) : path_{std::move(path)} {
  const int makes = access == Access::write ? SQLITE_OPEN_CREATE : 0;
  // One that is only read may have been left in mid-write, and is put right first.
  const int flags = SQLITE_OPEN_READWRITE | makes | SQLITE_OPEN_EXRESCODE;
  sqlite3* opened = nullptr;
  // SQLite gives some names a meaning of their own; a path with its folder is none of them.
  const std::string file = path_.starts_with('/') ? path_ : "./" + path_;
  const int code = sqlite3_open_v2(file.c_str(), &opened, flags, nullptr);
  database_.reset(opened);
  if (code != SQLITE_OK) refuse(opened, code, path_);
  (void)sqlite3_busy_timeout(opened, longest_wait_ms);
  // The file may come from anybody.
  (void)sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  (void)sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  run("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON;"
      "PRAGMA synchronous = EXTRA");
}

Statement Database::prepare(const char* sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(database_.get(), sql, -1, &statement, nullptr);
  if (code != SQLITE_OK) refuse(database_.get(), code, path_);
  return {database_.get(), statement, path_};
}

void Database::run(const char* sql) {
  const int code = sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) refuse(database_.get(), code, path_);
}

std::int64_t Database::number(const char* sql) const {
  Statement statement = prepare(sql);
  return statement.step() ? statement.whole(0) : 0;
}

std::int64_t Database::last_key() const noexcept {
  return sqlite3_last_insert_rowid(database_.get());
}

bool Database::is_read_only() const noexcept {
  return sqlite3_db_readonly(database_.get(), "main") == 1;
}

Transaction::Transaction(Database& database) : database_{database} {
  database_.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (committed_) return;
  try {
    database_.run("ROLLBACK");
  } catch (...) {  // SQLite has rolled it back by itself
  }
}

void Transaction::commit() {
  database_.run("COMMIT");
  committed_ = true;
}

}  // namespace ficap::store
