#include "government/trust.h"

#include <algorithm>

#include "government/jurisdiction.h"
#include "government/ties.h"
#include "systems/cooperation/decisions.h"

namespace polder::cooperation {
namespace {

using government::government_of;
using government::Other;

bool is_municipality(const Country& country, GovernmentIndex government) {
  return number(government) < country.municipalities.size();
}

/// A number that a government has in every scope.
std::uint32_t identity_of(const Country& country, GovernmentIndex government) {
  const std::size_t row = number(government), municipalities = country.municipalities.size();
  if (row < municipalities) return country.municipalities[index_of<MunicipalityIndex>(row)].official_number;
  if (row >= municipalities + country.provinces.size())
    return static_cast<std::uint32_t>(1'000'000 + row - municipalities - country.provinces.size());
  constexpr std::uint32_t of_provinces = 2'000'000;
  return identity_of_code(country.provinces[index_of<ProvinceIndex>(row - municipalities)].code, of_provinces);
}

/// Where a pair's trust began and to which it fades: around trust.start, the same in every run.
TrustParameters of_pair(const Country& country, const Tie& tie, TrustParameters parameters) {
  const std::uint32_t luck =
      Random{}.word(Draw::Trusting, Month{}, identity_of(country, tie.a), identity_of(country, tie.b));
  parameters.start = std::clamp(parameters.start + parameters.spread * (2 * uniform(luck) - 1), 0.0, 1.0);
  return parameters;
}

/// Hours a month at the tables at which both sit: a body counts once, whatever tasks it has.
double shared_hours(const World& world, MunicipalityIndex a, MunicipalityIndex b,
                    const GovernmentParameters& parameters) {
  const std::vector<government::Participation> others = government::bodies_of(world, b);
  double hours = 0;
  for (const government::Participation& own : government::bodies_of(world, a))
    if (std::ranges::find(others, own.body, &government::Participation::body) != others.end())
      hours += parameters.form[form_number(world.bodies[number(own.body)].form)].hours;
  return hours;
}

/// Hours a month of a municipality with a government that is none: uwv and employers take part in the region's
/// employer services, employers in its sessions with entrepreneurs; boundary spanners know provinces and Rijk.
double hours_with(const World& world, const Country& country, MunicipalityIndex m, GovernmentIndex other,
                  const GovernmentParameters& parameters) {
  const Course& course = world.municipalities.council[m].course;
  const bool employers = other == government_of(country, Other::Employers);
  if (!employers && other != government_of(country, Other::Uwv)) return course.linking_hours;
  const Level level = world.municipalities.provision[m][number(Task::EmployerServices)].level;
  const double services = is_regional(level) ? parameters.form[form_number(level)].hours : 0;
  return employers ? services + parameters.attention.theme_session * course.sessions_with_entrepreneurs() : services;
}

government::Relations relations_of(const World& world, const Country& country, const Tie& tie,
                                   const GovernmentParameters& parameters) {
  government::Relations month;
  const auto a = index_of<MunicipalityIndex>(number(tie.a));
  const Council& own = world.municipalities.council[a];
  double hours = 0;
  if (is_municipality(country, tie.b)) {
    const auto b = index_of<MunicipalityIndex>(number(tie.b));
    const Council& other = world.municipalities.council[b];
    hours = shared_hours(world, a, b, parameters) * (own.attention + other.attention) / 2;
    month.engagement = (own.engagement + other.engagement) / 2;
  } else {
    hours = hours_with(world, country, a, tie.b, parameters) * own.attention;
  }
  if (hours > 0) month.contact = government::contact(hours, parameters.trust.contact_hours);
  const double due = tie.delivered + tie.breached;
  month.delivered = due > 0 ? tie.delivered / due : 0;
  month.breach = due > 0 ? tie.breached / due : 0;
  return month;
}

}  // namespace

void begin_trust(World& world, const Country& country, const Parameters& parameters) {
  world.ties.clear();
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const MunicipalityFacts& facts = country.municipalities[m];
    if (!facts.government.has_council()) continue;
    const auto tie = [&](GovernmentIndex other) { world.ties.push_back({government_of(m), other, 0, 0, 0}); };
    for (std::size_t other = number(m) + 1; other < country.municipalities.size(); ++other) {
      const MunicipalityFacts& partner = country.municipalities[index_of<MunicipalityIndex>(other)];
      if (partner.government.has_council() && partner.region == facts.region)
        tie(government_of(index_of<MunicipalityIndex>(other)));
    }
    tie(government_of(country, facts.province));
    for (const Other other : {Other::Uwv, Other::Employers, Other::Rijk}) tie(government_of(country, other));
  }
  for (Tie& tie : world.ties) {
    const TrustParameters own = of_pair(country, tie, parameters.government.trust);
    const government::Relations ordinary = relations_of(world, country, tie, parameters.government);
    const bool moves = own.fading > 0 || government::next_trust(0, ordinary, own) > 0;
    tie.trust = moves ? government::steady_trust(ordinary, own) : own.start;  // without gain and fading all is steady
  }
}

void update_trust(World& world, const Inputs& inputs, const Random&) {
  const GovernmentParameters& parameters = inputs.parameters.government;
  for (Tie& tie : world.ties) {
    const TrustParameters own = of_pair(inputs.country, tie, parameters.trust);
    tie.trust = std::clamp(government::next_trust(tie.trust, relations_of(world, inputs.country, tie, parameters), own),
                           0.0, 1.0);
    tie.delivered = tie.breached = 0;
  }
}

}  // namespace polder::cooperation
