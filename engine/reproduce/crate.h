// A result as an RO-Crate: a folder or a zip file that holds and describes all that is needed to judge a result and to
// make it again. It is a result folder itself, with tables and a description added.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "store/store.h"

namespace polder::reproduce {

struct CrateOptions {
  std::vector<std::string> authors;    // "Name" or "Name <https://orcid.org/...>"
  std::string licence = "Apache-2.0";  // of SPDX, or an address
  std::string citation;                // CITATION.cff of the program
};

/// Writes a crate; `out` must be absent or an empty folder (E385), and ends in .zip for a single file. Throws
/// InputError E303 if the result is damaged, std::system_error.
void write_crate(const Store& store, const std::filesystem::path& out, const CrateOptions& options);

/// A crate opened for reading: a zip file is unpacked into a folder that is gone with the object.
class OpenCrate {
 public:
  /// Checks every file against its SHA-256. Throws InputError: E383 for what is no crate of a result, E384 for files
  /// that were altered or are gone, all at once, E386 for a zip file that cannot be unpacked.
  explicit OpenCrate(const std::filesystem::path& crate);
  OpenCrate(const OpenCrate&) = delete;
  OpenCrate& operator=(const OpenCrate&) = delete;
  ~OpenCrate();
  const std::filesystem::path& folder() const { return folder_; }
  std::size_t files() const { return files_; }

 private:
  std::filesystem::path folder_, unpacked_;
  std::size_t files_ = 0;
};

}  // namespace polder::reproduce
