#include "systems/finance/incentive.h"

#include "government/buig_terms.h"
#include "government/contributions.h"
#include "government/grants.h"
#include "systems/finance/buig.h"

namespace polder::finance {
namespace {

constexpr std::size_t from_bijstand = 0, from_ww = 1;  // rows of Parameters::government.pocket

/// Part of a task's benefit that saves bijstand; the rest saves ww. Guidance and income support serve recipients of
/// bijstand only; the others serve both, in the proportions of the figures.
double bijstand_part(Task task, const Country& country, MunicipalityIndex m) {
  const double bijstand = country.governed(m, &MunicipalityFacts::bijstand);
  const double both = bijstand + country.governed(m, &MunicipalityFacts::ww);
  if (task == Task::Guidance || task == Task::IncomeSupport || both <= 0) return 1;
  return bijstand / both;
}

double share_of(double pocket, const PocketParameters& pockets) {
  const double all = government::total(pockets);
  return all > 0 ? pocket / all : 0;
}

/// What decides how much of a saving stays with a municipality.
struct Terms {
  government::BuigTerms buig;
  double deficit = 0;         // of last year [share of the budget]
  double integration = 0;     // of economy, work and income [share]
  double shared_savings = 0;  // [share]
};

double pocket(const Inputs& inputs, MunicipalityIndex m, Task task, const Terms& terms) {
  const Parameters& parameters = inputs.parameters;
  const PocketParameters& of_bijstand = parameters.government.pocket[from_bijstand];
  const PocketParameters& of_ww = parameters.government.pocket[from_ww];
  const EffortParameters& effort = parameters.government.effort;
  const double kept =
      government::retained_share(
          objective_weight(inputs.country.inhabitants(m), terms.buig.historic_below, terms.buig.objective_above),
          effort.retention_years) *
      government::own_share_at_margin(terms.deficit, parameters.buig.own_risk, parameters.buig.shared_risk);
  const double bijstand = bijstand_part(task, inputs.country, m), ww = 1 - bijstand;
  const double own =
      bijstand * share_of(of_bijstand.municipality, of_bijstand) * kept + ww * share_of(of_ww.municipality, of_ww);
  const double savings = terms.shared_savings * ww * share_of(of_ww.uwv, of_ww);
  return government::pocket_share(own, 1 - own, terms.integration, savings, effort.portfolio);
}

/// Partners as a municipality sees them: how far it trusts them, and how far its agreements are about organising.
struct Partners {
  double trust = 0, organising = 0;  // [share]
};

/// Share of the benefit of a task inside a territory, and not left to the partners, at a level.
double share_inside(const GovernmentParameters& parameters, Task task, Level level, const Territory& territory,
                    const Partners& partners) {
  return government::internalised_share(parameters.task[number(task)].reach_weight, territory.inside,
                                        government::commitment(level, partners.trust, partners.organising, parameters),
                                        level == Level::Local ? 1 : territory.partners);
}

}  // namespace

std::array<double, grantor_count> matching(const World& world, const Inputs& inputs, MunicipalityIndex m, Task task) {
  return government::matching(inputs.policy.mandates, m, task, world.municipalities.provision[m][number(task)].level);
}

government::Incentive incentive_now(const World& world, const Inputs& inputs, MunicipalityIndex m, Task task,
                                    const government::Trusts& trusts) {
  const Rules& rules = inputs.policy.rules;
  const GovernmentParameters& parameters = inputs.parameters.government;
  const Terms terms{government::terms_in_force(rules, inputs.parameters), world.municipalities.government[m].deficit,
                    world.municipalities.council[m].course.integration, rules.shared_savings};
  double grant = 0;
  for (const double share : matching(world, inputs, m, task)) grant += share;
  const double inside = share_inside(parameters, task, world.municipalities.provision[m][number(task)].level,
                                     world.municipalities.territory[m][number(task)],
                                     {trusts.in_force(m, task), world.municipalities.council[m].course.framing});
  return {pocket(inputs, m, task, terms) * inside, grant};
}

government::Incentive usual_incentive(const World& world, const Inputs& inputs, MunicipalityIndex m, Task task,
                                      const government::Trusts& trusts) {
  const GovernmentParameters& parameters = inputs.parameters.government;
  const Terms terms{government::usual_terms(inputs.parameters), world.municipalities.government[m].usual_deficit,
                    parameters.integration.coordinated, 0};
  const Level level = government::usual_level(task);
  const double inside =
      share_inside(parameters, task, level, inputs.model.territories[m][number(level)], {trusts.at(m, level)});
  return {pocket(inputs, m, task, terms) * inside, 0};
}

}  // namespace polder::finance
