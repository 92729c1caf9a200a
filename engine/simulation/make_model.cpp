#include <algorithm>
#include <array>
#include <functional>

#include "base/parallel.h"
#include "simulation/resolve.h"
#include "systems/benefits/benefits.h"
#include "systems/cooperation/cooperation.h"
#include "systems/cooperation/decisions.h"
#include "systems/firms/firms.h"
#include "systems/governance/governance.h"
#include "systems/jobs/jobs.h"
#include "world/assumptions.h"
#include "world/occupation_graph.h"

namespace polder {
namespace {

/// Residents inside (who are not elsewhere) by year of age, and those of them who work.
struct Ages {
  double commuters_in = 0;  // residents beyond the border of the scope
  std::vector<double> all = std::vector<double>(oldest_age + 1, 0.0);
  std::vector<double> employed = std::vector<double>(oldest_age + 1, 0.0);
};

Ages count_ages(const World& world, const Country& country) {
  Ages ages;
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Situation& now = world.residents.now[person];
    const Profile profile = world.residents.profile[person];
    if (now.labour == Labour::Absent) continue;
    if (country.municipalities[profile.municipality()].elsewhere) {
      ++ages.commuters_in;
      continue;
    }
    const auto age = static_cast<std::size_t>(std::clamp(world.age_months(profile) / 12, 0, oldest_age));
    ++ages.all[age];
    if (works(now.labour)) ++ages.employed[age];
  }
  return ages;
}

/// A year of the reference demography (L1): ageing, deaths, departures, births and arrivals by their rates.
void age_a_year(std::vector<double>& all, const Country& country, const Parameters& p) {
  double population = 0;
  for (const double persons : all) population += persons;
  for (std::size_t age = all.size() - 1; age > 0; --age)
    all[age] = all[age - 1] * (1 - country.by_age.death[age - 1] - country.by_age.emigration[age - 1]);
  all[0] = population * p.demo.birth_rate;
  const auto youngest = static_cast<std::size_t>(p.demo.arrival_youngest),
             oldest = static_cast<std::size_t>(p.demo.arrival_oldest);
  for (std::size_t age = youngest; age < oldest; ++age)
    all[age] += population * p.demo.immigration_rate / static_cast<double>(oldest - youngest);
}

/// Labour supply of the reference at constant participation by age, relative to the start, by month; commuters from
/// beyond the border stay as many. Demand follows it, so that the reference has no trend in tightness (L2).
std::vector<double> supply_growth(const Ages& start, const Country& country, const Parameters& p, int months) {
  if (p.firm.drc > 0) return {};  // constant parameters: demand is what the scenario says
  std::vector<double> all = start.all;
  const auto supply = [&] {
    double sum = start.commuters_in;
    for (std::size_t age = 0; age < all.size(); ++age)
      if (start.all[age] > 0) sum += all[age] * start.employed[age] / start.all[age];
    return sum;
  };
  const double first = supply();
  std::vector<double> growth;
  double before = 1;
  while (first > 0 && static_cast<int>(growth.size()) <= months) {
    age_a_year(all, country, p);
    const double after = supply() / first;
    for (int month = 0; month < 12; ++month) growth.push_back(before + (after - before) * month / 12);
    before = after;
  }
  return growth;
}

double separation_mean(const World& world, const Parameters& p) {
  double sum = 0, persons = 0;
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Situation& now = world.residents.now[person];
    if (!works(now.labour)) continue;
    const bool young = world.age_months(world.residents.profile[person]) < 25 * 12;
    const double base = now.labour == Labour::Permanent      ? p.separation.permanent
                        : now.labour == Labour::SelfEmployed ? p.separation.self_employed
                                                             : p.separation.flexible;
    const double tenure = jobs::tenure(now, world.month) < 24 ? p.separation.short_tenure_factor : 1.0;
    sum += base * (young ? p.separation.young_factor : 1.0) * tenure;
    ++persons;
  }
  return persons > 0 ? sum / persons : 1;
}

