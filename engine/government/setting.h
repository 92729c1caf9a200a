// Who carries out a task together, and how: the setting of the dials as councils and territories have it.
#pragma once

#include <array>
#include <vector>

#include "government/dials.h"
#include "polder/world/country.h"
#include "polder/world/world.h"

namespace polder::government {

/// How far economy, work and income act as one in each college, and in those who carry out a task together.
class Portfolios {
 public:
  Portfolios(const World& world, const Country& country, const IntegrationParameters& parameters);

  /// Integration of a task where it is carried out now [share].
  double in_force(MunicipalityIndex m, Task task) const;
  /// At a level, if all municipalities of the region with a council take part [share].
  double at(MunicipalityIndex m, Level level) const;

 private:
  struct Partners {
    MunicipalityIndex host = none<MunicipalityIndex>;
    double sum = 0, members = 0;
    void add(double integration) { sum += integration, ++members; }
  };
  double among(MunicipalityIndex m, Level level, const Partners& partners) const;

  const World& world_;
  const Country& country_;
  const IntegrationParameters& parameters_;
  Column<MunicipalityIndex, double> own_;
  std::vector<std::array<Partners, task_count>> by_body_;
  std::vector<Partners> by_region_;
};

/// The setting of a municipality that has a council, in a territory.
Setting setting_in(const Council& council, const Territory& territory, double integration, double trust,
                   const GovernmentParameters& parameters);

/// That of a task as it is carried out now; `integration`: see Portfolios::in_force.
Setting setting_in_force(const World& world, const Country& country, MunicipalityIndex m, Task task, double integration,
                         const GovernmentParameters& parameters);

}  // namespace polder::government
