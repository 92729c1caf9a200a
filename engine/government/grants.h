// Who match what a municipality spends on a task.
#pragma once

#include <array>

#include "polder/scenario/inputs.h"

namespace polder::government {

/// Shares of the spending on a task at a level that province, Rijk and ESF match. Together at most 1: who comes last
/// gives less. The province matches what belongs to the economy of its region (retraining, schools, retention), Rijk
/// every task, ESF guidance and retraining. Nobody matches a task that province or Rijk carry out and pay themselves.
std::array<double, grantor_count> matching(const Mandates& mandates, MunicipalityIndex m, Task task, Level level);

}  // namespace polder::government
