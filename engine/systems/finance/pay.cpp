#include <algorithm>

#include "government/service.h"
#include "systems/finance/accounts.h"
#include "systems/finance/agenda.h"
#include "systems/finance/finance.h"
#include "systems/finance/tasks.h"
#include "systems/jobs/jobs.h"
#include "world/entitlement.h"
#include "world/situation.h"

namespace polder::finance {
namespace {

Cents cents(double euro) { return static_cast<Cents>(euro * 100 + 0.5); }

/// ww of this month's recipients by municipality of residence [cents, all persons].
Column<MunicipalityIndex, Cents> ww_due(const World& world, const Inputs& inputs) {
  Column<MunicipalityIndex, Cents> due(world.municipalities.stocks.size(), 0);
  for (const ResidentIndex person : world.today.on_ww) {
    const Situation& now = world.residents.now[person];
    if (!receives_ww(now.benefit)) continue;
    const double wage = monthly_wage(now, world.month, inputs.parameters.wage.experience);
    Cents benefit = ww_benefit(now, wage, world.month, inputs.policy.rules);
    if (now.benefit == Benefit::WwWork) benefit = part(benefit, 1 - inputs.parameters.ww.work_offset);
    due[world.residents.profile[person].municipality()] += benefit * world.weight;
  }
  return due;
}

Cents persons(const World& world, MunicipalityIndex m, Benefit benefit) {
  return Cents{world.municipalities.stocks[m].benefit[static_cast<std::size_t>(benefit)]} * world.weight;
}

/// Wages of the employees (0), earnings of the self-employed (1) or wages from abroad (2) of a municipality.
Cents wages_due(const World& world, const Inputs& inputs, MunicipalityIndex m, std::size_t kind) {
  const double row = sum_of_wages(world.municipalities.stocks[m], kind, world.month, inputs.parameters.wage.experience);
  return cents(row) * world.weight;
}

/// Help to the workers of plants that close, by municipality [cents]: paid while help is given, for everybody helped.
Column<MunicipalityIndex, Cents> crisis_help_due(const World& world, const Inputs& inputs) {
  Column<MunicipalityIndex, Cents> due(world.municipalities.stocks.size(), 0);
  if (world.crisis_help <= 0) return due;
  const Cents each = cents(inputs.parameters.crisis.cost * world.crisis_help) * world.weight;
  for (const ResidentIndex person : rows_of(world.residents.now))
    if (jobs::hit_by_closure(world, inputs.model, world.residents.now[person]))
      due[world.residents.profile[person].municipality()] += each;
  return due;
}

/// What uwv's help in the last months of a right costs, by municipality of residence [cents].
Column<MunicipalityIndex, Cents> handover_due(const World& world, const Inputs& inputs) {
  Column<MunicipalityIndex, Cents> due(world.municipalities.stocks.size(), 0);
  const double intensity = inputs.policy.rules.handover;
  if (intensity <= 0) return due;
  const Cents each = cents(inputs.parameters.handover.cost * intensity) * world.weight;
  for (const ResidentIndex person : world.today.on_ww)
    if (in_last_months(world.residents.now[person], world.month, inputs.parameters.handover.months))
      due[world.residents.profile[person].municipality()] += each;
  return due;
}

/// What uwv paid on ww this year, and until the start a slow mean of what it pays in a year.
void record_ww(Government& government, const World& world, Cents ww) {
  constexpr Cents months = 12;
  government.ww_paid += ww;
  if (world.month > world.start) return;
  if (government.ww_at_start == 0) {
    government.ww_at_start = months * ww;
  } else if (world.warming_up()) {
    government.ww_at_start += ww - government.ww_at_start / months;
  }
}

/// Help that governments decided on: for everybody helped, as much of the cost as the service is of the usual one, at
/// most all. The budget of the task pays those who stand by, not the help itself.
void pay_crisis_care(World& world, const Inputs& inputs) {
  const auto cared = [&](MunicipalityIndex m) { return world.municipalities.government[m].crisis_care > 0; };
  if (std::ranges::none_of(world.municipalities.government, [](const Government& g) { return g.crisis_care > 0; }))
    return;
  Column<MunicipalityIndex, Cents> persons(world.municipalities.stocks.size(), 0);
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const MunicipalityIndex home = world.residents.profile[person].municipality();
    if (cared(home) && jobs::hit_by_closure(world, inputs.model, world.residents.now[person]))
      persons[home] += world.weight;
  }
  for (const MunicipalityIndex m : rows_of(persons)) {
    if (persons[m] == 0) continue;
    const double service = government::service_ratio(world.municipalities.services[m].response[number(Task::Crisis)]);
    pay_providers(world, inputs.country, m, Task::Crisis,
                  persons[m] * cents(inputs.parameters.crisis.cost * std::min(1.0, service)), Purpose::CrisisHelp);
  }
}

void pay_residents(World& world, const Inputs& inputs, MunicipalityIndex m, Cents ww) {
  const auto& money = inputs.parameters.money;
  const MunicipalityIndex governor = inputs.country.governor(m);
  const Account residents = account_of(Actor::Residents, m), municipality = account_of(Actor::Municipality, governor);
  const bool elsewhere = inputs.country.municipalities[m].elsewhere;

  const Cents wages = wages_due(world, inputs, m, 0), own_account = wages_due(world, inputs, m, 1);
  const Cents abroad = wages_due(world, inputs, m, 2);
  const Cents norm = cents(inputs.policy.rules.bijstand_norm);
  const Cents bijstand = persons(world, m, Benefit::Bijstand) * norm +
                         part(persons(world, m, Benefit::BijstandWork) * norm, 1 - inputs.parameters.ww.work_offset);
  const Cents disability = persons(world, m, Benefit::Disability) * cents(money.disability);
  const Cents aow = persons(world, m, Benefit::Aow) * cents(money.aow);

  Ledger& ledger = world.ledger;
  transfer(ledger, firms, residents, wages + own_account, Purpose::Wages);
  transfer(ledger, rest_of_country, residents, abroad, Purpose::Wages);
  transfer(ledger, firms, uwv, part(wages, money.premiums), Purpose::Premiums);
  transfer(ledger, uwv, residents, ww, Purpose::Ww);
  transfer(ledger, elsewhere ? rest_of_country : municipality, residents, bijstand, Purpose::Bijstand);
  transfer(ledger, uwv, residents, disability, Purpose::Disability);
  transfer(ledger, rijk, residents, aow, Purpose::Aow);
  transfer(
      ledger, residents, rijk,
      part(wages + own_account + abroad, money.wage_tax) + part(ww + bijstand + disability + aow, money.benefit_tax),
      Purpose::Tax);
  if (!elsewhere) world.municipalities.government[governor].bijstand_paid += bijstand;
}

void fund_municipality(World& world, const Inputs& inputs, MunicipalityIndex m, const government::Trusts& trusts) {
  if (inputs.country.municipalities[m].elsewhere || inputs.country.is_merged(m)) return;
  const Account municipality = account_of(Actor::Municipality, m);
  const Government& government = world.municipalities.government[m];
  const int month = world.month.calendar_month();
  transfer(world.ledger, rijk, municipality, instalment(government.buig, month), Purpose::Buig);
  if (inputs.country.municipalities[m].government.has_council()) {
    pay_tasks(world, inputs, m, trusts);
    pay_joint_analysis(world, inputs, m);
    pay_deal(world, inputs, m);
    settle_shared_savings(world, inputs, m);
    return;
  }
  transfer(world.ledger, rijk, municipality, instalment(inputs.country.municipalities[m].guidance_budget, month),
           Purpose::MunicipalFund);
  transfer(world.ledger, municipality, account_of(Actor::Providers, m),
           instalment(world.municipalities.services[m].budget[number(Task::Guidance)], month), Purpose::Guidance);
}

}  // namespace

void pay(World& world, const Inputs& inputs, const Random&) {
  const Column<MunicipalityIndex, Cents> ww = ww_due(world, inputs), help = crisis_help_due(world, inputs),
                                         handover = handover_due(world, inputs);
  const government::Trusts trusts(world, inputs.country, inputs.parameters.government.trust);
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    pay_residents(world, inputs, m, ww[m]);
    record_ww(world.municipalities.government[inputs.country.governor(m)], world, ww[m]);
    transfer(world.ledger, rijk, account_of(Actor::Providers, m), help[m], Purpose::CrisisHelp);
    transfer(world.ledger, uwv, account_of(Actor::Providers, m), handover[m], Purpose::Handover);
    fund_municipality(world, inputs, m, trusts);
    pay_agenda(world, inputs, m);
    pay_sheltered_places(world, inputs, m);
  }
  pay_crisis_care(world, inputs);
  pay_wage_subsidies(world, inputs.country);
}

}  // namespace polder::finance
