#include "systems/finance/tasks.h"

#include <algorithm>
#include <optional>

#include "government/deals.h"
#include "government/dials.h"
#include "government/foresight.h"
#include "government/pot.h"
#include "government/setting.h"
#include "systems/finance/accounts.h"
#include "systems/finance/incentive.h"
#include "world/task_budgets.h"

namespace polder::finance {
namespace {

constexpr Account europe = rest_of_country;

/// Share of what is spent on a task that goes to coordination between those who carry it out together.
double coordination(const World& world, const GovernmentParameters& parameters, MunicipalityIndex m, Task task,
                    double trust) {
  const double any = 1;  // integration is another dial
  const government::Setting setting =
      government::setting_in(government::setting_of(world.municipalities.council[m], parameters),
                             world.municipalities.territory[m][number(task)], any, trust);
  return 1 - government::dials_of(task, world.municipalities.provision[m][number(task)].level, setting, parameters)
                 .coordination;
}

/// Whose account pays the providers of a task.
Account payer_of(const World& world, const Country& country, MunicipalityIndex m, Task task) {
  const MunicipalityIndex governor = country.governor(m);
  const Provision& provision = world.municipalities.provision[governor][number(task)];
  if (provision.level == Level::Local) return account_of(Actor::Municipality, governor);
  if (is_regional(provision.level)) return {Actor::Arrangement, static_cast<std::uint16_t>(number(provision.body))};
  if (provision.level == Level::Province)
    return {Actor::Province, static_cast<std::uint16_t>(country.municipalities[m].province)};
  return rijk;
}

void pay_grants(World& world, const Inputs& inputs, MunicipalityIndex m, Task task, Cents due) {
  const Account province{Actor::Province, static_cast<std::uint16_t>(inputs.country.municipalities[m].province)};
  const std::array<Account, grantor_count> grantors{province, rijk, europe};
  const std::array<double, grantor_count> shares = matching(world, inputs, m, task);
  double share = 0;
  Cents given = 0;
  for (std::size_t i = 0; i < grantor_count; ++i) {
    share += shares[i];
    const Cents until = part(due, share);
    transfer(world.ledger, grantors[i], account_of(Actor::Municipality, m), until - given, Purpose::Grant);
    given = until;
  }
}

/// What a municipality contributes this month to an arrangement whose pot is paid by shares; nothing elsewhere.
std::optional<Cents> by_shares(const World& world, const Inputs& inputs, MunicipalityIndex m, Task task) {
  const BodyIndex body = world.municipalities.provision[m][number(task)].body;
  const NamedArrangement* named = government::named_of(world, inputs.policy.mandates, body);
  if (named == nullptr || named->shares.empty()) return std::nullopt;
  for (const government::Payer& payer : government::payers_of(world, inputs, body, task, world.month.calendar_month()))
    if (payer.municipality == m) return payer.pays;
  return std::nullopt;
}

/// The providers of a municipality are paid by somebody; an arrangement gets what it pays by contributions.
void pay_by(World& world, const Country& country, const Account& payer, MunicipalityIndex m, Cents cents,
            Purpose purpose) {
  if (payer.actor == Actor::Arrangement)
    transfer(world.ledger, account_of(Actor::Municipality, country.governor(m)), payer, cents, Purpose::Contribution);
  transfer(world.ledger, payer, account_of(Actor::Providers, m), cents, purpose);
}

/// Who spends the money of a deal on a task: the municipality, through the arrangement that has the task.
Account spender_of_deal(const World& world, const Country& country, MunicipalityIndex m, Task task) {
  const Account payer = payer_of(world, country, m, task);
  return payer.actor == Actor::Arrangement ? payer : account_of(Actor::Municipality, m);
}

}  // namespace

void pay_providers(World& world, const Country& country, MunicipalityIndex m, Task task, Cents cents, Purpose purpose) {
  pay_by(world, country, payer_of(world, country, m, task), m, cents, purpose);
}

void pay_tasks(World& world, const Inputs& inputs, MunicipalityIndex m, const government::Trusts& trusts) {
  const int month = world.month.calendar_month();
  const TaskBudgets figures = task_budgets(inputs.country.municipalities[m].government.accounts, inputs.parameters);
  Cents fund = 0;
  for (std::size_t t = 0; t < task_count; ++t) {
    const Task task = index_of<Task>(t);
    const Account payer = payer_of(world, inputs.country, m, task);
    const Cents figure = instalment(figures[t], month);
    const Cents due = instalment(world.municipalities.services[m].budget[t], month);
    const std::optional<Cents> shared = by_shares(world, inputs, m, task);
    if (payer.actor == Actor::Province) {
      transfer(world.ledger, rijk, payer, figure, Purpose::MunicipalFund);
    } else if (payer.actor != Actor::Rijk) {
      fund += figure;
      pay_grants(world, inputs, m, task, shared.value_or(due));
    }
    const Cents between =
        part(due, coordination(world, inputs.parameters.government, m, task, trusts.in_force(m, task)));
    if (shared) {
      transfer(world.ledger, account_of(Actor::Municipality, m), payer, *shared, Purpose::Contribution);
      transfer(world.ledger, payer, account_of(Actor::Providers, m), due - between, purpose_of(task));
      transfer(world.ledger, payer, account_of(Actor::Providers, m), between, Purpose::Coordination);
      continue;
    }
    pay_by(world, inputs.country, payer, m, due - between, purpose_of(task));
    pay_by(world, inputs.country, payer, m, between, Purpose::Coordination);
  }
  transfer(world.ledger, rijk, account_of(Actor::Municipality, m), fund, Purpose::MunicipalFund);
}

void pay_joint_analysis(World& world, const Inputs& inputs, MunicipalityIndex m) {
  const Mandates& mandates = inputs.policy.mandates;
  if (mandates.analysis_spending <= 0) return;
  const double covered = government::workers_in(world, inputs.country, m) *
                         government::analysis_of(world, inputs.country, mandates, m).coverage;
  const auto year = static_cast<Cents>(mandates.analysis_spending * covered * 100 + .5);
  transfer(world.ledger, account_of(Actor::Municipality, m), account_of(Actor::Providers, m),
           instalment(year, world.month.calendar_month()), Purpose::JointAnalysis);
}

void pay_deal(World& world, const Inputs& inputs, MunicipalityIndex m) {
  const government::DealMoney money = government::deal_money(world, inputs, m);
  if (money.sum() == 0) return;
  const Account municipality = account_of(Actor::Municipality, m);
  const Account province{Actor::Province, static_cast<std::uint16_t>(inputs.country.municipalities[m].province)};
  transfer(world.ledger, rijk, municipality, money.rijk, Purpose::Deal);
  transfer(world.ledger, rest_of_country, municipality, money.esf, Purpose::Deal);
  transfer(world.ledger, province, municipality, money.province, Purpose::Deal);
  for (const Task task : government::deal_tasks)
    pay_by(world, inputs.country, spender_of_deal(world, inputs.country, m, task), m, government::spent_on(money, task),
           purpose_of(task));
}

void settle_shared_savings(World& world, const Inputs& inputs, MunicipalityIndex m) {
  const Government& government = world.municipalities.government[m];
  const bool whole_year = !world.warming_up() && world.month - world.start >= 11;
  if (world.month.calendar_month() != 12 || !whole_year) return;
  const Cents saved = std::max<Cents>(0, government.ww_at_start - government.ww_paid);
  transfer(world.ledger, uwv, account_of(Actor::Municipality, m), part(saved, inputs.policy.rules.shared_savings),
           Purpose::SharedSavings);
}

}  // namespace polder::finance
