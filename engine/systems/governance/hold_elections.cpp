#include <algorithm>

#include "government/council.h"
#include "government/legitimacy.h"
#include "government/trust.h"
#include "polder/base/detmath.h"
#include "systems/governance/coalition.h"
#include "systems/governance/governance.h"
#include "world/parties.h"

namespace polder::governance {
namespace {

constexpr double days_in_month = 365.25 / 12;

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
std::vector<std::uint64_t> votes(const World& world, const Inputs& inputs, MunicipalityIndex m, const Random& random) {
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
  shift_to_local(share, inputs.country.parties, government::vote_shift(council.legitimacy, parameters.legitimacy));
  double all = 0;
  for (const double of_party : share) all += of_party;
  std::vector<std::uint64_t> whole;
  for (const double of_party : share) whole.push_back(static_cast<std::uint64_t>(of_party / all * 1e9));
  return whole;
}

void record(World& world, MunicipalityIndex m, DecisionStep step, int waited) {
  Decision decision;
  decision.actor = m;
  decision.step = step;
  decision.outcome = 1;
  decision.waited = static_cast<std::uint16_t>(waited);
  world.decided.push_back(decision);
}

void elect(World& world, const Inputs& inputs, MunicipalityIndex m, const Random& random) {
  Council& council = world.municipalities.council[m];
  const unsigned seats = seats_of(inputs.country.municipalities[m].government);
  const std::vector<unsigned> won = government::divide_seats(votes(world, inputs, m, random), seats);
  std::ranges::transform(won, council.seats.begin(),
                         [](unsigned of_party) { return static_cast<std::uint8_t>(of_party); });
  council.elected = world.month;
  record(world, m, DecisionStep::Elected, 0);
}

/// Months from the election until the college has formed.
int formation_months(const Council& council, const MunicipalityFacts& facts, const CouncilParameters& parameters,
                     const Random& random) {
  const double z = normal(random.word(Draw::Formation, council.elected, facts.official_number));
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
    if (is_election_month(world)) elect(world, inputs, m, random);
    if (council.elected == never || council.agreed >= council.elected) continue;
    const int waited = world.month - council.elected;
    if (waited < formation_months(council, facts, inputs.parameters.government.council, random)) continue;
    council.coalition = coalition_of(council.seats, inputs.country.parties);
    council.agreed = world.month;
    meet_partners_anew(world, m, inputs.parameters.government);
    record(world, m, DecisionStep::Agreed, waited);
  }
}

}  // namespace polder::governance
