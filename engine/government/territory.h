// The places for which a task is carried out together, as the figures see them: how large, how closed, how alike.
#pragma once

#include <span>
#include <vector>

#include "polder/world/country.h"
#include "polder/world/provision.h"

namespace polder::government {

/// What depends on the members alone.
struct Together {
  std::vector<MunicipalityIndex> members;
  double inhabitants = 0;      // [persons]
  double partners = 0;         // municipalities, those that merged counted once
  double inside = 1;           // share of the jobs there that residents of it hold
  double variation = 0;        // mean of the coefficients of variation of size and of bijstand per inhabitant
  std::vector<double> trades;  // shares of the jobs there by occupation
};
/// `inhabitants` is at least `least`: of a jurisdiction that the scope cuts, only a part is known.
Together together(const Country& country, std::vector<MunicipalityIndex> members, double least);

/// The same as one of the municipalities sees it.
/// coverage: share of its residents' jobs that lie inside; dissimilarity: Duncan's index, half the sum over occupations
/// of |share of the jobs inside - share of the jobs in its own labour market|, that being where its residents work.
Territory territory_of(const Country& country, MunicipalityIndex m, const Together& all);

}  // namespace polder::government
