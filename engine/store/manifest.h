// manifest.json: who made the result, from what, when. It is the folder's claim: a folder with a manifest is a result,
// and belongs to one study, one sample, one seed, one set of input files and one version of the model.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace polder::store {

inline constexpr std::string_view result_schema = "polder/result/1";

struct Manifest {
  struct Input {
    std::string name, sha256;
  };
  /// One call of the program that wrote here. No end: it was killed, or is still at work.
  struct Session {
    std::string host, system, started;  // system: "Linux x86_64"
    unsigned threads = 0;               // 0: not known
    std::optional<std::string> ended;
    std::optional<int> exit;
  };
  StoreHeader header;
  std::string compiler;
  std::string settings;  // SHA-256 of resolved.yaml without the number of replicates
  std::vector<Input> inputs;
  std::vector<std::string> overrides;  // what the command line changed in them: "path=value"
  std::vector<Session> sessions;
};

/// What this program would write for the study.
Manifest manifest_of(const Study& study, const StoreHeader& header);
Manifest::Session session_now(unsigned threads);
std::string time_now();  // "2026-01-31T12:00:00Z"

/// JSON with a digest of itself.
std::string to_text(const Manifest& manifest);
/// Throws InputError: E301 for another version of the layout or, where the writer matters, another version of polder;
/// E303 for a damaged file.
Manifest read_manifest(const std::filesystem::path& folder, const StoreHeader* writer = nullptr);
Manifest parse_manifest(std::string_view bytes, const std::filesystem::path& folder,
                        const StoreHeader* writer = nullptr);

/// A word as it is typed in a shell.
std::string shell_word(const std::string& word);
/// The command that makes the result again, typed in its folder: the copy of its study, and what the command line
/// changed in it. With `replicates`, that many of each scenario.
std::string command_of(const Manifest& manifest, std::optional<std::size_t> replicates = {});

/// Throws InputError E302, which names all that differs.
void check_same(const Manifest& stored, const Manifest& wanted, const Study& study,
                const std::filesystem::path& folder);

}  // namespace polder::store
