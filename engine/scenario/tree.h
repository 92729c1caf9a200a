// A study as one tree of settings: the file, what it extends, and what the command line changes.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "data/yaml.h"
#include "polder/scenario/scenario.h"

namespace polder {

/// Reads a study file and, below it, the studies that it extends; maps are merged, everything else replaced. A circle
/// is E111. Gives nothing when a file is missing or no YAML: what else is said about it would mislead. The bytes of
/// all files are added to `files`, with no name yet. Where `copies` are given they stand for what is extended, one
/// after another, whatever path the files write.
std::optional<data::Node> read_tree(const std::filesystem::path& file, std::span<const std::filesystem::path> copies,
                                    std::vector<Study::InputFile>& files, data::Problems& problems);

/// What one flag of the command line sets: "period.to=2030-12", "place[0].firm.jobs=900".
struct Override {
  std::string flag;  // shown in messages as the file: "--set"
  std::string text;  // shown as the line: as the user wrote it
  std::string path;
  std::string value;
};

/// Writes the values into the tree; they are checked with it. Problems: E104 for a flag that cannot be read.
void apply_overrides(data::Node& tree, const std::vector<Override>& overrides, data::Problems& problems);

/// "path=value" as an override; the path is empty when there is no '='.
Override parse_set(const std::string& text);

}  // namespace polder
