// Who receives ww and bijstand: exact by municipality, never both.
#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

#include "base/parallel.h"
#include "polder/base/error.h"
#include "world/assumptions.h"
#include "world/blueprint.h"
#include "world/whole_numbers.h"

namespace polder {
namespace {

enum Group : std::size_t { Seeking, Attached, Working, Outside };  // flexible contracts; inactive
constexpr std::size_t groups = 4;
constexpr std::size_t kinds = education_levels * 2;  // education and partner
using Counts = std::vector<std::uint32_t>;

/// The group from which recipients come; none for those who cannot receive ww or bijstand.
std::optional<Group> group_of(const Blueprint& plan, const Profile& profile, const Situation& now, int from_age) {
  if (plan.age_months(profile) < 12 * from_age || now.benefit != Benefit::None) return std::nullopt;
  switch (now.labour) {
    case Labour::Unemployed:
      return Seeking;
    case Labour::Marginal:
      return Attached;
    case Labour::Flexible:
      return Working;
    case Labour::Inactive:
      return Outside;
    default:
      return std::nullopt;
  }
}

/// Recipients of each group: rounded shares, what a group cannot take goes to the others in turn.
std::array<std::uint32_t, groups> split(std::uint32_t recipients, const std::array<double, groups>& share,
                                        const std::array<std::uint32_t, groups>& room, double offset) {
  std::array<std::uint32_t, groups> part{};
  double cumulative = 0;
  std::uint32_t passed = units_passed(0, offset), left = recipients;
  for (std::size_t g = 0; g < groups; ++g) {
    cumulative += share[g] * recipients;
    const std::uint32_t now = units_passed(cumulative, offset);
    part[g] = std::min({now - passed, room[g], left});
    passed = now;
    left -= part[g];
  }
  for (std::size_t g = 0; g < groups && left > 0; ++g) {
    if (share[g] <= 0) continue;
    const std::uint32_t more = std::min(left, room[g] - part[g]);
    part[g] += more;
    left -= more;
  }
  return part;
}

/// One kind of benefit: its figure, its recipients and what becomes of them.
struct Kind {
  double MunicipalityFacts::* persons;
  std::array<double, groups> share;  // of the recipients
  Benefit benefit, at_work;
  int from_age;          // [years]
  std::size_t word;      // of Question::Benefits
  std::size_t offset;    // of the municipality's offsets
  std::array<double, kinds> weight;  // by education and partner
};

std::size_t kind_of(const Profile& profile) { return profile.education * 2u + profile.partner; }

template <class Work>
void for_each_resident(const Blueprint& plan, std::size_t m, World& world, Work work) {
  for (std::size_t row = plan.first[m]; row < plan.first[m] + plan.residents[m]; ++row)
    work(row, world.residents.profile[index_of<ResidentIndex>(row)], world.residents.now[index_of<ResidentIndex>(row)]);
}

std::array<std::uint32_t, groups> room_in(const Kind& kind, const Counts& candidates) {
  std::array<std::uint32_t, groups> room{};
  for (std::size_t g = 0; g < groups; ++g)
    for (std::size_t k = 0; k < kinds && kind.share[g] > 0; ++k) room[g] += candidates[g * kinds + k];
  return room;
}

Choice choose(const Blueprint& plan, std::size_t m, const Kind& kind, const Counts& candidates,
              std::uint32_t recipients) {
  const auto part = split(recipients, kind.share, room_in(kind, candidates), plan.offset(m, kind.offset));
  Counts wanted(groups * kinds, 0);
  for (std::size_t g = 0; g < groups; ++g) {
    const std::span<const std::uint32_t> cells = std::span(candidates).subspan(g * kinds, kinds);
    const auto chance = chances(cells, kind.weight, part[g], 1);
    const Choice within(cells, chance, plan.offset(m, kind.offset + 1 + g));
    std::copy(within.wanted().begin(), within.wanted().end(), wanted.begin() + static_cast<std::ptrdiff_t>(g * kinds));
  }
  return Choice(candidates, wanted);
}

void grant(const Blueprint& plan, std::size_t m, const Kind& kind, Choice choice, World& world) {
  for_each_resident(plan, m, world, [&](std::size_t row, const Profile& profile, Situation& now) {
    const auto group = group_of(plan, profile, now, kind.from_age);
    if (!group) return;
    const std::uint32_t word = plan.resident(row, Question::Benefits)[kind.word];
    if (choice.take(*group * kinds + kind_of(profile), word))
      now.benefit = *group == Working ? kind.at_work : kind.benefit;
  });
}

void draw_benefit(const Blueprint& plan, const Kind& kind, World& world) {
  std::vector<Counts> candidates(plan.size, Counts(groups * kinds, 0));
  for_each_chunk(plan.size, 1, [&](std::size_t m, std::size_t, std::size_t) {
    for_each_resident(plan, m, world, [&](std::size_t, const Profile& profile, const Situation& now) {
      if (const auto group = group_of(plan, profile, now, kind.from_age))
        ++candidates[m][*group * kinds + kind_of(profile)];
    });
  });
  std::vector<double> quota(plan.size, 0);
  Counts most(plan.size, 0);
  double persons = 0;
  for (std::size_t m = 0; m < plan.size; ++m) {
    quota[m] = plan.facts(m).*kind.persons;
    persons += quota[m];
    for (const std::uint32_t room : room_in(kind, candidates[m])) most[m] += room;
  }
  const Counts recipients = apportion(quota, static_cast<std::uint32_t>(persons / plan.weight + .5), most);
  for_each_chunk(plan.size, 1, [&](std::size_t m, std::size_t, std::size_t) {
    grant(plan, m, kind, choose(plan, m, kind, candidates[m], recipients[m]), world);
  });
}

}  // namespace

void draw_benefits(const Blueprint& plan, World& world) {
  using namespace assumed;
  const Kind ww{&MunicipalityFacts::ww,
                {ww_unemployed, ww_marginal, 1 - ww_unemployed - ww_marginal, 0},
                Benefit::Ww,
                Benefit::WwWork,
                20,
                0,
                32,
                {1, 1, 1, 1, 1, 1}};
  std::array<double, kinds> poor{};
  for (std::size_t e = 0; e < education_levels; ++e) {
    poor[e * 2] = bijstand_by_education[e];
    // A little chance is left, so that no municipality runs out of candidates.
    poor[e * 2 + 1] = bijstand_by_education[e] * std::max(1e-3, plan.parameters.bijstand.partner_factor);
  }
  const Kind bijstand{&MunicipalityFacts::bijstand,
                      {bijstand_unemployed, bijstand_marginal, bijstand_working,
                       1 - bijstand_unemployed - bijstand_marginal - bijstand_working},
                      Benefit::Bijstand,
                      Benefit::BijstandWork,
                      18,
                      1,
                      40,
                      poor};
  draw_benefit(plan, ww, world);
  draw_benefit(plan, bijstand, world);
}

}  // namespace polder
