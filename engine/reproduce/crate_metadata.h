// The description of a crate: ro-crate-metadata.json (RO-Crate 1.1, Process Run Crate 0.5), its preview and readme.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "reproduce/crate.h"
#include "store/manifest.h"

namespace polder::reproduce {

inline constexpr std::string_view metadata_name = "ro-crate-metadata.json";
inline constexpr std::string_view preview_name = "ro-crate-preview.html";

struct CrateFile {
  std::string name;  // below the crate, with /
  std::string sha256;
  std::uintmax_t size = 0;  // [bytes]
};

std::string metadata_text(const store::Manifest& manifest, const std::vector<CrateFile>& files,
                          const CrateOptions& options);
std::string preview_text(const store::Manifest& manifest, const std::vector<CrateFile>& files,
                         const CrateOptions& options);
/// How to open and reproduce the crate, put behind the readme of a result.
std::string readme_addition();

/// The files that a crate's metadata lists. Throws InputError E383 where it is no such description.
std::vector<CrateFile> files_in(std::string_view metadata, const std::filesystem::path& file);

}  // namespace polder::reproduce
