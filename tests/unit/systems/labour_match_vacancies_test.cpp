// A hire: who accepts what, what follows for the resident, the establishment and the tallies.
#include <gtest/gtest.h>

#include <cmath>

#include "support/school_world.h"
#include "systems/jobs/jobs.h"
#include "systems/labour/labour.h"

namespace polder {
namespace {

using namespace testing;

/// Everybody who looks for work sends as many applications as are allowed, so that each open vacancy is met.
Parameters eager() {
  Parameters p = still_parameters();
  p.search.most_per_month = 100;
  p.search.suitable = 1;
  p.search.unemployed = p.search.ww = p.search.employed = p.search.notice = p.search.inactive = 1;
  p.search.bijstand = {1, 1, 1, 1, 1};
  p.search.decay = 0;
  return p;
}

void look(SmallWorld& small, std::initializer_list<ResidentIndex> persons) {
  for (const ResidentIndex person : persons) small.happens(LifeEvent::LooksForWork, person);
  small.run(labour::match_vacancies);
  EXPECT_TRUE(small.tallies_are_right());
}

TEST(MatchVacancies, FillAVacancyAndKeepAllTallies) {
  SmallWorld small(eager());
  const FirmIndex firm = small.add_firm(dorp, care_sector);
  const ResidentIndex person = small.add_jobless(stad, Labour::Unemployed);
  small.add_vacancy(firm, nursing, 310, 4);
  look(small, {person});
  const Situation& now = small.now(person);
  EXPECT_TRUE(is_employee(now.labour));
  EXPECT_EQ(now.employer, firm);
  EXPECT_EQ(now.since, small.world.month);
  EXPECT_EQ(now.sector(), care_sector);
  EXPECT_EQ(small.profile(person).trade(), nursing);
  EXPECT_EQ(now.wage, std::lround(310 * std::exp(-.15 * .8))) << "another occupation; no years in a sector yet";
  EXPECT_EQ(small.world.firms.jobs[firm], 1u);
  EXPECT_EQ(small.world.firms.vacancies[firm], 0u);
  EXPECT_EQ(small.world.vacancies.size(), 0u);
  EXPECT_EQ(small.flows(stad).hires, 1);
  EXPECT_EQ(small.flows(stad).job_to_job, 0);
  EXPECT_EQ(small.world.municipalities.vacancies[dorp].filled, 1);
  EXPECT_EQ(small.world.municipalities.vacancies[dorp].age_at_fill, 4);
}

TEST(MatchVacancies, GoToTheBestOfTwo) {
  SmallWorld small(eager());
  const FirmIndex firm = small.add_firm(stad, care_sector);
  const ResidentIndex first = small.add_jobless(stad, Labour::Unemployed),
                      second = small.add_jobless(stad, Labour::Unemployed, Benefit::None, 12);
  const ResidentIndex nurse = small.add_jobless(stad, Labour::Unemployed, Benefit::None, 24);
  small.profile(nurse).occupation = static_cast<std::uint32_t>(nursing) & 0xFu;
  small.world.municipalities.stocks = recount(small.world);
  small.add_vacancy(firm, nursing, 350);
  look(small, {first, second, nurse});
  EXPECT_TRUE(works(small.now(nurse).labour)) << "likeness of occupation counts more than duration";
  small.add_vacancy(firm, technical, 350);
  small.next_month();
  look(small, {first, second});
  EXPECT_TRUE(works(small.now(first).labour)) << "the one who has searched less long";
  EXPECT_FALSE(works(small.now(second).labour));
}

TEST(MatchVacancies, TakeNoApplicationsInTheMonthOfOpening) {
  SmallWorld small(eager());
  const ResidentIndex person = small.add_jobless(stad, Labour::Unemployed);
  small.add_vacancy(small.add_firm(stad, industry), technical, 300, 0);
  look(small, {person});
  EXPECT_FALSE(works(small.now(person).labour));
  EXPECT_EQ(small.world.vacancies.size(), 1u);
}

TEST(MatchVacancies, AreRefusedBelowTheReservationWage) {
  const auto accepts = [](Benefit benefit, int months, std::uint16_t wage) {
    SmallWorld small(eager());
    const ResidentIndex person = small.add_jobless(stad, Labour::Unemployed, benefit, months);
    small.add_vacancy(small.add_firm(stad, industry), technical, wage);
    look(small, {person});
    return works(small.now(person).labour);
  };
  // The occupation pays EUR 2,500: .95 at first, .75 after nine months, .6 in bijstand.
  EXPECT_FALSE(accepts(Benefit::None, 0, 237));
  EXPECT_TRUE(accepts(Benefit::None, 0, 238));
  EXPECT_FALSE(accepts(Benefit::Ww, 9, 187));
  EXPECT_TRUE(accepts(Benefit::Ww, 9, 188));
  EXPECT_FALSE(accepts(Benefit::Bijstand, 0, 149));
  EXPECT_TRUE(accepts(Benefit::Bijstand, 0, 150));
}

TEST(MatchVacancies, LetWorkersMoveForAGainNetOfCommuting) {
  // Present job in Stad for EUR 3,000, 2 km from home; the vacancy is in Dorp, 10 km, at EUR 4 a kilometre.
  const auto moves = [](std::uint16_t wage, FirmState present) {
    SmallWorld small(eager());
    const FirmIndex here = small.add_firm(stad, industry, present), there = small.add_firm(dorp, industry);
    const ResidentIndex person = small.add_worker(here, Labour::Permanent, 0);
    small.add_vacancy(there, technical, wage);
    look(small, {person});
    if (small.now(person).employer != there) return false;
    EXPECT_EQ(small.flows(stad).hires, 1);
    EXPECT_EQ(small.flows(stad).job_to_job, 1);
    EXPECT_EQ(small.world.firms.jobs[here], 0u);
    EXPECT_EQ(small.world.firms.leavers[here], 1u) << "seen by the establishment next month";
    EXPECT_EQ(small.now(person).last_job_ended, small.world.month);
    EXPECT_EQ(small.flows(stad).separations, 0);
    return true;
  };
  // Asked for: 3000 - 8 + 150 < wage - 40.
  EXPECT_FALSE(moves(318, FirmState::Open));
  EXPECT_TRUE(moves(319, FirmState::Open));
  EXPECT_TRUE(moves(240, FirmState::Notice)) << "on notice the reservation wage of who searches holds";
  EXPECT_FALSE(moves(230, FirmState::Notice));
}

TEST(MatchVacancies, PreferTheWageNetOfCommuting) {
  SmallWorld small(eager());
  const FirmIndex near = small.add_firm(stad, industry), far = small.add_firm(haven, industry);
  const ResidentIndex person = small.add_jobless(stad, Labour::Unemployed);
  small.add_vacancy(near, technical, 260);
  small.add_vacancy(far, technical, 265);  // EUR 50 more, EUR 72 more commuting
  look(small, {person});
  EXPECT_EQ(small.now(person).employer, near);
}

TEST(MatchVacancies, GiveContractsByEstablishmentAgeAndSector) {
  SmallWorld small(eager());
  small.parameters().separation.flexible_at_hire = 1.5;
  const FirmIndex own = small.add_firm(stad, industry, FirmState::OwnAccount), firm = small.add_firm(stad, care_sector);
  const ResidentIndex starter = small.add_jobless(stad, Labour::Unemployed);
  small.add_vacancy(own, technical, 300);
  look(small, {starter});
  EXPECT_EQ(small.now(starter).labour, Labour::SelfEmployed);
  const ResidentIndex pupil = small.add_jobless(stad, Labour::Student, Benefit::None, 0, 17);
  small.next_month();
  small.add_vacancy(firm, technical, 300);
  look(small, {pupil});
  EXPECT_EQ(small.now(pupil).labour, Labour::StudentJob);
  small.next_month();
  constexpr int persons = 2000;
  for (int i = 0; i < persons; ++i) {
    small.happens(LifeEvent::LooksForWork, small.add_jobless(stad, Labour::Unemployed));
    for (int v = 0; v < 4; ++v) small.add_vacancy(firm, technical, 300);
  }
  small.run(labour::match_vacancies);
  const double hires = small.flows(stad).hires;
  const double flexible = small.world.municipalities.stocks[stad].labour[static_cast<std::size_t>(Labour::Flexible)];
  EXPECT_GT(hires, persons / 2);
  EXPECT_NEAR(flexible / hires, .40 * 1.5, 4 * std::sqrt(.24 / hires));
}

TEST(MatchVacancies, LeaveAShareOfTheBenefitsBesideTheJob) {
  const auto kept = [](Benefit before, Benefit after) {
    SmallWorld small(eager());
    small.parameters().ww.keep = .35;
    small.parameters().bijstand.keep = .08;
    const FirmIndex firm = small.add_firm(stad, industry);
    for (int i = 0; i < 2000; ++i) {
      const ResidentIndex person = small.add_jobless(stad, Labour::Unemployed, before, 12);
      Situation now = small.now(person);
      if (before == Benefit::Ww) now.benefit_until = small.world.month + 5;
      small.set(person, now);
      small.happens(LifeEvent::LooksForWork, person);
      for (int v = 0; v < 4; ++v) small.add_vacancy(firm, technical, 300);
    }
    small.run(labour::match_vacancies);
    double share = 0, hires = small.flows(stad).hires;
    for (const Situation& now : small.world.residents.now) {
      if (!works(now.labour)) continue;
      EXPECT_TRUE(now.benefit == after || now.benefit == Benefit::None);
      const Month right = before == Benefit::Ww ? small.world.month + 5 : never;
      EXPECT_EQ(now.benefit_until, now.benefit == after ? right : never);
      share += now.benefit == after ? 1 / hires : 0;
    }
    return share;
  };
  EXPECT_NEAR(kept(Benefit::Ww, Benefit::WwWork), .35, 4 * std::sqrt(.35 * .65 / 1500));
  EXPECT_NEAR(kept(Benefit::Bijstand, Benefit::BijstandWork), .08, 4 * std::sqrt(.08 * .92 / 1500));
}

TEST(MatchVacancies, CountHiresFromAfar) {
  SmallWorld small(eager());
  const FirmIndex firm = small.add_firm(stad, industry);
  for (const std::size_t distance : {2u, 3u, 4u}) {
    const ResidentIndex person =
        small.at_distance(small.add_jobless(stad, Labour::Unemployed, Benefit::Bijstand), distance);
    small.happens(LifeEvent::LooksForWork, person);
    small.add_vacancy(firm, technical, 300);
  }
  const ResidentIndex worker = small.add_worker(small.add_firm(stad, industry), Labour::Permanent, 0);
  small.change(worker, [](Situation& now) { now.distance = 4, now.wage = 100; });
  small.add_vacancy(firm, technical, 299);
  look(small, {worker});
  EXPECT_EQ(small.flows(stad).hires, 4);
  EXPECT_EQ(small.flows(stad).far_hires, 2) << "who worked already does not count";
}

TEST(MatchVacancies, HireNobodyWhoWorksThereAlready) {
  SmallWorld small(eager());
  const FirmIndex firm = small.add_firm(stad, industry);
  const ResidentIndex worker = small.add_worker(firm, Labour::Permanent, 0);
  small.change(worker, [](Situation& now) { now.wage = 100; });
  small.add_vacancy(firm, technical, 300);
  look(small, {worker});
  EXPECT_EQ(small.flows(stad).hires, 0);
}

TEST(MatchVacancies, LetSomeOfThoseWhoSearchedInVainGiveUp) {
  SmallWorld small(eager());
  small.parameters().participation.gives_up = .14;
  constexpr int persons = 4000;
  for (int i = 0; i < persons; ++i) {
    small.happens(LifeEvent::LooksForWork, small.add_jobless(stad, Labour::Unemployed));
    small.happens(LifeEvent::LooksForWork, small.add_jobless(beyond, Labour::Unemployed));
    small.happens(LifeEvent::LooksForWork, small.add_jobless(stad, Labour::Inactive));
  }
  small.run(labour::match_vacancies);
  const auto marginal = [&](MunicipalityIndex m) {
    return small.world.municipalities.stocks[m].labour[static_cast<std::size_t>(Labour::Marginal)];
  };
  EXPECT_NEAR(marginal(stad) / double(persons), .14, 4 * std::sqrt(.14 * .86 / persons));
  EXPECT_EQ(marginal(beyond), 0) << "beyond the border one loses and finds work, nothing else";
}

/// A student of nursing who looks for work among technical jobs and one in nursing.
struct StudentLooks : SchoolWorld {
  FirmIndex firm = add_firm(stad, industry), clinic = add_firm(stad, care_sector);
  ResidentIndex person = add_pupil(stad, 18);
  explicit StudentLooks(bool work_based) {
    Parameters p = eager();
    p.school = parameters().school;
    parameters() = p;
    parameters().school.bbl_effort = 1;
    enrol_in(world, model.country, person, nursing);
    profile(person).work_based = work_based ? 1 : 0;
  }
};

TEST(MatchVacancies, LeaveAStudentTheClassOfTheProgramme) {
  StudentLooks student(false);
  student.add_vacancy(student.firm, technical, 300);
  look(student, {student.person});
  EXPECT_EQ(student.now(student.person).labour, Labour::StudentJob);
  EXPECT_EQ(student.profile(student.person).trade(), nursing);
  EXPECT_EQ(student.profile(student.person).apprentice, 0u);
}

TEST(MatchVacancies, TakeApprenticesInTheClassOfTheProgrammeOnly) {
  StudentLooks student(true);
  student.add_vacancy(student.firm, technical, 600);
  look(student, {student.person});
  EXPECT_EQ(student.now(student.person).labour, Labour::Student) << "however much it pays";
  student.add_vacancy(student.clinic, nursing, 300);
  student.next_month();
  look(student, {student.person});
  EXPECT_EQ(student.now(student.person).labour, Labour::StudentJob);
  EXPECT_EQ(student.now(student.person).employer, student.clinic);
  EXPECT_EQ(student.profile(student.person).apprentice, 1u);
  jobs::without_job(student.world, student.person);
  EXPECT_EQ(student.profile(student.person).apprentice, 0u) << "the place goes with the job";
}

}  // namespace
}  // namespace polder
