#include <algorithm>

#include "government/council.h"
#include "government/decisions.h"
#include "government/legitimacy.h"
#include "government/trust.h"
#include "polder/base/detmath.h"
#include "systems/governance/coalition.h"
#include "systems/governance/governance.h"
#include "world/parties.h"

namespace polder::governance {
namespace {

using government::Reason;

constexpr double days_in_month = 365.25 / 12;

/// The fixed term.
bool is_election_month(const World& world) {
  return !world.warming_up() && government::is_council_election(world.month);
}

double normal(std::uint32_t word) { return normal_quantile(uniform(word)); }

/// Local parties win, or lose, a share of all votes; within each group in proportion.
void shift_to_local(std::vector<double>& votes, const std::vector<Party>& parties, double shift) {
  double all = 0, local = 0;
  for (std::size_t party = 0; party < votes.size(); ++party) {
    all += votes[party];
    if (is_local(parties[party])) local += votes[party];
  }
  if (!(local > 0) || !(local < all)) return;
  const double next = std::clamp(local / all + shift, 0.0, 1.0) * all;
  for (std::size_t party = 0; party < votes.size(); ++party)
    votes[party] *= is_local(parties[party]) ? next / local : (all - next) / (all - local);
}

/// Votes by party, in parts of a billion: the seats of the figures are where voters return to.
/// `swing`: by an event, to local parties [share].
std::vector<std::uint64_t> votes(const World& world, const Inputs& inputs, MunicipalityIndex m, const Random& random,
                                 double swing) {
  const MunicipalityFacts& facts = inputs.country.municipalities[m];
  const Council& council = world.municipalities.council[m];
  const GovernmentParameters& parameters = inputs.parameters.government;
  const double seats = seats_of(facts.government);
  std::vector<double> share;
  for (std::uint32_t party = 0; party < facts.government.seats.size(); ++party) {
    const double governed = council.governs(party) ? council.performance - .5 : 0;
    const double moved =
        parameters.election.swing * normal(random.word(Draw::Swing, world.month, party)) +
        parameters.election.noise * normal(random.word(Draw::Votes, world.month, facts.official_number, party)) +
        parameters.election.performance * governed;
    share.push_back(facts.government.seats[party] / seats * detmath::exp(moved));
  }
  shift_to_local(share, inputs.country.parties,
                 government::vote_shift(council.legitimacy, parameters.legitimacy) + swing);
  double all = 0;
  for (const double of_party : share) all += of_party;
  std::vector<std::uint64_t> whole;
  for (const double of_party : share) whole.push_back(static_cast<std::uint64_t>(of_party / all * 1e9));
  return whole;
}

void record(World& world, MunicipalityIndex m, DecisionStep step, int waited, Reason reason = Reason::None) {
  Decision decision;
  decision.actor = m;
  decision.step = step;
  decision.outcome = step == DecisionStep::Fell ? 0 : 1;
  decision.reason = static_cast<std::uint16_t>(reason);
  decision.waited = static_cast<std::uint16_t>(waited);
  world.decided.push_back(decision);
}

void elect(World& world, const Inputs& inputs, MunicipalityIndex m, const Random& random, double swing, Reason why) {
  Council& council = world.municipalities.council[m];
  const unsigned seats = seats_of(inputs.country.municipalities[m].government);
  const std::vector<unsigned> won = government::divide_seats(votes(world, inputs, m, random, swing), seats);
  std::ranges::transform(won, council.seats.begin(),
                         [](unsigned of_party) { return static_cast<std::uint8_t>(of_party); });
  council.elected = world.month;
  record(world, m, DecisionStep::Elected, 0, why);
}

/// The college falls; it carries on until another has formed.
void fall(World& world, MunicipalityIndex m) {
  Council& council = world.municipalities.council[m];
  council.coalition |= Council::fallen;
  council.agreed = world.month;
  record(world, m, DecisionStep::Fell, 0, Reason::CollegeDisagrees);
}

/// What the scenario lets happen to a council this month; null without it.
const Incident* incident(const Inputs& inputs, MunicipalityIndex m, Incident::Kind kind) {
  const auto& all = inputs.policy.mandates.incidents;
  const auto found = std::ranges::find_if(all, [&](const Incident& one) { return one.kind == kind && one.who == m; });
  return found == all.end() ? nullptr : &*found;
}

/// Months from the election, or the fall of a college, until another has formed.
int formation_months(const Council& council, const MunicipalityFacts& facts, const CouncilParameters& parameters,
                     const Random& random) {
  const std::uint32_t fall = council.has_fallen() ? 1 : 0;
  const double z = normal(random.word(Draw::Formation, council.vacant_since(), facts.official_number, fall));
  return static_cast<int>(government::formation_days(z, parameters) / days_in_month + .5);
}

/// A part of the aldermen is new to the partners; hours of onboarding, a month of what an alderman has for the region,
/// go to meeting them or to dossiers.
void meet_partners_anew(World& world, MunicipalityIndex m, const GovernmentParameters& parameters) {
  const double share = world.municipalities.council[m].course.meet_share;
  const double hours = parameters.attention.capacity;
  const double saved = government::onboarding(share * hours, (1 - share) * hours, parameters.trust);
  for (Tie& tie : world.ties)
    if (number(tie.a) == number(m) || number(tie.b) == number(m))
      tie.trust = government::trust_after_election(tie.trust, parameters.trust.turnover, saved, parameters.trust);
}

}  // namespace

void hold_elections(World& world, const Inputs& inputs, const Random& random) {
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    const MunicipalityFacts& facts = inputs.country.municipalities[m];
    if (!facts.government.has_council() || seats_of(facts.government) == 0) continue;
    Council& council = world.municipalities.council[m];
    if (incident(inputs, m, Incident::Kind::CollegeFalls) != nullptr) fall(world, m);
    const Incident* called = incident(inputs, m, Incident::Kind::Election);
    const bool merges = facts.government.merged_at == world.month;
    if (called != nullptr || merges || is_election_month(world))
      elect(world, inputs, m, random, called != nullptr ? called->size : 0,
            merges ? Reason::Herindeling : Reason::None);
    if (!council.forming()) continue;
    const int waited = world.month - council.vacant_since();
    if (waited < formation_months(council, facts, inputs.parameters.government.council, random)) continue;
    council.coalition =
        coalition_of(council.seats, inputs.country.parties, council.has_fallen() ? council.coalition : 0);
    council.agreed = world.month;
    meet_partners_anew(world, m, inputs.parameters.government);
    record(world, m, DecisionStep::Agreed, waited);
  }
}

}  // namespace polder::governance
