#include "indicators/observe.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>

#include "government/decisions.h"
#include "government/jurisdiction.h"
#include "indicators/incomes.h"
#include "indicators/network.h"
#include "indicators/occupation_balance.h"
#include "indicators/parts.h"
#include "world/situation.h"

namespace polder {
namespace {

std::vector<double> measure(const Sums& sums) {
  std::vector<double> values;
  values.reserve(indicator_catalogue().size());
  for (const Indicator& indicator : indicator_catalogue()) values.push_back(indicator.measure(sums));
  return values;
}

/// Vacancies and unemployed by cell.
struct Cells {
  std::vector<double> vacancies, unemployed;
  explicit Cells(std::size_t cells) : vacancies(cells, 0), unemployed(cells, 0) {}
  void add(std::size_t cell, double v, double u) { vacancies[cell] += v, unemployed[cell] += u; }
  double mismatch() const { return mismatch_index(vacancies, unemployed); }
};

Mismatch mismatch_in(const Country& country, const Column<MunicipalityIndex, Sums>& municipal,
                     const std::vector<MunicipalityIndex>& members) {
  const std::size_t regions = country.regions.size(), occupations = country.occupations.size();
  Cells cells(regions * occupations), by_region(regions), by_occupation(occupations);
  for (const MunicipalityIndex m : members) {
    const std::size_t region = number(country.municipalities[m].region);
    for (std::size_t o = 0; o < occupations; ++o) {
      const auto vacancies = static_cast<double>(municipal[m].vacancies_in[o]);
      const double unemployed = municipal[m].stocks.unemployed_in[o];
      cells.add(region * occupations + o, vacancies, unemployed);
      by_region.add(region, vacancies, unemployed);
      by_occupation.add(o, vacancies, unemployed);
    }
  }
  return {cells.mismatch(), by_region.mismatch(), by_occupation.mismatch()};
}

/// Sums over some municipalities.
Sums sum_of(Sums all, const Column<MunicipalityIndex, Sums>& municipal, const std::vector<MunicipalityIndex>& members,
            const Country& country) {
  all.whole_area = true;
  for (const MunicipalityIndex m : members) add(all, municipal[m]);
  all.mismatch = mismatch_in(country, municipal, members);
  return all;
}

class Observer {
 public:
  Observer(Observations& observations, const World& world, const Inputs& inputs, const ObservationPlan& plan)
      : observations_(observations),
        world_(world),
        country_(inputs.country),
        plan_(plan),
        empty_(empty_sums(world, inputs)),
        municipal_(municipal_sums(world, inputs)) {
    add_panels(municipal_, observations, world, inputs.parameters);
    if (world.month.calendar_month() != 12) return;
    brokers();
    count_incomes(municipal_, world, inputs);
  }

  void areas() {
    std::vector<MunicipalityIndex> all;
    std::vector<std::vector<MunicipalityIndex>> province(country_.provinces.size()), region(country_.regions.size());
    for (const MunicipalityIndex m : rows_of(municipal_)) {
      const MunicipalityFacts& facts = country_.municipalities[m];
      if (!is_reported(facts)) continue;
      all.push_back(m);
      province[number(facts.province)].push_back(m);
      region[number(facts.region)].push_back(m);
    }
    if (!plan_.scoped) {
      row(AreaLevel::Country, "NL", all);
      for (const ProvinceIndex p : rows_of(country_.provinces))
        if (!province[number(p)].empty()) row(AreaLevel::Province, country_.provinces[p].code, province[number(p)]);
    }
    for (const RegionIndex r : rows_of(country_.regions))
      if (!region[number(r)].empty()) row(AreaLevel::Region, country_.regions[r].code, region[number(r)]);
    const bool monthly = plan_.municipalities_monthly || plan_.scoped || world_.month.calendar_month() == 12;
    for (const MunicipalityIndex m : all)
      if (monthly) row(AreaLevel::Municipality, country_.municipalities[m].code, {m});
  }

  /// Rows of residents by education, age and sector, in the reported areas above the municipality; every December.
  void parts() {
    if (world_.month.calendar_month() != 12) return;
    Column<MunicipalityIndex, std::uint8_t> reported;
    for (const MunicipalityFacts& m : country_.municipalities) reported.push_back(is_reported(m) ? 1 : 0);
    const std::vector<Stocks> stocks = count_parts(world_, country_, reported);
    const std::size_t parts = part_count(country_);
    std::vector<Stocks> together(parts);
    for (std::size_t i = 0; i < stocks.size(); ++i) {
      add(together[i % parts], stocks[i]);
      const auto region = index_of<RegionIndex>(i / parts);
      if (in_focus(region)) write_part(AreaLevel::Region, country_.regions[region].code, i % parts, stocks[i]);
    }
    for (std::size_t part = 0; part < parts && !plan_.scoped; ++part)
      write_part(AreaLevel::Country, "NL", part, together[part]);
  }

  /// Seekers and vacancies by occupation in the reported regions; every December the same rows in the same order.
  void occupations() {
    if (world_.month.calendar_month() != 12) return;
    const auto all_counts = count_occupations(world_, country_, empty_.recorded_share);
    std::vector<OccupationRow> rows;
    for (const RegionIndex region : rows_of(country_.regions)) {
      if (plan_.scoped && !in_focus(region)) continue;
      const OccupationCounts& counts = all_counts[region];
      for (const OccupationIndex o : rows_of(counts))
        rows.push_back({world_.month, country_.regions[region].code, country_.occupations[o].code, counts[o].seekers,
                        counts[o].vacancies, counts[o].employed, std::numeric_limits<double>::quiet_NaN()});
    }
    auto& all = observations_.occupations;
    for (std::size_t i = 0; i < rows.size() && all.size() >= rows.size(); ++i) {
      const OccupationRow& last = all[all.size() - rows.size() + i];
      if (last.employed > 0) rows[i].change = rows[i].employed / last.employed - 1;
    }
    all.insert(all.end(), rows.begin(), rows.end());
  }

