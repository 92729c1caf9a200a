// What the scenarios of a result do, as its resolved.yaml says.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "polder/base/month.h"
#include "store/store.h"

namespace polder::report {

struct Told {
  std::map<std::string, Month> last_closure;  // by scenario, of a plant that closes or may leave
  std::map<std::string, std::vector<std::string>> indicators;  // by scenario, that its levers are about
};

/// Empty where the result has no resolved.yaml, or one that cannot be read: what is told is an extra.
Told told_in(const Store& store);

}  // namespace polder::report