/// Rates of people outside the labour force are per person of 15-74; students and inactive below the pension age act
/// for all of them (L4).
double participation_scale(const World& world) {
  double outside = 0, acting = 0;
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Labour labour = world.residents.now[person].labour;
    const int age = world.age_months(world.residents.profile[person]);
    const bool acts = labour == Labour::Student || labour == Labour::Inactive;
    if (acts) ++acting;
    if (acts || labour == Labour::Disabled || (labour == Labour::Retired && age < 75 * 12)) ++outside;
  }
  return acting > 0 ? outside / acting : 1;
}

/// Seekers who come in by themselves once demography runs, arrivals and school leavers without a job, per student or
/// inactive resident: part of the total of those who start to search (L4).
double entering_share(const World& world, const Country& country, const Parameters& p) {
  double residents = 0, acting = 0, leaving = 0;
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Labour labour = world.residents.now[person].labour;
    const Profile profile = world.residents.profile[person];
    if (labour == Labour::Absent || country.municipalities[profile.municipality()].elsewhere) continue;
    ++residents;
    if (labour == Labour::Student || labour == Labour::Inactive) ++acting;
    Profile next_year = profile;
    next_year.birth = static_cast<std::uint16_t>(profile.birth - 12) & 0x7FFu;
    if (labour == Labour::Student && !jobs::at_school(world, p, next_year)) ++leaving;
  }
  const double arriving = residents * p.demo.immigration_rate * p.demo.arrival_seeking;
  return acting > 0 ? (leaving + arriving) / 12 / acting : 0;
}

/// Recipients of bijstand per jobless resident in the figures, relative to those of all municipalities together.
Column<MunicipalityIndex, double> bijstand_factors(const Country& country) {
  constexpr double least = .2, most = 5;
  const auto jobless = [](const MunicipalityFacts& facts) {
    return facts.unemployed + assumed::marginal_per_employed * facts.employed;
  };
  double recipients = 0, all = 0;
  for (const MunicipalityFacts& facts : country.municipalities) {
    recipients += facts.bijstand;
    all += facts.bijstand > 0 ? jobless(facts) : 0;
  }
  Column<MunicipalityIndex, double> factors(country.municipalities.size(), 1);
  for (const MunicipalityIndex m : rows_of(factors)) {
    const MunicipalityFacts& facts = country.municipalities[m];
    if (facts.bijstand > 0 && jobless(facts) > 0)
      factors[m] = std::clamp(facts.bijstand / jobless(facts) / (recipients / all), least, most);
  }
  return factors;
}

/// Mean of the partner factor over residents without work who are, or are not, on ww.
double partner_mean(const World& world, const Parameters& p, bool on_ww) {
  double sum = 0, persons = 0;
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Situation& now = world.residents.now[person];
    const bool counts =
        on_ww ? now.benefit == Benefit::Ww
              : now.benefit == Benefit::None && (now.labour == Labour::Unemployed || now.labour == Labour::Marginal);
    if (!counts) continue;
    sum += jobs::partner_factor(world, p, world.residents.profile[person]);
    ++persons;
  }
  return persons > 0 ? sum / persons : 1;
}

/// Share of the employed who retire early in a month.
double early_share(const World& world, const Country& country, const Parameters& p) {
  double older = 0, all = 0;
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const bool beyond = country.municipalities[world.residents.profile[person].municipality()].elsewhere;
    if (!works(world.residents.now[person].labour) || beyond) continue;
    ++all;
    if (world.age_months(world.residents.profile[person]) >= 60 * 12) ++older;
  }
  return all > 0 ? p.demo.early_retirement * older / all : 0;
}

/// Mean search effort of the employed over that of those without a side job beside school.
double employed_effort(const World& world, const Parameters& p) {
  double sum = 0, all = 0;
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Labour labour = world.residents.now[person].labour;
    if (!works(labour)) continue;
    ++all;
    const bool side_job = labour == Labour::StudentJob && world.residents.profile[person].apprentice == 0;
    sum += side_job ? p.search.student_factor : 1.0;
  }
  return all > 0 ? sum / all : 1;
}

