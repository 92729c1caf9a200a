// Not a cent of a programme is lost: what a budget brought in a month was spent at the price of what was bought, is set
// aside for subsidised jobs, or is still in the purse.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "simulation/month.h"
#include "support/random_worlds.h"

namespace polder {
namespace {

using namespace testing;

Cents paid(const World& world, Purpose purpose, MunicipalityIndex m) {
  const auto place = static_cast<std::uint16_t>(m);
  Cents sum = 0;
  for (const Posting& posting : world.ledger.postings) {
    const Account& whose = posting.payee.actor == Actor::Providers ? posting.payee : posting.payer;
    if (posting.purpose == purpose && whose.number == place) sum += posting.cents;
  }
  return sum;
}

/// Still to be paid for the subsidised jobs of a municipality, from the month on in which `world` is.
Cents set_aside(const World& world, MunicipalityIndex m, Month first) {
  Cents sum = 0;
  for (const SubsidisedJob& job : world.subsidised)
    if (job.payer == number(m)) sum += job.monthly * (job.until - first + 1);
  return sum;
}

Cents due(const Column<MunicipalityIndex, Cents>& budget, MunicipalityIndex m, Month month) {
  return budget.empty() ? 0 : instalment(budget[m], month.calendar_month());
}

/// What the task `retraining` costs in a month above that of the start; nobody merges and nobody has a deal here.
Cents beyond_usual(const World& now, const Inputs& inputs, MunicipalityIndex m, Month month) {
  if (inputs.model.usual.empty() || !inputs.country.is_governed(m)) return 0;
  constexpr std::size_t task = number(Task::Retraining);
  return instalment(now.municipalities.services[m].budget[task], month.calendar_month()) -
         instalment(inputs.model.usual[m].budget[task], month.calendar_month());
}

struct Spent {
  Cents training = 0, attraction = 0, subsidies = 0, sheltered = 0;
};

/// The books of a municipality over the month from `before` to `now`.
void check_books(const World& before, const World& now, const Inputs& inputs, MunicipalityIndex m, Spent& spent) {
  const Agenda& agenda = inputs.policy.mandates.agenda;
  const Government &was = before.municipalities.government[m], &is = now.municipalities.government[m];
  const Flows& flows = now.municipalities.flows[m];
  const Month month = before.month;
  const auto price = [&](double eur) { return static_cast<Cents>(eur * 100 + .5) * now.weight; };

  // Places that the agenda does not pay are bought with what the task `retraining` has beyond the usual.
  const Cents training = paid(now, Purpose::Training, m);
  const Cents by_task = flows.places_taken * price(inputs.parameters.training.place) - training;
  ASSERT_EQ(std::max<Cents>(0, was.place_purse + beyond_usual(now, inputs, m, month)), by_task + is.place_purse);
  ASSERT_EQ(was.retrain_purse + was.train_purse + due(agenda.retrain, m, month) + due(agenda.train, m, month),
            training + is.retrain_purse + is.train_purse);

  // People are attracted before the month's part of the budget comes, and paid for in the same month.
  const Cents attraction = paid(now, Purpose::Attraction, m);
  ASSERT_EQ(attraction, flows.attracted * price(inputs.parameters.attract.cost));
  ASSERT_EQ(was.attract_purse + due(agenda.attract, m, month), attraction + is.attract_purse);

  const Cents subsidies = paid(now, Purpose::WageSubsidy, m);
  ASSERT_EQ(was.subsidy_purse + set_aside(before, m, month) + due(inputs.policy.mandates.wage_subsidy.budget, m, month),
            subsidies + is.subsidy_purse + set_aside(now, m, month + 1));

  const Cents sheltered = paid(now, Purpose::Sheltered, m);
  const bool has_places = now.sheltered != none<FirmIndex>;
  ASSERT_EQ(sheltered,
            has_places ? now.firms.jobs[sheltered_workplace(now, m)] * price(inputs.parameters.sheltered.cost) : 0);
  spent.training += training, spent.attraction += attraction;
  spent.subsidies += subsidies, spent.sheltered += sheltered;
}

TEST(ProgrammeMoney, IsSpentSetAsideOrInThePurseToTheCent) {
  Spent spent;
  for (std::uint32_t number = 0; number < random_worlds; ++number)
    look_at_random_world(number, [&](const Moment& moment) {
      if (!moment.system.empty()) return;
      for (const MunicipalityIndex m : rows_of(moment.now.municipalities.government)) {
        SCOPED_TRACE(
            fmt::format("world {}, {}, municipality {}", number, to_text(moment.before.month), polder::number(m)));
        check_books(moment.before, moment.now, moment.inputs, m, spent);
      }
    });
  EXPECT_GT(spent.training, 0);
  EXPECT_GT(spent.attraction, 0);
  EXPECT_GT(spent.subsidies, 0);
  EXPECT_GT(spent.sheltered, 0);
}

}  // namespace
}  // namespace polder
