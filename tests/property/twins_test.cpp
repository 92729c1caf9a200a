// Two municipalities with the same figures are the same but for their luck: what they are called, and which row they
// have, leaves the joint distribution of all outcomes.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/places_shown.h"

namespace polder {
namespace {

using namespace testing;

constexpr std::size_t city = 0, early = 1, late = 4;  // rows of Stad, of a village, and of its twin behind all others
constexpr std::uint32_t seeds_of_twins = 50;

/// The tiny country with a twin of Dorp: the same figures, commuting and place on the map.
CountryFiles twins() {
  CountryFiles files = tiny_country();
  auto& municipalities = files.country.municipalities;
  for (double& jobs : municipalities[MunicipalityIndex{city}].jobs) jobs += 1000;  // for those who live in the twin
  MunicipalityFacts twin = municipalities[MunicipalityIndex{early}];
  twin.code = "GM9105";
  twin.name = "Tweeling";
  twin.official_number = 9105;
  municipalities.push_back(twin);
  const auto as_late = [](MunicipalityIndex m) { return number(m) == early ? MunicipalityIndex{late} : m; };
  for (const CommuterFlow flow : std::vector(files.commuting))
    if (number(flow.home) == early || number(flow.work) == early)
      files.commuting.push_back({as_late(flow.home), as_late(flow.work), flow.jobs});
  files.commuting.push_back({MunicipalityIndex{early}, MunicipalityIndex{late}, 400});
  files.commuting.push_back({MunicipalityIndex{late}, MunicipalityIndex{early}, 400});
  return files;
}

CountryFiles swapped_names(CountryFiles files) {
  auto& municipalities = files.country.municipalities;
  std::swap(municipalities[MunicipalityIndex{early}].code, municipalities[MunicipalityIndex{late}].code);
  std::swap(municipalities[MunicipalityIndex{early}].name, municipalities[MunicipalityIndex{late}].name);
  return files;
}

/// Names and official numbers, which are the identity in draws.
CountryFiles swapped(const CountryFiles& files) {
  CountryFiles other = swapped_names(files);
  auto& municipalities = other.country.municipalities;
  std::swap(municipalities[MunicipalityIndex{early}].official_number,
            municipalities[MunicipalityIndex{late}].official_number);
  return other;
}

Study study_of_twins() {
  Study study = tiny_study(10);
  study.to = Month::of(2027, 12);
  study.warm_up = 6;
  study.scenarios = {scenario("reference")};
  return study;
}

std::vector<unsigned> births_of(const World& world, std::size_t m) {
  const std::size_t first = m == 0 ? 0 : world.municipalities.last_arrival[index_of<MunicipalityIndex>(m - 1)];
  std::vector<unsigned> births;
  for (std::size_t row = first; row < world.municipalities.next_birth[index_of<MunicipalityIndex>(m)]; ++row)
    births.push_back(world.residents.profile[index_of<ResidentIndex>(row)].birth);
  return births;
}

std::vector<std::pair<std::size_t, std::uint32_t>> establishments_of(const World& world, std::size_t m) {
  std::vector<std::pair<std::size_t, std::uint32_t>> sizes;
  for (const FirmIndex firm : rows_of(world.firms.state))
    if (number(world.firms.municipality[firm]) == m && world.firms.state[firm] == FirmState::Open)
      sizes.emplace_back(number(world.firms.sector[firm]), world.firms.persons[firm]);
  return sizes;
}

TEST(Twins, LiveTheSameLivesUnderEachOthersNames) {
  const Experiment one = tiny_experiment(study_of_twins(), twins()),
                   other = tiny_experiment(study_of_twins(), swapped_names(twins()));
  EXPECT_EQ(run_whole(one, 0).observations.month_hashes, run_whole(other, 0).observations.month_hashes);
}

TEST(Twins, TakeTheLuckOfTheirOfficialNumberAlong) {
  CountryFiles files = twins();  // without establishments that are counted out nationally
  files.country.size_classes = {{1, 4}, {5, 9}, {10, 19}, {20, 34}, {35, 49}};
  const Experiment one = tiny_experiment(study_of_twins(), files),
                   other = tiny_experiment(study_of_twins(), swapped(files));
  EXPECT_EQ(births_of(one.world, early), births_of(other.world, late));
  EXPECT_EQ(births_of(one.world, late), births_of(other.world, early));
  EXPECT_NE(births_of(one.world, early), births_of(one.world, late));
  EXPECT_EQ(establishments_of(one.world, early), establishments_of(other.world, late));
  EXPECT_EQ(establishments_of(one.world, late), establishments_of(other.world, early));
  EXPECT_NE(establishments_of(one.world, early), establishments_of(one.world, late));
  RunState a = begin_run(one), b = begin_run(other);
  const Random luck{one.seed, 0};
  for (auto [state, experiment] : {std::pair{&a, &one}, std::pair{&b, &other}})
    simulate_until(*state, *experiment, experiment->scripts[0], luck, experiment->from + 1, {});
  const auto& flows = a.world.municipalities.flows;
  const auto& others = b.world.municipalities.flows;
  for (const auto& [here, there] : {std::pair{early, late}, std::pair{late, early}}) {
    const auto x = index_of<MunicipalityIndex>(here), y = index_of<MunicipalityIndex>(there);
    EXPECT_GT(flows[x].births + flows[x].arrivals, 0);
    EXPECT_EQ(flows[x].births, others[y].births);
    EXPECT_EQ(flows[x].arrivals, others[y].arrivals);
  }
}

/// Fails when a mean over runs differs from nothing by more than chance explains, or is too vague to say so.
void expect_nothing(std::string_view what, std::string_view shown, const Figures& difference, double least_visible) {
  const double mean = mean_of(difference), error = error_of(difference);
  EXPECT_LE(std::abs(mean), 4 * error) << what << ", " << shown << ": " << mean << ", s.e. " << error;
  EXPECT_LT(4 * error, least_visible) << what << ", " << shown << ": too few runs";
}

TEST(Twins, HaveAsManyVacanciesAtTheStart) {
  Figures difference;
  Study one = study_of_twins();
  for (one.seed = 1; one.seed <= seeds_of_twins; ++one.seed) {
    const Experiment experiment = tiny_experiment(one, twins());
    const Firms& firms = experiment.world.firms;
    double early_less_late = 0;
    for (const FirmIndex firm : rows_of(firms.vacancies)) {
      const std::size_t where = number(firms.municipality[firm]);
      if (where == early || where == late) early_less_late += (where == early ? 1.0 : -1.0) * firms.vacancies[firm];
    }
    difference.push_back(early_less_late);
  }
  expect_nothing("the early row less the late one", "vacancies", difference, 2);
}

/// Products of the deviations from a common centre.
Figures products(const Figures& a, const Figures& b, double centre) {
  Figures result;
  for (std::size_t i = 0; i < a.size(); ++i) result.push_back((a[i] - centre) * (b[i] - centre));
  return result;
}

TEST(Twins, HaveTheSameJointDistributionUnderAnyNameAndRow) {
  const std::vector<ShownByPlace> one = runs_of(study_of_twins(), twins(), seeds_of_twins),
                                  other = runs_of(study_of_twins(), swapped(twins()), seeds_of_twins);
  fmt::print("{:12} {:>9} {:>9} {:>7} {:>9} {:>7} {:>9} {:>7}\n", "[rows]", "mean", "by row", "s.e.", "by number",
             "s.e.", "city", "s.e.");
  for (std::size_t i = 0; i < shown_names.size(); ++i) {
    const Figures a = over_runs(one, i, early, early), b = over_runs(one, i, late, late);
    const Figures a2 = over_runs(other, i, late, late), b2 = over_runs(other, i, early, early);
    const double centre = (mean_of(a) + mean_of(b) + mean_of(a2) + mean_of(b2)) / 4;
    Figures by_row = differences(a, b), by_number = by_row;
    const Figures back = differences(b2, a2);
    for (std::size_t run = 0; run < by_row.size(); ++run) {
      by_row[run] = (by_row[run] + back[run]) / 2;
      by_number[run] = (by_number[run] - back[run]) / 2;
    }
    const Figures of_city = differences(over_runs(one, i, city, city), over_runs(other, i, city, city));
    fmt::print("{:12} {:>9.2f} {:>+9.2f} {:>7.2f} {:>+9.2f} {:>7.2f} {:>+9.2f} {:>7.2f}\n", shown_names[i], centre,
               mean_of(by_row), error_of(by_row), mean_of(by_number), error_of(by_number), mean_of(of_city),
               error_of(of_city));
    expect_nothing("the early row less the late one", shown_names[i], by_row, .2 * centre);
    expect_nothing("one number less the other", shown_names[i], by_number, .2 * centre);
    expect_nothing("another municipality", shown_names[i], of_city, .2 * centre);
    const double spread = variance_of(a) + variance_of(b);
    expect_nothing("variance", shown_names[i], differences(products(a, a, centre), products(a2, a2, centre)),
                   4 * spread);
    expect_nothing("variance of the other", shown_names[i],
                   differences(products(b, b, centre), products(b2, b2, centre)), 4 * spread);
    expect_nothing("covariance", shown_names[i], differences(products(a, b, centre), products(a2, b2, centre)),
                   4 * spread);
  }
}

}  // namespace
}  // namespace polder
