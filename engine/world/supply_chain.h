// Who delivers to whom: the Leontief inverse of the input-output table, in money and in jobs.
#pragma once

#include <optional>
#include <vector>

#include "polder/scenario/parameters.h"
#include "polder/world/country.h"

namespace polder {

/// (I - A)^-1 for A[supplier x user], the domestic deliveries per unit of the user's output (Leontief 1936). Nothing if
/// the table is not productive: then no output could meet a demand, and the inverse would have negative cells.
std::optional<std::vector<double>> leontief_inverse(const std::vector<double>& deliveries, std::size_t sectors);

/// Fills Country::linked_jobs from deliveries and output per job: jobs at suppliers that follow one job of a user, the
/// job itself left out. Without a table nothing follows.
void fill_linked_jobs(Country& country);

/// Fills MunicipalityFacts::supplier_share of the municipalities inside the scope. `country` is still whole.
void fill_supplier_shares(Country& country, const std::vector<bool>& inside, const Parameters& parameters);

}  // namespace polder
