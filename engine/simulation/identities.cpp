#include "simulation/identities.h"

#include <fmt/format.h>

#include <algorithm>

#include "polder/base/error.h"
#include "systems/governance/governance.h"
#include "world/programmes.h"
#include "world/situation.h"

namespace polder {
namespace {

std::int64_t residents(const Stocks& stocks) {
  std::int64_t all = 0;
  for (const std::int32_t rows : stocks.labour) all += rows;
  return all;
}

/// stock' - stock = inflow - outflow, for every class.
template <std::size_t classes, class Stock, class Matrix>
bool closes(const Stock& before, const Stock& after, const Matrix& flow, std::size_t first) {
  for (std::size_t c = first; c < classes; ++c) {
    std::int64_t net = 0;
    for (std::size_t other = 0; other < flow.size(); ++other) net += flow[other][c] - flow[c][other];
    if (after[c] - before[c] != net) return false;
  }
  return true;
}

void check_residents(const World& world, const Inputs& inputs, const Before& before) {
  for (const MunicipalityIndex m : rows_of(before.stocks)) {
    const Stocks& was = before.stocks[m];
    const Stocks& is = world.municipalities.stocks[m];
    const Flows& flow = world.municipalities.flows[m];
    const std::string& code = inputs.country.municipalities[m].code;
    const std::int64_t change =
        std::int64_t{flow.births} + flow.arrivals + flow.moved_in - flow.deaths - flow.departures - flow.moved_out;
    ensure(residents(is) - residents(was) == change, fmt::format("ID1: the population of {} closes", code));
    ensure(closes<labour_count>(was.labour, is.labour, flow.labour, 1),
           fmt::format("ID2: labour status in {} closes", code));
    ensure(closes<benefit_count>(was.benefit, is.benefit, flow.benefit, 0),
           fmt::format("ID2 and ID5: benefits in {} close", code));
  }
}

std::int64_t employed(const Stocks& stocks) {
  std::int64_t rows = 0;
  for (std::size_t status = 0; status < labour_count; ++status)
    if (works(static_cast<Labour>(status))) rows += stocks.labour[status];
  return rows;
}

void check_jobs(const World& world, const Before& before) {
  std::int64_t jobs = 0, at_work = 0, vacancies = 0, hires = 0, jobs_abroad = 0, abroad = 0;
  for (const std::uint32_t rows : world.firms.jobs) jobs += rows;
  for (const std::uint32_t rows : world.firms.vacancies) vacancies += rows;
  for (const Stocks& stocks : world.municipalities.stocks) at_work += employed(stocks), abroad += stocks.abroad;
  for (const FirmIndex firm : rows_of(world.firms.state))
    if (world.firms.state[firm] == FirmState::Abroad) jobs_abroad += world.firms.jobs[firm];
  ensure(jobs_abroad == abroad, "ID3: jobs abroad are the residents who work there");
  ensure(jobs == at_work, "ID3 and ID12: filled jobs of all establishments are the residents who work");
  VacancyFlows flow;
  for (const VacancyFlows& here : world.municipalities.vacancies) {
    flow.opened += here.opened;
    flow.filled += here.filled;
    flow.withdrawn += here.withdrawn;
  }
  for (const Flows& here : world.municipalities.flows) hires += here.hires;
  const auto open = static_cast<std::int64_t>(world.vacancies.size());
  ensure(open == vacancies, "ID4: vacancies by establishment are the open vacancies");
  ensure(open - before.vacancies == flow.opened - flow.filled - flow.withdrawn, "ID4: vacancies close");
  ensure(flow.filled == hires, "ID4: every vacancy filled is a resident hired");
}

void check_places(const World& world, const Before& before) {
  std::int64_t net = 0;
  for (const Flows& here : world.municipalities.flows)
    net += here.places_taken - here.places_completed - here.places_failed - here.places_left;
  ensure(static_cast<std::int64_t>(world.participants.size()) - before.participants == net,
         "ID14: training places close");
}

void check_schools(const World& world, const Before& before) {
  const std::vector<Programme>& programmes = world.schools.programmes;
  for (std::size_t p = 0; p < programmes.size(); ++p) {
    const Programme& now = programmes[p];
    ensure(now.enrolled - before.enrolled[p] == now.intake + now.come - now.graduates - now.dropouts - now.gone,
           "ID13: students of every programme close");
  }
}

/// An arrangement has no money of its own: what its members contribute pays its providers, every month.
void check_arrangements(const World& world) {
  std::vector<Cents> income(world.bodies.size(), 0), spent(world.bodies.size(), 0);
  for (const Posting& posting : world.ledger.postings) {
    if (posting.payer.actor == Actor::Arrangement) spent.at(posting.payer.number) += posting.cents;
    if (posting.payee.actor != Actor::Arrangement) continue;
    const auto member = index_of<MunicipalityIndex>(posting.payer.number);
    bool takes_part = posting.purpose == Purpose::Contribution && posting.payer.actor == Actor::Municipality;
    if (takes_part)
      takes_part = std::ranges::any_of(world.municipalities.provision[member], [&](const Provision& provision) {
        return provision.body != none<BodyIndex> && number(provision.body) == posting.payee.number;
      });
    ensure(takes_part, "ID9: only members contribute to an arrangement");
    income.at(posting.payee.number) += posting.cents;
  }
  ensure(income == spent, "ID9: the income of an arrangement is what it pays");
}

void check_money(const World& world, const Inputs& inputs) {
  Cents all = 0;
  for (const auto& [account, cents] : world.ledger.balance) all += cents;
  ensure(all == 0, "ID6: what all accounts own together is zero");
  check_arrangements(world);
  Cents budgets = 0;
  for (const Government& government : world.municipalities.government) budgets += government.buig;
  ensure(budgets == world.macro_budget, "ID8: the buig of all municipalities is the macro budget");
  Cents ww = 0, ww_rows = 0;
  for (const Posting& posting : world.ledger.postings) {
    ensure(posting.cents > 0, "ID6: a posting moves a positive amount");
    if (posting.purpose == Purpose::Ww) ww += posting.cents;
  }
  for (const Stocks& stocks : world.municipalities.stocks)
    ww_rows += stocks.benefit[static_cast<std::size_t>(Benefit::Ww)] +
               stocks.benefit[static_cast<std::size_t>(Benefit::WwWork)];
  const auto most = static_cast<double>(ww_rows + static_cast<Cents>(world.today.on_ww.size())) * world.weight *
                    inputs.policy.rules.ww_cap * 100;
  ensure(static_cast<double>(ww) <= most, "ID7: ww paid is what its recipients are entitled to at most");
}

/// A municipality that merged has neither council nor money.
void check_is_gone(const World& world, MunicipalityIndex m, const std::string& code) {
  const auto purse = world.ledger.balance.find({Actor::Municipality, static_cast<std::uint16_t>(m)});
  ensure(purse == world.ledger.balance.end() || purse->second == 0,
         fmt::format("ID6: {}, which merged, has no money", code));
  ensure(world.municipalities.council[m] == Council{} && world.municipalities.government[m].buig == 0,
         fmt::format("ID10: {}, which merged, has no council and no buig", code));
}

/// A college has the majority for which its coalition was sought; nobody works more hours than there are.
void check_councils(const World& world, const Inputs& inputs) {
  constexpr double rounding = 1e-9;
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    const MunicipalityFacts& facts = inputs.country.municipalities[m];
    if (inputs.country.is_merged(m)) check_is_gone(world, m, facts.code);
    if (!facts.government.has_council()) continue;
    const Council& council = world.municipalities.council[m];
    unsigned seats = 0;
    for (const std::uint8_t of_party : council.seats) seats += of_party;
    ensure(seats == governance::seats_of(facts.government), fmt::format("ID10: seats in {} add up", facts.code));
    ensure(council.forming() || seats == 0 || 2 * governance::coalition_seats(council) > seats,
           fmt::format("ID10: the college of {} has a majority", facts.code));
    const double hours = governance::capacity(facts.government, council.course, inputs.parameters.government);
    ensure(council.hours * council.attention <= hours + rounding,
           fmt::format("ID11: aldermen of {} work the hours that they have", facts.code));
  }
}

}  // namespace

