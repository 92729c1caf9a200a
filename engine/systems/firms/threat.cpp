#include "systems/firms/threat.h"

#include <algorithm>

#include "government/jurisdiction.h"
#include "government/relative_service.h"
#include "polder/base/detmath.h"
#include "systems/firms/firms.h"

namespace polder::firms {
namespace {

constexpr std::uint32_t leaves = 0, takes = 1, bids = 2;  // what a draw for an establishment is about

double million_eur(Cents cents) { return static_cast<double>(cents) / 1e8; }

/// Open vacancies that statistics see, and unemployed residents, by occupation, around a municipality, within the
/// scope [rows].
struct Around {
  std::array<double, most_occupations> vacancies{}, unemployed{};
};

Around look_around(const World& world, const Inputs& inputs, MunicipalityIndex centre) {
  const Country& country = inputs.country;
  const auto near = [&](MunicipalityIndex m) {
    return m == centre ||
           (!country.municipalities[m].elsewhere && country.kilometres(centre, m) <= inputs.parameters.threat.fit_km);
  };
  Around around;
  for (const MunicipalityIndex m : rows_of(country.municipalities))
    for (std::size_t o = 0; near(m) && o < most_occupations; ++o)
      around.unemployed[o] += world.municipalities.stocks[m].unemployed_in[o];
  const Vacancies& vacancies = world.vacancies;
  for (const VacancyIndex row : rows_of(vacancies.firm))
    if (near(world.firms.municipality[vacancies.firm[row]]))
      around.vacancies[number(vacancies.occupation[row])] += inputs.parameters.firm.recorded_share;
  return around;
}

bool same_region(const Country& country, MunicipalityIndex a, MunicipalityIndex b) {
  return country.municipalities[a].region == country.municipalities[b].region && !country.municipalities[b].elsewhere;
}

/// Whether two municipalities offer one package together: by the rule, or as the scenario had them share the task.
bool together(const World& world, const Inputs& inputs, MunicipalityIndex home, MunicipalityIndex m) {
  if (inputs.policy.mandates.retention_rule == RetentionRule::Coordinated) return same_region(inputs.country, home, m);
  const MunicipalityIndex governor = inputs.country.governor(home);
  const Provision& provision = world.municipalities.provision[governor][number(Task::Retention)];
  if (!is_of_scenario(provision.author) || provision.level == Level::Local)
    return inputs.country.governor(m) == governor;
  const government::Jurisdiction body = government::jurisdiction_of(world, inputs.country, home, Task::Retention);
  return !inputs.country.municipalities[m].elsewhere &&
         government::is_inside(world, inputs.country, body, m, Task::Retention);
}

void post(World& world, MunicipalityIndex payer, Cents cents) {
  transfer(world.ledger, {Actor::Municipality, static_cast<std::uint16_t>(payer)}, {Actor::Firms, 0}, cents,
           Purpose::Retention);
}

/// One package: the municipalities together that set one share it by inhabitants, to the cent.
void pay_together(World& world, const Inputs& inputs, MunicipalityIndex home, Cents cents) {
  const Country& country = inputs.country;
  std::vector<MunicipalityIndex> payers;
  double inhabitants = 0;
  for (const MunicipalityIndex m : rows_of(country.municipalities))
    if (together(world, inputs, home, m) && inputs.policy.mandates.retention_package[m] > 0) {
      payers.push_back(m);
      inhabitants += country.municipalities[m].population;
    }
  Cents paid = 0;
  double so_far = 0;
  for (const MunicipalityIndex m : payers) {
    so_far += country.municipalities[m].population;
    const Cents until =
        m == payers.back() ? cents : static_cast<Cents>(static_cast<double>(cents) * so_far / inhabitants);
    post(world, country.governor(m), until - paid);
    paid = until;
  }
}

/// The bid that a firm which stays takes.
const Bid& choose(const std::vector<Bid>& offered, MunicipalityIndex home, const Parameters& parameters, double luck) {
  if (offered.size() == 1) return offered.front();
  std::vector<double> sums;
  for (const Bid& bid : offered) sums.push_back((sums.empty() ? 0 : sums.back()) + attraction(bid, home, parameters));
  return offered[pick(sums, luck)];
}

void decide(World& world, const Inputs& inputs, const Random& random, Endangered& endangered) {
  const FirmIndex firm = endangered.firm;
  const MunicipalityIndex home = world.firms.municipality[firm];
  const std::vector<Bid> offered = bids_for(world, inputs, random, firm);
  const auto smaller = [](const Bid& a, const Bid& b) { return a.cents < b.cents; };
  const Bid best = *std::max_element(offered.begin(), offered.end(), smaller);
  const Temptation temptation{million_eur(best.cents), labour_fit(world, inputs, firm),
                              answered_sooner(world, inputs, home), endangered.offer,
                              government::relative_productivity(world, inputs.model, home, Task::Retention)};
  const auto luck = [&](std::uint32_t k) {
    return random.word(Draw::Threat, world.month, static_cast<std::uint32_t>(firm), k);
  };
  endangered.jobs = world.firms.jobs[firm];
  if (luck(leaves) < threshold(chance_to_leave(temptation, inputs.parameters))) {
    endangered.fate = Endangered::Fate::Closes;
    give_notice(world, inputs, firm, world.month + static_cast<int>(endangered.notice));
    return;
  }
  endangered.fate = Endangered::Fate::Stays;
  world.firms.state[firm] = FirmState::Open;
  const Bid taken = choose(offered, home, inputs.parameters, uniform(luck(takes)));
  endangered.bid = static_cast<std::uint32_t>(taken.cents / 100);
  if (taken.municipality == home) return pay_together(world, inputs, home, taken.cents);
  post(world, inputs.country.governor(taken.municipality), taken.cents);
  relocate(world, firm, taken.municipality);
}

}  // namespace

double chance_to_leave(const Temptation& temptation, const Parameters& parameters) {
  const auto& p = parameters.threat;
  const double odds = p.base - p.package * temptation.effect * detmath::log(1 + temptation.package) -
                      p.fit * temptation.fit - p.speed * temptation.speed + p.offer * temptation.offer;
  return 1 / (1 + detmath::exp(-odds));
}

double labour_fit(const World& world, const Inputs& inputs, FirmIndex firm) {
  const Around around = look_around(world, inputs, world.firms.municipality[firm]);
  double workers = 0, easy = 0;
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Situation& now = world.residents.now[person];
    if (!works(now.labour) || now.employer != firm) continue;
    const std::size_t occupation = number(world.residents.profile[person].trade());
    workers += 1;
    if (around.vacancies[occupation] < around.unemployed[occupation]) easy += 1;
  }
  return workers > 0 ? easy / workers : 0;
}

