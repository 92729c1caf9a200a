// Where an application goes: vacancies within reach, in suitable occupations, open when the month began.
#include <gtest/gtest.h>

#include <array>

#include "support/small_world.h"
#include "systems/labour/vacancy_cells.h"
#include "world/occupation_weights.h"

namespace polder {
namespace {

using namespace testing;

/// Sum of the chances of all cells.
double whole(const labour::VacancyCells& cells, MunicipalityIndex home, std::size_t kernel) {
  double sum = 0;
  for (const MunicipalityIndex work : {stad, dorp, haven, beyond})
    for (const OccupationIndex occupation : {technical, nursing}) sum += cells.chance(home, kernel, work, occupation);
  return sum;
}

TEST(VacancyCells, HaveChancesThatAddUpToOne) {
  SmallWorld small;
  for (const MunicipalityIndex m : {stad, haven, beyond}) {
    const FirmIndex firm = small.add_firm(m, industry);
    for (int i = 0; i < 3; ++i) small.add_vacancy(firm, i == 0 ? nursing : technical, 300);
  }
  const labour::VacancyCells cells(small.world, small.model.country);
  for (const MunicipalityIndex home : {stad, dorp, haven, beyond})
    for (std::size_t kernel = 0; kernel < 5; ++kernel) EXPECT_NEAR(whole(cells, home, kernel), 1, 1e-12);
}

TEST(VacancyCells, GoByKernelsTimesVacancies) {
  SmallWorld small;
  const FirmIndex here = small.add_firm(stad, industry), there = small.add_firm(haven, industry);
  small.add_vacancy(here, technical, 300);
  for (int i = 0; i < 4; ++i) small.add_vacancy(there, technical, 300);
  small.add_vacancy(there, nursing, 300);
  const labour::VacancyCells cells(small.world, small.model.country);
  const double technical_here = 65535. * 65535, technical_there = 65535. * 20000 * 4, nursing_there = 16384. * 20000;
  const double all = technical_here + technical_there + nursing_there;
  EXPECT_NEAR(cells.chance(stad, 0, stad, technical), technical_here / all, 1e-12);
  EXPECT_NEAR(cells.chance(stad, 0, haven, technical), technical_there / all, 1e-12);
  EXPECT_NEAR(cells.chance(stad, 0, haven, nursing), nursing_there / all, 1e-12);
  EXPECT_EQ(cells.chance(stad, 0, stad, nursing), 0);
}

TEST(VacancyCells, KnowVacanciesFromTheMonthAfterTheyOpened) {
  SmallWorld small;
  const FirmIndex firm = small.add_firm(stad, industry);
  small.add_vacancy(firm, technical, 300, 0);
  const labour::VacancyCells none_yet(small.world, small.model.country);
  EXPECT_EQ(none_yet.choose(stad, 0, 1, 2, 3), none<VacancyIndex>);
  const VacancyIndex older = small.add_vacancy(firm, technical, 300, 1);
  const labour::VacancyCells cells(small.world, small.model.country);
  for (std::uint32_t luck = 0; luck < 64; ++luck) EXPECT_EQ(cells.choose(stad, 0, luck << 26, 7, luck << 26), older);
}

TEST(VacancyCells, AreOutOfReachWithoutCommutersOrLikeness) {
  SmallWorld small;
  small.add_vacancy(small.add_firm(haven, industry), nursing, 300);
  small.model.country.reach[dorp] = {{stad, 65535}};
  small.model.country.occupation_weight[1] = 0;  // from technical to nursing
  const labour::VacancyCells cells(small.world, small.model.country);
  EXPECT_EQ(cells.choose(dorp, 1, 5, 5, 5), none<VacancyIndex>);
  EXPECT_EQ(cells.choose(stad, 0, 5, 5, 5), none<VacancyIndex>);
  EXPECT_EQ(cells.choose(stad, 1, 5, 5, 5), VacancyIndex{0});
  EXPECT_EQ(whole(cells, dorp, 1), 0);
}

TEST(VacancyCells, MeetEveryVacancyOfACellAlike) {
  SmallWorld small;
  const FirmIndex a = small.add_firm(stad, industry), b = small.add_firm(stad, care_sector);
  for (int i = 0; i < 4; ++i) small.add_vacancy(i < 2 ? a : b, technical, 300);
  const labour::VacancyCells cells(small.world, small.model.country);
  std::array<int, 4> met{};
  for (std::uint32_t luck = 0; luck < 64; ++luck) ++met[number(cells.choose(stad, 0, 9, 9, luck << 26))];
  EXPECT_EQ(met, (std::array{16, 16, 16, 16}));
}

/// A small world in which the two occupations are alike and one town trains across sectors.
struct Agreement : SmallWorld {
  Agreement() {
    model.country.similarity = {1, .6, .6, 1};
    model.country.occupation_weight = occupation_weights(model.country, model.parameters, 0);
    add_vacancy(add_firm(stad, industry), technical, 300);
    add_vacancy(add_firm(stad, industry), nursing, 300);
    policy.mandates.agenda.cross_sector = 1;
    policy.mandates.agenda.train.assign(4, Cents{0});
    policy.mandates.agenda.train[stad] = 1;
  }
  double to_nursing(MunicipalityIndex home) {
    return labour::VacancyCells(world, model.country, {}, labour::bridge_in_force(inputs()))
        .chance(home, 0, stad, nursing);
  }
};

TEST(VacancyCells, AreBridgedFromWhereAnAgreementAcrossSectorsIsInForce) {
  Agreement small;
  const double wages = 3000. / 2500;
  const auto chance = [&](double share) { return share * wages / (share * wages + .8); };
  EXPECT_NEAR(small.to_nursing(stad), chance(.25), 1e-5);
  EXPECT_NEAR(small.to_nursing(dorp), chance(.2), 1e-5);
  small.policy.mandates.agenda.cross_sector = .5;
  EXPECT_NEAR(small.to_nursing(stad), chance(.225), 1e-5);
}

TEST(VacancyCells, AreNotBridgedWithoutAgreementMoneyOrParameter) {
  Agreement small;
  const auto bridge = [&] { return labour::bridge_in_force(small.inputs()).occupation_weight; };
  EXPECT_FALSE(bridge().empty());
  small.policy.mandates.agenda.train[stad] = 0;
  EXPECT_TRUE(bridge().empty());
  small.policy.mandates.agenda.train[stad] = 1;
  small.parameters().agenda.bridge = 0;
  EXPECT_TRUE(bridge().empty());
  small.parameters().agenda.bridge = .05;
  small.policy.mandates.agenda.cross_sector = 0;
  EXPECT_TRUE(bridge().empty());
}

}  // namespace
}  // namespace polder
