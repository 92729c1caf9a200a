// Every column of the World once: hash, checkpoint and memory report go through here.
#pragma once

#include "polder/world/world.h"

namespace polder {

/// Calls `visit(name, column)` for every column. `W` is World or const World; the ledger and today's lists are not
/// columns: the ledger is visited by checkpoint and hash themselves, the lists are empty between months.
template <class W, class Visit>
void visit_columns(W& world, Visit&& visit) {
  visit("residents.profile", world.residents.profile);
  visit("residents.now", world.residents.now);
  auto& firms = world.firms;
  visit("firms.sector", firms.sector);
  visit("firms.municipality", firms.municipality);
  visit("firms.state", firms.state);
  visit("firms.closes", firms.closes);
  visit("firms.persons", firms.persons);
  visit("firms.jobs", firms.jobs);
  visit("firms.vacancies", firms.vacancies);
  visit("firms.leavers", firms.leavers);
  visit("firms.dismissal", firms.dismissal);
  visit("firms.start_size", firms.start_size);
  visit("firms.productivity", firms.productivity);
  visit("firms.target", firms.target);
  auto& vacancies = world.vacancies;
  visit("vacancies.firm", vacancies.firm);
  visit("vacancies.opened", vacancies.opened);
  visit("vacancies.number", vacancies.number);
  visit("vacancies.occupation", vacancies.occupation);
  visit("vacancies.wage", vacancies.wage);
  auto& municipalities = world.municipalities;
  visit("municipalities.stocks", municipalities.stocks);
  visit("municipalities.flows", municipalities.flows);
  visit("municipalities.vacancies", municipalities.vacancies);
  visit("municipalities.government", municipalities.government);
  visit("municipalities.council", municipalities.council);
  visit("municipalities.provision", municipalities.provision);
  visit("municipalities.territory", municipalities.territory);
  visit("municipalities.services", municipalities.services);
  visit("municipalities.next_birth", municipalities.next_birth);
  visit("municipalities.last_birth", municipalities.last_birth);
  visit("municipalities.next_arrival", municipalities.next_arrival);
  visit("municipalities.last_arrival", municipalities.last_arrival);
  visit("municipalities.next_firm", municipalities.next_firm);
  visit("municipalities.last_firm", municipalities.last_firm);
}

/// Calls `visit(name, part)` for what is in no column and not the ledger; the order is part of every hash.
template <class W, class Visit>
void visit_parts(W& world, Visit&& visit) {
  visit("month", world.month);
  visit("start", world.start);
  visit("weight", world.weight);
  visit("crisis_help", world.crisis_help);
  visit("economy.cycle", world.economy.cycle);
  visit("economy.cycle_before", world.economy.cycle_before);
  visit("economy.log_demand", world.economy.log_demand);
  visit("economy.planned_jobs", world.economy.planned_jobs);
  visit("economy.supplier_loss", world.economy.supplier_loss);
  visit("economy.local_loss", world.economy.local_loss);
  visit("bodies", world.bodies);
  visit("ties", world.ties);
  visit("proposals", world.proposals);
  visit("consents", world.consents);
  visit("proposals_made", world.proposals_made);
  visit("deals", world.deals);
  visit("macro_budget", world.macro_budget);
  visit("participants", world.participants);
  visit("subsidised", world.subsidised);
  visit("sheltered", world.sheltered);
  visit("economy.demand", world.economy.demand);
  visit("endangered", world.endangered);
  visit("schools.programmes", world.schools.programmes);
  visit("schools.market", world.schools.market);
  visit("schools.forecast", world.schools.forecast);
  visit("schools.forecast_error", world.schools.forecast_error);
}

// A column that is added to a table but not here does not compile.
template <class Table, std::size_t columns>
inline constexpr bool has_columns = sizeof(Table) == columns * sizeof(Column<ResidentIndex, std::uint32_t>);
static_assert(has_columns<Residents, 2> && has_columns<Firms, 12> && has_columns<Vacancies, 5> &&
              has_columns<Municipalities, 14>);

}  // namespace polder
