// The vacancies that are open when the warm-up begins.
#include <algorithm>
#include <numeric>

#include "polder/base/detmath.h"
#include "world/assumptions.h"
#include "world/blueprint.h"
#include "world/establishment_size.h"
#include "world/whole_numbers.h"

namespace polder {
namespace {

std::uint16_t offer(const Blueprint& plan, OccupationIndex occupation, double factor, double luck) {
  const double wage = plan.country.occupations[occupation].class_wage * factor *
                      detmath::exp(plan.parameters.wage.offer_sd * normal_quantile(luck));
  return static_cast<std::uint16_t>(std::clamp(wage / 10 + .5, 1.0, 65535.0));
}

/// Vacancies of an establishment at the start [rows]: statistics record a part of them, the model has them all.
double vacancies_of(const Blueprint& plan, FirmIndex firm, const Firms& firms) {
  return firms.jobs[firm] * plan.country.sectors[firms.sector[firm]].vacancy_rate / plan.parameters.firm.recorded_share;
}

struct Opening {
  Month opened;
  std::uint16_t number;
  OccupationIndex occupation;
  std::uint16_t wage;
};

/// Vacancies of one establishment, in order of month and number.
std::vector<Opening> openings(const Blueprint& plan, FirmIndex firm, std::uint32_t vacancies,
                              const std::vector<double>& occupations, double wage_factor) {
  std::vector<Opening> list(vacancies);
  for (std::uint32_t i = 0; i < vacancies; ++i) {
    const Block luck = plan.random.block(Draw::WorldFirm, outside_time, static_cast<std::uint32_t>(firm), 1u << 31 | i);
    const auto occupation = index_of<OccupationIndex>(pick(occupations, uniform(luck[0])));
    const int age = 1 + static_cast<int>(below(luck[1], assumed::vacancy_oldest));
    list[i] = {plan.month - age, static_cast<std::uint16_t>(i), occupation,
               offer(plan, occupation, wage_factor, uniform(luck[2]))};
  }
  std::stable_sort(list.begin(), list.end(), [](const Opening& a, const Opening& b) { return a.opened < b.opened; });
  return list;
}

}  // namespace

void build_vacancies(const Blueprint& plan, World& world) {
  Firms& firms = world.firms;
  // By sector, then once for all places abroad. Running totals are rounded from an offset by chance: from a fixed one a
  // municipality would have up to one more or less in a sector for no other reason than its row.
  std::vector<double> cumulative;
  for (std::uint32_t line = 0; line <= plan.sectors; ++line)
    cumulative.push_back(uniform(plan.random.word(Draw::WorldFirm, outside_time, line, 1u << 30)));
  std::vector<std::uint32_t> passed(plan.sectors + 1, 0);
  std::vector<std::vector<double>> occupations;
  for (const SectorFacts& sector : plan.country.sectors) {
    std::vector<double> sums(sector.occupation_share.size());
    std::partial_sum(sector.occupation_share.begin(), sector.occupation_share.end(), sums.begin());
    occupations.push_back(std::move(sums));
  }
  for (const FirmIndex firm : rows_of(firms.sector)) {
    if (firms.state[firm] == FirmState::Absent) continue;
    const std::size_t s = number(firms.sector[firm]);
    const bool abroad = firms.state[firm] == FirmState::Abroad;
    const std::size_t line = abroad ? plan.sectors : s;
    const MunicipalityFacts& facts = plan.facts(number(firms.municipality[firm]));
    const double offered = abroad ? facts.vacancies_abroad[s] / plan.weight : vacancies_of(plan, firm, firms);
    cumulative[line] += offered;
    const std::uint32_t now = units_passed(cumulative[line], 0);
    firms.vacancies[firm] = now - passed[line];
    passed[line] = now;
    for (const Opening& one : openings(plan, firm, firms.vacancies[firm], occupations[s], facts.wage_factor)) {
      world.vacancies.firm.push_back(firm);
      world.vacancies.opened.push_back(one.opened);
      world.vacancies.number.push_back(one.number);
      world.vacancies.occupation.push_back(one.occupation);
      world.vacancies.wage.push_back(one.wage);
    }
    firms.start_size[firm] = firms.target[firm] =
        abroad ? offered : static_cast<double>(firms.jobs[firm] + firms.vacancies[firm]);
  }
}

}  // namespace polder
