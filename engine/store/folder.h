// Making a result folder, and telling one from any other folder.
#pragma once

#include <filesystem>

#include "store/manifest.h"

namespace polder::store {

enum class FolderState : std::uint8_t { Free, Unfinished, Result, Foreign };

/// Free: absent or empty. Unfinished: being made when the process was killed. Result: has a manifest. Foreign: the
/// rest.
FolderState state_of(const std::filesystem::path& folder);

/// Writes inputs/, resolved.yaml, README.md, an empty results.db and, last, the manifest.
void make_folder(const std::filesystem::path& folder, const Study& study, const Manifest& manifest);

/// Puts back copies of the inputs that are gone; throws InputError E303 if one is no longer what was copied, or if
/// results.db is gone or empty.
void check_copies(const std::filesystem::path& folder, const Study& study);

std::string readme_text(const StoreHeader& header);

}  // namespace polder::store
