#include <algorithm>
#include <cmath>

#include "government/legitimacy.h"
#include "systems/governance/governance.h"
#include "systems/governance/legitimacy_of.h"
#include "world/situation.h"

namespace polder::governance {
namespace {

constexpr double most_deviations = 3;  // of a standard score: the first months know little of what is usual

double count(const Stocks& stocks, Labour status) { return stocks.labour[static_cast<std::size_t>(status)]; }
double count(const Stocks& stocks, Benefit status) { return stocks.benefit[static_cast<std::size_t>(status)]; }
double ratio(double part, double whole) { return whole > 0 ? part / whole : 0; }

/// On ww, bijstand or disability without work / residents from 15 to the pension age.
double dependency(const Stocks& stocks) {
  double all = 0;
  for (const std::int32_t rows : stocks.labour) all += rows;
  return ratio(count(stocks, Benefit::Ww) + count(stocks, Benefit::Bijstand) + count(stocks, Benefit::Disability),
               all - count(stocks, Labour::Child) - count(stocks, Labour::Retired));
}

double unemployment(const Stocks& stocks) {
  double at_work = 0;
  for (std::size_t status = 0; status < labour_count; ++status)
    if (works(static_cast<Labour>(status))) at_work += stocks.labour[status];
  const double unemployed = count(stocks, Labour::Unemployed);
  return ratio(unemployed, unemployed + at_work);
}

double standard_score(double value, double mean, double variance) {
  return variance > 0 ? std::clamp((value - mean) / std::sqrt(variance), -most_deviations, most_deviations) : 0;
}

/// Exponentially weighted mean and variance (West 1979).
void follow(double value, double months, double& mean, double& variance) {
  const double away = value - mean;
  mean += away / months;
  variance = (1 - 1 / months) * (variance + away * away / months);
}

/// What is spent, and on what terms.
struct Spending {
  double euros = 0, control = 1, named = 0;
  bool regional = false;
};

double coupling_of(Level form, const Course& course) {
  return form == Level::Joint ? course.coupling_statutory : course.coupling_network;
}

Spending spending_on(double euros, Level level, government::Oversight oversight, const Council& council,
                     const Rules& rules, const GovernmentParameters& parameters) {
  if (!is_regional(level)) return {euros, government::control(level, oversight, parameters), 0, false};
  oversight.coupling = coupling_of(level, council.course);
  oversight.engagement = council.engagement;
  oversight.wgr_2022 = rules.wgr_2022;
  const double control = council.attention * government::control(level, oversight, parameters);
  return {euros, control, oversight.coupling, true};
}

Spending spending_on_task(const World& world, MunicipalityIndex m, std::size_t task, const Country& country,
                          const Rules& rules, const GovernmentParameters& parameters) {
  const Level level = world.municipalities.provision[m][task].level;
  const Territory& territory = world.municipalities.territory[m][task];
  government::Oversight oversight;
  oversight.partners = std::max(1.0, territory.partners);
  if (level == Level::Joint && territory.inhabitants > 0)
    oversight.vote_weight = government::vote_weight(country.inhabitants(m) / territory.inhabitants, oversight.partners,
                                                    parameters.legitimacy);
  return spending_on(static_cast<double>(world.municipalities.services[m].budget[task]) / 100, level, oversight,
                     world.municipalities.council[m], rules, parameters);
}

/// What goes to the joint arrangements of the figures, which may overlap with a task.
Spending spending_on_arrangements(const World& world, MunicipalityIndex m, const Country& country, const Rules& rules,
                                  const GovernmentParameters& parameters) {
  const GovernmentFacts& facts = country.municipalities[m].government;
  if (facts.arrangements.empty()) return {};
  double partners = 0;
  for (const std::uint32_t row : facts.arrangements)
    partners += static_cast<double>(country.arrangements[row].partners());
  government::Oversight oversight;
  oversight.partners = std::max(1.0, partners / static_cast<double>(facts.arrangements.size()));
  return spending_on(static_cast<double>(facts.accounts.joint_arrangements) / 100, Level::Joint, oversight,
                     world.municipalities.council[m], rules, parameters);
}

}  // namespace

Stocks stocks_of(const World& world, const Country& country, MunicipalityIndex m) {
  Stocks sum = world.municipalities.stocks[m];
  for (const MunicipalityIndex part : country.municipalities[m].government.merged) {
    const Stocks& other = world.municipalities.stocks[part];
    for (std::size_t status = 0; status < labour_count; ++status) sum.labour[status] += other.labour[status];
    for (std::size_t status = 0; status < benefit_count; ++status) sum.benefit[status] += other.benefit[status];
  }
  return sum;
}

void begin_trend(Council& council, const Stocks& stocks) {
  council.dependency_mean = dependency(stocks);
  council.unemployment_mean = unemployment(stocks);
}

void follow_trend(Council& council, const Stocks& stocks, double months) {
  const double depends = dependency(stocks), unemployed = unemployment(stocks);
  council.performance =
      government::performance(standard_score(depends, council.dependency_mean, council.dependency_variance),
                              standard_score(unemployed, council.unemployment_mean, council.unemployment_variance));
  follow(depends, months, council.dependency_mean, council.dependency_variance);
  follow(unemployed, months, council.unemployment_mean, council.unemployment_variance);
}

void weigh(World& world, MunicipalityIndex m, const Country& country, const Rules& rules,
           const GovernmentParameters& parameters) {
  std::array<Spending, task_count + 1> all;
  for (std::size_t task = 0; task < task_count; ++task)
    all[task] = spending_on_task(world, m, task, country, rules, parameters);
  all[task_count] = spending_on_arrangements(world, m, country, rules, parameters);
  std::array<double, task_count + 1> euros{}, control{};
  double regional = 0, named = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    euros[i] = all[i].euros;
    control[i] = all[i].control;
    if (!all[i].regional) continue;
    regional += all[i].euros;
    named += all[i].euros * all[i].named;
  }
  Council& council = world.municipalities.council[m];
  council.control = government::mean_control(euros, control);
  council.transparency =
      government::transparency(regional > 0 ? named / regional : 1, council.course.verbs, parameters.framing);
  council.legitimacy =
      government::legitimacy(council.control, council.transparency, council.performance, parameters.legitimacy);
}

void weigh_legitimacy(World& world, const Inputs& inputs, const Random&) {
  const Mandates& mandates = inputs.policy.mandates;
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    if (!inputs.country.municipalities[m].government.has_council()) continue;
    Council& council = world.municipalities.council[m];
    const double sessions = mandates.theme_sessions.empty() ? 0 : mandates.theme_sessions[m];
    const double joint = mandates.joint_sessions.empty() ? 0 : mandates.joint_sessions[m];
    council.engagement =
        government::next_engagement(council.engagement, sessions + council.course.sessions_with_entrepreneurs(), joint,
                                    council.course.agenda_space, inputs.parameters.government.legitimacy);
    follow_trend(council, stocks_of(world, inputs.country, m), inputs.parameters.government.legitimacy.trend_months);
    council.performance = government::performance_left(council.performance, council.course.agenda_space,
                                                       inputs.parameters.government.legitimacy);
    weigh(world, m, inputs.country, inputs.policy.rules, inputs.parameters.government);
  }
}

}  // namespace polder::governance
