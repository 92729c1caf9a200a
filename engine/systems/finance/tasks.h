// How the tasks of government are paid: out of the municipal fund, through arrangements, with grants.
#pragma once

#include "government/trusts.h"
#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder::finance {

/// What a payment for a task is called in the ledger.
constexpr Purpose purpose_of(Task task) {
  constexpr std::array<Purpose, task_count> purposes{
      Purpose::Guidance,    Purpose::IncomeSupport, Purpose::EmployerServices, Purpose::Retraining, Purpose::Analysis,
      Purpose::CrisisTeams, Purpose::Schools,       Purpose::RetentionService, Purpose::BorderWork};
  return purposes[number(task)];
}

/// Pays the providers of a task there: the municipality at home, by its contribution to the arrangement at regional
/// levels, otherwise the province or Rijk.
void pay_providers(World& world, const Country& country, MunicipalityIndex m, Task task, Cents cents, Purpose purpose);

/// Posts this month's instalments for the tasks of a municipality. It pays the providers at home, and contributes to
/// the arrangement, which pays them, at regional levels; who match its spending pay their part to it first. Where an
/// arrangement of the scenario has shares, the members' instalments are a pot that is paid by these; what is spent in
/// each place stays. A province or Rijk that carries out a task pays the providers itself. The municipal fund gives
/// what the figures say is spent on each task, to the municipality or to the province that has it; of what Rijk carries
/// out, nothing.
void pay_tasks(World& world, const Inputs& inputs, MunicipalityIndex m, const government::Trusts& trusts);

/// What a joint analysis of the labour market costs a municipality this month: `analysis.joint.spend` a year for each
/// of its residents at work, as far as the analysis covers their labour market.
void pay_joint_analysis(World& world, const Inputs& inputs, MunicipalityIndex m);

/// This month's part of a deal of the region with Rijk: Rijk and the province pay the municipality, which adds its own
/// part and spends all of it on the deal's tasks, in equal parts.
void pay_deal(World& world, const Inputs& inputs, MunicipalityIndex m);

/// In December: the share, agreed by contract, of what uwv paid less on ww to residents this year than in a year at the
/// start. A year in which it paid more costs the municipality nothing.
void settle_shared_savings(World& world, const Inputs& inputs, MunicipalityIndex m);

}  // namespace polder::finance
