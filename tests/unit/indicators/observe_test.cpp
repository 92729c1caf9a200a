// What a run writes down: which rows, when, and that they add up.
#include "indicators/observe.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "indicators/occupation_balance.h"
#include "support/tiny_experiment.h"

namespace polder {
namespace {

using namespace testing;

std::size_t column(std::string_view key) {
  return static_cast<std::size_t>(find_indicator(key) - indicator_catalogue().data());
}

/// Two years with a closure, all municipalities every month.
const RunState& observed() {
  static const RunState state = [] {
    Study study = tiny_closure();
    study.municipalities_monthly = true;
    return run_whole(tiny_experiment(study), 1);
  }();
  return state;
}

/// Sum of a column over the rows of a level and month.
double sum(const Observations& seen, AreaLevel level, Month month, std::string_view key) {
  double all = 0;
  for (const IndicatorRow& row : seen.indicators)
    if (row.level == level && row.month == month) all += row.values[column(key)];
  return all;
}

TEST(Observe, AddsUpFromMunicipalitiesToTheCountry) {
  const Observations& seen = observed().observations;
  for (int m = 0; m < 24; ++m)
    for (const char* key : {"population", "employed", "unemployed", "ww_recipients", "bijstand_inflow", "hires",
                            "separations", "jobs", "vacancies", "long_term_unemployed"}) {
      const Month month = Month::of(2026, 1) + m;
      const double country = sum(seen, AreaLevel::Country, month, key);
      for (const AreaLevel level : {AreaLevel::Province, AreaLevel::Region, AreaLevel::Municipality})
        EXPECT_NEAR(sum(seen, level, month, key), country, 1e-9 * (1 + std::abs(country))) << key;
    }
}

TEST(Observe, MeasuresTheWorldAsItIs) {
  const RunState& state = observed();
  const Month last = Month::of(2027, 12);
  for (const IndicatorRow& row : state.observations.indicators) {
    if (row.month != last || row.area != "GM9103") continue;
    const Stocks& stocks = state.world.municipalities.stocks[MunicipalityIndex{2}];
    double residents = 0;
    for (const std::int32_t rows : stocks.labour) residents += rows;
    EXPECT_EQ(row.values[column("population")], 20 * residents);
    EXPECT_EQ(row.values[column("unemployed")], 20 * stocks.labour[static_cast<std::size_t>(Labour::Unemployed)]);
  }
}

TEST(Observe, HasOneRowPerAreaAndMonth) {
  std::map<std::pair<Month, AreaLevel>, std::set<std::string>> rows;
  for (const IndicatorRow& row : observed().observations.indicators) {
    EXPECT_TRUE(row.part.empty());
    EXPECT_EQ(row.values.size(), indicator_catalogue().size());
    EXPECT_TRUE((rows[{row.month, row.level}].insert(row.area).second)) << row.area;
  }
  EXPECT_EQ(rows.size(), 24u * 4);
  for (const auto& [key, areas] : rows) {
    const std::size_t expected[] = {1, 2, 2, 4};
    EXPECT_EQ(areas.size(), expected[static_cast<std::size_t>(key.second)]);
  }
}

TEST(Observe, WritesMunicipalitiesInDecemberUnlessAskedFor) {
  const RunState state = run_whole(tiny_experiment(tiny_closure(50)), 0);
  std::map<Month, int> rows;
  for (const IndicatorRow& row : state.observations.indicators)
    if (row.level == AreaLevel::Municipality) ++rows[row.month];
  EXPECT_EQ(rows, (std::map<Month, int>{{Month::of(2026, 12), 4}, {Month::of(2027, 12), 4}}));
}

TEST(Observe, CountsOccupationsOfEveryRegionInDecember) {
  const RunState& state = observed();
  const auto& rows = state.observations.occupations;
  const Experiment experiment = tiny_experiment(tiny_closure());
  const Country& country = experiment.model.country;
  const std::size_t a_year = country.regions.size() * country.occupations.size();
  ASSERT_EQ(rows.size(), 2 * a_year);
  for (std::size_t i = 0; i < a_year; ++i) {
    const OccupationRow &first = rows[i], &second = rows[a_year + i];
    EXPECT_EQ(first.month, Month::of(2026, 12));
    EXPECT_EQ(second.month, Month::of(2027, 12));
    EXPECT_EQ(first.area + first.occupation, second.area + second.occupation);
    EXPECT_TRUE(std::isnan(first.change));
    EXPECT_DOUBLE_EQ(second.change, second.employed / first.employed - 1);
  }
  const OccupationCounts last =
      count_occupations(state.world, country, RegionIndex{1}, experiment.model.parameters.firm.recorded_share);
  for (const OccupationIndex o : rows_of(last)) {
    const OccupationRow& row = rows[a_year + country.occupations.size() + number(o)];
    EXPECT_EQ(row.seekers, last[o].seekers);
    EXPECT_EQ(row.vacancies, last[o].vacancies);
    EXPECT_EQ(row.employed, last[o].employed);
  }
}

TEST(Observe, ReportsOnlyTheRegionInScope) {
  Study study = tiny_closure(20);
  study.scope = Scope{"AM91", .5, {}};
  const RunState state = run_whole(tiny_experiment(study), 1);
  std::set<std::string> areas;
  for (const IndicatorRow& row : state.observations.indicators) areas.insert(row.area);
  EXPECT_EQ(areas, (std::set<std::string>{"AM91", "GM9101", "GM9102"}));
  for (const IndicatorRow& row : state.observations.indicators_by) EXPECT_EQ(row.area, "AM91");
  EXPECT_FALSE(state.observations.occupations.empty());
  for (const OccupationRow& row : state.observations.occupations) EXPECT_EQ(row.area, "AM91");
}

TEST(Observe, DividesResidentsIntoPartsEveryDecember) {
  const Observations& seen = observed().observations;
  std::map<std::string, double> population;
  std::set<std::string> parts;
  for (const IndicatorRow& row : seen.indicators_by) {
    if (row.part.starts_with("cohort:")) continue;
    EXPECT_EQ(row.month.calendar_month(), 12);
    parts.insert(row.part);
    if (row.month != Month::of(2027, 12)) continue;
    const std::string kind = row.part.substr(0, row.part.find(':'));
    population[row.area + " " + kind] += row.values[column("population")];
    population[row.area + " " + kind + " employed"] += row.values[column("employed")];
  }
  EXPECT_EQ(parts, (std::set<std::string>{"education:low", "education:medium", "education:high", "age:15-24",
                                          "age:25-44", "age:45+", "sector:B-E", "sector:G", "sector:Q"}));
  for (const char* kind : {"education", "age", "sector"})
    for (const std::string& suffix : {std::string(), std::string(" employed")}) {
      const std::string what = std::string(" ") + kind + suffix;
      EXPECT_EQ(population["NL" + what], population["AM91" + what] + population["AM92" + what]) << what;
    }
  const double employed = sum(seen, AreaLevel::Country, Month::of(2027, 12), "employed");
  for (const char* kind : {"education", "sector"})
    EXPECT_EQ(population["NL " + std::string(kind) + " employed"], employed) << kind;
}

TEST(Observe, CountsPartsAsTheResidentsAre) {
  const World& world = observed().world;
  const Month december = Month::of(2027, 12);
  std::map<std::string, double> expected;
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Situation& now = world.residents.now[person];
    const Profile profile = world.residents.profile[person];
    const int age = (december - profile.birth_month()) / 12;
    if (now.labour == Labour::Absent) continue;
    if (age >= 15 && now.labour != Labour::Retired)
      expected[age < 25 ? "age:15-24" : age < 45 ? "age:25-44" : "age:45+"] += world.weight;
    const char* levels[] = {"education:low", "education:medium", "education:high"};
    if (now.labour != Labour::Child) expected[levels[profile.education]] += world.weight;
  }
  std::map<std::string, double> measured;
  for (const IndicatorRow& row : observed().observations.indicators_by)
    if (row.month == december && row.area == "NL" && expected.contains(row.part))
      measured[row.part] = row.values[column("population")];
  EXPECT_EQ(measured, expected);
  EXPECT_EQ(expected.size(), 6u);
}

TEST(Observe, FollowsTheWorkersOfThePlantEveryMonth) {
  std::vector<Month> months;
  double first = 0, last = 0;
  for (const IndicatorRow& row : observed().observations.indicators_by) {
    if (row.part != "cohort:works") continue;
    if (months.empty()) first = row.values[column("employment_rate")];
    last = row.values[column("employment_rate")];
    months.push_back(row.month);
  }
  ASSERT_EQ(months.size(), 22u);
  EXPECT_EQ(months.front(), Month::of(2026, 3));
  EXPECT_GT(first, .95);
  EXPECT_LT(last, first);
}

TEST(ObserveLedger, WritesTheYearOfAMunicipalityInDecember) {
  const Observations& seen = observed().observations;
  std::map<std::tuple<int, std::string, std::string, std::string>, Cents> by_kind, by_place;
  const auto kind = [](const std::string& actor) { return actor.substr(0, actor.find(' ')); };
  for (const LedgerRow& row : seen.ledger) {
    const bool local = row.payer.find(' ') != std::string::npos || row.payee.find(' ') != std::string::npos;
    EXPECT_TRUE(!local || row.month.calendar_month() == 12);
    (local ? by_place : by_kind)[{row.month.year(), kind(row.payer), kind(row.payee), row.purpose}] += row.cents;
  }
  EXPECT_TRUE(seen.year.empty()) << "written in December";
  EXPECT_GT(by_place.size(), 12u);
  for (const auto& [key, cents] : by_place) EXPECT_EQ(by_kind[key], cents) << std::get<3>(key);
}

TEST(ObserveLedger, HoldsEveryPostingOfTheMonth) {
  const Experiment experiment = tiny_experiment(tiny_closure(50));
  RunState state = begin_run(experiment);
  simulate_until(state, experiment, experiment.scripts[0], Random{1, 0}, experiment.from, {});
  simulate_month(state, experiment, experiment.scripts[0], Random{1, 0});
  Cents posted = 0, written = 0;
  for (const Posting& posting : state.world.ledger.postings) posted += posting.cents;
  for (const LedgerRow& row : state.observations.ledger) written += row.cents;
  EXPECT_EQ(written, posted);
  EXPECT_GT(posted, 0);
}

TEST(Names, OfActorsAndPurposesAreUnique) {
  std::set<std::string_view> actors, purposes;
  for (std::size_t i = 0; i < actor_count; ++i) actors.insert(to_text(static_cast<Actor>(i)));
  for (std::size_t i = 0; i < purpose_count; ++i) purposes.insert(to_text(static_cast<Purpose>(i)));
  EXPECT_EQ(actors.size(), actor_count);
  EXPECT_EQ(purposes.size(), purpose_count);
}

}  // namespace
}  // namespace polder
