#include "support/small_governments.h"

#include <cmath>

namespace polder::testing {

SmallGovernments::SmallGovernments(Level level, double chance, std::size_t municipalities) {
  for (std::size_t m = model.country.municipalities.size(); m < municipalities + 4; ++m) add_municipality(m);
  GovernmentParameters& government = parameters().government;
  government.agreement.base = std::log(chance / (1 - chance));
  government.agreement.gain_scale = 10;
  government.agreement.most_rounds = 6;
  government.agreement.majority = .5;
  government.agreement.round_months = 1;
  government.agreement.view_months_2022 = 3;
  government.agreement.pre_election = 1;
  government.trust = {.4, .1, .03, .02, .01, .12, .01, 8, .45, .5, .3, 20, 20};
  for (std::size_t l = 0; l < level_count; ++l) government.level[l].decision_months = static_cast<double>(l + 1);
  world.bodies.push_back({level, 0, west, stad, world.month});
  for (std::size_t m = 0; members.size() < municipalities; ++m)
    if (!model.country.municipalities[index_of<MunicipalityIndex>(m)].elsewhere)
      join(index_of<MunicipalityIndex>(m), level);
  plant = add_firm(stad, industry, FirmState::Notice);
  model.tracked = {plant};
  world.firms.closes[plant] = world.month + 6;
  Endangered endangered;
  endangered.firm = plant;
  endangered.decides = world.month;
  endangered.fate = Endangered::Fate::Closes;
  world.endangered.push_back(endangered);
  cooperation::begin_trust(world, model.country, parameters());
}

SmallGovernments::~SmallGovernments() = default;

ResidentIndex SmallGovernments::add_hit(MunicipalityIndex home) {
  Situation now;
  now.employer = plant;
  now.since = world.month - 60;
  now.wage = 300;
  now.labour = Labour::Permanent;
  now.cohort = 1;
  return add_resident(home, now);
}

void SmallGovernments::decide() {
  world.decided.clear();
  run(cooperation::decide);
  run(cooperation::help_workers);
}

int SmallGovernments::months_to_help(int most) {
  for (int months = 0; months <= most; ++months, next_month()) {
    decide();
    if (world.endangered[0].first_care != never) return months;
  }
  return -1;
}

void SmallGovernments::add_municipality(std::size_t m) {
  model.country.municipalities.push_back(small_municipality(static_cast<std::uint32_t>(8101 + m), west, 20000));
  Municipalities& table = world.municipalities;
  table.stocks.resize(m + 1);
  table.flows.resize(m + 1);
  table.vacancies.resize(m + 1);
  table.government.resize(m + 1);
  table.council.resize(m + 1);
  table.provision.resize(m + 1);
  table.territory.resize(m + 1);
  table.services.resize(m + 1);
}

void SmallGovernments::join(MunicipalityIndex m, Level level) {
  MunicipalityFacts& facts = model.country.municipalities[m];
  facts.region = west;
  facts.province = ProvinceIndex{0};
  facts.government.seats = {5};
  Provision& provision = world.municipalities.provision[m][number(Task::Crisis)];
  provision.level = level;
  provision.author = Author::Scenario;
  if (is_regional(level)) provision.body = BodyIndex{0};
  members.push_back(m);
}

}  // namespace polder::testing
