#include "government/deals.h"

#include <algorithm>

#include "government/foresight.h"
#include "government/jurisdiction.h"
#include "government/ties.h"

namespace polder::government {
namespace {

double mean_trust(const World& world, const std::vector<MunicipalityIndex>& bidders, double otherwise) {
  double sum = 0, pairs = 0;
  for (std::size_t i = 0; i < bidders.size(); ++i)
    for (std::size_t j = i + 1; j < bidders.size(); ++j) {
      const Tie* tie = find_tie(world.ties, government_of(bidders[i]), government_of(bidders[j]));
      sum += tie == nullptr ? otherwise : tie->trust;
      pairs += 1;
    }
  return pairs > 0 ? sum / pairs : otherwise;
}

Cents rounded(double cents) { return static_cast<Cents>(cents + .5); }

bool runs(const Deal& deal, Month month) { return month >= deal.from && month <= deal.until; }

/// Inhabitants of the municipalities with a council of a region, in the rows before one, and all.
struct Part {
  double before = 0, own = 0, all = 0;
};

Part part_of(const Country& country, MunicipalityIndex m) {
  Part part;
  for (const MunicipalityIndex each : councils_in(country, country.municipalities[m].region)) {
    const double inhabitants = country.inhabitants(each);
    if (each < m) part.before += inhabitants;
    if (each == m) part.own = inhabitants;
    part.all += inhabitants;
  }
  return part;
}

}  // namespace

std::vector<MunicipalityIndex> bidders_of(const World& world, const Country& country, RegionIndex region) {
  std::vector<MunicipalityIndex> bidders = councils_in(country, region);
  std::erase_if(bidders, [&](MunicipalityIndex m) { return bodies_of(world, m).empty(); });
  return bidders;
}

double quality_of_bid(const World& world, const Inputs& inputs, const Random& random, RegionIndex region,
                      const std::vector<MunicipalityIndex>& bidders) {
  const GovernmentParameters& parameters = inputs.parameters.government;
  double integration = 0, align = 0;
  for (const MunicipalityIndex m : bidders) {
    integration += world.municipalities.council[m].course.integration;
    align += world.municipalities.council[m].course.align;
  }
  const auto partners = static_cast<double>(std::max<std::size_t>(1, bidders.size()));
  const double known = (information_in(world, inputs, region).precision +
                        mean_trust(world, bidders, parameters.trust.start) + (integration + align) / partners) /
                       4;
  const std::uint32_t luck =
      random.word(Draw::Bidding, world.month, identity_of_code(inputs.country.regions[region].code));
  return known + parameters.deal.spread * (uniform(luck) - .5);
}

DealMoney deal_money(const World& world, const Inputs& inputs, MunicipalityIndex m) {
  DealMoney money;
  if (world.deals.empty()) return money;
  const double cofunding = inputs.parameters.government.deal.cofunding;
  const Part part = part_of(inputs.country, m);
  if (!(part.own > 0)) return money;
  for (const Deal& deal : world.deals) {
    if (deal.region != inputs.country.municipalities[m].region || !runs(deal, world.month)) continue;
    const auto month = static_cast<double>(instalment(deal.yearly, world.month.calendar_month()));
    const double until = (part.before + part.own) / part.all;
    const Cents here = rounded(month * until) - rounded(month * (part.before / part.all));
    const Cents besides = rounded(static_cast<double>(here) * cofunding);
    (deal.fund == Fund::Esf ? money.esf : money.rijk) += here;
    money.municipality += besides / 2;
    money.province += besides - besides / 2;
  }
  return money;
}

Cents spent_on(const DealMoney& money, Task task) {
  const auto tasks = static_cast<Cents>(deal_tasks.size());
  const auto row = std::ranges::find(deal_tasks, task) - deal_tasks.begin();
  return row < tasks ? money.sum() * (row + 1) / tasks - money.sum() * row / tasks : 0;
}

double deal_budget(const World& world, const Inputs& inputs, MunicipalityIndex m, Task task) {
  if (world.deals.empty() || std::ranges::find(deal_tasks, task) == deal_tasks.end()) return 0;
  const Part part = part_of(inputs.country, m);
  double yearly = 0;
  for (const Deal& deal : world.deals)
    if (deal.region == inputs.country.municipalities[m].region && runs(deal, world.month))
      yearly += static_cast<double>(deal.yearly) / 100;
  if (!(yearly > 0)) return 0;
  return yearly * part.own / part.all * (1 + inputs.parameters.government.deal.cofunding) / deal_tasks.size();
}

}  // namespace polder::government
