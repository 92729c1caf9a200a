// A folder as one zip file. The only code that calls libarchive.
#pragma once

#include <filesystem>

namespace polder::reproduce {

/// Packs all files of a folder, in order of name. The file appears under its name when it is whole. Throws
/// std::system_error.
void pack(const std::filesystem::path& folder, const std::filesystem::path& zip);

/// Unpacks into an existing folder. Throws InputError E386 for what is no zip file, is damaged, or holds anything but
/// files inside the folder; std::system_error if the disk says no.
void unpack(const std::filesystem::path& zip, const std::filesystem::path& folder);

}  // namespace polder::reproduce
