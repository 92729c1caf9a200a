#include "world/scope.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <numeric>

#include "world/age_structure.h"

namespace polder {
namespace {

std::size_t count_of(const Country& country) { return country.municipalities.size(); }

double flow(const Country& country, std::size_t home, std::size_t work) {
  return country.commuters[home * count_of(country) + work];
}

const MunicipalityFacts& facts_of(const Country& country, std::size_t m) {
  return country.municipalities[index_of<MunicipalityIndex>(m)];
}

/// Commuters with home or work in the region that have both in the set, over all of them.
double kept_share(const Country& country, const std::vector<bool>& region, const std::vector<bool>& set) {
  double all = 0, kept = 0;
  for (std::size_t h = 0; h < count_of(country); ++h) {
    for (std::size_t w = 0; w < count_of(country); ++w) {
      if (!region[h] && !region[w]) continue;
      all += flow(country, h, w);
      if (set[h] && set[w]) kept += flow(country, h, w);
    }
  }
  return all > 0 ? kept / all : 1;
}

/// What a municipality exchanges with the region [commuters].
double exchanged(const Country& country, const std::vector<bool>& region, std::size_t m) {
  double sum = 0;
  for (std::size_t r = 0; r < count_of(country); ++r)
    if (region[r]) sum += flow(country, r, m) + flow(country, m, r);
  return sum;
}

/// How much a municipality has to do with the region: commuters exchanged per inhabitant. In this order the ring needs
/// the fewest residents for its share of the commuting.
double strength_of_ties(const Country& country, const std::vector<bool>& region, std::size_t m) {
  const double commuters = exchanged(country, region, m), population = facts_of(country, m).population;
  return population > 0 ? commuters / population : commuters;
}

void report_unknown(const Country& country, const Scope& scope, data::Problems& problems) {
  std::vector<std::string> codes;
  for (const Area& region : country.regions) codes.push_back(region.code);
  Problem problem{"E107",
                  scope.origin.file,
                  scope.origin.line,
                  scope.origin.column,
                  scope.origin.width,
                  fmt::format("'{}' is no labour-market region with municipalities of this country", scope.region),
                  "",
                  scope.origin.source_line};
  const std::string close = data::nearest(scope.region, codes);
  if (!close.empty()) problem.help = fmt::format("did you mean '{}'?", close);
  problems.add(std::move(problem));
}

/// Means over municipalities, weighted by commuters.
struct WeightedMean {
  double weight = 0, sum = 0;
  void add(double w, double x) { weight += w, sum += w * x; }
  double mean() const { return weight > 0 ? sum / weight : 0; }
};

/// The digits of a code, or `otherwise`: "PV25" gives 25.
std::uint32_t digits(const std::string& code, std::uint32_t otherwise) {
  std::uint32_t value = 0;
  bool any = false;
  for (const char c : code) {
    if (c < '0' || c > '9') continue;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
    any = true;
  }
  return any ? value : otherwise;
}

/// The elsewhere municipality of a province: what its municipalities outside exchange with those inside.
MunicipalityFacts elsewhere_of(const Country& whole, const std::vector<bool>& inside, ProvinceIndex province,
                               RegionIndex region) {
  MunicipalityFacts facts;
  facts.code = whole.provinces[province].code;
  facts.name = whole.provinces[province].name;
  facts.province = province;
  facts.region = region;
  facts.official_number = 9000 + digits(facts.code, static_cast<std::uint32_t>(number(province)));
  facts.elsewhere = true;
  facts.jobs.assign(whole.sectors.size(), 0);
  WeightedMean latitude, longitude, educated;
  std::array<WeightedMean, age_bands> age;
  for (std::size_t m = 0; m < count_of(whole); ++m) {
    const MunicipalityFacts& there = facts_of(whole, m);
    if (inside[m] || there.province != province) continue;
    double in = 0, out = 0;  // residents there who work inside; jobs there held by insiders
    for (std::size_t i = 0; i < count_of(whole); ++i) {
      if (!inside[i]) continue;
      in += flow(whole, m, i);
      out += flow(whole, i, m);
    }
    facts.employed += in;
    latitude.add(in + out, there.latitude);
    longitude.add(in + out, there.longitude);
    educated.add(in, there.high_education_share);
    for (std::size_t b = 1; b + 1 < age_bands; ++b) age[b].add(in, there.age_share[b]);
    const double jobs = std::accumulate(there.jobs.begin(), there.jobs.end(), 0.0);
    for (std::size_t s = 0; s < facts.jobs.size() && jobs > 0; ++s) facts.jobs[s] += out * there.jobs[s] / jobs;
  }
  facts.population = facts.employed;
  facts.latitude = latitude.mean();
  facts.longitude = longitude.mean();
  facts.high_education_share = educated.mean();
  for (std::size_t b = 0; b < age_bands; ++b) facts.age_share[b] = age[b].mean();
  return facts;
}

/// Neighbours, and members of arrangements, by their new row; those left out of an arrangement are counted.
void restrict_cooperation(Country& part, const Country& whole, const std::vector<bool>& inside,
                          const std::vector<std::size_t>& group) {
  const auto kept = [&](const std::vector<MunicipalityIndex>& all) {
    std::vector<MunicipalityIndex> rows;
    for (const MunicipalityIndex m : all)
      if (inside[number(m)]) rows.push_back(index_of<MunicipalityIndex>(group[number(m)]));
    return rows;
  };
  for (std::size_t m = 0; m < inside.size(); ++m)
    if (inside[m])
      part.municipalities[index_of<MunicipalityIndex>(group[m])].government.neighbours =
          kept(facts_of(whole, m).government.neighbours);
  part.arrangements.clear();
  for (Arrangement arrangement : whole.arrangements) {
    const std::size_t before = arrangement.partners();
    arrangement.members = kept(arrangement.members);
    arrangement.partners_outside = static_cast<std::uint32_t>(before - arrangement.members.size());
    if (!arrangement.members.empty()) part.arrangements.push_back(std::move(arrangement));
  }
}

/// Commuters between groups of municipalities, those between two elsewhere groups left out.
std::vector<double> regroup(const Country& whole, const std::vector<std::size_t>& group, std::size_t groups,
                            const std::vector<bool>& inside) {
  std::vector<double> flows(groups * groups, 0);
  for (std::size_t h = 0; h < count_of(whole); ++h)
    for (std::size_t w = 0; w < count_of(whole); ++w)
      if (inside[h] || inside[w]) flows[group[h] * groups + group[w]] += flow(whole, h, w);
  return flows;
}

}  // namespace

std::vector<bool> choose_scope(const Country& country, const Scope& scope, data::Problems& problems) {
  const std::size_t size = count_of(country);
  std::vector<bool> region(size, false);
  std::vector<std::pair<double, std::size_t>> others;
  for (std::size_t m = 0; m < size; ++m) region[m] = country.regions[facts_of(country, m).region].code == scope.region;
  if (std::find(region.begin(), region.end(), true) == region.end()) {
    report_unknown(country, scope, problems);
    return std::vector<bool>(size, true);
  }
  for (std::size_t m = 0; m < size; ++m)
    if (!region[m]) others.emplace_back(strength_of_ties(country, region, m), m);
  std::sort(others.begin(), others.end(), [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first > b.first;
    return facts_of(country, a.second).code < facts_of(country, b.second).code;
  });
  std::vector<bool> set = region;
  for (const auto& [strength, m] : others) {
    if (kept_share(country, region, set) >= scope.ring) break;
    set[m] = true;
  }
  return set;
}

Country restrict_to(const Country& whole, const std::vector<bool>& inside, RegionIndex focus) {
  Country part = whole;
  part.municipalities.clear();
  std::vector<std::size_t> group(count_of(whole), 0);
  double employed = 0, employed_inside = 0;
  for (std::size_t m = 0; m < count_of(whole); ++m) {
    employed += facts_of(whole, m).employed;
    if (!inside[m]) continue;
    employed_inside += facts_of(whole, m).employed;
    group[m] = part.municipalities.size();
    part.municipalities.push_back(facts_of(whole, m));
    part.municipalities[index_of<MunicipalityIndex>(group[m])].focus = facts_of(whole, m).region == focus;
  }
  restrict_cooperation(part, whole, inside, group);
  part.scope_share = employed > 0 ? employed_inside / employed : 1;

  const auto beyond = index_of<RegionIndex>(whole.regions.size());
  for (const ProvinceIndex province : rows_of(whole.provinces)) {
    MunicipalityFacts facts = elsewhere_of(whole, inside, province, beyond);
    if (facts.employed + std::accumulate(facts.jobs.begin(), facts.jobs.end(), 0.0) <= 0) continue;
    for (std::size_t m = 0; m < count_of(whole); ++m)
      if (!inside[m] && facts_of(whole, m).province == province) group[m] = part.municipalities.size();
    part.municipalities.push_back(facts);
  }
  if (part.municipalities.size() > static_cast<std::size_t>(std::count(inside.begin(), inside.end(), true)))
    part.regions.push_back({"elsewhere", "Elsewhere"});
  part.commuters = regroup(whole, group, part.municipalities.size(), inside);
  return part;
}

}  // namespace polder
