// Trust between governments: where it begins, what moves it, and who reads it.
#include <gtest/gtest.h>

#include <algorithm>

#include "government/jurisdiction.h"
#include "government/ties.h"
#include "government/trust.h"
#include "government/trusts.h"
#include "support/small_governments.h"

namespace polder {
namespace {

using namespace testing;

TEST(Ties, LinkTheMunicipalitiesOfARegionAndOthers) {
  SmallGovernments small(Level::Network, .9, 3);
  // Three pairs, and each with its province, uwv, employers and Rijk.
  EXPECT_EQ(small.world.ties.size(), 3u + 3 * 4);
  EXPECT_TRUE(std::ranges::is_sorted(small.world.ties, {}, [](const Tie& tie) { return std::pair(tie.a, tie.b); }));
  EXPECT_NE(government::find_tie(small.world.ties, GovernmentIndex{0}, GovernmentIndex{2}), nullptr);
  EXPECT_EQ(government::find_tie(small.world.ties, GovernmentIndex{0}, GovernmentIndex{3}), nullptr) << "beyond";
}

TEST(Trust, StaysWhereItBeganInOrdinaryMonths) {
  SmallGovernments small(Level::Network, .9, 3);
  small.parameters().government.form[form_number(Level::Network)].hours = 3;
  cooperation::begin_trust(small.world, small.model.country, small.parameters());
  const std::vector<Tie> start = small.world.ties;
  for (int month = 0; month < 120; ++month) small.run(cooperation::update_trust);
  for (std::size_t row = 0; row < start.size(); ++row)
    EXPECT_NEAR(small.world.ties[row].trust, start[row].trust, 1e-12);
  double least = 1, most = 0;
  for (const Tie& tie : start) least = std::min(least, tie.trust), most = std::max(most, tie.trust);
  EXPECT_LT(least, most) << "pairs differ";
}

TEST(Trust, BeginsAroundItsParameterWithoutContact) {
  const SmallGovernments small(Level::Local, .9, 8);
  for (const Tie& tie : small.world.ties) EXPECT_NEAR(tie.trust, .4, .1);
}

TEST(Trust, GrowsWithPromisesKeptAndFallsFasterWithBrokenOnes) {
  SmallGovernments small(Level::Network, .9);
  Tie& tie = *government::find_tie(small.world.ties, GovernmentIndex{0}, GovernmentIndex{1});
  const double start = tie.trust;
  tie.delivered = 1;
  small.run(cooperation::update_trust);
  const double up = tie.trust - start;
  EXPECT_NEAR(up, .03 * (1 - start), 1e-12);
  tie.trust = start;
  tie.breached = 1;
  small.run(cooperation::update_trust);
  EXPECT_NEAR(start - tie.trust, .12 * start, 1e-12);
  EXPECT_GT(start - tie.trust, up);
}

TEST(Trust, StaysBetweenNothingAndAll) {
  SmallGovernments small(Level::Network, .9, 3);
  for (std::uint32_t month = 0; month < 600; ++month) {
    for (std::size_t row = 0; row < small.world.ties.size(); ++row) {
      const Block luck = philox({month, static_cast<std::uint32_t>(row), 0, 0}, 7, 7);
      small.world.ties[row].delivered = static_cast<std::uint16_t>(below(luck[0], 3));
      small.world.ties[row].breached = static_cast<std::uint16_t>(below(luck[1], 3));
      small.world.municipalities.council[stad].engagement = uniform(luck[2]);
    }
    small.run(cooperation::update_trust);
    for (const Tie& tie : small.world.ties) {
      EXPECT_GE(tie.trust, 0);
      EXPECT_LE(tie.trust, 1);
    }
  }
}

TEST(Trust, OfEmployersGrowsWhereTheCouncilMeetsThem) {
  SmallGovernments small(Level::Local, .9);
  const auto with = [&](government::Other other) -> Tie& {
    return *government::find_tie(small.world.ties, GovernmentIndex{0},
                                 government::government_of(small.model.country, other));
  };
  const double start = with(government::Other::Employers).trust, uwv = with(government::Other::Uwv).trust;
  small.world.municipalities.council[stad].course.entrepreneurs = 12;
  small.run(cooperation::update_trust);
  const GovernmentParameters& parameters = small.parameters().government;
  const double hours = parameters.attention.theme_session * small.world.municipalities.council[stad].attention;
  EXPECT_NEAR(with(government::Other::Employers).trust - start,
              parameters.trust.contact_gain * government::contact(hours, parameters.trust.contact_hours) * (1 - start),
              1e-12)
      << "a session a month";
  EXPECT_NEAR(with(government::Other::Uwv).trust, uwv, 1e-12) << "who was not there";
}

TEST(MeanTrust, IsInWhoCarriesOutTheTask) {
  SmallGovernments small(Level::Network, .9, 3);
  const auto mean = [&] {
    return government::trust_in_force(small.world, small.model.country, stad, Task::Crisis,
                                      small.parameters().government.trust);
  };
  for (Tie& tie : small.world.ties) tie.trust = 0;
  government::find_tie(small.world.ties, GovernmentIndex{0}, GovernmentIndex{1})->trust = .8;
  government::find_tie(small.world.ties, GovernmentIndex{0}, GovernmentIndex{2})->trust = .6;
  EXPECT_NEAR(mean(), .7, 1e-12);
  Provision& provision = small.world.municipalities.provision[stad][number(Task::Crisis)];
  provision = {};
  EXPECT_EQ(mean(), .4) << "nobody to trust";
  provision.level = Level::National;
  small.world.ties.clear();
  EXPECT_EQ(mean(), .4) << "no tie";
}

TEST(MeanTrust, IsTheSameOfAllAtOnce) {
  for (const Level regional : {Level::Network, Level::Centre, Level::Joint}) {
    SmallGovernments small(regional, .9, 4);
    const Country& country = small.model.country;
    const TrustParameters& parameters = small.parameters().government.trust;
    for (Body& body : small.world.bodies) body.host = MunicipalityIndex{2};
    for (std::size_t row = 0; row < small.world.ties.size(); ++row)
      small.world.ties[row].trust = .9 / static_cast<double>(3 + row);
    small.world.municipalities.provision[stad][number(Task::Schools)].level = Level::Province;
    small.world.municipalities.provision[stad][number(Task::Border)].level = Level::National;
    const government::Trusts trusts(small.world, country, parameters);
    for (const MunicipalityIndex m : small.members) {
      const auto region = government::councils_in(country, country.municipalities[m].region);
      for (std::size_t t = 0; t < task_count; ++t)
        EXPECT_EQ(trusts.in_force(m, index_of<Task>(t)),
                  government::trust_in_force(small.world, country, m, index_of<Task>(t), parameters));
      for (std::size_t l = 0; l < level_count; ++l)
        EXPECT_EQ(trusts.at(m, index_of<Level>(l)),
                  government::trust_at(small.world, country, m, index_of<Level>(l), region, parameters));
    }
  }
}

}  // namespace
}  // namespace polder
