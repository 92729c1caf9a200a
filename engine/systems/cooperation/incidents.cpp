#include <algorithm>
#include <map>

#include "government/deals.h"
#include "government/decisions.h"
#include "government/jurisdiction.h"
#include "government/ties.h"
#include "systems/cooperation/cooperation.h"
#include "systems/cooperation/decisions.h"
#include "systems/cooperation/leave.h"
#include "systems/cooperation/levels.h"

namespace polder::cooperation {
namespace {

using government::government_of;
using government::Reason;

/// Partners who come and go, and what their arrangements do.
class Incidents {
 public:
  Incidents(World& world, const Inputs& inputs) : world_(world), inputs_(inputs), mover_(world, inputs) {}

  void leaves(const Incident& incident) {
    std::vector<BodyIndex> left;
    for (const Task task : tasks_of(incident)) {
      const Provision before = provision(incident.who, task);
      if (!is_regional(before.level) || !is_about(incident, before.body)) continue;
      depart(world_, inputs_, incident.who, task, Reason::OwnWay, 0, left);
      mover_.move(incident.who, task, Level::Local, Author::AnIncident);
    }
    find_hosts(world_, inputs_.country, left);
  }

  void joins(const Incident& incident) {
    std::vector<BodyIndex> left;
    for (const Task task : tasks_of(incident)) {
      const NamedArrangement* named = arrangement_of(incident);
      const BodyIndex others = named == nullptr ? most_usual(incident.who, task) : none<BodyIndex>;
      if (named == nullptr && others == none<BodyIndex>) continue;
      const Provision before = provision(incident.who, task);
      if (named != nullptr ? is_about(incident, before.body) : before.body == others) continue;
      if (is_regional(before.level)) depart(world_, inputs_, incident.who, task, Reason::OwnWay, 0, left);
      if (named != nullptr)
        mover_.join(incident.who, task, *named, Author::AnIncident);
      else
        mover_.join(incident.who, task, others, Author::AnIncident);
      note(world_, incident.who, provision(incident.who, task), task, DecisionStep::Joined, true,
           Reason::RegionWorksTogether);
    }
    find_hosts(world_, inputs_.country, left);
  }

  void overspends(const Incident& incident) {
    for (std::size_t row = 0; row < world_.bodies.size(); ++row) {
      const auto body = index_of<BodyIndex>(row);
      const std::vector<MunicipalityIndex> members = government::members_of(world_, inputs_.country, body);
      if (members.empty() || !spends(incident, body)) continue;
      const MunicipalityIndex host = world_.bodies[row].host;
      break_promise(world_, inputs_.country, host, body);
      const Task task = incident.task != no_task ? incident.task : arrangement_of(incident)->tasks.front();
      Provision where;
      where.body = body;
      where.level = world_.bodies[row].form;
      note(world_, host, where, task, DecisionStep::Breached, false, Reason::Overspent);
    }
  }

  /// The territories of the tasks that moved.
  void survey() { mover_.survey_moved(); }

 private:
  const Provision& provision(MunicipalityIndex m, Task task) const {
    return world_.municipalities.provision[m][number(task)];
  }
  const NamedArrangement* arrangement_of(const Incident& incident) const {
    const auto& all = inputs_.policy.mandates.arrangements;
    const auto found = std::ranges::find(all, incident.arrangement, &NamedArrangement::bundle);
    return incident.arrangement == 0 || found == all.end() ? nullptr : &*found;
  }
  std::vector<Task> tasks_of(const Incident& incident) const {
    if (incident.task != no_task) return {incident.task};
    const NamedArrangement* named = arrangement_of(incident);
    return named == nullptr ? std::vector<Task>{} : named->tasks;
  }
  bool is_about(const Incident& incident, BodyIndex body) const {
    return incident.arrangement == 0 ||
           (body != none<BodyIndex> && world_.bodies[number(body)].bundle == incident.arrangement);
  }

