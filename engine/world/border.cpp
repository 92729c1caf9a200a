#include "world/border.h"

#include <algorithm>
#include <numeric>

#include "world/education.h"
#include "world/great_circle.h"
#include "world/reach.h"

namespace polder {
namespace {

constexpr std::uint32_t first_number = 9900;  // identity of the places in draws

/// The kernel across the border; where commuting is observed F / (E J), F by gravity.
double kernel_of(Kernel kernel, const Parameters& parameters, double employed, double jobs, double km) {
  if (km > farthest_commute) return 0;
  if (kernel != Kernel::Observed) return distance_kernel(km, false, kernel, parameters);
  return employed > 0 && jobs > 0 ? gravity(employed, jobs, km) / (employed * jobs) : 0;
}

/// What the places abroad have to do with each municipality.
struct Ties {
  std::vector<double> km;      // [municipality x place]
  std::vector<double> kernel;  // to work there, weight included
  std::vector<double> inward;  // to come from there, relative
};

class Border {
 public:
  Border(Country& country, Kernel kernel, const Parameters& parameters)
      : country_(country), kernel_(kernel), parameters_(parameters), own_(country.municipalities.size()) {
    for (const BorderPlace& place : country.border)
      if (reaches_scope(place)) places_.push_back(&place);
  }

  void add() {
    if (places_.empty()) return;
    find_ties();
    const std::vector<double> outward = residents_abroad(), inward = residents_inbound();
    extend_reach();
    extend_distances();
    extend_commuters(outward, inward);
    append_municipalities(outward);
  }

 private:
  const MunicipalityFacts& facts(std::size_t m) const {
    return country_.municipalities[index_of<MunicipalityIndex>(m)];
  }
  double km_to(std::size_t m, const BorderPlace& place) const {
    return great_circle_km(facts(m).latitude, facts(m).longitude, place.latitude, place.longitude);
  }
  bool reaches_scope(const BorderPlace& place) const {
    for (std::size_t m = 0; m < own_; ++m)
      if (!facts(m).elsewhere && km_to(m, place) <= farthest_commute) return true;
    return false;
  }

  void find_ties() {
    const std::size_t cells = own_ * places_.size();
    ties_.km.assign(cells, 0), ties_.kernel.assign(cells, 0), ties_.inward.assign(cells, 0);
    for (std::size_t m = 0; m < own_; ++m)
      for (std::size_t p = 0; p < places_.size(); ++p) {
        const std::size_t c = m * places_.size() + p;
        ties_.km[c] = km_to(m, *places_[p]);
        if (facts(m).elsewhere) continue;
        ties_.kernel[c] = parameters_.border.weight *
                          kernel_of(kernel_, parameters_, facts(m).employed, places_[p]->jobs, ties_.km[c]);
        ties_.inward[c] = kernel_of(kernel_, parameters_, places_[p]->jobs, jobs_in(facts(m)), ties_.km[c]);
      }
  }

  /// Vacancies in the own country per job, those that statistics miss included.
  double vacancy_rate() const {
    double vacancies = 0, jobs = 0;
    for (const MunicipalityFacts& here : country_.municipalities)
      for (std::size_t s = 0; s < here.jobs.size(); ++s) {
        jobs += here.jobs[s];
        vacancies += here.jobs[s] * country_.sectors[index_of<SectorIndex>(s)].vacancy_rate;
      }
    return jobs > 0 ? vacancies / jobs / parameters_.firm.recorded_share : 0;
  }

  /// Vacancies abroad per job there: statistics miss as many as here.
  double offered_per_job() const { return parameters_.border.vacancies / parameters_.firm.recorded_share; }

  /// Employees by sector in the whole scope: the mix of jobs abroad.
  std::vector<double> mix() const {
    std::vector<double> share(country_.sectors.size(), 0);
    for (const MunicipalityFacts& here : country_.municipalities)
      for (std::size_t s = 0; s < share.size(); ++s)
        share[s] += here.jobs[s] * (1 - country_.sectors[index_of<SectorIndex>(s)].self_employed_share);
    const double all = std::accumulate(share.begin(), share.end(), 0.0);
    for (double& sector : share) sector = all > 0 ? sector / all : 0;
    return share;
  }

