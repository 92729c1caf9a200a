// Which office has a hand on which lever, in broad lines of the Gemeentewet and the Wet gemeenschappelijke regelingen.
#pragma once

#include <string_view>

#include "report/language.h"

namespace polder::report {

enum class Role { Mayor, Alderman, Councillor };
inline constexpr Role roles[] = {Role::Mayor, Role::Alderman, Role::Councillor};

/// "burgemeester", "mayor"
std::string_view name_of(Role role, Tongue tongue);

/// False for all three where the lever belongs to Rijk, a province, uwv, schools or employers alone.
bool controls(Role role, std::string_view lever);

}  // namespace polder::report
