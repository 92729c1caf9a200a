// Five dials: what a euro for a task brings at a level, relative to one at the reference scale without any loss.
//   productivity = scale x reach x fit x coordination x integration
// Source: fiscal federalism (Oates 1972), institutional collective action (Feiock 2013), economies of scale (Allers and
// de Greef 2018, Bel and Sebo 2021); coefficients assumed with wide ranges, see scenarios/parameters/government.yaml.
#pragma once

#include "polder/scenario/government_parameters.h"

namespace polder::government {

struct Dials {
  double scale = 1, reach = 1, fit = 1, coordination = 1, integration = 1;

  double productivity() const { return scale * reach * fit * coordination * integration; }
  /// Where space is explicit elsewhere in the model, reach would count twice.
  double without_reach() const { return scale * fit * coordination * integration; }
};

/// Who carries out a task together, and how.
struct Setting {
  double inhabitants = 0;  // of the whole jurisdiction [persons]
  double coverage = 1;  // share of the reachable jobs of the residents that lies inside it
  double dissimilarity = 0;  // of its labour market to the municipality's own [share]
  double integration = 1;  // of economy, work and income [share]
  double partners = 1;  // n; of the region, at levels above it
  double trust = 1;  // mean trust between them [share]
  double variation = 0;  // coefficient of variation of their needs, size and politics
  double organising = 0;  // framing of the arrangement: organising (1) or contributing (0) [share]
  double linking = 0;  // linking capacity [share]
};

/// c(reference) / c(inhabitants), c(N) = 1 + fixed cost / N: fixed costs weigh less on more inhabitants. Above 1 beyond
/// the reference.
double scale(double inhabitants, double fixed_cost, double reference_scale);

/// 1 - weight (1 - coverage): what a provider achieves who sees only a part of the residents' labour market.
double reach(double coverage, double weight);

/// exp(-nearness weight x distance) (1 - tailoring x dissimilarity (1 - freedom)): local knowledge is lost with
/// institutional distance, and uniform provision fits nobody's own labour market. At least 0.
double fit(const TaskParameters& task, double distance, double dissimilarity, double freedom);

/// 1 - exp(-hours / norm): linking capacity, from hours a month of people who know the way at other levels.
double linking_capacity(double hours, double norm);

/// 1 + weight x variation: partners who differ are harder to coordinate.
double heterogeneity(double variation, double weight);

/// (n - 1) (1 - trust) heterogeneity: links that have to be guarded.
double guarded_links(double partners, double trust, double heterogeneity);

/// Share of the budget for coordination: a part that is always there, and one per guarded link. 0 to 1.
double coordination_share(double fixed, double link_cost, double guarded_links);

/// 1 - weight (1 - integration): economy, work and income (and education) pull together, or do not.
double integration(double integration, double weight);

/// Integration at a level: the municipality's own; the host's for a centre municipality; the partners' mean for a
/// network or a joint body; that of its own portfolios above.
double integration_at(Level level, double own, double host, double mean, const IntegrationParameters& parameters);

/// The dials of a task at a level.
Dials dials_of(Task task, Level level, const Setting& setting, const GovernmentParameters& parameters);

}  // namespace polder::government