  /// Of the vacancies abroad, those that are neither filled by somebody there nor closed to a foreign diploma.
  double open_share() const {
    double open = 0;
    const std::vector<double> share = mix();
    for (std::size_t s = 0; s < share.size(); ++s) {
      const SectorFacts& sector = country_.sectors[index_of<SectorIndex>(s)];
      const double all = std::accumulate(sector.occupation_share.begin(), sector.occupation_share.end(), 0.0);
      for (const OccupationIndex o : rows_of(country_.occupations)) {
        const double asked = education_asked(country_.occupations[o].job_zone) / 2;
        open += share[s] * sector.occupation_share[number(o)] / all * (1 - parameters_.border.unrecognised * asked);
      }
    }
    return open * (1 - parameters_.border.filled);
  }

  /// Residents of each municipality who work in each place: the share of their search that leads there, so that the
  /// first months are near the later ones.
  std::vector<double> residents_abroad() const {
    std::vector<double> persons(own_ * places_.size(), 0);
    const double rate = vacancy_rate(), open = open_share() * offered_per_job();
    for (std::size_t m = 0; m < own_; ++m) {
      double here = 0, abroad = 0;
      for (std::size_t w = 0; w < own_; ++w) here += country_kernel(m, w) * jobs_in(facts(w)) * rate;
      const auto there = [&](std::size_t p) { return ties_.kernel[m * places_.size() + p] * places_[p]->jobs * open; };
      for (std::size_t p = 0; p < places_.size(); ++p) abroad += there(p);
      for (std::size_t p = 0; p < places_.size() && here + abroad > 0; ++p)
        persons[m * places_.size() + p] = facts(m).employed * there(p) / (here + abroad);
    }
    return persons;
  }

  double country_kernel(std::size_t home, std::size_t work) const {
    if (kernel_ != Kernel::Observed) {
      if (facts(home).elsewhere && facts(work).elsewhere) return 0;
      const double km = country_.distance_km[home * own_ + work];
      return distance_kernel(km, facts(home).region == facts(work).region, kernel_, parameters_);
    }
    const double pairs = facts(home).employed * jobs_in(facts(work));
    return pairs > 0 ? country_.commuters[home * own_ + work] / pairs : 0;
  }

  /// Who live in each place and work in each municipality in scope [place x municipality]: by distance and jobs among
  /// all municipalities of the country within reach.
  std::vector<double> residents_inbound() const {
    std::vector<double> persons(places_.size() * own_, 0);
    for (std::size_t p = 0; p < places_.size(); ++p) {
      const auto pull = [&](std::size_t m) { return ties_.inward[m * places_.size() + p] * jobs_in(facts(m)); };
      for (std::size_t m = 0; m < own_ && places_[p]->pull > 0; ++m)
        persons[p * own_ + m] = places_[p]->inbound * pull(m) / places_[p]->pull;
    }
    return persons;
  }

  /// Weights towards the places follow those of the own country; from a place people seek in the country only.
  void extend_reach() {
    for (std::size_t m = 0; m < own_; ++m) {
      std::vector<Reach>& reach = country_.reach[index_of<MunicipalityIndex>(m)];
      double largest = 0;
      for (const Reach& there : reach) largest = std::max(largest, country_kernel(m, number(there.municipality)));
      for (std::size_t p = 0; p < places_.size() && largest > 0; ++p)
        add_reach(reach, own_ + p, ties_.kernel[m * places_.size() + p] / largest);
    }
    for (std::size_t p = 0; p < places_.size(); ++p) {
      std::vector<Reach> reach;
      double largest = 0;
      for (std::size_t m = 0; m < own_; ++m) largest = std::max(largest, ties_.inward[m * places_.size() + p]);
      for (std::size_t m = 0; m < own_ && largest > 0; ++m)
        add_reach(reach, m, ties_.inward[m * places_.size() + p] / largest);
      country_.reach.push_back(std::move(reach));
    }
  }
  static void add_reach(std::vector<Reach>& reach, std::size_t to, double share) {
    const auto weight = static_cast<std::uint16_t>(std::min(1.0, share) * 65535 + .5);
    if (weight > 0) reach.push_back({index_of<MunicipalityIndex>(to), weight});
  }

