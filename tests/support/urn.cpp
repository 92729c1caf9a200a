#include "support/urn.h"

namespace polder::testing {

Market::Market(std::size_t places, std::size_t trades, const std::vector<std::uint32_t>& vacancies,
               const std::vector<std::uint16_t>& reach, const std::vector<std::uint16_t>& mobility) {
  country.municipalities.resize(places);
  country.occupations.resize(trades);
  country.occupation_weight = mobility;
  country.reach.resize(places);
  for (std::size_t home = 0; home < places; ++home)
    for (std::size_t work = 0; work < places; ++work)
      country.reach[index_of<MunicipalityIndex>(home)].push_back(
          {index_of<MunicipalityIndex>(work), reach[home * places + work]});
  world.month = Month::of(2026, 2);
  for (std::size_t m = 0; m < places; ++m) {
    world.firms.municipality.push_back(index_of<MunicipalityIndex>(m));
    world.firms.sector.push_back(SectorIndex{0});
    for (std::size_t o = 0; o < trades; ++o)
      for (std::uint32_t v = 0; v < vacancies[m * trades + o]; ++v) {
        world.vacancies.firm.push_back(index_of<FirmIndex>(m));
        world.vacancies.opened.push_back(Month::of(2026, 1));
        world.vacancies.number.push_back(static_cast<std::uint16_t>(world.vacancies.size() - 1));
        world.vacancies.occupation.push_back(index_of<OccupationIndex>(o));
        world.vacancies.wage.push_back(250);
      }
  }
}

Market::~Market() = default;

std::uint32_t hires(const Market& market, const std::vector<std::uint32_t>& sent, std::uint32_t replicate,
                    std::uint32_t group, std::uint32_t* of_group, const std::vector<MunicipalityIndex>& homes) {
  const labour::VacancyCells cells(market.world, market.country);
  const Random random{1, replicate};
  std::vector<labour::Application> applications;
  for (std::uint32_t seeker = 0; seeker < sent.size(); ++seeker)
    for (std::uint32_t a = 0; a < sent[seeker]; ++a) {
      const Block word = random.block(Draw::Application, market.world.month, seeker, a);
      const VacancyIndex v =
          cells.choose(homes.empty() ? MunicipalityIndex{0} : homes[seeker], 0, word[0], word[1], word[2]);
      applications.push_back({seeker, static_cast<std::uint32_t>(v), word[3]});
    }
  const auto holder = labour::stable_matching(applications, market.world.vacancies.size());
  std::uint32_t filled = 0;
  for (const std::uint32_t a : holder) {
    if (a == labour::unmatched) continue;
    ++filled;
    if (of_group != nullptr && applications[a].seeker < group) ++*of_group;
  }
  return filled;
}

}  // namespace polder::testing
