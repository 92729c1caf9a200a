#include "government/mediation.h"

#include "base/parallel.h"
#include "government/jurisdiction.h"
#include "government/service.h"

namespace polder::government {
namespace {

constexpr Task task = Task::EmployerServices;
constexpr std::size_t chunk_vacancies = 1u << 13;

Column<MunicipalityIndex, Threshold> shares(const World& world, const Inputs& inputs) {
  Column<MunicipalityIndex, Threshold> share;
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    if (!inputs.country.is_governed(m)) {
      share.push_back(0);
      continue;
    }
    const Course& course = world.municipalities.council[inputs.country.governor(m)].course;
    share.push_back(
        threshold(mediated_share(world.municipalities.services[m].response[number(task)],
                                 course.sessions_with_entrepreneurs(), inputs.parameters.government.service)));
  }
  return share;
}

std::vector<Sight> sight_from(const World& world, const Inputs& inputs, MunicipalityIndex home,
                              const Column<MunicipalityIndex, Jurisdiction>& provider) {
  const Country& country = inputs.country;
  std::vector<Sight> row;
  for (const Reach& reach : country.reach[home]) {
    const MunicipalityIndex there = reach.municipality;
    if (there == home || !country.is_governed(there)) {
      row.emplace_back();
      continue;
    }
    const bool neighbours =
        country.is_governed(home) && country.municipalities[home].region == country.municipalities[there].region;
    row.push_back(sight(is_inside(world, country, provider[there], home, task), neighbours,
                        inputs.parameters.government.service));
  }
  return row;
}

}  // namespace

Sight sight(bool inside, bool inside_usually, const ServiceParameters& parameters) {
  const double hidden = parameters.unshared;
  const double usual = inside_usually ? hidden + (1 - hidden) * parameters.mediated : hidden;
  return {(inside ? 1 : hidden) / usual, hidden / usual};
}

Mediation mediate(const World& world, const Inputs& inputs, const Random& random) {
  const ServiceParameters& parameters = inputs.parameters.government.service;
  const Country& country = inputs.country;
  Mediation mediation;
  bool anybody = false;
  for (const MunicipalityIndex m : rows_of(country.municipalities)) anybody = anybody || country.is_governed(m);
  if (!anybody || (parameters.unshared >= 1 && parameters.visibility <= 0)) return mediation;
  const Column<MunicipalityIndex, Threshold> share = shares(world, inputs);
  const Vacancies& vacancies = world.vacancies;
  mediation.mediated.resize(vacancies.size());
  for_each_chunk(vacancies.size(), chunk_vacancies, [&](std::size_t, std::size_t first, std::size_t last) {
    for (std::size_t row = first; row < last; ++row) {
      const auto v = index_of<VacancyIndex>(row);
      const FirmIndex firm = vacancies.firm[v];
      const std::uint32_t luck =
          random.word(Draw::Mediated, vacancies.opened[v], static_cast<std::uint32_t>(firm), vacancies.number[v]);
      mediation.mediated[v] = luck < share[world.firms.municipality[firm]] ? 1 : 0;
    }
  });
  Column<MunicipalityIndex, Jurisdiction> provider;
  for (const MunicipalityIndex m : rows_of(country.municipalities))
    provider.push_back(jurisdiction_of(world, country, m, task));
  for (const MunicipalityIndex home : rows_of(country.municipalities))
    mediation.sight.push_back(sight_from(world, inputs, home, provider));
  return mediation;
}

double visibility(const World& world, const Inputs& inputs, const Mediation& mediation, VacancyIndex vacancy) {
  const MunicipalityIndex there = world.firms.municipality[world.vacancies.firm[vacancy]];
  if (mediation.mediated.empty() || !inputs.country.is_governed(there)) return 0;
  const ServiceParameters& parameters = inputs.parameters.government.service;
  return parameters.visibility * (mediation.mediated[vacancy] - parameters.mediated);
}

}  // namespace polder::government
