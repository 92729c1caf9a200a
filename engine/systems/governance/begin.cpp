#include <algorithm>

#include "polder/base/error.h"
#include "systems/governance/coalition.h"
#include "systems/governance/governance.h"
#include "systems/governance/legitimacy_of.h"

namespace polder::governance {

void begin(World& world, const Country& country, const Parameters& parameters) {
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const GovernmentFacts& facts = country.municipalities[m].government;
    if (!facts.has_council()) continue;
    ensure(facts.seats.size() <= most_parties, "a council has room for every party of the country");
    Council& council = world.municipalities.council[m];
    std::ranges::copy(facts.seats, council.seats.begin());
    council.course.integration = parameters.government.integration.coordinated;
    council.coalition = coalition_of(facts.seats, country.parties);
    begin_trend(council, world.municipalities.stocks[m]);
    weigh(world, m, country, Rules{}, parameters.government);
  }
}

}  // namespace polder::governance
