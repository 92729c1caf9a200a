#include "government/pot.h"

#include "government/jurisdiction.h"
#include "government/legitimacy.h"

namespace polder::government {

const NamedArrangement* named_of(const World& world, const Mandates& mandates, BodyIndex body) {
  if (body == none<BodyIndex>) return nullptr;
  const std::uint8_t bundle = world.bodies[number(body)].bundle;
  const auto found = std::ranges::find(mandates.arrangements, bundle, &NamedArrangement::bundle);
  return found == mandates.arrangements.end() ? nullptr : &*found;
}

const NamedArrangement* named_for(const Mandates& mandates, MunicipalityIndex m, Task task) {
  for (const NamedArrangement& arrangement : mandates.arrangements)
    if (arrangement.has(task) && arrangement.row_of(m) < arrangement.members.size()) return &arrangement;
  return nullptr;
}

std::vector<Cents> divide_pot(std::span<const Cents> own, std::span<const double> shares) {
  std::vector<Cents> pays(own.begin(), own.end());
  Cents pot = 0;
  double all = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (shares[i] < 0) continue;
    pot += own[i];
    all += shares[i];
  }
  if (!(all > 0)) return pays;
  double until = 0;
  Cents paid = 0;
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (shares[i] < 0) continue;
    until += shares[i];
    const auto due = static_cast<Cents>(static_cast<double>(pot) * (until / all) + .5);
    pays[i] = due - paid;
    paid = due;
  }
  return pays;
}

std::vector<Payer> payers_of(const World& world, const Inputs& inputs, BodyIndex body, Task task, int calendar_month) {
  const NamedArrangement* named = named_of(world, inputs.policy.mandates, body);
  std::vector<Payer> payers;
  std::vector<Cents> own;
  std::vector<double> shares;
  const Jurisdiction here{world.bodies[number(body)].form, number(body)};
  for (const MunicipalityIndex m : served_by(world, inputs.country, here, task)) {
    const Cents budget = world.municipalities.services[m].budget[number(task)];
    own.push_back(calendar_month == 0 ? budget : instalment(budget, calendar_month));
    payers.push_back({m, own.back(), own.back()});
    const std::size_t row = named == nullptr || named->shares.empty() ? 0 : named->row_of(m);
    const bool in_pot = named != nullptr && row < named->shares.size();
    shares.push_back(in_pot ? named->shares[row] : -1);
  }
  const std::vector<Cents> pays = divide_pot(own, shares);
  for (std::size_t i = 0; i < payers.size(); ++i) payers[i].pays = pays[i];
  std::ranges::sort(payers, {}, &Payer::municipality);
  return payers;
}

double named_weight(const NamedArrangement& arrangement, MunicipalityIndex m, const LegitimacyParameters& parameters) {
  const std::size_t row = arrangement.row_of(m);
  if (row >= arrangement.votes.size()) return 1;
  return vote_weight(arrangement.votes[row], static_cast<double>(arrangement.members.size()), parameters);
}

}  // namespace polder::government
