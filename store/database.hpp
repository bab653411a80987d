#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace ficap::store {

/// A statement of SQL with places for values. Values are bound, never written into the text.
class Statement {
 public:
  /// Binds values to the places, in order, and begins again.
  template <class... Values>
  Statement& with(const Values&... values) {
    reset();
    int place = 0;
    (bind(++place, values), ...);
    return *this;
  }

  /// @returns whether there is a row
  /// @throws StoreError
  bool step();
  /// Does it, wanting no rows.
  void run();

  // A column of the row, counted from 0.
  [[nodiscard]] std::int64_t whole(int column) const;
  [[nodiscard]] std::optional<double> real(int column) const;  ///< nothing where it is null
  [[nodiscard]] std::string text(int column) const;            ///< bytes as they are; blobs too
  [[nodiscard]] bool is_null(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };
  Statement(sqlite3* database, sqlite3_stmt* statement, const std::string& path)
      : database_{database}, statement_{statement}, path_{&path} {}

  void reset() noexcept;
  void bind(int place, std::int64_t value);
  void bind(int place, std::uint32_t value) { bind(place, std::int64_t{value}); }
  void bind(int place, std::optional<double> value);
  void bind(int place, std::string_view value);
  void bind(int place, const std::string& value) { bind(place, std::string_view{value}); }
  void bind(int place, const char* value) { bind(place, std::string_view{value}); }
  struct Blob {
    std::string_view bytes;
  };
  void bind(int place, Blob value);
  void check(int code) const;

  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  const std::string* path_;

 public:
  /// @returns bytes to bind as a blob
  [[nodiscard]] static Blob blob(std::string_view bytes) noexcept { return {bytes}; }
};

enum class Access : unsigned char {
  read,  ///< of a file that is there
  write  ///< of a file that is made where there is none
};

/// A connection to one SQLite file, with the settings that make it safe: foreign keys hold, no
/// function of a foreign schema is trusted, a change is on the disk when it is said to be.
/// One thread at a time.
class Database {
 public:
  /// @throws StoreError where there is no file to read, or it cannot be opened
  Database(std::string path, Access access);
  ~Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  Database(Database&&) = delete;
  Database& operator=(Database&&) = delete;

  /// @pre the statement is a constant of this program
  [[nodiscard]] Statement prepare(const char* sql) const;
  /// Does one or several statements that take no values.
  /// @throws StoreError
  void run(const char* sql);
  /// @returns the first column of the first row, 0 where there is none
  [[nodiscard]] std::int64_t number(const char* sql) const;
  /// @returns the key of the row that was added last
  [[nodiscard]] std::int64_t last_key() const noexcept;
  [[nodiscard]] bool is_read_only() const noexcept;
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  struct Close {
    void operator()(sqlite3* database) const noexcept;
  };
  std::string path_;
  std::unique_ptr<sqlite3, Close> database_;
};

/// All or nothing: what is not committed when it ends did not happen. It takes the right to write
/// at once, waiting for others, so that it cannot fail half-way for want of it.
class Transaction {
 public:
  /// @throws StoreError where others do not let go of the file
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Transaction(Transaction&&) = delete;
  Transaction& operator=(Transaction&&) = delete;

  /// @throws StoreError; nothing has changed then
  void commit();

 private:
  Database& database_;
  bool committed_{false};
};

}  // namespace ficap::store
