#include "reproduce/crate.h"

#include <fmt/format.h>

#include <set>

#include "base/hash.h"
#include "reproduce/archive.h"
#include "reproduce/crate_metadata.h"
#include "store/files.h"
#include "store/folder.h"
#include "store/manifest.h"
#include "store/scratch_folder.h"

namespace polder::reproduce {
namespace {

namespace fs = std::filesystem;

std::vector<CrateFile> list_files(const fs::path& folder) {
  std::set<fs::path> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) names.insert(entry.path().lexically_relative(folder));
  std::vector<CrateFile> files;
  for (const fs::path& name : names)
    files.push_back({name.generic_string(), sha256_of_file(folder / name), fs::file_size(folder / name)});
  return files;
}

void copy_files(const Store& store, const store::Manifest& manifest, const fs::path& folder,
                const CrateOptions& options) {
  const fs::path& from = store.folder();
  for (const auto& input : manifest.inputs) {
    const fs::path name = fs::path("inputs") / store::inside(input.name);
    fs::create_directories((folder / name).parent_path());
    fs::copy_file(from / name, folder / name);
  }
  fs::copy_file(from / "resolved.yaml", folder / "resolved.yaml");
  store::write_durably(folder / "manifest.json", store::to_text(manifest));
  store::write_durably(folder / "README.md", store::readme_text(manifest.header) + readme_addition());
  store::write_durably(folder / "CITATION.cff", options.citation);
  store.copy_database(folder / "results.db");
  export_csv(store, folder / "tables");
}

void refuse_if_there(const fs::path& out) {
  const bool free = !fs::exists(out) || (fs::is_directory(out) && fs::is_empty(out) && out.extension() != ".zip");
  if (free) return;
  store::refuse("E385", out, "this is already there; nothing was written", "choose a new folder or file with --out");
}

std::string help_for(const fs::path& crate) {
  return fmt::format("name what 'polder export RESULT --to ro-crate' wrote{}",
                     fs::exists(crate / "manifest.json") ? "; a result folder is checked by 'polder verify'" : "");
}

/// The folder in which the description stands: that of the crate, or the only one in it.
fs::path root_of(const fs::path& folder, const fs::path& crate) {
  if (fs::exists(folder / metadata_name)) return folder;
  std::vector<fs::path> below;
  for (const auto& entry : fs::directory_iterator(folder)) below.push_back(entry.path());
  if (below.size() == 1 && fs::exists(below[0] / metadata_name)) return below[0];
  store::refuse("E383", crate, fmt::format("this is no RO-Crate: it has no {}", metadata_name), help_for(crate));
}

/// What is wrong with one file of the crate; nothing if it is what was written.
std::string wrong_with(const fs::path& folder, const CrateFile& file) {
  if (store::inside(file.name) != fs::path(file.name)) return "the description names a file outside the crate";
  const fs::path path = folder / file.name;
  if (fs::is_symlink(path) || !fs::is_regular_file(path)) return "this file of the crate is gone";
  if (fs::file_size(path) != file.size) return "this file was altered: its size is another one";
  return sha256_of_file(path) == file.sha256 ? "" : "this file was altered: its SHA-256 is another one";
}

std::size_t check_files(const fs::path& folder) {
  const auto files = files_in(store::read_file(folder / metadata_name), folder / metadata_name);
  std::vector<Problem> problems;
  bool has_manifest = false;
  for (const CrateFile& file : files) {
    has_manifest = has_manifest || file.name == "manifest.json";
    const std::string wrong = wrong_with(folder, file);
    if (wrong.empty()) continue;
    problems.push_back({.code = "E384",
                        .file = (folder / file.name).string(),
                        .message = wrong,
                        .help = "take the crate from where it was published",
                        .source_line = {}});
  }
  if (!problems.empty()) throw InputError(problems);
  if (!has_manifest)
    store::refuse("E383", folder, "this crate holds no result of polder: it has no manifest.json", help_for(folder));
  return files.size();
}

}  // namespace

void write_crate(const Store& store, const fs::path& out, const CrateOptions& options) {
  refuse_if_there(out);
  for (const std::string& damaged : store.damage())
    store::refuse("E303", store.folder(), fmt::format("damaged or changed by hand: {}", damaged),
                  "take the folder from a copy, or run the study again with another --out");
  const fs::path whole = fs::absolute(out / "").lexically_normal().parent_path();  // without a slash at its end
  const fs::path parent = whole.parent_path();
  fs::create_directories(parent);
  store::ScratchFolder scratch(parent);
  const store::Manifest manifest = store::read_manifest(store.folder());
  copy_files(store, manifest, scratch.path(), options);
  const std::vector<CrateFile> files = list_files(scratch.path());
  store::write_durably(scratch.path() / preview_name, preview_text(manifest, files, options));
  store::write_durably(scratch.path() / metadata_name, metadata_text(manifest, files, options));
  if (out.extension() == ".zip") return pack(scratch.path(), whole);
  fs::permissions(scratch.path(),
                  fs::perms::group_read | fs::perms::group_exec | fs::perms::others_read | fs::perms::others_exec,
                  fs::perm_options::add);
  if (fs::exists(whole)) fs::remove(whole);  // an empty folder
  fs::rename(scratch.path(), whole);
  scratch.keep();
}

OpenCrate::OpenCrate(const fs::path& crate) {
  if (!fs::exists(crate)) store::refuse("E383", crate, "there is no such crate", help_for(crate));
  if (fs::is_directory(crate)) {
    folder_ = root_of(crate, crate);
    files_ = check_files(folder_);
    return;
  }
  store::ScratchFolder scratch(fs::temp_directory_path());
  unpack(crate, scratch.path());
  folder_ = root_of(scratch.path(), crate);
  files_ = check_files(folder_);
  unpacked_ = scratch.keep();
}

OpenCrate::~OpenCrate() {
  std::error_code ignored;
  if (!unpacked_.empty()) fs::remove_all(unpacked_, ignored);
}

}  // namespace polder::reproduce