std::vector<Bid> bids_for(const World& world, const Inputs& inputs, const Random& random, FirmIndex firm) {
  const Country& country = inputs.country;
  const Mandates& mandates = inputs.policy.mandates;
  const MunicipalityIndex home = world.firms.municipality[firm];
  const Threshold joins = threshold(inputs.parameters.threat.rivals);
  std::vector<Bid> offered{{home, mandates.retention_package[home]}};
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const Cents package = mandates.retention_package[m];
    if (m == home || package <= 0) continue;
    if (together(world, inputs, home, m))
      offered.front().cents = std::max(offered.front().cents, package);
    else if (!country.is_merged(m) && same_region(country, home, m) &&
             random.word(Draw::Threat, world.month, static_cast<std::uint32_t>(firm),
                         bids + static_cast<std::uint32_t>(m)) < joins)
      offered.push_back({m, package});
  }
  const double driven_up = 1 + inputs.parameters.threat.escalation * static_cast<double>(offered.size() - 1);
  for (Bid& bid : offered) bid.cents = static_cast<Cents>(static_cast<double>(bid.cents) * driven_up + .5);
  return offered;
}

double answered_sooner(const World& world, const Inputs& inputs, MunicipalityIndex home) {
  const MunicipalityIndex governor = inputs.country.governor(home);
  const Course& course = world.municipalities.council[governor].course;
  return inputs.policy.mandates.retention_speed[governor] +
         inputs.parameters.threat.warning * course.sessions_with_entrepreneurs();
}

double attraction(const Bid& bid, MunicipalityIndex home, const Parameters& parameters) {
  const double money = detmath::exp(parameters.threat.package * detmath::log(1 + million_eur(bid.cents)));
  return bid.municipality == home ? parameters.threat.home * money : money;
}

void relocate(World& world, FirmIndex firm, MunicipalityIndex to) {
  MunicipalityIndex& where = world.firms.municipality[firm];
  const std::int64_t open = world.firms.vacancies[firm];
  world.municipalities.vacancies[where].withdrawn += open;
  world.municipalities.vacancies[to].opened += open;
  where = to;
}

void begin_threat(World& world, FirmIndex firm, Month decides, int notice, double offer) {
  if (world.firms.state[firm] != FirmState::Open) return;
  world.firms.state[firm] = FirmState::Threatened;
  Endangered endangered;
  endangered.firm = firm;
  endangered.decides = decides;
  endangered.notice = static_cast<std::uint32_t>(notice);
  endangered.offer = offer;
  world.endangered.push_back(endangered);
}

void decide_threats(World& world, const Inputs& inputs, const Random& random) {
  for (Endangered& endangered : world.endangered)
    if (endangered.decides == world.month && world.firms.state[endangered.firm] == FirmState::Threatened)
      decide(world, inputs, random, endangered);
}

}  // namespace polder::firms
