#include "indicators/parts.h"

#include <algorithm>
#include <array>

#include "base/parallel.h"
#include "indicators/observe.h"
#include "world/situation.h"

namespace polder {
namespace {

constexpr std::size_t chunk_rows = 1u << 20;
constexpr std::array<const char*, education_levels + 3> names_without_sectors{
    "education:low", "education:medium", "education:high", "age:15-24", "age:25-44", "age:45+"};
constexpr std::size_t age_classes = names_without_sectors.size() - education_levels;

/// A resident is counted once by education and age together, each from 1 on, and once by sector.
constexpr std::size_t by_age = age_classes + 1, joint_cells = (education_levels + 1) * by_age;

/// 0: a child at school.
std::size_t education_of(const Profile& profile, const Situation& now) {
  return now.labour == Labour::Child ? 0 : 1 + std::min<std::size_t>(profile.education, education_levels - 1);
}

/// 0: younger than 15, or retired.
std::size_t age_of(const World& world, const Profile& profile, const Situation& now) {
  const int age = world.age_months(profile) / 12;
  if (age < 15 || now.labour == Labour::Retired) return 0;
  return age < 25 ? 1u : age < 45 ? 2u : 3u;
}

bool has_sector(const Situation& now, std::size_t sectors) {
  const bool attached = works(now.labour) || now.labour == Labour::Unemployed || now.labour == Labour::Marginal;
  return attached && now.last_sector < sectors;
}

/// Stocks of the joint cells and sectors of each region.
class PartStocks {
 public:
  PartStocks(const World& world, const Country& country)
      : world_(world), sectors_(country.sectors.size()), stocks_(country.regions.size() * cells()) {}

  void count_in(RegionIndex region, const Profile& profile, const Situation& now) {
    Stocks* const here = &stocks_[number(region) * cells()];
    const std::size_t joint = education_of(profile, now) * by_age + age_of(world_, profile, now);
    const bool abroad = works_abroad(world_.firms, now);
    if (joint != 0) count(here[joint], profile, now, abroad, world_.month, +1);
    if (has_sector(now, sectors_)) count(here[joint_cells + now.last_sector], profile, now, abroad, world_.month, +1);
  }
  void add_to(std::vector<Stocks>& parts) const {
    const std::size_t each = names_without_sectors.size() + sectors_;
    for (std::size_t i = 0; i < stocks_.size(); ++i) {
      Stocks* const region = &parts[i / cells() * each];
      const std::size_t cell = i % cells();
      if (cell >= joint_cells) {
        add(region[names_without_sectors.size() + cell - joint_cells], stocks_[i]);
        continue;
      }
      if (cell / by_age > 0) add(region[cell / by_age - 1], stocks_[i]);
      if (cell % by_age > 0) add(region[education_levels + cell % by_age - 1], stocks_[i]);
    }
  }

 private:
  std::size_t cells() const { return joint_cells + sectors_; }

  const World& world_;
  std::size_t sectors_;
  std::vector<Stocks> stocks_;
};

}  // namespace

std::size_t part_count(const Country& country) { return names_without_sectors.size() + country.sectors.size(); }

std::string part_name(const Country& country, std::size_t part) {
  if (part < names_without_sectors.size()) return names_without_sectors[part];
  return "sector:" + country.sectors[index_of<SectorIndex>(part - names_without_sectors.size())].code;
}

std::vector<Stocks> count_parts(const World& world, const Country& country,
                                const Column<MunicipalityIndex, std::uint8_t>& reported) {
  const std::size_t rows = world.residents.size();
  std::vector<PartStocks> chunks(chunks_of(rows, chunk_rows), PartStocks(world, country));
  for_each_chunk(rows, chunk_rows, [&](std::size_t chunk, std::size_t first, std::size_t last) {
    for (std::size_t row = first; row < last; ++row) {
      const auto person = index_of<ResidentIndex>(row);
      const Situation& now = world.residents.now[person];
      if (now.labour == Labour::Absent) continue;
      const Profile profile = world.residents.profile[person];
      const MunicipalityIndex home = profile.municipality();
      if (reported[home] != 0) chunks[chunk].count_in(country.municipalities[home].region, profile, now);
    }
  });
  std::vector<Stocks> parts(country.regions.size() * part_count(country));
  for (const PartStocks& chunk : chunks) chunk.add_to(parts);
  return parts;
}

}  // namespace polder
