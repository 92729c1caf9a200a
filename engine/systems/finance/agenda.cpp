#include "systems/finance/agenda.h"

namespace polder::finance {
namespace {

void pay_in_shares(World& world, const Inputs& inputs, MunicipalityIndex m, Cents cents, Purpose purpose) {
  const auto& shares = inputs.policy.mandates.agenda.payer_shares;
  const auto place = static_cast<std::uint16_t>(m), payer = static_cast<std::uint16_t>(inputs.country.governor(m));
  const auto province = static_cast<std::uint16_t>(inputs.country.municipalities[m].province);
  const std::array<Account, agenda_payers.size()> payers{
      {{Actor::Municipality, payer}, {Actor::Province, province}, {Actor::Rijk, 0}, {Actor::Firms, 0}}};
  double share = 0;
  Cents paid = 0;
  for (std::size_t i = 0; i < payers.size(); ++i) {
    share += shares[i];
    const Cents until = static_cast<Cents>(static_cast<double>(cents) * share + .5);
    transfer(world.ledger, payers[i], {Actor::Providers, place}, until - paid, purpose);
    paid = until;
  }
}

}  // namespace

void pay_agenda(World& world, const Inputs& inputs, MunicipalityIndex m) {
  Government& government = world.municipalities.government[m];
  pay_in_shares(world, inputs, m, government.training_bought, Purpose::Training);
  pay_in_shares(world, inputs, m, government.attraction_bought, Purpose::Attraction);
  government.training_bought = government.attraction_bought = 0;
}

void pay_sheltered_places(World& world, const Inputs& inputs, MunicipalityIndex m) {
  if (world.sheltered == none<FirmIndex>) return;
  const Cents each = static_cast<Cents>(inputs.parameters.sheltered.cost * 100 + .5) * world.weight;
  transfer(world.ledger, {Actor::Municipality, static_cast<std::uint16_t>(inputs.country.governor(m))},
           {Actor::Firms, 0}, each * world.firms.jobs[sheltered_workplace(world, m)], Purpose::Sheltered);
}

void pay_wage_subsidies(World& world, const Country& country) {
  std::vector<SubsidisedJob> still;
  for (const SubsidisedJob& job : world.subsidised) {
    const Situation& now = world.residents.now[job.person];
    const auto payer = index_of<MunicipalityIndex>(job.payer);
    if (now.employer != job.firm || now.since != job.since || !is_employee(now.labour)) {
      world.municipalities.government[payer].subsidy_purse += job.monthly * (job.until - world.month + 1);
      continue;
    }
    transfer(world.ledger, {Actor::Municipality, static_cast<std::uint16_t>(country.governor(payer))},
             {Actor::Firms, 0}, job.monthly, Purpose::WageSubsidy);
    if (job.until > world.month) still.push_back(job);
  }
  world.subsidised = std::move(still);
}

}  // namespace polder::finance
