#include <algorithm>

#include "systems/cooperation/decisions.h"

namespace polder::cooperation {

const Consent* consent_of(const World& world, const Proposal& proposal, MunicipalityIndex m) {
  const auto found = std::ranges::find_if(world.consents, [&](const Consent& consent) {
    return consent.proposal == proposal.number && consent.municipality == m;
  });
  return found == world.consents.end() ? nullptr : &*found;
}

bool holds(const World& world, const Proposal& proposal, MunicipalityIndex m, std::uint32_t luck,
           const AgreementParameters& parameters) {
  return consent_of(world, proposal, m) != nullptr && uniform(luck) < parameters.memory;
}

void set_consent(World& world, const Proposal& proposal, MunicipalityIndex m, bool yes) {
  const Consent* earlier = consent_of(world, proposal, m);
  if (yes && earlier == nullptr) world.consents.push_back({proposal.number, m, 1});
  if (!yes && earlier != nullptr) world.consents.erase(world.consents.begin() + (earlier - world.consents.data()));
}

void forget_consents(World& world, const Proposal& proposal) {
  std::erase_if(world.consents, [&](const Consent& consent) { return consent.proposal == proposal.number; });
}

}  // namespace polder::cooperation
