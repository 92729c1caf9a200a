// A folder for what is only needed for a while.
#pragma once

#include <filesystem>
#include <utility>

namespace polder::store {

/// A new folder in another, with a name of its own; removed with everything in it, unless it is kept.
class ScratchFolder {
 public:
  /// Throws std::system_error with the path.
  explicit ScratchFolder(const std::filesystem::path& in);
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder();

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path keep() { return std::exchange(path_, {}); }

 private:
  std::filesystem::path path_;
};

}  // namespace polder::store
