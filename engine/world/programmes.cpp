#include "world/programmes.h"

#include <algorithm>

#include "world/situation.h"

namespace polder {
namespace {

/// Share of an occupation among those that suit a level.
double start_share(const Country& country, std::size_t level, std::size_t occupation) {
  const std::vector<double>& sums = country.likely_occupation[level];
  const double below = occupation == 0 ? 0 : sums[occupation - 1];
  return sums.back() > 0 ? (sums[occupation] - below) / sums.back() : 0;
}

double years_of(const Parameters& parameters, const Profile& profile) {
  return leaving_age(parameters, profile.education) - beginning_age(parameters, programme_level(profile));
}

}  // namespace

int school_months(const Parameters& parameters, Month month, Month birth) {
  if (parameters.school.calendar <= 0) return month - birth;
  constexpr int july = 7;
  const int calendar_month = month.calendar_month();
  return month + (calendar_month < july ? 1 - calendar_month : 13 - calendar_month) - birth;
}

double leaving_age(const Parameters& parameters, std::size_t education) {
  const auto& demo = parameters.demo;
  const double ages[] = {demo.school_age_low, demo.school_age_medium, demo.school_age_high};
  return ages[std::min(education, education_levels - 1)];
}

double beginning_age(const Parameters& parameters, std::size_t level) {
  const auto& school = parameters.school;
  const double years[] = {school.years_low, school.years_medium, school.years_high};
  return leaving_age(parameters, level) - years[std::min(level, education_levels - 1)];
}

bool at_school(const World& world, const Parameters& parameters, const Profile& profile) {
  return school_months(parameters, world.age_month(), profile.birth_month()) <
         static_cast<int>(12 * leaving_age(parameters, profile.education));
}

std::size_t programme_level(const Profile& profile) {
  return std::min<std::size_t>(profile.education + profile.without_diploma, education_levels - 1);
}

bool of_programme_age(const World& world, const Parameters& parameters, const Profile& profile) {
  return at_school(world, parameters, profile) &&
         school_months(parameters, world.age_month(), profile.birth_month()) >=
             static_cast<int>(12 * beginning_age(parameters, programme_level(profile)));
}

double chance_of_no_diploma(const Country& country, const Parameters& parameters, const Profile& profile) {
  const std::size_t level = profile.education + 1u;
  if (level >= education_levels) return 0;
  if (leaving_age(parameters, profile.education) < beginning_age(parameters, level) + 1) return 0;
  const double dropout = level == 1 ? parameters.school.dropout_medium : parameters.school.dropout_high;
  const auto& shares = country.municipalities[profile.municipality()].young_education;
  if (shares[profile.education] <= 0) return 0;
  return std::min(1.0, dropout / (1 - dropout) * shares[level] / shares[profile.education]);
}

Block school_luck(const Random& random, std::size_t row) {
  return Random{random.seed, 0}.block(Draw::Dropout, never, static_cast<std::uint32_t>(row));
}

std::size_t programme_number(const Country& country, RegionIndex region, std::size_t level,
                             OccupationIndex occupation) {
  return (number(region) * education_levels + level) * country.occupations.size() + number(occupation);
}

std::size_t programme_of(const Country& country, const Profile& profile) {
  return programme_number(country, country.municipalities[profile.municipality()].region, programme_level(profile),
                          profile.trade());
}

std::vector<Programme> programmes_at_start(const World& world, const Country& country, const Parameters& parameters) {
  std::vector<Programme> programmes(country.regions.size() * education_levels * country.occupations.size());
  std::vector<double> intake(country.regions.size() * education_levels, 0.0);
  for (const Profile& profile : world.residents.profile) {
    if (profile.enrolled == 0) continue;
    Programme& programme = programmes[programme_of(country, profile)];
    ++programme.enrolled;
    ++programme.enrolled_at_start;
    const RegionIndex region = country.municipalities[profile.municipality()].region;
    intake[number(region) * education_levels + programme_level(profile)] += 1 / years_of(parameters, profile);
  }
  for (std::size_t p = 0; p < programmes.size(); ++p) {
    const std::size_t occupation = p % country.occupations.size(), group = p / country.occupations.size();
    programmes[p].capacity =
        (1 + parameters.school.slack) * intake[group] * start_share(country, group % education_levels, occupation);
    programmes[p].capacity_ahead = programmes[p].capacity;
  }
  return programmes;
}

void enrol_students(World& world, const Country& country, const Parameters& parameters, const Random& random) {
  for (const ResidentIndex person : rows_of(world.residents.now)) {
    const Labour labour = world.residents.now[person].labour;
    Profile& profile = world.residents.profile[person];
    if (labour == Labour::Absent || labour == Labour::Child || labour == Labour::Retired) continue;
    if (country.municipalities[profile.municipality()].elsewhere || !at_school(world, parameters, profile)) continue;
    const Block luck = school_luck(random, number(person));
    profile.without_diploma = luck[0] < threshold(chance_of_no_diploma(country, parameters, profile));
    if (!of_programme_age(world, parameters, profile)) continue;
    const std::size_t level = programme_level(profile);
    change_occupation(world, person,
                      index_of<OccupationIndex>(pick(country.likely_occupation[level], uniform(luck[1]))));
    profile.enrolled = 1;
    profile.work_based = level == 1 && luck[2] < threshold(parameters.school.bbl);
    profile.apprentice = profile.work_based != 0 && labour == Labour::StudentJob;
  }
  world.schools.programmes = programmes_at_start(world, country, parameters);
}

void enrol_in(World& world, const Country& country, ResidentIndex person, OccupationIndex occupation) {
  change_occupation(world, person, occupation);
  Profile& profile = world.residents.profile[person];
  profile.enrolled = 1;
  Programme& programme = world.schools.programmes[programme_of(country, profile)];
  ++programme.enrolled;
  ++programme.intake;
}

void leave_programme(World& world, const Country& country, ResidentIndex person, ProgrammeEnd end) {
  Profile& profile = world.residents.profile[person];
  Programme& programme = world.schools.programmes[programme_of(country, profile)];
  --programme.enrolled;
  ++(end == ProgrammeEnd::Gone      ? programme.gone
     : profile.without_diploma != 0 ? programme.dropouts
                                    : programme.graduates);
  profile.enrolled = 0;
}

void move_programme(World& world, const Country& country, ResidentIndex person, MunicipalityIndex home) {
  Profile profile = world.residents.profile[person];
  Programme& before = world.schools.programmes[programme_of(country, profile)];
  profile.home = static_cast<std::uint16_t>(home) & 0x1FFu;
  Programme& after = world.schools.programmes[programme_of(country, profile)];
  --before.enrolled, ++before.gone;
  ++after.enrolled, ++after.come;
}

}  // namespace polder
