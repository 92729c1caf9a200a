// Files that are whole or absent: temporary name, sync, rename, sync of the folder.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace polder::store {

/// Replaces `file` by `bytes`; a kill leaves the old file or the new one. Throws std::system_error with the path.
void write_durably(const std::filesystem::path& file, std::string_view bytes);
/// Throws std::system_error with the path.
std::string read_file(const std::filesystem::path& file);
/// Where a file that is being written stands until it is whole.
std::filesystem::path temporary_name(const std::filesystem::path& file);
bool is_temporary(const std::filesystem::path& file);
/// Syncs a written temporary file and gives it its final name.
void rename_durably(const std::filesystem::path& temporary, const std::filesystem::path& file);
/// Removes what a killed process left half-written in the folder and the folders in it.
void sweep_temporaries(const std::filesystem::path& folder);
/// An InputError with one problem, at a file or folder.
[[noreturn]] void refuse(std::string code, const std::filesystem::path& where, std::string message, std::string help);
/// The name without a root and without "..", so that a copy stays inside its folder.
std::filesystem::path inside(const std::filesystem::path& name);

/// One writer per result folder: an exclusive lock on `.lock` in it, freed by the kernel when the process ends.
class FolderLock {
 public:
  static constexpr std::string_view file_name = ".lock";

  /// Throws InputError (E304) if another process holds it.
  explicit FolderLock(const std::filesystem::path& folder);
  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;
  ~FolderLock();

  /// Whether a process holds it now; never waits, and takes nothing from who begins in that moment.
  static bool is_held(const std::filesystem::path& folder);

 private:
  int descriptor_ = -1;
};

}  // namespace polder::store
