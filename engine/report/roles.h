// Which office has a hand on which lever, in broad lines of the Gemeentewet and the Wet gemeenschappelijke regelingen.
#pragma once

#include <string_view>

#include "report/language.h"

namespace polder::report {

enum class Role { Mayor, Alderman, Councillor };
inline constexpr Role roles[] = {Role::Mayor, Role::Alderman, Role::Councillor};

/// "burgemeester", "mayor"
std::string_view name_of(Role role, Tongue tongue);

/// Whether an office can set a lever to a value ("local"). False for all three where it belongs to Rijk, a province,
/// uwv, schools or employers alone, and where a task goes to a government that is not theirs to command.
bool controls(Role role, std::string_view lever, std::string_view value);

}  // namespace polder::report
