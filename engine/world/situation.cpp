#include "world/situation.h"

namespace polder {
namespace {

/// Class of search duration: the starting month modulo 12, or 12 for a search that began a year or longer ago.
std::size_t search_class(Month since, Month month) { return month - since >= 12 ? 12 : since.index % 12; }

std::size_t benefit_number(const Situation& now) {
  return now.labour == Labour::Absent ? benefit_count : static_cast<std::size_t>(now.benefit);
}

void record(Flows& flows, const Situation& from, const Situation& to) {
  if (from.labour != to.labour)
    ++flows.labour[static_cast<std::size_t>(from.labour)][static_cast<std::size_t>(to.labour)];
  const std::size_t before = benefit_number(from), after = benefit_number(to);
  if (before != after) ++flows.benefit[before][after];
}

}  // namespace

bool works_abroad(const Firms& firms, const Situation& now) {
  return works(now.labour) && firms.state[now.employer] == FirmState::Abroad;
}

void count(Stocks& stocks, const Profile& profile, const Situation& now, bool abroad, Month month, int sign) {
  if (now.labour == Labour::Absent) return;
  const auto labour = now.labour;
  stocks.labour[static_cast<std::size_t>(labour)] += sign;
  stocks.benefit[static_cast<std::size_t>(now.benefit)] += sign;
  if (works(labour)) {
    stocks.employed_in[profile.occupation] += sign;
    const std::size_t kind = abroad ? 2 : labour == Labour::SelfEmployed ? 1 : 0;
    if (abroad) stocks.abroad += sign;
    stocks.wages[kind] += std::int64_t{sign} * now.wage;
    stocks.wage_months[kind] += std::int64_t{sign} * now.wage * (3 * now.worked - int{now.since.index});
    return;
  }
  if (labour == Labour::Unemployed) {
    stocks.unemployed_in[profile.occupation] += sign;
    stocks.searching[search_class(now.since, month)] += sign;
  }
  if (now.benefit == Benefit::Bijstand) stocks.bijstand_at[now.distance] += sign;
  if (labour == Labour::Unemployed || labour == Labour::Marginal || labour == Labour::Inactive ||
      labour == Labour::Training)
    stocks.jobless_at[now.distance] += sign;
}

void move_to(World& world, ResidentIndex person, const Situation& next) {
  const Profile profile = world.residents.profile[person];
  Situation& now = world.residents.now[person];
  Stocks& stocks = world.municipalities.stocks[profile.municipality()];
  Flows& flows = world.municipalities.flows[profile.municipality()];
  count(stocks, profile, now, works_abroad(world.firms, now), world.month, -1);
  count(stocks, profile, next, works_abroad(world.firms, next), world.month, +1);
  record(flows, now, next);
  now = next;
}

void move_home(World& world, ResidentIndex person, MunicipalityIndex home) {
  Profile& profile = world.residents.profile[person];
  const Situation now = world.residents.now[person];
  Municipalities& table = world.municipalities;
  const MunicipalityIndex before = profile.municipality();
  const bool abroad = works_abroad(world.firms, now);
  count(table.stocks[before], profile, now, abroad, world.month, -1);
  record(table.flows[before], now, Situation{});
  ++table.flows[before].moved_out;
  profile.home = static_cast<std::uint16_t>(home) & 0x1FFu;
  count(table.stocks[home], profile, now, abroad, world.month, +1);
  record(table.flows[home], Situation{}, now);
  ++table.flows[home].moved_in;
}

void change_occupation(World& world, ResidentIndex person, OccupationIndex occupation) {
  Profile& profile = world.residents.profile[person];
  Stocks& stocks = world.municipalities.stocks[profile.municipality()];
  const Situation& now = world.residents.now[person];
  const bool abroad = works_abroad(world.firms, now);
  count(stocks, profile, now, abroad, world.month, -1);
  profile.occupation = static_cast<std::uint8_t>(occupation) & 0xFu;
  count(stocks, profile, now, abroad, world.month, +1);
}

int months_worked(const Situation& now, Month month) {
  return 3 * now.worked + (works(now.labour) ? month - now.since : 0);
}

double monthly_wage(const Situation& now, Month month, double growth) {
  return now.wage * 10.0 * (1 + growth / 12 * months_worked(now, month));
}

double sum_of_wages(const Stocks& stocks, std::size_t kind, Month month, double growth) {
  const auto wages = static_cast<double>(stocks.wages[kind]);
  const auto months = static_cast<double>(stocks.wage_months[kind] + stocks.wages[kind] * month.index);
  return 10 * (wages + growth / 12 * months);
}

Column<MunicipalityIndex, Stocks> recount(const World& world) {
  Column<MunicipalityIndex, Stocks> stocks(world.municipalities.stocks.size());
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Profile profile = world.residents.profile[person];
    const Situation& now = world.residents.now[person];
    if (now.labour != Labour::Absent)
      count(stocks[profile.municipality()], profile, now, works_abroad(world.firms, now), world.month, +1);
  }
  return stocks;
}

void age_searches(World& world) {
  const std::size_t year_ago = world.month.index % 12;
  for (Stocks& stocks : world.municipalities.stocks) {
    stocks.searching[12] += stocks.searching[year_ago];
    stocks.searching[year_ago] = 0;
  }
}

}  // namespace polder
