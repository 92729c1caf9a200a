#include "systems/cooperation/leave.h"

#include <algorithm>

#include "government/jurisdiction.h"
#include "government/membership.h"
#include "government/pot.h"
#include "government/ties.h"
#include "systems/cooperation/decisions.h"
#include "systems/cooperation/joining.h"

namespace polder::cooperation {
namespace {

using government::Reason;

/// What leaving would cost a municipality [EUR per inhabitant].
double fee_per_inhabitant(const World& world, const Inputs& inputs, MunicipalityIndex m, Task task) {
  const double contribution = static_cast<double>(world.municipalities.services[m].budget[number(task)]) / 100;
  return government::exit_fee(world.municipalities.provision[m][number(task)].level, contribution,
                              inputs.parameters.government.joining) /
         inputs.country.inhabitants(m);
}

bool may_give_notice(const Provision& provision) {
  return is_regional(provision.level) && provision.author == Author::Councils && provision.leaves == never;
}

}  // namespace

void break_promise(World& world, const Country& country, MunicipalityIndex m, BodyIndex body) {
  for (const MunicipalityIndex other : government::members_of(world, country, body)) {
    if (other == m) continue;
    Tie* tie = government::find_tie(world.ties, government::government_of(m), government::government_of(other));
    if (tie != nullptr) ++tie->breached;
  }
}

void pay_exit_fee(World& world, const Inputs& inputs, MunicipalityIndex m, Task task,
                  const std::vector<MunicipalityIndex>& remaining) {
  const BodyIndex body = world.municipalities.provision[m][number(task)].body;
  if (body == none<BodyIndex> || remaining.empty()) return;
  Cents own = 0;
  std::vector<double> shares;  // of those who remain, in order of row
  std::vector<MunicipalityIndex> payees;
  for (const government::Payer& each : government::payers_of(world, inputs, body, task, 0)) {
    if (each.municipality == m) own = each.pays;
    if (std::ranges::find(remaining, each.municipality) == remaining.end()) continue;
    shares.push_back(static_cast<double>(each.pays));
    payees.push_back(each.municipality);
  }
  if (payees.empty()) return;
  if (std::ranges::all_of(shares, [](double share) { return share == 0; })) shares.assign(shares.size(), 1);
  std::vector<Cents> amounts(payees.size(), 0);
  amounts.front() = static_cast<Cents>(government::exit_fee(world.bodies[number(body)].form, static_cast<double>(own),
                                                            inputs.parameters.government.joining) +
                                       .5);
  amounts = government::divide_pot(amounts, shares);
  for (std::size_t i = 0; i < payees.size(); ++i)
    transfer(world.ledger, {Actor::Municipality, static_cast<std::uint16_t>(m)},
             {Actor::Municipality, static_cast<std::uint16_t>(payees[i])}, amounts[i], Purpose::ExitFee);
}

void depart(World& world, const Inputs& inputs, MunicipalityIndex m, Task task, Reason why, int waited,
            std::vector<BodyIndex>& left) {
  note(world, m, world.municipalities.provision[m][number(task)], task, DecisionStep::Left, true, why, waited);
  const BodyIndex body = world.municipalities.provision[m][number(task)].body;
  if (body == none<BodyIndex>) return;
  std::vector<MunicipalityIndex> remaining =
      government::served_by(world, inputs.country, government::jurisdiction_of(world, inputs.country, m, task), task);
  std::erase(remaining, m);
  pay_exit_fee(world, inputs, m, task, remaining);
  if (std::ranges::find(left, body) != left.end()) return;
  left.push_back(body);
  break_promise(world, inputs.country, m, body);
}

void find_hosts(World& world, const Country& country, const std::vector<BodyIndex>& left) {
  for (const BodyIndex row : left) {
    Body& body = world.bodies[number(row)];
    const std::vector<MunicipalityIndex> members = government::members_of(world, country, row);
    if (!members.empty() && std::ranges::find(members, body.host) == members.end())
      body.host = government::largest(country, members);
  }
}

void leave(World& world, const Inputs& inputs, Mover& mover, MunicipalityIndex m, Task task, Author author,
           Reason why) {
  const Provision& provision = world.municipalities.provision[m][number(task)];
  if (provision.level == Level::Local) return;
  const int notice = provision.leaves == never ? 0 : whole_months(inputs.parameters.government.joining.notice);
  std::vector<BodyIndex> left;
  depart(world, inputs, m, task, why, notice, left);
  mover.move(m, task, Level::Local, author);
  find_hosts(world, inputs.country, left);
}

void end_notices(World& world, const Inputs& inputs, Mover& mover) {
  for (const MunicipalityIndex m : rows_of(world.municipalities.provision))
    for (std::size_t t = 0; t < task_count; ++t) {
      const Month leaves = world.municipalities.provision[m][t].leaves;
      if (leaves != never && leaves <= world.month)
        leave(world, inputs, mover, m, index_of<Task>(t), Author::Councils, Reason::NoticeIsOver);
    }
}

void weigh_leaving(World& world, const Inputs& inputs, const Random& random) {
  const GovernmentParameters& parameters = inputs.parameters.government;
  const government::Appraisal appraisal(world, inputs.model, parameters);
  for (const MunicipalityIndex m : rows_of(world.municipalities.provision))
    for (std::size_t t = 0; t < task_count; ++t) {
      Provision& provision = world.municipalities.provision[m][t];
      if (!may_give_notice(provision)) continue;
      const Task task = index_of<Task>(t);
      const government::Membership view = membership(
          world, inputs, {m, task, provision.level}, appraisal.in_force(m, task) - appraisal.at(m, task, Level::Local),
          government::trust_in_force(world, inputs.country, m, task, parameters.trust));
      const double chance = government::leave_chance(view, fee_per_inhabitant(world, inputs, m, task),
                                                     parameters.agreement.gain_scale, parameters.joining);
      const std::uint32_t luck =
          random.word(Draw::Leaving, world.month, inputs.country.municipalities[m].official_number,
                      static_cast<std::uint32_t>(task));
      if (!(uniform(luck) < chance)) continue;
      provision.leaves = world.month + whole_months(parameters.joining.notice);
      note(world, m, provision, task, DecisionStep::Left, false, why_not(view, parameters));
    }
}

}  // namespace polder::cooperation
