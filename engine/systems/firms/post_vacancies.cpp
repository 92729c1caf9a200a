#include <algorithm>
#include <vector>

#include "base/parallel.h"
#include "polder/base/detmath.h"
#include "systems/firms/firms.h"

namespace polder::firms {
namespace {

constexpr std::size_t chunk_posting = 1u << 14;  // [establishments]

void append(Vacancies& to, const Vacancies& from, VacancyIndex row) {
  to.firm.push_back(from.firm[row]);
  to.opened.push_back(from.opened[row]);
  to.number.push_back(from.number[row]);
  to.occupation.push_back(from.occupation[row]);
  to.wage.push_back(from.wage[row]);
}

void append(Vacancies& to, const Vacancies& from) {
  const auto add = [](auto& column, const auto& more) {
    const std::size_t rows = column.size();
    column.resize(rows + more.size());
    std::ranges::copy(more, column.begin() + static_cast<std::ptrdiff_t>(rows));
  };
  add(to.firm, from.firm);
  add(to.opened, from.opened);
  add(to.number, from.number);
  add(to.occupation, from.occupation);
  add(to.wage, from.wage);
}

/// What some establishments have open, and what they opened by municipality.
struct Posted {
  Vacancies open;
  Column<MunicipalityIndex, std::int32_t> opened;
};

/// Whether this vacancy is withdrawn this month, or abroad: filled by somebody there.
bool withdrawn(const World& world, const Random& random, const Parameters& parameters, VacancyIndex row) {
  const Vacancies& v = world.vacancies;
  const FirmState state = world.firms.state[v.firm[row]];
  if (state == FirmState::Notice || state == FirmState::Closed) return true;
  const std::uint32_t k = static_cast<std::uint32_t>(v.opened[row].index) << 16 | v.number[row];
  const bool abroad = state == FirmState::Abroad;
  const Draw draw = abroad ? Draw::BorderFilled : Draw::Withdrawal;
  const Threshold chance = threshold(abroad ? parameters.border.filled : parameters.firm.withdraw);
  return random.word(draw, world.month, static_cast<std::uint32_t>(v.firm[row]), k) < chance;
}

/// Number of vacancies an establishment opens: leavers are replaced as far as the target asks for it, growth comes at
/// rate gamma (L3).
std::uint32_t openings(const World& world, const Inputs& inputs, const Random& random, FirmIndex firm) {
  const Firms& firms = world.firms;
  const auto& p = inputs.parameters.firm;
  const double jobs = firms.jobs[firm], vacancies = firms.vacancies[firm], target = firms.target[firm];
  if (firms.state[firm] == FirmState::Abroad)  // as many vacancies every month, whoever fills them
    return round_by_chance(std::max(0.0, target - vacancies),
                           random.word(Draw::BorderOpenings, world.month, static_cast<std::uint32_t>(firm)));
  if (p.drc <= 0 && target <= jobs + vacancies) return 0;
  const Block luck = random.block(Draw::Openings, world.month, static_cast<std::uint32_t>(firm));
  if (p.drc > 0)
    return poisson(drc_plan(jobs, vacancies, target, p.drc_separation, p.drc_opening, p.gamma).openings, luck[1]);
  const double missing = target - jobs - vacancies;
  const double leavers = firms.leavers[firm];
  const std::uint32_t replaced = std::min(firms.leavers[firm], round_by_chance(missing, luck[0]));
  return replaced + poisson(p.gamma * std::max(0.0, missing - leavers), luck[1]);
}

/// How much offers rise with the tightness of each labour-market region: (V/U)^slope (L9), V as statistics see them.
std::vector<double> offer_levels(const World& world, const Inputs& inputs) {
  const Country& country = inputs.country;
  std::vector<double> vacancies(country.regions.size(), 0), unemployed(country.regions.size(), 0);
  for (const FirmIndex firm : rows_of(world.firms.state))
    vacancies[number(country.municipalities[world.firms.municipality[firm]].region)] += world.firms.vacancies[firm];
  for (const MunicipalityIndex m : rows_of(country.municipalities))
    unemployed[number(country.municipalities[m].region)] +=
        world.municipalities.stocks[m].labour[static_cast<std::size_t>(Labour::Unemployed)];
  std::vector<double> level(country.regions.size(), 1);
  for (std::size_t r = 0; r < level.size(); ++r) {
    const double recorded = vacancies[r] * inputs.parameters.firm.recorded_share;
    if (recorded > 0 && unemployed[r] > 0)
      level[r] = detmath::pow(recorded / unemployed[r], inputs.parameters.wage.tightness);
  }
  return level;
}

/// Occupation and wage offer of a new vacancy.
void describe(Vacancies& vacancies, const World& world, const Inputs& inputs, const Random& random, FirmIndex firm,
              std::uint32_t number, double level) {
  const Country& country = inputs.country;
  const SectorFacts& sector = country.sectors[world.firms.sector[firm]];
  const std::uint32_t k = static_cast<std::uint32_t>(world.month.index) << 16 | number;
  const Block luck = random.block(Draw::Vacancy, world.month, static_cast<std::uint32_t>(firm), k);
  double left = uniform(luck[0]);
  std::size_t occupation = 0;
  while (occupation + 1 < sector.occupation_share.size() && (left -= sector.occupation_share[occupation]) >= 0)
    ++occupation;
  const double spread = detmath::exp(inputs.parameters.wage.offer_sd * normal_quantile(uniform(luck[1])));
  const double wage = country.occupations[index_of<OccupationIndex>(occupation)].class_wage * spread * level / 10;
  vacancies.firm.push_back(firm);
  vacancies.opened.push_back(world.month);
  vacancies.number.push_back(static_cast<std::uint16_t>(number));
  vacancies.occupation.push_back(index_of<OccupationIndex>(occupation));
  vacancies.wage.push_back(static_cast<std::uint16_t>(std::clamp(wage + .5, 1.0, 60000.0)));
}

/// By vacancy: 1 if it is withdrawn this month.
std::vector<std::uint8_t> withdraw(World& world, const Random& random, const Parameters& parameters) {
  constexpr std::size_t chunk_vacancies = 1u << 13;
  std::vector<std::uint8_t> gone(world.vacancies.size());
  for_each_chunk(gone.size(), chunk_vacancies, [&](std::size_t, std::size_t first, std::size_t last) {
    for (std::size_t row = first; row < last; ++row)
      gone[row] = withdrawn(world, random, parameters, index_of<VacancyIndex>(row)) ? 1 : 0;
  });
  Firms& firms = world.firms;
  for (std::size_t row = 0; row < gone.size(); ++row) {
    if (gone[row] == 0) continue;
    const FirmIndex firm = world.vacancies.firm[index_of<VacancyIndex>(row)];
    --firms.vacancies[firm];
    ++firms.leavers[firm];
    ++world.municipalities.vacancies[firms.municipality[firm]].withdrawn;
  }
  return gone;
}

void reserve(Vacancies& vacancies, std::size_t rows) {
  vacancies.firm.reserve(rows);
  vacancies.opened.reserve(rows);
  vacancies.number.reserve(rows);
  vacancies.occupation.reserve(rows);
  vacancies.wage.reserve(rows);
}

/// This month's withdrawals and openings at some establishments, whose rows nobody else changes.
Posted post_at(World& world, const Inputs& inputs, const Random& random, const std::vector<std::uint8_t>& gone,
               const std::vector<double>& levels, std::size_t first, std::size_t last) {
  Firms& firms = world.firms;
  const Vacancies& old = world.vacancies;
  const auto row_of = [&](std::size_t firm) {
    return static_cast<std::size_t>(std::ranges::lower_bound(old.firm, index_of<FirmIndex>(firm)) - old.firm.begin());
  };
  std::size_t row = row_of(first);
  Posted posted{{}, Column<MunicipalityIndex, std::int32_t>(world.municipalities.vacancies.size())};
  reserve(posted.open, (row_of(last) - row) * 3 / 2);
  for (std::size_t f = first; f < last; ++f) {
    const auto firm = index_of<FirmIndex>(f);
    for (; row < old.size() && old.firm[index_of<VacancyIndex>(row)] == firm; ++row)
      if (gone[row] == 0) append(posted.open, old, index_of<VacancyIndex>(row));
    if (!has_vacancies(firms.state[firm])) continue;
    const MunicipalityFacts& facts = inputs.country.municipalities[firms.municipality[firm]];
    const double level = firms.state[firm] == FirmState::Abroad ? facts.wage_factor : levels[number(facts.region)];
    const std::uint32_t opened = openings(world, inputs, random, firm);
    for (std::uint32_t number = 0; number < opened; ++number)
      describe(posted.open, world, inputs, random, firm, number, level);
    firms.vacancies[firm] += opened;
    firms.leavers[firm] = 0;
    posted.opened[firms.municipality[firm]] += static_cast<std::int32_t>(opened);
  }
  return posted;
}

}  // namespace

void post_vacancies(World& world, const Inputs& inputs, const Random& random) {
  const Firms& firms = world.firms;
  const std::vector<std::uint8_t> gone = withdraw(world, random, inputs.parameters);
  const std::vector<double> levels = offer_levels(world, inputs);
  std::vector<Posted> parts(chunks_of(firms.size(), chunk_posting));
  for_each_chunk(firms.size(), chunk_posting, [&](std::size_t chunk, std::size_t first, std::size_t last) {
    parts[chunk] = post_at(world, inputs, random, gone, levels, first, last);
  });
  std::size_t rows = 0;
  for (const Posted& part : parts) rows += part.open.size();
  world.vacancies = {};
  reserve(world.vacancies, rows);
  for (const Posted& part : parts) {
    append(world.vacancies, part.open);
    for (const MunicipalityIndex m : rows_of(part.opened)) world.municipalities.vacancies[m].opened += part.opened[m];
  }
}

}  // namespace polder::firms
