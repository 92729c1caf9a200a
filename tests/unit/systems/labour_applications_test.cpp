// What a seeker and an employer think of an application: wages, reservation, ranking, kernel rows.
#include <gtest/gtest.h>

#include <cmath>

#include "support/small_world.h"
#include "systems/labour/applications.h"

namespace polder {
namespace {

using namespace testing;

/// A technician (medium education) with a history in industry, and vacancies of both kinds in both sectors.
struct Offers {
  SmallWorld small;
  ResidentIndex person;
  VacancyIndex same, other_sector, other_occupation;
  explicit Offers(int years_worked = 8) {
    const FirmIndex plant = small.add_firm(stad, industry), home = small.add_firm(stad, care_sector);
    person = small.add_jobless(stad, Labour::Unemployed);
    Situation now = small.now(person);
    now.worked = static_cast<std::uint8_t>(4 * years_worked);
    now.set_sector(industry);
    small.set(person, now);
    same = small.add_vacancy(plant, technical, 250);
    other_occupation = small.add_vacancy(plant, nursing, 250);
    other_sector = small.add_vacancy(home, technical, 250);
  }
  void change(void (*how)(Situation&)) {
    Situation now = small.now(person);
    how(now);
    small.set(person, now);
  }
};

TEST(WageOffered, LosesWithAnotherOccupationAndAnotherSector) {
  Offers offers;
  const SmallWorld& small = offers.small;
  const Inputs inputs = small.inputs();
  const auto wage = [&](VacancyIndex v) {
    return labour::wage_before_experience(inputs, labour::seeker_of(small.world, inputs, offers.person),
                                          labour::offer_of(small.world, v));
  };
  EXPECT_DOUBLE_EQ(wage(offers.same), 2500);
  EXPECT_NEAR(wage(offers.other_occupation), 2500 * std::exp(-.15 * (1 - .2)), 1e-9);
  EXPECT_NEAR(wage(offers.other_sector), 2500 * std::exp(-.06 * .8), 1e-9) << "eight years of at most ten";
  EXPECT_NEAR(labour::wage_offered(inputs, labour::seeker_of(small.world, inputs, offers.person),
                                   labour::offer_of(small.world, offers.same)),
              2500 * (1 + .015 * 8), 1e-9);
}

TEST(WageOffered, CountsTenYearsInTheSectorAtMost) {
  Offers offers(25);
  const Inputs inputs = offers.small.inputs();
  EXPECT_NEAR(labour::wage_before_experience(inputs, labour::seeker_of(offers.small.world, inputs, offers.person),
                                             labour::offer_of(offers.small.world, offers.other_sector)),
              2500 * std::exp(-.06), 1e-9);
}

TEST(WageOffered, LosesNothingForWhoHasNoOccupationYet) {
  Offers offers(0);
  offers.change([](Situation& now) { now.last_job_ended = never; });
  const Inputs inputs = offers.small.inputs();
  for (const VacancyIndex v : {offers.same, offers.other_occupation, offers.other_sector})
    EXPECT_DOUBLE_EQ(
        labour::wage_before_experience(inputs, labour::seeker_of(offers.small.world, inputs, offers.person),
                                       labour::offer_of(offers.small.world, v)),
        2500);
}

TEST(ReferenceWage, IsThatOfTheOccupationWithExperience) {
  Offers offers;
  Inputs inputs = offers.small.inputs();
  const auto reference = [&](OccupationIndex wanted) {
    return labour::reference_wage(inputs, labour::seeker_of(offers.small.world, inputs, offers.person), wanted);
  };
  EXPECT_NEAR(reference(nursing), 2500 * 1.12, 1e-9) << "one's own occupation, whatever is wanted";
  offers.change([](Situation& now) { now.last_job_ended = never, now.worked = 0; });
  EXPECT_DOUBLE_EQ(reference(nursing), 3000) << "who has none yet: the one in question";
}

TEST(ReservationShare, FallsWithTheMonthsOfSearch) {
  SmallWorld small;
  const auto share = [&](Labour labour, Benefit benefit, int months) {
    const ResidentIndex person = small.add_jobless(stad, labour, benefit, months);
    return labour::reservation_share(small.now(person), small.world.month, small.parameters());
  };
  EXPECT_DOUBLE_EQ(share(Labour::Unemployed, Benefit::Ww, 0), .95);
  EXPECT_NEAR(share(Labour::Unemployed, Benefit::None, 3), .95 - .2 / 3, 1e-12);
  EXPECT_NEAR(share(Labour::Marginal, Benefit::None, 9), .75, 1e-12);
  EXPECT_NEAR(share(Labour::Unemployed, Benefit::None, 24), .75, 1e-12);
  EXPECT_DOUBLE_EQ(share(Labour::Unemployed, Benefit::Bijstand, 0), .6);
  EXPECT_DOUBLE_EQ(share(Labour::Inactive, Benefit::None, 0), .75);
  EXPECT_DOUBLE_EQ(share(Labour::Student, Benefit::None, 0), .75);
  const ResidentIndex worker = small.add_worker(small.add_firm(stad, industry, FirmState::Notice));
  EXPECT_DOUBLE_EQ(labour::reservation_share(small.now(worker), small.world.month, small.parameters()), .95);
}

TEST(KernelRow, IsTheOccupationOrTheEducationOfWhoHasNotWorkedYet) {
  SmallWorld small;
  const ResidentIndex person = small.add_jobless(stad, Labour::Unemployed);
  small.profile(person).occupation = static_cast<std::uint32_t>(nursing) & 0xFu;
  const auto row = [&] {
    return labour::kernel_row(small.world, small.inputs(), labour::seeker_of(small.world, small.inputs(), person));
  };
  EXPECT_EQ(row(), 1u);
  Situation now = small.now(person);
  now.last_job_ended = never;
  small.set(person, now);
  for (const std::uint32_t education : {0u, 1u, 2u}) {
    small.profile(person).education = education & 3u;
    EXPECT_EQ(row(), 2u + education) << "behind the rows of the occupations";
  }
  small.parameters().occupation.open_start = 0;
  EXPECT_EQ(row(), 1u) << "switched off";
}

TEST(KernelRow, OfPupilsIsThatOfLowEducation) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  const ResidentIndex student = small.add_worker(firm, Labour::StudentJob, 12, 18);
  EXPECT_EQ(labour::kernel_row(small.world, small.inputs(), labour::seeker_of(small.world, small.inputs(), student)),
            2u);
  const ResidentIndex worker = small.add_worker(firm, Labour::Permanent, 12, 40);
  EXPECT_EQ(labour::kernel_row(small.world, small.inputs(), labour::seeker_of(small.world, small.inputs(), worker)),
            0u);
}

TEST(Suitability, AddsEducationOccupationSectorAndDuration) {
  Offers offers;
  const Parameters& p = offers.small.parameters();
  const auto score = [&](VacancyIndex v) {
    return labour::suitability(offers.small.world, offers.small.inputs(),
                               labour::seeker_of(offers.small.world, offers.small.inputs(), offers.person),
                               labour::offer_of(offers.small.world, v));
  };
  EXPECT_NEAR(score(offers.same), p.match.education + p.match.occupation + p.match.sector_tenure * .8, 1e-12);
  EXPECT_NEAR(score(offers.other_sector), p.match.education + p.match.occupation, 1e-12);
  EXPECT_NEAR(score(offers.other_occupation), p.match.education * .5 + p.match.occupation * .2 + .3 * .8, 1e-12)
      << "job zone 4 asks for high education: one level off";
  offers.change([](Situation& now) { now.since = now.since - 12; });
  EXPECT_NEAR(score(offers.other_sector), p.match.education + p.match.occupation - p.match.duration / 2, 1e-12);
  offers.change([](Situation& now) { now.distance = 3; });
  offers.small.parameters().match.distance = .1;
  EXPECT_NEAR(score(offers.other_sector), p.match.education + p.match.occupation - p.match.duration / 2 - .3, 1e-12);
}

TEST(ScoreWord, KeepsTheOrderOfScores) {
  double before = -31.9;
  for (double score = -31.8; score < 31.9; score += .1) {
    EXPECT_LT(labour::score_word(before), labour::score_word(score));
    before = score;
  }
}

TEST(GumbelTable, HasTheQuantilesOfTheGumbelDistribution) {
  const labour::GumbelTable gumbel;
  EXPECT_NEAR(gumbel(0x80000000u), -std::log(std::log(2.0)), 1e-3);
  double sum = 0;
  for (std::uint32_t i = 0; i < 4096; ++i) sum += gumbel(i << 20);
  EXPECT_NEAR(sum / 4096, .5772, 1e-3) << "the mean is Euler's constant";
}

}  // namespace
}  // namespace polder
