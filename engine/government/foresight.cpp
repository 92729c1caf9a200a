#include "government/foresight.h"

#include <algorithm>

namespace polder::government {
namespace {

double precision_of(const World& world, const Inputs& inputs, MunicipalityIndex m) {
  const AnalysisParameters& parameters = inputs.parameters.government.analysis;
  const double given = inputs.model.usual_analysis.empty() ? 0 : inputs.model.usual_analysis[m];
  return std::max(0.0, precision(inputs.parameters.info.own - given, world.municipalities.council[m].course.tools,
                                 analysis_of(world, inputs.country, inputs.policy.mandates, m), parameters));
}

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

double information_precision(const World& world, const Inputs& inputs, RegionIndex region) {
  const double set = inputs.policy.mandates.info_precision;
  if (set >= 0) return set;
  double sum = 0, inhabitants = 0;
  for (const MunicipalityIndex m : rows_of(inputs.country.municipalities)) {
    const MunicipalityFacts& facts = inputs.country.municipalities[m];
    if (facts.region != region || !facts.government.has_council()) continue;
    const double here = inputs.country.inhabitants(m);
    sum += here * precision_of(world, inputs, m);
    inhabitants += here;
  }
  return inhabitants > 0 ? sum / inhabitants : inputs.parameters.info.own;
}

double precision_of_schools(const World& world, const Inputs& inputs, RegionIndex region) {
  const double own = information_precision(world, inputs, region);
  return own + inputs.policy.mandates.link_education * inputs.parameters.school.link * (1 - own);
}

std::vector<double> precisions_of_schools(const World& world, const Inputs& inputs) {
  std::vector<double> precisions;
  for (const RegionIndex region : rows_of(inputs.country.regions))
    precisions.push_back(precision_of_schools(world, inputs, region));
  return precisions;
}

double precision_of_agenda(const World& world, const Inputs& inputs, RegionIndex region) {
  const Agenda& agenda = inputs.policy.mandates.agenda;
  double precision = information_precision(world, inputs, region);
  if (agenda.takes_part(Partner::Firms)) precision += inputs.parameters.agenda.firms * (1 - precision);
  if (agenda.takes_part(Partner::Uwv)) precision += inputs.parameters.agenda.uwv * (1 - precision);
  return precision;
}

}  // namespace polder::government
