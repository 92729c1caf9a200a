// The only code that calls SQLite. What SQLite reports becomes one of the three kinds of error: the machine said no
// (std::system_error), the file is damaged (InputError E303), or we broke a promise (BrokenInvariant).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace polder::store {

/// A connection, for one thread at a time.
class Database {
 public:
  enum class Use : std::uint8_t { Read, Write };

  /// Opens, and with Use::Write makes, the file. Writing: WAL on local disks, synchronous=FULL.
  Database(const std::filesystem::path& file, Use use);

  void run(std::string_view sql);      // one or more statements without parameters
  std::string text(std::string_view sql) const;  // first column of the first row, or empty
  void leave_wal() noexcept;           // makes results.db one plain file again, if nobody else reads it
  const std::filesystem::path& file() const { return file_; }
  sqlite3* handle() const { return handle_.get(); }
  /// Throws what the result code stands for.
  [[noreturn]] void raise(int code, std::string_view doing) const;

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  std::filesystem::path file_;
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared statement. Parameters are bound from 1, columns read from 0.
class Statement {
 public:
  Statement(const Database& database, std::string_view sql);

  Statement& bind(int parameter, std::string_view text);
  Statement& bind(int parameter, std::int64_t integer);
  Statement& bind(int parameter, double number);  // NaN becomes NULL
  bool step();                                    // true: a row
  void run();                                     // steps to the end, then ready to be bound again

  int columns() const;
  std::string_view name(int column) const;
  enum class Kind : std::uint8_t { Null, Integer, Number, Text };
  Kind kind(int column) const;
  std::int64_t integer(int column) const;
  double number(int column) const;  // NULL becomes NaN
  std::string_view text(int column) const;  // valid until the next step

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  const Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

/// Everything until `commit` happens, or nothing does.
class Transaction {
 public:
  explicit Transaction(Database& database, const char* begin = "BEGIN IMMEDIATE");
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database* database_;
  bool open_ = true;
};

}  // namespace polder::store
