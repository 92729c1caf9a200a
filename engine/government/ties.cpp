#include "government/ties.h"

#include <algorithm>

#include "government/jurisdiction.h"

namespace polder::government {
namespace {

double trust_in(const World& world, GovernmentIndex a, GovernmentIndex b, double otherwise) {
  const Tie* tie = find_tie(world.ties, a, b);
  return tie == nullptr ? otherwise : tie->trust;
}

}  // namespace

GovernmentIndex government_of(const Country& country, ProvinceIndex province) {
  return static_cast<GovernmentIndex>(country.municipalities.size() + number(province));
}

GovernmentIndex government_of(const Country& country, Other other) {
  return static_cast<GovernmentIndex>(country.municipalities.size() + country.provinces.size() +
                                      static_cast<std::size_t>(other));
}

const Tie* find_tie(const std::vector<Tie>& ties, GovernmentIndex a, GovernmentIndex b) {
  const auto key = [](const Tie& tie) { return std::pair(tie.a, tie.b); };
  const std::pair wanted{std::min(a, b), std::max(a, b)};
  const auto found = std::ranges::lower_bound(ties, wanted, {}, key);
  return found != ties.end() && key(*found) == wanted ? &*found : nullptr;
}

double trust_at(const World& world, const Country& country, MunicipalityIndex m, Level level,
                std::span<const MunicipalityIndex> partners, const TrustParameters& parameters) {
  const GovernmentIndex own = government_of(m);
  if (level == Level::Province)
    return trust_in(world, own, government_of(country, country.municipalities[m].province), parameters.start);
  if (level == Level::National) return trust_in(world, own, government_of(country, Other::Rijk), parameters.start);
  if (!is_regional(level)) return parameters.start;
  double sum = 0, others = 0;
  for (const MunicipalityIndex partner : partners) {
    if (partner == m) continue;
    sum += trust_in(world, own, government_of(partner), parameters.start);
    others += 1;
  }
  return others > 0 ? sum / others : parameters.start;
}

double trust_in_force(const World& world, const Country& country, MunicipalityIndex m, Task task,
                      const TrustParameters& parameters) {
  const Jurisdiction here = jurisdiction_of(world, country, m, task);
  std::vector<MunicipalityIndex> partners;
  if (is_regional(here.level)) partners = served_by(world, country, here, task);
  return trust_at(world, country, m, here.level, partners, parameters);
}

}  // namespace polder::government
