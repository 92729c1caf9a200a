#include "indicators/observe.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <map>
#include <tuple>

#include "government/decisions.h"
#include "government/jurisdiction.h"
#include "indicators/incomes.h"
#include "indicators/network.h"
#include "indicators/occupation_balance.h"
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
      if (facts.elsewhere || (plan_.scoped && !facts.focus)) continue;
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
    for (const ResidentIndex person : rows_of(world_.residents.now)) {
      const Situation& now = world_.residents.now[person];
      if (now.labour == Labour::Absent) continue;
      const Profile profile = world_.residents.profile[person];
      const MunicipalityFacts& home = country_.municipalities[profile.municipality()];
      if (home.elsewhere || (plan_.scoped && !home.focus)) continue;
      for (const std::size_t part : parts_of(profile, now)) {
        count_in(group_sums(number(home.region), part), profile, now);
        if (!plan_.scoped) count_in(group_sums(country_.regions.size(), part), profile, now);
      }
    }
    for (std::size_t area = 0; area <= country_.regions.size(); ++area)
      for (std::size_t part = 0; part < part_count(); ++part) write_part(area, part);
  }

  /// Seekers and vacancies by occupation in the reported regions; every December the same rows in the same order.
  void occupations() {
    if (world_.month.calendar_month() != 12) return;
    std::vector<OccupationRow> rows;
    for (const RegionIndex region : rows_of(country_.regions)) {
      if (plan_.scoped && !in_focus(region)) continue;
      const OccupationCounts counts = count_occupations(world_, country_, region, empty_.recorded_share);
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
      for (const ResidentIndex person : observations_.cohorts[c])
        count_in(sums, world_.residents.profile[person], world_.residents.now[person]);
      observations_.indicators_by.push_back({world_.month, plan_.scoped ? AreaLevel::Region : AreaLevel::Country,
                                             plan_.scoped ? focus_code() : "NL", "cohort:" + plan_.tracked[c].name,
                                             measure(sums)});
    }
  }

 private:
  /// What each municipality is in the network of its labour-market region.
  void brokers() {
    for (const RegionIndex region : rows_of(country_.regions)) {
      const std::vector<MunicipalityIndex> members = government::councils_in(country_, region);
      std::vector<double> brokerage;
      trust_network(world_, members, brokerage);
      for (std::size_t i = 0; i < members.size(); ++i) municipal_[members[i]].network.brokerage = brokerage[i];
    }
  }

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

  void count_in(Sums& sums, const Profile& profile, const Situation& now) const {
    count(sums.stocks, profile, now, works_abroad(world_.firms, now), world_.month, +1);
  }

  // Parts are numbered: educations, ages, sectors.
  std::size_t part_count() const { return education_levels + 3 + country_.sectors.size(); }
  std::vector<std::size_t> parts_of(const Profile& profile, const Situation& now) const {
    std::vector<std::size_t> parts;
    if (now.labour != Labour::Child) parts.push_back(std::min<std::size_t>(profile.education, education_levels - 1));
    const int age = world_.age_months(profile) / 12;
    if (age >= 15 && now.labour != Labour::Retired)
      parts.push_back(education_levels + (age < 25 ? 0u : age < 45 ? 1u : 2u));
    const bool attached = works(now.labour) || now.labour == Labour::Unemployed || now.labour == Labour::Marginal;
    if (attached && now.last_sector < country_.sectors.size()) parts.push_back(education_levels + 3 + now.last_sector);
    return parts;
  }
  std::string part_name(std::size_t part) const {
    constexpr std::array<const char*, 6> fixed{"education:low", "education:medium", "education:high",
                                               "age:15-24",     "age:25-44",        "age:45+"};
    if (part < fixed.size()) return fixed[part];
    return "sector:" + country_.sectors[index_of<SectorIndex>(part - fixed.size())].code;
  }
  Sums& group_sums(std::size_t area, std::size_t part) {
    if (groups_.empty()) groups_.assign((country_.regions.size() + 1) * part_count(), empty_);
    return groups_[area * part_count() + part];
  }
  void write_part(std::size_t area, std::size_t part) {
    const bool country = area == country_.regions.size();
    if (country ? plan_.scoped : !in_focus(index_of<RegionIndex>(area))) return;
    observations_.indicators_by.push_back({world_.month, country ? AreaLevel::Country : AreaLevel::Region,
                                           country ? "NL" : country_.regions[index_of<RegionIndex>(area)].code,
                                           part_name(part), measure(group_sums(area, part))});
  }

  Observations& observations_;
  const World& world_;
  const Country& country_;
  const ObservationPlan& plan_;
  Sums empty_;
  Column<MunicipalityIndex, Sums> municipal_;
  std::vector<Sums> groups_;
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

