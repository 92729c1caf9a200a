#include "store/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "polder/base/error.h"

namespace polder::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view temporary_ending = ".polder-tmp";

[[noreturn]] void raise(const fs::path& path, int error) {
  throw std::system_error(error, std::generic_category(), path.string());
}

/// Closes on every way out; `close` reports what a delayed write could not do.
class File {
 public:
  File(const fs::path& path, int flags) : path_(path), descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
    if (descriptor_ < 0) raise(path_, errno);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  void write(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) raise(path_, errno);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void sync() {
    if (::fsync(descriptor_) != 0 && errno != EINVAL) raise(path_, errno);  // EINVAL: cannot be synced
  }
  void close() {
    if (::close(std::exchange(descriptor_, -1)) != 0) raise(path_, errno);
  }

 private:
  fs::path path_;
  int descriptor_;
};

void sync_folder(const fs::path& folder) {
  File file(folder.empty() ? fs::path(".") : folder, O_RDONLY | O_DIRECTORY);
  file.sync();
}

}  // namespace

void refuse(std::string code, const std::filesystem::path& where, std::string message, std::string help) {
  throw InputError({Problem{.code = std::move(code),
                            .file = where.string(),
                            .message = std::move(message),
                            .help = std::move(help),
                            .source_line = {}}});
}

fs::path temporary_name(const fs::path& file) {
  return file.parent_path() / fmt::format(".{}{}", file.filename().string(), temporary_ending);
}

bool is_temporary(const fs::path& file) {
  const std::string name = file.filename().string();
  return name.starts_with('.') && name.ends_with(temporary_ending);
}

void rename_durably(const fs::path& temporary, const fs::path& file) {
  {
    File written(temporary, O_RDONLY);
    written.sync();
  }
  fs::rename(temporary, file);
  sync_folder(file.parent_path());
}

void write_durably(const fs::path& file, std::string_view bytes) {
  const fs::path temporary = temporary_name(file);
  try {
    File out(temporary, O_WRONLY | O_CREAT | O_TRUNC);
    out.write(bytes);
    out.sync();
    out.close();
    fs::rename(temporary, file);
  } catch (...) {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    throw;
  }
  sync_folder(file.parent_path());
}

std::string read_file(const fs::path& file) {
  errno = 0;
  std::ifstream in(file, std::ios::binary);
  if (!in || fs::is_directory(file)) raise(file, in ? EISDIR : errno != 0 ? errno : EIO);
  return {std::istreambuf_iterator<char>(in), {}};
}

void sweep_temporaries(const fs::path& folder) {
  std::vector<fs::path> stale;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_directory() && is_temporary(entry.path())) stale.push_back(entry.path());
  }
  for (const fs::path& file : stale) fs::remove(file);
}

fs::path inside(const fs::path& name) {
  fs::path kept;
  for (const fs::path& part : name.lexically_normal().relative_path()) {
    if (part != ".." && part != ".") kept /= part;
  }
  return kept;
}

FolderLock::FolderLock(const fs::path& folder) {
  const fs::path path = folder / file_name;
  descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor_ < 0) raise(path, errno);
  int error = EWOULDBLOCK;
  for (int tries = 0; tries < 3 && error == EWOULDBLOCK; ++tries) {  // is_held may be looking: only for a moment
    if (tries > 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
    error = errno;
  }
  ::close(std::exchange(descriptor_, -1));
  if (error != EWOULDBLOCK) raise(path, error);
  throw InputError({Problem{.code = "E304",
                            .file = folder.string(),
                            .message = "another polder process is writing this result",
                            .help = "wait until it is done, or choose another --out",
                            .source_line = {}}});
}

bool FolderLock::is_held(const fs::path& folder) {
  const int descriptor = ::open((folder / file_name).c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool held = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  ::close(descriptor);
  return held;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace polder::store
