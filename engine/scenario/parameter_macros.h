// How parameters are declared. The key is the member's own name, so that the two cannot drift apart.
#pragma once

#include "polder/scenario/parameters.h"

#define PARAMETER(file, member, unit, least, most, meaning)                                            \
  ParameterDeclaration {                                                                               \
    file, #member, Unit::unit, least, most, meaning, [](Parameters& p) -> double& { return p.member; } \
  }
#define PARAMETER_OF(file, member, number, unit, least, most, meaning) \
  ParameterDeclaration {                                               \
    file, #member "_" #number, Unit::unit, least, most, meaning,       \
        [](Parameters& p) -> double& { return p.member[number]; }      \
  }
/// A member of a group in Parameters::government.
#define OF_GOVERNMENT(file, member, unit, least, most, meaning)                                                   \
  ParameterDeclaration {                                                                                          \
    file, #member, Unit::unit, least, most, meaning, [](Parameters& p) -> double& { return p.government.member; } \
  }
/// One of a row of a table in Parameters::government: "task.guidance.fixed_cost".
#define OF_ROW(file, table, row, number, member, unit, least, most, meaning)       \
  ParameterDeclaration {                                                           \
    file, #table "." #row "." #member, Unit::unit, least, most, meaning,           \
        [](Parameters& p) -> double& { return p.government.table[number].member; } \
  }
