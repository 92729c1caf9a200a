#include "store/database.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <limits>
#include <new>
#include <system_error>

#include "polder/base/error.h"

namespace polder::store {
namespace {

/// Write-ahead logs need shared memory, which disks of other machines do not give.
bool is_local(const std::filesystem::path& folder) {
  constexpr std::array<std::uint32_t, 8> remote{
      0x6969,     0x517B,     0xFF534D42, 0xFE534D42,   // NFS, SMB, CIFS, SMB2
      0x65735546, 0x0BD00BD0, 0x47504653, 0x01021997};  // FUSE, Lustre, GPFS, 9P
  struct statfs facts{};
  if (::statfs(folder.empty() ? "." : folder.c_str(), &facts) != 0) return false;
  return std::find(remote.begin(), remote.end(), static_cast<std::uint32_t>(facts.f_type)) == remote.end();
}

/// The errno that a refusal of the machine stands for; 0 if the machine is not to blame.
int machine_error(int code, int system_errno) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return ENOSPC;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return system_errno != 0 ? system_errno : EACCES;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return EBUSY;
    case SQLITE_IOERR:
      return system_errno != 0 ? system_errno : EIO;
    default:
      return 0;
  }
}

}  // namespace

void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }
void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Database::Database(const std::filesystem::path& file, Use use) : file_(file) {
  sqlite3* handle = nullptr;
  const int create = use == Use::Write ? SQLITE_OPEN_CREATE : 0;
  const int code =
      sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | create, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) raise(code, "opening");
  sqlite3_extended_result_codes(handle, 1);
  sqlite3_busy_timeout(handle, 10'000);  // [ms]
  run("PRAGMA temp_store=MEMORY; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;");
  if (use == Use::Read) {
    run("PRAGMA query_only=ON");
    return;
  }
  run("PRAGMA page_size=8192");
  if (!is_local(file.parent_path()) || text("PRAGMA journal_mode=WAL") != "wal") run("PRAGMA journal_mode=TRUNCATE");
  run("PRAGMA synchronous=FULL");
}

void Database::run(std::string_view sql) {
  const int code = sqlite3_exec(handle(), std::string(sql).c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) raise(code, sql);
}

std::string Database::text(std::string_view sql) const {
  Statement statement(*this, sql);
  return statement.step() ? std::string(statement.text(0)) : std::string();
}

void Database::leave_wal() noexcept {
  if (handle_) sqlite3_exec(handle(), "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
}

void Database::raise(int code, std::string_view doing) const {
  const int primary = code & 0xFF;
  if (primary == SQLITE_NOMEM) throw std::bad_alloc();
  const int error = machine_error(code, handle_ ? sqlite3_system_errno(handle()) : 0);
  if (error != 0) throw std::system_error(error, std::generic_category(), file_.string());
  const std::string reason = handle_ ? sqlite3_errmsg(handle()) : sqlite3_errstr(code);
  if (primary == SQLITE_CONSTRAINT || primary == SQLITE_MISUSE || primary == SQLITE_RANGE) {
    throw BrokenInvariant(fmt::format("{}: {} ({})", file_.string(), reason, doing));
  }
  throw InputError({Problem{.code = "E303",
                            .file = file_.string(),
                            .message = fmt::format("the database is damaged or not one of polder ({})", reason),
                            .help = "take it from a copy, or run the study again with another --out",
                            .source_line = {}}});
}

Statement::Statement(const Database& database, std::string_view sql) : database_(&database) {
  sqlite3_stmt* handle = nullptr;
  const int code = sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &handle, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) database.raise(code, sql);
}

Statement& Statement::bind(int parameter, std::string_view text) {
  const int code =
      sqlite3_bind_text(handle_.get(), parameter, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
  if (code != SQLITE_OK) database_->raise(code, "binding");
  return *this;
}

Statement& Statement::bind(int parameter, std::int64_t integer) {
  const int code = sqlite3_bind_int64(handle_.get(), parameter, integer);
  if (code != SQLITE_OK) database_->raise(code, "binding");
  return *this;
}

Statement& Statement::bind(int parameter, double number) {
  const int code = std::isnan(number) ? sqlite3_bind_null(handle_.get(), parameter)
                                      : sqlite3_bind_double(handle_.get(), parameter, number);
  if (code != SQLITE_OK) database_->raise(code, "binding");
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  const std::string sql = sqlite3_sql(handle_.get());
  database_->raise(code, sql);
}

void Statement::run() {
  while (step()) {
  }
  sqlite3_reset(handle_.get());
}

int Statement::columns() const { return sqlite3_column_count(handle_.get()); }
std::string_view Statement::name(int column) const { return sqlite3_column_name(handle_.get(), column); }
Statement::Kind Statement::kind(int column) const {
  switch (sqlite3_column_type(handle_.get(), column)) {
    case SQLITE_NULL:
      return Kind::Null;
    case SQLITE_INTEGER:
      return Kind::Integer;
    case SQLITE_FLOAT:
      return Kind::Number;
    default:
      return Kind::Text;
  }
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }

double Statement::number(int column) const {
  return kind(column) == Kind::Null ? std::numeric_limits<double>::quiet_NaN()
                                    : sqlite3_column_double(handle_.get(), column);
}

std::string_view Statement::text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(handle_.get(), column));
  return text == nullptr
             ? std::string_view()
             : std::string_view(text, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column)));
}

Transaction::Transaction(Database& database, const char* begin) : database_(&database) { database.run(begin); }

Transaction::~Transaction() {
  // After a full disk SQLite may have rolled back already; then there is nothing left to undo.
  if (open_) sqlite3_exec(database_->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_->run("COMMIT");
  open_ = false;
}

}  // namespace polder::store
