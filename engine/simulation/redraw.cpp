// The country after a merger of municipalities: other governments, the same places.
#include <algorithm>
#include <map>

#include "government/council.h"
#include "government/jurisdiction.h"
#include "simulation/resolve.h"
#include "systems/cooperation/cooperation.h"
#include "systems/governance/governance.h"

namespace polder {
namespace {

using Places = std::vector<MunicipalityIndex>;

template <class Row>
void sort_and_unite(std::vector<Row>& rows) {
  std::ranges::sort(rows);
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

/// Seats of the merged council, as many as the law has for its inhabitants, by the votes that the figures' seats stand
/// for: of each municipality as many as it has inhabitants.
std::vector<std::uint8_t> merged_seats(const Country& country, const Places& all) {
  std::vector<double> votes(country.parties.size(), 0);
  double inhabitants = 0;
  for (const MunicipalityIndex m : all) {
    const double here = country.inhabitants(m);
    const std::vector<std::uint8_t>& seats = country.municipalities[m].government.seats;
    double sum = 0;
    for (const std::uint8_t of_party : seats) sum += of_party;
    for (std::size_t party = 0; party < seats.size() && sum > 0; ++party) votes[party] += here * seats[party] / sum;
    inhabitants += here;
  }
  std::vector<std::uint64_t> whole;
  for (const double of_party : votes) whole.push_back(static_cast<std::uint64_t>(of_party * 1000));
  std::vector<std::uint8_t> seats;
  for (const unsigned won :
       government::divide_seats(whole, government::council_seats(static_cast<std::uint64_t>(inhabitants))))
    seats.push_back(static_cast<std::uint8_t>(won));
  return seats;
}

/// Members of arrangements and neighbours are governments.
void rename(Country& country) {
  const auto governors = [&](Places& members) {
    for (MunicipalityIndex& m : members) m = country.governor(m);
    sort_and_unite(members);
  };
  for (Arrangement& arrangement : country.arrangements) governors(arrangement.members);
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    GovernmentFacts& facts = country.municipalities[m].government;
    governors(facts.neighbours);
    std::erase(facts.neighbours, m);
  }
}

void merge(Country& country, MunicipalityIndex into, Places all, Month at) {
  GovernmentFacts& left = country.municipalities[into].government;
  left.seats = merged_seats(country, all);
  left.merged_at = at;
  std::erase(all, into);
  for (const MunicipalityIndex m : all) {
    const GovernmentFacts gone = country.municipalities[m].government;
    for (const AccountLine& line : account_lines) left.accounts.*line.amount += gone.accounts.*line.amount;
    left.neighbours.insert(left.neighbours.end(), gone.neighbours.begin(), gone.neighbours.end());
    left.arrangements.insert(left.arrangements.end(), gone.arrangements.begin(), gone.arrangements.end());
    left.merged.push_back(m);
    left.merged.insert(left.merged.end(), gone.merged.begin(), gone.merged.end());
    country.municipalities[m].government = GovernmentFacts{};
  }
  sort_and_unite(left.arrangements);
  sort_and_unite(left.merged);
  for (const MunicipalityIndex m : left.merged) country.municipalities[m].government.governor = into;
  rename(country);
  std::erase_if(left.arrangements, [&](std::uint32_t row) { return country.arrangements[row].partners() < 2; });
}

/// What the model takes from governments as they are; what a municipality had at the start stays its own.
void derive(Model& model, const Model& before, MunicipalityIndex into) {
  model.territories = cooperation::territories_if_all(model.country);
  model.local_position = governance::local_positions(model.country);
  model.coalition = governance::coalitions(model.country);
  double complete = 0;
  for (const MunicipalityIndex m : model.country.places(into))
    complete += model.country.municipalities[m].population * before.usual_analysis[m];
  model.usual_analysis[into] = complete / model.country.inhabitants(into);
}

}  // namespace

void redraw(Script& script, const Model& model) {
  std::map<Month, std::map<MunicipalityIndex, Places>> mergers;
  for (const Script::Happening& one : script.happenings) {
    if (one.incident.kind != Incident::Kind::Merger) continue;
    Places& all = mergers[one.at][one.incident.into];
    if (all.empty()) all.push_back(one.incident.into);
    all.push_back(one.incident.who);
  }
  for (const auto& [at, of_month] : mergers) {
    Model next = script.redrawn.empty() ? model : script.redrawn.back().model;
    for (const auto& [into, all] : of_month) merge(next.country, into, all, at);
    for (const auto& [into, all] : of_month) derive(next, model, into);
    script.redrawn.push_back({at, std::move(next)});
  }
}

void merge_members(NamedArrangement& arrangement, const Country& country) {
  const NamedArrangement before = arrangement;
  std::erase_if(arrangement.members, [&](MunicipalityIndex m) { return country.is_merged(m); });
  for (const auto parts : {&NamedArrangement::shares, &NamedArrangement::votes}) {
    if ((before.*parts).empty()) continue;
    (arrangement.*parts).assign(arrangement.members.size(), 0);
    for (std::size_t row = 0; row < before.members.size(); ++row) {
      const std::size_t now = arrangement.row_of(country.governor(before.members[row]));
      if (now < arrangement.members.size()) (arrangement.*parts)[now] += (before.*parts)[row];
    }
  }
  const MunicipalityIndex host = country.governor(before.host);
  const bool is_member = arrangement.row_of(host) < arrangement.members.size();
  arrangement.host =
      is_member || arrangement.members.empty() ? host : government::largest(country, arrangement.members);
}

}  // namespace polder