/// The month's payments by kind of actor, in the order of the kinds.
void observe_month_of_ledger(Observations& observations, const World& world) {
  std::vector<Cents> sums(actor_count * actor_count * purpose_count, 0);
  for (const Posting& posting : world.ledger.postings) {
    const std::size_t at =
        (static_cast<std::size_t>(posting.payer.actor) * actor_count + static_cast<std::size_t>(posting.payee.actor)) *
            purpose_count +
        static_cast<std::size_t>(posting.purpose);
    sums[at] += posting.cents;
  }
  for (std::size_t at = 0; at < sums.size(); ++at) {
    if (sums[at] == 0) continue;  // every posting is above 0
    const std::size_t actors = at / purpose_count;
    observations.ledger.push_back({world.month, std::string(to_text(static_cast<Actor>(actors / actor_count))),
                                   std::string(to_text(static_cast<Actor>(actors % actor_count))),
                                   std::string(to_text(static_cast<Purpose>(at % purpose_count))), sums[at]});
  }
}

/// Adds the month's payments of municipalities, their residents and providers to those of the year.
void add_to_year(std::vector<Posting>& year, const Ledger& ledger) {
  const auto key = [](const Posting& p) { return std::tuple(p.payer, p.payee, p.purpose); };
  const auto before = static_cast<std::ptrdiff_t>(year.size());
  for (const Posting& posting : ledger.postings)
    if (has_municipality(posting.payer.actor) || has_municipality(posting.payee.actor)) year.push_back(posting);
  std::ranges::sort(year.begin() + before, year.end(), {}, key);
  std::ranges::inplace_merge(year, year.begin() + before, {}, key);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < year.size(); ++i) {
    if (kept > 0 && key(year[kept - 1]) == key(year[i]))
      year[kept - 1].cents += year[i].cents;
    else
      year[kept++] = year[i];
  }
  year.resize(kept);
}

/// The payments of the year by municipality, in the order of the names.
void write_year(Observations& observations, const World& world, const Country& country) {
  const auto name = [&](Account account) {
    std::string text(to_text(account.actor));
    return has_municipality(account.actor)
               ? text + " " + country.municipalities[index_of<MunicipalityIndex>(account.number)].code
               : text;
  };
  std::map<std::tuple<std::string, std::string, std::string>, Cents> sums;  // arrangements have one name
  for (const Posting& posting : observations.year)
    sums[{name(posting.payer), name(posting.payee), std::string(to_text(posting.purpose))}] += posting.cents;
  for (const auto& [key, cents] : sums)
    observations.ledger.push_back({world.month, std::get<0>(key), std::get<1>(key), std::get<2>(key), cents});
  observations.year.clear();
}

void observe_ledger(Observations& observations, const World& world, const Country& country) {
  observe_month_of_ledger(observations, world);
  add_to_year(observations.year, world.ledger);
  if (world.month.calendar_month() == 12) write_year(observations, world, country);
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

std::string_view to_text(Actor actor) {
  constexpr std::array<std::string_view, actor_count> names{
      "residents", "firms", "municipality", "province", "rijk", "uwv", "rest_of_country", "providers", "arrangement"};
  return names[static_cast<std::size_t>(actor)];
}

std::string_view to_text(Purpose purpose) {
  constexpr std::array<std::string_view, purpose_count> names{"wages",
                                                              "premiums",
                                                              "tax",
                                                              "ww",
                                                              "bijstand",
                                                              "disability",
                                                              "aow",
                                                              "buig",
                                                              "vangnet",
                                                              "municipal_fund",
                                                              "guidance",
                                                              "crisis_help",
                                                              "training",
                                                              "attraction",
                                                              "wage_subsidy",
                                                              "sheltered",
                                                              "retention",
                                                              "income_support",
                                                              "employer_services",
                                                              "retraining",
                                                              "analysis",
                                                              "crisis_teams",
                                                              "schools",
                                                              "retention_service",
                                                              "border_work",
                                                              "coordination",
                                                              "contribution",
                                                              "grant",
                                                              "shared_savings",
                                                              "handover",
                                                              "switching",
                                                              "joint_analysis",
                                                              "exit_fee",
                                                              "deal",
                                                              "merger"};
  return names[static_cast<std::size_t>(purpose)];
}

}  // namespace polder
