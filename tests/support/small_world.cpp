#include "support/small_world.h"

namespace polder::testing {
namespace {

SectorFacts small_sector(std::string code, double flexible, double cycle, std::vector<double> occupations) {
  SectorFacts facts;
  facts.code = facts.name_nl = facts.name_en = std::move(code);
  facts.flexible_share = flexible;
  facts.cycle_sensitivity = cycle;
  facts.size_share = {.5, .3, .2};
  facts.occupation_share = std::move(occupations);
  return facts;
}

}  // namespace

MunicipalityFacts small_municipality(std::uint32_t number, RegionIndex region, double population) {
  MunicipalityFacts facts;
  facts.code = "GM" + std::to_string(number);
  facts.name = facts.code;
  facts.official_number = number;
  facts.region = region;
  facts.province = index_of<ProvinceIndex>(polder::number(region));
  facts.population = population;
  facts.focus = true;
  facts.young_education = {.2, .4, .4};
  facts.jobs = {population / 4, population / 4};
  facts.guidance_budget = static_cast<Cents>(population) * 1200;
  facts.income_spending = static_cast<Cents>(population) * 40000;
  return facts;
}

Country small_country() {
  Country country;
  country.key = "small";
  country.provinces.push_back({"PV81", "Westland"});
  country.provinces.push_back({"PV82", "Oostland"});
  country.regions.push_back({"AM81", "West"});
  country.regions.push_back({"AM82", "East"});
  country.municipalities.push_back(small_municipality(8101, west, 60000));
  country.municipalities.push_back(small_municipality(8102, west, 10000));
  country.municipalities.push_back(small_municipality(8103, east, 27500));
  country.municipalities.push_back(small_municipality(8104, east, 40000));
  country.municipalities[beyond].elsewhere = true;
  country.municipalities[beyond].focus = false;
  country.sectors.push_back(small_sector("B-E", .25, 1.3, {.6, .4}));
  country.sectors.push_back(small_sector("Q", .40, .4, {.2, .8}));
  country.occupations.push_back({"07", "Technisch", "Technical", 50000, 3, 2500});
  country.occupations.push_back({"10", "Zorg", "Care", 50000, 4, 3000});
  country.similarity = {1, .2, .2, 1};
  country.size_classes = {{1, 4}, {5, 9}, {20, 99}};
  for (auto* rates : {&country.by_age.death, &country.by_age.emigration, &country.by_age.employment,
                      &country.by_age.disability, &country.by_age.partner})
    rates->assign(oldest_age + 1, 0.0);
  country.reach.resize(4);
  for (std::size_t home = 0; home < 4; ++home)
    for (std::size_t work = 0; work < 4; ++work) {
      country.reach[index_of<MunicipalityIndex>(home)].push_back(
          {index_of<MunicipalityIndex>(work), static_cast<std::uint16_t>(home == work ? 65535 : 20000)});
      country.distance_km.push_back(home == work ? 2.0 : 10.0 * static_cast<double>(home + work));
    }
  country.occupation_weight = {65535, 16384, 16384, 65535, 65535, 10000, 40000, 65535, 10000, 65535};
  country.likely_sector = {{3, 4}, {1, 4}};
  country.likely_occupation = {std::vector<double>{3, 4}, {2, 4}, {1, 4}};
  return country;
}

Parameters still_parameters() {
  Parameters p = tiny_parameters();
  p.demo.birth_rate = p.demo.immigration_rate = p.demo.move = p.demo.early_retirement = 0;
  p.demand.innovation_sd = p.demand.sector_sd = 0;
  p.firm.productivity_sd = p.firm.exit = p.firm.withdraw = p.firm.unmet = 0;
  p.separation.to_unemployed = p.separation.out_of_labour_force = 0;
  p.participation.gives_up = p.participation.returns = p.participation.withdraws = 0;
  p.participation.starts = p.participation.comes_closer = 0;
  p.participation.disability_in = p.participation.disability_out = 0;
  p.ww.keep_ends = p.bijstand.keep_ends = p.bijstand.direct = p.bijstand.other_exit = 0;
  p.search.most_per_month = 0;
  p.distance.up = p.distance.down = p.distance.care = p.distance.working = 0;
  p.wage.offer_sd = p.wage.tightness = 0;
  p.match.noise = 0;
  p.school.calendar = 0;
  return p;
}

SmallWorld::SmallWorld(const Parameters& parameters) {
  model.country = small_country();
  model.parameters = parameters;
  policy.rules.ww_cap = parameters.rules.ww_cap;
  policy.rules.bijstand_norm = parameters.rules.bijstand_norm;
  const std::size_t places = model.country.municipalities.size();
  policy.mandates.guidance_budget.assign(places, Cents{-1});
  policy.mandates.triage.assign(places, Triage::Equal);
  policy.mandates.retention_package.assign(places, Cents{0});
  policy.mandates.retention_speed.assign(places, 0.0);
  model.bijstand_factor.assign(places, 1.0);
  model.training_months = {0, 6, 6, 0};
  world.month = Month::of(2026, 3);
  world.start = Month::of(2026, 1);
  Municipalities& table = world.municipalities;
  table.stocks.resize(places);
  table.flows.resize(places);
  table.vacancies.resize(places);
  table.government.resize(places);
  table.council.resize(places);
  table.provision.resize(places);
  table.territory.resize(places);
  table.services.resize(places);
  for (auto* column : {&table.next_birth, &table.last_birth, &table.next_arrival, &table.last_arrival, &table.next_firm,
                       &table.last_firm})
    column->assign(places, 0);
  world.economy.planned_jobs.assign(model.country.regions.size() * model.country.sectors.size(), 0.0);
}

SmallWorld::~SmallWorld() = default;

Inputs SmallWorld::inputs() const {
  return {model, model.country, model.parameters, policy, demand, youth, trend_ahead};
}

void SmallWorld::run(void (*system)(World&, const Inputs&, const Random&)) { system(world, inputs(), random); }

void SmallWorld::next_month() {
  world.today = Today{};
  world.month = world.month + 1;
  forget_flows();
  age_searches(world);
}

void SmallWorld::forget_flows() {
  for (Flows& flows : world.municipalities.flows) flows = Flows{};
  for (VacancyFlows& flows : world.municipalities.vacancies) flows = VacancyFlows{};
  world.ledger.postings.clear();
}

FirmIndex SmallWorld::add_firm(MunicipalityIndex where, SectorIndex sector, FirmState state, std::uint32_t persons) {
  Firms& firms = world.firms;
  firms.sector.push_back(sector);
  firms.municipality.push_back(where);
  firms.state.push_back(state);
  firms.closes.push_back(never);
  firms.persons.push_back(persons);
  firms.jobs.push_back(0);
  firms.vacancies.push_back(0);
  firms.leavers.push_back(0);
  firms.dismissal.push_back(0);
  firms.start_size.push_back(persons);
  firms.productivity.push_back(0);
  firms.target.push_back(persons);
  return index_of<FirmIndex>(firms.size() - 1);
}

ResidentIndex SmallWorld::add_resident(MunicipalityIndex home, const Situation& now, int age) {
  Profile profile;
  profile.birth = static_cast<std::uint16_t>(world.month.index - 12 * age) & 0x7FFu;
  profile.home = static_cast<std::uint16_t>(home) & 0x1FFu;
  profile.education = 1;
  world.residents.profile.push_back(profile);
  world.residents.now.push_back(Situation{});
  const auto person = index_of<ResidentIndex>(world.residents.size() - 1);
  set(person, now);
  if (works(now.labour)) ++world.firms.jobs[now.employer];
  return person;
}

ResidentIndex SmallWorld::add_worker(FirmIndex firm, Labour labour, int months, int age) {
  Situation now;
  now.employer = firm;
  now.since = world.month - months;
  now.wage = 300;
  now.labour = labour;
  now.set_sector(world.firms.sector[firm]);
  return add_resident(world.firms.municipality[firm], now, age);
}

ResidentIndex SmallWorld::add_jobless(MunicipalityIndex home, Labour labour, Benefit benefit, int months, int age) {
  Situation now;
  now.employer = none<FirmIndex>;
  now.since = world.month - months;
  now.last_job_ended = now.since;
  now.wage = 300;
  now.labour = labour;
  now.benefit = benefit;
  return add_resident(home, now, age);
}

VacancyIndex SmallWorld::add_vacancy(FirmIndex firm, OccupationIndex occupation, std::uint16_t wage, int months_open) {
  Vacancies& table = world.vacancies;
  table.firm.push_back(firm);
  table.opened.push_back(world.month - months_open);
  table.number.push_back(static_cast<std::uint16_t>(table.size() - 1));
  table.occupation.push_back(occupation);
  table.wage.push_back(wage);
  ++world.firms.vacancies[firm];
  return index_of<VacancyIndex>(table.size() - 1);
}

void SmallWorld::add_spare_residents(std::uint32_t births, std::uint32_t arrivals, MunicipalityIndex home) {
  const auto first = static_cast<std::uint32_t>(world.residents.size());
  world.residents.profile.resize(first + births + arrivals);
  world.residents.now.resize(first + births + arrivals);
  world.municipalities.next_birth[home] = first;
  world.municipalities.last_birth[home] = world.municipalities.next_arrival[home] = first + births;
  world.municipalities.last_arrival[home] = first + births + arrivals;
}

void SmallWorld::add_spare_firms(std::uint32_t rows, MunicipalityIndex where) {
  world.municipalities.next_firm[where] = static_cast<std::uint32_t>(world.firms.size());
  for (std::uint32_t row = 0; row < rows; ++row) add_firm(where, SectorIndex{0}, FirmState::Absent, 0);
  world.municipalities.last_firm[where] = static_cast<std::uint32_t>(world.firms.size());
}

void SmallWorld::set(ResidentIndex person, const Situation& next) {
  Flows& flows = world.municipalities.flows[profile(person).municipality()];
  const Flows before = flows;
  move_to(world, person, next);
  flows = before;
}

ResidentIndex SmallWorld::at_distance(ResidentIndex person, std::size_t distance) {
  return change(person, [&](Situation& next) { next.distance = static_cast<std::uint8_t>(distance) & 0x7u; });
}

void SmallWorld::happens(LifeEvent event, ResidentIndex person) {
  world.today.events[static_cast<std::size_t>(event)].push_back(person);
}

bool SmallWorld::tallies_are_right() const {
  Column<FirmIndex, std::uint32_t> jobs(world.firms.size(), 0);
  for (const Situation& now : world.residents.now)
    if (works(now.labour)) ++jobs[now.employer];
  return recount(world) == world.municipalities.stocks && jobs == world.firms.jobs;
}

}  // namespace polder::testing