  void extend_distances() {
    const std::size_t all = own_ + places_.size();
    std::vector<double> km(all * all, 0);
    for (std::size_t a = 0; a < own_; ++a) {
      for (std::size_t b = 0; b < own_; ++b) km[a * all + b] = country_.distance_km[a * own_ + b];
      for (std::size_t p = 0; p < places_.size(); ++p)
        km[a * all + own_ + p] = km[(own_ + p) * all + a] = ties_.km[a * places_.size() + p];
    }
    country_.distance_km = std::move(km);
  }

  /// Who works abroad does not work at home.
  void extend_commuters(const std::vector<double>& outward, const std::vector<double>& inward) {
    const std::size_t all = own_ + places_.size();
    std::vector<double> flows(all * all, 0);
    for (std::size_t m = 0; m < own_; ++m) {
      double abroad = 0;
      for (std::size_t p = 0; p < places_.size(); ++p) {
        abroad += flows[m * all + own_ + p] = outward[m * places_.size() + p];
        flows[(own_ + p) * all + m] = inward[p * own_ + m];
      }
      const double stays = facts(m).employed > 0 ? 1 - abroad / facts(m).employed : 1;
      for (std::size_t w = 0; w < own_; ++w) flows[m * all + w] = stays * country_.commuters[m * own_ + w];
    }
    country_.commuters = std::move(flows);
  }

  void append_municipalities(const std::vector<double>& outward) {
    country_.first_abroad = own_;
    const auto region = index_of<RegionIndex>(country_.regions.size());
    country_.regions.push_back({"abroad", "Abroad"});
    const std::vector<double> share = mix();
    const std::size_t all = own_ + places_.size();
    MunicipalityFacts common = average();
    common.region = region;
    common.elsewhere = true;
    for (std::size_t p = 0; p < places_.size(); ++p) {
      const BorderPlace& place = *places_[p];
      MunicipalityFacts facts = common;
      facts.code = place.code;
      facts.name = place.name;
      facts.official_number = first_number + static_cast<std::uint32_t>(places_[p] - country_.border.data());
      facts.latitude = place.latitude;
      facts.longitude = place.longitude;
      facts.wage_factor = place.wage_factor;
      double out = 0;
      for (std::size_t m = 0; m < own_; ++m) {
        out += outward[m * places_.size() + p];
        facts.employed += country_.commuters[(own_ + p) * all + m];
      }
      facts.population = facts.employed;
      for (const double part : share) facts.jobs.push_back(out * part);
      for (const double part : share) facts.vacancies_abroad.push_back(offered_per_job() * place.jobs * part);
      country_.municipalities.push_back(facts);
    }
  }

  /// Age and education of the working residents in scope, whom those from abroad are taken to resemble.
  MunicipalityFacts average() const {
    MunicipalityFacts mean;
    double employed = 0;
    for (std::size_t m = 0; m < own_; ++m) employed += facts(m).elsewhere ? 0 : facts(m).employed;
    for (std::size_t m = 0; m < own_ && employed > 0; ++m) {
      if (facts(m).elsewhere) continue;
      const double weight = facts(m).employed / employed;
      mean.high_education_share += weight * facts(m).high_education_share;
      for (std::size_t b = 1; b + 1 < age_bands; ++b) mean.age_share[b] += weight * facts(m).age_share[b];
    }
    return mean;
  }

  Country& country_;
  Kernel kernel_;
  const Parameters& parameters_;
  std::size_t own_;  // municipalities of the country itself, elsewhere included
  std::vector<const BorderPlace*> places_;
  Ties ties_;
};

}  // namespace

void fill_pulls(Country& country, Kernel kernel, const Parameters& parameters) {
  for (BorderPlace& place : country.border) {
    place.pull = 0;
    for (const MunicipalityFacts& there : country.municipalities) {
      const double km = great_circle_km(there.latitude, there.longitude, place.latitude, place.longitude);
      place.pull += kernel_of(kernel, parameters, place.jobs, jobs_in(there), km) * jobs_in(there);
    }
  }
}

void add_places_abroad(Country& country, Kernel kernel, const Parameters& parameters) {
  if (parameters.border.weight > 0) Border(country, kernel, parameters).add();
}

}  // namespace polder
