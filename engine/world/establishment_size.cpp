#include "world/establishment_size.h"

#include <algorithm>

namespace polder {

std::uint32_t zipf_size(const SizeClass& within, double u) {
  const double from = within.from, beyond = within.to + 1.0;
  const double size = from / (1 - u * (1 - from / beyond));
  return std::clamp(static_cast<std::uint32_t>(size), within.from, within.to);
}

double zipf_mean(const SizeClass& within) {
  double chance = 0, persons = 0;
  for (double size = within.from; size <= within.to; ++size) {
    chance += 1 / size - 1 / (size + 1);
    persons += 1 - size / (size + 1);
  }
  return persons / chance;
}

std::vector<double> employees_by_class(const Country& country, const SectorFacts& sector) {
  std::vector<double> persons(country.size_classes.size());
  for (std::size_t c = 0; c < persons.size(); ++c)
    persons[c] = sector.size_share[c] * zipf_mean(country.size_classes[c]);
  return persons;
}

}  // namespace polder
