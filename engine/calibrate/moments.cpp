#include "calibrate/moments.h"

#include <algorithm>
#include <cmath>

#include "polder/base/error.h"

namespace polder::calibrate {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double persons_most = 1e9, kilometres_most = 1000, months_most = 240, ratio_most = 100;
constexpr double outward_from = .70;  // of the working residents: a municipality from which most go elsewhere

double ratio(double part, double whole) { return whole > 0 ? part / whole : nan; }

/// Share of the residents in a state who are in another three months later.
template <State From, State To>
double transition(const Seen& seen) {
  const auto& row = seen.tally.states[static_cast<std::size_t>(From)];
  return ratio(row[static_cast<std::size_t>(To)], row[0] + row[1] + row[2]);
}

double job_to_job(const Seen& seen) {
  const Tally& t = seen.tally;
  return ratio(t.movers[0] + t.movers[1], t.employees[0] + t.employees[1]);
}

double occupation_change(const Seen& seen) {
  double workers = 0, changed = 0;
  for (std::size_t o = 0; o < most_occupations; ++o) {
    workers += seen.tally.workers_in[o];
    changed += seen.tally.changed_from[o];
  }
  return ratio(changed, workers);
}

double occupation_rank(const Seen& seen) {
  std::vector<double> measured;
  for (std::size_t o = 0; o < std::min(most_occupations, seen.class_change.size()); ++o)
    measured.push_back(ratio(seen.tally.changed_from[o], seen.tally.workers_in[o]));
  return rank_correlation(measured, seen.class_change);
}

/// Share of the municipalities from which most working residents go elsewhere.
double outward(const Seen& seen) {
  const Tally& t = seen.tally;
  double places = 0, most_go = 0;
  for (std::size_t m = 0; m < t.municipal_workers.size(); ++m) {
    if (t.municipal_workers[m] <= 0) continue;
    ++places;
    if (t.municipal_outward[m] >= outward_from * t.municipal_workers[m]) ++most_go;
  }
  return ratio(most_go, places);
}

/// Share of each region's working residents who work inside it, of the regions that have any.
std::vector<double> containment(const Seen& seen) {
  const Tally& t = seen.tally;
  std::vector<double> shares;
  for (std::size_t r = 0; r < t.regional_workers.size(); ++r)
    if (t.regional_workers[r] > 0) shares.push_back(t.regional_inside[r] / t.regional_workers[r]);
  return shares;
}

double containment_mean(const Seen& seen) {
  const std::vector<double> shares = containment(seen);
  double sum = 0;
  for (const double share : shares) sum += share;
  return ratio(sum, static_cast<double>(shares.size()));
}

double containment_least(const Seen& seen) {
  const std::vector<double> shares = containment(seen);
  return shares.empty() ? nan : *std::min_element(shares.begin(), shares.end());
}

double containment_most(const Seen& seen) {
  const std::vector<double> shares = containment(seen);
  return shares.empty() ? nan : *std::max_element(shares.begin(), shares.end());
}

using enum State;

const Moment catalogue[] = {
    {"unemployment_rate", "P01", "share", 0, 1, "unemployed / (employed + unemployed)",
     [](const Seen& s) { return s.indicator("unemployment_rate"); }},
    {"employed_to_employed", "P02", "share", 0, 1, "of the employed of 15-74: employed three months later",
     transition<Employed, Employed>},
    {"employed_to_unemployed", "P02", "share", 0, 1, "of the employed of 15-74: unemployed three months later",
     transition<Employed, Unemployed>},
    {"employed_to_outside", "P02", "share", 0, 1,
     "of the employed of 15-74: outside the labour force three months later", transition<Employed, Outside>},
    {"unemployed_to_employed", "P02", "share", 0, 1, "of the unemployed: employed three months later",
     transition<Unemployed, Employed>},
    {"unemployed_to_unemployed", "P02", "share", 0, 1, "of the unemployed: unemployed three months later",
     transition<Unemployed, Unemployed>},
    {"unemployed_to_outside", "P02", "share", 0, 1, "of the unemployed: outside the labour force three months later",
     transition<Unemployed, Outside>},
    {"outside_to_employed", "P02", "share", 0, 1,
     "of those of 15-74 outside the labour force: employed three months later", transition<Outside, Employed>},
    {"outside_to_unemployed", "P02", "share", 0, 1,
     "of those of 15-74 outside the labour force: unemployed three months later", transition<Outside, Unemployed>},
    {"outside_to_outside", "P02", "share", 0, 1,
     "of those of 15-74 outside the labour force: outside three months later", transition<Outside, Outside>},
    {"long_term_share", "P03", "share", 0, 1,
     "of the unemployed: have searched for a year or longer, spells of marginal attachment included",
     [](const Seen& s) { return s.indicator("long_term_share"); }},
    {"vacancies", "P04", "vacancies", 0, persons_most, "open vacancies as statistics record them",
     [](const Seen& s) { return s.indicator("vacancies"); }},
    {"tightness", "P04", "ratio", 0, ratio_most, "recorded vacancies per unemployed",
     [](const Seen& s) { return s.indicator("tightness"); }},
    {"time_to_fill", "P05", "months", 0, months_most, "mean age of vacancies when they are filled",
     [](const Seen& s) { return s.indicator("time_to_fill"); }},
    {"monthly_fill", "P05", "chance/month", 0, 1, "filled in a month / open at its start",
     [](const Seen& s) { return ratio(s.tally.vacancies_filled, s.tally.vacancies_open); }},
    {"job_to_job", "P06", "share", 0, 1, "of the employees: employee of another employer three months later",
     job_to_job},
    {"job_to_job_short", "P06", "share", 0, 1, "the same, of those less than two years in the job",
     [](const Seen& s) { return ratio(s.tally.movers[0], s.tally.employees[0]); }},
    {"job_to_job_long", "P06", "share", 0, 1, "the same, of those two years or longer in the job",
     [](const Seen& s) { return ratio(s.tally.movers[1], s.tally.employees[1]); }},
    {"sector_mobility", "P07", "share", 0, 1, "of those at work in January and December: in another sector",
     [](const Seen& s) { return s.indicator("sector_mobility"); }},
    {"occupation_change", "P08", "share", 0, 1, "of those at work: in another occupation class three months later",
     occupation_change},
    {rank_moment, "P08", "correlation", -1, 1, "rank correlation of that share by class with the published one",
     occupation_rank},
    {"own_municipality", "P09", "share", 0, 1, "of the residents at work: in the municipality where they live",
     [](const Seen& s) { return ratio(s.tally.at_home, s.tally.workers); }},
    {"outward_municipalities", "P09", "share", 0, 1,
     "of the municipalities: at least 70 % of the residents at work do so elsewhere", outward},
    {"commute_km", "P10", "km", 0, kilometres_most, "mean distance from home to work, great circle",
     [](const Seen& s) { return ratio(s.tally.kilometres, s.tally.workers); }},
    {"region_containment", "P11", "share", 0, 1,
     "of a labour-market region's residents at work: inside it; mean over the regions", containment_mean},
    {"region_containment_least", "P11", "share", 0, 1, "the same in the region where it is lowest", containment_least},
    {"region_containment_most", "P11", "share", 0, 1, "the same in the region where it is highest", containment_most},
    {"ww_inflow", "P12", "persons/year", 0, persons_most, "rights to ww that begin",
     [](const Seen& s) { return 12 * s.indicator("ww_inflow"); }},
    {"ww_exit", "P12", "chance/month", 0, 1, "rights to ww that end in a month / recipients of ww",
     [](const Seen& s) { return ratio(s.indicator("ww_outflow"), s.indicator("ww_recipients")); }},
    {"ww_recipients", "P12", "persons", 0, persons_most, "recipients of ww",
     [](const Seen& s) { return s.indicator("ww_recipients"); }},
    {"ww_back_at_work", "P12", "share", 0, 1, "of those whose ww began in January: at work in December",
     [](const Seen& s) { return s.indicator("ww_back_at_work"); }},
    {"ww_exhausted", "P13", "share", 0, 1, "of the rights to ww that end: because the longest duration is reached",
     [](const Seen& s) { return ratio(s.tally.ww_exhausted, s.tally.ww_ended); }},
    {"ww_to_bijstand", "P14", "share", 0, 1, "of the rights to ww that end: into bijstand",
     [](const Seen& s) { return ratio(s.tally.ww_to_bijstand, s.tally.ww_ended); }},
    {"bijstand_recipients", "P15", "persons", 0, persons_most, "recipients of bijstand below the pension age",
     [](const Seen& s) { return s.indicator("bijstand_recipients"); }},
    {"bijstand_outflow", "P16", "share/year", 0, 12, "rights to bijstand that end in a year / recipients",
     [](const Seen& s) { return 12 * ratio(s.indicator("bijstand_outflow"), s.indicator("bijstand_recipients")); }},
    {"bijstand_inflow", "P16", "share/year", 0, 12, "rights to bijstand that begin in a year / recipients",
     [](const Seen& s) { return 12 * ratio(s.indicator("bijstand_inflow"), s.indicator("bijstand_recipients")); }},
    {"bijstand_to_work", "P16", "share", 0, 1, "of the rights to bijstand that end: at work that month",
     [](const Seen& s) { return ratio(s.tally.bijstand_to_work, s.tally.bijstand_ended); }},
    {"school_leavers", "P29", "persons/year", 0, persons_most, "residents who leave school in July",
     [](const Seen& s) { return s.indicator("school_leavers"); }},
    {"diploma_at_work", "P29", "share", 0, 1, "of those who left mbo with a diploma in July: at work in October",
     [](const Seen& s) { return s.indicator("diploma_at_work"); }},
    {"no_diploma_at_work", "P29", "share", 0, 1, "of those who left mbo without a diploma in July: at work in October",
     [](const Seen& s) { return s.indicator("no_diploma_at_work"); }},
};

/// Ranks from 1, equal numbers with their mean rank.
std::vector<double> ranks_of(const std::vector<double>& values) {
  std::vector<double> ranks;
  for (const double value : values) {
    double below = 0, equal = 0;
    for (const double other : values) {
      if (other < value) ++below;
      if (other == value) ++equal;
    }
    ranks.push_back(below + (equal + 1) / 2);
  }
  return ranks;
}

}  // namespace

