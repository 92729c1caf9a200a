#include "world/supply_chain.h"

#include <Eigen/Dense>
#include <algorithm>
#include <array>

#include "polder/base/error.h"

namespace polder {

std::optional<std::vector<double>> leontief_inverse(const std::vector<double>& deliveries, std::size_t sectors) {
  const auto n = static_cast<Eigen::Index>(sectors);
  using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const Matrix shares = Eigen::Map<const Matrix>(deliveries.data(), n, n);
  const Eigen::FullPivLU<Matrix> factors(Matrix::Identity(n, n) - shares);
  if (!factors.isInvertible()) return std::nullopt;
  const Matrix inverse = factors.inverse();
  if ((inverse.array() < -1e-9).any()) return std::nullopt;
  return std::vector<double>(inverse.data(), inverse.data() + inverse.size());
}

void fill_linked_jobs(Country& country) {
  const std::size_t sectors = country.sectors.size();
  country.linked_jobs.assign(sectors * sectors, 0);
  if (country.deliveries.empty()) return;
  const auto inverse = leontief_inverse(country.deliveries, sectors);
  ensure(inverse.has_value(), "a table of deliveries was checked to be productive");
  for (std::size_t supplier = 0; supplier < sectors; ++supplier)
    for (std::size_t user = 0; user < sectors; ++user) {
      const double output = (*inverse)[supplier * sectors + user] - (supplier == user ? 1 : 0);
      const double jobs_per_job = country.sectors[index_of<SectorIndex>(user)].output_per_job /
                                  country.sectors[index_of<SectorIndex>(supplier)].output_per_job;
      country.linked_jobs[supplier * sectors + user] = output * jobs_per_job;
    }
}

namespace {

std::size_t band_of(double km, const Parameters& parameters) {
  return km <= parameters.chain.near_km ? 0 : km <= parameters.chain.middle_km ? 1 : 2;
}

/// Shares of regions in the purchases of a municipality from one sector: in each band by jobs.
void share_purchases(const Country& country, const std::vector<bool>& inside, const Parameters& parameters,
                     MunicipalityIndex buyer, std::size_t sector, std::vector<double>& share) {
  const auto& chain = parameters.chain;
  const std::array<double, 3> bought{chain.near_share, chain.middle_share,
                                     std::max(0.0, 1 - chain.near_share - chain.middle_share)};
  std::array<double, 3> jobs{};
  for (const MunicipalityIndex m : rows_of(country.municipalities))
    jobs[band_of(country.kilometres(buyer, m), parameters)] += country.municipalities[m].jobs[sector];
  for (const MunicipalityIndex m : rows_of(country.municipalities)) {
    const std::size_t band = band_of(country.kilometres(buyer, m), parameters);
    if (!inside[number(m)] || jobs[band] <= 0) continue;
    share[number(country.municipalities[m].region) * country.sectors.size() + sector] +=
        bought[band] * country.municipalities[m].jobs[sector] / jobs[band];
  }
}

}  // namespace

void fill_supplier_shares(Country& country, const std::vector<bool>& inside, const Parameters& parameters) {
  for (const MunicipalityIndex buyer : rows_of(country.municipalities)) {
    std::vector<double> share(country.regions.size() * country.sectors.size(), 0);
    for (std::size_t sector = 0; inside[number(buyer)] && sector < country.sectors.size(); ++sector)
      share_purchases(country, inside, parameters, buyer, sector, share);
    country.municipalities[buyer].supplier_share = std::move(share);
  }
}

}  // namespace polder
