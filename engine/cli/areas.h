// Areas and months as commands on results take them.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "store/store.h"

namespace polder::cli {

using AreaNames = std::map<std::string, std::string>;  // by code

/// An area of the result by code or name. Throws InputError E309.
std::string area_called(const std::string& word, const Store& store, const AreaNames& names);

/// Throws InputError for --from and --to that are no months (E106) or the wrong way round (E319).
void check_months(const std::optional<std::string>& from, const std::optional<std::string>& to);

}  // namespace polder::cli
