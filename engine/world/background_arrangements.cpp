#include "world/background_arrangements.h"

#include <fmt/format.h>

#include <algorithm>

namespace polder {
namespace {

class Groups {
 public:
  Groups(const Column<MunicipalityIndex, Neighbourhood>& map, const Random& random)
      : map_(map), random_(random), memberships_(map.size(), 0), founded_(map.size(), 0) {}

  std::vector<std::vector<MunicipalityIndex>> draw(double per_municipality, double partners) {
    const auto connected = static_cast<double>(
        std::count_if(map_.begin(), map_.end(), [](const Neighbourhood& here) { return !here.neighbours.empty(); }));
    std::vector<std::vector<MunicipalityIndex>> groups;
    for (double all = 0; all < per_municipality * connected; all += static_cast<double>(groups.back().size()))
      groups.push_back(next_group(partners));
    return groups;
  }

 private:
  std::vector<MunicipalityIndex> next_group(double partners) {
    founder_ = next_founder();
    const std::uint32_t founding = founded_[founder_]++ << 8;
    const auto sizes = static_cast<std::uint32_t>(2 * partners - 2.5);  // of 2 .. 2 x partners - 2, rounded
    const std::size_t size = 2 + below(luck(founding)[0], std::max(1u, sizes));
    std::vector<MunicipalityIndex> group{founder_};
    for (std::uint32_t step = 1; group.size() < size; ++step) {
      const std::vector<MunicipalityIndex> around = neighbours_of(group);
      if (around.empty()) break;
      group.push_back(chosen(around, luck(founding + step)));
    }
    for (const MunicipalityIndex member : group) ++memberships_[member];
    std::sort(group.begin(), group.end());
    return group;
  }

  MunicipalityIndex next_founder() const {
    MunicipalityIndex fewest = none<MunicipalityIndex>;
    for (const MunicipalityIndex m : rows_of(map_)) {
      if (map_[m].neighbours.empty()) continue;
      if (fewest == none<MunicipalityIndex> || memberships_[m] < memberships_[fewest]) fewest = m;
    }
    return fewest;
  }

  /// Neighbours of members that are no members, in order of row.
  std::vector<MunicipalityIndex> neighbours_of(const std::vector<MunicipalityIndex>& group) const {
    std::vector<MunicipalityIndex> around;
    for (const MunicipalityIndex member : group)
      for (const MunicipalityIndex m : map_[member].neighbours)
        if (std::find(group.begin(), group.end(), m) == group.end()) around.push_back(m);
    std::sort(around.begin(), around.end());
    around.erase(std::unique(around.begin(), around.end()), around.end());
    return around;
  }

  MunicipalityIndex chosen(const std::vector<MunicipalityIndex>& around, const Block& block) const {
    const auto size = static_cast<std::uint32_t>(around.size());
    const MunicipalityIndex one = around[below(block[0], size)], other = around[below(block[1], size)];
    return memberships_[other] < memberships_[one] ? other : one;
  }

  Block luck(std::uint32_t k) const {
    return random_.block(Draw::BackgroundArrangement, Month{}, map_[founder_].official_number, k);
  }

  const Column<MunicipalityIndex, Neighbourhood>& map_;
  const Random& random_;
  Column<MunicipalityIndex, std::uint32_t> memberships_, founded_;
  MunicipalityIndex founder_{};
};

}  // namespace

std::vector<std::vector<MunicipalityIndex>> draw_groups(const Column<MunicipalityIndex, Neighbourhood>& map,
                                                        double per_municipality, double partners,
                                                        const Random& random) {
  return Groups(map, random).draw(per_municipality, partners);
}

void add_background_arrangements(Country& country, const Parameters& parameters, const Random& random) {
  Column<MunicipalityIndex, Neighbourhood> map;
  for (const MunicipalityFacts& facts : country.municipalities)
    map.push_back({facts.official_number, facts.government.neighbours});
  const auto& governance = parameters.governance;
  for (auto& members : draw_groups(map, governance.background_arrangements, governance.background_partners, random)) {
    const std::string code = fmt::format("B{}", country.arrangements.size());
    country.arrangements.push_back({"background", code, code, std::move(members)});
  }
}

void fill_memberships(Country& country) {
  for (MunicipalityFacts& facts : country.municipalities) facts.government.arrangements.clear();
  for (std::size_t a = 0; a < country.arrangements.size(); ++a)
    for (const MunicipalityIndex member : country.arrangements[a].members)
      country.municipalities[member].government.arrangements.push_back(static_cast<std::uint32_t>(a));
}

}  // namespace polder
