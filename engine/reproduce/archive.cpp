#include "reproduce/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <memory>
#include <set>
#include <system_error>

#include "polder/base/error.h"
#include "store/files.h"

namespace polder::reproduce {
namespace {

namespace fs = std::filesystem;

struct Free {
  void operator()(archive* it) const { archive_free(it); }
  void operator()(archive_entry* it) const { archive_entry_free(it); }
};
using Archive = std::unique_ptr<archive, Free>;
using Entry = std::unique_ptr<archive_entry, Free>;

constexpr std::time_t same_time = 946728000;  // noon of 1 January 2000: what was packed does not depend on when

[[noreturn]] void raise(const fs::path& file, int error) {
  throw std::system_error(error != 0 ? error : EIO, std::generic_category(), file.string());
}

[[noreturn]] void refuse_zip(const fs::path& zip, std::string message) {
  store::refuse("E386", zip, std::move(message), "take it from where the crate was published");
}

void pack_file(archive* out, const fs::path& file, const std::string& name, const fs::path& zip) {
  const Entry entry(archive_entry_new());
  archive_entry_set_pathname(entry.get(), name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(fs::file_size(file)));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_mtime(entry.get(), same_time, 0);
  if (archive_write_header(out, entry.get()) != ARCHIVE_OK) raise(zip, archive_errno(out));
  std::ifstream in(file, std::ios::binary);
  if (!in) raise(file, errno);
  std::array<char, 1U << 16U> buffer{};
  errno = 0;
  while (in.read(buffer.data(), buffer.size()), in.gcount() > 0)
    if (archive_write_data(out, buffer.data(), static_cast<std::size_t>(in.gcount())) != in.gcount())
      raise(zip, archive_errno(out));
  if (!in.eof()) raise(file, errno);
}

/// Where an entry goes; refuses what is no plain file inside the folder.
fs::path place_of(archive_entry* entry, const fs::path& zip, const fs::path& folder) {
  const char* text = archive_entry_pathname(entry);
  const fs::path name(text == nullptr ? "" : text);
  const bool plain = archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr;
  if (!plain || name.empty() || name.is_absolute() || store::inside(name) != name)
    refuse_zip(zip, fmt::format("it holds '{}', which is not a file inside the crate; nothing was run", name.string()));
  return folder / name;
}

void unpack_file(archive* in, const fs::path& file, const fs::path& zip) {
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  std::array<char, 1U << 16U> buffer{};
  for (;;) {
    const la_ssize_t size = archive_read_data(in, buffer.data(), buffer.size());
    if (size < 0) refuse_zip(zip, fmt::format("this zip file is damaged: {}", archive_error_string(in)));
    if (size == 0) break;
    errno = 0;
    if (!out.write(buffer.data(), size)) raise(file, errno);
  }
  out.close();
  if (!out) raise(file, errno);
}

}  // namespace

void pack(const fs::path& folder, const fs::path& zip) {
  std::set<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.insert(entry.path());
  const fs::path temporary = store::temporary_name(zip);
  const Archive out(archive_write_new());
  archive_write_set_format_zip(out.get());
  if (archive_write_open_filename(out.get(), temporary.c_str()) != ARCHIVE_OK) raise(zip, archive_errno(out.get()));
  try {
    for (const fs::path& file : files)
      pack_file(out.get(), file, file.lexically_relative(folder).generic_string(), zip);
    if (archive_write_close(out.get()) != ARCHIVE_OK) raise(zip, archive_errno(out.get()));
    store::rename_durably(temporary, zip);
  } catch (...) {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    throw;
  }
}

void unpack(const fs::path& zip, const fs::path& folder) {
  const Archive in(archive_read_new());
  archive_read_support_format_zip(in.get());
  if (archive_read_open_filename(in.get(), zip.c_str(), 1U << 16U) != ARCHIVE_OK)
    refuse_zip(zip, fmt::format("this is no zip file: {}", archive_error_string(in.get())));
  for (;;) {
    archive_entry* entry = nullptr;
    const int code = archive_read_next_header(in.get(), &entry);
    if (code == ARCHIVE_EOF) return;
    if (code != ARCHIVE_OK)
      refuse_zip(zip, fmt::format("this is no whole zip file: {}", archive_error_string(in.get())));
    if (archive_entry_filetype(entry) == AE_IFDIR) continue;
    unpack_file(in.get(), place_of(entry, zip, folder), zip);
  }
}

}  // namespace polder::reproduce
