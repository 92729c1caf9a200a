#include "support/one_node.h"

namespace polder::testing {

Experiment one_node(std::uint32_t people) {
  Study study = load_study(study_file("reallocation"));
  study.parameters.firm.drc_separation = drc_separation;
  study.parameters.firm.drc_opening = drc_opening;
  study.parameters.firm.gamma = drc_gamma;
  study.parameters.firm.unmet = 0;
  Country country;
  country.provinces.resize(1);
  country.regions.resize(1);
  country.municipalities.resize(1);
  country.municipalities[MunicipalityIndex{0}].official_number = 1;
  country.sectors.resize(1);
  country.sectors[SectorIndex{0}].occupation_share = {1.0};
  country.occupations.resize(1);
  country.occupations[OccupationIndex{0}].class_wage = 3000;
  for (auto* rates : {&country.by_age.death, &country.by_age.emigration, &country.by_age.partner})
    rates->assign(oldest_age + 1, 0.0);
  country.reach.resize(1);
  country.reach[MunicipalityIndex{0}] = {{MunicipalityIndex{0}, 65535}};
  country.occupation_weight = {65535};
  country.similarity = {1};
  country.distance_km = {0};

  Experiment experiment;
  World& world = experiment.world;
  world.month = world.start = Month::of(2026, 1);
  for (auto* column :
       {&world.municipalities.next_birth, &world.municipalities.last_birth, &world.municipalities.next_arrival,
        &world.municipalities.last_arrival, &world.municipalities.next_firm, &world.municipalities.last_firm})
    column->assign(1, 0);
  world.municipalities.stocks.resize(1);
  world.municipalities.flows.resize(1);
  world.municipalities.vacancies.resize(1);
  world.municipalities.government.resize(1);
  const auto employed = static_cast<std::uint32_t>(people * drc_employed);
  const auto vacancies = static_cast<std::uint32_t>(people * drc_vacancies);
  Firms& firms = world.firms;
  firms.sector.push_back(SectorIndex{0});
  firms.municipality.push_back(MunicipalityIndex{0});
  firms.state.push_back(FirmState::Open);
  firms.closes.push_back(never);
  firms.persons.push_back(people);
  firms.jobs.push_back(employed);
  firms.vacancies.push_back(vacancies);
  firms.leavers.push_back(0);
  firms.dismissal.push_back(0);
  firms.start_size.push_back(people);
  firms.productivity.push_back(0);
  firms.target.push_back(people);
  for (std::uint32_t v = 0; v < vacancies; ++v) {
    world.vacancies.firm.push_back(FirmIndex{0});
    world.vacancies.opened.push_back(Month::of(2025, 12));
    world.vacancies.number.push_back(static_cast<std::uint16_t>(v));
    world.vacancies.occupation.push_back(OccupationIndex{0});
    world.vacancies.wage.push_back(300);
  }
  for (std::uint32_t p = 0; p < people; ++p) {
    Profile profile;
    profile.birth = Month::of(2000, 1).index & 0x7FFu;
    Situation now;
    now.labour = p < employed ? Labour::Permanent : Labour::Unemployed;
    now.employer = p < employed ? FirmIndex{0} : none<FirmIndex>;
    now.since = Month::of(2025, 6);
    now.wage = 300;
    world.residents.profile.push_back(profile);
    world.residents.now.push_back(now);
  }
  world.municipalities.stocks = recount(world);
  experiment.from = world.start;
  experiment.to = Month::of(2065, 12);
  experiment.warm_up_from = experiment.from;
  experiment.model = make_model(std::move(country), study.parameters, world, 12);
  experiment.scripts.emplace_back();
  return experiment;
}

}  // namespace polder::testing