double Seen::indicator(std::string_view key) const {
  const Indicator* found = find_indicator(key);
  ensure(found != nullptr, "a moment names an indicator of the catalogue");
  const auto column = static_cast<std::size_t>(found - indicator_catalogue().data());
  return column < indicators.size() ? indicators[column] : nan;
}

std::span<const Moment> moments() { return catalogue; }

const Moment* find_moment(std::string_view key) {
  const auto found =
      std::find_if(std::begin(catalogue), std::end(catalogue), [&](const Moment& moment) { return moment.key == key; });
  return found == std::end(catalogue) ? nullptr : &*found;
}

std::vector<double> mean_indicators(const Observations& observations, AreaLevel level, Month from, Month to) {
  std::vector<double> sums(indicator_catalogue().size(), 0), months(sums.size(), 0);
  for (const IndicatorRow& row : observations.indicators) {
    if (row.level != level || row.month < from || row.month > to) continue;
    for (std::size_t i = 0; i < sums.size(); ++i) {
      if (std::isnan(row.values[i])) continue;
      sums[i] += row.values[i];
      ++months[i];
    }
  }
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] = ratio(sums[i], months[i]);
  return sums;
}

double rank_correlation(std::span<const double> a, std::span<const double> b) {
  std::vector<double> x, y;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (std::isnan(a[i]) || std::isnan(b[i])) continue;
    x.push_back(a[i]);
    y.push_back(b[i]);
  }
  if (x.size() < 3) return nan;
  const std::vector<double> rank_x = ranks_of(x), rank_y = ranks_of(y);
  const double mean = (static_cast<double>(x.size()) + 1) / 2;
  double xx = 0, yy = 0, xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (rank_x[i] - mean) * (rank_x[i] - mean);
    yy += (rank_y[i] - mean) * (rank_y[i] - mean);
    xy += (rank_x[i] - mean) * (rank_y[i] - mean);
  }
  return xx > 0 && yy > 0 ? xy / std::sqrt(xx * yy) : nan;
}

}  // namespace polder::calibrate
