// T-E1: the cobweb of supply that follows an expectation, and the same through choice and places of schools.
#include <gtest/gtest.h>

#include <cmath>

#include "support/school_world.h"
#include "world/forecast.h"

namespace polder {
namespace {

using namespace testing;

/// Price that clears supply slope x expected price, decided a period ago, with demand intercept - slope x price.
struct Cobweb {
  double supply, demand, precision, intercept = 10;
  double steady() const { return intercept / (supply + demand); }
  double next(double price) const { return (intercept - supply * expectation(precision, steady(), price)) / demand; }
};

TEST(Cobweb, HasTheEigenvalueOfTheFormula) {
  for (const double precision : {0., .2, .5, .9, 1.})
    for (const double supply : {.5, 1., 2., 4.}) {
      const Cobweb cobweb{supply, 1.25, precision};
      const double eigenvalue = -(1 - precision) * supply / 1.25;
      double price = cobweb.steady() + .01, distance = .01;
      for (int period = 0; period < 12; ++period) {
        price = cobweb.next(price);
        distance *= eigenvalue;
        EXPECT_NEAR(price - cobweb.steady(), distance, 1e-9 * std::max(1.0, std::abs(distance)));
      }
    }
}

TEST(Cobweb, IsStableIffTheEigenvalueIsBelowOne) {
  for (const double precision : {0., .3, .6})
    for (const double supply : {1., 1.2, 1.3, 1.8, 3.}) {
      const Cobweb cobweb{supply, 1.25, precision};
      double price = cobweb.steady() * 1.001;
      for (int period = 0; period < 400; ++period) price = cobweb.next(price);
      const bool settles = std::abs(price - cobweb.steady()) < std::abs(cobweb.steady() * .001);
      EXPECT_EQ(settles, (1 - precision) * supply / 1.25 < 1) << precision << " " << supply;
    }
}

/// Years of intake and diplomas beside a labour market that takes 200 of each class a year and empties its queues by a
/// half; from the fourth year on technical work has twice the vacancies.
struct Years : SchoolWorld {
  double seekers[2] = {100, 100};
  std::vector<double> technical_intake;

  Years(double weight, double precision) {
    parameters().school.chance = weight;
    policy.mandates.info_precision = precision;
    world.start = Month::of(2026, 1);
    fill_school();
    for (int year = 0; year < 28; ++year) step(year);
  }
  /// Cohorts of 800 at the start, in equal shares.
  void fill_school() {
    world.month = Month::of(2026, 1);
    world.schools.market.clear();
    for (int age = 16; age < 20; ++age)
      for (int i = 0; i < cohort; ++i)
        enrol_in(world, model.country, add_pupil(stad, age), i % 2 == 0 ? technical : nursing);
    for (Programme& programme : world.schools.programmes) programme.enrolled_at_start = programme.enrolled;
  }
  void step(int year) {
    go_to(Month::of(2026 + year, 1));
    const double vacancies[] = {year < 4 ? 400. : 800., 400.};
    for (std::size_t o = 0; o < 2; ++o) world.schools.market.push_back({vacancies[o], 4 * seekers[o], 4000});
    world.schools.market.resize(world.schools.market.size() + 2, {100, 100, 1000});
    for (int i = 0; i < cohort; ++i) add_pupil(stad, 15);
    go_to(Month::of(2026 + year, 7));
    end();
    for (const OccupationIndex o : {technical, nursing}) {
      double& queue = seekers[number(o)];
      queue = std::max(1.0, 50 + .5 * queue + programme(west, o).graduates - cohort / 2.);
    }
    go_to(Month::of(2026 + year, 8));
    begin();
    technical_intake.push_back(programme(west, technical).intake);
  }
  /// Root of the mean square of the intake's change from year to year, after the shock has settled, per beginner.
  double unrest() const {
    double squares = 0;
    for (std::size_t year = 14; year < technical_intake.size(); ++year) {
      const double change = technical_intake[year] - technical_intake[year - 1];
      squares += change * change;
    }
    return std::sqrt(squares / static_cast<double>(technical_intake.size() - 14)) / cohort;
  }
  static constexpr int cohort = 800;
};

TEST(Cobweb, OfProgrammesIsDampedByInformation) {
  const double blind = Years(4, 0).unrest(), informed = Years(4, .9).unrest(), deaf = Years(0, 0).unrest();
  const double luck = std::sqrt(2 * .25 / Years::cohort);  // two binomial years
  EXPECT_LT(deaf, 1.6 * luck) << "who does not follow signals does not oscillate";
  EXPECT_LT(informed, 2.5 * luck);
  EXPECT_GT(blind, 2 * informed) << "places fill by a shortage that is gone when they end";
}

}  // namespace
}  // namespace polder
