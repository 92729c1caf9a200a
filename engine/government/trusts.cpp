#include "government/trusts.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <vector>

#include "government/jurisdiction.h"
#include "government/ties.h"

namespace polder::government {
namespace {

using Members = std::vector<MunicipalityIndex>;

/// Who carries out each task together, by body: as `served_by` has it.
std::vector<std::array<Members, task_count>> members_by_body(const World& world, const Country& country) {
  std::vector<std::array<Members, task_count>> members(world.bodies.size());
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    if (!country.municipalities[m].government.has_council()) continue;
    for (std::size_t t = 0; t < task_count; ++t) {
      const Provision& provision = world.municipalities.provision[m][t];
      if (is_regional(provision.level)) members[number(provision.body)][t].push_back(m);
    }
  }
  for (std::size_t body = 0; body < members.size(); ++body) {
    if (world.bodies[body].form != Level::Centre) continue;
    for (Members& each : members[body]) {
      const auto host = std::ranges::find(each, world.bodies[body].host);
      if (host != each.end()) std::rotate(each.begin(), host, host + 1);
    }
  }
  return members;
}

/// How far one government at a time trusts each of the others.
class Trust {
 public:
  Trust(const std::vector<Tie>& ties, std::size_t governments, double otherwise)
      : ties_(ties),
        otherwise_(otherwise),
        first_(governments + 1, 0),
        rows_(2 * ties.size()),
        in_(governments, otherwise) {
    for (const Tie& tie : ties)
      for (const GovernmentIndex one : {tie.a, tie.b}) ++first_[number(one) + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    for (std::size_t row = 0; row < ties.size(); ++row)
      for (const GovernmentIndex one : {ties[row].a, ties[row].b}) rows_[next[number(one)]++] = row;
  }

  void be(GovernmentIndex one) {
    for (const Tie* tie : own_) in_[other(*tie)] = otherwise_;
    one_ = one;
    own_.clear();
    for (std::size_t i = first_[number(one)]; i < first_[number(one) + 1]; ++i) own_.push_back(&ties_[rows_[i]]);
    for (const Tie* tie : own_) in_[other(*tie)] = tie->trust;
  }
  double in(GovernmentIndex government) const { return in_[number(government)]; }

  /// Mean over the partners other than itself.
  double in_all(std::span<const MunicipalityIndex> partners) const {
    double sum = 0, others = 0;
    for (const MunicipalityIndex partner : partners) {
      if (government_of(partner) == one_) continue;
      sum += in(government_of(partner));
      others += 1;
    }
    return others > 0 ? sum / others : otherwise_;
  }

 private:
  std::size_t other(const Tie& tie) const { return number(tie.a == one_ ? tie.b : tie.a); }

  const std::vector<Tie>& ties_;
  double otherwise_;
  std::vector<std::size_t> first_, rows_;  // of the ties of each government; one more at the end
  std::vector<double> in_;                 // each government
  GovernmentIndex one_{};
  std::vector<const Tie*> own_;
};

}  // namespace

Trusts::Trusts(const World& world, const Country& country, const TrustParameters& parameters)
    : in_force_(country.municipalities.size()), at_(country.municipalities.size()) {
  const auto by_body = members_by_body(world, country);
  const auto by_region = councils_by_region(country);
  Trust trust(world.ties, number(government_of(country, Other::Rijk)) + 1, parameters.start);
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const MunicipalityFacts& facts = country.municipalities[m];
    if (!facts.government.has_council()) continue;
    trust.be(government_of(m));
    at_[m].fill(parameters.start);
    at_[m][number(Level::Province)] = trust.in(government_of(country, facts.province));
    at_[m][number(Level::National)] = trust.in(government_of(country, Other::Rijk));
    const double in_region = trust.in_all(by_region[facts.region]);
    for (const Level level : {Level::Network, Level::Centre, Level::Joint}) at_[m][number(level)] = in_region;
    for (std::size_t t = 0; t < task_count; ++t) {
      const Provision& provision = world.municipalities.provision[m][t];
      in_force_[m][t] = is_regional(provision.level) ? trust.in_all(by_body[number(provision.body)][t])
                                                     : at_[m][number(provision.level)];
    }
  }
}

}  // namespace polder::government
