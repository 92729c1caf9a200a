// A world made by hand: three municipalities and one beyond the border, two sectors, two occupations, and the residents
// and establishments that a test puts there. All figures are round; no chance is at work until a test sets it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "support/tiny_parameters.h"
#include "world/situation.h"

namespace polder::testing {

inline constexpr MunicipalityIndex stad{0}, dorp{1}, haven{2}, beyond{3};
inline constexpr RegionIndex west{0}, east{1};
inline constexpr SectorIndex industry{0}, care_sector{1};
inline constexpr OccupationIndex technical{0}, nursing{1};

MunicipalityFacts small_municipality(std::uint32_t number, RegionIndex region, double population);

Country small_country();

/// Parameters of the tiny country, with every chance of an event, every noise and every growth set to nothing.
Parameters still_parameters();

class SmallWorld {
 public:
  Model model;
  World world;
  Policy policy;
  DemandPath demand;
  std::vector<YouthShift> youth;
  std::vector<double> trend_ahead;
  Random random{1, 0};

  explicit SmallWorld(const Parameters& parameters = still_parameters());
  ~SmallWorld();
  SmallWorld(const SmallWorld&) = delete;
  SmallWorld& operator=(const SmallWorld&) = delete;

  Inputs inputs() const;
  Parameters& parameters() { return model.parameters; }
  /// Runs one system.
  void run(void (*system)(World&, const Inputs&, const Random&));
  /// A system of its own month: what happened before is forgotten.
  void next_month();
  void forget_flows();

  FirmIndex add_firm(MunicipalityIndex where, SectorIndex sector, FirmState state = FirmState::Open,
                     std::uint32_t persons = 50);

  /// A resident who has a birthday this month [years]; in no flow.
  ResidentIndex add_resident(MunicipalityIndex home, const Situation& now, int age = 40);

  /// Somebody at work since `months` ago for EUR 3,000, without earlier jobs.
  ResidentIndex add_worker(FirmIndex firm, Labour labour = Labour::Permanent, int months = 60, int age = 40);

  /// Somebody whose job ended, and whose search began, `months` ago; EUR 3,000 in the last job.
  ResidentIndex add_jobless(MunicipalityIndex home, Labour labour, Benefit benefit = Benefit::None, int months = 0,
                            int age = 40);

  VacancyIndex add_vacancy(FirmIndex firm, OccupationIndex occupation, std::uint16_t wage, int months_open = 1);

  /// Spare rows at the end: `residents` for births or arrivals of a municipality.
  void add_spare_residents(std::uint32_t births, std::uint32_t arrivals, MunicipalityIndex home);
  void add_spare_firms(std::uint32_t rows, MunicipalityIndex where);

  /// Gives a resident a situation without a trace in this month's flows.
  void set(ResidentIndex person, const Situation& next);
  template <class How>
  ResidentIndex change(ResidentIndex person, How how) {
    Situation next = now(person);
    how(next);
    set(person, next);
    return person;
  }
  ResidentIndex at_distance(ResidentIndex person, std::size_t distance);
  void happens(LifeEvent event, ResidentIndex person);

  const Situation& now(ResidentIndex person) const { return world.residents.now[person]; }
  Profile& profile(ResidentIndex person) { return world.residents.profile[person]; }
  const Flows& flows(MunicipalityIndex m) const { return world.municipalities.flows[m]; }
  Government& government(MunicipalityIndex m) { return world.municipalities.government[m]; }
  /// Stocks are what a recount gives, jobs are the residents who work there.
  bool tallies_are_right() const;
};

}  // namespace polder::testing
