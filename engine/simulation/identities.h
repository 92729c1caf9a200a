// The exact identities of docs/odd.md, checked every month: people, jobs, vacancies and cents are conserved.
#pragma once

#include "polder/scenario/inputs.h"
#include "polder/world/world.h"

namespace polder {

/// Stocks before the month, the numbers of vacancies and of training places, and students.
struct Before {
  Column<MunicipalityIndex, Stocks> stocks;
  std::int64_t vacancies = 0, participants = 0;
  std::vector<std::int32_t> enrolled;  // by programme
};
Before take_stock(const World& world);

/// Throws BrokenInvariant naming identity and municipality.
void check_identities(const World& world, const Inputs& inputs, const Before& before);

/// The same from the residents themselves: stocks, jobs per establishment, students. Costs a pass over all rows.
void check_recount(const World& world, const Country& country);

}  // namespace polder
