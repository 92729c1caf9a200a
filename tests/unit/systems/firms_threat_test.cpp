// Firms that threaten to leave: the chance that they do, the bids for them, and what happens in the month of decision.
#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"
#include "systems/firms/firms.h"
#include "systems/firms/threat.h"
#include "systems/jobs/jobs.h"
#include "systems/labour/labour.h"
#include "systems/life/life.h"

namespace polder {
namespace {

using namespace testing;
using Fate = Endangered::Fate;

constexpr double never_leaves = -1000, always_leaves = 1000;

/// A plant of twenty workers in Stad that decides this month; a rival in Dorp, in the same region, and one outside it.
struct Threatened : SmallWorld {
  FirmIndex plant{}, other{};
  explicit Threatened(double base) {
    parameters().threat = {6, base, .5, 1, .3, .5, 15, 1, .15, 3, 0};
    plant = add_firm(stad, industry, FirmState::Open, 20);
    other = add_firm(dorp, industry, FirmState::Open, 30);
    for (int i = 0; i < 20; ++i) add_worker(plant, Labour::Permanent, 24);
    add_vacancy(plant, technical, 300);
    world.economy.planned_jobs = {50, 40, 30, 20};
    run(firms::set_targets);
    forget_flows();
    firms::begin_threat(world, plant, world.month, 6, 0);
  }
  void offer(MunicipalityIndex m, Cents cents) { policy.mandates.retention_package[m] = cents; }
  std::int64_t jobs_in(MunicipalityIndex m) const {
    std::int64_t jobs = 0;
    for (const FirmIndex f : rows_of(world.firms.state))
      if (world.firms.municipality[f] == m) jobs += world.firms.jobs[f];
    return jobs;
  }
  Cents paid_by(MunicipalityIndex m) const {
    Cents paid = 0;
    for (const Posting& posting : world.ledger.postings)
      if (posting.purpose == Purpose::Retention && posting.payer.number == number(m)) paid += posting.cents;
    return paid;
  }
};

TEST(ChanceToLeave, IsLogisticInWhatItWeighs) {
  const Parameters p = tiny_parameters();
  EXPECT_NEAR(firms::chance_to_leave({}, p), .689974, 1e-6);
  EXPECT_NEAR(firms::chance_to_leave({10, 0, 0, 0}, p), .401565, 1e-6);
  EXPECT_NEAR(firms::chance_to_leave({0, 1, 0, 0}, p), .450166, 1e-6);
  EXPECT_NEAR(firms::chance_to_leave({0, 0, 3, 0}, p), .475021, 1e-6);
  EXPECT_NEAR(firms::chance_to_leave({0, 0, 0, 1}, p), .785835, 1e-6);
  EXPECT_NEAR(firms::chance_to_leave({10, .5, 3, 1}, p), .214342, 1e-6);
}

TEST(ChanceToLeave, HeedsNothingWithoutItsParameters) {
  Parameters p = tiny_parameters();
  p.threat.package = p.threat.fit = p.threat.speed = p.threat.offer = 0;
  EXPECT_DOUBLE_EQ(firms::chance_to_leave({100, 1, 12, 1}, p), firms::chance_to_leave({}, p));
}

TEST(AnsweredSooner, IsWhatTheMunicipalityCanDoAndWhatEntrepreneursTell) {
  Threatened small(0);
  small.parameters().threat.warning = 2;
  const auto sooner = [&] { return firms::answered_sooner(small.world, small.inputs(), stad); };
  EXPECT_EQ(sooner(), 0);
  small.world.municipalities.council[stad].course.entrepreneurs = 6;
  EXPECT_DOUBLE_EQ(sooner(), 1) << "a session every other month";
  small.policy.mandates.retention_speed[stad] = 3;
  EXPECT_DOUBLE_EQ(sooner(), 4);
  small.parameters().threat.warning = 0;
  EXPECT_EQ(sooner(), 3) << "switched off";
}

TEST(Threat, IsAvertedMoreOftenWhereEntrepreneursWarn) {
  const auto left = [](double sessions) {
    int gone = 0;
    for (std::uint32_t replicate = 0; replicate < 200; ++replicate) {
      Threatened small(0);
      small.parameters().threat.warning = 4;
      small.random = Random{1, replicate};
      small.world.municipalities.council[stad].course.entrepreneurs = sessions;
      small.run(firms::decide_threats);
      gone += small.world.endangered[0].fate == Fate::Closes ? 1 : 0;
    }
    return gone;
  };
  const double with = 1 / (1 + std::exp(.3 * 4));
  EXPECT_NEAR(left(0), 100, 4 * std::sqrt(50));
  EXPECT_NEAR(left(12), 200 * with, 4 * std::sqrt(200 * with * (1 - with)));
  EXPECT_LT(left(12), left(0));
}

TEST(LabourFit, IsTheShareOfWorkersWhoseOccupationIsEasyToFindNearby) {
  SmallWorld small;
  small.parameters().threat.fit_km = 15;  // Stad and Dorp, not Haven
  small.parameters().firm.recorded_share = .5;
  const FirmIndex plant = small.add_firm(stad, industry), far = small.add_firm(haven, industry);
  EXPECT_EQ(firms::labour_fit(small.world, small.inputs(), plant), 0) << "nobody works there";
  for (int i = 0; i < 4; ++i) small.add_worker(plant);
  for (int i = 0; i < 4; ++i) small.profile(small.add_worker(plant)).occupation = number(nursing) & 0xFu;
  const auto fit = [&] { return firms::labour_fit(small.world, small.inputs(), plant); };
  EXPECT_EQ(fit(), 0) << "no vacancies, no unemployed: not below 1";
  small.world.municipalities.stocks[dorp].unemployed_in[number(technical)] = 1;
  EXPECT_DOUBLE_EQ(fit(), .5);
  small.add_vacancy(plant, technical, 300);
  EXPECT_DOUBLE_EQ(fit(), .5) << "statistics see half a vacancy for one unemployed";
  small.add_vacancy(plant, technical, 300);
  EXPECT_EQ(fit(), 0);
  small.world.municipalities.stocks[haven].unemployed_in[number(nursing)] = 9;
  EXPECT_EQ(fit(), 0) << "too far";
  small.add_vacancy(far, nursing, 300);
  small.world.municipalities.stocks[stad].unemployed_in[number(nursing)] = 1;
  EXPECT_DOUBLE_EQ(fit(), .5) << "that vacancy is too far";
}

TEST(Bids, ComeFromOtherMunicipalitiesOfTheRegionThatHaveAPackage) {
  Threatened small(0);
  for (const MunicipalityIndex m : {dorp, haven, beyond}) small.offer(m, 100000000);
  const auto bids = [&] { return firms::bids_for(small.world, small.inputs(), small.random, small.plant); };
  ASSERT_EQ(bids().size(), 2u);
  EXPECT_EQ(bids()[0].municipality, stad);
  EXPECT_EQ(bids()[0].cents, 0);
  EXPECT_EQ(bids()[1].municipality, dorp);
  EXPECT_EQ(bids()[1].cents, 115000000) << "one rival";
  small.parameters().threat.rivals = 0;
  EXPECT_EQ(bids().size(), 1u);
  small.parameters().threat.rivals = 1;
  small.policy.mandates.retention_rule = RetentionRule::Coordinated;
  ASSERT_EQ(bids().size(), 1u);
  EXPECT_EQ(bids()[0].municipality, stad);
  EXPECT_EQ(bids()[0].cents, 100000000) << "the largest of the region, not driven up";
}

TEST(Bids, OfRivalsComeWithTheirChance) {
  Threatened small(0);
  small.offer(dorp, 100);
  small.parameters().threat.rivals = .3;
  const int months = 4000;
  int bid = 0;
  for (int t = 0; t < months; ++t, small.world.month = small.world.month + 1)
    bid += firms::bids_for(small.world, small.inputs(), small.random, small.plant).size() == 2 ? 1 : 0;
  EXPECT_NEAR(bid, months * .3, 4 * std::sqrt(months * .3 * .7));
}

TEST(Attraction, GrowsWithTheBidAndIsLargerAtHome) {
  const Parameters p = tiny_parameters();
  EXPECT_DOUBLE_EQ(firms::attraction({dorp, 0}, stad, p), 1);
  EXPECT_DOUBLE_EQ(firms::attraction({stad, 0}, stad, p), p.threat.home);
  EXPECT_NEAR(firms::attraction({dorp, 300000000}, stad, p), 2, 1e-12);
}

TEST(Threat, LetsAnEstablishmentWorkOnUntilItDecides) {
  Threatened small(always_leaves);
  small.world.endangered[0].decides = small.world.month + 2;
  const double target = small.world.firms.target[small.plant];
  for (int month = 0; month < 2; ++month) {
    for (auto* system : {firms::decide_threats, firms::close_and_open, firms::set_targets, firms::post_vacancies,
                         life::draw_events, labour::end_jobs})
      small.run(system);
    EXPECT_EQ(small.world.firms.state[small.plant], FirmState::Threatened);
    EXPECT_EQ(small.world.firms.jobs[small.plant], 20u);
    EXPECT_EQ(small.world.firms.vacancies[small.plant], 1u);
    EXPECT_EQ(small.world.firms.target[small.plant], target);
    small.next_month();
  }
  small.run(firms::decide_threats);
  EXPECT_EQ(small.world.firms.state[small.plant], FirmState::Notice);
}

TEST(Threat, IsHeededOnlyAtAnOpenEstablishment) {
  for (const FirmState state : {FirmState::Absent, FirmState::Notice, FirmState::Closed, FirmState::Threatened}) {
    SmallWorld small;
    const FirmIndex firm = small.add_firm(stad, industry, state);
    firms::begin_threat(small.world, firm, small.world.month, 6, 0);
    EXPECT_EQ(small.world.firms.state[firm], state);
    EXPECT_TRUE(small.world.endangered.empty());
  }
}

TEST(Threat, OfWhoLeavesEndsLikeAnyClosureAndCostsNoPackage) {
  Threatened small(always_leaves), closed(always_leaves);
  small.offer(stad, 100000000);
  small.run(firms::decide_threats);
  closed.world.firms.state[closed.plant] = FirmState::Open;
  firms::announce_closure(closed.world, closed.inputs(), closed.plant, closed.world.month + 6);
  EXPECT_EQ(small.world.firms.state[small.plant], FirmState::Notice);
  EXPECT_EQ(small.world.firms.closes[small.plant], small.world.month + 6);
  EXPECT_EQ(small.world.economy.planned_jobs, closed.world.economy.planned_jobs);
  EXPECT_TRUE(small.world.ledger.postings.empty());
  ASSERT_EQ(small.world.endangered.size(), 1u);
  EXPECT_EQ(small.world.endangered[0].fate, Fate::Closes);
  EXPECT_EQ(small.world.endangered[0].jobs, 20u);
  EXPECT_EQ(closed.world.endangered.back().fate, Fate::Closes);
}

TEST(Threat, OfWhoStaysCostsItsMunicipalityThePackageOnce) {
  Threatened small(never_leaves);
  small.offer(stad, 123456789);
  const std::vector<double> planned = small.world.economy.planned_jobs;
  small.run(firms::decide_threats);
  EXPECT_EQ(small.world.firms.state[small.plant], FirmState::Open);
  EXPECT_EQ(small.world.economy.planned_jobs, planned);
  ASSERT_EQ(small.world.ledger.postings.size(), 1u);
  const Posting paid{{Actor::Municipality, 0}, {Actor::Firms, 0}, Purpose::Retention, 123456789};
  EXPECT_EQ(small.world.ledger.postings[0], paid);
  EXPECT_EQ(small.world.endangered[0].fate, Fate::Stays);
  EXPECT_EQ(small.world.endangered[0].bid, 1234567u);
  small.forget_flows();
  small.run(firms::decide_threats);
  EXPECT_TRUE(small.world.ledger.postings.empty()) << "it is open again";
}

TEST(Threat, OfWhoTakesABidNextDoorMovesJobsVacanciesAndTheBill) {
  Threatened small(never_leaves);
  small.parameters().threat.home = 0;
  small.offer(stad, 100000000);
  small.offer(dorp, 100000000);
  const std::vector<double> planned = small.world.economy.planned_jobs;
  const Column<ResidentIndex, Situation> workers = small.world.residents.now;
  small.run(firms::decide_threats);
  EXPECT_EQ(small.world.firms.municipality[small.plant], dorp);
  EXPECT_EQ(small.jobs_in(stad), 0);
  EXPECT_EQ(small.jobs_in(dorp), 20);
  EXPECT_EQ(small.world.residents.now, workers) << "everybody keeps the job";
  EXPECT_EQ(small.world.economy.planned_jobs, planned) << "nothing lost or won in the region";
  EXPECT_EQ(small.world.municipalities.vacancies[stad].withdrawn, 1);
  EXPECT_EQ(small.world.municipalities.vacancies[dorp].opened, 1);
  EXPECT_EQ(small.paid_by(stad), 0);
  EXPECT_EQ(small.paid_by(dorp), 115000000);
  EXPECT_TRUE(small.tallies_are_right());
}

TEST(Threat, MetTogetherIsPaidByInhabitantsToTheCentAndKeepsTheFirmWhereItIs) {
  Threatened small(never_leaves);
  small.parameters().threat.home = 0;
  small.offer(stad, 1);
  small.offer(dorp, 100000001);
  small.offer(haven, 900000000);
  small.policy.mandates.retention_rule = RetentionRule::Coordinated;
  small.run(firms::decide_threats);
  EXPECT_EQ(small.world.firms.municipality[small.plant], stad);
  EXPECT_EQ(small.paid_by(stad) + small.paid_by(dorp), 100000001);
  EXPECT_NEAR(static_cast<double>(small.paid_by(stad)), 100000001 * 6. / 7, 1);
  EXPECT_EQ(small.paid_by(haven), 0);
}

TEST(Threat, IsCarriedOutAsOftenAsTheChanceSays) {
  SmallWorld small;
  small.parameters().threat = {6, .8, .5, 1, .3, .5, 15, 0, .15, 3, 0};
  small.policy.mandates.retention_package[stad] = 300000000;
  small.policy.mandates.retention_speed[stad] = 1;
  const int firms = 2000;
  for (int i = 0; i < firms; ++i)
    firms::begin_threat(small.world, small.add_firm(stad, industry), small.world.month, 6, 1);
  small.run(firms::decide_threats);
  int left = 0;
  for (const Endangered& one : small.world.endangered) left += one.fate == Fate::Closes ? 1 : 0;
  const double chance = firms::chance_to_leave({3, 0, 1, 1}, small.parameters());
  EXPECT_NEAR(left, firms * chance, 4 * std::sqrt(firms * chance * (1 - chance)));
}

TEST(Threat, MeetsTheSameLuckWhateverIsOffered) {
  for (std::uint32_t replicate = 0; replicate < 20; ++replicate) {
    Threatened without(0), with(0);
    without.random.replicate = with.random.replicate = replicate;
    with.offer(stad, 5000000000);
    without.run(firms::decide_threats);
    with.run(firms::decide_threats);
    if (without.world.endangered[0].fate == Fate::Stays) {
      EXPECT_EQ(with.world.endangered[0].fate, Fate::Stays);
    }
  }
}

TEST(Bankruptcies, CloseEstablishmentsForGoodAndLeaveTheTargetsOfOthers) {
  SmallWorld small;
  const FirmIndex fails = small.add_firm(stad, industry), own = small.add_firm(dorp, industry, FirmState::OwnAccount),
                  care = small.add_firm(stad, care_sector), away = small.add_firm(haven, industry);
  const ResidentIndex worker = small.add_worker(fails);
  small.add_vacancy(fails, technical, 300);
  small.add_spare_firms(5, stad);
  small.world.economy.planned_jobs = {100, 50, 50, 0};
  small.run(firms::set_targets);
  const Column<FirmIndex, double> before = small.world.firms.target;
  small.demand.bankruptcy = {1, 0, 0, 0};
  for (auto* system : {firms::close_and_open, firms::go_bankrupt, firms::set_targets, firms::post_vacancies,
                       life::draw_events, labour::end_jobs})
    small.run(system);
  EXPECT_EQ(small.world.firms.state[fails], FirmState::Closed);
  EXPECT_EQ(small.now(worker).labour, Labour::Unemployed);
  EXPECT_EQ(small.world.firms.vacancies[fails], 0u);
  EXPECT_NEAR(small.world.economy.planned_jobs[0], 50, 1e-9);
  for (const FirmIndex f : {own, care, away}) EXPECT_NEAR(small.world.firms.target[f], before[f], 1e-9);
  EXPECT_EQ(small.world.municipalities.next_firm[stad], 4u) << "nobody takes its place";
  EXPECT_TRUE(small.tallies_are_right());
}

TEST(Bankruptcies, ComeAsOftenAsTheRateSays) {
  SmallWorld small;
  const int firms = 3000;
  for (int i = 0; i < firms; ++i) small.add_firm(stad, industry);
  small.demand.bankruptcy = {.05, 0, 0, 0};
  small.world.economy.planned_jobs = {1000, 0, 0, 0};
  small.run(firms::set_targets);
  small.run(firms::go_bankrupt);
  int closed = 0;
  for (const FirmState state : small.world.firms.state) closed += state == FirmState::Closed ? 1 : 0;
  EXPECT_NEAR(closed, firms * .05, 4 * std::sqrt(firms * .05 * .95));
  EXPECT_NEAR(small.world.economy.planned_jobs[0], 1000. * (firms - closed) / firms, 1e-6);
}

TEST(CrisisHelp, EndsSomeMonthsAfterTheClosureOrTheFirstHelp) {
  SmallWorld small;
  small.parameters().crisis.months = 6;
  const FirmIndex plant = small.add_firm(stad, industry);
  small.world.economy.planned_jobs = {50, 0, 0, 0};
  small.run(firms::set_targets);
  const Month closes = small.world.month + 2;
  firms::announce_closure(small.world, small.inputs(), plant, closes);
  EXPECT_EQ(jobs::help_ends(small.world, small.model, plant), closes + 6);
  small.world.endangered[0].first_care = small.world.month;
  EXPECT_EQ(jobs::help_ends(small.world, small.model, plant), closes + 6)
      << "help during notice is no reason to end it";
  small.world.endangered[0].first_care = closes + 4;
  EXPECT_EQ(jobs::help_ends(small.world, small.model, plant), closes + 10);
}

}  // namespace
}  // namespace polder