  void cohorts() {
    observations_.cohorts.resize(plan_.tracked.size());
    for (std::size_t c = 0; c < plan_.tracked.size(); ++c) {
      if (observations_.cohorts[c].empty()) continue;
      Sums sums = empty_;
      for (const ResidentIndex person : observations_.cohorts[c]) {
        const Situation& now = world_.residents.now[person];
        count(sums.stocks, world_.residents.profile[person], now, works_abroad(world_.firms, now), world_.month, +1);
      }
      observations_.indicators_by.push_back({world_.month, plan_.scoped ? AreaLevel::Region : AreaLevel::Country,
                                             plan_.scoped ? focus_code() : "NL", "cohort:" + plan_.tracked[c].name,
                                             measure(sums)});
    }
  }

 private:
  /// What each municipality is in the network of its labour-market region.
  void brokers() {
    for (const std::vector<MunicipalityIndex>& members : government::councils_by_region(country_)) {
      std::vector<double> brokerage;
      trust_network(world_, members, brokerage);
      for (std::size_t i = 0; i < members.size(); ++i) municipal_[members[i]].network.brokerage = brokerage[i];
    }
  }

  bool is_reported(const MunicipalityFacts& m) const { return !m.elsewhere && (m.focus || !plan_.scoped); }
  bool in_focus(RegionIndex region) const {
    return std::any_of(country_.municipalities.begin(), country_.municipalities.end(),
                       [&](const MunicipalityFacts& m) { return m.focus && !m.elsewhere && m.region == region; });
  }
  std::string focus_code() const {
    for (const RegionIndex r : rows_of(country_.regions))
      if (in_focus(r)) return country_.regions[r].code;
    return "NL";
  }

  void row(AreaLevel level, const std::string& code, const std::vector<MunicipalityIndex>& members) {
    Sums sums = sum_of(empty_, municipal_, members, country_);
    if (level == AreaLevel::Municipality)
      sums.network = municipal_[members.front()].network;
    else if (world_.month.calendar_month() == 12)
      sums.network = network_of(members);
    if (members.size() > 1) sums.unemployment_spread = spread_of_unemployment(municipal_, members);
    observations_.indicators.push_back({world_.month, level, code, "", measure(sums)});
  }

  TrustNetwork network_of(const std::vector<MunicipalityIndex>& members) const {
    std::vector<MunicipalityIndex> governed;
    std::ranges::copy_if(members, std::back_inserter(governed),
                         [&](MunicipalityIndex m) { return country_.municipalities[m].government.has_council(); });
    std::vector<double> brokerage;
    return trust_network(world_, governed, brokerage);
  }

  void write_part(AreaLevel level, const std::string& code, std::size_t part, const Stocks& stocks) {
    Sums sums = empty_;
    sums.stocks = stocks;
    observations_.indicators_by.push_back({world_.month, level, code, part_name(country_, part), measure(sums)});
  }

  Observations& observations_;
  const World& world_;
  const Country& country_;
  const ObservationPlan& plan_;
  Sums empty_;
  Column<MunicipalityIndex, Sums> municipal_;
};

/// Who took a step: a municipality, or what decides as one.
std::string actor_of(const Decision& decision, const World& world, const Country& country) {
  if (decision.actor != none<MunicipalityIndex>) return country.municipalities[decision.actor].code;
  if (decision.body != none<BodyIndex>) return country.regions[world.bodies[number(decision.body)].region].code;
  const auto proposal = std::ranges::find(world.proposals, decision.proposal, &Proposal::number);
  if (proposal == world.proposals.end()) return "NL";
  if (proposal->region != none<RegionIndex>) return country.regions[proposal->region].code;
  if (decision.level == Level::Province)
    return country.provinces[country.municipalities[proposal->proposer].province].code;
  return "NL";
}

/// The level; of a merger the code of the municipality that is left.
std::string where_of(const Decision& decision, const Country& country) {
  if (decision.step != DecisionStep::Merged) return std::string(to_text(decision.level));
  return country.municipalities[index_of<MunicipalityIndex>(decision.proposal)].code;
}

void observe_decisions(Observations& observations, const World& world, const Country& country) {
  for (const Decision& decision : world.decided)
    observations.decisions.push_back(
        {world.month, actor_of(decision, world, country),
         decision.task == no_task ? std::string() : std::string(to_text(decision.task)), where_of(decision, country),
         std::string(government::to_text(decision.step)), decision.outcome, decision.waited,
         std::string(government::text_of(static_cast<government::Reason>(decision.reason)).key)});
}

}  // namespace

void observe(Observations& observations, const World& world, const Inputs& inputs, const ObservationPlan& plan) {
  follow_panels(observations, world);
  Observer observer(observations, world, inputs, plan);
  observer.areas();
  observer.parts();
  observer.occupations();
  observer.cohorts();
  observe_decisions(observations, world, inputs.country);
  observe_ledger(observations, world, inputs.country);
}

}  // namespace polder
