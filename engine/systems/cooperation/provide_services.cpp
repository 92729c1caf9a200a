#include "government/contributions.h"
#include "government/deals.h"
#include "government/dials.h"
#include "government/foresight.h"
#include "government/membership.h"
#include "government/service.h"
#include "government/setting.h"
#include "government/trusts.h"
#include "systems/cooperation/cooperation.h"

namespace polder::cooperation {
namespace {

/// Where the model has space itself, reach would count twice: vacancies are mediated within the jurisdiction, an
/// analysis has its coverage in its precision, commuting decides who gains from a firm, and the border is a place.
constexpr bool has_space_of_its_own(Task task) {
  return task == Task::EmployerServices || task == Task::Analysis || task == Task::Retention || task == Task::Border;
}

/// What a euro brings where tasks are carried out now.
class Productivity {
 public:
  Productivity(const World& world, const Country& country, const GovernmentParameters& parameters)
      : world_(world),
        parameters_(parameters),
        portfolios_(world, country, parameters.integration),
        trusts_(world, country, parameters.trust) {}

  std::array<double, task_count> of(MunicipalityIndex m) const {
    const government::Setting of_council = government::setting_of(world_.municipalities.council[m], parameters_);
    std::array<double, task_count> each;
    for (std::size_t t = 0; t < task_count; ++t) each[t] = of(m, index_of<Task>(t), of_council);
    return each;
  }

 private:
  double of(MunicipalityIndex m, Task task, const government::Setting& of_council) const {
    const Provision& provision = world_.municipalities.provision[m][number(task)];
    const government::Setting setting =
        government::setting_in(of_council, world_.municipalities.territory[m][number(task)],
                               portfolios_.in_force(m, task), trusts_.in_force(m, task));
    const government::Dials dials = government::dials_of(task, provision.level, setting, parameters_);
    const double settled = has_space_of_its_own(task) ? dials.without_reach() : dials.productivity();
    if (provision.since == never) return settled;
    return settled * government::transition_productivity(world_.month - provision.since, parameters_.switching);
  }

  const World& world_;
  const GovernmentParameters& parameters_;
  government::Portfolios portfolios_;
  government::Trusts trusts_;
};

/// Whom or what the tasks of a municipality, with those that merged into it, serve: recipients of bijstand, vacancies,
/// or residents at work.
struct Targets {
  double recipients = 0, vacancies = 0, workers = 0;
  double of(Task task) const {
    if (task == Task::Guidance || task == Task::IncomeSupport) return recipients;
    return task == Task::EmployerServices ? vacancies : workers;
  }
  void add(const Targets& other) {
    recipients += other.recipients;
    vacancies += other.vacancies;
    workers += other.workers;
  }
};

Column<MunicipalityIndex, Targets> count_targets(const World& world, const Country& country) {
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
  for (const MunicipalityIndex m : rows_of(targets))
    for (const MunicipalityIndex part : country.municipalities[m].government.merged) targets[m].add(targets[part]);
  return targets;
}

/// [EUR/year per unit]; `deal`: what a deal with Rijk adds to the budget [EUR/year].
double service(const World& world, MunicipalityIndex m, const Targets& targets, Task task,
               const FramingParameters& parameters, double deal) {
  const Services& services = world.municipalities.services[m];
  return government::effective_service(
      services.productivity[number(task)], static_cast<double>(services.budget[number(task)]) / 100, deal,
      government::execution(world.municipalities.council[m].course.verbs, parameters), targets.of(task));
}

}  // namespace

std::array<double, task_count> usual_service(World& world, const Country& country, const Parameters& parameters) {
  std::array<double, task_count> sum{}, units{};
  const Column<MunicipalityIndex, Targets> targets = count_targets(world, country);
  const Productivity productivity(world, country, parameters.government);
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    if (!country.municipalities[m].government.has_council()) continue;
    Services& services = world.municipalities.services[m];
    services.productivity = productivity.of(m);
    for (std::size_t t = 0; t < task_count; ++t) {
      sum[t] += service(world, m, targets[m], index_of<Task>(t), parameters.government.framing, 0) *
                targets[m].of(index_of<Task>(t));
      units[t] += targets[m].of(index_of<Task>(t));
    }
  }
  for (std::size_t t = 0; t < task_count; ++t) sum[t] = units[t] > 0 ? sum[t] / units[t] : 0;
  return sum;
}

Column<MunicipalityIndex, double> usual_analysis(const World& world, const Country& country,
                                                 const AnalysisParameters& parameters) {
  Column<MunicipalityIndex, double> given;
  for (const MunicipalityIndex m : rows_of(world.municipalities.services))
    given.push_back(government::completeness(government::analysis_of(world, country, {}, m), parameters));
  return given;
}

void provide_services(World& world, const Inputs& inputs, const Random&) {
  const Column<MunicipalityIndex, Targets> targets = count_targets(world, inputs.country);
  const GovernmentParameters& parameters = inputs.parameters.government;
  const Productivity productivity(world, inputs.country, parameters);
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    if (!inputs.country.municipalities[m].government.has_council()) continue;
    Services& services = world.municipalities.services[m];
    services.productivity = productivity.of(m);
    for (std::size_t t = 0; t < task_count; ++t) {
      const Task task = index_of<Task>(t);
      const double usual = inputs.model.usual_service[t];
      if (usual > 0)
        services.response[t] = government::response(
            service(world, m, targets[m], task, parameters.framing, government::deal_budget(world, inputs, m, task)),
            usual);
    }
    for (const MunicipalityIndex part : inputs.country.municipalities[m].government.merged) {
      world.municipalities.services[part].productivity = services.productivity;
      world.municipalities.services[part].response = services.response;
    }
  }
}

}  // namespace polder::cooperation
