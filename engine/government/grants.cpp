#include "government/grants.h"

#include <algorithm>

namespace polder::government {

std::array<double, grantor_count> matching(const Mandates& mandates, MunicipalityIndex m, Task task, Level level) {
  std::array<double, grantor_count> shares{};
  if (mandates.grants.empty() || (level != Level::Local && !is_regional(level))) return shares;
  const bool of_the_economy = task == Task::Retraining || task == Task::Schools || task == Task::Retention;
  const bool of_people = task == Task::Guidance || task == Task::Retraining;
  const std::array<bool, grantor_count> matched{of_the_economy, true, of_people};
  double left = 1;
  for (std::size_t grantor = 0; grantor < grantor_count; ++grantor) {
    if (matched[grantor]) shares[grantor] = std::min(left, mandates.grants[m][grantor]);
    left -= shares[grantor];
  }
  return shares;
}

}  // namespace polder::government