  /// Whether a body is the one, or one of those, that overspend.
  bool spends(const Incident& incident, BodyIndex body) const {
    if (incident.arrangement != 0) return is_about(incident, body);
    if (incident.who != none<MunicipalityIndex>) return provision(incident.who, incident.task).body == body;
    for (const MunicipalityIndex m : government::councils_in(inputs_.country, incident.region))
      if (provision(m, incident.task).body == body) return true;
    return false;
  }

  /// The arrangement that most others of a municipality's region have for a task; of equals the first.
  BodyIndex most_usual(MunicipalityIndex m, Task task) const {
    std::map<BodyIndex, int> members;
    for (const MunicipalityIndex other :
         government::councils_in(inputs_.country, inputs_.country.municipalities[m].region))
      if (other != m && is_regional(provision(other, task).level)) ++members[provision(other, task).body];
    BodyIndex most = none<BodyIndex>;
    for (const auto& [body, count] : members)
      if (most == none<BodyIndex> || count > members[most]) most = body;
    return most;
  }

  World& world_;
  const Inputs& inputs_;
  Mover mover_;
};

void lose_key_person(World& world, MunicipalityIndex m, double start) {
  for (Tie& tie : world.ties)
    if (tie.a == government_of(m) || tie.b == government_of(m)) tie.trust = start;
}

/// Regions without a deal bid; the best get one until the budget is used, the last what is left.
void award(World& world, const Inputs& inputs, const Random& random, const Incident& call) {
  const DealParameters& deal = inputs.parameters.government.deal;
  struct Bid {
    double quality = 0;
    RegionIndex region{};
    std::vector<MunicipalityIndex> bidders;
  };
  std::vector<Bid> bids;
  for (const RegionIndex region : rows_of(inputs.country.regions)) {
    if (call.region != none<RegionIndex> && call.region != region) continue;
    const bool has_one = std::ranges::any_of(
        world.deals, [&](const Deal& one) { return one.region == region && world.month <= one.until; });
    const std::vector<MunicipalityIndex> bidders = government::bidders_of(world, inputs.country, region);
    if (has_one || static_cast<double>(bidders.size()) < deal.least_partners) continue;
    bids.push_back({government::quality_of_bid(world, inputs, random, region, bidders), region, bidders});
  }
  std::ranges::stable_sort(bids, std::greater<>{}, &Bid::quality);
  double left = call.size;
  const int months = static_cast<int>(deal.months + .5);
  for (const Bid& bid : bids) {
    const double won = std::min(left, deal.award);
    if (!(won > 0)) return;
    left -= won;
    world.deals.push_back({bid.region, world.month, world.month + (months - 1),
                           static_cast<std::uint8_t>(bid.bidders.size()), call.fund,
                           static_cast<Cents>(won * 100 * 12 / months + .5)});
    Provision rijk;
    rijk.level = Level::National;
    for (const MunicipalityIndex m : bid.bidders)
      note(world, m, rijk, no_task, DecisionStep::Awarded, true, Reason::GoodBid);
  }
}

}  // namespace

void face_incidents(World& world, const Inputs& inputs, const Random& random) {
  const std::vector<Incident>& all = inputs.policy.mandates.incidents;
  if (all.empty()) return;
  Incidents incidents(world, inputs);
  for (const Incident& incident : all) {
    if (incident.kind == Incident::Kind::PartnerLeaves) incidents.leaves(incident);
    if (incident.kind == Incident::Kind::PartnerJoins) incidents.joins(incident);
    if (incident.kind == Incident::Kind::Overspend) incidents.overspends(incident);
    if (incident.kind == Incident::Kind::KeyPersonLeaves)
      lose_key_person(world, incident.who, inputs.parameters.government.trust.start);
    if (incident.kind == Incident::Kind::Call) award(world, inputs, random, incident);
  }
  incidents.survey();
}

}  // namespace polder::cooperation