Before take_stock(const World& world) {
  Before before{world.municipalities.stocks,
                static_cast<std::int64_t>(world.vacancies.size()),
                static_cast<std::int64_t>(world.participants.size()),
                {}};
  for (const Programme& programme : world.schools.programmes) before.enrolled.push_back(programme.enrolled);
  return before;
}

void check_identities(const World& world, const Inputs& inputs, const Before& before) {
  check_residents(world, inputs, before);
  check_jobs(world, before);
  check_places(world, before);
  check_schools(world, before);
  check_money(world, inputs);
  check_councils(world, inputs);
}

void check_recount(const World& world, const Country& country) {
  const Column<MunicipalityIndex, Stocks> counted = recount(world);
  ensure(counted == world.municipalities.stocks, "ID1: stocks are what a recount of the residents gives");
  Column<FirmIndex, std::uint32_t> jobs(world.firms.size(), 0), vacancies(world.firms.size(), 0);
  for (const Situation& now : world.residents.now)
    if (works(now.labour)) ++jobs[now.employer];
  for (const FirmIndex firm : world.vacancies.firm) ++vacancies[firm];
  std::vector<std::int32_t> enrolled(world.schools.programmes.size(), 0);
  for (const Profile& profile : world.residents.profile)
    if (profile.enrolled != 0) ++enrolled[programme_of(country, profile)];
  for (std::size_t p = 0; p < enrolled.size(); ++p)
    ensure(enrolled[p] == world.schools.programmes[p].enrolled, "ID13: students are what a recount gives");
  ensure(jobs == world.firms.jobs, "ID3: jobs of every establishment are the residents who work there");
  ensure(vacancies == world.firms.vacancies, "ID4: vacancies of every establishment are the rows of the table");
}

}  // namespace polder
