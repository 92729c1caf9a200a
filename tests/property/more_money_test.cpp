// A larger budget never buys less: guidance, training, sheltered places, wage subsidies, attraction. And a hundred
// times as many euros in every price and every purse change nobody's life.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "polder/scenario/lever.h"
#include "support/tiny_governments.h"

namespace polder {
namespace {

using namespace testing;

struct Service {
  double guidance = 0;   // care of recipients, sum over months and municipalities
  Cents subsidies = 0;   // paid
  std::int64_t full_time = 0, beside_job = 0, attracted = 0, sheltered = 0;  // rows; sheltered: rows x months
};

Service service(const Experiment& experiment, std::size_t scenario, std::uint32_t replicate, int months) {
  RunState state = begin_run(experiment);
  const Random random{experiment.seed, replicate};
  simulate_until(state, experiment, experiment.scripts[scenario], random, experiment.from, {});
  Service sum;
  for (int month = 0; month < months; ++month) {
    const World& world = state.world;
    const Month now = world.month;
    simulate_month(state, experiment, experiment.scripts[scenario], random);
    for (const MunicipalityIndex m : rows_of(world.municipalities.government)) {
      for (const double each : world.municipalities.government[m].care) sum.guidance += each;
      sum.attracted += world.municipalities.flows[m].attracted;
      sum.sheltered += world.firms.jobs[sheltered_workplace(world, m)];
    }
    for (const Participant& participant : world.participants)
      if (participant.since == now) ++(participant.full_time != 0 ? sum.full_time : sum.beside_job);
    for (const Posting& posting : world.ledger.postings)
      if (posting.purpose == Purpose::WageSubsidy) sum.subsidies += posting.cents;
  }
  return sum;
}

/// The reference without any budget, and for one lever rising amounts; the others would compete for the same people.
Study rising(std::string_view lever, double amount) {
  Study study = tiny_study(20);
  study.to = Month::of(2026, 12);
  study.warm_up = 6;
  for (const int factor : {0, 1, 2, 4, 8}) {
    study.scenarios.push_back(scenario("times " + std::to_string(factor)));
    study.scenarios.back().levers = {setting("sheltered_places", 0), setting("wage_subsidy.rate", .4),
                                     setting(lever, amount * factor)};
  }
  return study;
}

/// What a lever buys: nothing for nothing, and for more money at least as much.
template <class Bought>
void expect_rising(std::string_view lever, double amount, Bought bought) {
  const Experiment experiment = tiny_experiment(rising(lever, amount), near_occupations());
  for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
    for (const int months : {1, 12}) {
      double less = bought(service(experiment, 0, replicate, months));
      EXPECT_EQ(less, 0) << lever;
      for (std::size_t s = 1; s < experiment.scripts.size(); ++s) {
        const double more = bought(service(experiment, s, replicate, months));
        EXPECT_GE(more, less) << lever << ", " << experiment.scripts[s].name << " in " << months << " months";
        less = more;
      }
      EXPECT_GT(less + (months == 1 ? 1 : 0), 0) << lever;
    }
  }
}

TEST(Budgets, BuyAtLeastAsMuchWhenTheyRise) {
  expect_rising("budget.guidance", 5e5, [](const Service& all) { return all.guidance; });
  expect_rising("hc_agenda.retrain.budget", 1e6, [](const Service& all) { return static_cast<double>(all.full_time); });
  expect_rising("hc_agenda.train.budget", 1e6, [](const Service& all) { return static_cast<double>(all.beside_job); });
  expect_rising("hc_agenda.attract.budget", 1e6, [](const Service& all) { return static_cast<double>(all.attracted); });
  expect_rising("wage_subsidy.budget", 2e6, [](const Service& all) { return static_cast<double>(all.subsidies); });
  expect_rising("sheltered_places", 100, [](const Service& all) { return static_cast<double>(all.sheltered); });
}

/// A study with money in every mechanism whose wages are whole tens of euros at every scale: the world keeps them in
/// tens, and rounding alone may not differ. Threats are left out: the weight of a package is per ln(1 + million euros).
Study everything_paid() {
  Study study = tiny_closure(20);
  Parameters& p = study.parameters;
  p.wage.base = 1000;
  p.wage.job_zone = std::numbers::ln2 + 1e-9;  // a class of zone 3 pays twice, of zone 4 four times as much
  p.wage.offer_sd = p.wage.tightness = p.wage.occupation_loss = p.wage.sector_loss = 0;
  p.sheltered.wage = 1500;
  p.rules.bijstand_norm = 640;
  p.rules.ww_cap = 2500;
  p.government = governed_study().parameters.government;
  p.budget = governed_study().parameters.budget;
  std::vector<LeverSetting>& levers = study.scenarios[1].levers;
  levers = all_programmes();
  levers.push_back(setting("crisis.help", .5));
  levers.push_back(setting("ww.cap", 2100, Month::of(2026, 6)));
  levers.push_back(setting("bijstand.norm", 700, Month::of(2026, 9)));
  levers.push_back(setting("budget.guidance", 1e6, Month::of(2026, 5)));
  levers.push_back(setting("tasks.income_support.level", static_cast<double>(Level::Joint), Month::of(2026, 4)));
  levers.push_back(setting("budget.income_support", 1.5, Month::of(2026, 4)));
  levers.push_back(setting("grant.rijk", .3, Month::of(2026, 4)));
  levers.push_back(setting("pockets.shared_savings", .4));
  levers.push_back(setting("uwv.municipal_handover", .8));
  return study;
}

CountryFiles whole_zones() {
  CountryFiles files = with_governments(near_occupations());
  double zone = 2;
  for (OccupationFacts& occupation : files.country.occupations) occupation.job_zone = zone++;
  return files;
}

bool in_euros(Unit unit) {
  return unit == Unit::Eur || unit == Unit::EurPerMonth || unit == Unit::EurPerMonthPerKm || unit == Unit::EurPerYear;
}

TEST(Euros, AHundredTimesAsManyChangeNoPersonLevelEvent) {
  constexpr int scale = 100;
  const Study once = everything_paid();
  Study more = once;
  std::size_t scaled = 0;
  for (const ParameterDeclaration& parameter : parameter_declarations()) {
    if (!in_euros(parameter.unit)) continue;
    parameter.in(more.parameters) *= scale;
    ++scaled;
  }
  EXPECT_GE(scaled, 12u);
  for (Scenario& each : more.scenarios)
    for (LeverSetting& lever : each.levers)
      if (find_lever(lever.key)->kind == LeverKind::Money) lever.value *= scale;
  CountryFiles files = whole_zones(), richer = whole_zones();
  for (MunicipalityFacts& facts : richer.country.municipalities) {
    facts.guidance_budget *= scale;
    facts.income_spending *= scale;
    for (const AccountLine& line : account_lines) facts.government.accounts.*line.amount *= scale;
  }
  RunState a = run_whole(tiny_experiment(once, files), 1), b = run_whole(tiny_experiment(more, richer), 1);
  ASSERT_EQ(a.world.residents.size(), b.world.residents.size());
  for (const ResidentIndex person : rows_of(a.world.residents.now)) {
    Situation& now = a.world.residents.now[person];
    ASSERT_EQ(now.wage * scale, b.world.residents.now[person].wage) << number(person);
    now.wage = b.world.residents.now[person].wage;
  }
  EXPECT_EQ(a.world.residents.now, b.world.residents.now);
  EXPECT_EQ(a.world.residents.profile, b.world.residents.profile);
  EXPECT_EQ(a.world.participants, b.world.participants);
  EXPECT_EQ(a.world.subsidised.size(), b.world.subsidised.size());
  EXPECT_EQ(a.world.firms.jobs, b.world.firms.jobs);
  EXPECT_EQ(a.world.vacancies.firm, b.world.vacancies.firm);
  EXPECT_EQ(a.world.vacancies.occupation, b.world.vacancies.occupation);
  EXPECT_GT(a.world.participants.size() * a.world.subsidised.size(), 0u) << "the programmes must be at work";
}

}  // namespace
}  // namespace polder
