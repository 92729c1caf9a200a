#include "government/foresight.h"

#include <algorithm>

namespace polder::government {
namespace {

/// What a municipality knows: own statistics hold what the analysis of the start gave.
Information information_of(const World& world, const Inputs& inputs, MunicipalityIndex m) {
  const AnalysisParameters& parameters = inputs.parameters.government.analysis;
  const double given = inputs.model.usual_analysis.empty() ? 0 : inputs.model.usual_analysis[m];
  const double more = completeness(analysis_of(world, inputs.country, inputs.policy.mandates, m), parameters) - given;
  return {precision(inputs.parameters.info.own, world.municipalities.council[m].course.tools, more, parameters),
          statistics_lag(more, parameters)};
}

/// Wins a part of the precision that lacks.
void add(Information& information, double part) { information.precision += part * (1 - information.precision); }

}  // namespace

double workers_in(const World& world, const Country& country, MunicipalityIndex m) {
  double workers = 0;
  for (const MunicipalityIndex place : country.places(m))
    for (const std::int32_t rows : world.municipalities.stocks[place].employed_in) workers += rows;
  return workers * world.weight;
}

JointAnalysis analysis_of(const World& world, const Country& country, const Mandates& mandates, MunicipalityIndex m) {
  const std::size_t task = number(Task::Analysis);
  const Services& services = world.municipalities.services[m];
  const double workers = workers_in(world, country, m);
  const double spending = workers > 0 ? static_cast<double>(services.budget[task]) / 100 / workers : 0;
  return {services.productivity[task], spending + mandates.analysis_spending,
          std::max(world.municipalities.territory[m][task].coverage, mandates.analysis_coverage)};
}

Information information_in(const World& world, const Inputs& inputs, RegionIndex region) {
  Information sum;
  double inhabitants = 0;
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    const MunicipalityFacts& facts = inputs.country.municipalities[m];
    if (facts.region != region || !facts.government.has_council()) continue;
    const double here = inputs.country.inhabitants(m);
    const Information information = information_of(world, inputs, m);
    sum.precision += here * information.precision;
    sum.lag += here * information.lag;
    inhabitants += here;
  }
  Information mean{inputs.parameters.info.own, inputs.parameters.government.analysis.lag};
  if (inhabitants > 0) mean = {sum.precision / inhabitants, sum.lag / inhabitants};
  const double set = inputs.policy.mandates.info_precision;
  if (set >= 0) mean.precision = set;
  return mean;
}

std::vector<Information> information_of_schools(const World& world, const Inputs& inputs) {
  std::vector<Information> known;
  for (const RegionIndex region : rows_of(inputs.country.regions)) {
    known.push_back(information_in(world, inputs, region));
    add(known.back(), inputs.policy.mandates.link_education * inputs.parameters.school.link);
  }
  return known;
}

Information information_of_agenda(const World& world, const Inputs& inputs, RegionIndex region) {
  const Agenda& agenda = inputs.policy.mandates.agenda;
  Information information = information_in(world, inputs, region);
  if (agenda.takes_part(Partner::Firms)) add(information, inputs.parameters.agenda.firms);
  if (agenda.takes_part(Partner::Uwv)) add(information, inputs.parameters.agenda.uwv);
  return information;
}

}  // namespace polder::government
