// The synthetic population, step by step: rows, traits, labour, jobs, establishments, benefits, histories.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "polder/base/error.h"
#include "world/blueprint.h"
#include "world/situation.h"

namespace polder {
namespace {

void check_horizon(const Study& study, data::Problems& problems) {
  const int months = study.to - study.from + 1;
  if (months <= 12 * study.horizon_years) return;
  problems.add("E160", study.files.empty() ? study.name : study.files.front().name,
               fmt::format("the period of {} months is longer than the horizon of {} years for which rows are laid out",
                           months, study.horizon_years),
               fmt::format("set horizon to {} years or more", (months + 11) / 12));
}

/// A region needs so many employed rows to say anything.
void check_sample(const Blueprint& plan, data::Problems& problems) {
  constexpr double least_rows = 200;
  std::vector<std::uint32_t> rows(plan.country.regions.size(), 0);
  std::vector<double> persons(plan.country.regions.size(), 0);
  for (std::size_t m = 0; m < plan.size; ++m) {
    if (!plan.facts(m).focus) continue;
    rows[number(plan.facts(m).region)] += plan.employed[m];
    persons[number(plan.facts(m).region)] += plan.facts(m).employed;
  }
  std::size_t smallest = rows.size();
  for (std::size_t r = 0; r < rows.size(); ++r)
    if (persons[r] > 0 && (smallest == rows.size() || persons[r] < persons[smallest])) smallest = r;
  if (smallest == rows.size() || rows[smallest] >= least_rows || plan.study.weight == 1) return;
  const double coarsest = std::max(1.0, std::floor(persons[smallest] / least_rows));
  problems.add(problem_from(
      plan.study.weight_origin, "E161",
      fmt::format("a sample of 1:{} leaves {} employed rows in region {}, fewer than {:.0f}", plan.study.weight,
                  rows[smallest], plan.country.regions[index_of<RegionIndex>(smallest)].name, least_rows),
      fmt::format("take a sample of 1:{:.0f} or finer", coarsest)));
}

void fill_governments(const Country& country, World& world) {
  world.municipalities.stocks.resize(country.municipalities.size());
  world.municipalities.flows.resize(country.municipalities.size());
  world.municipalities.vacancies.resize(country.municipalities.size());
  world.municipalities.government.resize(country.municipalities.size());
}

/// Every establishment (and row of self-employed) employs exactly the residents who name it.
void check_jobs(const World& world) {
  std::vector<std::uint32_t> workers(world.firms.size(), 0);
  for (const Situation& now : world.residents.now)
    if (works(now.labour)) ++workers[number(now.employer)];
  for (const FirmIndex firm : rows_of(world.firms.jobs))
    ensure(workers[number(firm)] == world.firms.jobs[firm], "jobs of an establishment are its residents");
}

}  // namespace

Blueprint::Blueprint(const Country& of_country, const Study& of_study)
    : country(of_country),
      study(of_study),
      parameters(of_study.parameters),
      random{of_study.seed, 0},
      month(of_study.from - of_study.warm_up),
      start(of_study.from),
      weight(of_study.weight),
      size(of_country.municipalities.size()),
      sectors(of_country.sectors.size()) {}

Problem problem_from(const Origin& origin, std::string code, std::string message, std::string help) {
  return {std::move(code), origin.file,        origin.line,     origin.column,
          origin.width,    std::move(message), std::move(help), origin.source_line};
}

BuiltWorld build_world(const Country& country, const Study& study, data::Problems& problems) {
  Blueprint plan(country, study);
  BuiltWorld built;
  World& world = built.world;
  world.month = plan.month;
  world.start = plan.start;
  world.weight = study.weight;
  built.placed.assign(study.placed.size(), none<FirmIndex>);
  check_horizon(study, problems);
  fill_governments(country, world);

  lay_out_residents(plan, world);
  draw_traits(plan, world);
  draw_labour(plan, world);
  check_sample(plan, problems);
  if (plan_jobs(plan, problems)) {
    built.placed = build_firms(plan, world, problems);
    build_vacancies(plan, world);
    assign_jobs(plan, world);
    draw_benefits(plan, world);
    draw_histories(plan, world);
    check_jobs(world);
  }
  world.municipalities.stocks = recount(world);
  return built;
}

}  // namespace polder
