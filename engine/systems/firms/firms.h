// Demand, establishments and their vacancies (L2, L3).
#pragma once

#include <span>
#include <vector>

#include "polder/base/random.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::firms {

/// The business cycle and demand per sector; held during the warm-up.
/// Writes  economy   Draws  Draw::Cycle, Draw::SectorDemand   Source  parameters/demand.yaml
void move_demand(World& world, const Inputs& inputs, const Random& random);

/// Productivity and target size of every establishment: the targets of a sector in a region add up to its jobs at the
/// start times its demand. Every `firms.plan_every` months the chance of dismissal is revised.
/// Reads   economy, demand   Writes  firms.productivity, target, dismissal   Draws  Draw::Productivity
/// Source  parameters/firms.yaml
void set_targets(World& world, const Inputs& inputs, const Random& random);

/// Announced closures are carried out; small establishments close and are replaced by new ones in the same
/// municipality and sector.
/// Writes  firms.state, closes, next_firm   Draws  Draw::Exit, Draw::Opening
void close_and_open(World& world, const Inputs& inputs, const Random& random);

/// Withdraws vacancies and opens new ones: replacement of those who left, and growth towards the target.
/// Reads   firms.leavers, target   Writes  vacancies, firms.vacancies   Draws  Draw::Withdrawal, Openings, Vacancy
/// Keeps   vacancies' = vacancies + opened - filled - withdrawn; an establishment on notice has none
void post_vacancies(World& world, const Inputs& inputs, const Random& random);

/// An establishment goes bankrupt with the chance of this month's wave; its workers lose their jobs at once, nobody
/// takes its place, and what follows at suppliers and in services begins. Reads   demand.bankruptcy   Writes
/// firms.state, closes, economy   Draws  Draw::Bankruptcy
void go_bankrupt(World& world, const Inputs& inputs, const Random& random);

/// From this month an open establishment threatens to leave: it works as before until it decides.
/// offer: how good an offer from elsewhere is, 0..1; notice [months] from the decision to leave until the closure.
void begin_threat(World& world, FirmIndex firm, Month decides, int notice, double offer);

/// Establishments whose month of decision it is leave, stay, or move to another municipality of the region that bids
/// more (L14). Who leaves gives notice like any that closes; a package is paid if its firm stays, and only then.
/// Reads   mandates.retention_*   Writes  endangered, firms.state, municipality, ledger   Draws  Draw::Threat
/// Source  parameters/threats.yaml
void decide_threats(World& world, const Inputs& inputs, const Random& random);

/// From now on the establishment is on notice, its vacancies are withdrawn and its jobs will not come back (its share
/// leaves the sector's jobs).
void give_notice(World& world, const Inputs& inputs, FirmIndex firm, Month at);

/// Announces a closure: notice, remembered among the endangered.
void announce_closure(World& world, const Inputs& inputs, FirmIndex firm, Month at);

/// An employer opens on its row with a target of `jobs` [persons], which it fills like others do; they come on top of
/// the sector's jobs in the region, and what follows at suppliers and in services begins.
void arrive(World& world, const Inputs& inputs, FirmIndex firm, MunicipalityIndex where, SectorIndex sector,
            double jobs);

/// Jobs that follow others in the end, [region x sector]: at suppliers, in services where the workers live, and in
/// services where the suppliers are [rows].
struct Followers {
  std::vector<double> suppliers, services_of_workers, services_of_suppliers;
};
/// What follows `rows` jobs in a municipality and sector; nothing is changed.
Followers followers_of(const World& world, const Inputs& inputs, MunicipalityIndex where, SectorIndex sector,
                       double rows);

/// What follows `rows` jobs lost (below 0: won) in a municipality and sector, from now on: at suppliers as far as the
/// country has a table of deliveries (Leontief 1936), in services where the workers live (local multiplier).
/// Writes  economy.supplier_loss, local_loss   Source  parameters/chains.yaml
void follow_jobs(World& world, const Inputs& inputs, MunicipalityIndex where, SectorIndex sector, double rows);

/// Takes this month's part of what follows closures and arrivals out of the jobs planned by region and sector.
/// Reads   economy.supplier_loss, local_loss   Writes  the same, economy.planned_jobs
/// Keeps   what is still to go and what is planned add up to the same, less what went
void pass_on(World& world, const Inputs& inputs, const Random& random);

/// Number of a sector in a region in Economy::planned_jobs and DemandPath::trend.
inline std::size_t cell(const Country& country, RegionIndex region, SectorIndex sector) {
  return number(region) * country.sectors.size() + number(sector);
}

inline std::size_t cell_of(const World& world, const Country& country, FirmIndex firm) {
  return cell(country, country.municipalities[world.firms.municipality[firm]].region, world.firms.sector[firm]);
}

/// Demand of a sector in a region relative to the start (L2): exp(ln X_s + trend) x growth of the working age.
double demand_factor(const World& world, const Inputs& inputs, RegionIndex region, SectorIndex sector);

/// Working of L3 on one establishment in the deterministic-mean mode of del Rio-Chanona et al. (2021).
struct Plan {
  double dismissal = 0;  // chance of each employee
  double openings = 0;   // expected
};
Plan drc_plan(double jobs, double vacancies, double target, double separation, double opening, double gamma);

}  // namespace polder::firms