/// Mean care of each class over its recipients at the start, under the budgets of the figures and equal triage.
std::array<double, distance_classes> care_reference(const World& world, const Country& country, const Parameters& p) {
  std::array<double, distance_classes> sum{}, persons{};
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    std::array<double, distance_classes> recipients{};
    for (std::size_t c = 0; c < distance_classes; ++c)
      recipients[c] = static_cast<double>(world.municipalities.stocks[m].bijstand_at[c]) * world.weight;
    const auto care = benefits::care(static_cast<double>(country.municipalities[m].guidance_budget) / 100 *
                                         world.municipalities.services[m].productivity[number(Task::Guidance)],
                                     recipients, Triage::Equal, p.care.norm);
    for (std::size_t c = 0; c < distance_classes; ++c) {
      sum[c] += care[c] * recipients[c];
      persons[c] += recipients[c];
    }
  }
  for (std::size_t c = 0; c < distance_classes; ++c) sum[c] = persons[c] > 0 ? sum[c] / persons[c] : 0;
  return sum;
}

/// Means over the residents at the start: each by one pass in the order of rows, several passes at a time.
void read_residents(Model& model, Ages& ages, const World& world, const Country& country, const Parameters& p) {
  const std::array<std::function<void()>, 8> passes{
      [&] { ages = count_ages(world, country); },
      [&] { model.separation_mean = separation_mean(world, p); },
      [&] { model.participation_scale = participation_scale(world); },
      [&] { model.entering_share = p.firm.drc > 0 ? 0 : entering_share(world, country, p); },
      [&] { model.partner_mean = partner_mean(world, p, false); },
      [&] { model.partner_mean_ww = partner_mean(world, p, true); },
      [&] { model.early_share = early_share(world, country, p); },
      [&] { model.employed_effort = employed_effort(world, p); }};
  for_each_chunk(passes.size(), 1, [&](std::size_t pass, std::size_t, std::size_t) { passes[pass](); });
}

}  // namespace

Model make_model(Country country, const Parameters& parameters, World& world, int months) {
  Model model;
  model.parameters = parameters;
  Ages ages;
  read_residents(model, ages, world, country, parameters);
  model.reference_growth = supply_growth(ages, country, parameters, months);
  model.bijstand_factor = bijstand_factors(country);
  model.training_months = class_training_months(country, parameters);
  model.territories = cooperation::territories_if_all(country);
  cooperation::begin(world, country, parameters, model.territories);
  governance::begin(world, country, parameters);
  cooperation::begin_trust(world, country, parameters);
  model.usual_service = cooperation::usual_service(world, country, parameters);
  model.usual = world.municipalities.services;
  model.local_position = governance::local_positions(country);
  model.coalition = governance::coalitions(country);
  model.usual_analysis = cooperation::usual_analysis(world, country, parameters.government.analysis);
  model.care_reference = care_reference(world, country, parameters);
  const auto last = static_cast<std::size_t>(std::max(0.0, parameters.demo.pension_age - 1));
  double employed = 0;
  for (const double persons : ages.employed) employed += persons;
  if (employed > 0 && last < ages.employed.size()) model.retiring_share = ages.employed[last] / 12 / employed;
  for (auto* jobs : {&world.economy.planned_jobs, &world.economy.supplier_loss, &world.economy.local_loss})
    jobs->assign(country.regions.size() * country.sectors.size(), 0.0);
  for (const FirmIndex firm : rows_of(world.firms.state))
    if (world.firms.state[firm] != FirmState::Absent && world.firms.state[firm] != FirmState::Abroad)
      world.economy.planned_jobs[firms::cell(country, country.municipalities[world.firms.municipality[firm]].region,
                                             world.firms.sector[firm])] +=
          world.firms.start_size[firm] * (1 + parameters.firm.unmet);
  model.start_jobs = world.economy.planned_jobs;
  model.country = std::move(country);
  return model;
}

}  // namespace polder
