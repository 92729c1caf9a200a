#include "support/tiny_country.h"

#include <string>
#include <utility>
#include <vector>

namespace polder {
namespace {

MunicipalityFacts municipality(std::uint32_t official_number, std::string name, std::size_t area, double latitude,
                               double longitude, double population, double employed, std::vector<double> jobs) {
  MunicipalityFacts facts;
  facts.code = "GM" + std::to_string(official_number);
  facts.name = std::move(name);
  facts.province = index_of<ProvinceIndex>(area);
  facts.region = index_of<RegionIndex>(area);
  facts.official_number = official_number;
  facts.latitude = latitude;
  facts.longitude = longitude;
  facts.population = population;
  facts.age_share = {.15, .13, .26, .27, .19};
  facts.high_education_share = .25 + population / 400000;
  facts.employed = employed;
  facts.unemployed = employed * .038;
  facts.ww = employed * .017;
  facts.bijstand = employed * .040;
  facts.jobs = std::move(jobs);
  facts.guidance_budget = static_cast<Cents>(population) * 5000;
  facts.income_spending = static_cast<Cents>(population) * 40000;
  return facts;
}

SectorFacts sector(std::string code, std::string name, double self_employed, double flexible, double vacancies,
                   double cycle, std::vector<double> occupations) {
  SectorFacts facts;
  facts.code = std::move(code);
  facts.name_nl = facts.name_en = std::move(name);
  facts.cycle_sensitivity = cycle;
  facts.self_employed_share = self_employed;
  facts.flexible_share = flexible;
  facts.vacancy_rate = vacancies;
  facts.size_share = {.30, .42, .18, .08, .02};
  facts.occupation_share = std::move(occupations);
  return facts;
}

}  // namespace

CountryFiles tiny_country() {
  CountryFiles files;
  Country& country = files.country;
  country.key = "tiny";
  country.name_nl = country.name_en = "Tiny";
  country.provinces.push_back({"PV91", "Westland"});
  country.provinces.push_back({"PV92", "Oostland"});
  country.regions.push_back({"AM91", "West"});
  country.regions.push_back({"AM92", "East"});
  country.municipalities.push_back(municipality(9101, "Stad", 0, 52.00, 5.00, 60000, 33000, {6000, 15000, 17000}));
  country.municipalities.push_back(municipality(9102, "Dorp", 0, 52.05, 5.10, 16000, 8600, {1800, 2200, 1600}));
  country.municipalities.push_back(municipality(9103, "Haven", 1, 52.02, 5.45, 30000, 16000, {6400, 5000, 4000}));
  country.municipalities.push_back(municipality(9104, "Veen", 1, 52.10, 5.60, 14000, 7400, {2400, 1900, 1700}));
  country.sectors.push_back(sector("B-E", "Industry", .06, .25, .035, 1.3, {.25, .60, .15}));
  country.sectors.push_back(sector("G", "Trade", .15, .42, .045, 1.0, {.55, .25, .20}));
  country.sectors.push_back(sector("Q", "Care", .12, .25, .030, .4, {.20, .15, .65}));
  country.occupations.push_back({"03", "Commercieel", "Commercial", 23000, 2.4, 0});
  country.occupations.push_back({"07", "Technisch", "Technical", 19000, 3.0, 0});
  country.occupations.push_back({"10", "Zorg", "Care", 23000, 3.6, 0});
  country.similarity = {1, -.3, .2, -.3, 1, -.5, .2, -.5, 1};
  country.size_classes = {{1, 4}, {5, 19}, {20, 99}, {100, 499}, {500, 1999}};
  const std::size_t ages = static_cast<std::size_t>(oldest_age) + 1;
  AgeRates& rates = country.by_age;
  for (auto* column : {&rates.death, &rates.emigration, &rates.employment, &rates.disability, &rates.partner})
    column->assign(ages, 0);
  for (std::size_t age = 0; age < ages; ++age) {
    rates.emigration[age] = age < 18 ? .5 : age < 35 ? 2 : .4;
    rates.employment[age] = age < 15 ? 0 : age < 25 ? .72 : age < 60 ? .85 : age < 67 ? .55 : .1;
    rates.disability[age] = age < 18 || age >= 67 ? 0 : .03 + .002 * static_cast<double>(age - 18);
    rates.partner[age] = age < 20 ? 0 : age < 65 ? .55 : .1;
  }
  const double flows[4][4] = {
      {26000, 1500, 3000, 500}, {4600, 3000, 700, 0}, {3800, 400, 9500, 1600}, {900, 100, 2200, 3900}};
  for (std::size_t h = 0; h < 4; ++h)
    for (std::size_t w = 0; w < 4; ++w)
      if (flows[h][w] > 0)
        files.commuting.push_back({index_of<MunicipalityIndex>(h), index_of<MunicipalityIndex>(w), flows[h][w]});
  return files;
}

Study tiny_study(std::uint32_t weight) {
  Study study;
  study.name = "tiny";
  study.country = "tiny";
  study.weight = weight;
  study.from = Month::of(2026, 1);
  study.to = Month::of(2033, 12);
  study.parameters = tiny_parameters();
  return study;
}

}  // namespace polder
