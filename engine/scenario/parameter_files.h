// Reads parameters: scenarios/parameters/*.yaml, a country's parameters.yaml, and the block in a study.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/yaml.h"
#include "polder/scenario/parameters.h"
#include "polder/scenario/scenario.h"

namespace polder {

struct ParameterSet {
  ParameterSet();

  Parameters values{};
  std::vector<ParameterValue> list;  // by declaration
  std::vector<Origin> origins;       // by declaration: where the value stands
  std::vector<bool> seen;            // by declaration: some file names it, rightly or not
};

/// Reads one file of `key: {value, unit, range, status, source}` over what is there. Keys must belong to `field`, the
/// name of their file; empty: any key may stand here. Problems: E101 unknown key, E103 missing, E105 unit or number,
/// E113 out of bounds, range or status.
void read_parameter_file(std::string_view shown, std::string_view bytes, std::string_view field, ParameterSet& set,
                         data::Problems& problems);

/// Reads a study's block `key: value` over what is there: the value alone changes, its status is then assumed.
void read_parameter_block(const data::Node& block, ParameterSet& set, data::Problems& problems,
                          std::vector<Problem>& warnings);

/// The declaration of an entry's key; E101 otherwise.
const ParameterDeclaration* declared_parameter(const data::Node& map, const data::Node::Entry& entry,
                                               data::Problems& problems);
/// A value within the hard bounds, alone or with its unit.
std::optional<double> read_parameter_number(const data::Node& node, const ParameterDeclaration& declaration,
                                            data::Problems& problems);
bool is_counted(Unit unit);  // in whole numbers

/// Reports declared parameters that no file gives (E103), unless a mistake in their file explains it.
void check_complete(const ParameterSet& set, const std::string& shown_folder, data::Problems& problems);
/// Reports shares over classes that do not add up to 1 (E120), and shares of a task field that add up to more (E363),
/// once every value is right by itself.
void check_sums(const ParameterSet& set, data::Problems& problems);

/// Reads all files of a folder, in order of their names; their bytes are added to `files` as "parameters/NAME".
ParameterSet read_parameters(const std::filesystem::path& folder, std::vector<Study::InputFile>& files,
                             data::Problems& problems);

/// The parameters of a folder, for programs without a study. Throws InputError with all problems.
Parameters load_parameters(const std::filesystem::path& folder);

}  // namespace polder
