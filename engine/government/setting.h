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

/// What of a setting the council brings: framing and linking capacity.
Setting setting_of(const Council& council, const GovernmentParameters& parameters);

/// The setting of that council's municipality in a territory. As a task is carried out now: in its territory, with
/// Portfolios::in_force and Trusts::in_force.
Setting setting_in(const Setting& of_council, const Territory& territory, double integration, double trust);

}  // namespace polder::government
