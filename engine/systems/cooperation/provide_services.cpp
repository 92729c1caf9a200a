#include "government/contributions.h"
#include "government/dials.h"
#include "government/membership.h"
#include "government/service.h"
#include "systems/cooperation/cooperation.h"
#include "systems/cooperation/decisions.h"

namespace polder::cooperation {
namespace {

/// Where the model has space itself, reach would count twice: vacancies are mediated within the jurisdiction, an
/// analysis has its coverage in its precision, commuting decides who gains from a firm, and the border is a place.
constexpr bool has_space_of_its_own(Task task) {
  return task == Task::EmployerServices || task == Task::Analysis || task == Task::Retention || task == Task::Border;
}

government::Setting setting_of(const Territory& territory, double trust, const Parameters& parameters) {
  government::Setting setting;
  setting.inhabitants = territory.inhabitants;
  setting.coverage = territory.coverage;
  setting.dissimilarity = territory.dissimilarity;
  setting.partners = territory.partners;
  setting.variation = territory.variation;
  setting.trust = trust;
  setting.integration = parameters.government.integration.coordinated;
  return setting;
}

double productivity(const World& world, const Country& country, MunicipalityIndex m, Task task,
                    const Parameters& parameters) {
  const Provision& provision = world.municipalities.provision[m][number(task)];
  const double trust = mean_trust(world, country, m, task, parameters.government.trust);
  const government::Dials dials = government::dials_of(
      task, provision.level, setting_of(world.municipalities.territory[m][number(task)], trust, parameters),
      parameters.government);
  const double settled = has_space_of_its_own(task) ? dials.without_reach() : dials.productivity();
  if (provision.since == never) return settled;
  return settled * government::transition_productivity(world.month - provision.since, parameters.government.switching);
}

/// Whom or what the tasks of a municipality serve: recipients of bijstand, vacancies, or residents at work.
struct Targets {
  double recipients = 0, vacancies = 0, workers = 0;
  double of(Task task) const {
    if (task == Task::Guidance || task == Task::IncomeSupport) return recipients;
    return task == Task::EmployerServices ? vacancies : workers;
  }
};

Column<MunicipalityIndex, Targets> count_targets(const World& world) {
  Column<MunicipalityIndex, Targets> targets(world.municipalities.stocks.size());
  for (const MunicipalityIndex m : rows_of(world.municipalities.stocks)) {
    const Stocks& stocks = world.municipalities.stocks[m];
    for (const std::int32_t rows : stocks.bijstand_at) targets[m].recipients += rows;
    for (const std::int32_t rows : stocks.employed_in) targets[m].workers += rows;
    targets[m].recipients *= world.weight;
    targets[m].workers *= world.weight;
  }
  for (const FirmIndex firm : rows_of(world.firms.vacancies))
    targets[world.firms.municipality[firm]].vacancies +=
        static_cast<double>(world.firms.vacancies[firm]) * world.weight;
  return targets;
}

/// [EUR/year per unit]
double service(const Services& services, const Targets& targets, Task task, const Parameters& parameters) {
  constexpr double plain_words = .5;
  return government::effective_service(
      services.productivity[number(task)], static_cast<double>(services.budget[number(task)]) / 100, 0,
      government::execution(plain_words, parameters.government.framing), targets.of(task));
}

}  // namespace

std::array<double, task_count> usual_service(World& world, const Country& country, const Parameters& parameters) {
  std::array<double, task_count> sum{}, units{};
  const Column<MunicipalityIndex, Targets> targets = count_targets(world);
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    if (!country.municipalities[m].government.has_council()) continue;
    Services& services = world.municipalities.services[m];
    for (std::size_t t = 0; t < task_count; ++t) {
      services.productivity[t] = productivity(world, country, m, index_of<Task>(t), parameters);
      sum[t] += service(services, targets[m], index_of<Task>(t), parameters) * targets[m].of(index_of<Task>(t));
      units[t] += targets[m].of(index_of<Task>(t));
    }
  }
  for (std::size_t t = 0; t < task_count; ++t) sum[t] = units[t] > 0 ? sum[t] / units[t] : 0;
  return sum;
}

void provide_services(World& world, const Inputs& inputs, const Random&) {
  const Column<MunicipalityIndex, Targets> targets = count_targets(world);
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    if (!inputs.country.municipalities[m].government.has_council()) continue;
    Services& services = world.municipalities.services[m];
    services.budget[number(Task::Guidance)] = world.municipalities.government[m].guidance_budget;
    for (std::size_t t = 0; t < task_count; ++t) {
      const Task task = index_of<Task>(t);
      services.productivity[t] = productivity(world, inputs.country, m, task, inputs.parameters);
      const double usual = inputs.model.usual_service[t];
      if (usual > 0)
        services.response[t] = government::response(service(services, targets[m], task, inputs.parameters), usual);
    }
  }
}

}  // namespace polder::cooperation
